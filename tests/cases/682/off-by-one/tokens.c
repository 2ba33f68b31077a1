/* Tokens and terminators at the end of their buffers. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS = 10 };

/* All of the buffer may be filled; the terminator then lands behind it. */
int read_token(int fd, char *out)
{
    char token[32];
    ssize_t n = read(fd, token, sizeof(token));
    if (n < 0)
        return -1;
    token[n] = '\0'; // expect: CWE-193
    memcpy(out, token, 8);
    return (int)n;
}

int read_token_checked(int fd, char *out)
{
    char token[32] = {0};
    ssize_t n = read(fd, token, sizeof(token) - 1);
    if (n < 0)
        return -1;
    token[n] = '\0';
    memcpy(out, token, 8);
    return (int)n;
}

/* The loop runs once too often. */
long sum(void)
{
    long words[WORDS];
    long total = 0;
    for (int i = 0; i <= WORDS; i++)
        words[i] = i; // expect: CWE-193
    for (int i = 0; i < WORDS; i++)
        total += words[i];
    return total;
}

long sum_checked(void)
{
    long words[WORDS];
    long total = 0;
    for (int i = 0; i < WORDS; i++)
        words[i] = i;
    for (int i = 0; i < WORDS; i++)
        total += words[i];
    return total;
}

/* The last valid index of n elements is n - 1. */
int *filled(size_t n)
{
    if (n < 1 || n > 4096)
        return NULL;
    int *a = calloc(n, sizeof(*a));
    if (a == NULL)
        return NULL;
    a[n] = -1; // expect: CWE-193
    return a;
}

int *filled_checked(size_t n)
{
    if (n < 1 || n > 4096)
        return NULL;
    int *a = calloc(n + 1, sizeof(*a));
    if (a == NULL)
        return NULL;
    a[n] = -1;
    return a;
}

/* Index 16 of 16. */
void clear_end(char *out)
{
    char name[16] = "unnamed";
    name[sizeof(name)] = '\0'; // expect: CWE-193
    memcpy(out, name, sizeof(name));
}

void clear_end_checked(char *out)
{
    char name[16] = "unnamed";
    name[sizeof(name) - 1] = '\0';
    memcpy(out, name, sizeof(name));
}
