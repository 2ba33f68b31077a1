/*
 * A new bound of a term is carried on: into the operands of what it is computed from, and to the terms that are tied to it by differences and sums.
 * Bounded by depth and by the work of one change; what is not carried on is only lost, never wrong. Private to store*.c.
 */
#include "base/limits.h"
#include "engine/store_private.h"

static bool contradiction(Change *ch)
{
    ch->s->bottom = true;
    return false;
}

static const Interval everything = {-IV_LIMIT, IV_LIMIT};

/* ------------------------------------------------------------------ operands */

/* The values in `from` that a wrap to t puts into `want`, as an interval. */
static Interval before_wrap(VType t, Interval want, Interval from)
{
    i128 mask = ((i128)1 << t.width) - 1, span = want.hi - want.lo;
    i128 above = (from.lo - want.lo) & mask, below = (want.hi - from.hi) & mask;
    Interval r = from;
    if (above > span)
        r.lo = from.lo + (mask + 1 - above);
    if (below > span)
        r.hi = from.hi - (mask + 1 - below);
    return r;
}

static bool limit_sum(Change *ch, const Sum *sum, Interval want, u32 depth)
{
    Sum d = *sum;
    if (want.hi < sum->range.hi && cs_sum_scale(&d, 1, -want.hi) && !cs_assume_le(ch, &d, depth))
        return false;
    d = *sum;
    return want.lo <= sum->range.lo || !cs_sum_scale(&d, -1, want.lo) || cs_assume_le(ch, &d, depth);
}

static Interval quotient_operand(Interval q, i128 by)
{
    if (by < 0) {
        q = (Interval){-q.hi, -q.lo};
        by = -by;
    }
    return (Interval){q.lo <= 0 ? q.lo * by - (by - 1) : q.lo * by,
                      q.hi >= 0 ? q.hi * by + (by - 1) : q.hi * by};
}

static Interval remainder_operand(Interval rest, Interval by, Interval x)
{
    if (rest.lo > 0)
        x.lo = MAX(x.lo, rest.lo);
    if (rest.hi < 0)
        x.hi = MIN(x.hi, rest.hi);
    if (rest.lo == rest.hi && by.lo == by.hi && by.lo > rest.lo && rest.lo >= 0 && x.lo >= 0) {
        /* x leaves exactly this remainder: its ends do too. */
        i128 up = (rest.lo - x.lo % by.lo + by.lo) % by.lo, down = (x.hi % by.lo - rest.lo + by.lo) % by.lo;
        x.lo += up;
        x.hi -= down;
    }
    return x;
}

/* x & m in `want`: x is that plus its other bits. */
static Interval masked_operand(VType t, Interval want, i128 m, Interval x)
{
    i128 others = t.sgn ? ~m : vtype_max(t) - m;
    return iv_binop(BIN_ADD, t, want, iv_binop(BIN_AND, t, x, (Interval){others, others}));
}

/* One factor of a product in `want`, when nothing wraps. */
static Interval factor_operand(Interval want, Interval x, Interval other)
{
    if (other.lo >= 1 && want.hi >= 0 && x.lo >= 0)
        x.hi = MIN(x.hi, want.hi / other.lo);
    if (other.lo >= 0 && other.hi >= 1 && want.lo >= 1)
        x.lo = MAX(x.lo, (want.lo + other.hi - 1) / other.hi);
    return x;
}

static bool limit_operand(Change *ch, Val v, Interval want, u32 depth)
{
    return iv_empty(want) ? contradiction(ch) : cs_limit(ch, v, want, depth);
}

/* The term is an operation: what does `want` say of its operands? */
static bool carry_down(Change *ch, Val term, Interval want, u32 depth)
{
    const StoreCtx *c = ch->c;
    const ValNode n = *val_node(c->vs, term);
    VType t = n.type;
    if (n.kind != VK_CAST && n.kind != VK_UNOP && n.kind != VK_BINOP)
        return true;
    bool truth = val_is_truth(c->vs, term);
    if (truth && n.kind != VK_CAST)
        return want.lo != want.hi || cs_assume_at(ch, term, want.lo != 0, depth);
    if (!t.width || (n.kind == VK_UNOP && n.op == UN_NOT))
        return true;
    Sum sum;
    Interval range = everything;
    Shape shape = cs_eval_operation(c, ch->s, term, 0, &sum, &range);
    if (shape == SHAPE_WRAPS) {
        Interval wanted = before_wrap(t, want, sum.range);
        return iv_empty(wanted) ? contradiction(ch) : limit_sum(ch, &sum, wanted, depth);
    }
    if (shape == SHAPE_EXACT)
        return limit_sum(ch, &sum, want, depth);
    if (n.kind != VK_BINOP)
        return true;
    Interval x = cs_range(c, ch->s, n.a), y = cs_range(c, ch->s, n.b);
    bool constant = y.lo == y.hi;
    i128 k = y.lo;
    switch ((IrBinop)n.op) {
    case BIN_DIV: return !constant || !k || limit_operand(ch, n.a, quotient_operand(want, k), depth);
    case BIN_REM: return limit_operand(ch, n.a, remainder_operand(want, y, x), depth);
    case BIN_SHR: {
        if (!constant || k < 0 || k >= t.width)
            return true;
        i128 unit = (i128)1 << (u32)k;
        return limit_operand(ch, n.a, (Interval){want.lo * unit, want.hi * unit + unit - 1}, depth);
    }
    case BIN_AND: return !constant || limit_operand(ch, n.a, masked_operand(t, want, k, x), depth);
    case BIN_OR: {
        /* x | m is m plus x's other bits. */
        Interval bits = {k, k}, others = iv_binop(BIN_SUB, t, want, bits);
        if (!constant)
            return true;
        return limit_operand(ch, n.a, iv_binop(BIN_ADD, t, others, iv_binop(BIN_AND, t, x, bits)), depth);
    }
    case BIN_XOR:
        if (!constant || want.lo != want.hi)
            return true;
        return limit_operand(ch, n.a, (Interval){want.lo ^ k, want.lo ^ k}, depth);
    case BIN_MUL: {
        Interval product = iv_binop(BIN_MUL, t, x, y);
        if (!t.sgn && product.hi > vtype_max(t))
            return true;
        return limit_operand(ch, n.a, factor_operand(want, x, y), depth) &&
               limit_operand(ch, n.b, factor_operand(want, y, x), depth);
    }
    default: return true;
    }
}

/* ------------------------------------------------------------------ neighbours */

bool cs_spread(Change *ch, const Sum *sum, u32 depth)
{
    Interval parts[LINEAR_TERMS];
    i128 least = sum->l.k;
    if (depth > LIMIT_STORE_SPREAD)
        return true;
    for (u32 i = 0; i < sum->l.n; i++) {
        i128 coef = sum->l.t[i].coef;
        parts[i] = (Interval){coef * (coef > 0 ? sum->of[i].lo : sum->of[i].hi), 0};
        least += parts[i].lo;
    }
    for (u32 i = 0; i < sum->l.n; i++) {
        /* coef * term <= most */
        i128 most = parts[i].lo - least, coef = sum->l.t[i].coef;
        Interval want = everything;
        if (coef > 0)
            want.hi = cs_floor_div(most, coef);
        else
            want.lo = -cs_floor_div(most, -coef);
        if (want.hi < sum->of[i].hi || want.lo > sum->of[i].lo)
            if (!cs_tighten(ch, sum->l.t[i].term, want, depth + 1))
                return false;
    }
    return true;
}

static bool mentions(const Linear *l, Val term)
{
    for (u32 i = 0; i < l->n; i++)
        if (l->t[i].term == term)
            return true;
    return false;
}

static bool carry_on(Change *ch, Val term, Interval old, Interval range, u32 depth)
{
    u32 seen = 0;
    for (const DiffFact *f = ch->s->diffs; f && seen < LIMIT_STORE_DIFFS; f = f->next, seen++) {
        Interval want = everything;
        Val other;
        if (f->x == term && range.lo > old.lo) {
            other = f->y;
            want.lo = range.lo - f->c;
        } else if (f->y == term && range.hi < old.hi) {
            other = f->x;
            want.hi = range.hi + f->c;
        } else {
            continue;
        }
        Interval now = cs_term_range(ch->c, ch->s, other);
        if ((want.lo > now.lo || want.hi < now.hi) && !cs_tighten(ch, other, want, depth + 1))
            return false;
    }
    seen = 0;
    for (const SumFact *f = ch->s->sums; f && seen < LIMIT_STORE_SUMS; f = f->next, seen++) {
        Sum sum;
        if (!mentions(&f->l, term) || !cs_sum_of_linear(ch->c, ch->s, &f->l, &sum))
            continue;
        if (sum.range.lo > 0)
            return contradiction(ch);
        if (!cs_spread(ch, &sum, depth + 1))
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------ terms */

/* Puts a range and excluded values into a term's fact, as far as they are new. */
static bool set_range(Change *ch, Val term, Interval old, Interval range, const i128 *add, u32 depth)
{
    i128 excluded[LIMIT_STORE_EXCLUDED + 1];
    u32 n = 0;
    bool added = add == NULL;
    const SymFact *f = cs_fact(ch->s, term);
    for (u32 i = 0; f && i < f->n_not; i++) {
        if (!added && *add <= f->not_[i]) {
            excluded[n++] = *add;
            added = true;
            if (*add == f->not_[i])
                continue;
        }
        excluded[n++] = f->not_[i];
    }
    if (!added)
        excluded[n++] = *add;
    u32 first = 0;
    while (first < n && excluded[first] <= range.lo)
        range.lo += excluded[first++] == range.lo;
    while (n > first && excluded[n - 1] >= range.hi)
        range.hi -= excluded[--n] == range.hi;
    if (iv_empty(range))
        return contradiction(ch);
    u32 kept = MIN(n - first, (u32)LIMIT_STORE_EXCLUDED);
    bool tighter = range.lo > old.lo || range.hi < old.hi;
    if (!tighter && f && kept == f->n_not)
        return true;
    cs_set_fact(ch, term, range, VAL_NONE, excluded + first, kept);
    if (!tighter || depth > LIMIT_STORE_SPREAD)
        return true;
    return carry_down(ch, term, range, depth + 1) && carry_on(ch, term, old, range, depth);
}

bool cs_tighten(Change *ch, Val term, Interval range, u32 depth)
{
    if (ch->s->bottom)
        return false;
    if (!ch->work)
        return true;
    ch->work--;
    Sum now;
    cs_eval(ch->c, ch->s, term, 0, &now);
    Interval both = iv_meet(now.range, range);
    if (iv_empty(both))
        return contradiction(ch);
    if (both.lo == now.range.lo && both.hi == now.range.hi)
        return true;
    if (now.l.n != 1 || now.l.t[0].term != term) /* it equals something else by now */
        return depth > LIMIT_STORE_SPREAD || limit_sum(ch, &now, range, depth + 1);
    if (val_kind(ch->c->vs, term) == VK_ADDR || !val_type(ch->c->vs, term).width)
        return true;
    return set_range(ch, term, now.range, both, NULL, depth);
}

bool cs_exclude(Change *ch, Val term, i128 value, u32 depth)
{
    if (ch->s->bottom)
        return false;
    if (!ch->work)
        return true;
    ch->work--;
    Sum now;
    cs_eval(ch->c, ch->s, term, 0, &now);
    if (value < now.range.lo || value > now.range.hi)
        return true;
    if (now.l.n == 0)
        return now.l.k != value || contradiction(ch);
    if (now.l.n != 1 || now.l.t[0].term != term)
        return true;
    if (val_kind(ch->c->vs, term) == VK_ADDR || !val_type(ch->c->vs, term).width)
        return true;
    return set_range(ch, term, now.range, now.range, &value, depth);
}
