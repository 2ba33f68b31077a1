/*
 * The constraint store (cs_): what a path knows about symbols. Per symbol an interval with excluded values, equalities, and
 * differences x - y <= c between values; all of it cheap and incomplete on purpose, and never wrong: what it calls proved holds in every
 * concrete run of the path, with C's promotions, conversions and wrap-around. Part of a State (state.h); branching copies a few words.
 * Intervals: P. and R. Cousot 1977. Differences: Miné's zones 2001, Pentagons (Logozzo, Fähndrich 2008); closed on demand, never whole.
 */
#ifndef ENGINE_STORE_H
#define ENGINE_STORE_H

#include "engine/pmap.h"
#include "engine/value.h"

/* lo > hi: empty. */
typedef struct Interval {
    i128 lo, hi;
} Interval;

/* What is known of one symbol (or of another value that is no sum: a product, a remainder). Immutable. */
typedef struct SymFact {
    Interval range;
    Val equal; /* an older value that it equals as a mathematical integer (types may differ), or 0 */
    u32 n_not; /* excluded values, ascending, inside range; at most LIMIT_STORE_EXCLUDED */
    i128 not_[];
} SymFact;

/* x - y <= c over mathematical integers. */
typedef struct DiffFact {
    Val x, y; /* VAL_NONE as y: x <= c is never stored here but in the range */
    i64 c;
    const struct DiffFact *next; /* persistent list, newest first */
} DiffFact;

/* A sum of more or other terms that is <= 0: off + len - size <= 0. */
struct SumFact;

typedef struct Store {
    PMap facts; /* Val -> const SymFact * */
    const DiffFact *diffs;
    const struct SumFact *sums; /* private to store*.c */
    u32 n_diffs, n_sums;
    u32 n_conds; /* conditions that are known as such, because no bound says them */
    bool bottom; /* contradiction: the path is infeasible */
} Store;

/* What the store's functions work with: values and memory for new facts. */
typedef struct StoreCtx {
    Values *vs;
    Arena *arena;
} StoreCtx;

void cs_init(Store *s);

/* A value as a sum: constant + coefficients times terms, over mathematical integers; a term is a symbol or a value that is no sum. Exact only when
 * no part of it can wrap in this store; otherwise the wrapping part is one term. */
#define LINEAR_TERMS 6
typedef struct Linear {
    i128 k;
    u32 n;
    struct {
        Val term;
        i64 coef;      /* not 0 */
    } t[LINEAR_TERMS]; /* ascending terms */
} Linear;
/* Always succeeds: at worst 1 * v. Signed sums, products and negations inside a value are read as exact here and in all questions below: their
 * overflow is undefined and was reported where it happens, so nothing is claimed of runs in which it does. */
Linear cs_linear(const StoreCtx *c, const Store *s, Val v);

/* All values that v can have: of the type when nothing is known. Pointers: addresses as numbers; those of objects that cannot be null are >= 1. */
Interval cs_range(const StoreCtx *c, const Store *s, Val v);

/* Truth of a condition (any scalar: is it nonzero?): 1, 0, -1 not known. An address of an object counts as nonzero (whether its object exists
 * is asked of the object's base), addresses of two objects as neither equal nor different. */
int cs_test(const StoreCtx *c, const Store *s, Val cond);
/* Least upper bound of a - b that the store can show over mathematical integers; false: none. */
bool cs_upper_diff(const StoreCtx *c, const Store *s, Val a, Val b, i128 *bound);

/* Adds that cond is true (nonzero) or false. False: the store is now contradictory. Comparisons, !, && and || of values, arithmetic
 * on both sides, casts, masks with constants, remainders are understood; of others at least that they are (non)zero. */
bool cs_assume(const StoreCtx *c, Store *s, Val cond, bool truth);
/* Adds that v lies in the interval. */
bool cs_restrict(const StoreCtx *c, Store *s, Val v, Interval range);

/* Does a BINOP or CAST (of integers) of these operands leave the range of its type, computed over mathematical integers: 1 always, 0 never, -1 perhaps. */
int cs_overflows(const StoreCtx *c, const Store *s, IrBinop op, VType t, Val a, Val b);
int cs_changes(const StoreCtx *c, const Store *s, VType to, Val a);

/* Knowledge that both have: the join. Values equal in neither keep the hull of their ranges. */
void cs_join(const StoreCtx *c, Store *out, const Store *a, const Store *b);
/* A cheap join: s keeps what both say in the same words, hulls of ranges besides. */
void cs_join_coarse(const StoreCtx *c, Store *s, const Store *other);
/* Does b know everything that a knows (every concrete run of b is one of a)? May say false when it is true. Only tests ask: it is what they hold
 * joins against. */
bool cs_implies(const StoreCtx *c, const Store *b, const Store *a);

/* Interval arithmetic over mathematical integers, saturating at +-IV_LIMIT. */
#define IV_LIMIT ((i128)1 << 100)
Interval iv_of_type(VType t);
Interval iv_hull(Interval a, Interval b);
Interval iv_meet(Interval a, Interval b);
static inline bool iv_empty(Interval a)
{
    return a.lo > a.hi;
}
/* Result before wrapping. Division and remainder by an interval with 0 leave 0 out. */
Interval iv_binop(IrBinop op, VType t, Interval a, Interval b);
/* The interval that a conversion (or wrap-around) to t makes of it. */
Interval iv_wrap(VType t, Interval a);

#endif
