/* Packets whose fields are narrow numbers with a sign. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

void fill(int s, char *to)
{
    short length = 0;
    if (recv(s, &length, sizeof length, 0) != (ssize_t)sizeof length)
        return;
    memset(to, ' ', length); // expect: CWE-194
}

void fill_checked(int s, char *to)
{
    short length = 0;
    if (recv(s, &length, sizeof length, 0) != (ssize_t)sizeof length)
        return;
    if (length < 0 || length > 80)
        return;
    memset(to, ' ', length);
}

char *read_name(FILE *f)
{
    signed char n = 0;
    if (fread(&n, 1, 1, f) != 1)
        return NULL;
    return malloc(n); // expect: CWE-194
}

char *read_name_unsigned(FILE *f)
{
    unsigned char n = 0;
    if (fread(&n, 1, 1, f) != 1)
        return NULL;
    return malloc(n + 1u);
}

void copy(char *to, const char *from)
{
    short n = -2;
    memcpy(to, from, n); // expect: CWE-194
}

void copy_head(char *to, const char *from)
{
    short n = 2;
    memcpy(to, from, n);
}
