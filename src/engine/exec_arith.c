/*
 * The questions of arithmetic and conversions: overflow, division by zero, shifts, values that change. Intervals first; a condition is
 * made only when they do not decide. Called by exec_exp.c.
 */
#include "engine/explore.h"

static Event arith_event(Run *r, State *s, const Where *at, const IrExp *e, EventKind kind)
{
    Event ev = exec_event(r, s, at, kind);
    ev.exp = e;
    if (e->node)
        ev.node = e->node;
    return ev;
}

/* ---- overflow ---- */

static Val limit(Values *vs, VType t, bool max)
{
    return val_int(vs, t, (i64)(max ? vtype_max(t) : vtype_min(t)));
}

static Val both(Values *vs, Val a, Val b)
{
    return val_and(vs, a, b);
}

/* Outside of the type's range, for types of at most 32 bits whose sums and products fit 64. */
static Val narrow_overflow(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    Val x = val_cast(vs, vtype_off, a), y = val_cast(vs, vtype_off, b);
    Val v = val_binop(vs, op, vtype_off, x, y);
    Val high = val_cmp(vs, BIN_GT, v, val_off(vs, (i64)vtype_max(t)));
    Val low = val_cmp(vs, BIN_LT, v, val_off(vs, (i64)vtype_min(t)));
    return val_or(vs, high, low);
}

static Val wide_signed(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    Val max = limit(vs, t, true), min = limit(vs, t, false), zero = val_int(vs, t, 0);
    Val b_pos = val_cmp(vs, BIN_GT, b, zero), b_neg = val_cmp(vs, BIN_LT, b, zero);
    if (op == BIN_ADD)
        return val_or(vs, both(vs, b_pos, val_cmp(vs, BIN_GT, a, val_binop(vs, BIN_SUB, t, max, b))),
                      both(vs, b_neg, val_cmp(vs, BIN_LT, a, val_binop(vs, BIN_SUB, t, min, b))));
    if (op == BIN_SUB)
        return val_or(vs, both(vs, b_neg, val_cmp(vs, BIN_GT, a, val_binop(vs, BIN_ADD, t, max, b))),
                      both(vs, b_pos, val_cmp(vs, BIN_LT, a, val_binop(vs, BIN_ADD, t, min, b))));
    i64 k;
    if (val_const(vs, a, &k)) {
        Val swap = a;
        a = b;
        b = swap;
        b_pos = val_cmp(vs, BIN_GT, b, zero);
        b_neg = val_cmp(vs, BIN_LT, b, zero);
    }
    Val a_pos = val_cmp(vs, BIN_GT, a, zero), a_neg = val_cmp(vs, BIN_LT, a, zero);
    if (val_const(vs, b, &k)) {
        if (k > 0)
            return val_or(vs, val_cmp(vs, BIN_GT, a, val_int(vs, t, INT64_MAX / k)),
                          val_cmp(vs, BIN_LT, a, val_int(vs, t, INT64_MIN / k)));
        if (k == -1)
            return val_cmp(vs, BIN_EQ, a, min);
        return val_or(vs, val_cmp(vs, BIN_GT, a, val_int(vs, t, INT64_MIN / k)),
                      val_cmp(vs, BIN_LT, a, val_int(vs, t, INT64_MAX / k)));
    }
    Val max_b = val_binop(vs, BIN_DIV, t, max, b), min_b = val_binop(vs, BIN_DIV, t, min, b),
        min_a = val_binop(vs, BIN_DIV, t, min, a);
    Val up = val_or(vs, both(vs, both(vs, a_pos, b_pos), val_cmp(vs, BIN_GT, a, max_b)),
                    both(vs, both(vs, a_neg, b_neg), val_cmp(vs, BIN_LT, a, max_b)));
    Val down = val_or(vs, both(vs, both(vs, a_neg, b_pos), val_cmp(vs, BIN_LT, a, min_b)),
                      both(vs, both(vs, a_pos, b_neg), val_cmp(vs, BIN_LT, b, min_a)));
    return val_or(vs, up, down);
}

static Val wide_unsigned(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    Val max = limit(vs, t, true);
    i64 k;
    switch (op) {
    case BIN_ADD: return val_cmp(vs, BIN_GT, a, val_binop(vs, BIN_SUB, t, max, b));
    case BIN_SUB: return val_cmp(vs, BIN_LT, a, b);
    default:
        if (val_const(vs, a, &k)) {
            Val swap = a;
            a = b;
            b = swap;
        }
        if (val_const(vs, b, &k))
            return k ? val_cmp(vs, BIN_GT, a, val_binop(vs, BIN_DIV, t, max, b)) : val_int(vs, vtype_int, 0);
        return both(vs, val_cmp(vs, BIN_NE, b, val_int(vs, t, 0)),
                    val_cmp(vs, BIN_GT, a, val_binop(vs, BIN_DIV, t, max, b)));
    }
}

static Val overflow_cond(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    if (t.width > 64)
        return 0;
    if (t.width <= 32 && (t.sgn || op != BIN_MUL))
        return narrow_overflow(vs, op, t, a, b);
    return t.sgn ? wide_signed(vs, op, t, a, b) : wide_unsigned(vs, op, t, a, b);
}

static bool is_no_trip(void *ctx, Val sym, const SymInfo *info)
{
    (void)ctx, (void)sym;
    return info->origin != SO_TRIP;
}

/* A counter of rounds that nothing bounds does overflow, after longer than anybody waits. */
static Question ask_overflow(Run *r, const State *s, Val cond)
{
    Question q = eng_ask(r, s, cond);
    if (q.answer != ANSWER_MAY)
        return q;
    bool other = val_find_sym(&r->values, q.cond ? q.cond : cond, is_no_trip, NULL);
    return other ? q : ask_unknown(WHY_LOOP, q.sym);
}

static Question overflow(Run *r, const State *s, IrBinop op, VType t, Val a, Val b)
{
    StoreCtx c = st_ctx(r);
    Values *vs = &r->values;
    i64 k;
    if (op == BIN_SHL) { /* as a multiplication, when it is one */
        if (!val_const(vs, b, &k) || k < 0 || k >= t.width - (t.sgn ? 1 : 0))
            return (Question){.answer = ANSWER_NONE};
        op = BIN_MUL;
        b = val_int(vs, t, (i64)((u64)1 << k));
    }
    if (cs_overflows(&c, &s->store, op, t, a, b) == 0)
        return ask_no();
    if (t.loose)
        return ask_unknown(WHY_TYPE, 0);
    if (r->explore->quiet)
        return ask_unknown(WHY_VALUE, 0);
    return ask_overflow(r, s, overflow_cond(vs, op, t, a, b));
}

static Question overflow_neg(Run *r, const State *s, VType t, Val a)
{
    Values *vs = &r->values;
    if (!t.sgn || st_range(r, s, a).lo > vtype_min(t))
        return ask_no();
    return t.loose ? ask_unknown(WHY_TYPE, 0) : eng_ask(r, s, val_cmp(vs, BIN_EQ, a, limit(vs, t, false)));
}

/* ---- zero, shifts ---- */

static Question zero(Run *r, const State *s, Val b)
{
    Values *vs = &r->values;
    VType t = val_type(vs, b);
    if (!t.width)
        return exec_float_zero(r, s, b);
    Interval iv = st_range(r, s, b);
    if (iv.lo > 0 || iv.hi < 0)
        return ask_no();
    return eng_ask(r, s, val_cmp(vs, BIN_EQ, b, val_int(vs, t, 0)));
}

static Question shift_range(Run *r, const State *s, VType t, Val b)
{
    Values *vs = &r->values;
    Interval iv = st_range(r, s, b);
    VType tb = val_type(vs, b);
    if (iv.lo >= 0 && iv.hi < t.width)
        return ask_no();
    Val high = val_cmp(vs, BIN_GE, b, val_int(vs, tb, t.width));
    return eng_ask(r, s, tb.sgn ? val_or(vs, high, val_cmp(vs, BIN_LT, b, val_int(vs, tb, 0))) : high);
}

static Question quotient_range(Run *r, const State *s, VType t, Val a, Val b)
{
    Values *vs = &r->values;
    if (!t.sgn || st_range(r, s, a).lo > vtype_min(t))
        return ask_no();
    Interval iv = st_range(r, s, b);
    if (iv.lo > -1 || iv.hi < -1)
        return ask_no();
    return eng_ask(
        r, s,
        val_and(vs, val_cmp(vs, BIN_EQ, a, limit(vs, t, false)), val_cmp(vs, BIN_EQ, b, val_int(vs, t, -1))));
}

void exec_arith(Run *r, State *s, const Where *at, const IrExp *e, VType t, Val a, Val b, Val result)
{
    Values *vs = &r->values;
    bool neg = e->kind == IE_UNOP;
    IrBinop op = neg ? BIN_SUB : (IrBinop)e->op;
    bool divides = op == BIN_DIV || op == BIN_REM;
    if ((e->flags & (IX_IMPLICIT | IX_FOLDED)) || (at->inst->flags & IIF_IMPLICIT))
        return;
    if (val_kind(vs, a) == VK_INT && (!b || val_kind(vs, b) == VK_INT) && !divides && op != BIN_SHL &&
        op != BIN_SHR && r->explore->quiet)
        return;
    EvArith x = {.op = neg ? (u8)BIN_COUNT : (u8)op, .type = t, .a = a, .b = b, .result = result};
    if (neg) {
        x.overflow = overflow_neg(r, s, t, a);
    } else if (divides) {
        x.zero = zero(r, s, b);
        if (t.width)
            x.range = quotient_range(r, s, t, a, b);
    } else if (op == BIN_SHL || op == BIN_SHR) {
        x.range = shift_range(r, s, t, b);
        x.overflow = op == BIN_SHL ? overflow(r, s, op, t, a, b) : (Question){.answer = ANSWER_NONE};
    } else {
        x.overflow = overflow(r, s, op, t, a, b);
    }
    if (!r->explore->quiet) {
        Event ev = arith_event(r, s, at, e, EV_ARITH);
        ev.arith = x;
        eng_send(r, &ev);
    }
    if (divides)
        exec_assume_not(r, s, &x.zero);
    exec_assume_not(r, s, &x.range);
    if (t.sgn) /* unsigned arithmetic goes on with what wrapped */
        exec_assume_not(r, s, &x.overflow);
}

/* ---- pointer arithmetic ---- */

void exec_pointer_arith(Run *r, State *s, const Where *at, const IrExp *e, Val a, Val b, Val result)
{
    if (r->explore->quiet || (e->flags & IX_IMPLICIT) || (at->inst->flags & IIF_IMPLICIT))
        return;
    Values *vs = &r->values;
    const ValNode *n = val_node(vs, result);
    ObjId o = n->a;
    Val off = n->b, size = st_size(r, s, o);
    EvArith x = {.op = e->op, .type = vtype_ptr, .a = a, .b = b, .result = result, .pointer = true};
    Interval iv = st_range(r, s, off);
    if (!size) {
        x.overflow =
            iv.lo == 0 && iv.hi == 0 ? ask_no() : ask_unknown(ask_why(r, obj(&r->objects, o)->base), 0);
    } else if (iv.lo >= 0 && iv.hi <= st_range(r, s, size).lo) {
        x.overflow = ask_no();
    } else {
        Val high = val_cmp(vs, BIN_GT, off, size), low = val_cmp(vs, BIN_LT, off, val_off(vs, 0));
        x.overflow = eng_ask(r, s, iv.lo >= 0 ? high : val_or(vs, high, low));
    }
    Event ev = arith_event(r, s, at, e, EV_ARITH);
    ev.arith = x;
    eng_send(r, &ev);
}

/* ---- conversions ---- */

static Val changes_cond(Values *vs, VType from, VType to, Val a)
{
    if (from.width > 64 || to.width > 64)
        return 0;
    Val cond = 0;
    if (from.sgn && vtype_min(from) < vtype_min(to))
        cond = val_cmp(vs, BIN_LT, a, val_int(vs, from, (i64)vtype_min(to)));
    if (vtype_max(from) > vtype_max(to)) {
        Val high = val_cmp(vs, BIN_GT, a, val_int(vs, from, (i64)vtype_max(to)));
        cond = cond ? val_or(vs, cond, high) : high;
    }
    return cond;
}

void exec_convert(Run *r, State *s, const Where *at, const IrExp *e, VType to, Val a, Val result)
{
    Values *vs = &r->values;
    VType from = val_type(vs, a);
    i64 written;
    if (r->explore->quiet || ir_exp_const(r->unit, e, &written) || from.loose || to.loose || from.ptr ||
        to.ptr)
        return;
    if (vtype_min(to) <= vtype_min(from) && vtype_max(to) >= vtype_max(from))
        return; /* can never lose anything */
    EvConvert x = {
        .from = from, .to = to, .implicit = (e->flags & IX_IMPLICIT) != 0, .value = a, .result = result};
    StoreCtx c = st_ctx(r);
    if (cs_changes(&c, &s->store, to, a) == 0) {
        x.changes = ask_no();
    } else {
        Val cond = changes_cond(vs, from, to, a);
        x.changes = cond ? eng_ask(r, s, cond) : ask_unknown(WHY_VALUE, 0);
    }
    if (from.sgn && !to.sgn)
        x.negative = st_range(r, s, a).lo >= 0 ? ask_no()
                                               : eng_ask(r, s, val_cmp(vs, BIN_LT, a, val_int(vs, from, 0)));
    Event ev = arith_event(r, s, at, e, EV_CONVERT);
    ev.convert = x;
    eng_send(r, &ev);
}
