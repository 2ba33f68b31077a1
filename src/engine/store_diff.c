/*
 * Bounds of sums by what is known of differences x - y <= c and of other sums. Differences are closed on demand: chains are searched from one end, a few
 * rounds far. Private to store*.c.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/store_private.h"

enum { CHAIN_NODES = 24 }; /* values that a search for a chain may pass */

/* Least bound of x - y that a chain of differences gives. */
static bool chain(const Store *s, Val x, Val y, i128 *bound)
{
    bool starts = false, ends = false;
    u32 seen = 0;
    for (const DiffFact *f = s->diffs; f && seen < LIMIT_STORE_DIFFS; f = f->next, seen++) {
        starts |= f->x == x;
        ends |= f->y == y;
    }
    if (!starts || !ends)
        return false;
    struct {
        Val v;
        i128 d;
    } at[CHAIN_NODES];
    u32 n = 1;
    at[0].v = x;
    at[0].d = 0;
    bool found = false, changed = true;
    for (u32 round = 0; changed && round < LIMIT_STORE_ROUNDS; round++) {
        changed = false;
        seen = 0;
        for (const DiffFact *f = s->diffs; f && seen < LIMIT_STORE_DIFFS; f = f->next, seen++) {
            u32 i = 0, j = 0;
            while (i < n && at[i].v != f->x)
                i++;
            if (i == n)
                continue;
            while (j < n && at[j].v != f->y)
                j++;
            i128 d = at[i].d + f->c;
            if (j == n) {
                if (n == CHAIN_NODES)
                    continue;
                at[n++].v = f->y;
            } else if (at[j].d <= d) {
                continue;
            }
            at[j].d = d;
            changed = true;
            if (f->y == y && (!found || d < *bound)) {
                *bound = d;
                found = true;
            }
        }
    }
    return found;
}

/* Upper bound by the terms' ranges, where pairs of opposite sign are bounded by chains. */
static i128 upper_by_chains(const Store *s, const Sum *a)
{
    i64 coef[LINEAR_TERMS];
    i128 total = a->l.k;
    for (u32 i = 0; i < a->l.n; i++)
        coef[i] = a->l.t[i].coef;
    for (u32 i = 0; s->diffs && i < a->l.n; i++) {
        for (u32 j = 0; j < a->l.n && coef[i] > 0; j++) {
            i128 d;
            if (coef[j] >= 0 || !chain(s, a->l.t[i].term, a->l.t[j].term, &d))
                continue;
            if (d >= a->of[i].hi - a->of[j].lo)
                continue;
            i64 times = MIN(coef[i], -coef[j]);
            total += d * times;
            coef[i] -= times;
            coef[j] += times;
        }
    }
    for (u32 i = 0; i < a->l.n; i++)
        total += coef[i] * (coef[i] > 0 ? a->of[i].hi : coef[i] < 0 ? a->of[i].lo : 0);
    return total;
}

/* How often a fact goes into a sum: as often as its first term that the sum has. 0: not at all. */
static i64 times_in(const Linear *fact, const Linear *l)
{
    for (u32 i = 0, j = 0; i < fact->n && j < l->n;) {
        if (fact->t[i].term < l->t[j].term) {
            i++;
        } else if (fact->t[i].term > l->t[j].term) {
            j++;
        } else {
            i64 f = fact->t[i].coef, c = l->t[j].coef;
            if ((f < 0) != (c < 0))
                return 0;
            return c % f == 0 ? c / f : 1;
        }
    }
    return 0;
}

static void sum_of_fact(const StoreCtx *c, const Store *s, const Linear *l, Sum *out)
{
    out->l = *l;
    out->range = (Interval){-IV_LIMIT, IV_LIMIT};
    for (u32 i = 0; i < l->n; i++)
        out->of[i] = cs_term_range(c, s, l->t[i].term);
}

i128 cs_sum_upper(const StoreCtx *c, const Store *s, const Sum *sum)
{
    i128 best = sum->range.hi;
    if (sum->l.n == 0)
        return best;
    if (s->diffs && sum->l.n > 1) {
        i128 bound = upper_by_chains(s, sum);
        best = MIN(best, bound);
    }
    u32 seen = 0;
    for (const SumFact *f = s->sums; f && seen < LIMIT_STORE_SUMS && sum->l.n > 1; f = f->next, seen++) {
        i64 times = times_in(&f->l, &sum->l);
        if (!times)
            continue;
        Sum rest = *sum, fact;
        sum_of_fact(c, s, &f->l, &fact);
        if (!cs_sum_add(&rest, &fact, -times))
            continue;
        i128 bound = upper_by_chains(s, &rest);
        best = MIN(best, bound);
    }
    return best;
}

Interval cs_sum_range(const StoreCtx *c, const Store *s, const Sum *sum)
{
    Sum negated = *sum;
    Interval r = {sum->range.lo, cs_sum_upper(c, s, sum)};
    if (cs_sum_scale(&negated, -1, 0)) {
        i128 lower = -cs_sum_upper(c, s, &negated);
        r.lo = MAX(r.lo, lower);
    }
    return r;
}

/* ------------------------------------------------------------------ adding */

static const DiffFact *prepend(const StoreCtx *c, const DiffFact *next, Val x, Val y, i64 bound)
{
    DiffFact *f = arena_alloc(c->arena, sizeof *f);
    *f = (DiffFact){x, y, bound, next};
    return f;
}

/* The list without facts that stronger ones imply, at most three quarters of the limit, newest first. */
static void compact(const StoreCtx *c, Store *s)
{
    const DiffFact *kept[LIMIT_STORE_DIFFS];
    u32 n = 0;
    for (const DiffFact *f = s->diffs; f && n < LIMIT_STORE_DIFFS * 3 / 4; f = f->next) {
        bool weaker = false;
        for (u32 i = 0; i < n && !weaker; i++)
            weaker = kept[i]->x == f->x && kept[i]->y == f->y && kept[i]->c <= f->c;
        if (!weaker)
            kept[n++] = f;
    }
    s->diffs = NULL;
    s->n_diffs = n;
    while (n > 0) {
        n--;
        s->diffs = prepend(c, s->diffs, kept[n]->x, kept[n]->y, kept[n]->c);
    }
}

void cs_add_diff(const StoreCtx *c, Store *s, Val x, Val y, i64 bound)
{
    if (s->n_diffs >= LIMIT_STORE_DIFFS)
        compact(c, s);
    s->diffs = prepend(c, s->diffs, x, y, bound);
    s->n_diffs++;
}

static void push_sum(const StoreCtx *c, Store *s, const Linear *l)
{
    SumFact *f = arena_alloc(c->arena, sizeof *f);
    f->l.k = l->k;
    f->l.n = l->n;
    memcpy(f->l.t, l->t, l->n * sizeof l->t[0]);
    f->next = s->sums;
    s->sums = f;
    s->n_sums++;
}

void cs_add_sum(const StoreCtx *c, Store *s, const Linear *l)
{
    if (s->n_sums >= 2 * LIMIT_STORE_SUMS) {
        /* Only the newest are looked at. */
        const SumFact *kept[LIMIT_STORE_SUMS];
        u32 n = 0;
        for (const SumFact *f = s->sums; f && n < LIMIT_STORE_SUMS; f = f->next)
            kept[n++] = f;
        s->sums = NULL;
        s->n_sums = 0;
        while (n > 0)
            push_sum(c, s, &kept[--n]->l);
    }
    push_sum(c, s, l);
}
