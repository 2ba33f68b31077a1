/*
 * Persistent map; see pmap.h. Nodes have 16 places and stand at a height: a leaf's places are values, those of a node of height h are
 * nodes of height h - 1. The root is only as high as the greatest key needs, so that maps of small keys are flat.
 */
#include "engine/pmap.h"

#include <string.h>

enum { BITS = 4, WAYS = 1 << BITS, TOP_HEIGHT = 32 / BITS - 1 };

struct PNode {
    u32 edit;
    u32 height;
    void *at[WAYS];
};

static inline u32 place_of(u32 key, u32 height)
{
    return key >> (height * BITS) & (WAYS - 1);
}

/* Does a tree of this height have a place for the key? */
static inline bool covers(u32 height, u32 key)
{
    return height >= TOP_HEIGHT || key >> ((height + 1) * BITS) == 0;
}

void *pmap_get(PMap m, u32 key)
{
    const PNode *n = m.root;
    if (!n || !covers(n->height, key))
        return NULL;
    for (u32 h = n->height; h > 0; h--) {
        n = n->at[place_of(key, h)];
        if (!n)
            return NULL;
    }
    return n->at[place_of(key, 0)];
}

static PNode *node_new(Arena *a, u32 edit, u32 height)
{
    PNode *n = arena_zalloc(a, sizeof *n);
    n->edit = edit;
    n->height = height;
    return n;
}

/* The node itself when it may be changed, else a copy that may. */
static PNode *node_own(Arena *a, PNode *n, u32 edit)
{
    if (n->edit == edit)
        return n;
    PNode *copy = arena_alloc(a, sizeof *copy);
    memcpy(copy, n, sizeof *copy);
    copy->edit = edit;
    return copy;
}

void pmap_set(Arena *a, PMap *m, u32 edit, u32 key, void *value)
{
    if (!value && !pmap_get(*m, key))
        return;
    if (!m->root)
        m->root = node_new(a, edit, 0);
    while (!covers(m->root->height, key)) {
        PNode *top = node_new(a, edit, m->root->height + 1);
        top->at[0] = m->root;
        m->root = top;
    }
    PNode *n = m->root = node_own(a, m->root, edit);
    for (u32 h = n->height; h > 0; h--) {
        void **place = &n->at[place_of(key, h)];
        n = *place ? node_own(a, *place, edit) : node_new(a, edit, h - 1);
        *place = n;
    }
    n->at[place_of(key, 0)] = value;
}

static bool each(const PNode *n, u32 base, PMapFn *fn, void *ctx)
{
    for (u32 i = 0; i < WAYS; i++) {
        if (!n->at[i])
            continue;
        u32 key = base | i << (n->height * BITS);
        if (!(n->height ? each(n->at[i], key, fn, ctx) : fn(ctx, key, n->at[i])))
            return false;
    }
    return true;
}

bool pmap_each(PMap m, PMapFn *fn, void *ctx)
{
    return !m.root || each(m.root, 0, fn, ctx);
}

/* Place i of a tree as seen from a height that may be above its root. */
static void *place_from(const PNode *n, u32 height, u32 i)
{
    if (!n)
        return NULL;
    if (n->height == height)
        return n->at[i];
    return i == 0 ? (void *)n : NULL;
}

static bool diff(const PNode *x, const PNode *y, u32 height, u32 base, PMapDiffFn *fn, void *ctx)
{
    if (x && y && x->height == height && y->height == height && height == 0) { /* most of the work */
        for (u32 i = 0; i < WAYS; i++)
            if (x->at[i] != y->at[i] && !fn(ctx, base | i, x->at[i], y->at[i]))
                return false;
        return true;
    }
    for (u32 i = 0; i < WAYS; i++) {
        void *a = place_from(x, height, i), *b = place_from(y, height, i);
        if (a == b)
            continue;
        u32 key = base | i << (height * BITS);
        if (!(height ? diff(a, b, height - 1, key, fn, ctx) : fn(ctx, key, a, b)))
            return false;
    }
    return true;
}

bool pmap_diff(PMap a, PMap b, PMapDiffFn *fn, void *ctx)
{
    if (a.root == b.root)
        return true;
    u32 height = MAX(a.root ? a.root->height : 0, b.root ? b.root->height : 0);
    return diff(a.root, b.root, height, 0, fn, ctx);
}
