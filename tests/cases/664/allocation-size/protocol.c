/* Messages whose header says how much follows. */
#include <arpa/inet.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

enum { MESSAGE_MAX = 1 << 20 };

char *receive(int fd)
{
    uint32_t size = 0;
    if (recv(fd, &size, sizeof(size), 0) != (ssize_t)sizeof(size))
        return NULL;
    return malloc(size); // expect: CWE-789
}

char *receive_checked(int fd)
{
    uint32_t size = 0;
    if (recv(fd, &size, sizeof(size), 0) != (ssize_t)sizeof(size) || size > MESSAGE_MAX)
        return NULL;
    return malloc(size);
}

/* A length of sixteen bits is small by itself. */
char *receive_short(int fd)
{
    uint16_t size = 0;
    if (recv(fd, &size, sizeof(size), 0) != (ssize_t)sizeof(size))
        return NULL;
    return malloc(size);
}

/* Only the lower end is tested. */
double *read_table(FILE *f)
{
    unsigned int rows = 0;
    if (fscanf(f, "%u", &rows) != 1 || rows == 0)
        return NULL;
    return calloc(rows, sizeof(double)); // expect: CWE-789
}

double *read_table_checked(FILE *f)
{
    unsigned int rows = 0;
    if (fscanf(f, "%u", &rows) != 1 || rows == 0 || rows > 10000)
        return NULL;
    return calloc(rows, sizeof(double));
}

char *from_environment(void)
{
    const char *text = getenv("EXAMPLE_CACHE");
    char *end = NULL;
    if (text == NULL)
        return NULL;
    errno = 0;
    unsigned long size = strtoul(text, &end, 10);
    if (errno != 0 || *end != '\0')
        return NULL;
    return malloc(size); // expect: CWE-789
}

char *from_environment_checked(void)
{
    const char *text = getenv("EXAMPLE_CACHE");
    char *end = NULL;
    if (text == NULL)
        return NULL;
    errno = 0;
    unsigned long size = strtoul(text, &end, 10);
    if (errno != 0 || *end != '\0')
        return NULL;
    if (size > MESSAGE_MAX)
        size = MESSAGE_MAX;
    return malloc(size);
}
