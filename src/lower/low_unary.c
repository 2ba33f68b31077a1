/*
 * Assignments and unary operators.
 */
#include <string.h>

#include "lower/low.h"

/* ---- assignment ---- */

const IrExp *low_to_place(Lower *l, const IrExp *e, NodeId node)
{
    if (ir_is_place(e))
        return e;
    IrExp *o = low_new_exp(l, IE_OBJECT, e->type, node);
    o->a = e;
    return o;
}

const IrExp *low_assign(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId ln = x->first, rn = next(l, ln);
    u8 op = x->op;
    if (op == TK_ASSIGN) {
        const IrExp *place = low_to_place(l, low_exp(l, ln), ln);
        if (rn && kind(l, rn) == N_INIT_LIST) {
            low_init(l, place, place->type, rn, n);
            return place;
        }
        if (l->cxx && low_is_class(l, place->type)) {
            const IrExp *rhs = low_exp(l, rn);
            const IrExp *call = low_operator(l, "=", place, rhs, ln, rn, n);
            if (call)
                return call;
            low_store(l, place, low_to_value(l, rhs, rn), n, 0);
            return place;
        }
        const IrExp *v = low_convert(l, low_value(l, rn), place->type, rn);
        low_store(l, place, v, n, 0);
        return type_kind(l->tt, place->type) == TY_RECORD ? place : v;
    }
    const IrExp *place = low_to_place(l, low_exp(l, ln), ln);
    const IrExp *rhs = NULL;
    if (l->cxx && low_is_class(l, place->type)) {
        rhs = low_exp(l, rn);
        const IrExp *call = low_operator(l, sym_str(token_sym_of_kind((TokenKind)op)), place, rhs, ln, rn, n);
        if (call)
            return call;
        rhs = low_to_value(l, rhs, rn);
    } else {
        rhs = low_value(l, rn);
    }
    const IrExp *old = low_load(l, place, ln);
    const IrExp *v = low_binop(l, (IrBinop)(low_binop_of_token[op] - 1), old, rhs, n);
    v = low_convert(l, v, place->type, n);
    low_store(l, place, v, n, IIF_COMPOUND);
    return v;
}

const IrExp *low_step(Lower *l, NodeId n, bool postfix)
{
    NodeId x = first(l, n);
    u8 op = nd(l, n)->op;
    const IrExp *place = low_to_place(l, low_exp(l, x), x);
    if (l->cxx && low_is_class(l, place->type)) {
        const IrExp *zero = postfix ? low_int(l, TYPE_INT, 0, 0) : NULL;
        const IrExp *call = low_operator(l, op == TK_PLUSPLUS ? "++" : "--", place, zero, x, 0, n);
        if (call)
            return call;
    }
    const IrExp *old = low_load(l, place, x);
    const IrExp *v;
    if (type_kind(l->tt, old->type) == TY_BOOL) {
        v = low_int(l, TYPE_BOOL, op == TK_PLUSPLUS, n);
    } else {
        v = low_binop(l, op == TK_PLUSPLUS ? BIN_ADD : BIN_SUB, old, low_int(l, TYPE_INT, 1, 0), n);
        v = low_convert(l, v, place->type, n);
    }
    low_store(l, place, v, n, IIF_COMPOUND | (postfix ? IIF_POSTFIX : 0));
    return postfix ? old : l->cxx ? place : v;
}

/* ---- unary operators ---- */

static bool names_member(Lower *l, NodeId n)
{
    return l->cxx && kind(l, n) == N_QUALIFIED;
}

static const IrExp *member_pointer(Lower *l, NodeId n, NodeId name)
{
    NodeId last;
    Sym scope;
    u32 e = low_lookup_name(l, name, LOOK_VALUE, &last, &scope);
    TypeId cls = scope ? low_class_of_scope(l, scope, true) : 0;
    if (e) {
        const IndexEntry *x = low_entry(l, e);
        if (x->kind == DK_VARIABLE || x->kind == DK_ENUMERATOR || !sym_len(x->scope) ||
            !low_class_of_scope(l, x->scope, true) || low_is_static_member(l, e))
            return NULL;
    } else if (!cls) {
        return NULL;
    }
    Sym s = last ? low_name_sym(l, last) : 0;
    TypeId of = e ? low_entry_type(l, e) : TYPE_UNKNOWN;
    if (!e && cls) {
        u32 path[8];
        TypeId c = cls;
        u32 len = type_find_field(l->tt, cls, s, path, LENGTH(path));
        for (u32 i = 0; i < len; i++) {
            const Record *r = type_record(l->tt, c);
            of = r->fields[path[i]].type;
            c = of;
        }
    }
    IrExp *m = low_new_exp(l, IE_MEMPTR, type_memptr(l->tt, of, cls ? cls : TYPE_UNKNOWN), n);
    m->name = s;
    m->global = e ? low_global_of_entry(l, e) : NULL;
    return m;
}

const IrExp *low_unary(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    NodeId o = x->first;
    switch (x->op) {
    case TK_AMP: {
        NodeId inner = o;
        while (kind(l, inner) == N_PAREN)
            inner = first(l, inner);
        if (names_member(l, inner)) {
            const IrExp *m = member_pointer(l, n, inner);
            if (m)
                return m;
        }
        const IrExp *e = low_exp(l, o);
        if (!ir_is_place(e)) {
            if (e->type != TYPE_UNKNOWN && l->cxx && low_is_class(l, e->type))
                return low_bound_addr(l, e, n);
            return e->kind == IE_UNKNOWN ? e : low_unknown_exp(l, type_ptr(l->tt, e->type), n);
        }
        return low_addr(l, e, n, 0);
    }
    case TK_STAR: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && low_is_class(l, e->type)) {
            const IrExp *call = low_operator(l, "*", e, NULL, o, 0, n);
            if (call)
                return call;
        }
        if (type_kind(l->tt, e->type) == TY_FUNC)
            return e;
        e = low_to_value(l, e, o);
        TypeKind k = type_kind(l->tt, e->type);
        if (k == TY_PTR && type_kind(l->tt, type_of(l->tt, e->type)) == TY_FUNC && e->kind == IE_ADDR)
            return e->a;
        return low_deref(l, e, n);
    }
    case TK_PLUSPLUS:
    case TK_MINUSMINUS: return low_step(l, n, false);
    case KW_EXTENSION: return low_exp(l, o);
    case TK_NOT: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && type_kind(l->tt, e->type) == TY_RECORD) {
            const IrExp *call = low_operator(l, "!", e, NULL, o, 0, n);
            if (call)
                return call;
        }
        e = low_to_value(l, e, o);
        if (e->kind == IE_INT)
            return low_int(l, low_truth_type(l), e->num == 0, n);
        IrExp *u = low_new_exp(l, IE_UNOP, low_truth_type(l), n);
        u->op = UN_NOT;
        u->a = e;
        return u;
    }
    case TK_PLUS:
    case TK_MINUS:
    case TK_TILDE:
    case KW_REAL:
    case KW_IMAG: {
        const IrExp *e = low_exp(l, o);
        if (l->cxx && low_is_class(l, e->type)) {
            const IrExp *call =
                low_operator(l, sym_str(token_sym_of_kind((TokenKind)x->op)), e, NULL, o, 0, n);
            if (call)
                return call;
        }
        e = low_to_value(l, e, o);
        if (x->op == KW_REAL || x->op == KW_IMAG) {
            IrExp *u = low_new_exp(l, IE_UNOP, TYPE_UNKNOWN, n);
            u->op = x->op == KW_REAL ? UN_REAL : UN_IMAG;
            u->a = e;
            return u;
        }
        TypeId t = type_is_arithmetic(l->tt, e->type) ? type_promoted(l->tt, e->type) : TYPE_UNKNOWN;
        e = low_convert(l, e, t, o);
        if (x->op == TK_PLUS)
            return e;
        if (e->kind == IE_INT && type_is_integer(l->tt, t)) {
            i64 v;
            if (x->op == TK_TILDE ? (v = (i64)type_wrap(l->tt, t, ~e->num), true)
                                  : low_fold_binary(l->tt, BIN_SUB, t, 0, (i64)e->num, &v)) {
                IrExp *c = low_new_exp(l, IE_INT, t, n);
                c->num = (u64)v;
                c->flags = IX_FOLDED;
                return c;
            }
        }
        if (e->kind == IE_FLOAT && x->op == TK_MINUS) {
            IrExp *c = low_new_exp(l, IE_FLOAT, e->type, n);
            c->real = -e->real;
            return c;
        }
        IrExp *u = low_new_exp(l, IE_UNOP, t, n);
        u->op = x->op == TK_MINUS ? UN_NEG : UN_BITNOT;
        u->a = e;
        return u;
    }
    default: /* co_await */ {
        const IrExp *e = low_value(l, o);
        low_discard(l, e, n, 0);
        l->fn->f->flags |= IFN_COROUTINE;
        return low_unknown_exp(l, TYPE_UNKNOWN, n);
    }
    }
}
