/*
 * Intervals of mathematical integers (iv_): hull, meet, C's operators, wrap-around; see store.h. No result is ever narrower than what the
 * operands allow, and none lies outside of +-IV_LIMIT, so that sums of a few of them stay far from the ends of i128.
 */
#include "engine/store.h"
#include "engine/value_private.h"

static i128 clamp(i128 x)
{
    return x > IV_LIMIT ? IV_LIMIT : x < -IV_LIMIT ? -IV_LIMIT : x;
}

static i128 magnitude(i128 x)
{
    return x < 0 ? -x : x;
}

/* Operands are within +-IV_LIMIT. */
static i128 times(i128 a, i128 b)
{
    const i128 small = (i128)1 << 62;
    if (a > -small && a < small && b > -small && b < small)
        return clamp(a * b);
    if (!a || !b)
        return 0;
    if (magnitude(a) > IV_LIMIT / magnitude(b))
        return (a < 0) == (b < 0) ? IV_LIMIT : -IV_LIMIT;
    return a * b;
}

Interval iv_of_type(VType t)
{
    return (Interval){vtype_min(t), vtype_max(t)};
}

Interval iv_hull(Interval a, Interval b)
{
    if (iv_empty(a))
        return b;
    if (iv_empty(b))
        return a;
    return (Interval){MIN(a.lo, b.lo), MAX(a.hi, b.hi)};
}

Interval iv_meet(Interval a, Interval b)
{
    return (Interval){MAX(a.lo, b.lo), MIN(a.hi, b.hi)};
}

static Interval of(i128 lo, i128 hi)
{
    return (Interval){clamp(lo), clamp(hi)};
}

static Interval corners(i128 p, i128 q, i128 r, i128 s)
{
    i128 lo = MIN(MIN(p, q), MIN(r, s)), hi = MAX(MAX(p, q), MAX(r, s));
    return (Interval){lo, hi};
}

static Interval multiply(Interval a, Interval b)
{
    return corners(times(a.lo, b.lo), times(a.lo, b.hi), times(a.hi, b.lo), times(a.hi, b.hi));
}

/* ------------------------------------------------------------------ division */

/* The divisors on one side of zero; empty when there are none. */
static Interval positive(Interval b)
{
    return (Interval){MAX(b.lo, 1), b.hi};
}

static Interval negative(Interval b)
{
    return (Interval){b.lo, MIN(b.hi, -1)};
}

static Interval divide_by(Interval a, Interval b)
{
    if (iv_empty(b))
        return b;
    return corners(a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi);
}

static Interval divide(Interval a, Interval b)
{
    /* Towards zero: monotone in each operand as long as neither side changes its sign, and a's sign matters not for the corners. */
    return iv_hull(divide_by(a, positive(b)), divide_by(a, negative(b)));
}

static Interval remainder_of(Interval a, Interval b)
{
    Interval up = positive(b), down = negative(b);
    Interval size = iv_empty(down) ? up : iv_hull(up, (Interval){-down.hi, -down.lo});
    if (iv_empty(size))
        return size;
    if (a.lo > -size.lo && a.hi < size.lo)
        return a;
    if (size.lo == size.hi && a.lo >= 0 && a.lo / size.lo == a.hi / size.lo)
        return (Interval){a.lo % size.lo, a.hi % size.lo};
    return (Interval){a.lo < 0 ? MAX(a.lo, 1 - size.hi) : 0, a.hi > 0 ? MIN(a.hi, size.hi - 1) : 0};
}

/* ------------------------------------------------------------------ bits */

/* Smallest 2^k - 1 that is not below x >= 0. */
static i128 ones_above(i128 x)
{
    unsigned __int128 u = (unsigned __int128)x;
    for (u32 s = 1; s < 128; s *= 2)
        u |= u >> s;
    return (i128)u;
}

/* The same for both ends of intervals of any sign: every value lies in [-r - 1, r]. */
static i128 ones_around(Interval a, Interval b)
{
    i128 lo = MIN(a.lo, b.lo), hi = MAX(a.hi, b.hi);
    return ones_above(MAX(hi, lo < 0 ? -(lo + 1) : 0));
}

static Interval and_of(Interval a, Interval b)
{
    if (b.lo != b.hi) {
        Interval swap = a;
        a = b;
        b = swap;
    }
    if (b.lo == b.hi) {
        i128 m = b.lo, low = ones_above(magnitude(m));
        if (a.lo == a.hi)
            return (Interval){a.lo & m, a.lo & m};
        /* A mask that clears the lowest bits only rounds down. */
        i128 cleared = m < 0 ? -m - 1 : low - m;
        if ((cleared & (cleared + 1)) == 0 && (m < 0 || (a.lo >= 0 && a.hi <= low)))
            return (Interval){a.lo & m, a.hi & m};
    }
    Interval r;
    if (a.lo >= 0 || b.lo >= 0)
        r.lo = 0;
    else
        r.lo = -ones_around(a, b) - 1;
    if (a.lo >= 0 && b.lo >= 0)
        r.hi = MIN(a.hi, b.hi);
    else if (a.hi < 0 && b.hi < 0)
        r.hi = MIN(a.hi, b.hi);
    else if (a.lo >= 0)
        r.hi = a.hi;
    else if (b.lo >= 0)
        r.hi = b.hi;
    else
        r.hi = MAX(a.hi, b.hi);
    return r;
}

static Interval or_of(Interval a, Interval b)
{
    Interval r;
    if (a.lo == a.hi && b.lo == b.hi)
        return (Interval){a.lo | b.lo, a.lo | b.lo};
    r.lo = (a.lo >= 0) == (b.lo >= 0) ? MAX(a.lo, b.lo) : MIN(a.lo, b.lo);
    if (a.lo < 0 && b.lo < 0 && (a.hi >= 0 || b.hi >= 0))
        r.lo = MIN(a.lo, b.lo);
    r.hi = a.hi < 0 || b.hi < 0 ? -1 : ones_above(MAX(a.hi, b.hi));
    return r;
}

static Interval xor_of(Interval a, Interval b)
{
    i128 r = ones_around(a, b);
    if (a.lo == a.hi && b.lo == b.hi)
        return (Interval){a.lo ^ b.lo, a.lo ^ b.lo};
    if ((a.lo >= 0 && b.lo >= 0) || (a.hi < 0 && b.hi < 0))
        return (Interval){0, r};
    if ((a.lo >= 0 && b.hi < 0) || (a.hi < 0 && b.lo >= 0))
        return (Interval){-r - 1, -1};
    return (Interval){-r - 1, r};
}

static Interval shift(IrBinop op, VType t, Interval a, Interval b)
{
    i128 lo = MAX(b.lo, 0), hi = MIN(b.hi, t.width - 1);
    if (lo > hi)
        return iv_of_type(t); /* undefined in any case */
    u32 least = (u32)lo, most = (u32)hi;
    if (op == BIN_SHR) {
        /* Of negative values too: gcc and clang keep the sign. */
        return (Interval){a.lo >> (a.lo >= 0 ? most : least), a.hi >> (a.hi >= 0 ? least : most)};
    }
    return (Interval){times(a.lo, (i128)1 << (a.lo >= 0 ? least : most)),
                      times(a.hi, (i128)1 << (a.hi >= 0 ? most : least))};
}

/* ------------------------------------------------------------------ all */

static Interval compare(IrBinop op, Interval a, Interval b)
{
    int known = -1;
    switch (op) {
    case BIN_EQ:
    case BIN_NE:
        if (a.hi < b.lo || b.hi < a.lo)
            known = 0;
        else if (a.lo == a.hi && b.lo == b.hi)
            known = 1;
        if (op == BIN_NE && known >= 0)
            known = !known;
        break;
    case BIN_LT: known = a.hi < b.lo ? 1 : a.lo >= b.hi ? 0 : -1; break;
    case BIN_LE: known = a.hi <= b.lo ? 1 : a.lo > b.hi ? 0 : -1; break;
    case BIN_GT: known = a.lo > b.hi ? 1 : a.hi <= b.lo ? 0 : -1; break;
    default: known = a.lo >= b.hi ? 1 : a.hi < b.lo ? 0 : -1; break;
    }
    return known < 0 ? (Interval){0, 1} : (Interval){known, known};
}

Interval iv_binop(IrBinop op, VType t, Interval a, Interval b)
{
    if (iv_empty(a) || iv_empty(b))
        return iv_empty(a) ? a : b;
    Interval r;
    switch (op) {
    case BIN_ADD: return of(a.lo + b.lo, a.hi + b.hi);
    case BIN_SUB: return of(a.lo - b.hi, a.hi - b.lo);
    case BIN_MUL: return multiply(a, b);
    case BIN_DIV: r = divide(a, b); return iv_empty(r) ? iv_of_type(t) : r;
    case BIN_REM: r = remainder_of(a, b); return iv_empty(r) ? iv_of_type(t) : r;
    case BIN_SHL:
    case BIN_SHR: return shift(op, t, a, b);
    case BIN_AND: return and_of(a, b);
    case BIN_OR: return or_of(a, b);
    case BIN_XOR: return xor_of(a, b);
    case BIN_CMP3: return (Interval){-1, 1};
    default: return ir_op_compares(op) ? compare(op, a, b) : iv_of_type(t);
    }
}

Interval iv_wrap(VType t, Interval a)
{
    Interval all = iv_of_type(t);
    if (iv_empty(a) || (a.lo >= all.lo && a.hi <= all.hi))
        return a;
    if (!t.width)
        return iv_meet(a, all);
    if (vtype_is_bool(t))
        return (Interval){a.lo > 0 || a.hi < 0, 1};
    i128 block = (i128)1 << t.width;
    if (a.hi - a.lo >= block || a.lo <= -IV_LIMIT ||
        a.hi >= IV_LIMIT) /* saturated: the true ends are unknown */
        return all;
    /* Distance below the type's least value, rounded down to whole blocks. */
    i128 shift_by = (a.lo - all.lo) & ~(block - 1);
    Interval r = {a.lo - shift_by, a.hi - shift_by};
    return r.hi <= all.hi ? r : all;
}
