/*
 * Makers of comparisons and truth values: constants on the right, conversions that keep the value taken off both sides, one form for each
 * meaning. Like all makers they hold for all bit patterns. See value.h.
 */
#include "engine/value_private.h"

static Val truth(Values *vs, bool yes)
{
    return val_int(vs, vtype_int, yes);
}

static bool compare_numbers(IrBinop op, i128 a, i128 b)
{
    switch (op) {
    case BIN_EQ: return a == b;
    case BIN_NE: return a != b;
    case BIN_LT: return a < b;
    case BIN_LE: return a <= b;
    case BIN_GT: return a > b;
    default: return a >= b;
    }
}

static bool compare_reals(IrBinop op, double a, double b)
{
    switch (op) {
    case BIN_EQ: return a == b;
    case BIN_NE: return a != b;
    case BIN_LT: return a < b;
    case BIN_LE: return a <= b;
    case BIN_GT: return a > b;
    default: return a >= b;
    }
}

/* Answer of a comparison with a constant that does not depend on the value, because its type ends there: 1, 0, or -1. */
static int decided_by_type(IrBinop op, VType t, i128 c)
{
    i128 lo = vtype_min(t), hi = vtype_max(t);
    switch (op) {
    case BIN_EQ: return c < lo || c > hi ? 0 : -1;
    case BIN_NE: return c < lo || c > hi ? 1 : -1;
    case BIN_LT: return c <= lo ? 0 : c > hi ? 1 : -1;
    case BIN_LE: return c < lo ? 0 : c >= hi ? 1 : -1;
    case BIN_GT: return c >= hi ? 0 : c < lo ? 1 : -1;
    default: return c > hi ? 0 : c <= lo ? 1 : -1;
    }
}

/* x == c where x is computed from one operand by an operation that can be undone. 0: it cannot. */
static Val undo(Values *vs, IrBinop op, const ValNode *x, i64 c)
{
    VType t = x->type;
    if (x->kind == VK_UNOP && x->op == UN_NEG)
        return val_cmp(vs, op, x->a, val_int(vs, t, (i64)(0 - (u64)c)));
    if (x->kind == VK_UNOP && x->op == UN_BITNOT)
        return val_cmp(vs, op, x->a, val_int(vs, t, ~c));
    if (x->kind != VK_BINOP || ir_op_compares((IrBinop)x->op))
        return VAL_NONE;
    if (x->op == BIN_SUB && c == 0)
        return val_cmp(vs, op, x->a, x->b);
    i64 num;
    if (!val_const(vs, x->b, &num))
        return VAL_NONE;
    if (x->op == BIN_ADD)
        return val_cmp(vs, op, x->a, val_int(vs, t, (i64)((u64)c - (u64)num)));
    if (x->op == BIN_XOR)
        return val_cmp(vs, op, x->a, val_int(vs, t, c ^ num));
    return VAL_NONE;
}

/* Integers of one type, b a constant. VAL_NONE: no simpler form. */
static Val compare_constant(Values *vs, IrBinop op, Val a, i64 num)
{
    ValNode x = val_copy(vs, a);
    VType t = x.type;
    i128 c = t.sgn ? (i128)num : (i128)(u64)num;
    int known = decided_by_type(op, t, c);
    if (known >= 0)
        return truth(vs, known);
    if (x.kind == VK_CAST && val_type(vs, x.a).width && !vtype_is_bool(t)) {
        VType inner = val_type(vs, x.a);
        if (vtype_contains(t, inner)) {
            known = decided_by_type(op, inner, c);
            return known >= 0 ? truth(vs, known) : val_cmp(vs, op, x.a, val_int(vs, inner, num));
        }
    }
    if (val_is_truth(vs, a) && (c == 0 || c == 1)) {
        if (op == BIN_EQ || op == BIN_NE) {
            if ((op == BIN_EQ) == (c == 1))
                return a;
            if (x.kind == VK_BINOP && ir_op_compares((IrBinop)x.op) && val_type(vs, x.a).width)
                return val_cmp(vs, ir_op_inverse((IrBinop)x.op), x.a, x.b);
        }
    }
    if (!t.sgn) {
        /* One form for the tests against zero. */
        if ((op == BIN_LT && c == 1) || (op == BIN_LE && c == 0))
            return val_cmp(vs, BIN_EQ, a, val_int(vs, t, 0));
        if ((op == BIN_GE && c == 1) || (op == BIN_GT && c == 0))
            return val_cmp(vs, BIN_NE, a, val_int(vs, t, 0));
    }
    return op == BIN_EQ || op == BIN_NE ? undo(vs, op, &x, num) : VAL_NONE;
}

Val val_cmp(Values *vs, IrBinop op, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (x.kind == VK_FLOAT && y.kind == VK_FLOAT)
        return truth(vs, compare_reals(op, x.real, y.real));
    if (!x.type.width || !y.type.width) /* NaN: nothing else can be said of floating values */
        return val_make(vs, VK_BINOP, op, vtype_int, a, b);
    if (!vtype_same(x.type, y.type)) {
        VType common = x.type.ptr ? x.type : y.type.ptr ? y.type : vtype_off;
        return val_cmp(vs, op, val_cast(vs, common, a), val_cast(vs, common, b));
    }
    if (x.kind == VK_INT && y.kind == VK_INT)
        return truth(vs, compare_numbers(op, val_number(&x), val_number(&y)));
    if (a == b)
        return truth(vs, op == BIN_EQ || op == BIN_LE || op == BIN_GE);
    if (x.kind == VK_INT)
        return val_cmp(vs, ir_op_swapped(op), b, a);
    if (y.kind == VK_INT) {
        Val simple = compare_constant(vs, op, a, y.num);
        if (simple)
            return simple;
    } else {
        if (x.kind == VK_CAST && y.kind == VK_CAST && !vtype_is_bool(x.type)) {
            VType from = val_type(vs, x.a);
            if (vtype_same(from, val_type(vs, y.a)) && vtype_contains(x.type, from))
                return val_cmp(vs, op, x.a, y.a);
        }
        if (op == BIN_EQ || op == BIN_NE) {
            if (x.kind == VK_ADDR && y.kind == VK_ADDR && x.a == y.a)
                return val_cmp(vs, op, x.b, y.b);
            if (a > b)
                return val_make(vs, VK_BINOP, op, vtype_int, b, a);
        }
    }
    return val_make(vs, VK_BINOP, op, vtype_int, a, b);
}

static Val is_zero(Values *vs, Val v)
{
    VType t = val_type(vs, v);
    return val_cmp(vs, BIN_EQ, v, t.width ? val_int(vs, t, 0) : val_float(vs, 0));
}

Val val_not(Values *vs, Val cond)
{
    ValNode n = val_copy(vs, cond);
    if (n.kind == VK_BINOP && ir_op_compares((IrBinop)n.op)) {
        if (val_type(vs, n.a).width && val_type(vs, n.b).width)
            return val_cmp(vs, ir_op_inverse((IrBinop)n.op), n.a, n.b);
        if (n.op == BIN_EQ || n.op == BIN_NE)
            return val_make(vs, VK_BINOP, ir_op_inverse((IrBinop)n.op), vtype_int, n.a, n.b);
        return val_make(vs, VK_UNOP, UN_NOT, vtype_int, cond,
                        VAL_NONE); /* !(a < b) is no a >= b when one is NaN */
    }
    if (n.kind == VK_UNOP && n.op == UN_NOT)
        return n.a;
    return is_zero(vs, cond);
}

static Val as_truth(Values *vs, Val v)
{
    return val_is_truth(vs, v) ? v : val_not(vs, is_zero(vs, v));
}

Val val_and(Values *vs, Val a, Val b)
{
    return val_binop(vs, BIN_AND, vtype_int, as_truth(vs, a), as_truth(vs, b));
}

Val val_or(Values *vs, Val a, Val b)
{
    return val_binop(vs, BIN_OR, vtype_int, as_truth(vs, a), as_truth(vs, b));
}
