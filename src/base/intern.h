/*
 * The process-wide pool of spellings: equal bytes have one Sym, so that names compare as
 * integers. Thread-safe; look-ups take no lock. The first Syms are reserved by syntax/ for
 * keywords and punctuators (see syntax/token.h), so their numbers are fixed. The numbers of
 * all others depend on the schedule of threads: never order output by them.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/base.h"

typedef u32 Sym; /* 0: no name */

/* Sym of n bytes, which are copied when new. */
Sym intern_bytes(const char *s, size_t n);
Sym intern_str(const char *s);
/* Same with the hash already computed by intern_hash's step function. */
Sym intern_hashed(const char *s, size_t n, u32 hash);
/* Sym if already known, else 0. */
Sym intern_find(const char *s, size_t n);

/* The hash that intern_hashed expects: start, one step per byte, finish. */
#define INTERN_HASH_START 2166136261u
#define INTERN_HASH_STEP(h, c) (((h) ^ (u8)(c)) * 16777619u)

const char *sym_str(Sym s); /* NUL-terminated; valid for the life of the process; "" for 0 */
u32 sym_len(Sym s);
u32 sym_hash(Sym s);
/* Number of Syms so far, an upper bound for tables indexed by Sym at this moment. */
u32 sym_count(void);

/* Reserves Syms 1..n for these spellings; called once, by syntax/token.c, before any other. */
void intern_reserve(const char *const *spellings, u32 n);

/* Forgets all Syms but the reserved ones and frees their spellings. For processes that read one project after another without end,
 * such as fuzzing: by the only thread, while nobody holds a Sym or what sym_str gave. */
void intern_forget(void);

#endif
