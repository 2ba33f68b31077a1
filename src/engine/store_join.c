/*
 * Two stores compared: the join (what both know), implication and equality. Facts that they share in memory are not looked at again. See store.h.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/store_private.h"

enum {
    PARTNERS = 6,
    CANDIDATES = 48
}; /* values that a joined one may be related to; pairs of them in one join */

typedef struct Pair {
    Val x, y;
} Pair;

typedef struct Join {
    Change ch; /* of the result */
    const Store *a, *b;
    Pair pairs[CANDIDATES]; /* differences to be asked of both, besides those that one of them states */
    u32 n_pairs;
} Join;

/* ------------------------------------------------------------------ questions to one side */

static bool never(const StoreCtx *c, const Store *s, Val v, i128 value)
{
    Sum sum;
    cs_eval(c, s, v, 0, &sum);
    if (value < sum.range.lo || value > sum.range.hi || cs_excludes(s, v, value))
        return true;
    return sum.l.n == 1 && sum.l.t[0].coef == 1 && cs_excludes(s, sum.l.t[0].term, value - sum.l.k);
}

static bool always_equal(const StoreCtx *c, const Store *s, Val x, Val y)
{
    i128 up, down;
    return cs_upper_diff(c, s, x, y, &up) && up <= 0 && cs_upper_diff(c, s, y, x, &down) && down <= 0;
}

static Interval undecided_range(const StoreCtx *c, Val v)
{
    Store nothing;
    cs_init(&nothing);
    return cs_term_range(c, &nothing, v);
}

/* Where two lists of facts that may have a common end begin to be the same. NULL: nowhere. */
#define COMMON_TAIL(T, x, n_x, y, n_y)          \
    __extension__({                             \
        const T *p_ = (x), *q_ = (y);           \
        u32 n_p_ = (n_x), n_q_ = (n_y);         \
        for (; n_p_ > n_q_; n_p_--)             \
            p_ = p_->next;                      \
        for (; n_q_ > n_p_; n_q_--)             \
            q_ = q_->next;                      \
        for (; p_ != q_; p_ = p_->next, n_p_--) \
            q_ = q_->next;                      \
        p_;                                     \
    })

/* ------------------------------------------------------------------ facts of one value */

typedef struct Excluded {
    i128 at[LIMIT_STORE_EXCLUDED];
    u32 n;
} Excluded;

static void exclude(const Join *j, Val v, Interval range, i128 value, Excluded *out)
{
    u32 i = 0;
    if (value <= range.lo || value >= range.hi || out->n == LIMIT_STORE_EXCLUDED)
        return;
    while (i < out->n && out->at[i] < value)
        i++;
    if ((i < out->n && out->at[i] == value) || !never(j->ch.c, j->a, v, value) ||
        !never(j->ch.c, j->b, v, value))
        return;
    memmove(&out->at[i + 1], &out->at[i], (out->n - i) * sizeof out->at[0]);
    out->at[i] = value;
    out->n++;
}

static void exclude_all(const Join *j, Val v, Interval a, Interval b, const SymFact *fa, const SymFact *fb,
                        Excluded *out)
{
    Interval range = iv_hull(a, b);
    for (u32 i = 0; fa && i < fa->n_not; i++)
        exclude(j, v, range, fa->not_[i], out);
    for (u32 i = 0; fb && i < fb->n_not; i++)
        exclude(j, v, range, fb->not_[i], out);
    /* The gap between the two ranges: zero, or all of a small one. */
    i128 from = MIN(a.hi, b.hi) + 1, to = MAX(a.lo, b.lo) - 1;
    if (from > to)
        return;
    if (to - from < LIMIT_STORE_EXCLUDED)
        for (i128 x = from; x <= to; x++)
            exclude(j, v, range, x, out);
    else if (from <= 0 && to >= 0)
        exclude(j, v, range, 0, out);
}

static void add_partner(Val v, Val *list, u32 *n)
{
    for (u32 i = 0; i < *n; i++)
        if (list[i] == v)
            return;
    if (*n < PARTNERS)
        list[(*n)++] = v;
}

/* A value that equals different things on the two sides is related to these, and to what they are related to. */
static void add_pairs(Join *j, Val v)
{
    Val partners[PARTNERS];
    u32 n = 0;
    const Store *sides[2] = {j->a, j->b};
    for (u32 k = 0; k < 2; k++) {
        Sum sum;
        cs_eval(j->ch.c, sides[k], v, 0, &sum);
        if (sum.l.n != 1 || sum.l.t[0].coef != 1 || sum.l.t[0].term == v)
            continue;
        Val term = sum.l.t[0].term;
        add_partner(term, partners, &n);
        u32 seen = 0;
        for (const DiffFact *f = sides[k]->diffs; f && seen < LIMIT_STORE_DIFFS; f = f->next, seen++) {
            if (f->x == term && f->y != v)
                add_partner(f->y, partners, &n);
            if (f->y == term && f->x != v)
                add_partner(f->x, partners, &n);
        }
    }
    for (u32 i = 0; i < n && j->n_pairs + 2 <= CANDIDATES; i++) {
        j->pairs[j->n_pairs++] = (Pair){v, partners[i]};
        j->pairs[j->n_pairs++] = (Pair){partners[i], v};
    }
}

static bool join_fact(void *ctx, u32 key, void *x, void *y)
{
    Join *j = ctx;
    const SymFact *fa = x, *fb = y;
    const StoreCtx *c = j->ch.c;
    c->vs->work++;
    if ((!fa || !fb) && val_kind(c->vs, key) == VK_SYM) { /* one side knows nothing of it */
        pmap_set(c->arena, &j->ch.s->facts, j->ch.edit, key, NULL);
        return true;
    }
    Interval a = cs_range(c, j->a, key), b = cs_range(c, j->b, key);
    Interval range = iv_hull(a, b), all = undecided_range(c, key);
    Excluded excluded = {.n = 0};
    exclude_all(j, key, a, b, fa, fb, &excluded);
    Val ea = fa ? fa->equal : VAL_NONE, eb = fb ? fb->equal : VAL_NONE, equal = VAL_NONE;
    if (ea && (ea == eb || always_equal(c, j->b, key, ea)))
        equal = ea;
    else if (eb && always_equal(c, j->a, key, eb))
        equal = eb;
    else if (ea || eb)
        add_pairs(j, key);
    if (!equal && !excluded.n && range.lo <= all.lo && range.hi >= all.hi)
        pmap_set(c->arena, &j->ch.s->facts, j->ch.edit, key, NULL);
    else
        cs_set_fact(&j->ch, key, iv_meet(range, all), equal, excluded.at, excluded.n);
    return true;
}

/* ------------------------------------------------------------------ differences and sums */

/* Adds x - y <= bound unless the result knows as much. */
static void join_diff(Join *j, Val x, Val y, i128 bound)
{
    Store *r = j->ch.s;
    i128 known;
    if (bound > INT64_MAX / 4 || bound < INT64_MIN / 4 || r->n_diffs >= LIMIT_STORE_DIFFS)
        return;
    if (cs_upper_diff(j->ch.c, r, x, y, &known) && known <= bound)
        return;
    cs_add_diff(j->ch.c, r, x, y, (i64)bound);
}

static void join_pair(Join *j, Val x, Val y)
{
    i128 a, b;
    j->ch.c->vs->work += 4;
    if (cs_upper_diff(j->ch.c, j->a, x, y, &a) && cs_upper_diff(j->ch.c, j->b, x, y, &b))
        join_diff(j, x, y, MAX(a, b));
}

/* Asks `other` for what one side states, oldest first. */
static void join_diffs_of(Join *j, const DiffFact *from, const DiffFact *tail)
{
    const DiffFact *list[LIMIT_STORE_DIFFS];
    u32 n = 0;
    for (const DiffFact *f = from; f != tail && n < LIMIT_STORE_DIFFS; f = f->next)
        list[n++] = f;
    while (n > 0) {
        n--;
        join_pair(j, list[n]->x, list[n]->y);
    }
}

static void join_sums_of(Join *j, const SumFact *from, const SumFact *tail)
{
    const SumFact *list[LIMIT_STORE_SUMS];
    Sum a, b;
    u32 n = 0;
    for (const SumFact *f = from; f != tail && n < LIMIT_STORE_SUMS; f = f->next)
        list[n++] = f;
    while (n > 0) {
        n--;
        if (!cs_sum_of_linear(j->ch.c, j->a, &list[n]->l, &a) ||
            !cs_sum_of_linear(j->ch.c, j->b, &list[n]->l, &b))
            continue;
        if (cs_sum_upper(j->ch.c, j->a, &a) <= 0 && cs_sum_upper(j->ch.c, j->b, &b) <= 0)
            cs_add_sum(j->ch.c, j->ch.s, &list[n]->l);
    }
}

static u32 length_of_diffs(const DiffFact *f)
{
    u32 n = 0;
    for (; f; f = f->next)
        n++;
    return n;
}

static u32 length_of_sums(const SumFact *f)
{
    u32 n = 0;
    for (; f; f = f->next)
        n++;
    return n;
}

void cs_join(const StoreCtx *c, Store *out, const Store *a, const Store *b)
{
    if (a->bottom || b->bottom) {
        *out = a->bottom ? *b : *a;
        return;
    }
    Store r = *a;
    Join j = {.ch = cs_change(c, &r), .a = a, .b = b};
    pmap_diff(a->facts, b->facts, join_fact, &j);
    r.n_conds = MIN(a->n_conds, b->n_conds);
    const DiffFact *diffs = COMMON_TAIL(DiffFact, a->diffs, a->n_diffs, b->diffs, b->n_diffs);
    const SumFact *sums = COMMON_TAIL(SumFact, a->sums, a->n_sums, b->sums, b->n_sums);
    r.diffs = diffs;
    r.n_diffs = length_of_diffs(diffs);
    r.sums = sums;
    r.n_sums = length_of_sums(sums);
    for (u32 i = 0; i < j.n_pairs; i++)
        join_pair(&j, j.pairs[i].x, j.pairs[i].y);
    join_diffs_of(&j, b->diffs, diffs);
    join_diffs_of(&j, a->diffs, diffs);
    join_sums_of(&j, b->sums, sums);
    if (a->sums != b->sums)
        join_sums_of(&j, a->sums, sums);
    *out = r;
}

/* ------------------------------------------------------------------ the cheap join */

static bool coarse_fact(void *ctx, u32 key, void *x, void *y)
{
    Change *ch = ctx;
    const SymFact *a = x, *b = y;
    if (!a)
        return true; /* s says nothing already */
    Interval range = b ? iv_hull(a->range, b->range) : a->range, all = undecided_range(ch->c, key);
    Val equal = b && a->equal == b->equal ? a->equal : VAL_NONE;
    if (!b || (!equal && range.lo <= all.lo && range.hi >= all.hi)) {
        pmap_set(ch->c->arena, &ch->s->facts, ch->edit, key, NULL);
        return true;
    }
    i128 excluded[LIMIT_STORE_EXCLUDED];
    u32 n = 0;
    for (u32 i = 0, k = 0; i < a->n_not; i++) {
        while (k < b->n_not && b->not_[k] < a->not_[i])
            k++;
        if (k < b->n_not && b->not_[k] == a->not_[i])
            excluded[n++] = a->not_[i];
    }
    cs_set_fact(ch, key, iv_meet(range, all), equal, excluded, n);
    return true;
}

void cs_join_coarse(const StoreCtx *c, Store *s, const Store *other)
{
    if (s->bottom || other->bottom) {
        if (s->bottom)
            *s = *other;
        return;
    }
    const PMap facts = s->facts;
    Change ch = cs_change(c, s);
    pmap_diff(facts, other->facts, coarse_fact, &ch);
    s->n_conds = MIN(s->n_conds, other->n_conds);
    s->diffs = COMMON_TAIL(DiffFact, s->diffs, s->n_diffs, other->diffs, other->n_diffs);
    s->n_diffs = length_of_diffs(s->diffs);
    s->sums = COMMON_TAIL(SumFact, s->sums, s->n_sums, other->sums, other->n_sums);
    s->n_sums = length_of_sums(s->sums);
}

/* ------------------------------------------------------------------ implication */

typedef struct Implies {
    const StoreCtx *c;
    const Store *b;
} Implies;

/* Does b know what a's fact says? */
static bool implies_fact(void *ctx, u32 key, void *x, void *y)
{
    const Implies *i = ctx;
    const SymFact *fa = x;
    (void)y;
    if (!fa)
        return true;
    Interval range = cs_range(i->c, i->b, key);
    if (range.lo < fa->range.lo || range.hi > fa->range.hi)
        return false;
    for (u32 k = 0; k < fa->n_not; k++)
        if (!never(i->c, i->b, key, fa->not_[k]))
            return false;
    return !fa->equal || always_equal(i->c, i->b, key, fa->equal);
}

bool cs_implies(const StoreCtx *c, const Store *b, const Store *a)
{
    if (b->bottom || a->bottom)
        return b->bottom;
    Implies ctx = {c, b};
    if (!pmap_diff(a->facts, b->facts, implies_fact, &ctx))
        return false;
    const DiffFact *diffs = COMMON_TAIL(DiffFact, a->diffs, a->n_diffs, b->diffs, b->n_diffs);
    for (const DiffFact *f = a->diffs; f != diffs; f = f->next) {
        i128 bound;
        if (!cs_upper_diff(c, b, f->x, f->y, &bound) || bound > f->c)
            return false;
    }
    const SumFact *sums = COMMON_TAIL(SumFact, a->sums, a->n_sums, b->sums, b->n_sums);
    for (const SumFact *f = a->sums; f != sums; f = f->next) {
        Sum sum;
        if (!cs_sum_of_linear(c, b, &f->l, &sum) || cs_sum_upper(c, b, &sum) > 0)
            return false;
    }
    return true;
}
