/*
 * Values as sums of terms over mathematical integers, with an interval for each part, in one pass over the value. A part whose arithmetic may wrap
 * in this store is a term by itself. Private to store*.c.
 */
#include "base/limits.h"
#include "engine/store_private.h"

/* Coefficients and constants are so small that a sum of LINEAR_TERMS terms of 64 bits stays inside of +-IV_LIMIT: its range never saturates. */
enum { COEF_BITS = 32 };
#define COEF_LIMIT ((i64)1 << COEF_BITS)
#define CONSTANT_LIMIT (IV_LIMIT / 4)
#define FACTOR_LIMIT \
    (CONSTANT_LIMIT >> COEF_BITS) /* constants up to here may be multiplied by a coefficient */

/* ------------------------------------------------------------------ sums */

static void set_constant(Sum *out, i128 k)
{
    out->l.k = k;
    out->l.n = 0;
    out->range = (Interval){k, k};
}

static void set_term(Sum *out, Val v, Interval range)
{
    if (range.lo == range.hi) {
        set_constant(out, range.lo);
        return;
    }
    out->l.k = 0;
    out->l.n = 1;
    out->l.t[0].term = v;
    out->l.t[0].coef = 1;
    out->of[0] = range;
    out->range = range;
}

/* Without saturation: COEF_LIMIT and CONSTANT_LIMIT keep what is scaled and added here far from the ends of i128. */
static inline Interval scaled(Interval a, i64 factor)
{
    if (factor == 1)
        return a;
    if (factor == -1)
        return (Interval){-a.hi, -a.lo};
    return factor < 0 ? (Interval){a.hi * factor, a.lo * factor} : (Interval){a.lo * factor, a.hi * factor};
}

static inline Interval plus(Interval a, Interval b)
{
    return (Interval){a.lo + b.lo, a.hi + b.hi};
}

static bool fits(i128 k)
{
    return k >= -CONSTANT_LIMIT && k <= CONSTANT_LIMIT;
}

static Interval range_by_terms(const Sum *a)
{
    Interval r = {a->l.k, a->l.k};
    for (u32 i = 0; i < a->l.n; i++)
        r = plus(r, scaled(a->of[i], a->l.t[i].coef));
    return r;
}

bool cs_sum_add(Sum *a, const Sum *b, i64 factor)
{
    Sum r;
    if (factor > COEF_LIMIT || factor < -COEF_LIMIT)
        return false;
    if ((b->l.k > FACTOR_LIMIT || b->l.k < -FACTOR_LIMIT) && factor != 1 && factor != -1)
        return false;
    r.l.k = a->l.k + b->l.k * factor;
    if (!fits(r.l.k))
        return false;
    if (b->l.n == 0) {
        a->l.k = r.l.k;
        a->range = plus(a->range, scaled(b->range, factor));
        return true;
    }
    u32 i = 0, j = 0, n = 0;
    bool merged = false;
    while (i < a->l.n || j < b->l.n) {
        i64 coef = 0;
        Val term;
        Interval of;
        bool left = i < a->l.n && (j >= b->l.n || a->l.t[i].term <= b->l.t[j].term);
        bool right = j < b->l.n && (i >= a->l.n || b->l.t[j].term <= a->l.t[i].term);
        if (right) {
            if (b->l.t[j].coef > COEF_LIMIT || b->l.t[j].coef < -COEF_LIMIT)
                return false;
            i128 product = (i128)b->l.t[j].coef * factor;
            if (product > COEF_LIMIT || product < -COEF_LIMIT)
                return false;
            coef = (i64)product;
            term = b->l.t[j].term;
            of = b->of[j++];
        }
        if (left) {
            coef += a->l.t[i].coef;
            term = a->l.t[i].term;
            of = right ? iv_meet(of, a->of[i]) : a->of[i];
            i++;
        }
        merged |= left && right;
        if (!coef)
            continue;
        if (n == LINEAR_TERMS || coef > COEF_LIMIT || coef < -COEF_LIMIT)
            return false;
        r.l.t[n].term = term;
        r.l.t[n].coef = coef;
        r.of[n++] = of;
    }
    r.l.n = n;
    r.range = plus(a->range, scaled(b->range, factor));
    if (merged)
        r.range = iv_meet(r.range, range_by_terms(&r));
    /* Copies only what is set. */
    a->l.k = r.l.k;
    a->l.n = n;
    a->range = r.range;
    for (i = 0; i < n; i++) {
        a->l.t[i] = r.l.t[i];
        a->of[i] = r.of[i];
    }
    return true;
}

bool cs_sum_scale(Sum *a, i64 factor, i128 k)
{
    if (factor == 0) {
        set_constant(a, k);
        return true;
    }
    if (factor > COEF_LIMIT || factor < -COEF_LIMIT)
        return false;
    if ((a->l.k > FACTOR_LIMIT || a->l.k < -FACTOR_LIMIT) && factor != 1 && factor != -1)
        return false;
    if (!fits(a->l.k * factor + k))
        return false;
    for (u32 i = 0; i < a->l.n; i++) {
        i128 coef = (i128)a->l.t[i].coef * factor;
        if (coef > COEF_LIMIT || coef < -COEF_LIMIT)
            return false;
    }
    for (u32 i = 0; i < a->l.n; i++)
        a->l.t[i].coef *= factor;
    a->l.k = a->l.k * factor + k;
    a->range = plus(scaled(a->range, factor), (Interval){k, k});
    return true;
}

i128 cs_floor_div(i128 a, i128 b)
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

i64 cs_coef_gcd(const Linear *l)
{
    i64 g = 0;
    for (u32 i = 0; i < l->n; i++) {
        i64 x = l->t[i].coef < 0 ? -l->t[i].coef : l->t[i].coef;
        while (x) {
            i64 rest = g % x;
            g = x;
            x = rest;
        }
    }
    return g;
}

/* ------------------------------------------------------------------ operations */

static bool is_constant(const Sum *a)
{
    return a->l.n == 0;
}

/* Divides a sum by a constant when all its parts are multiples. */
static bool divide_exactly(Sum *a, i128 by)
{
    if (by <= 1 || by > COEF_LIMIT || a->l.k % by)
        return false;
    for (u32 i = 0; i < a->l.n; i++)
        if (a->l.t[i].coef % (i64)by)
            return false;
    for (u32 i = 0; i < a->l.n; i++)
        a->l.t[i].coef /= (i64)by;
    a->l.k /= by;
    a->range = (Interval){-cs_floor_div(-a->range.lo, by), cs_floor_div(a->range.hi, by)};
    return true;
}

static bool in_i64(i128 x)
{
    return x >= INT64_MIN && x <= INT64_MAX;
}

/* Is 0 <= a < b for certain? Then a % b is a. */
static bool is_below(const StoreCtx *c, const Store *s, const Sum *a, const Sum *b)
{
    if (a->range.lo < 0 || b->range.lo <= 0)
        return false;
    if (a->range.hi < b->range.lo)
        return true;
    Sum d = *a;
    return (s->diffs || s->sums) && cs_sum_add(&d, b, -1) && cs_sum_upper(c, s, &d) < 0;
}

Shape cs_eval_operation(const StoreCtx *c, const Store *s, Val v, u32 depth, Sum *out, Interval *range)
{
    const ValNode n = *val_node(c->vs, v); /* a copy: questions may make values */
    VType t = n.type;
    if (n.kind == VK_CAST) {
        cs_eval(c, s, n.a, depth + 1, out);
        return SHAPE_WRAPS;
    }
    if (n.kind == VK_UNOP) {
        if (n.op == UN_NOT) {
            *range = (Interval){0, 1};
            return SHAPE_TERM;
        }
        cs_eval(c, s, n.a, depth + 1, out);
        *range = iv_of_type(t);
        if (!cs_sum_scale(out, -1, n.op == UN_BITNOT ? -1 : 0))
            return SHAPE_TERM;
        return t.sgn ? SHAPE_EXACT : SHAPE_WRAPS;
    }
    IrBinop op = (IrBinop)n.op;
    if (ir_op_compares(op)) {
        int known = cs_test_at(c, s, v, depth + 1);
        *range = known < 0 ? (Interval){0, 1} : (Interval){known, known};
        return SHAPE_TERM;
    }
    Sum b;
    cs_eval(c, s, n.a, depth + 1, out);
    cs_eval(c, s, n.b, depth + 1, &b);
    const Interval x = out->range;
    Shape shape = SHAPE_TERM;
    switch (op) {
    case BIN_ADD:
    case BIN_SUB:
        if (cs_sum_add(out, &b, op == BIN_ADD ? 1 : -1))
            shape = t.sgn ? SHAPE_EXACT : SHAPE_WRAPS;
        break;
    case BIN_MUL: {
        i128 k = is_constant(&b) ? b.l.k : out->l.k;
        if (!is_constant(&b)) {
            if (!is_constant(out))
                break;
            *out = b;
        }
        if (in_i64(k) && cs_sum_scale(out, (i64)k, 0))
            shape = t.sgn ? SHAPE_EXACT : SHAPE_WRAPS;
        break;
    }
    case BIN_SHL:
        if (is_constant(&b) && b.l.k >= 0 && b.l.k < MIN(t.width, COEF_BITS) &&
            cs_sum_scale(out, (i64)1 << (u32)b.l.k, 0))
            shape = SHAPE_WRAPS;
        break;
    case BIN_DIV:
        if (is_constant(&b) && divide_exactly(out, b.l.k))
            shape = SHAPE_WRAPS;
        break;
    case BIN_REM:
        if (is_below(c, s, out, &b))
            shape = SHAPE_WRAPS;
        break;
    case BIN_AND:
        /* A mask of low ones that covers all values changes nothing. */
        if (is_constant(&b) && b.l.k > 0 && (b.l.k & (b.l.k + 1)) == 0 && x.lo >= 0 && x.hi <= b.l.k)
            shape = SHAPE_WRAPS;
        break;
    default: break;
    }
    if (shape == SHAPE_TERM) {
        *range = iv_binop(op, t, x, b.range);
        if (op == BIN_MUL && n.a == n.b)
            range->lo = MAX(range->lo, 0);
    }
    return shape;
}

/* ------------------------------------------------------------------ values */

static bool inside(Interval a, Interval b)
{
    return a.lo >= b.lo && a.hi <= b.hi;
}

/* Moves a sum by whole blocks of 2^width into the type; false when it may lie in several. */
static bool move_into(VType t, Sum *a)
{
    Interval all = iv_of_type(t);
    if (inside(a->range, all))
        return true;
    i128 block = (i128)1 << t.width;
    i128 by = (a->range.lo - all.lo) & ~(block - 1);
    if (a->range.lo <= -IV_LIMIT || a->range.hi >= IV_LIMIT) /* saturated */
        return false;
    if (a->range.hi - by > all.hi || !fits(a->l.k - by))
        return false;
    a->l.k -= by;
    a->range.lo -= by;
    a->range.hi -= by;
    return true;
}

static bool has_both_signs(const Linear *l)
{
    bool up = false, down = false;
    for (u32 i = 0; i < l->n; i++) {
        up |= l->t[i].coef > 0;
        down |= l->t[i].coef < 0;
    }
    return up && down;
}

static bool settle(const StoreCtx *c, const Store *s, VType t, Shape shape, Sum *a)
{
    if (inside(a->range, iv_of_type(t)))
        return true;
    if (shape == SHAPE_EXACT) {
        a->range = iv_meet(a->range, iv_of_type(t));
        return !iv_empty(a->range);
    }
    if (move_into(t, a))
        return true;
    if ((s->diffs && has_both_signs(&a->l)) || (s->sums && a->l.n > 1)) {
        a->range = cs_sum_range(c, s, a);
        return !iv_empty(a->range) && move_into(t, a);
    }
    return false;
}

/* v, of which out is the sum, lies in range. */
static void narrow(Sum *out, Val v, Interval range)
{
    Interval both = iv_meet(out->range, range);
    out->range = iv_empty(both) ? range : both;
    if (out->range.lo == out->range.hi)
        set_constant(out, out->range.lo);
    else if (out->l.n == 1 && out->l.t[0].term == v)
        out->of[0] = out->range;
}

static void compound(const StoreCtx *c, const Store *s, Val v, u32 depth, Sum *out)
{
    VType t = val_type(c->vs, v);
    Interval range = iv_of_type(t);
    Shape shape = cs_eval_operation(c, s, v, depth, out, &range);
    if (shape != SHAPE_TERM) {
        Interval before = out->range;
        if (settle(c, s, t, shape, out))
            return;
        range = iv_empty(out->range) ? before : out->range;
    }
    const ValNode *n = val_node(c->vs, v);
    bool defined = t.sgn && ((n->kind == VK_BINOP && n->op <= BIN_MUL) || n->kind == VK_UNOP);
    Interval wrapped = defined ? iv_meet(range, iv_of_type(t)) : iv_wrap(t, range);
    set_term(out, v, iv_empty(wrapped) ? iv_of_type(t) : wrapped);
}

/* The value equals another one, or is a term; in both cases its own range holds too. */
static void eval_symbol(const StoreCtx *c, const Store *s, Val v, const ValNode *n, u32 depth, Sum *out)
{
    const SymFact *f = cs_fact(s, v);
    if (!f) {
        const SymInfo *info = &c->vs->syms.at[n->sym];
        set_term(out, v, (Interval){info->lo, info->hi});
    } else if (f->equal && depth < LIMIT_STORE_DEPTH) {
        cs_eval(c, s, f->equal, depth + 1, out);
        narrow(out, v, f->range);
    } else {
        set_term(out, v, f->range);
    }
}

void cs_eval(const StoreCtx *c, const Store *s, Val v, u32 depth, Sum *out)
{
    const ValNode *n = val_node(c->vs, v);
    VType t = n->type;
    switch ((ValKind)n->kind) {
    case VK_INT:
        if (t.width)
            set_constant(out, val_number(n));
        else
            set_term(out, v, (Interval){-IV_LIMIT, IV_LIMIT});
        return;
    case VK_SYM:
    case VK_UNDEF: eval_symbol(c, s, v, n, depth, out); return;
    case VK_UNOP:
    case VK_BINOP:
    case VK_CAST: {
        const SymFact *f = cs_fact(s, v);
        if (!t.width || depth >= LIMIT_STORE_DEPTH) {
            set_term(out, v, f ? f->range : iv_of_type(t));
            return;
        }
        if (f && f->equal)
            cs_eval(c, s, f->equal, depth + 1, out);
        else
            compound(c, s, v, depth, out);
        if (f)
            narrow(out, v, f->range);
        return;
    }
    case VK_ADDR: set_term(out, v, (Interval){1, vtype_max(vtype_ptr)}); return;
    case VK_NONE:
    case VK_FLOAT:
    case VK_RECORD: set_term(out, v, (Interval){-IV_LIMIT, IV_LIMIT}); return;
    }
}

Interval cs_term_range(const StoreCtx *c, const Store *s, Val term)
{
    const SymFact *f = cs_fact(s, term);
    if (f)
        return f->range;
    const ValNode *n = val_node(c->vs, term);
    if (n->kind == VK_SYM || n->kind == VK_UNDEF)
        return (Interval){c->vs->syms.at[n->sym].lo, c->vs->syms.at[n->sym].hi};
    if (n->kind == VK_ADDR)
        return (Interval){1, vtype_max(vtype_ptr)};
    return iv_of_type(n->type);
}

bool cs_sum_of_linear(const StoreCtx *c, const Store *s, const Linear *l, Sum *out)
{
    set_constant(out, l->k);
    for (u32 i = 0; i < l->n; i++) {
        Sum term;
        cs_eval(c, s, l->t[i].term, 0, &term);
        if (!cs_sum_add(out, &term, l->t[i].coef))
            return false;
    }
    return true;
}

/* The object of an address, looked for behind equalities. */
static const ValNode *address(const StoreCtx *c, const Store *s, Val v)
{
    for (u32 i = 0; i < LIMIT_STORE_DEPTH; i++) {
        const ValNode *n = val_node(c->vs, v);
        const SymFact *f = n->kind == VK_ADDR ? NULL : cs_fact(s, v);
        if (!f || !f->equal)
            return n->kind == VK_ADDR ? n : NULL;
        v = f->equal;
    }
    return NULL;
}

bool cs_difference(const StoreCtx *c, const Store *s, Val a, Val b, u32 depth, Sum *out)
{
    if (val_type(c->vs, a).ptr) {
        const ValNode *x = address(c, s, a), *y = x ? address(c, s, b) : NULL;
        if (y && x->a == y->a) {
            a = x->b;
            b = y->b;
        }
    }
    Sum y;
    cs_eval(c, s, a, depth, out);
    cs_eval(c, s, b, depth, &y);
    if (cs_sum_add(out, &y, -1))
        return true;
    out->range = iv_binop(BIN_SUB, vtype_off, out->range, y.range);
    return false;
}

Linear cs_linear(const StoreCtx *c, const Store *s, Val v)
{
    Sum sum;
    cs_eval(c, s, v, 0, &sum);
    for (u32 i = sum.l.n; i < LINEAR_TERMS; i++) { /* unused places are the same for all */
        sum.l.t[i].term = VAL_NONE;
        sum.l.t[i].coef = 0;
    }
    return sum.l;
}

Interval cs_range(const StoreCtx *c, const Store *s, Val v)
{
    const ValNode *n = val_node(c->vs, v);
    if (n->kind == VK_INT && n->type.width) {
        i128 num = val_number(n);
        return (Interval){num, num};
    }
    Sum sum;
    cs_eval(c, s, v, 0, &sum);
    return sum.l.n > 1 && (s->diffs || s->sums) ? cs_sum_range(c, s, &sum) : sum.range;
}
