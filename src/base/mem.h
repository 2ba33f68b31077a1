/*
 * Checked heap allocation: a failed allocation ends the process with a message, because no
 * caller could go on. Used by the containers of base/; other rooms use arenas and vectors.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include "base/base.h"

/* Like malloc, calloc and realloc, but never return NULL (size 0 gives a valid pointer). */
void *mem_alloc(size_t size);
void *mem_zalloc(size_t count, size_t size);
void *mem_realloc(void *p, size_t size);
void mem_free(void *p);

/* Heap copy of n bytes with a NUL behind them; the caller frees it. */
char *mem_strndup(const char *s, size_t n);

#endif
