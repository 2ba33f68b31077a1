/*
 * Makers of symbolic values: they fold constants and bring equal values to one form. Every rule here holds for all bit patterns; where a rule
 * also has to keep sums of signed values free of new overflow, it says so, because the store reads these sums as exact. See value.h.
 */
#include "engine/value_private.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

/* Keys of OPAQUE symbols besides the operators. */
enum { OPAQUE_CAST = 64, OPAQUE_UNOP = 65, OPAQUE_ADDR = 128 };

/* Integers up to here are exact in every floating type. */
#define EXACT_IN_FLOAT ((i64)1 << 24)

static inline bool is_const(const Values *vs, Val v, i64 num)
{
    const ValNode *n = val_node(vs, v);
    return n->kind == VK_INT && n->num == num;
}

static inline bool is_binop(const ValNode *n, IrBinop op)
{
    return n->kind == VK_BINOP && n->op == op;
}

/* ------------------------------------------------------------------ leaves */

/* Bits of an integer, sign-extended when the type is signed. Bool: truth. */
static i64 wrap(VType t, u64 bits)
{
    if (!t.width || t.width >= 64)
        return (i64)bits;
    if (vtype_is_bool(t))
        return bits != 0;
    bits &= ((u64)1 << t.width) - 1;
    if (t.sgn && bits >> (t.width - 1) & 1)
        bits |= ~(u64)0 << t.width;
    return (i64)bits;
}

Val val_int(Values *vs, VType t, i64 num)
{
    ValNode n = {.kind = VK_INT, .type = t, .size = 1, .num = wrap(t, (u64)num)};
    return val_intern(vs, &n);
}

Val val_float(Values *vs, double real)
{
    ValNode n = {.kind = VK_FLOAT, .size = 1, .real = real};
    return val_intern(vs, &n);
}

Val val_null(Values *vs)
{
    return val_int(vs, vtype_ptr, 0);
}

Val val_off(Values *vs, i64 num)
{
    return val_int(vs, vtype_off, num);
}

/* ------------------------------------------------------------------ inner nodes */

Val val_make(Values *vs, ValKind kind, u32 op, VType t, Val a, Val b)
{
    const ValNode *na = val_node(vs, a), *nb = val_node(vs, b);
    u32 size = 1u + na->size + nb->size;
    TaintMask taint = na->taint | nb->taint;
    if (size > LIMIT_VALUE_SIZE)
        return val_opaque(vs, t, op | (u32)kind << 8, a, b, taint, VAL_NONE);
    ValNode n = {
        .kind = (u8)kind, .op = (u8)op, .type = t, .size = (u16)size, .taint = taint, .a = a, .b = b};
    return val_intern(vs, &n);
}

Val val_addr(Values *vs, ObjId obj, Val off)
{
    off = val_cast(vs, vtype_off, off);
    const ValNode *n = val_node(vs, off);
    if (n->size + 1u > LIMIT_VALUE_SIZE)
        off = val_opaque(vs, vtype_off, OPAQUE_ADDR, off, VAL_NONE, n->taint, VAL_NONE);
    n = val_node(vs, off);
    ValNode addr = {.kind = VK_ADDR,
                    .type = vtype_ptr,
                    .size = (u16)(1 + n->size),
                    .taint = n->taint,
                    .a = obj,
                    .b = off};
    return val_intern(vs, &addr);
}

/* ------------------------------------------------------------------ casts */

static Val cast_of_constant(Values *vs, VType t, const ValNode *n, Val a)
{
    if (t.width) {
        if (n->kind == VK_INT)
            return val_int(vs, t, n->num);
        if (vtype_is_bool(t))
            return val_int(vs, t, n->real != 0);
        double whole = trunc(n->real);
        /* Comparisons are false for NaN. Above 2^62 the exact bounds of the type would have to be rounded: left alone. */
        if (whole >= -0x1p62 && whole <= 0x1p62 && (i128)whole >= vtype_min(t) && (i128)whole <= vtype_max(t))
            return val_int(vs, t, (i64)whole);
    } else if (n->kind == VK_INT) {
        if (n->num >= -EXACT_IN_FLOAT && n->num <= EXACT_IN_FLOAT)
            return val_float(vs, (double)n->num);
    } else if ((double)(float)n->real == n->real) {
        return a;
    }
    return val_opaque(vs, t, OPAQUE_CAST, a, VAL_NONE, n->taint, a);
}

Val val_cast(Values *vs, VType t, Val a)
{
    ValNode n = val_copy(vs, a);
    if (n.kind == VK_FLOAT || n.kind == VK_INT) {
        if (n.kind == VK_INT && vtype_same(t, n.type) && t.loose == n.type.loose)
            return a;
        return cast_of_constant(vs, t, &n, a);
    }
    if (n.kind == VK_RECORD && !t.width)
        return a;
    if (!t.width || !n.type.width) {
        if (vtype_is_bool(t) && n.kind != VK_RECORD && n.kind != VK_NONE) {
            Val nonzero = val_cmp(vs, BIN_NE, a, val_float(vs, 0));
            return val_make(vs, VK_CAST, 0, t, nonzero, VAL_NONE);
        }
        return val_opaque(vs, t, OPAQUE_CAST, a, VAL_NONE, n.taint, a);
    }
    if (vtype_same(t, n.type))
        return a;
    if (vtype_is_bool(t)) {
        Val nonzero = val_is_truth(vs, a) ? a : val_cmp(vs, BIN_NE, a, val_int(vs, n.type, 0));
        i64 num;
        return val_const(vs, nonzero, &num) ? val_int(vs, t, num)
                                            : val_make(vs, VK_CAST, 0, t, nonzero, VAL_NONE);
    }
    if (n.kind == VK_CAST) {
        VType inner = val_type(vs, n.a);
        /* The middle type drops nothing that the outer one keeps, or changes no value at all. */
        if (!vtype_is_bool(n.type) && (n.type.width >= t.width || vtype_contains(n.type, inner)))
            return val_cast(vs, t, n.a);
        if (vtype_is_bool(n.type) && vtype_same(t, inner)) /* of a truth value */
            return n.a;
    }
    return val_make(vs, VK_CAST, 0, t, a, VAL_NONE);
}

/* ------------------------------------------------------------------ arithmetic */

/* The operation on constants; false when it is undefined. */
static bool fold(IrBinop op, VType t, i64 a, const ValNode *b, i64 *out)
{
    u64 x = (u64)a, y = (u64)b->num, r;
    i128 count = val_number(b);
    switch (op) {
    case BIN_ADD: r = x + y; break;
    case BIN_SUB: r = x - y; break;
    case BIN_MUL: r = x * y; break;
    case BIN_AND: r = x & y; break;
    case BIN_OR: r = x | y; break;
    case BIN_XOR: r = x ^ y; break;
    case BIN_DIV:
    case BIN_REM:
        if (!y || (t.sgn && b->num == -1 && (i128)a == vtype_min(t)))
            return false;
        if (t.sgn)
            r = (u64)(op == BIN_DIV ? a / b->num : a % b->num);
        else
            r = op == BIN_DIV ? x / y : x % y;
        break;
    case BIN_SHL:
    case BIN_SHR:
        if (count < 0 || count >= t.width)
            return false;
        if (op == BIN_SHL)
            r = x << (u32)count;
        else
            r = t.sgn ? (u64)(a >> (u32)count) : x >> (u32)count;
        break;
    default: return false;
    }
    *out = wrap(t, r);
    return true;
}

static i128 number_of(VType t, i64 num)
{
    return t.sgn ? (i128)num : (i128)(u64)num;
}

/* Is combining two constants of a sum or product safe? For signed types only when no step of it leaves the type: the store
 * takes signed sums as exact. */
static bool combines(VType t, i128 result)
{
    return !t.sgn || (result >= vtype_min(t) && result <= vtype_max(t));
}

static Val add(Values *vs, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (y.kind == VK_INT) {
        i64 inner;
        if (y.num == 0)
            return a;
        if (is_binop(&x, BIN_ADD) && val_const(vs, x.b, &inner) &&
            combines(t, number_of(t, inner) + number_of(t, y.num)))
            return add(vs, t, x.a, val_int(vs, t, (i64)((u64)inner + (u64)y.num)));
    }
    if (is_binop(&x, BIN_SUB) && x.b == b)
        return x.a;
    if (is_binop(&y, BIN_SUB) && y.b == a)
        return y.a;
    return val_make(vs, VK_BINOP, BIN_ADD, t, a, b);
}

/* v as base + *c. */
static Val base_of(const Values *vs, Val v, u64 *c)
{
    const ValNode *n = val_node(vs, v);
    i64 num;
    *c = 0;
    if (!is_binop(n, BIN_ADD) || !val_const(vs, n->b, &num))
        return v;
    *c = (u64)num;
    return n->a;
}

static Val sub(Values *vs, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (y.kind == VK_INT && (y.num == 0 || combines(t, -val_number(&y))))
        return add(vs, t, a, val_int(vs, t, (i64)(0 - (u64)y.num)));
    u64 ca, cb;
    if (base_of(vs, a, &ca) == base_of(vs, b, &cb))
        return val_int(vs, t, (i64)(ca - cb));
    if (is_binop(&x, BIN_ADD) && (x.a == b || x.b == b))
        return x.a == b ? x.b : x.a;
    if (is_binop(&y, BIN_SUB) && y.a == a)
        return y.b;
    if (is_const(vs, a, 0))
        return val_unop(vs, UN_NEG, t, b);
    return val_make(vs, VK_BINOP, BIN_SUB, t, a, b);
}

static Val mul(Values *vs, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    i64 inner;
    if (y.kind == VK_INT) {
        if (y.num == 0)
            return b;
        if (y.num == 1)
            return a;
        if (is_binop(&x, BIN_MUL) && val_const(vs, x.b, &inner) &&
            combines(t, number_of(t, inner) * number_of(t, y.num)))
            return mul(vs, t, x.a, val_int(vs, t, (i64)((u64)inner * (u64)y.num)));
    }
    return val_make(vs, VK_BINOP, BIN_MUL, t, a, b);
}

static Val bitwise(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (a == b)
        return op == BIN_XOR ? val_int(vs, t, 0) : a;
    if (y.kind == VK_INT) {
        bool ones = y.num == wrap(t, ~(u64)0);
        if (y.num == 0)
            return op == BIN_AND ? b : a;
        if (ones && op != BIN_XOR)
            return op == BIN_AND ? a : b;
        if (y.num == 1 && val_is_truth(vs, a) && op != BIN_XOR) /* && true, || true */
            return op == BIN_AND ? a : b;
        i64 inner, folded;
        if (is_binop(&x, op) && val_const(vs, x.b, &inner) && fold(op, t, inner, &y, &folded))
            return bitwise(vs, op, t, x.a, val_int(vs, t, folded));
    }
    return val_make(vs, VK_BINOP, op, t, a, b);
}

static Val shift(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (y.kind == VK_INT) {
        if (y.num == 0)
            return a;
        const ValNode *first = is_binop(&x, op) ? val_node(vs, x.b) : NULL;
        i128 count = val_number(&y);
        if (first && first->kind == VK_INT && val_number(first) > 0 && count > 0 &&
            val_number(first) + count < t.width)
            return shift(vs, op, t, x.a, val_int(vs, vtype_int, (i64)(val_number(first) + count)));
    }
    return val_make(vs, VK_BINOP, op, t, a, b);
}

static Val float_binop(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    ValNode x = val_copy(vs, a), y = val_copy(vs, b);
    if (x.kind == VK_FLOAT && y.kind == VK_FLOAT) {
        double r = op == BIN_ADD   ? x.real + y.real
                   : op == BIN_SUB ? x.real - y.real
                   : op == BIN_MUL ? x.real * y.real
                                   : x.real / y.real;
        /* The type's precision is not known here; a result that float holds is the same in all of them. */
        if (op <= BIN_DIV && (op != BIN_DIV || y.real != 0) && (double)(float)r == r)
            return val_float(vs, r);
    }
    return val_make(vs, VK_BINOP, op, t, a, b);
}

Val val_binop(Values *vs, IrBinop op, VType t, Val a, Val b)
{
    if (ir_op_compares(op))
        return val_cmp(vs, op, a, b);
    if (op > BIN_XOR) /* <=> and pointer arithmetic have no form here */
        return val_opaque(vs, t, op, a, b, val_node(vs, a)->taint | val_node(vs, b)->taint, VAL_NONE);
    if (!t.width)
        return float_binop(vs, op, t, a, b);
    bool shifts = op == BIN_SHL || op == BIN_SHR;
    a = val_cast(vs, t, a);
    b = shifts && val_type(vs, b).width ? b : val_cast(vs, shifts ? vtype_off : t, b);
    const ValNode *x = val_node(vs, a), *y = val_node(vs, b);
    i64 folded;
    if (x->kind == VK_INT && y->kind == VK_INT && fold(op, t, x->num, y, &folded))
        return val_int(vs, t, folded);
    if (!shifts && op != BIN_SUB && op != BIN_DIV && op != BIN_REM && y->kind != VK_INT) {
        /* && and || keep the order in which they were written, for texts. */
        bool logical = (op == BIN_AND || op == BIN_OR) && val_is_truth(vs, a) && val_is_truth(vs, b);
        if (x->kind == VK_INT || (a > b && !logical)) {
            Val swap = a;
            a = b;
            b = swap;
        }
    }
    switch (op) {
    case BIN_ADD: return add(vs, t, a, b);
    case BIN_SUB: return sub(vs, t, a, b);
    case BIN_MUL: return mul(vs, t, a, b);
    case BIN_AND:
    case BIN_OR:
    case BIN_XOR: return bitwise(vs, op, t, a, b);
    case BIN_SHL:
    case BIN_SHR: return shift(vs, op, t, a, b);
    case BIN_DIV:
        if (is_const(vs, b, 1) && t.width > 1)
            return a;
        break;
    case BIN_REM:
        if (is_const(vs, b, 1) && t.width > 1)
            return val_int(vs, t, 0);
        break;
    default: break;
    }
    return val_make(vs, VK_BINOP, op, t, a, b);
}

Val val_unop(Values *vs, IrUnop op, VType t, Val a)
{
    if (op == UN_NOT)
        return val_not(vs, a);
    ValNode x = val_copy(vs, a);
    if (!t.width && op == UN_NEG) {
        if (x.kind == VK_FLOAT)
            return val_float(vs, -x.real);
        return val_make(vs, VK_UNOP, op, t, a, VAL_NONE);
    }
    if (!t.width || (op != UN_NEG && op != UN_BITNOT))
        return val_opaque(vs, t, OPAQUE_UNOP + (u32)op, a, VAL_NONE, x.taint, VAL_NONE);
    a = val_cast(vs, t, a);
    x = val_copy(vs, a);
    if (x.kind == VK_INT)
        return val_int(vs, t, op == UN_NEG ? (i64)(0 - (u64)x.num) : ~x.num);
    if (x.kind == VK_UNOP && x.op == op && vtype_same(x.type, t))
        return x.a;
    if (op == UN_NEG && is_binop(&x, BIN_SUB))
        return val_binop(vs, BIN_SUB, t, x.b, x.a);
    return val_make(vs, VK_UNOP, op, t, a, VAL_NONE);
}

/* ------------------------------------------------------------------ offsets and sizes */

/* Offsets are far from the ends of 64 bits, so their sums may be put into another order: the constant last. */
Val val_off_add(Values *vs, Val a, Val b)
{
    a = val_cast(vs, vtype_off, a);
    b = val_cast(vs, vtype_off, b);
    u64 ca, cb;
    Val x = base_of(vs, a, &ca), y = base_of(vs, b, &cb);
    i64 num;
    if ((!ca && !cb) || val_const(vs, a, &num) || val_const(vs, b, &num))
        return val_binop(vs, BIN_ADD, vtype_off, a, b);
    Val sum = val_binop(vs, BIN_ADD, vtype_off, x, y);
    return val_binop(vs, BIN_ADD, vtype_off, sum, val_off(vs, (i64)(ca + cb)));
}

Val val_off_sub(Values *vs, Val a, Val b)
{
    a = val_cast(vs, vtype_off, a);
    b = val_cast(vs, vtype_off, b);
    u64 ca, cb;
    Val x = base_of(vs, a, &ca), y = base_of(vs, b, &cb);
    i64 num;
    if ((!ca && !cb) || val_const(vs, b, &num))
        return val_binop(vs, BIN_SUB, vtype_off, a, b);
    Val difference = val_binop(vs, BIN_SUB, vtype_off, x, y);
    return val_binop(vs, BIN_ADD, vtype_off, difference, val_off(vs, (i64)(ca - cb)));
}

Val val_off_mul(Values *vs, Val a, i64 factor)
{
    a = val_cast(vs, vtype_off, a);
    u64 c;
    Val x = base_of(vs, a, &c);
    Val product = val_binop(vs, BIN_MUL, vtype_off, x, val_off(vs, factor));
    return val_binop(vs, BIN_ADD, vtype_off, product, val_off(vs, (i64)(c * (u64)factor)));
}
