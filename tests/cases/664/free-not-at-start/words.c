/* Words that are cut out of a copied line by moving its pointer. */
#include <stdlib.h>
#include <string.h>

int count_blanks(const char *line)
{
    char *p = strdup(line);
    int n = 0;
    if (p == NULL)
        return -1;
    if (*p == ' ') {
        p++;
        n++;
    }
    free(p); // expect: CWE-761
    return n;
}

int count_blanks_checked(const char *line)
{
    char *copy = strdup(line);
    int n = 0;
    if (copy == NULL)
        return -1;
    char *p = copy;
    if (*p == ' ') {
        p++;
        n++;
    }
    free(copy);
    return n;
}

/* The header was skipped. */
int body(const unsigned char *data, size_t n)
{
    if (n < 8 || n > 4096)
        return -1;
    unsigned char *copy = malloc(n);
    if (copy == NULL)
        return -1;
    memcpy(copy, data, n);
    copy += 4;
    int first = copy[0];
    free(copy); // expect: CWE-761
    return first;
}

int body_checked(const unsigned char *data, size_t n)
{
    if (n < 8 || n > 4096)
        return -1;
    unsigned char *copy = malloc(n);
    if (copy == NULL)
        return -1;
    memcpy(copy, data, n);
    int first = copy[4];
    free(copy);
    return first;
}

struct pair {
    int a, b;
};

void drop_second(void)
{
    struct pair *p = calloc(2, sizeof(*p));
    if (p == NULL)
        return;
    p[1].a = 1;
    free(&p[1]); // expect: CWE-761
}

void drop_second_checked(void)
{
    struct pair *p = calloc(2, sizeof(*p));
    if (p == NULL)
        return;
    p[1].a = 1;
    free(&p[0]);
}
