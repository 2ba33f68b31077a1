/*
 * Collected messages; see diag.h.
 */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

void diags_init(Diags *d)
{
    memset(d, 0, sizeof *d);
    pthread_mutex_init(&d->lock, NULL);
}

static void free_one(Diag *x)
{
    mem_free(x->file);
    mem_free(x->text);
}

void diags_release(Diags *d)
{
    for (u32 i = 0; i < d->n; i++)
        free_one(&d->at[i]);
    mem_free(d->at);
    pthread_mutex_destroy(&d->lock);
    memset(d, 0, sizeof *d);
}

void diag_add(Diags *d, DiagLevel level, const char *file, u32 line, const char *fmt, ...)
{
    Sb b;
    sb_init(&b);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    Diag x = {level, file ? mem_strndup(file, strlen(file)) : NULL, line, sb_detach(&b)};
    pthread_mutex_lock(&d->lock);
    if (d->n == d->cap) {
        d->cap = d->cap ? d->cap * 2 : 16;
        d->at = mem_realloc(d->at, d->cap * sizeof *d->at);
    }
    d->at[d->n++] = x;
    d->errors += level == DIAG_ERROR;
    pthread_mutex_unlock(&d->lock);
}

static int compare(const void *pa, const void *pb)
{
    const Diag *a = pa, *b = pb;
    int c = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (c)
        return c;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    return strcmp(a->text, b->text);
}

void diags_sort(Diags *d)
{
    if (d->n < 2)
        return;
    qsort(d->at, d->n, sizeof *d->at, compare);
    u32 n = 1;
    for (u32 i = 1; i < d->n; i++) {
        if (compare(&d->at[n - 1], &d->at[i]) == 0)
            free_one(&d->at[i]);
        else
            d->at[n++] = d->at[i];
    }
    d->n = n;
}
