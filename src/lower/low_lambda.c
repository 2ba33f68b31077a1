/*
 * Lambdas: functions of their own, with variables for what they capture.
 */
#include <string.h>

#include "lower/low.h"

const IrExp *low_lambda(Lower *l, NodeId n)
{
    enum { INIT_MAX = 64 };
    const Node *x = nd(l, n);
    NodeId captures = x->first, tparams = next(l, captures), params = next(l, tparams),
           trailing = next(l, params), body = next(l, trailing);
    const IrExp *init_values[INIT_MAX] = {0};
    u32 k = 0;
    for (NodeId c = first(l, captures); c; c = next(l, c), k++) {
        NodeId init = some(l, first(l, c));
        if (!init || k >= INIT_MAX)
            continue;
        NodeId v = (kind(l, init) == N_ARGS || kind(l, init) == N_INIT_LIST) && first(l, init)
                       ? first(l, init)
                       : init;
        const IrExp *e = low_exp(l, v);
        init_values[k] = nd(l, c)->op == TK_AMP ? low_bound_addr(l, e, v) : low_to_value(l, e, v);
    }
    Fn *outer = l->fn;
    Fn *fn = low_fn_begin(l, n, true);
    IrFunction *f = fn->f;
    fn->capture_default = x->op;
    f->name = l->sym_lambda;
    f->scope = l->scope;
    f->qualified = low_scope_join(l->scope, l->sym_lambda);
    f->flags = IFN_LAMBDA;
    f->cls = l->cls;
    f->body = body;
    f->presence = outer->f->presence;
    IrVar *init_vars[INIT_MAX] = {0};
    k = 0;
    for (NodeId c = first(l, captures); c; c = next(l, c), k++) {
        Sym s = nd(l, c)->a;
        bool by_ref = nd(l, c)->op == TK_AMP;
        if (k < INIT_MAX && init_values[k]) {
            TypeId t = init_values[k]->type;
            if (by_ref)
                t = type_ref(l->tt, type_kind(l->tt, t) == TY_PTR ? type_of(l->tt, t) : TYPE_UNKNOWN, false);
            IrVar *v = low_var(l, s, t, IV_CAPTURE, c);
            vec_push(&fn->captures, v);
            low_bind_var(l, v);
            init_vars[k] = v;
            continue;
        }
        Binding *b = low_local(l, s);
        if (!b || b->kind != BIND_VAR || b->fn == fn)
            continue;
        Binding copy = *b;
        l->fn = outer;
        IrVar *ov = low_bound_var(l, &copy);
        l->fn = fn;
        if (!ov || ov->kind == IV_STATIC)
            continue;
        TypeId t = by_ref ? type_ref(l->tt, ov->type, false) : type_deref_ref(l->tt, ov->type);
        IrVar *v = low_var(l, s, t, IV_CAPTURE, c);
        v->outer = ov;
        ov->flags |= IVF_CAPTURED | (by_ref ? IVF_ADDRESS_TAKEN : 0);
        vec_push(&fn->captures, v);
    }
    f->ret = TYPE_UNKNOWN;
    fn->ret_auto = true;
    if (some(l, trailing)) {
        f->ret = low_type_name(l, trailing);
        fn->ret_auto = false;
    }
    low_params(l, params);
    low_scope_push(l);
    for (NodeId c = some(l, body) ? first(l, body) : 0; c; c = next(l, c))
        low_stmt(l, c);
    low_scope_pop(l, n);
    if (l->fn->cur)
        low_emit(l, II_RETURN, n)->flags |= IIF_IMPLICIT;
    if (fn->ret_auto)
        f->ret = TYPE_VOID;
    u32 n_captures = fn->captures.n;
    TypeId ptypes[32];
    u32 np = MIN(f->n_params, (u32)LENGTH(ptypes));
    for (u32 i = 0; i < np; i++)
        ptypes[i] = type_unqualified(l->tt, f->params[i]->type);
    f->type = type_func(l->tt, f->ret, ptypes, np, false, false, false);
    low_fn_end(l);
    vec_push(&l->lambdas, f);
    const IrExp **args = arena_array(l->arena, const IrExp *, n_captures);
    for (u32 i = 0; i < n_captures; i++) {
        IrVar *v = f->captures[i];
        if (!v->outer) {
            for (u32 j = 0; j < INIT_MAX; j++)
                if (init_vars[j] == v)
                    args[i] = init_values[j];
            if (!args[i])
                args[i] = low_unknown_exp(l, TYPE_UNKNOWN, n);
            continue;
        }
        const IrExp *place = low_var_place(l, v->outer, n);
        bool outer_ref = type_kind(l->tt, v->outer->type) == TY_REF;
        if (outer_ref)
            place = low_deref(l, low_load(l, place, n), n);
        if (type_kind(l->tt, v->type) == TY_REF)
            args[i] = low_addr(l, place, n, IX_BINDING);
        else if (type_kind(l->tt, place->type) == TY_ARRAY)
            args[i] = low_load(l, place, n);
        else
            args[i] = low_to_value(l, place, n);
    }
    IrExp *e = low_new_exp(l, IE_LAMBDA, TYPE_UNKNOWN, n);
    e->lambda = f;
    e->n_args = n_captures;
    e->args = args;
    return e;
}
