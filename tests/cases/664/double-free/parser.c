/* A parser that gives its buffers back in several places. */
#include <stdlib.h>
#include <string.h>

struct parser {
    char *name, *value;
};

int check_name(const char *name);

/* The error way frees, and so does the common end. */
int parse(const char *line)
{
    int result = 0;
    char *copy = strdup(line);
    if (copy == NULL)
        return -1;
    if (check_name(copy) != 0) {
        free(copy);
        result = -1;
    }
    free(copy); // expect: CWE-415
    return result;
}

int parse_checked(const char *line)
{
    int result = 0;
    char *copy = strdup(line);
    if (copy == NULL)
        return -1;
    if (check_name(copy) != 0)
        result = -1;
    free(copy);
    return result;
}

/* Both members are the same block. */
void clear(struct parser *p)
{
    char *block = malloc(64);
    if (block == NULL)
        return;
    p->name = block;
    p->value = block;
    free(p->name);
    free(p->value); // expect: CWE-415
    p->name = p->value = NULL;
}

void clear_checked(struct parser *p)
{
    char *block = malloc(64);
    if (block == NULL)
        return;
    p->name = block;
    p->value = NULL;
    free(p->name);
    free(p->value);
    p->name = p->value = NULL;
}

/* realloc has released the old block when it succeeds. */
char *grow(size_t n)
{
    char *old = malloc(16);
    if (old == NULL)
        return NULL;
    char *bigger = realloc(old, n);
    if (bigger == NULL) {
        free(old);
        return NULL;
    }
    free(old); // expect: CWE-415
    return bigger;
}

char *grow_checked(size_t n)
{
    char *old = malloc(16);
    if (old == NULL)
        return NULL;
    char *bigger = realloc(old, n);
    if (bigger == NULL) {
        free(old);
        return NULL;
    }
    return bigger;
}

/* The pointer is cleared, and null may be freed. */
int twice(const char *line)
{
    char *copy = strdup(line);
    if (copy == NULL)
        return -1;
    free(copy);
    copy = NULL;
    free(copy);
    return 0;
}
