/* Copies of texts and arrays. */
#include <stdlib.h>
#include <string.h>

/* No room for the terminator. */
char *copy(const char *s)
{
    char *out = malloc(strlen(s));
    if (out == NULL)
        return NULL;
    strcpy(out, s); // expect: CWE-131
    return out;
}

char *copy_checked(const char *s)
{
    char *out = malloc(strlen(s) + 1);
    if (out == NULL)
        return NULL;
    strcpy(out, s);
    return out;
}

/* The terminator is counted inside the call instead of behind it. */
char *copy_tail(const char *s)
{
    size_t n = strlen(s);
    char *out = malloc(n);
    if (out == NULL)
        return NULL;
    memcpy(out, s, n + 1); // expect: CWE-131
    return out;
}

char *copy_tail_checked(const char *s)
{
    size_t n = strlen(s);
    char *out = malloc(n + 1);
    if (out == NULL)
        return NULL;
    memcpy(out, s, n + 1);
    return out;
}

/* Ten bytes are not ten numbers. */
int *squares(void)
{
    int *out = malloc(10);
    if (out == NULL)
        return NULL;
    memset(out, 0, 10 * sizeof(*out)); // expect: CWE-131
    return out;
}

int *squares_checked(void)
{
    int *out = malloc(10 * sizeof(*out));
    if (out == NULL)
        return NULL;
    memset(out, 0, 10 * sizeof(*out));
    return out;
}

int *ids(size_t n)
{
    if (n == 0 || n > 1000)
        return NULL;
    int *out = malloc(n);
    if (out == NULL)
        return NULL;
    memset(out, 0xff, n * sizeof(*out)); // expect: CWE-131
    return out;
}

int *ids_checked(size_t n)
{
    if (n == 0 || n > 1000)
        return NULL;
    int *out = malloc(n * sizeof(*out));
    if (out == NULL)
        return NULL;
    memset(out, 0xff, n * sizeof(*out));
    return out;
}
