/*
 * Bump allocator: many small objects with one lifetime. Each arena's owner says in its own
 * header how long it lives; nothing in an arena is freed on its own.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/base.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunks; /* newest first */
    char *cur, *end;
    size_t used; /* bytes handed out since the last reset */
} Arena;

void arena_init(Arena *a);
void arena_release(Arena *a);
/* Forgets all objects but keeps the newest chunk for reuse. */
void arena_reset(Arena *a);

/* size bytes aligned to 8 (or 16 for size >= 16), uninitialised. */
void *arena_alloc(Arena *a, size_t size);
void *arena_zalloc(Arena *a, size_t size);
/* Copy with a NUL behind it. */
char *arena_strndup(Arena *a, const char *s, size_t n);
char *arena_printf(Arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

#define arena_new(a, T) ((T *)arena_zalloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_zalloc((a), sizeof(T) * (size_t)(n)))

#endif
