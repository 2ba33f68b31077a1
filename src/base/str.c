/*
 * Growable string buffer; see str.h.
 */
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"

static char empty[1];

void sb_init(Sb *b)
{
    b->s = empty;
    b->n = b->cap = 0;
}

void sb_release(Sb *b)
{
    if (b->cap)
        mem_free(b->s);
    sb_init(b);
}

void sb_reset(Sb *b)
{
    b->n = 0;
    if (b->cap)
        b->s[0] = 0;
}

static void reserve(Sb *b, size_t more)
{
    if (b->n + more + 1 <= b->cap)
        return;
    size_t cap = MAX(b->cap * 2, b->n + more + 1);
    cap = MAX(cap, (size_t)64);
    b->s = b->cap ? mem_realloc(b->s, cap) : mem_alloc(cap);
    b->cap = cap;
}

void sb_addn(Sb *b, const char *s, size_t n)
{
    reserve(b, n);
    if (n)
        memcpy(b->s + b->n, s, n);
    b->n += n;
    b->s[b->n] = 0;
}

void sb_adds(Sb *b, const char *s)
{
    sb_addn(b, s, strlen(s));
}

void sb_addc(Sb *b, char c)
{
    sb_addn(b, &c, 1);
}

void sb_pad(Sb *b, char c, size_t n)
{
    reserve(b, n);
    memset(b->s + b->n, c, n);
    b->n += n;
    b->s[b->n] = 0;
}

void sb_vaddf(Sb *b, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n > 0) {
        reserve(b, (size_t)n);
        vsnprintf(b->s + b->n, (size_t)n + 1, fmt, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void sb_addf(Sb *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(b, fmt, ap);
    va_end(ap);
}

char *sb_detach(Sb *b)
{
    char *s = b->cap ? b->s : mem_strndup("", 0);
    sb_init(b);
    return s;
}

bool str_starts(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_ends(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && memcmp(s + n - m, suffix, m) == 0;
}

/* The usual two-pointer match: only the last '*' needs to be remembered. */
bool str_glob(const char *p, const char *s)
{
    const char *star = NULL, *mark = NULL;
    while (*s) {
        if (*p == '*') {
            star = p++;
            mark = s;
        } else if (*p == '?' || *p == *s) {
            p++, s++;
        } else if (star) {
            p = star + 1;
            s = ++mark;
        } else {
            return false;
        }
    }
    while (*p == '*')
        p++;
    return *p == 0;
}
