/*
 * Integer constant expressions straight from the tree. Used where the language wants a constant (array bounds,
 * enumerators, case labels, widths), also for declarations in other units' trees.
 */
#include "lower/low.h"

/* ---- arithmetic ---- */

bool low_fold_binary(const TypeTable *tt, IrBinop op, TypeId t, i64 a, i64 b, i64 *out)
{
    bool sign = type_is_signed(tt, t);
    u32 width = type_width(tt, t);
    if (!width || width > 64)
        return false;
    __int128 v;
    u64 ua = (u64)a, ub = (u64)b;
    if (!sign && width < 64) {
        ua &= ((u64)1 << width) - 1;
        ub &= ((u64)1 << width) - 1;
    }
    __int128 x = sign ? (__int128)a : (__int128)ua, y = sign ? (__int128)b : (__int128)ub;
    switch (op) {
    case BIN_ADD: v = x + y; break;
    case BIN_SUB: v = x - y; break;
    case BIN_MUL:
        if (sign) {
            i64 p;
            if (__builtin_mul_overflow(a, b, &p))
                return false;
            v = p;
        } else {
            v = (__int128)(ua * ub);
        }
        break;
    case BIN_DIV:
    case BIN_REM:
        if (y == 0)
            return false;
        v = op == BIN_DIV ? x / y : x % y;
        if (op == BIN_REM && sign && y == -1 && a == (i64)type_wrap(tt, t, (u64)1 << (width - 1)))
            return false;
        break;
    case BIN_SHL:
    case BIN_SHR:
        if (b < 0 || b >= (i64)width || (sign && a < 0 && op == BIN_SHL))
            return false;
        v = op == BIN_SHL ? (__int128)((unsigned __int128)(sign ? (u64)a : ua) << b) : x >> b;
        break;
    case BIN_AND: v = (__int128)(i64)(ua & ub); break;
    case BIN_OR: v = (__int128)(i64)(ua | ub); break;
    case BIN_XOR: v = (__int128)(i64)(ua ^ ub); break;
    case BIN_EQ: *out = x == y; return true;
    case BIN_NE: *out = x != y; return true;
    case BIN_LT: *out = x < y; return true;
    case BIN_LE: *out = x <= y; return true;
    case BIN_GT: *out = x > y; return true;
    case BIN_GE: *out = x >= y; return true;
    default: return false;
    }
    u64 w = type_wrap(tt, t, (u64)v);
    if (sign && op != BIN_AND && op != BIN_OR && op != BIN_XOR && (__int128)(i64)w != v)
        return false; /* overflow: not a constant, and worth a look as an expression */
    *out = (i64)w;
    return true;
}

/* ---- constant expressions ---- */

enum { CONST_DEPTH_MAX = 300 };

static bool binop_of(u8 op, IrBinop *out)
{
    switch (op) {
#define CASE(tk, b) \
    case tk: *out = b; return true
        CASE(TK_PLUS, BIN_ADD);
        CASE(TK_MINUS, BIN_SUB);
        CASE(TK_STAR, BIN_MUL);
        CASE(TK_SLASH, BIN_DIV);
        CASE(TK_PERCENT, BIN_REM);
        CASE(TK_SHL, BIN_SHL);
        CASE(TK_SHR, BIN_SHR);
        CASE(TK_AMP, BIN_AND);
        CASE(TK_PIPE, BIN_OR);
        CASE(TK_CARET, BIN_XOR);
        CASE(TK_EQEQ, BIN_EQ);
        CASE(TK_NE, BIN_NE);
        CASE(TK_LT, BIN_LT);
        CASE(TK_LE, BIN_LE);
        CASE(TK_GT, BIN_GT);
        CASE(TK_GE, BIN_GE);
#undef CASE
    default: return false;
    }
}

static bool convert(Lower *l, i64 *v, TypeId *t, TypeId to)
{
    if (!type_is_integer(l->tt, to)) {
        if (!type_is_pointer(l->tt, to))
            return false;
    }
    *v = (i64)type_wrap(l->tt, to, (u64)*v);
    *t = to;
    return true;
}

static bool eval(Lower *l, NodeId n, i64 *v, TypeId *t);

static bool eval_entry(Lower *l, u32 e, i64 *v, TypeId *t)
{
    const IndexEntry *x = low_entry(l, e);
    if (x->kind == DK_ENUMERATOR) {
        const Tree *tree = &l->p->units.at[x->unit]->tree;
        if (!x->decl || tree_kind(tree, x->decl) != N_ENUM)
            return false;
        Where w = low_enter(l, x->unit, x->scope);
        TypeId et = low_enum_type(l, x->decl);
        low_leave(l, w);
        const EnumType *en = type_enum(l->tt, et);
        for (u32 i = 0; en && i < en->n_values; i++)
            if (en->values[i].node == x->node) {
                *v = en->values[i].value;
                *t = l->cxx ? et : TYPE_INT;
                if (!l->cxx && (*v > 0x7fffffff || *v < -0x80000000ll))
                    *t = en->underlying;
                return en->values[i].known;
            }
        return false;
    }
    if (x->kind != DK_VARIABLE || !x->decl)
        return false;
    /* const int n = 5; */
    TypeId vt = low_entry_type(l, e);
    if (!type_is_integer(l->tt, vt) || !(type_get(l->tt, vt)->quals & TQ_CONST))
        return false;
    Where w = low_enter(l, x->unit, x->scope);
    NodeId init = kind(l, x->node) == N_INIT_DECL ? some(l, next(l, first(l, x->node))) : 0;
    bool ok = init && kind(l, init) != N_INIT_LIST && kind(l, init) != N_ARGS && eval(l, init, v, t) &&
              convert(l, v, t, vt);
    low_leave(l, w);
    return ok;
}

static bool eval_name(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    if (kind(l, n) == N_NAME) {
        for (const EnumWalk *w = l->enums; w; w = w->outer)
            for (u32 i = w->values.n; i > 0; i--)
                if (w->values.at[i - 1].name == nd(l, n)->a) {
                    *v = w->values.at[i - 1].value;
                    *t = *v == (i32)*v ? TYPE_INT : TYPE_LONG;
                    return w->values.at[i - 1].known;
                }
        Binding *b = low_local(l, nd(l, n)->a);
        if (b) {
            if (b->kind == BIND_CONST || (b->kind == BIND_VAR && b->has_value)) {
                *v = b->value;
                *t = type_unqualified(l->tt, b->type);
                return true;
            }
            return false;
        }
    }
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, n, LOOK_VALUE, &last, &scope);
    return e && eval_entry(l, e, v, t);
}

static bool eval_sizeof(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    NodeId x = first(l, n);
    bool align = nd(l, n)->op == KW_ALIGNOF;
    TypeId of = kind(l, n) == N_SIZEOF_TYPE ? low_type_name(l, x) : low_type_of_exp(l, x, NULL);
    u64 size;
    u32 al;
    *t = type_size_t(l->tt);
    if (align) {
        if (!type_alignof(l->tt, of, &al))
            return false;
        *v = al;
        return true;
    }
    if (!type_sizeof(l->tt, of, &size))
        return false;
    *v = (i64)size;
    return true;
}

/* Offset of a member designator a.b[3].c inside a type. */
static bool eval_designator(Lower *l, NodeId n, TypeId base, u64 *off, TypeId *t, u32 depth)
{
    if (depth > 64)
        return false;
    *off = 0;
    NodeKind k = kind(l, n);
    NodeId name = n;
    if (k == N_MEMBER || k == N_INDEX) {
        if (!eval_designator(l, first(l, n), base, off, t, depth + 1))
            return false;
        name = next(l, first(l, n));
        base = *t;
        if (k == N_INDEX) {
            i64 i;
            TypeId it;
            u64 size;
            if (type_kind(l->tt, base) != TY_ARRAY || !low_const(l, name, &i, &it) || i < 0 ||
                !type_sizeof(l->tt, type_of(l->tt, base), &size) || (u64)i > (1u << 30))
                return false;
            *t = type_of(l->tt, base);
            *off += (u64)i * size;
            return true;
        }
    }
    u32 path[16];
    u32 len = type_find_field(l->tt, base, low_name_sym(l, name), path, LENGTH(path));
    if (!len)
        return false;
    for (u32 i = 0; i < len; i++) {
        const Record *r = type_record(l->tt, base);
        if (!r || !r->layout_known || path[i] >= r->n_fields)
            return false;
        *off += r->fields[path[i]].offset;
        base = r->fields[path[i]].type;
    }
    *t = base;
    return true;
}

static bool eval_binary(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    const Node *x = nd(l, n);
    NodeId ln = x->first, rn = next(l, ln);
    i64 a, b;
    TypeId ta, tb;
    if (x->op == TK_AMPAMP || x->op == TK_PIPEPIPE) {
        if (!eval(l, ln, &a, &ta))
            return false;
        *t = l->cxx ? TYPE_BOOL : TYPE_INT;
        if ((a != 0) == (x->op == TK_PIPEPIPE)) {
            *v = a != 0;
            return true;
        }
        if (!eval(l, rn, &b, &tb))
            return false;
        *v = b != 0;
        return true;
    }
    IrBinop op;
    if (!binop_of(x->op, &op) || !eval(l, ln, &a, &ta) || !eval(l, rn, &b, &tb))
        return false;
    if (type_is_pointer(l->tt, ta) || type_is_pointer(l->tt, tb))
        return false;
    TypeId c = op == BIN_SHL || op == BIN_SHR ? type_promoted(l->tt, ta) : type_usual(l->tt, ta, tb);
    if (type_kind(l->tt, c) == TY_ENUM)
        c = type_enum(l->tt, c)->underlying;
    if (!type_is_integer(l->tt, c))
        return false;
    if (!convert(l, &a, &ta, c) || ((op != BIN_SHL && op != BIN_SHR) && !convert(l, &b, &tb, c)))
        return false;
    *t = ir_op_compares(op) ? (l->cxx ? TYPE_BOOL : TYPE_INT) : c;
    return low_fold_binary(l->tt, op, c, a, b, v);
}

static bool eval_unary(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    u8 op = nd(l, n)->op;
    if (op == TK_AMP || op == TK_STAR || op == TK_PLUSPLUS || op == TK_MINUSMINUS ||
        !eval(l, first(l, n), v, t))
        return false;
    switch (op) {
    case TK_NOT:
        *v = !*v;
        *t = l->cxx ? TYPE_BOOL : TYPE_INT;
        return true;
    case KW_EXTENSION: return true;
    case TK_PLUS:
    case TK_MINUS:
    case TK_TILDE: {
        TypeId c = type_promoted(l->tt, *t);
        if (type_kind(l->tt, c) == TY_ENUM)
            c = type_enum(l->tt, c)->underlying;
        if (!convert(l, v, t, c))
            return false;
        if (op == TK_MINUS)
            return low_fold_binary(l->tt, BIN_SUB, c, 0, *v, v);
        if (op == TK_TILDE)
            *v = (i64)type_wrap(l->tt, c, ~(u64)*v);
        return true;
    }
    default: return false;
    }
}

/* A floating constant, which may stand only directly under a cast (C11 6.6p6). */
static bool float_literal(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    while (n && kind(l, n) == N_PAREN)
        n = first(l, n);
    double real;
    bool is_float;
    u64 u;
    if (!n || kind(l, n) != N_NUMBER || !low_number(l, nd(l, n)->a, &u, &real, &is_float, t) || !is_float ||
        !(real > -9e18 && real < 9e18))
        return false;
    *v = (i64)real;
    *t = TYPE_LLONG;
    return true;
}

static bool eval(Lower *l, NodeId n, i64 *v, TypeId *t)
{
    if (!n || l->const_depth > CONST_DEPTH_MAX)
        return false;
    l->const_depth++;
    bool ok = false;
    const Node *x = nd(l, n);
    switch (x->kind) {
    case N_PAREN: ok = eval(l, x->first, v, t); break;
    case N_NUMBER: {
        double real;
        bool is_float;
        u64 u;
        ok = low_number(l, x->a, &u, &real, &is_float, t) && !is_float;
        *v = ok ? (i64)u : 0;
        break;
    }
    case N_CHAR: {
        u64 u;
        ok = low_char(l, x->a, &u, t);
        *v = ok ? (i64)u : 0;
        break;
    }
    case N_BOOL_LIT:
        *v = x->op == KW_TRUE;
        *t = TYPE_BOOL;
        ok = true;
        break;
    case N_NAME:
    case N_QUALIFIED: ok = eval_name(l, n, v, t); break;
    case N_UNARY: ok = eval_unary(l, n, v, t); break;
    case N_BINARY: ok = eval_binary(l, n, v, t); break;
    case N_COND: {
        i64 c;
        TypeId ct;
        NodeId then = next(l, x->first), other = next(l, then);
        if (!eval(l, x->first, &c, &ct))
            break;
        if (!some(l, then)) {
            *v = c;
            *t = ct;
            ok = c || eval(l, other, v, t);
        } else {
            TypeId common = TYPE_UNKNOWN;
            i64 dummy;
            TypeId to;
            ok = eval(l, c ? then : other, v, t);
            if (ok && eval(l, c ? other : then, &dummy, &to))
                common = type_usual(l->tt, *t, to);
            if (ok && common != TYPE_UNKNOWN && type_is_integer(l->tt, common))
                ok = convert(l, v, t, common);
        }
        break;
    }
    case N_CAST:
    case N_CXX_CAST: {
        TypeId to = low_type_name(l, x->first);
        ok = (float_literal(l, next(l, x->first), v, t) || eval(l, next(l, x->first), v, t)) &&
             convert(l, v, t, type_unqualified(l->tt, to));
        break;
    }
    case N_CONSTRUCT: {
        NodeId args = next(l, x->first);
        NodeId a = args ? first(l, args) : 0;
        TypeId to = low_type_name(l, x->first);
        ok = a && !next(l, a) && eval(l, a, v, t) && convert(l, v, t, type_unqualified(l->tt, to));
        break;
    }
    case N_SIZEOF_EXPR:
    case N_SIZEOF_TYPE: ok = eval_sizeof(l, n, v, t); break;
    case N_OFFSETOF: {
        u64 off;
        TypeId ft;
        ok = next(l, x->first) &&
             eval_designator(l, next(l, x->first), low_type_name(l, x->first), &off, &ft, 0);
        *v = ok ? (i64)off : 0;
        *t = type_size_t(l->tt);
        break;
    }
    default: break;
    }
    l->const_depth--;
    return ok;
}

bool low_const(Lower *l, NodeId n, i64 *value, TypeId *type)
{
    *value = 0;
    *type = TYPE_INT;
    return eval(l, n, value, type);
}
