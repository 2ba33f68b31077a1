/*
 * A persistent map from u32 to pointers (pmap_): a trie in an arena, of which copies share what they have in common. A copy is one word;
 * changing a map copies at most one path of nodes, or nothing when this map made the nodes itself (edit). Used by the
 * states of the engine.
 * P. Bagwell: Ideal Hash Trees, 2001; transients as in Clojure's maps.
 */
#ifndef ENGINE_PMAP_H
#define ENGINE_PMAP_H

#include "base/arena.h"

typedef struct PNode PNode;

typedef struct PMap {
    PNode *root; /* NULL: empty */
} PMap;

/* The value of a key, or NULL. NULL as a value means absent. */
void *pmap_get(PMap m, u32 key);
/* Sets (value NULL: removes). `edit`: a number that no other map that is still used has; nodes of that edit are
 * changed in place. Whoever copies a map gives both copies new edits. */
void pmap_set(Arena *a, PMap *m, u32 edit, u32 key, void *value);
/* Calls fn for all entries in ascending order of keys; stops when it returns false. */
typedef bool PMapFn(void *ctx, u32 key, void *value);
bool pmap_each(PMap m, PMapFn *fn, void *ctx);
/* Calls fn for each key whose values differ (pointers compared), ascending; shared parts are skipped. NULL: absent on that side. */
typedef bool PMapDiffFn(void *ctx, u32 key, void *a, void *b);
bool pmap_diff(PMap a, PMap b, PMapDiffFn *fn, void *ctx);
static inline bool pmap_same(PMap a, PMap b)
{
    return a.root == b.root;
}

#endif
