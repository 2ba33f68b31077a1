/*
 * Values of initialisers, straight from the tree and without types of their own: what int, long and their unsigned forms make of
 * literals, enumerators, other constants and the operators over them. Anything else is no constant here. See facts_priv.h.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/facts_priv.h"

/* A value in one of the types that integer promotion leaves: 32 or 64 bits, signed or not. Unsigned 32-bit values are zero-extended. */
typedef struct Value {
    i64 v;
    bool is_long, is_unsigned;
} Value;

typedef struct Eval {
    const Project *p;
    const Unit *u;
    const Tree *t;
    u32 depth;
    u32 *budget; /* steps that are left */
} Eval;

static bool eval(Eval *e, NodeId n, Value *out);

/* Into the value's own type; false when a signed value does not fit, which C leaves undefined. */
static bool settle(Value *x, __int128 v)
{
    if (x->is_unsigned) {
        x->v = x->is_long ? (i64)(u64)v : (i64)(u32)(u64)v;
        return true;
    }
    if (v < (x->is_long ? (__int128)INT64_MIN : INT32_MIN) ||
        v > (x->is_long ? (__int128)INT64_MAX : INT32_MAX))
        return false;
    x->v = (i64)v;
    return true;
}

/* What the value is as a number. */
static __int128 number(const Value *x)
{
    return x->is_unsigned && x->is_long ? (__int128)(u64)x->v : (__int128)x->v;
}

static bool eval_number(Sym sym, Value *out)
{
    const char *s = sym_str(sym);
    u32 base = 10;
    if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))
        base = 16, s += 2;
    else if (s[0] == '0' && (s[1] == 'b' || s[1] == 'B'))
        base = 2, s += 2;
    else if (s[0] == '0')
        base = 8;
    u64 v = 0;
    u32 digits = 0;
    for (;; s++) {
        u32 d;
        if (*s >= '0' && *s <= '9')
            d = (u32)(*s - '0');
        else if (base == 16 && (*s | 32) >= 'a' && (*s | 32) <= 'f')
            d = (u32)((*s | 32) - 'a' + 10);
        else if (*s == '\'')
            continue;
        else
            break;
        if (d >= base || __builtin_mul_overflow(v, (u64)base, &v) || __builtin_add_overflow(v, (u64)d, &v))
            return false;
        digits++;
    }
    bool is_unsigned = false, is_long = false;
    for (; *s; s++) {
        if (*s == 'u' || *s == 'U')
            is_unsigned = true;
        else if (*s == 'l' || *s == 'L')
            is_long = true;
        else
            return false;
    }
    if (!digits)
        return false;
    if (v > UINT32_MAX || (v > INT32_MAX && base == 10 && !is_unsigned))
        is_long = true;
    if ((v > INT32_MAX && !is_long) || v > INT64_MAX) {
        if (base == 10 && !is_unsigned)
            return false;
        is_unsigned = true;
    }
    *out = (Value){.v = (i64)v, .is_long = is_long, .is_unsigned = is_unsigned};
    return true;
}

/* 'x' and its escapes; no prefix, one character. */
static bool eval_char(Sym sym, Value *out)
{
    static const char escapes[] = "n\nt\tr\r0\0a\ab\bf\fv\v\\\\''\"\"??";
    const char *s = sym_str(sym);
    u32 n = sym_len(sym);
    *out = (Value){0};
    if (n < 3 || s[0] != '\'' || s[n - 1] != '\'')
        return false;
    if (n == 3) {
        out->v = (signed char)s[1];
        return s[1] != '\\';
    }
    if (s[1] != '\\')
        return false;
    if (s[2] == 'x' || (s[2] >= '0' && s[2] <= '7')) {
        u32 base = s[2] == 'x' ? 16 : 8, v = 0;
        for (u32 i = base == 16 ? 3 : 2; i + 1 < n; i++) {
            u32 d = s[i] >= '0' && s[i] <= '9' ? (u32)(s[i] - '0') : (u32)((s[i] | 32) - 'a' + 10);
            v = v * base + d;
            if (d >= base || v > 255)
                return false;
        }
        out->v = (signed char)v;
        return n > 4 || base == 8;
    }
    if (n != 4)
        return false;
    for (u32 i = 0; i + 1 < sizeof escapes; i += 2)
        if (escapes[i] == s[2]) {
            out->v = escapes[i + 1];
            return true;
        }
    return false;
}

/* ---- names ---- */

static bool eval_enumerator(Eval *e, const IndexEntry *x, Value *out)
{
    Eval other = {.p = e->p, .u = e->p->units.at[x->unit], .depth = e->depth + 1, .budget = e->budget};
    other.t = &other.u->tree;
    if (!x->decl || tree_kind(other.t, x->decl) != N_ENUM)
        return false;
    /* The last one up to it with a value of its own (0: none), and how far it is behind that. */
    NodeId from = 0;
    i64 steps = -1;
    for (NodeId c = tree_first(other.t, x->decl); c; c = tree_next(other.t, c)) {
        NodeKind k = tree_kind(other.t, c);
        if (k == N_ALT || !*e->budget)
            return false; /* with ALT, the configuration decides which enumerators stand before it */
        --*e->budget;
        if (k != N_ENUMERATOR)
            continue;
        NodeId value = tree_first(other.t, c);
        bool has_value = value && tree_kind(other.t, value) != N_NONE;
        from = has_value ? value : from;
        steps = has_value ? 0 : steps + 1;
        if (c == x->node) {
            *out = (Value){0};
            return (!from || eval(&other, from, out)) && settle(out, number(out) + steps);
        }
    }
    return false;
}

/* Another constant: `const int`, in C++. */
static bool eval_variable(Eval *e, const IndexEntry *x, Value *out)
{
    Eval other = {.p = e->p, .u = e->p->units.at[x->unit], .depth = e->depth + 1, .budget = e->budget};
    const Tree *t = other.t = &other.u->tree;
    NodeId specs = x->decl ? tree_first(t, x->decl) : 0;
    NodeId dtor = tree_first(t, x->node), init = dtor ? tree_next(t, dtor) : 0;
    if (!specs || !init || tree_kind(t, dtor) != N_D_NAME || tree_kind(t, init) == N_NONE)
        return false;
    const Node *s = tree_node(t, specs);
    /* A narrower type would need a conversion. */
    if (!(s->flags & (SP_CONST | SP_CONSTEXPR)) || s->flags & SP_VOLATILE ||
        s->a & ~(u32)(BT_INT | BT_SIGNED) || !s->a)
        return false;
    if (!eval(&other, init, out) || out->v != (i32)out->v)
        return false;
    *out = (Value){.v = out->v};
    return true;
}

static bool eval_name(Eval *e, NodeId n, Value *out)
{
    Sym name = index_name_of(e->t, n);
    u32 found = 0;
    for (u32 i = name ? index_first(&e->p->index, name) : 0; i; i = e->p->index.entries.at[i].next) {
        const IndexEntry *x = &e->p->index.entries.at[i];
        bool own = x->unit == e->u->index;
        if ((x->kind != DK_ENUMERATOR && x->kind != DK_VARIABLE) || (x->is_static && !own && !x->in_header))
            continue;
        if (found && own && e->p->index.entries.at[found].unit != x->unit)
            found = 0; /* the unit's own goes before others */
        else if (found && !own && e->p->index.entries.at[found].unit == e->u->index)
            continue;
        if (found)
            return false; /* which of them is meant would need scopes and configurations */
        found = i;
    }
    if (!found)
        return false;
    const IndexEntry *x = &e->p->index.entries.at[found];
    return x->kind == DK_ENUMERATOR ? eval_enumerator(e, x, out) : eval_variable(e, x, out);
}

/* ---- operators ---- */

static bool eval_unary(Eval *e, const Node *x, Value *out)
{
    if (!eval(e, x->first, out))
        return false;
    switch (x->op) {
    case TK_PLUS:
    case KW_EXTENSION: return true;
    case TK_MINUS: return settle(out, -number(out));
    case TK_TILDE: return settle(out, ~number(out));
    case TK_NOT: *out = (Value){.v = out->v == 0}; return true;
    default: return false;
    }
}

static bool eval_shift(u8 op, const Value *a, const Value *b, Value *out)
{
    i64 width = a->is_long ? 64 : 32;
    if (b->v < 0 || b->v >= width || (op == TK_SHL && !a->is_unsigned && a->v < 0))
        return false;
    *out = *a;
    unsigned __int128 bits = (unsigned __int128)number(a);
    return settle(out, op == TK_SHL ? (__int128)(bits << b->v) : number(a) >> b->v);
}

static bool eval_logical(Eval *e, const Node *x, const Value *a, Value *out)
{
    bool decided = (a->v != 0) == (x->op == TK_PIPEPIPE);
    if (!decided && !eval(e, tree_next(e->t, x->first), out))
        return false;
    *out = (Value){.v = decided ? a->v != 0 : out->v != 0};
    return true;
}

static bool eval_binary(Eval *e, const Node *x, Value *out)
{
    Value a, b;
    if (!eval(e, x->first, &a))
        return false;
    if (x->op == TK_AMPAMP || x->op == TK_PIPEPIPE)
        return eval_logical(e, x, &a, out);
    if (!eval(e, tree_next(e->t, x->first), &b))
        return false;
    if (x->op == TK_SHL || x->op == TK_SHR)
        return eval_shift(x->op, &a, &b, out);
    /* The usual conversions: the longer type; of equally long ones the unsigned one. */
    Value common = {.is_long = a.is_long || b.is_long};
    common.is_unsigned =
        (a.is_unsigned && a.is_long >= b.is_long) || (b.is_unsigned && b.is_long >= a.is_long);
    Value l = common, r = common;
    if (!settle(&l, number(&a)) || !settle(&r, number(&b)))
        return false;
    __int128 p = number(&l), q = number(&r);
    *out = common;
    switch (x->op) {
    case TK_PLUS: return settle(out, p + q);
    case TK_MINUS: return settle(out, p - q);
    case TK_STAR: {
        __int128 product;
        if (__builtin_mul_overflow(p, q, &product)) /* only of unsigned long, which wraps */
            product = (__int128)((u64)l.v * (u64)r.v);
        return settle(out, product);
    }
    case TK_SLASH: return q != 0 && settle(out, p / q);
    case TK_PERCENT: return q != 0 && settle(out, p / q) && settle(out, p % q);
    case TK_AMP: return settle(out, p & q);
    case TK_PIPE: return settle(out, p | q);
    case TK_CARET: return settle(out, p ^ q);
    case TK_EQEQ: *out = (Value){.v = p == q}; return true;
    case TK_NE: *out = (Value){.v = p != q}; return true;
    case TK_LT: *out = (Value){.v = p < q}; return true;
    case TK_LE: *out = (Value){.v = p <= q}; return true;
    case TK_GT: *out = (Value){.v = p > q}; return true;
    case TK_GE: *out = (Value){.v = p >= q}; return true;
    default: return false;
    }
}

static bool eval_cast(Eval *e, const Node *x, Value *out)
{
    const Tree *t = e->t;
    NodeId specs = tree_first(t, x->first), dtor = specs ? tree_next(t, specs) : 0;
    NodeId exp = tree_next(t, x->first);
    if (!specs || !exp || (dtor && tree_kind(t, dtor) != N_NONE && tree_kind(t, dtor) != N_D_NAME))
        return false;
    u32 bt = tree_node(t, specs)->a;
    if (!bt || bt & ~(u32)(BT_CHAR | BT_SHORT | BT_INT | BT_LONG | BT_LONG2 | BT_SIGNED | BT_UNSIGNED) ||
        !eval(e, exp, out))
        return false;
    bool is_unsigned = bt & BT_UNSIGNED;
    u64 v = (u64)number(out);
    if (bt & BT_CHAR)
        *out = (Value){.v = is_unsigned ? (i64)(v & 0xff) : (i64)(int8_t)v};
    else if (bt & BT_SHORT)
        *out = (Value){.v = is_unsigned ? (i64)(v & 0xffff) : (i64)(int16_t)v};
    else if (bt & (BT_LONG | BT_LONG2))
        *out = (Value){.v = (i64)v, .is_long = true, .is_unsigned = is_unsigned};
    else
        *out = (Value){.v = is_unsigned ? (i64)(u32)v : (i64)(i32)v, .is_unsigned = is_unsigned};
    return true;
}

static bool eval(Eval *e, NodeId n, Value *out)
{
    if (!n || e->depth > LIMIT_FACT_DEPTH || !*e->budget)
        return false;
    const Node *x = tree_node(e->t, n);
    e->depth++;
    --*e->budget;
    bool ok = false;
    switch (x->kind) {
    case N_PAREN: ok = eval(e, x->first, out); break;
    case N_NUMBER: ok = eval_number(x->a, out); break;
    case N_CHAR: ok = eval_char(x->a, out); break;
    case N_BOOL_LIT:
        *out = (Value){.v = x->op == KW_TRUE};
        ok = true;
        break;
    case N_NAME:
    case N_QUALIFIED: ok = eval_name(e, n, out); break;
    case N_UNARY: ok = eval_unary(e, x, out); break;
    case N_BINARY: ok = eval_binary(e, x, out); break;
    case N_COND: {
        NodeId then = tree_next(e->t, x->first);
        /* The other operand's type may change the value's. */
        Value c, other;
        ok = tree_kind(e->t, then) != N_NONE && eval(e, x->first, &c) &&
             eval(e, c.v ? then : tree_next(e->t, then), out) &&
             eval(e, c.v ? tree_next(e->t, then) : then, &other) && other.is_long == out->is_long &&
             other.is_unsigned == out->is_unsigned;
        break;
    }
    case N_CAST:
    case N_CXX_CAST: ok = eval_cast(e, x, out); break;
    case N_INIT_LIST:
    case N_ARGS: /* int x = {1}, int x(1) */
        if (!x->first) {
            *out = (Value){0};
            ok = true;
        } else {
            ok = !tree_next(e->t, x->first) && eval(e, x->first, out);
        }
        break;
    default: break;
    }
    e->depth--;
    return ok;
}

bool fact_const(const Project *p, u32 unit, NodeId exp, i64 *value)
{
    u32 budget = LIMIT_FACT_STEPS;
    Eval e = {.p = p, .u = p->units.at[unit], .t = &p->units.at[unit]->tree, .budget = &budget};
    Value v = {0};
    if (!eval(&e, exp, &v))
        return false;
    *value = v.v;
    return true;
}
