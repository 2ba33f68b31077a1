/*
 * Declarations inside functions: variables with their initialisers, static locals, local types and prototypes. Called for
 * statements, and for conditions and initial parts that declare.
 */
#include <string.h>

#include "lower/low.h"

static void bind_enumerators(Lower *l, TypeId t)
{
    const EnumType *e = type_enum(l->tt, t);
    for (u32 i = 0; e && i < e->n_values; i++) {
        Enumerator v = e->values[i];
        Binding *b = low_bind(l, v.name, BIND_CONST);
        b->value = v.value;
        b->has_value = v.known;
        b->type = t;
    }
}

/* Tags and enumerators that the specifiers of a local declaration define. */
static void bind_defined_types(Lower *l, NodeId specs)
{
    for (NodeId c = first(l, specs); c; c = next(l, c)) {
        NodeKind k = kind(l, c);
        const Node *x = nd(l, c);
        if (k == N_RECORD && (x->flags & REC_DEFINED)) {
            TypeId t = low_record_type(l, c);
            if (x->a)
                low_bind(l, l->cxx ? x->a : x->a + TAG_KEY, BIND_TYPE)->type = t;
            type_record(l->tt, t); /* now, while the names around it are known */
            if (l->cxx)
                low_local_class(l, c);
        } else if (k == N_ENUM && (x->flags & ENUM_DEFINED)) {
            TypeId t = low_enum_type(l, c);
            if (x->a)
                low_bind(l, l->cxx ? x->a : x->a + TAG_KEY, BIND_TYPE)->type = t;
            bind_enumerators(l, t);
        }
    }
}

static void local_static(Lower *l, IrVar *v, NodeId init, NodeId node)
{
    IrGlobal *g = low_global_new(l, v->name, v->type, node);
    g->scope = l->fn->f->qualified;
    g->is_static = true;
    g->defined_here = true;
    g->owner = l->fn->f;
    g->is_thread = v->flags & IVF_THREAD;
    v->global = g;
    v->kind = IV_STATIC;
    if (init)
        low_global_init(l, g, init, node);
}

/* The variable that another branch of an #if declared with the same type in this scope, so that both are one. */
static IrVar *alternative(Lower *l, Sym name, TypeId type)
{
    Binding *b = l->fn->alt_depth || name ? low_local(l, name) : NULL;
    if (!b || b->kind != BIND_VAR || b->fn != l->fn || b->scope != l->fn->scope)
        return NULL;
    return (b->var->flags & IVF_UNDER_ALT) && b->var->type == type ? b->var : NULL;
}

static void declare_one(Lower *l, Specs s, NodeId d, NodeId node)
{
    NodeId dtor = first(l, d), init = some(l, next(l, dtor));
    Declared dd;
    TypeId t = low_declarator(l, s.type, dtor, &dd);
    if (dd.d_name && kind(l, dd.d_name) == N_D_BINDING) {
        low_bindings(l, dd.d_name, t, init, d);
        return;
    }
    if (s.flags & SP_TYPEDEF) {
        if (dd.name)
            low_bind(l, dd.name, BIND_TYPE)->type = t;
        return;
    }
    if (type_kind(l->tt, t) == TY_FUNC || (s.flags & SP_EXTERN)) {
        u32 e = low_lookup(l, dd.name, LOOK_VALUE);
        IrGlobal *g = e ? low_global_of_entry(l, e) : low_global_of_name(l, dd.name, 0);
        if (!e && g->type == TYPE_UNKNOWN) {
            g->type = t;
            g->is_function = type_kind(l->tt, t) == TY_FUNC;
        }
        if (dd.name)
            low_bind(l, dd.name, BIND_GLOBAL)->global = g;
        return;
    }
    if (init && type_kind(l->tt, t) == TY_ARRAY && type_get(l->tt, t)->bound == BOUND_NONE)
        t = low_complete_array(l, t, init);
    bool is_static = s.flags & SP_STATIC || (s.flags & SP_THREAD && !(s.flags & SP_AUTO));
    const IrExp *init_exp = NULL; /* of an auto: lowered before the type is known */
    if (s.is_auto && init) {
        NodeId x = init;
        if (kind(l, x) == N_ARGS || (kind(l, x) == N_INIT_LIST && first(l, x) && !next(l, first(l, x))))
            x = first(l, x);
        if (x && kind(l, x) != N_INIT_LIST && !is_static) {
            bool ref = type_kind(l->tt, t) == TY_REF;
            init_exp = low_exp(l, x);
            TypeId it = ref ? init_exp->type : type_decayed(l->tt, init_exp->type);
            if (ref) {
                it = type_qualified(l->tt, it, type_get(l->tt, type_of(l->tt, t))->quals);
                init_exp = low_bound_addr(l, init_exp, x);
                t = type_ref(l->tt, it, false);
            } else {
                TypeKind k = type_kind(l->tt, t);
                if (k == TY_PTR) /* auto *p */
                    t = type_kind(l->tt, it) == TY_PTR ? type_qualified(l->tt, it, type_get(l->tt, t)->quals)
                                                       : t;
                else
                    t = type_qualified(l->tt, it, type_get(l->tt, t)->quals);
                init_exp = low_to_value(l, init_exp, x);
            }
        }
    }
    IrVar *v = alternative(l, dd.name, t);
    if (!v) {
        v = low_var(l, dd.name, t, IV_LOCAL, d);
        if (dd.name && !is_static)
            low_bind_var(l, v);
    }
    v->vla_bound = dd.vla_bound;
    v->flags |= (u16)((s.flags & SP_VOLATILE || type_get(l->tt, t)->quals & TQ_VOLATILE ? IVF_VOLATILE : 0) |
                      (s.flags & SP_THREAD ? IVF_THREAD : 0) | (s.flags & SP_REGISTER ? IVF_REGISTER : 0) |
                      (init ? IVF_INIT : 0) | (l->fn->alt_depth ? IVF_UNDER_ALT : 0));
    if (s.cleanup || low_has_attr(l, d, "cleanup"))
        v->flags |= IVF_CLEANUP;
    if (is_static) {
        if (dd.name)
            low_bind_var(l, v);
        local_static(l, v, init, d);
        return;
    }
    low_declare(l, v, d);
    if (init_exp) {
        low_store(l, low_var_place(l, v, d), init_exp, d, IIF_INIT);
        return;
    }
    const IrExp *place = low_var_place(l, v, d);
    if (init) {
        low_init(l, place, t, init, d);
        i64 value;
        TypeId vt;
        Binding *b = dd.name ? low_local(l, dd.name) : NULL;
        if (b && b->var == v && type_is_integer(l->tt, t) && (type_get(l->tt, t)->quals & TQ_CONST) &&
            kind(l, init) != N_INIT_LIST && kind(l, init) != N_ARGS && low_const(l, init, &value, &vt)) {
            b = low_local(l, dd.name);
            b->has_value = true;
            b->value = (i64)type_wrap(l->tt, t, (u64)value);
        }
    } else if (l->cxx && type_kind(l->tt, t) == TY_RECORD && type_record(l->tt, t)->has_ctor) {
        v->flags |= IVF_INIT;
        low_construct_at(l, place, t, 0, node, 0, IIF_INIT | IIF_IMPLICIT);
    }
}

/* GNU C: a function inside a function. */
static void nested_function(Lower *l, NodeId n)
{
    Specs s = low_specs(l, first(l, n));
    Declared d;
    TypeId t = low_declarator(l, s.type, next(l, first(l, n)), &d);
    if (d.name) {
        IrGlobal *g = low_global_new(l, d.name, t, n);
        g->scope = l->fn->f->qualified;
        g->is_static = g->defined_here = true;
        g->owner = l->fn->f;
        low_bind(l, d.name, BIND_GLOBAL)->global = g;
    }
    low_function(l, n, l->fn->presence, false);
}

void low_local_decl(Lower *l, NodeId n)
{
    switch (kind(l, n)) {
    case N_DECL: {
        NodeId specs = first(l, n);
        Specs s = low_specs(l, specs);
        bind_defined_types(l, specs);
        for (NodeId d = next(l, specs); d; d = next(l, d))
            if (kind(l, d) == N_INIT_DECL)
                declare_one(l, s, d, n);
        break;
    }
    case N_ALIAS: {
        TypeId t = low_type_name(l, first(l, n));
        low_bind(l, nd(l, n)->a, BIND_TYPE)->type = t;
        break;
    }
    case N_FUNC: nested_function(l, n); break;
    default: break;
    }
}
