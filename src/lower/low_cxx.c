/*
 * What only C++ has: objects with constructors and destructors, overloaded operators, lambdas, new and delete,
 * exceptions, range-for. Classes whose definition was not seen are treated as classes where the source treats them so;
 * no call is invented for them.
 */
#include <string.h>

#include "lower/low.h"

bool low_is_class(const Lower *l, TypeId t)
{
    const Type *ty = type_get(l->tt, t);
    if (ty->kind == TY_RECORD)
        return true;
    return ty->kind == TY_NAMED && !(ty->flags & TF_TEMPLATE_PARAM) && ty->named->keyword != KW_ENUM;
}

const IrExp *low_this(Lower *l, NodeId node)
{
    Binding *b = low_local(l, token_sym_of_kind(KW_THIS));
    if (!b || b->kind != BIND_VAR)
        return NULL;
    IrVar *v = low_bound_var(l, b);
    return v ? low_load(l, low_var_place(l, v, node), node) : NULL;
}

/* Name and scope of a class type, seen or not. */
Sym low_class_name(const Lower *l, TypeId t, Sym *scope)
{
    const Type *ty = type_get(l->tt, t);
    *scope = 0;
    if (ty->kind == TY_RECORD) {
        *scope = ty->record->qualified;
        return ty->record->tag;
    }
    if (ty->kind == TY_NAMED) {
        *scope = low_scope_join(ty->named->scope, ty->named->name);
        return ty->named->name;
    }
    return 0;
}

/* ---- constructors and destructors ---- */

static void args_of(Lower *l, IrCall *c, NodeId args)
{
    low_call_args(l, c, args);
}

void low_construct_at(Lower *l, const IrExp *place, TypeId type, NodeId args, NodeId node, u32 call_flags,
                      u32 inst_flags)
{
    type = type_unqualified(l->tt, type);
    Sym scope, name = low_class_name(l, type, &scope);
    IrCall *c = low_new_call(l, IC_CTOR, name, low_count(l, args));
    c->flags |= (u16)call_flags;
    c->cls = type;
    c->scope = scope;
    c->name_node = node;
    u32 e = scope ? low_lookup_in(l, scope, name, LOOK_FUNC) : 0;
    if (e && low_entry(l, e)->scope == scope) {
        bool ambiguous;
        low_call_resolve(l, c, low_overload(l, e, c->n_args, &ambiguous));
        if (ambiguous)
            c->flags |= ICF_AMBIGUOUS;
    } else {
        c->flags |= ICF_UNRESOLVED;
    }
    c->ret = TYPE_VOID;
    c->receiver = low_addr(l, place, node, IX_BINDING);
    args_of(l, c, args);
    c->ret = TYPE_VOID;
    low_emit_call(l, c, node, inst_flags);
}

void low_destroy(Lower *l, const IrExp *place, TypeId type, NodeId node)
{
    bool array = false;
    while (type_kind(l->tt, type) == TY_ARRAY) {
        type = type_of(l->tt, type);
        array = true;
    }
    if (type_kind(l->tt, type) != TY_RECORD || !type_needs_destructor(l->tt, type))
        return;
    Sym scope, name = low_class_name(l, type, &scope);
    char buf[300];
    u32 n = MIN(sym_len(name), (u32)sizeof buf - 1);
    buf[0] = '~';
    memcpy(buf + 1, sym_str(name), n);
    Sym dtor = intern_bytes(buf, n + 1);
    IrCall *c = low_new_call(l, IC_DTOR, dtor, 0);
    c->cls = type_unqualified(l->tt, type);
    c->scope = scope;
    c->name_node = node;
    if (array)
        c->flags |= ICF_ARRAY;
    u32 e = scope ? low_lookup_exact(l, scope, dtor, LOOK_FUNC) : 0;
    if (e)
        low_call_resolve(l, c, e);
    else
        c->flags |= ICF_UNRESOLVED;
    c->ret = TYPE_VOID;
    c->receiver = low_addr(l, place, node, array ? IX_DECAY : IX_BINDING);
    low_emit_call(l, c, node, IIF_IMPLICIT);
}

const IrExp *low_construct(Lower *l, NodeId n)
{
    NodeId tn = first(l, n), args = next(l, tn);
    bool call = kind(l, n) == N_CALL; /* T(a, b) read as a call */
    TypeId t = call ? low_named_type(l, tn) : low_type_name(l, tn);
    bool braced = !call && args && kind(l, args) == N_INIT_LIST;
    NodeId arg = call ? args : args ? first(l, args) : 0;
    if (type_is_scalar(l->tt, t)) {
        if (!arg)
            return low_int(l, type_unqualified(l->tt, t), 0, n);
        const IrExp *v = low_value(l, arg);
        return low_cast(l, v, t, n, 0, CAST_C);
    }
    if (type_kind(l->tt, t) == TY_VOID)
        return low_unknown_exp(l, TYPE_VOID, n);
    const IrExp *p = low_spill(l, NULL, t, n);
    if (braced)
        low_init(l, p, t, args, n);
    else if (!arg && type_kind(l->tt, t) == TY_RECORD && !type_record(l->tt, t)->has_ctor)
        low_store(l, p, low_new_exp(l, IE_ZERO, t, n), n, IIF_INIT);
    else
        low_construct_at(l, p, t, arg, n, 0, IIF_INIT);
    return p;
}

/* The class's own definition when it is a function of this unit's tree that is lowered: needed for its members. */
static TypeId method_class(const Lower *l)
{
    return l->cls;
}

static const IrExp *member_place(Lower *l, const IrExp *self, const Record *r, u32 i, NodeId node)
{
    const IrExp *base = low_deref(l, self, node);
    const IrExp *f = low_field(l, base, i, r->fields[i].name, r->fields[i].type, node);
    if (type_kind(l->tt, f->type) == TY_REF) { /* a member that is a reference holds an address */
        IrExp *slot = (IrExp *)f;
        slot->type = type_ptr(l->tt, type_of(l->tt, r->fields[i].type));
    }
    return f;
}

static void init_base(Lower *l, const IrExp *self, TypeId base, NodeId args, NodeId node, u32 flags)
{
    IrExp *p = low_new_exp(l, IE_CAST, type_ptr(l->tt, base), node);
    p->a = self;
    p->op = CAST_BASE;
    p->flags = IX_IMPLICIT;
    low_construct_at(l, low_deref(l, p, node), base, args, node, 0, flags);
}

/* Members that the list does not name but the class initialises where it declares them. */
static void default_members(Lower *l, const Record *r, const bool *done, NodeId node)
{
    const Tree *t = &l->p->units.at[r->unit]->tree;
    for (u32 i = 0; i < r->n_fields; i++) {
        const Field *f = &r->fields[i];
        if (done[i] || f->flags & (FIELD_BASE | FIELD_ANON) || tree_kind(t, f->node) != N_INIT_DECL)
            continue;
        NodeId init = tree_next(t, tree_first(t, f->node));
        if (!init || tree_kind(t, init) == N_NONE)
            continue;
        const IrExp *self = low_this(l, node);
        if (!self)
            return;
        const IrExp *place = member_place(l, self, r, i, node);
        if (r->unit == l->u->index)
            low_init(l, place, f->type, init, node);
        else
            low_store(l, place, low_unknown_exp(l, type_unqualified(l->tt, place->type), node), node,
                      IIF_INIT | IIF_IMPLICIT);
    }
}

void low_ctor_inits(Lower *l, NodeId inits, NodeId func)
{
    enum { FIELDS_MAX = 512 };
    bool done[FIELDS_MAX] = {0};
    const Record *r = type_record(l->tt, method_class(l));
    if (r && (r->state != RECORD_COMPLETE || r->n_fields > FIELDS_MAX))
        r = NULL;
    bool delegating = false;
    for (NodeId c = inits ? first(l, inits) : 0; c; c = next(l, c)) {
        if (kind(l, c) != N_CTOR_INIT)
            continue;
        NodeId name = first(l, c), init = next(l, name);
        Sym s = low_name_sym(l, name);
        const IrExp *self = low_this(l, c);
        if (!self)
            return;
        i32 i = r ? type_field_index(r, s) : -1;
        NodeId args = init ? first(l, init) : 0;
        if (i >= 0 && kind(l, name) == N_NAME) {
            done[i] = true;
            if (init)
                low_init(l, member_place(l, self, r, (u32)i, c), r->fields[i].type, init, c);
            continue;
        }
        Sym own_scope, own = low_class_name(l, method_class(l), &own_scope);
        if (s == own) {
            delegating = true;
            low_construct_at(l, low_deref(l, self, c), method_class(l), args, c, 0, IIF_INIT);
            continue;
        }
        bool is_base = kind(l, name) != N_NAME;
        TypeId base = 0;
        for (u32 b = 0; r && b < r->n_bases; b++)
            if (r->fields[b].name == s) {
                is_base = done[b] = true;
                base = r->fields[b].type;
            }
        if (!is_base) {
            NodeId last;
            Sym scope;
            is_base = low_lookup_name(l, name, LOOK_TYPE, &last, &scope) != 0;
            if (!is_base && !r) /* of an unseen class: by the custom that classes start with a capital */
                is_base = sym_str(s)[0] >= 'A' && sym_str(s)[0] <= 'Z';
        }
        if (is_base) {
            init_base(l, self, base ? base : low_named_type(l, name), args, c, IIF_INIT);
        } else { /* a member of a class that was not seen */
            const IrExp *f = low_field(l, low_deref(l, self, c), IR_NO_FIELD, s, TYPE_UNKNOWN, c);
            if (args && !next(l, args))
                low_init(l, f, TYPE_UNKNOWN, args, c);
            else
                low_construct_at(l, f, TYPE_UNKNOWN, args, c, 0, IIF_INIT);
        }
    }
    if (r && !delegating)
        default_members(l, r, done, func);
}

void low_dtor_members(Lower *l, NodeId func)
{
    const Record *r = type_record(l->tt, method_class(l));
    if (!r || r->state != RECORD_COMPLETE)
        return;
    for (u32 i = r->n_fields; i > 0 && l->fn->cur; i--) {
        if (!type_needs_destructor(l->tt, r->fields[i - 1].type))
            continue;
        const IrExp *self = low_this(l, func);
        if (!self)
            return;
        low_destroy(l, member_place(l, self, r, i - 1, func), r->fields[i - 1].type, func);
    }
}

/* ---- new, delete ---- */

const IrExp *low_new(Lower *l, NodeId n)
{
    NodeId placement = first(l, n), tn = next(l, placement), init = tn ? next(l, tn) : 0;
    Specs s = low_specs(l, first(l, tn));
    Declared d;
    TypeId t = low_declarator(l, s.type, next(l, first(l, tn)), &d);
    const IrExp *count = NULL;
    bool array = type_kind(l->tt, t) == TY_ARRAY;
    TypeId elem = t;
    if (array) {
        const Type ty = *type_get(l->tt, t);
        elem = ty.of;
        if (ty.bound == BOUND_KNOWN)
            count = low_int(l, type_size_t(l->tt), ty.count, tn);
        else if (ty.bound == BOUND_VARIABLE && d.vla_bound)
            count = d.vla_bound;
        else
            count = low_unknown_exp(l, type_size_t(l->tt), tn);
    }
    IrSizeof *so = arena_new(l->arena, IrSizeof);
    so->of = elem;
    IrExp *size = low_new_exp(l, IE_SIZEOF, type_size_t(l->tt), tn);
    size->size = so;
    u64 bytes;
    if (type_sizeof(l->tt, elem, &bytes)) {
        size->flags |= IX_KNOWN;
        size->num = bytes;
    }
    const IrExp *total =
        count ? low_binop(l, BIN_MUL, low_convert(l, count, type_size_t(l->tt), tn), size, n) : size;
    NodeId pargs = some(l, placement) ? first(l, placement) : 0;
    IrCall *c = low_new_call(l, IC_NEW, intern_str(array ? "operator new[]" : "operator new"),
                             1 + low_count(l, pargs));
    c->name_node = n;
    c->cls = low_is_class(l, elem) ? type_unqualified(l->tt, elem) : 0;
    c->flags = array ? ICF_ARRAY : 0;
    c->ret = type_ptr(l->tt, elem);
    c->args[0] = total;
    c->arg_nodes[0] = tn;
    u32 i = 1;
    for (NodeId a = pargs; a; a = next(l, a), i++) {
        const IrExp *e = low_exp(l, a);
        c->arg_nodes[i] = a;
        c->args[i] =
            ir_is_place(e) && low_is_class(l, e->type) ? low_bound_addr(l, e, a) : low_to_value(l, e, a);
    }
    const IrExp *p = low_emit_call(l, c, n, 0);
    const IrExp *object = low_deref(l, p, n);
    init = some(l, init);
    if (array) {
        if (init && first(l, init) && kind(l, init) == N_INIT_LIST) {
            u32 k = 0;
            for (NodeId a = first(l, init); a; a = next(l, a), k++)
                low_init(l, low_index(l, p, low_int(l, type_size_t(l->tt), k, a), a), elem, a, a);
        } else if (low_is_class(l, elem) && type_kind(l->tt, elem) == TY_RECORD &&
                   type_record(l->tt, elem)->has_ctor) {
            low_construct_at(l, object, elem, 0, n, ICF_ARRAY, IIF_INIT | IIF_IMPLICIT);
        }
    } else if (low_is_class(l, elem)) {
        const Record *r = type_record(l->tt, elem);
        if (init && kind(l, init) == N_INIT_LIST)
            low_init(l, object, elem, init, n);
        else if (init || (r && r->has_ctor))
            low_construct_at(l, object, elem, init ? first(l, init) : 0, n, 0,
                             IIF_INIT | (init ? 0 : IIF_IMPLICIT));
    } else if (init) {
        low_init(l, object, elem, init, n);
    }
    return p;
}

const IrExp *low_delete(Lower *l, NodeId n)
{
    const Node *x = nd(l, n);
    const IrExp *p = low_value(l, x->first);
    TypeId of = type_kind(l->tt, p->type) == TY_PTR ? type_of(l->tt, p->type) : TYPE_UNKNOWN;
    bool array = x->flags & DELETE_ARRAY;
    if (type_kind(l->tt, of) == TY_RECORD && type_needs_destructor(l->tt, of)) {
        LowBlock *yes = low_block(l), *join = low_block(l);
        const IrExp *null = low_cast(l, low_int(l, TYPE_INT, 0, 0), p->type, 0, IX_IMPLICIT, CAST_IMPLICIT);
        low_branch(l, low_binop(l, BIN_NE, p, null, n), yes, join, BR_IMPLICIT, n, n, 0);
        low_start(l, yes);
        low_destroy(l, low_deref(l, p, n), of, n);
        if (array)
            l->fn->cur->b.last->call->flags |= ICF_ARRAY;
        low_start(l, join);
    }
    IrCall *c = low_new_call(l, IC_DELETE, intern_str(array ? "operator delete[]" : "operator delete"), 1);
    c->name_node = n;
    c->cls = low_is_class(l, of) ? type_unqualified(l->tt, of) : 0;
    c->flags = array ? ICF_ARRAY : 0;
    c->ret = TYPE_VOID;
    c->args[0] = p;
    c->arg_nodes[0] = x->first;
    return low_emit_call(l, c, n, 0);
}
