/*
 * Growable string buffer (sb_). Always NUL-terminated once anything was added, so that
 * sb.s can be handed to C interfaces; may hold NUL bytes inside.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>

#include "base/base.h"

typedef struct Sb {
    char *s; /* "" (static) while empty */
    size_t n, cap;
} Sb;

void sb_init(Sb *b);
void sb_release(Sb *b);
void sb_reset(Sb *b);
void sb_addn(Sb *b, const char *s, size_t n);
void sb_adds(Sb *b, const char *s);
void sb_addc(Sb *b, char c);
void sb_pad(Sb *b, char c, size_t n);
void sb_addf(Sb *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
void sb_vaddf(Sb *b, const char *fmt, va_list ap);
/* Gives the heap string away (never NULL) and leaves the buffer empty. */
char *sb_detach(Sb *b);

bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);
/* Shell-like match over '*' and '?' with bounded work; used by options and contract patterns. */
bool str_glob(const char *pattern, const char *s);

#endif
