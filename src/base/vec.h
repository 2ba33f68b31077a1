/*
 * Typed growable arrays: `VEC(Token) v = {0}; vec_push(&v, t); v.at[i]; v.n`.
 * Heap-backed; elements move when the array grows, so keep indices, not pointers.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/base.h"
#include "base/mem.h"

#define VEC(T)      \
    struct {        \
        T *at;      \
        u32 n, cap; \
    }

/* Grows *at to hold at least `want` elements of `size` bytes. */
void *vec_grow_(void *at, u32 *cap, u32 want, size_t size);

#define vec_reserve(v, want) \
    ((want) > (v)->cap ? (void)((v)->at = vec_grow_((v)->at, &(v)->cap, (want), sizeof *(v)->at)) : (void)0)
#define vec_push(v, x) (vec_reserve((v), (v)->n + 1), (v)->at[(v)->n++] = (x))
#define vec_pop(v) ((v)->at[--(v)->n])
#define vec_last(v) ((v)->at[(v)->n - 1])
#define vec_clear(v) ((v)->n = 0)
#define vec_release(v) (mem_free((v)->at), (v)->at = NULL, (v)->n = (v)->cap = 0)

#endif
