/*
 * Checked heap allocation; see mem.h. Running out of memory is the one error that
 * ends the process at once (exit code 3, internal fault).
 */
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die_of_hunger(size_t size)
{
    fprintf(stderr,
            "stoa: out of memory (%zu bytes asked for); review fewer files at a time or use fewer --jobs\n",
            size);
    exit(3);
}

void *mem_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        die_of_hunger(size);
    return p;
}

void *mem_zalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        die_of_hunger(count * size);
    return p;
}

void *mem_realloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q)
        die_of_hunger(size);
    return q;
}

void mem_free(void *p)
{
    free(p);
}

char *mem_strndup(const char *s, size_t n)
{
    char *p = mem_alloc(n + 1);
    if (n)
        memcpy(p, s, n);
    p[n] = 0;
    return p;
}
