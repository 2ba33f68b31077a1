/*
 * Random C expressions over a few small integer symbols, for property tests of values and of the constraint store: each is made twice, as a
 * Val by the engine's makers and as a tree of its own, which is evaluated by C's rules without the engine.
 */
#ifndef UNIT_EXPRESSION_H
#define UNIT_EXPRESSION_H

#include "engine/value.h"

/* ---- numbers: xorshift, so that every run sees the same cases ---- */

typedef struct Random {
    u64 state;
} Random;

static inline u32 random_below(Random *r, u32 n)
{
    r->state ^= r->state << 13;
    r->state ^= r->state >> 7;
    r->state ^= r->state << 17;
    return (u32)((r->state >> 32) % n);
}

/* ---- trees ---- */

enum { EX_MAX = 400, EX_SYMS = 3 };

typedef enum ExKind { EX_SYM, EX_INT, EX_UN, EX_BIN, EX_CAST } ExKind;

typedef struct Ex {
    u8 kind, op;
    VType type;
    u32 a, b; /* indices of the operands; SYM: which symbol */
    i64 num;
    Val val; /* what the engine's makers made of it */
} Ex;

/* A world: symbols with windows of values, expressions over them, and one assignment. */
typedef struct World {
    Arena arena;
    Values vs;
    Ex ex[EX_MAX];
    u32 n_ex, n_syms;
    u32 sym[EX_SYMS]; /* indices of the symbols' expressions */
    i64 lo[EX_SYMS], hi[EX_SYMS];
    i64 now[EX_SYMS]; /* the assignment */
    u32 stamp;        /* of the assignment: results below are kept for it */
    u32 stamp_of[EX_MAX];
    i128 result[EX_MAX];
    bool undefined[EX_MAX]; /* division by zero, count out of range */
    bool overflow[EX_MAX];  /* of a signed type, there or in an operand */
} World;

static inline void world_open(World *w)
{
    arena_init(&w->arena);
    values_init(&w->vs, &w->arena, NULL);
}

static inline void world_close(World *w)
{
    values_release(&w->vs);
    arena_release(&w->arena);
}

static inline u32 ex_add(World *w, Ex e)
{
    if (w->n_ex == EX_MAX)
        return 0;
    w->stamp_of[w->n_ex] = 0;
    w->ex[w->n_ex] = e;
    return w->n_ex++;
}

static inline bool ex_same_type(VType a, VType b)
{
    return a.width == b.width && a.sgn == b.sgn;
}

static inline u32 ex_int(World *w, VType t, i64 num)
{
    Val v = val_int(&w->vs, t, num);
    i64 wrapped = num;
    val_const(&w->vs, v, &wrapped);
    return ex_add(w, (Ex){.kind = EX_INT, .type = t, .num = wrapped, .val = v});
}

static inline u32 ex_cast(World *w, VType t, u32 a)
{
    if (ex_same_type(w->ex[a].type, t))
        return a;
    return ex_add(w, (Ex){.kind = EX_CAST, .type = t, .a = a, .val = val_cast(&w->vs, t, w->ex[a].val)});
}

static inline VType ex_promoted(VType t)
{
    return t.width < 32 ? vtype_int : t;
}

/* C's usual arithmetic conversions. */
static inline VType ex_usual(VType a, VType b)
{
    a = ex_promoted(a);
    b = ex_promoted(b);
    if (a.width != b.width)
        return a.width > b.width ? a : b;
    return a.sgn ? b : a;
}

static inline u32 ex_unop(World *w, IrUnop op, u32 a)
{
    if (op != UN_NOT)
        a = ex_cast(w, ex_promoted(w->ex[a].type), a);
    VType t = op == UN_NOT ? vtype_int : w->ex[a].type;
    return ex_add(
        w,
        (Ex){.kind = EX_UN, .op = (u8)op, .type = t, .a = a, .val = val_unop(&w->vs, op, t, w->ex[a].val)});
}

static inline bool ex_compares(IrBinop op)
{
    return op >= BIN_EQ && op <= BIN_GE;
}

/* raw: in the type of the left operand, without promotion, so that small types wrap. */
static inline u32 ex_binop(World *w, IrBinop op, u32 a, u32 b, bool raw)
{
    raw &= w->ex[a].type.width > 1; /* there is no arithmetic in bool */
    VType t = raw ? w->ex[a].type : ex_usual(w->ex[a].type, w->ex[b].type);
    if (op == BIN_SHL || op == BIN_SHR) {
        t = raw ? w->ex[a].type : ex_promoted(w->ex[a].type);
        a = ex_cast(w, t, a);
    } else {
        a = ex_cast(w, t, a);
        b = ex_cast(w, t, b);
    }
    VType result = ex_compares(op) ? vtype_int : t;
    Val v = val_binop(&w->vs, op, result, w->ex[a].val, w->ex[b].val);
    return ex_add(w, (Ex){.kind = EX_BIN, .op = (u8)op, .type = result, .a = a, .b = b, .val = v});
}

/* ---- evaluation by C's rules ---- */

static inline i128 ex_wrap(VType t, i128 x)
{
    if (t.width == 1 && !t.sgn)
        return x != 0;
    i128 block = (i128)1 << t.width;
    x &= block - 1;
    return t.sgn && x >= block / 2 ? x - block : x;
}

static inline i128 ex_div(i128 a, i128 b)
{
    return a / b; /* i128 divides towards zero, as C does */
}

static inline i128 ex_eval(World *w, u32 i)
{
    const Ex *e = &w->ex[i];
    if (w->stamp_of[i] == w->stamp)
        return w->result[i];
    i128 a = 0, b = 0, r = 0;
    bool undefined = false, overflow = false;
    if (e->kind >= EX_UN) {
        a = ex_eval(w, e->a);
        undefined = w->undefined[e->a];
        overflow = w->overflow[e->a];
    }
    if (e->kind == EX_BIN) {
        b = ex_eval(w, e->b);
        undefined |= w->undefined[e->b];
        overflow |= w->overflow[e->b];
    }
    switch ((ExKind)e->kind) {
    case EX_SYM: r = w->now[e->a]; break;
    case EX_INT: r = e->type.sgn ? (i128)e->num : (i128)(u64)e->num; break;
    case EX_CAST: r = a; break;
    case EX_UN: r = e->op == UN_NEG ? -a : e->op == UN_NOT ? !a : ~a; break;
    case EX_BIN:
        switch ((IrBinop)e->op) {
        case BIN_ADD: r = a + b; break;
        case BIN_SUB: r = a - b; break;
        case BIN_MUL: r = (i128)((unsigned __int128)a * (unsigned __int128)b); break;
        case BIN_DIV:
        case BIN_REM:
            undefined |= b == 0;
            r = b == 0 ? 0 : e->op == BIN_DIV ? ex_div(a, b) : a % b;
            undefined |= e->type.sgn && b == -1 && ex_wrap(e->type, ex_div(a, b)) != ex_div(a, b);
            break;
        case BIN_SHL:
        case BIN_SHR:
            undefined |= b < 0 || b >= e->type.width;
            if (!undefined)
                r = ex_wrap(e->type, e->op == BIN_SHL ? (i128)((unsigned __int128)a << (u32)b) : a >> (u32)b);
            break;
        case BIN_AND: r = a & b; break;
        case BIN_OR: r = a | b; break;
        case BIN_XOR: r = a ^ b; break;
        case BIN_EQ: r = a == b; break;
        case BIN_NE: r = a != b; break;
        case BIN_LT: r = a < b; break;
        case BIN_LE: r = a <= b; break;
        case BIN_GT: r = a > b; break;
        default: r = a >= b; break;
        }
        break;
    }
    i128 wrapped = ex_wrap(e->type, r);
    overflow |= e->kind >= EX_UN && e->kind != EX_CAST && e->type.sgn && wrapped != r;
    w->stamp_of[i] = w->stamp;
    w->undefined[i] = undefined;
    w->overflow[i] = overflow;
    return w->result[i] = wrapped;
}

/* Is its value what C says, on this assignment? */
static inline bool ex_defined(World *w, u32 i)
{
    ex_eval(w, i);
    return !w->undefined[i] && !w->overflow[i];
}

/* Steps to the next assignment; false after the last. */
static inline void world_first(World *w)
{
    w->stamp++;
    for (u32 i = 0; i < w->n_syms; i++)
        w->now[i] = w->lo[i];
}

static inline bool world_next(World *w)
{
    w->stamp++;
    for (u32 i = 0; i < w->n_syms; i++) {
        if (w->now[i] < w->hi[i]) {
            w->now[i]++;
            return true;
        }
        w->now[i] = w->lo[i];
    }
    return false;
}

static inline void world_random(World *w, Random *r)
{
    w->stamp++;
    for (u32 i = 0; i < w->n_syms; i++)
        w->now[i] = w->lo[i] + random_below(r, (u32)(w->hi[i] - w->lo[i] + 1));
}

/* ---- generation ---- */

static const VType ex_types[] = {
    {.width = 8, .sgn = true},  {.width = 8},  {.width = 32, .sgn = true}, {.width = 32},
    {.width = 16, .sgn = true}, {.width = 64}, {.width = 64, .sgn = true}, {.width = 1},
};

/* n symbols of 8 bits; each may take a window of at most `window` values, often at an end of its type. */
static inline void world_symbols(World *w, Random *r, u32 n, u32 window)
{
    w->n_syms = n;
    for (u32 i = 0; i < n; i++) {
        VType t = ex_types[random_below(r, 2)];
        i64 lo = (i64)vtype_min(t), hi = (i64)vtype_max(t), size = 1 + random_below(r, window);
        switch (random_below(r, 4)) {
        case 0: lo += random_below(r, 3); break;
        case 1: lo = MAX(lo, hi - size + 1 - random_below(r, 3)); break;
        case 2: lo = MAX(lo, -size / 2); break;
        default: lo += random_below(r, 256); break;
        }
        if (window >= 256)
            lo = (i64)vtype_min(t);
        hi = MIN(hi, window >= 256 ? hi : lo + size - 1);
        SymInfo info = sym_info(SO_PARAM, t);
        info.lo = w->lo[i] = MIN(lo, hi);
        info.hi = w->hi[i] = hi;
        w->sym[i] =
            ex_add(w, (Ex){.kind = EX_SYM, .type = t, .a = i, .val = val_sym(&w->vs, 0, i, 0, 0, &info)});
    }
}

static inline u32 ex_constant(World *w, Random *r)
{
    static const i64 common[] = {0, 1, 2, 3, 4, 7, 8, 10, 15, 16, 100, 127, 128, 255, 256, -1, -2, -128};
    VType t = ex_types[random_below(r, LENGTH(ex_types) - 1)];
    i64 num = random_below(r, 3) ? common[random_below(r, LENGTH(common))] : (i64)random_below(r, 256) - 128;
    if (random_below(r, 3)) /* most constants in C are ints */
        t = vtype_int;
    return ex_int(w, t, num);
}

static inline u32 ex_random(World *w, Random *r, u32 depth)
{
    static const u8 ops[] = {BIN_ADD, BIN_ADD, BIN_ADD, BIN_SUB, BIN_SUB, BIN_MUL, BIN_DIV, BIN_REM,
                             BIN_AND, BIN_OR,  BIN_XOR, BIN_SHL, BIN_SHR, BIN_LT,  BIN_EQ,  BIN_GE};
    u32 kind = depth == 0 ? random_below(r, 4) : random_below(r, 12);
    if (w->n_ex > EX_MAX - 60)
        kind = 0;
    if (kind < 3)
        return w->sym[random_below(r, w->n_syms)];
    if (kind < 4)
        return ex_constant(w, r);
    if (kind < 6)
        return ex_cast(w, ex_types[random_below(r, LENGTH(ex_types))], ex_random(w, r, depth - 1));
    if (kind < 7)
        return ex_unop(w, (IrUnop)random_below(r, 3), ex_random(w, r, depth - 1));
    u32 a = ex_random(w, r, depth - 1);
    u32 b = random_below(r, 2) ? ex_constant(w, r) : ex_random(w, r, depth - 1);
    return ex_binop(w, (IrBinop)ops[random_below(r, LENGTH(ops))], a, b, random_below(r, 3) == 0);
}

/* A symbol, perhaps converted, times or plus a small number, or plus another symbol. */
static inline u32 ex_shifted(World *w, Random *r)
{
    u32 e = w->sym[random_below(r, w->n_syms)];
    if (random_below(r, 4) == 0)
        e = ex_cast(w, ex_types[random_below(r, 7)], e);
    switch (random_below(r, 5)) {
    case 0: return ex_binop(w, BIN_ADD, e, ex_int(w, vtype_int, (i64)random_below(r, 9) - 4), false);
    case 1: return ex_binop(w, BIN_MUL, e, ex_int(w, vtype_int, (i64)random_below(r, 6) - 1), false);
    case 2: return ex_binop(w, BIN_ADD, e, w->sym[random_below(r, w->n_syms)], random_below(r, 3) == 0);
    default: return e;
    }
}

/* A condition, mostly a comparison. */
static inline u32 ex_condition(World *w, Random *r, u32 depth)
{
    u32 kind = random_below(r, 16);
    if (kind == 0)
        return ex_random(w, r, depth);
    if (kind == 1 && depth > 0) {
        u32 a = ex_condition(w, r, depth - 1), b = ex_condition(w, r, depth - 1);
        IrBinop op = random_below(r, 2) ? BIN_AND : BIN_OR;
        a = ex_unop(w, UN_NOT, ex_unop(w, UN_NOT, a));
        b = ex_unop(w, UN_NOT, ex_unop(w, UN_NOT, b));
        Val x = w->ex[a].val, y = w->ex[b].val;
        Val v = op == BIN_AND ? val_and(&w->vs, x, y) : val_or(&w->vs, x, y);
        return ex_add(w, (Ex){.kind = EX_BIN, .op = (u8)op, .type = vtype_int, .a = a, .b = b, .val = v});
    }
    bool simple = kind < 7; /* two symbols and small constants: what differences and sums are for */
    u32 a = simple ? ex_shifted(w, r) : ex_random(w, r, depth);
    u32 b = simple ? ex_shifted(w, r) : random_below(r, 2) ? ex_constant(w, r) : ex_random(w, r, depth);
    return ex_binop(w, (IrBinop)(BIN_EQ + random_below(r, 6)), a, b, false);
}

#endif
