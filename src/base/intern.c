/*
 * The pool of spellings; see intern.h. Entries live in chunks that never move. The hash table
 * holds Syms in atomic slots: readers probe without a lock, and a miss is decided again under the
 * mutex. A grown-out table stays allocated, since a reader may still be probing it.
 */
#include "base/intern.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

typedef struct Entry {
    const char *s;
    u32 n, hash;
} Entry;

enum { CHUNK_BITS = 12, CHUNK = 1 << CHUNK_BITS, CHUNKS_MAX = 1 << 15 };

typedef struct Table {
    struct Table *older;
    u32 mask;
    _Atomic u32 slots[];
} Table;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic(Table *) table;
static Entry *chunks[CHUNKS_MAX];
static _Atomic u32 count = 1;    /* Sym 0 is no name */
static Arena bytes, fixed_bytes; /* spellings of the others, and of the reserved Syms */
static u32 n_fixed;

static Entry *entry(Sym s)
{
    return &chunks[s >> CHUNK_BITS][s & (CHUNK - 1)];
}

static u32 finish(u32 h)
{
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    return h ^ (h >> 13);
}

static Sym lookup(Table *t, const char *s, size_t n, u32 hash)
{
    if (!t)
        return 0;
    for (u32 i = hash & t->mask;; i = (i + 1) & t->mask) {
        Sym id = atomic_load_explicit(&t->slots[i], memory_order_acquire);
        if (!id)
            return 0;
        Entry *e = entry(id);
        if (e->hash == hash && e->n == n && memcmp(e->s, s, n) == 0)
            return id;
    }
}

static void place(Table *t, Sym id, u32 hash)
{
    u32 i = hash & t->mask;
    while (atomic_load_explicit(&t->slots[i], memory_order_relaxed))
        i = (i + 1) & t->mask;
    atomic_store_explicit(&t->slots[i], id, memory_order_release);
}

static Table *grow(Table *old)
{
    u32 cap = old ? (old->mask + 1) * 2 : 1 << 14;
    Table *t = mem_zalloc(1, sizeof *t + cap * sizeof t->slots[0]);
    t->mask = cap - 1;
    t->older = old;
    u32 n = atomic_load_explicit(&count, memory_order_relaxed);
    for (Sym id = 1; id < n; id++)
        place(t, id, entry(id)->hash);
    atomic_store_explicit(&table, t, memory_order_release);
    return t;
}

/* Under the lock. */
static Sym add(Arena *spellings, const char *s, size_t n, u32 hash)
{
    Table *t = atomic_load_explicit(&table, memory_order_relaxed);
    Sym id = lookup(t, s, n, hash);
    if (id)
        return id;
    id = atomic_load_explicit(&count, memory_order_relaxed);
    if (!t || id * 2 > t->mask)
        t = grow(t);
    u32 c = id >> CHUNK_BITS;
    assert(c < CHUNKS_MAX);
    if (!chunks[c])
        chunks[c] = mem_zalloc(CHUNK, sizeof(Entry));
    *entry(id) = (Entry){arena_strndup(spellings, s, n), (u32)n, hash};
    atomic_store_explicit(&count, id + 1, memory_order_release);
    place(t, id, hash);
    return id;
}

Sym intern_hashed(const char *s, size_t n, u32 hash)
{
    hash = finish(hash);
    Sym id = lookup(atomic_load_explicit(&table, memory_order_acquire), s, n, hash);
    if (id)
        return id;
    pthread_mutex_lock(&lock);
    id = add(&bytes, s, n, hash);
    pthread_mutex_unlock(&lock);
    return id;
}

static u32 hash_of(const char *s, size_t n)
{
    u32 h = INTERN_HASH_START;
    for (size_t i = 0; i < n; i++)
        h = INTERN_HASH_STEP(h, s[i]);
    return h;
}

Sym intern_bytes(const char *s, size_t n)
{
    return intern_hashed(s, n, hash_of(s, n));
}

Sym intern_str(const char *s)
{
    return intern_bytes(s, strlen(s));
}

Sym intern_find(const char *s, size_t n)
{
    return lookup(atomic_load_explicit(&table, memory_order_acquire), s, n, finish(hash_of(s, n)));
}

const char *sym_str(Sym s)
{
    return s ? entry(s)->s : "";
}

u32 sym_len(Sym s)
{
    return s ? entry(s)->n : 0;
}

u32 sym_hash(Sym s)
{
    return s ? entry(s)->hash : 0;
}

u32 sym_count(void)
{
    return atomic_load_explicit(&count, memory_order_acquire);
}

void intern_reserve(const char *const *spellings, u32 n)
{
    pthread_mutex_lock(&lock);
    if (atomic_load_explicit(&count, memory_order_relaxed) == 1)
        for (u32 i = 0; i < n; i++)
            n_fixed = add(&fixed_bytes, spellings[i], strlen(spellings[i]),
                          finish(hash_of(spellings[i], strlen(spellings[i]))));
    pthread_mutex_unlock(&lock);
}

void intern_forget(void)
{
    pthread_mutex_lock(&lock);
    Table *t = atomic_load_explicit(&table, memory_order_relaxed);
    if (t) {
        for (Table *old = t->older; old;) {
            Table *next = old->older;
            mem_free(old);
            old = next;
        }
        t->older = NULL;
        memset(t->slots, 0, ((size_t)t->mask + 1) * sizeof t->slots[0]);
        for (Sym id = 1; id <= n_fixed; id++)
            place(t, id, entry(id)->hash);
    }
    atomic_store_explicit(&count, n_fixed + 1, memory_order_release);
    arena_reset(&bytes);
    pthread_mutex_unlock(&lock);
}
