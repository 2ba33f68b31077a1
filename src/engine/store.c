/*
 * The constraint store: its life and the questions to it; see store.h. How it works inside: store_private.h.
 */
#include "engine/store.h"

#include <string.h>

#include "base/limits.h"
#include "engine/store_private.h"

void cs_init(Store *s)
{
    memset(s, 0, sizeof *s);
}

/* ------------------------------------------------------------------ facts */

bool cs_excludes(const Store *s, Val term, i128 value)
{
    const SymFact *f = cs_fact(s, term);
    for (u32 i = 0; f && i < f->n_not; i++)
        if (f->not_[i] == value)
            return true;
    return false;
}

void cs_set_fact(Change *ch, Val v, Interval range, Val equal, const i128 *excluded, u32 n_excluded)
{
    SymFact *f = arena_alloc(ch->c->arena, sizeof *f + n_excluded * sizeof f->not_[0]);
    f->range = range;
    f->equal = equal;
    f->n_not = n_excluded;
    if (n_excluded)
        memcpy(f->not_, excluded, n_excluded * sizeof f->not_[0]);
    pmap_set(ch->c->arena, &ch->s->facts, ch->edit, v, f);
}

Change cs_change(const StoreCtx *c, Store *s)
{
    return (Change){c, s, ++c->vs->store_edit, LIMIT_STORE_WORK};
}

/* ------------------------------------------------------------------ tests */

/* Truth of `d op 0` when d lies in r. */
static int decide(IrBinop op, Interval r)
{
    Interval answer = iv_binop(op, vtype_int, r, (Interval){0, 0});
    return answer.lo == answer.hi ? (int)answer.lo : -1;
}

/* Can the sum be zero, by its coefficients and by excluded values? */
static bool never_zero(const Store *s, const Sum *d)
{
    if (d->l.n == 0)
        return d->l.k != 0;
    i64 g = cs_coef_gcd(&d->l);
    if (d->l.k % g)
        return true;
    return d->l.n == 1 && cs_excludes(s, d->l.t[0].term, -d->l.k / d->l.t[0].coef);
}

static int test_sum(const StoreCtx *c, const Store *s, IrBinop op, const Sum *d, bool exact)
{
    int known = decide(op, d->range);
    if (known >= 0 || !exact)
        return known;
    if ((op == BIN_EQ || op == BIN_NE) && never_zero(s, d))
        return op == BIN_NE;
    if (d->l.n < 2 || (!s->diffs && !s->sums))
        return -1;
    Interval r = cs_sum_range(c, s, d);
    return iv_empty(r) ? -1 : decide(op, r);
}

Val cs_remembered_as(const StoreCtx *c, Val cond, bool *truth)
{
    const ValNode n = *val_node(c->vs, cond);
    if (n.kind == VK_UNOP && n.op == UN_NOT) {
        *truth = !*truth;
        return n.a;
    }
    if (n.kind != VK_BINOP)
        return cond;
    bool floating = !val_type(c->vs, n.a).width || !val_type(c->vs, n.b).width;
    if (n.op == BIN_NE || (!floating && (n.op == BIN_GT || n.op == BIN_GE))) {
        *truth = !*truth;
        return val_not(c->vs, cond);
    }
    return cond;
}

static int remembered(const StoreCtx *c, const Store *s, Val cond)
{
    if (!s->n_conds)
        return -1;
    bool truth = true;
    const SymFact *f = cs_fact(s, cs_remembered_as(c, cond, &truth));
    if (!f || (f->range.lo <= 0 && f->range.hi >= 0 && f->range.lo != f->range.hi))
        return -1;
    bool holds = f->range.lo != 0 || f->range.hi != 0;
    return holds == truth;
}

/* A symbol against a constant: by far the most frequent question. False: not of that form. */
static bool test_symbol(const StoreCtx *c, const Store *s, const ValNode *n, int *known)
{
    const ValNode *x = val_node(c->vs, n->a), *y = val_node(c->vs, n->b);
    if (x->kind != VK_SYM || y->kind != VK_INT || !x->type.width || !y->type.width)
        return false;
    const SymFact *f = cs_fact(s, n->a);
    if (f && f->equal)
        return false;
    i128 num = val_number(y);
    Interval range = f ? f->range : (Interval){c->vs->syms.at[x->sym].lo, c->vs->syms.at[x->sym].hi};
    Interval answer = iv_binop((IrBinop)n->op, vtype_int, range, (Interval){num, num});
    *known = answer.lo == answer.hi ? (int)answer.lo : -1;
    if (*known < 0 && (n->op == BIN_EQ || n->op == BIN_NE) && f && f->n_not && cs_excludes(s, n->a, num))
        *known = n->op == BIN_NE;
    return true;
}

static int test_comparison(const StoreCtx *c, const Store *s, Val cond, const ValNode *n, u32 depth)
{
    int known = -1;
    if (test_symbol(c, s, n, &known))
        return known >= 0 ? known : remembered(c, s, cond);
    if (val_type(c->vs, n->a).width && val_type(c->vs, n->b).width) {
        Sum d;
        bool exact = cs_difference(c, s, n->a, n->b, depth, &d);
        known = test_sum(c, s, (IrBinop)n->op, &d, exact);
    }
    return known >= 0 ? known : remembered(c, s, cond);
}

int cs_test_at(const StoreCtx *c, const Store *s, Val cond, u32 depth)
{
    const ValNode n = *val_node(c->vs, cond); /* a copy: looking up a condition may make values */
    if (depth > LIMIT_STORE_DEPTH)
        return -1;
    switch ((ValKind)n.kind) {
    case VK_INT: return n.num != 0;
    case VK_FLOAT: return n.real != 0;
    case VK_ADDR: return 1;
    case VK_UNOP:
        if (n.op == UN_NOT) {
            int operand = cs_test_at(c, s, n.a, depth + 1);
            return operand < 0 ? -1 : !operand;
        }
        break;
    case VK_BINOP:
        if (ir_op_compares((IrBinop)n.op))
            return test_comparison(c, s, cond, &n, depth);
        if ((n.op == BIN_AND || n.op == BIN_OR) && val_is_truth(c->vs, n.a) && val_is_truth(c->vs, n.b)) {
            int decisive = n.op == BIN_OR;
            int x = cs_test_at(c, s, n.a, depth + 1);
            if (x == decisive)
                return x;
            int y = cs_test_at(c, s, n.b, depth + 1);
            return y == decisive || (x >= 0 && y >= 0) ? y : remembered(c, s, cond);
        }
        break;
    default: break;
    }
    if (!n.type.width)
        return s->n_conds && cond ? remembered(c, s, val_cmp(c->vs, BIN_NE, cond, val_float(c->vs, 0))) : -1;
    Sum d;
    cs_eval(c, s, cond, depth, &d);
    int known = test_sum(c, s, BIN_NE, &d, true);
    return known < 0 && cs_excludes(s, cond, 0) ? 1 : known;
}

int cs_test(const StoreCtx *c, const Store *s, Val cond)
{
    return cs_test_at(c, s, cond, 0);
}

bool cs_upper_diff(const StoreCtx *c, const Store *s, Val a, Val b, i128 *bound)
{
    Sum d;
    bool exact = cs_difference(c, s, a, b, 0, &d);
    *bound = exact ? cs_sum_upper(c, s, &d) : d.range.hi;
    return *bound < IV_LIMIT / 2;
}

/* ------------------------------------------------------------------ overflow */

static int outside(Interval r, VType t)
{
    Interval all = iv_of_type(t);
    if (iv_empty(r) || (r.lo >= all.lo && r.hi <= all.hi))
        return 0;
    return r.hi < all.lo || r.lo > all.hi ? 1 : -1;
}

int cs_overflows(const StoreCtx *c, const Store *s, IrBinop op, VType t, Val a, Val b)
{
    if (!t.width || !val_type(c->vs, a).width || !val_type(c->vs, b).width)
        return op <= BIN_SHL && op != BIN_REM ? -1 : 0;
    Sum x, y;
    Interval r;
    switch (op) {
    case BIN_ADD:
    case BIN_SUB:
        cs_eval(c, s, a, 0, &x);
        cs_eval(c, s, b, 0, &y);
        if (!cs_sum_add(&x, &y, op == BIN_ADD ? 1 : -1)) {
            r = iv_binop(op, t, x.range, y.range);
            return outside(r, t);
        }
        return outside(x.l.n > 1 && outside(x.range, t) ? cs_sum_range(c, s, &x) : x.range, t);
    case BIN_MUL:
    case BIN_SHL: {
        Interval ra = cs_range(c, s, a), rb = cs_range(c, s, b);
        if (op == BIN_SHL && (rb.hi < 0 || rb.lo >= t.width))
            return -1; /* undefined for another reason */
        r = iv_binop(op, t, ra, rb);
        if (a == b && op == BIN_MUL)
            r.lo = MAX(r.lo, 0);
        return outside(r, t);
    }
    case BIN_DIV: {
        Interval ra = cs_range(c, s, a), rb = cs_range(c, s, b);
        return rb.lo == 0 && rb.hi == 0 ? 0 : outside(iv_binop(op, t, ra, rb), t);
    }
    default: return 0; /* bits and comparisons stay inside */
    }
}

int cs_changes(const StoreCtx *c, const Store *s, VType to, Val a)
{
    if (!to.width || !val_type(c->vs, a).width)
        return -1;
    return outside(cs_range(c, s, a), to);
}
