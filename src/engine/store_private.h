/*
 * Shared by the files that implement the constraint store (store*.c); nobody else includes it.
 *
 *   store.c         life of a store, questions: cs_test, cs_overflows, ...
 *   store_linear.c  values as sums of terms with intervals
 *   store_diff.c    bounds of sums by known differences and sums
 *   store_assume.c  conditions become bounds, and what follows from new bounds
 *   store_spread.c  a new bound of a term is carried into its operands and to its neighbours
 *   store_join.c    join, implication, equality of stores
 */
#ifndef ENGINE_STORE_PRIVATE_H
#define ENGINE_STORE_PRIVATE_H

#include "engine/store.h"
#include "engine/value_private.h"

/* l <= 0. Always of two terms or more, and no plain difference. */
typedef struct SumFact {
    Linear l;
    const struct SumFact *next;
} SumFact;

/* A value as a sum, and what its parts can be. `range` may be tighter than what the terms' ranges give. */
typedef struct Sum {
    Linear l;
    Interval of[LINEAR_TERMS]; /* by term */
    Interval range;
} Sum;

static inline const SymFact *cs_fact(const Store *s, Val v)
{
    return pmap_get(s->facts, v);
}

/* ---- store_linear.c ---- */

void cs_eval(const StoreCtx *c, const Store *s, Val v, u32 depth, Sum *out);
/* What an operation makes of its operands: */
typedef enum Shape {
    SHAPE_TERM,  /* no sum: only *range is known, before wrap-around */
    SHAPE_EXACT, /* a sum that stays inside the type because leaving it would be undefined */
    SHAPE_WRAPS, /* a sum, to be wrapped to the type */
} Shape;
Shape cs_eval_operation(const StoreCtx *c, const Store *s, Val v, u32 depth, Sum *out, Interval *range);
/* a - b; addresses in one object by their offsets. False: too many terms; only out->range holds. */
bool cs_difference(const StoreCtx *c, const Store *s, Val a, Val b, u32 depth, Sum *out);
/* a += factor * b. False (a unchanged): too many terms or too large numbers. */
bool cs_sum_add(Sum *a, const Sum *b, i64 factor);
/* The sum times factor, plus k. False: the numbers grow too large. */
bool cs_sum_scale(Sum *a, i64 factor, i128 k);
/* The sum that a list of terms gives in this store. */
bool cs_sum_of_linear(const StoreCtx *c, const Store *s, const Linear *l, Sum *out);
/* Range of a term by its own facts alone: cheap. */
Interval cs_term_range(const StoreCtx *c, const Store *s, Val term);
i128 cs_floor_div(i128 a, i128 b); /* b > 0 */
i64 cs_coef_gcd(const Linear *l);

/* ---- store_diff.c ---- */

/* Upper bound of a sum by ranges, differences and sums. */
i128 cs_sum_upper(const StoreCtx *c, const Store *s, const Sum *sum);
Interval cs_sum_range(const StoreCtx *c, const Store *s, const Sum *sum);
void cs_add_diff(const StoreCtx *c, Store *s, Val x, Val y, i64 bound);
void cs_add_sum(const StoreCtx *c, Store *s, const Linear *l);

/* ---- store_assume.c, store_spread.c ---- */

/* One change of a store. */
typedef struct Change {
    const StoreCtx *c;
    Store *s;
    u32 edit; /* of its facts */
    u32 work; /* steps that are left */
} Change;

Change cs_change(const StoreCtx *c, Store *s);
/* All return false when the store became contradictory. */
bool cs_assume_at(Change *ch, Val cond, bool truth, u32 depth);
bool cs_assume_le(Change *ch, const Sum *sum, u32 depth); /* sum <= 0 */
bool cs_limit(Change *ch, Val v, Interval range, u32 depth);
bool cs_tighten(Change *ch, Val term, Interval range, u32 depth);
bool cs_exclude(Change *ch, Val term, i128 value, u32 depth);
/* Terms of sum <= 0 get the bounds that follow from the others. */
bool cs_spread(Change *ch, const Sum *sum, u32 depth);
void cs_set_fact(Change *ch, Val v, Interval range, Val equal, const i128 *excluded, u32 n_excluded);

/* ---- store.c ---- */

int cs_test_at(const StoreCtx *c, const Store *s, Val cond, u32 depth);
/* The condition under which a truth that no bound says is remembered: this one or its negation (*truth is flipped). */
Val cs_remembered_as(const StoreCtx *c, Val cond, bool *truth);
/* Is `value` excluded from a term? */
bool cs_excludes(const Store *s, Val term, i128 value);

#endif
