/*
 * Open-addressing hash map from u64 keys to u32 values (map_). Key 0 is allowed.
 * Iteration is not offered on purpose: its order would reach the output.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/base.h"

typedef struct MapSlot {
    u64 key;
    u32 value;
    u32 used;
} MapSlot;

typedef struct Map {
    MapSlot *slots;
    u32 n, cap; /* cap is 0 or a power of two */
} Map;

void map_init(Map *m);
void map_release(Map *m);
void map_clear(Map *m);
/* Value stored under key, or `none`. */
u32 map_get(const Map *m, u64 key, u32 none);
bool map_has(const Map *m, u64 key);
/* Inserts or replaces. */
void map_put(Map *m, u64 key, u32 value);
/* The slot's value, inserted as `fresh` if absent; the pointer holds until the next insertion. */
u32 *map_slot(Map *m, u64 key, u32 fresh);

static inline u64 map_mix(u64 x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdull;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ull;
    return x ^ (x >> 33);
}

#endif
