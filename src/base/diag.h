/*
 * Messages to the user about input that could not be read as hoped: each names the file, the
 * place and the remedy. Collected during a run (thread-safe), printed sorted on stderr at its end,
 * and counted for the exit code.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <pthread.h>

#include "base/base.h"

typedef enum DiagLevel {
    DIAG_NOTE,    /* worth knowing; no effect on the exit code */
    DIAG_WARNING, /* something was not reviewed; the report says so too */
    DIAG_ERROR,   /* an input could not be read: exit code 2 */
} DiagLevel;

typedef struct Diag {
    DiagLevel level;
    char *file; /* may be NULL */
    u32 line;   /* 0: none */
    char *text; /* message and remedy */
} Diag;

typedef struct Diags {
    Diag *at;
    u32 n, cap;
    u32 errors;
    pthread_mutex_t lock;
} Diags;

void diags_init(Diags *d);
void diags_release(Diags *d);
/* file may be NULL, line 0. The strings are copied. */
void diag_add(Diags *d, DiagLevel level, const char *file, u32 line, const char *fmt, ...) PRINTF_LIKE(5, 6);
/* Sorts by file, line, level, text and removes exact repeats. */
void diags_sort(Diags *d);

#endif
