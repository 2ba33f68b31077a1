/*
 * What is different in states: objects and temps that are not shared, and whether two states or objects say the same. Private to state*.c, but
 * for st_same_memory; see state_priv.h. The cost is that of the difference, as maps share what is equal.
 */
#include "engine/state_priv.h"

#include <stdlib.h>

typedef struct KeyWalk {
    Keys *out;
} KeyWalk;

static bool see_key(void *ctx, u32 key, void *a, void *b)
{
    (void)a;
    (void)b;
    KeyWalk *w = ctx;
    vec_push(w->out, key);
    return true;
}

static int by_number(const void *a, const void *b)
{
    u32 x = *(const u32 *)a, y = *(const u32 *)b;
    return (x > y) - (x < y);
}

void st_different(State *const *states, u32 n, bool temps, Keys *out)
{
    KeyWalk w = {out};
    out->n = 0;
    for (u32 i = 1; i < n; i++) {
        if (temps)
            pmap_diff(states[0]->temps, states[i]->temps, see_key, &w);
        else
            pmap_diff(states[0]->objs, states[i]->objs, see_key, &w);
    }
    if (n > 2 && out->n)
        qsort(out->at, out->n, sizeof *out->at, by_number);
    u32 kept = 0;
    for (u32 i = 0; i < out->n; i++)
        if (!kept || out->at[kept - 1] != out->at[i])
            out->at[kept++] = out->at[i];
    out->n = kept;
}

static bool same_spans(const Span *a, const Span *b)
{
    for (; a != b; a = a->older, b = b->older)
        if (!a || !b || a->off != b->off || a->len != b->len || a->content != b->content ||
            a->version != b->version || a->fill != b->fill || a->taint != b->taint ||
            a->origin != b->origin || a->src != b->src || a->src_off != b->src_off ||
            a->maybe_undef != b->maybe_undef)
            return false;
    return true;
}

static bool same_cells(const ObjState *a, const ObjState *b)
{
    if (a->n_cells != b->n_cells)
        return false;
    for (u32 i = 0; i < a->n_cells; i++) {
        const Cell *x = &a->cells[i], *y = &b->cells[i];
        if (x->off == y->off && x->bytes == y->bytes && x->value == y->value)
            continue;
        bool found = false; /* in another order */
        for (u32 k = 0; k < b->n_cells && !found; k++)
            found =
                b->cells[k].off == x->off && b->cells[k].bytes == x->bytes && b->cells[k].value == x->value;
        if (!found)
            return false;
    }
    return true;
}

static bool same_attributes(const ObjState *a, const ObjState *b)
{
    return a->flags == b->flags && a->size == b->size && a->min_size == b->min_size && a->count == b->count &&
           a->taint == b->taint && a->sanitized == b->sanitized && a->examined == b->examined &&
           a->obscure == b->obscure && a->lock_count == b->lock_count && a->freed_family == b->freed_family;
}

bool st_same_object(const ObjState *a, const ObjState *b)
{
    if (a == b)
        return true;
    bool text = a->str_off == b->str_off &&
                (!a->str_off ||
                 (a->str_len == b->str_len && a->str_width == b->str_width && a->str_ended == b->str_ended));
    return text && same_attributes(a, b) && same_spans(a->spans, b->spans) && same_cells(a, b);
}

static bool never_same(void *ctx, u32 key, void *a, void *b)
{
    (void)ctx, (void)key, (void)a, (void)b;
    return false;
}

/* Objects that two states with the same memory may have in different versions; with more of them nobody looks. */
enum { COMPARED_OBJECTS = 24 };

typedef struct SameWalk {
    Run *r;
    const State *a, *b;
    u32 n;
} SameWalk;

static bool same_content(void *ctx, u32 key, void *a, void *b)
{
    SameWalk *w = ctx;
    (void)a, (void)b;
    return ++w->n <= COMPARED_OBJECTS && st_same_object(st_obj(w->r, w->a, key), st_obj(w->r, w->b, key));
}

bool st_same_memory(Run *r, const State *a, const State *b)
{
    SameWalk w = {.r = r, .a = a, .b = b};
    return a->frame == b->frame && a->flags == b->flags && a->havoc == b->havoc &&
           pmap_diff(a->temps, b->temps, never_same, NULL) && pmap_diff(a->objs, b->objs, same_content, &w);
}
