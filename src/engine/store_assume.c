/*
 * Conditions become facts: comparisons as sums, truth values, and what no bound can say as a remembered condition. See store.h; private parts
 * are shared through store_private.h.
 */
#include "base/limits.h"
#include "engine/store_private.h"

enum { ALTERNATIVES_DEPTH = 3 }; /* nested "or" whose two sides are both followed */

static bool contradiction(Change *ch)
{
    ch->s->bottom = true;
    return false;
}

/* ------------------------------------------------------------------ sums */

/* Divides by the common factor, rounding the constant the way that keeps sum <= 0. */
static void reduce(Linear *l)
{
    i64 g = cs_coef_gcd(l);
    if (g <= 1)
        return;
    for (u32 i = 0; i < l->n; i++)
        l->t[i].coef /= g;
    l->k = -cs_floor_div(-l->k, g);
}

bool cs_assume_le(Change *ch, const Sum *sum, u32 depth)
{
    const Linear *l = &sum->l;
    if (ch->s->bottom)
        return false;
    if (sum->range.hi <= 0)
        return true;
    if (sum->range.lo > 0)
        return contradiction(ch);
    if (l->n == 0)
        return true;
    if (l->n == 1) {
        i64 coef = l->t[0].coef;
        Interval want = {-IV_LIMIT, IV_LIMIT};
        if (coef > 0)
            want.hi = cs_floor_div(-l->k, coef);
        else
            want.lo = -cs_floor_div(-l->k, -coef);
        return cs_tighten(ch, l->t[0].term, want, depth);
    }
    Interval known = cs_sum_range(ch->c, ch->s, sum);
    if (known.hi <= 0)
        return true;
    if (known.lo > 0)
        return contradiction(ch);
    Sum normal = *sum;
    reduce(&normal.l);
    if (l->n == 2 && normal.l.t[0].coef + normal.l.t[1].coef == 0 &&
        (normal.l.t[0].coef == 1 || normal.l.t[0].coef == -1)) {
        u32 up = normal.l.t[0].coef > 0 ? 0 : 1;
        if (normal.l.k >= INT64_MIN / 4 && normal.l.k <= INT64_MAX / 4)
            cs_add_diff(ch->c, ch->s, normal.l.t[up].term, normal.l.t[1 - up].term, (i64)-normal.l.k);
    } else {
        cs_add_sum(ch->c, ch->s, &normal.l);
    }
    return cs_spread(ch, &normal, depth);
}

/* sum * sign + k <= 0 */
static bool assume_le_shifted(Change *ch, const Sum *sum, i64 sign, i128 k, u32 depth)
{
    Sum d = *sum;
    return !cs_sum_scale(&d, sign, k) || cs_assume_le(ch, &d, depth);
}

bool cs_limit(Change *ch, Val v, Interval range, u32 depth)
{
    Sum d;
    cs_eval(ch->c, ch->s, v, 0, &d);
    if (range.hi < d.range.hi && !assume_le_shifted(ch, &d, 1, -range.hi, depth))
        return false;
    return range.lo <= d.range.lo || assume_le_shifted(ch, &d, -1, range.lo, depth);
}

static bool assume_ne(Change *ch, const Sum *d, u32 depth)
{
    if (d->range.lo > 0 || d->range.hi < 0)
        return true;
    if (d->range.lo == 0 && d->range.hi == 0)
        return contradiction(ch);
    if (d->l.n == 1) {
        i128 coef = d->l.t[0].coef;
        return d->l.k % coef || cs_exclude(ch, d->l.t[0].term, -d->l.k / coef, depth);
    }
    Interval r = cs_sum_range(ch->c, ch->s, d);
    if (r.lo == 0 && r.hi == 0)
        return contradiction(ch);
    if (r.hi == 0)
        return assume_le_shifted(ch, d, 1, 1, depth);
    return r.lo != 0 || assume_le_shifted(ch, d, -1, 1, depth);
}

/* ------------------------------------------------------------------ equality */

static bool mentions(const Linear *l, Val term)
{
    for (u32 i = 0; i < l->n; i++)
        if (l->t[i].term == term)
            return true;
    return false;
}

/* What was known of a term is stated anew about what it now equals. */
static bool restate(Change *ch, Val term, u32 depth)
{
    u32 seen = 0;
    for (const DiffFact *f = ch->s->diffs; f && seen < LIMIT_STORE_DIFFS; f = f->next, seen++) {
        Sum d, y;
        if (f->x != term && f->y != term)
            continue;
        cs_eval(ch->c, ch->s, f->x, 0, &d);
        cs_eval(ch->c, ch->s, f->y, 0, &y);
        if (cs_sum_add(&d, &y, -1) && !assume_le_shifted(ch, &d, 1, -(i128)f->c, depth))
            return false;
    }
    seen = 0;
    for (const SumFact *f = ch->s->sums; f && seen < LIMIT_STORE_SUMS; f = f->next, seen++) {
        Sum d;
        if (mentions(&f->l, term) && cs_sum_of_linear(ch->c, ch->s, &f->l, &d) &&
            !cs_assume_le(ch, &d, depth))
            return false;
    }
    return true;
}

/* From now on the term stands for `other`, an older value. */
static bool define(Change *ch, Val term, Val other, u32 depth)
{
    const SymFact *f = cs_fact(ch->s, term);
    Interval range = cs_term_range(ch->c, ch->s, term);
    if (!cs_limit(ch, other, range, depth))
        return false;
    Sum d;
    cs_eval(ch->c, ch->s, other, 0, &d);
    if (d.l.n == 1 && d.l.t[0].coef == 1)
        for (u32 i = 0; f && i < f->n_not; i++)
            if (!cs_exclude(ch, d.l.t[0].term, f->not_[i] - d.l.k, depth))
                return false;
    Interval both = iv_meet(range, cs_range(ch->c, ch->s, other));
    if (iv_empty(both))
        return contradiction(ch);
    f = cs_fact(ch->s, term); /* it may have changed on the way */
    if (f && f->equal)
        return true;
    cs_set_fact(ch, term, both, other, NULL, 0);
    return restate(ch, term, depth);
}

static bool is_one_term(const Sum *a)
{
    return a->l.n == 1 && a->l.t[0].coef == 1 && a->l.k == 0;
}

static bool may_be_defined(const Change *ch, Val term)
{
    ValKind k = val_kind(ch->c->vs, term);
    return k != VK_ADDR && k != VK_FLOAT && k != VK_RECORD && val_type(ch->c->vs, term).width;
}

static bool assume_eq(Change *ch, Val a, Val b, const Sum *d, u32 depth)
{
    Sum x, y;
    if (d->range.lo > 0 || d->range.hi < 0)
        return contradiction(ch);
    if (d->l.n >= 2) {
        i64 g = cs_coef_gcd(&d->l);
        if (d->l.k % g)
            return contradiction(ch);
        /* Bounds first, so that each side knows what the other one does. */
        Sum negated = *d;
        if (!cs_spread(ch, d, depth) || (cs_sum_scale(&negated, -1, 0) && !cs_spread(ch, &negated, depth)))
            return false;
        cs_eval(ch->c, ch->s, a, 0, &x);
        cs_eval(ch->c, ch->s, b, 0, &y);
        bool one_x = is_one_term(&x), one_y = is_one_term(&y);
        Val tx = x.l.n ? x.l.t[0].term : VAL_NONE, ty = y.l.n ? y.l.t[0].term : VAL_NONE;
        if (one_x && one_y && tx != ty && may_be_defined(ch, MAX(tx, ty)))
            return define(ch, MAX(tx, ty), MIN(tx, ty), depth);
        if (one_x && y.l.n > 1 && b < tx && may_be_defined(ch, tx))
            return define(ch, tx, b, depth);
        if (one_y && x.l.n > 1 && a < ty && may_be_defined(ch, ty))
            return define(ch, ty, a, depth);
    }
    return assume_le_shifted(ch, d, 1, 0, depth) && assume_le_shifted(ch, d, -1, 0, depth);
}

/* ------------------------------------------------------------------ conditions */

/* Keeps the truth of a condition that no bound says. */
static bool remember(Change *ch, Val cond, bool truth)
{
    int known = cs_test(ch->c, ch->s, cond);
    if (known >= 0)
        return known == truth || contradiction(ch);
    Val as = cs_remembered_as(ch->c, cond, &truth);
    if (!vtype_same(val_type(ch->c->vs, as), vtype_int) || !val_is_truth(ch->c->vs, as))
        return true;
    cs_set_fact(ch, as, (Interval){truth, truth}, VAL_NONE, NULL, 0);
    ch->s->n_conds++;
    return true;
}

static bool assume_comparison(Change *ch, Val cond, bool truth, u32 depth)
{
    const ValNode n = *val_node(ch->c->vs, cond);
    if (!val_type(ch->c->vs, n.a).width || !val_type(ch->c->vs, n.b).width)
        return remember(ch, cond, truth);
    IrBinop op = truth ? (IrBinop)n.op : ir_op_inverse((IrBinop)n.op);
    Sum d;
    bool ok = true;
    if (!cs_difference(ch->c, ch->s, n.a, n.b, 0, &d)) {
        /* Too many terms: at least the operands' ranges. */
        Interval x = cs_range(ch->c, ch->s, n.a), y = cs_range(ch->c, ch->s, n.b);
        Interval free = {-IV_LIMIT, IV_LIMIT};
        i128 strict = op == BIN_LT || op == BIN_GT;
        if (op == BIN_LT || op == BIN_LE)
            ok = cs_limit(ch, n.a, (Interval){free.lo, y.hi - strict}, depth) &&
                 cs_limit(ch, n.b, (Interval){x.lo + strict, free.hi}, depth);
        else if (op == BIN_GT || op == BIN_GE)
            ok = cs_limit(ch, n.a, (Interval){y.lo + strict, free.hi}, depth) &&
                 cs_limit(ch, n.b, (Interval){free.lo, x.hi - strict}, depth);
        else if (op == BIN_EQ)
            ok = cs_limit(ch, n.a, y, depth) && cs_limit(ch, n.b, x, depth);
        return ok && remember(ch, cond, truth);
    }
    switch (op) {
    case BIN_LT: ok = assume_le_shifted(ch, &d, 1, 1, depth); break;
    case BIN_LE: ok = cs_assume_le(ch, &d, depth); break;
    case BIN_GT: ok = assume_le_shifted(ch, &d, -1, 1, depth); break;
    case BIN_GE: ok = assume_le_shifted(ch, &d, -1, 0, depth); break;
    case BIN_EQ: ok = assume_eq(ch, n.a, n.b, &d, depth); break;
    default: ok = assume_ne(ch, &d, depth); break;
    }
    return ok && remember(ch, cond, truth);
}

/* One of two conditions holds: what follows from both. */
static bool assume_either(Change *ch, Val a, Val b, bool truth, u32 depth)
{
    Store x = *ch->s, y = *ch->s;
    Change cx = cs_change(ch->c, &x), cy = cs_change(ch->c, &y);
    cs_assume_at(&cx, a, truth, depth + 1);
    cs_assume_at(&cy, b, truth, depth + 1);
    cs_join(ch->c, ch->s, &x, &y);
    ch->edit = ++ch->c->vs->store_edit;
    return !ch->s->bottom;
}

static bool assume_logical(Change *ch, Val cond, const ValNode *n, bool truth, u32 depth)
{
    if ((n->op == BIN_AND) == truth)
        return cs_assume_at(ch, n->a, truth, depth) && cs_assume_at(ch, n->b, truth, depth);
    int x = cs_test(ch->c, ch->s, n->a), y = cs_test(ch->c, ch->s, n->b);
    if (x == truth || y == truth)
        return true;
    if (x >= 0)
        return cs_assume_at(ch, n->b, truth, depth);
    if (y >= 0)
        return cs_assume_at(ch, n->a, truth, depth);
    if (depth < ALTERNATIVES_DEPTH && !assume_either(ch, n->a, n->b, truth, depth))
        return false;
    return remember(ch, cond, truth);
}

bool cs_assume_at(Change *ch, Val cond, bool truth, u32 depth)
{
    Values *vs = ch->c->vs;
    const ValNode n = *val_node(vs, cond);
    if (ch->s->bottom)
        return false;
    if (depth > LIMIT_STORE_DEPTH || !cond)
        return true;
    switch ((ValKind)n.kind) {
    case VK_INT: return (n.num != 0) == truth || contradiction(ch);
    case VK_FLOAT: return (n.real != 0) == truth || contradiction(ch);
    case VK_ADDR: return truth || contradiction(ch);
    case VK_UNOP:
        if (n.op == UN_NOT)
            return cs_assume_at(ch, n.a, !truth, depth + 1);
        break;
    case VK_BINOP:
        if (ir_op_compares((IrBinop)n.op)) {
            /* Truth values compared with 0: the condition below. */
            i64 num;
            if ((n.op == BIN_EQ || n.op == BIN_NE) && val_const(vs, n.b, &num) && num == 0 &&
                val_is_truth(vs, n.a))
                return cs_assume_at(ch, n.a, (n.op == BIN_NE) == truth, depth + 1);
            return assume_comparison(ch, cond, truth, depth);
        }
        if ((n.op == BIN_AND || n.op == BIN_OR) && val_is_truth(vs, n.a) && val_is_truth(vs, n.b))
            return assume_logical(ch, cond, &n, truth, depth + 1);
        break;
    default: break;
    }
    if (!n.type.width)
        return remember(ch, val_cmp(vs, BIN_NE, cond, val_float(vs, 0)), truth);
    Sum d;
    cs_eval(ch->c, ch->s, cond, 0, &d);
    if (truth)
        return assume_ne(ch, &d, depth);
    return assume_le_shifted(ch, &d, 1, 0, depth) && assume_le_shifted(ch, &d, -1, 0, depth);
}

bool cs_assume(const StoreCtx *c, Store *s, Val cond, bool truth)
{
    Change ch = cs_change(c, s);
    return cs_assume_at(&ch, cond, truth, 0);
}

bool cs_restrict(const StoreCtx *c, Store *s, Val v, Interval range)
{
    Change ch = cs_change(c, s);
    if (s->bottom || iv_empty(range))
        return contradiction(&ch);
    return cs_limit(&ch, v, range, 0);
}
