/* Chunks whose length is tested, but only against the maximum. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

enum { CHUNK = 512 };

int store(FILE *f, char *to, const char *from)
{
    int n = 0;
    if (fscanf(f, "%d", &n) != 1)
        return -1;
    if (n > CHUNK)
        return -1;
    memcpy(to, from, n); // expect: CWE-839
    return 0;
}

int store_checked(FILE *f, char *to, const char *from)
{
    int n = 0;
    if (fscanf(f, "%d", &n) != 1)
        return -1;
    if (n < 0 || n > CHUNK)
        return -1;
    memcpy(to, from, n);
    return 0;
}

int send_part(int s, const char *page)
{
    long part = 0;
    if (recv(s, &part, sizeof part, 0) != (ssize_t)sizeof part)
        return -1;
    if (part >= 4096)
        part = 4096;
    return send(s, page, part, 0) < 0; // expect: CWE-839
}

int send_part_unsigned(int s, const char *page)
{
    unsigned long part = 0;
    if (recv(s, &part, sizeof part, 0) != (ssize_t)sizeof part)
        return -1;
    if (part >= 4096)
        part = 4096;
    return send(s, page, part, 0) < 0;
}

void blank(FILE *f, char *line)
{
    int width = 0;
    if (fscanf(f, "%d", &width) == 1 && width <= 132)
        memset(line, ' ', width); // expect: CWE-839
}

void blank_checked(FILE *f, char *line)
{
    int width = 0;
    if (fscanf(f, "%d", &width) == 1 && width > 0 && width <= 132)
        memset(line, ' ', width);
}
