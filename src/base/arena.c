/*
 * Bump allocator; see arena.h. Chunks double up to 1 MiB; an object larger than
 * a chunk gets one of its own.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

struct ArenaChunk {
    ArenaChunk *next;
    size_t size;
    _Alignas(16) char data[];
};

enum { CHUNK_FIRST = 4096, CHUNK_MAX = 1 << 20 };

void arena_init(Arena *a)
{
    memset(a, 0, sizeof *a);
}

void arena_release(Arena *a)
{
    for (ArenaChunk *c = a->chunks; c;) {
        ArenaChunk *next = c->next;
        mem_free(c);
        c = next;
    }
    arena_init(a);
}

void arena_reset(Arena *a)
{
    if (!a->chunks)
        return;
    for (ArenaChunk *c = a->chunks->next; c;) {
        ArenaChunk *next = c->next;
        mem_free(c);
        c = next;
    }
    a->chunks->next = NULL;
    a->cur = a->chunks->data;
    a->end = a->chunks->data + a->chunks->size;
    a->used = 0;
}

static void *grow(Arena *a, size_t size)
{
    size_t want = a->chunks ? MIN(a->chunks->size * 2, (size_t)CHUNK_MAX) : CHUNK_FIRST;
    bool big = size > want / 2;
    ArenaChunk *c = mem_alloc(sizeof *c + (big ? size : want));
    c->size = big ? size : want;
    if (big && a->chunks) { /* keep filling the current chunk */
        c->next = a->chunks->next;
        a->chunks->next = c;
        return c->data;
    }
    c->next = a->chunks;
    a->chunks = c;
    a->cur = c->data + size;
    a->end = c->data + c->size;
    return c->data;
}

void *arena_alloc(Arena *a, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (size == 0)
        size = 16;
    a->used += size;
    if ((size_t)(a->end - a->cur) < size)
        return grow(a, size);
    void *p = a->cur;
    a->cur += size;
    return p;
}

void *arena_zalloc(Arena *a, size_t size)
{
    return memset(arena_alloc(a, size), 0, size);
}

char *arena_strndup(Arena *a, const char *s, size_t n)
{
    char *p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, s, n);
    p[n] = 0;
    return p;
}

char *arena_printf(Arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    char *p = arena_alloc(a, (size_t)n + 1);
    va_start(ap, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return p;
}
