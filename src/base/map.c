/*
 * Open-addressing hash map; see map.h. Linear probing at a load of at most 2/3.
 */
#include "base/map.h"

#include <string.h>

#include "base/mem.h"

void map_init(Map *m)
{
    memset(m, 0, sizeof *m);
}

void map_release(Map *m)
{
    mem_free(m->slots);
    map_init(m);
}

void map_clear(Map *m)
{
    if (m->slots)
        memset(m->slots, 0, m->cap * sizeof *m->slots);
    m->n = 0;
}

static MapSlot *probe(const Map *m, u64 key)
{
    u32 mask = m->cap - 1;
    for (u32 i = (u32)map_mix(key) & mask;; i = (i + 1) & mask) {
        MapSlot *s = &m->slots[i];
        if (!s->used || s->key == key)
            return s;
    }
}

static void rehash(Map *m, u32 cap)
{
    Map next = {mem_zalloc(cap, sizeof(MapSlot)), m->n, cap};
    for (u32 i = 0; i < m->cap; i++)
        if (m->slots[i].used)
            *probe(&next, m->slots[i].key) = m->slots[i];
    mem_free(m->slots);
    *m = next;
}

u32 map_get(const Map *m, u64 key, u32 none)
{
    if (!m->n)
        return none;
    MapSlot *s = probe(m, key);
    return s->used ? s->value : none;
}

bool map_has(const Map *m, u64 key)
{
    return m->n && probe(m, key)->used;
}

u32 *map_slot(Map *m, u64 key, u32 fresh)
{
    if ((m->n + 1) * 3 > m->cap * 2)
        rehash(m, m->cap ? m->cap * 2 : 16);
    MapSlot *s = probe(m, key);
    if (!s->used) {
        *s = (MapSlot){key, fresh, 1};
        m->n++;
    }
    return &s->value;
}

void map_put(Map *m, u64 key, u32 value)
{
    *map_slot(m, key, value) = value;
}
