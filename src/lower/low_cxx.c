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
static Sym class_name(const Lower *l, TypeId t, Sym *scope)
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

void low_construct_at(Lower *l, const IrExp *place, TypeId type, NodeId args, NodeId node, u32 call_flags, u32 inst_flags)
{
    type = type_unqualified(l->tt, type);
    Sym scope, name = class_name(l, type, &scope);
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
    Sym scope, name = class_name(l, type, &scope);
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
            low_store(l, place, low_unknown_exp(l, type_unqualified(l->tt, place->type), node), node, IIF_INIT | IIF_IMPLICIT);
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
        Sym own_scope, own = class_name(l, method_class(l), &own_scope);
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

/* ---- operators ---- */

static bool has_operator(Lower *l, TypeId t, Sym name)
{
    const Record *r = type_record(l->tt, t);
    return r && r->qualified && low_lookup_in(l, r->qualified, name, LOOK_FUNC);
}

/* Does the builtin operator apply to a type that was never seen? `n > 0` speaks for a number, `a == b` says nothing. */
static bool looks_scalar(const Lower *l, const IrExp *other)
{
    return other && type_is_arithmetic(l->tt, other->type);
}

const IrExp *low_operator(Lower *l, const char *op, const IrExp *a, const IrExp *b, NodeId na, NodeId nb, NodeId node)
{
    TypeId ta = type_unqualified(l->tt, a->type), tb = b ? type_unqualified(l->tt, b->type) : 0;
    bool ca = low_is_class(l, ta), cb = b && low_is_class(l, tb);
    if (!ca && !cb)
        return NULL;
    char buf[40];
    size_t n = strlen(op);
    memcpy(buf, "operator", 8);
    memcpy(buf + 8, op, n + 1);
    Sym name = intern_bytes(buf, n + 8);
    bool seen_a = ca && type_kind(l->tt, ta) == TY_RECORD, seen_b = cb && type_kind(l->tt, tb) == TY_RECORD;
    bool shift = strcmp(op, "<<") == 0 || strcmp(op, ">>") == 0;
    bool assign = strcmp(op, "=") == 0;
    if (assign) { /* a copy unless the class declares what it does */
        if (!ca || !has_operator(l, ta, name))
            return NULL;
    } else if (!seen_a && !seen_b) {
        bool access = strcmp(op, "->") == 0 || strcmp(op, "*") == 0 || strcmp(op, "[]") == 0;
        if (!(access && ca && (!b || op[0] == '['))) {
            if (!b || (!shift && (looks_scalar(l, ca ? b : a) || type_is_pointer(l->tt, ca ? tb : ta))))
                if (!b || b->kind != IE_STRING)
                    return NULL;
            if (shift && !ca)
                return NULL;
            if (ca && cb && ta == tb && (op[0] == '-' || op[0] == '&' || op[0] == '|') && !op[1])
                return NULL; /* two values of one unseen type: more often numbers */
        }
    }
    IrCall *c = low_new_call(l, IC_OPERATOR, name, 0);
    c->name_node = node;
    c->ret = TYPE_UNKNOWN;
    /* A member of the left operand's class, else a free function of both. */
    Sym scope = 0;
    if (seen_a)
        scope = type_get(l->tt, ta)->record->qualified;
    u32 e = scope ? low_lookup_in(l, scope, name, LOOK_FUNC) : 0;
    bool is_member = e != 0 || !b || assign || strcmp(op, "[]") == 0;
    if (!e)
        e = low_lookup(l, name, LOOK_FUNC);
    bool ambiguous = false;
    if (e) {
        u32 operands = b ? 2 : 1;
        bool method = low_entry(l, e)->scope && low_entry(l, e)->scope == scope;
        is_member = method;
        e = low_overload(l, e, method ? operands - 1 : operands, &ambiguous);
    }
    const IrExp *args[2];
    NodeId nodes[2];
    u32 k = 0;
    if (is_member) {
        c->receiver = low_bound_addr(l, a, na);
        c->cls = ta;
    } else {
        args[k] = a;
        nodes[k++] = na;
    }
    if (b) {
        args[k] = b;
        nodes[k++] = nb;
    }
    c->n_args = k;
    c->args = arena_array(l->arena, const IrExp *, k);
    c->arg_nodes = arena_array(l->arena, NodeId, k);
    for (u32 i = 0; i < k; i++) {
        c->arg_nodes[i] = nodes[i];
        c->args[i] = ir_is_place(args[i]) && (low_is_class(l, args[i]->type) || type_is_unknown(l->tt, args[i]->type))
                         ? low_bound_addr(l, args[i], nodes[i])
                         : low_to_value(l, args[i], nodes[i]);
        if (c->args[i]->kind == IE_TEMP && ir_is_place(args[i]) && !(type_get(l->tt, args[i]->type)->quals & TQ_CONST)) {
            IrVar *v = ir_place_root(args[i]);
            if (v)
                v->flags |= IVF_MAYBE_REF; /* std::cin >> n */
            if (!c->places)
                c->places = arena_array(l->arena, const IrExp *, k);
            c->places[i] = args[i];
        }
    }
    if (e) {
        low_call_resolve(l, c, e);
        c->flags |= ambiguous ? ICF_AMBIGUOUS : 0;
        c->places = NULL;
    } else {
        c->flags |= ICF_UNRESOLVED;
        Sym s;
        class_name(l, ca ? ta : tb, &s);
        c->scope = s;
        if (op[0] == '=' || op[0] == '!' || op[0] == '<' || op[0] == '>') {
            if (!shift && !assign)
                c->ret = TYPE_BOOL;
        } else if (op[n - 1] == '=' || (n == 1 && (op[0] == '+' || op[0] == '-' || op[0] == '/') && b)) {
            c->ret = ca ? ta : tb; /* by custom */
        }
        if (op[n - 1] == '=' && c->ret == ta && n >= 2)
            c->ret = type_ref(l->tt, ta, false);
        if (shift && ca)
            c->ret = type_ref(l->tt, ta, false);
    }
    return low_emit_call(l, c, node, 0);
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
    const IrExp *total = count ? low_binop(l, BIN_MUL, low_convert(l, count, type_size_t(l->tt), tn), size, n) : size;
    NodeId pargs = some(l, placement) ? first(l, placement) : 0;
    IrCall *c = low_new_call(l, IC_NEW, intern_str(array ? "operator new[]" : "operator new"), 1 + low_count(l, pargs));
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
        c->args[i] = ir_is_place(e) && low_is_class(l, e->type) ? low_bound_addr(l, e, a) : low_to_value(l, e, a);
    }
    const IrExp *p = low_emit_call(l, c, n, 0);
    const IrExp *object = low_deref(l, p, n);
    init = some(l, init);
    if (array) {
        if (init && first(l, init) && kind(l, init) == N_INIT_LIST) {
            u32 k = 0;
            for (NodeId a = first(l, init); a; a = next(l, a), k++)
                low_init(l, low_index(l, p, low_int(l, type_size_t(l->tt), k, a), a), elem, a, a);
        } else if (low_is_class(l, elem) && type_kind(l->tt, elem) == TY_RECORD && type_record(l->tt, elem)->has_ctor) {
            low_construct_at(l, object, elem, 0, n, ICF_ARRAY, IIF_INIT | IIF_IMPLICIT);
        }
    } else if (low_is_class(l, elem)) {
        const Record *r = type_record(l->tt, elem);
        if (init && kind(l, init) == N_INIT_LIST)
            low_init(l, object, elem, init, n);
        else if (init || (r && r->has_ctor))
            low_construct_at(l, object, elem, init ? first(l, init) : 0, n, 0, IIF_INIT | (init ? 0 : IIF_IMPLICIT));
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

/* ---- exceptions ---- */

void low_throw(Lower *l, NodeId n)
{
    NodeId e = some(l, first(l, n));
    const IrExp *v = e ? low_value(l, e) : NULL;
    low_here(l);
    if (l->fn->landing)
        l->fn->landing->refs++;
    low_emit(l, II_THROW, n)->value = v;
}

void low_try(Lower *l, NodeId n)
{
    Fn *fn = l->fn;
    NodeId body = first(l, n);
    NodeId inits = 0;
    for (NodeId c = next(l, body); c; c = next(l, c))
        if (kind(l, c) == N_CTOR_INITS)
            inits = c;
    LowBlock *outer = fn->landing, *landing = low_block(l), *join = low_block(l), *in = low_block(l);
    fn->landing = landing;
    if (fn->cur)
        low_start(l, in);
    if (inits)
        low_ctor_inits(l, inits, n);
    low_stmt(l, body);
    fn->landing = outer;
    low_goto(l, join, n, 0);
    fn->cur = NULL;
    low_start_always(l, landing);
    landing->b.flags |= IBF_LANDING;
    IrLanding *ln = arena_new(l->arena, IrLanding);
    u32 count = 0;
    for (NodeId c = next(l, body); c; c = next(l, c))
        count += kind(l, c) == N_CATCH;
    ln->handlers = arena_array(l->arena, IrHandler, count);
    ln->outer = outer ? outer->b.id : 0;
    if (outer)
        outer->refs++;
    low_emit(l, II_LANDING, n)->landing = ln;
    for (NodeId c = next(l, body); c; c = next(l, c)) {
        if (kind(l, c) != N_CATCH)
            continue;
        NodeId param = some(l, first(l, c)), block = next(l, first(l, c));
        LowBlock *b = low_block(l);
        IrHandler *h = &ln->handlers[ln->n_handlers++];
        h->type = TYPE_VOID;
        h->node = c;
        h->block = b->b.id;
        b->refs++;
        low_start(l, b);
        b->b.flags |= IBF_HANDLER;
        low_scope_push(l);
        if (param && kind(l, param) == N_PARAM) {
            Specs s = low_specs(l, first(l, param));
            Declared d;
            h->type = low_declarator(l, s.type, next(l, first(l, param)), &d);
            IrVar *v = low_var(l, d.name, h->type, IV_LOCAL, param);
            v->flags |= IVF_CATCH | IVF_INIT;
            h->var = v;
            if (d.name)
                low_bind_var(l, v);
            low_declare(l, v, param);
            const IrExp *place = low_var_place(l, v, param);
            low_store(l, place, low_unknown_exp(l, type_unqualified(l->tt, place->type), param), param, IIF_INIT | IIF_IMPLICIT);
        }
        low_stmt(l, block);
        low_scope_pop(l, c);
        low_goto(l, join, c, 0);
        fn->cur = NULL;
    }
    low_start(l, join);
}

/* ---- range-for ---- */

void low_for_range(Lower *l, NodeId n)
{
    NodeId init = first(l, n), decl = next(l, init), range = next(l, decl), body = next(l, range);
    low_scope_push(l);
    if (some(l, init))
        low_stmt(l, init);
    const IrExp *r = low_exp(l, range);
    TypeId elem = TYPE_UNKNOWN;
    bool array = type_kind(l->tt, r->type) == TY_ARRAY && ir_is_place(r);
    if (array)
        elem = type_of(l->tt, r->type);
    else if (ir_is_place(r) || low_is_class(l, r->type))
        low_spill(l, low_bound_addr(l, r, range), type_ptr(l->tt, r->type), range); /* the loop holds it */
    LowBlock *head = low_block(l), *in = low_block(l), *out = low_block(l);
    vec_push(&l->fn->loops, ((IrLoop){.node = n, .parent = l->fn->loop}));
    u32 loop = l->fn->loops.n - 1;
    l->fn->loop = loop + 1;
    Jump jump = {l->fn->jump, out, head, l->fn->scope};
    l->fn->jump = &jump;
    head->refs++;
    low_start(l, head);
    head->b.flags |= IBF_LOOP_HEAD;
    head->b.loop = loop;
    low_branch(l, low_unknown_exp(l, TYPE_BOOL, range), in, out, BR_RANGE, range, n, 0);
    low_start(l, in);
    low_scope_push(l);
    NodeId specs = first(l, decl), d = next(l, specs);
    Specs s = low_specs(l, specs);
    if (d && kind(l, d) == N_INIT_DECL) {
        Declared dd;
        TypeId t = low_declarator(l, s.type, first(l, d), &dd);
        if (dd.d_name && kind(l, dd.d_name) == N_D_BINDING) {
            low_bindings(l, dd.d_name, t, 0, d);
        } else {
            bool ref = type_kind(l->tt, t) == TY_REF;
            if (s.is_auto) {
                u8 quals = type_get(l->tt, type_deref_ref(l->tt, t))->quals;
                if (type_kind(l->tt, t) != TY_PTR)
                    t = type_qualified(l->tt, ref ? elem : type_unqualified(l->tt, elem), quals);
                if (ref)
                    t = type_ref(l->tt, t, false);
            }
            IrVar *v = low_var(l, dd.name, t, IV_LOCAL, d);
            v->flags |= IVF_INIT;
            if (dd.name)
                low_bind_var(l, v);
            low_declare(l, v, d);
            const IrExp *place = low_var_place(l, v, d);
            const IrExp *value;
            if (array) {
                const IrExp *e = low_index(l, r, low_unknown_exp(l, type_size_t(l->tt), range), range);
                value = ref ? low_addr(l, e, d, IX_BINDING) : low_to_value(l, e, d);
            } else {
                value = low_unknown_exp(l, type_unqualified(l->tt, place->type), range);
            }
            low_store(l, place, value, d, IIF_INIT);
        }
    }
    low_stmt(l, body);
    low_scope_pop(l, n);
    low_goto(l, head, n, IIF_BACK);
    l->fn->jump = jump.outer;
    IrLoop *lp = &l->fn->loops.at[loop];
    lp->head = lp->cond = lp->step = head->b.id;
    lp->body = in->b.id;
    low_start(l, out);
    lp = &l->fn->loops.at[loop];
    lp->exit = out->b.id;
    l->fn->loop = lp->parent;
    low_scope_pop(l, n);
}

/* auto [a, b] = e: each name is a variable of unknown type, or the member when the class is known. */
void low_bindings(Lower *l, NodeId d_binding, TypeId type, NodeId init, NodeId node)
{
    const IrExp *source = NULL;
    if (init) {
        NodeId x = init;
        if ((kind(l, x) == N_ARGS || kind(l, x) == N_INIT_LIST) && first(l, x))
            x = first(l, x);
        source = low_exp(l, x);
    }
    bool ref = type_kind(l->tt, type) == TY_REF;
    const Record *r = source ? type_record(l->tt, source->type) : NULL;
    if (source && !ir_is_place(source))
        source = low_spill(l, source, source->type, node);
    u32 i = 0;
    for (NodeId c = first(l, d_binding); c; c = next(l, c), i++) {
        if (kind(l, c) != N_NAME)
            continue;
        const IrExp *part = NULL;
        if (source && r && r->state == RECORD_COMPLETE && i < r->n_fields && !(r->fields[i].flags & FIELD_BASE))
            part = low_field(l, source, i, r->fields[i].name, r->fields[i].type, c);
        else if (source && type_kind(l->tt, source->type) == TY_ARRAY)
            part = low_index(l, source, low_int(l, type_size_t(l->tt), i, c), c);
        TypeId t = part ? part->type : TYPE_UNKNOWN;
        IrVar *v = low_var(l, nd(l, c)->a, ref ? type_ref(l->tt, t, false) : type_unqualified(l->tt, t), IV_LOCAL, c);
        v->flags |= IVF_INIT;
        low_bind_var(l, v);
        low_declare(l, v, c);
        const IrExp *place = low_var_place(l, v, c), *value;
        if (part)
            value = ref ? low_addr(l, part, c, IX_BINDING) : low_to_value(l, part, c);
        else
            value = low_unknown_exp(l, type_unqualified(l->tt, place->type), c);
        low_store(l, place, value, c, IIF_INIT);
    }
}

/* ---- lambdas ---- */


const IrExp *low_lambda(Lower *l, NodeId n)
{
    enum { INIT_MAX = 64 };
    const Node *x = nd(l, n);
    NodeId captures = x->first, tparams = next(l, captures), params = next(l, tparams), trailing = next(l, params), body = next(l, trailing);
    const IrExp *init_values[INIT_MAX] = {0};
    u32 k = 0;
    for (NodeId c = first(l, captures); c; c = next(l, c), k++) {
        NodeId init = some(l, first(l, c));
        if (!init || k >= INIT_MAX)
            continue;
        NodeId v = (kind(l, init) == N_ARGS || kind(l, init) == N_INIT_LIST) && first(l, init) ? first(l, init) : init;
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
