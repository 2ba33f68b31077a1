/*
 * Driver of lowering: walks a unit's declarations, lowers function definitions (also those inside classes) and the
 * initialisers of objects, and hands the IrUnit over.
 */
#include "lower/lower.h"

#include <string.h>

#include "lower/low.h"

/* ---- functions ---- */

static void knr_param(Lower *l, NodeId func, Sym name, NodeId node, TypeId *type, NodeId *decl)
{
    *type = TYPE_INT;
    *decl = node;
    for (NodeId d = first(l, func); d; d = next(l, d)) {
        if (kind(l, d) != N_DECL)
            continue;
        Specs s = {0};
        bool have = false;
        for (NodeId i = next(l, first(l, d)); i; i = next(l, i)) {
            if (kind(l, i) != N_INIT_DECL)
                continue;
            NodeId dn = first(l, i);
            for (u32 k = 0; dn && k < 64 && kind(l, dn) != N_D_NAME; k++)
                dn = first(l, dn);
            if (!dn || nd(l, dn)->a != name)
                continue;
            if (!have)
                s = low_specs(l, first(l, d));
            have = true;
            Declared dd;
            *type = low_declarator(l, s.type, first(l, i), &dd);
            *decl = i;
            return;
        }
    }
}

static void add_param(Lower *l, Sym name, TypeId t, NodeId node, bool is_array)
{
    IrVar *v = low_var(l, name, low_param_adjust(l, t), IV_PARAM, node);
    v->flags |= IVF_INIT | (is_array ? IVF_ARRAY_PARAM : 0);
    if (type_get(l->tt, v->type)->quals & TQ_VOLATILE)
        v->flags |= IVF_VOLATILE;
    if (name)
        low_bind_var(l, v);
}

void low_params(Lower *l, NodeId params)
{
    Fn *fn = l->fn;
    u32 from = fn->vars.n;
    bool knr = kind(l, fn->f->node) == N_FUNC && nd(l, fn->f->node)->flags & FN_KNR;
    for (NodeId p = some(l, params) ? first(l, params) : 0; p; p = next(l, p)) {
        if (kind(l, p) == N_NAME && knr) {
            TypeId t;
            NodeId decl;
            knr_param(l, fn->f->node, nd(l, p)->a, p, &t, &decl);
            add_param(l, nd(l, p)->a, t, decl, type_kind(l->tt, t) == TY_ARRAY);
        } else if (kind(l, p) == N_PARAM) {
            Specs s = low_specs(l, first(l, p));
            Declared d;
            TypeId t = low_declarator(l, s.type, next(l, first(l, p)), &d);
            if (type_kind(l->tt, t) == TY_VOID && !d.name)
                continue;
            add_param(l, d.name, t, p, type_kind(l->tt, t) == TY_ARRAY);
        }
    }
    fn->f->n_params = fn->vars.n - from;
    fn->f->params = arena_array(l->arena, IrVar *, fn->f->n_params);
    for (u32 i = from; i < fn->vars.n; i++)
        fn->f->params[i - from] = fn->vars.at[i];
}

/* The declarations of a function inside its class say more than its definition: static, virtual. */
static u32 member_flags(Lower *l, Sym scope, Sym name)
{
    u32 flags = 0, budget = 64;
    for (u32 e = index_first(&l->p->index, name); e && budget--; e = low_entry(l, e)->next) {
        const IndexEntry *x = low_entry(l, e);
        if (x->scope != scope || (x->kind != DK_PROTOTYPE && x->kind != DK_FUNCTION))
            continue;
        const Tree *t = &l->p->units.at[x->unit]->tree;
        NodeId specs = x->decl ? tree_first(t, x->decl) : 0;
        if (specs && tree_kind(t, specs) == N_SPECS)
            flags |= tree_node(t, specs)->flags;
    }
    return flags;
}

/* Is the definition of a name with a qualifier that nobody declares one of a method? Only methods are constructors, destructors,
 * const; else the qualifier decides: a namespace that the unit opens is none. */
static TypeId class_of(Lower *l, Sym scope)
{
    return sym_len(scope) ? low_class_of_scope(l, scope, true) : 0;
}

static void flush_lambdas(Lower *l, u32 from)
{
    for (u32 i = from; i < l->lambdas.n; i++)
        vec_push(&l->functions, l->lambdas.at[i]);
    l->lambdas.n = from;
}

void low_function(Lower *l, NodeId n, PresenceId presence, bool is_template)
{
    const Node *x = nd(l, n);
    NodeId specs = x->first, dtor = next(l, specs), inits = next(l, dtor), body = inits ? next(l, inits) : 0;
    if (x->flags & FN_DELETED)
        return;
    u32 e = map_get(&l->entry_of_node, n, 0);
    Sym outer_scope = l->scope;
    TypeId outer_cls = l->cls;
    bool outer_locals = l->locals;
    u32 lambdas = l->lambdas.n;
    if (e)
        l->scope = low_entry(l, e)->scope;
    else { /* a method of a class inside a function, or a name that the index does not have */
        NodeId d = dtor;
        for (u32 i = 0; d && i < 64 && kind(l, d) != N_D_NAME; i++)
            d = first(l, d);
        NodeId q = d ? some(l, first(l, d)) : 0;
        Sym s = l->scope;
        if (q && kind(l, q) == N_QUALIFIED)
            for (NodeId c = first(l, q); c && next(l, c); c = next(l, c))
                s = low_scope_join(s, low_name_sym(l, c));
        l->scope = s;
    }
    bool in_function = l->fn != NULL;
    l->cls = l->cxx ? (in_function && outer_cls ? outer_cls : class_of(l, l->scope)) : 0;
    Fn *fn = low_fn_begin(l, n, false);
    l->locals = true;
    IrFunction *f = fn->f;
    fn->presence = presence;
    fn->placed.at[0]->presence = presence;
    f->presence = presence;
    Specs s = low_specs(l, specs);
    Declared d;
    f->type = low_declarator(l, s.type, dtor, &d);
    f->ret = type_kind(l->tt, f->type) == TY_FUNC ? type_of(l->tt, f->type) : TYPE_UNKNOWN;
    fn->ret_auto = s.is_auto && type_kind(l->tt, f->ret) == TY_UNKNOWN;
    f->entry = e;
    f->name = e ? low_entry(l, e)->name : d.name_node ? low_name_sym(l, d.name_node) : d.name;
    f->scope = l->scope;
    f->qualified = low_scope_join(l->scope, f->name);
    f->body = some(l, body);
    f->cls = l->cls;
    const char *name = sym_str(f->name);
    u32 df = d.func ? nd(l, d.func)->flags : 0, mf = 0;
    if (l->cls)
        mf = member_flags(l, l->scope, f->name);
    bool operator_new = strncmp(name, "operator new", 12) == 0 || strncmp(name, "operator delete", 15) == 0;
    bool method =
        l->cls && !(s.flags & SP_STATIC) && !(mf & SP_STATIC) && !(s.flags & SP_FRIEND) && !operator_new;
    bool is_static = !l->cls && (s.flags & SP_STATIC || (e && low_entry(l, e)->is_static));
    f->flags = (is_static ? IFN_STATIC : 0) | (df & DF_VARIADIC ? IFN_VARIADIC : 0) |
               (s.noreturn || (e && low_entry_noreturn(l, e)) ? IFN_NORETURN : 0) |
               (s.flags & SP_INLINE ? IFN_INLINE : 0) | (method ? IFN_METHOD : 0) |
               ((s.flags | mf) & SP_VIRTUAL ? IFN_VIRTUAL : 0) |
               (is_template || (e && low_entry(l, e)->is_template) ? IFN_TEMPLATE : 0) |
               (df & DF_CONST ? IFN_CONST_METHOD : 0) | (df & DF_NOEXCEPT ? IFN_NOEXCEPT : 0) |
               (x->flags & FN_KNR ? IFN_KNR : 0) | (x->flags & FN_DEFAULTED ? IFN_DEFAULTED : 0) |
               (!sym_len(f->scope) && strcmp(name, "main") == 0 ? IFN_MAIN : 0);
    if (strncmp(name, "operator", 8) == 0 && l->cxx)
        f->flags |= IFN_OPERATOR;
    if (method) {
        Sym up = low_scope_parent(l, l->scope);
        Sym last = up ? intern_bytes(sym_str(l->scope) + sym_len(up) + 2, sym_len(l->scope) - sym_len(up) - 2)
                      : l->scope;
        if (name[0] == '~')
            f->flags |= IFN_DTOR;
        else if (f->name == last || (in_function && type_kind(l->tt, l->cls) == TY_RECORD &&
                                     type_get(l->tt, l->cls)->record->tag == f->name))
            f->flags |= IFN_CTOR;
        if (f->flags & (IFN_CTOR | IFN_DTOR))
            f->ret = TYPE_VOID;
    }
    low_params(l, d.func ? next(l, first(l, d.func)) : 0);
    if (method) {
        TypeId self = type_qualified(l->tt, l->cls, df & DF_CONST ? TQ_CONST : 0);
        f->this_var = low_var(l, token_sym_of_kind(KW_THIS), type_ptr(l->tt, self), IV_THIS, 0);
        f->this_var->flags |= IVF_INIT;
        low_bind_var(l, f->this_var);
    }
    bool is_try = f->body && kind(l, body) == N_TRY;
    if (f->flags & IFN_CTOR && !is_try)
        low_ctor_inits(l, some(l, inits), n);
    if (is_try) {
        f->flags |= IFN_TRY_BODY;
        low_stmt(l, body);
    } else if (f->body && kind(l, body) == N_COMPOUND) {
        low_stmt(l, body);
    } else if (f->body) {
        f->flags |= IFN_INCOMPLETE;
        low_unknown(l, body, TYPE_VOID, "unread body");
    }
    if (f->flags & IFN_DTOR && fn->cur)
        low_dtor_members(l, n);
    if (fn->cur)
        low_emit(l, II_RETURN, n)->flags |= IIF_IMPLICIT;
    if (fn->ret_auto)
        f->ret = TYPE_VOID;
    low_fn_end(l);
    if (l->fn) {
        vec_push(&l->lambdas, f); /* a method of a local class: behind the function it stands in */
    } else {
        vec_push(&l->functions, f);
        flush_lambdas(l, lambdas);
        l->bindings.n = l->kept_bindings;
    }
    l->scope = outer_scope;
    l->cls = outer_cls;
    l->locals = outer_locals;
}

void low_local_class(Lower *l, NodeId record)
{
    Sym scope = l->scope;
    TypeId cls = l->cls;
    l->cls = low_record_type(l, record);
    l->scope = low_scope_join(scope, nd(l, record)->a);
    for (NodeId m = first(l, record); m; m = next(l, m))
        if (kind(l, m) == N_FUNC)
            low_function(l, m, l->fn->presence, false);
    l->cls = cls;
    l->scope = scope;
}

/* ---- objects ---- */

void low_global_init(Lower *l, IrGlobal *g, NodeId init, NodeId node)
{
    Sym scope = l->scope;
    u32 lambdas = l->lambdas.n;
    Fn *fn = low_fn_begin(l, node, false);
    bool locals = l->locals, top = fn->parent == NULL;
    if (top)
        l->locals = true;
    fn->f->flags = IFN_GLOBAL_INIT;
    fn->f->name = g->name;
    fn->f->scope = g->scope;
    fn->f->qualified = low_scope_join(g->scope, g->name);
    fn->f->init_of = g;
    fn->f->type = type_func(l->tt, TYPE_VOID, NULL, 0, false, false, false);
    fn->f->ret = TYPE_VOID;
    IrExp *place = low_new_exp(l, IE_GLOBAL, g->type, node);
    place->global = g;
    TypeId t = g->is_ref ? type_ref(l->tt, type_of(l->tt, g->type), false) : g->type;
    low_init(l, place, t, init, node);
    if (fn->cur)
        low_emit(l, II_RETURN, node)->flags |= IIF_IMPLICIT;
    g->init = low_fn_end(l);
    l->locals = locals;
    l->scope = scope;
    if (top) {
        flush_lambdas(l, lambdas);
        l->bindings.n = l->kept_bindings;
    }
}

static void walk_list(Lower *l, NodeId n, PresenceId presence, bool is_template);

static void walk_record(Lower *l, NodeId rec, PresenceId presence, bool is_template)
{
    const Node *r = nd(l, rec);
    if (!l->cxx || !low_enter_depth(l))
        return;
    Sym scope = l->scope;
    u32 e = map_get(&l->entry_of_node, rec, 0);
    Sym outer = e ? low_entry(l, e)->scope : scope;
    l->scope = low_scope_join(outer, r->a);
    walk_list(l, first(l, rec), presence, is_template);
    l->scope = scope;
    l->depth--;
}

static void walk_decl(Lower *l, NodeId n, PresenceId presence, bool is_template)
{
    NodeId specs = first(l, n);
    if (!specs || kind(l, specs) != N_SPECS)
        return;
    for (NodeId c = first(l, specs); c; c = next(l, c))
        if (kind(l, c) == N_RECORD && (nd(l, c)->flags & REC_DEFINED))
            walk_record(l, c, presence, is_template);
    if (nd(l, specs)->flags & SP_TYPEDEF)
        return;
    for (NodeId d = next(l, specs); d; d = next(l, d)) {
        u32 e = map_get(&l->entry_of_node, d, 0);
        if (!e || low_entry(l, e)->kind != DK_VARIABLE)
            continue;
        NodeId init = some(l, next(l, first(l, d)));
        IrGlobal *g = low_global_of_entry(l, e);
        Sym scope = l->scope;
        l->scope = low_entry(l, e)->scope;
        if (init) {
            low_global_init(l, g, init, d);
        } else if (l->cxx && g->defined_here && type_kind(l->tt, g->type) == TY_RECORD &&
                   type_record(l->tt, g->type)->has_ctor) {
            Fn *fn = low_fn_begin(l, d, false);
            fn->f->flags = IFN_GLOBAL_INIT;
            fn->f->name = g->name;
            fn->f->scope = g->scope;
            fn->f->qualified = low_scope_join(g->scope, g->name);
            fn->f->init_of = g;
            fn->f->ret = TYPE_VOID;
            IrExp *place = low_new_exp(l, IE_GLOBAL, g->type, d);
            place->global = g;
            low_construct_at(l, place, g->type, 0, d, 0, IIF_INIT | IIF_IMPLICIT);
            low_emit(l, II_RETURN, d)->flags |= IIF_IMPLICIT;
            g->init = low_fn_end(l);
        }
        l->scope = scope;
    }
}

/* Its parameters are known inside: types of which nothing is known, and constants without a value. */
static void walk_template(Lower *l, NodeId n, PresenceId presence)
{
    u32 undo = l->undo.n, kept = l->kept_bindings;
    NodeId params = first(l, n);
    for (NodeId p = params && kind(l, params) == N_TEMPLATE_PARAMS ? first(l, params) : 0; p;
         p = next(l, p)) {
        if (kind(l, p) == N_TYPE_PARAM && nd(l, p)->a) {
            low_bind_outside(l, nd(l, p)->a, BIND_TYPE)->type = type_template_param(l->tt, nd(l, p)->a);
        } else if (kind(l, p) == N_PARAM) {
            NodeId d = next(l, first(l, p));
            for (u32 i = 0; d && i < 64 && kind(l, d) != N_D_NAME; i++)
                d = first(l, d);
            if (d && nd(l, d)->a)
                low_bind_outside(l, nd(l, d)->a, BIND_CONST)->type = TYPE_INT;
        }
    }
    l->kept_bindings = l->bindings.n;
    walk_list(l, next(l, params), presence, true);
    low_unbind(l, undo);
    l->kept_bindings = l->bindings.n = kept;
}

static void walk_one(Lower *l, NodeId n, PresenceId presence, bool is_template)
{
    switch (kind(l, n)) {
    case N_FUNC:
        for (NodeId c = first(l, first(l, n)); c; c = next(l, c)) /* struct s { ... } f(void) { ... } */
            if (kind(l, c) == N_RECORD && (nd(l, c)->flags & REC_DEFINED))
                walk_record(l, c, presence, is_template);
        low_function(l, n, presence, is_template);
        break;
    case N_DECL: walk_decl(l, n, presence, is_template); break;
    case N_LINKAGE:
    case N_FRIEND: walk_list(l, first(l, n), presence, is_template); break;
    case N_TEMPLATE: walk_template(l, n, presence); break;
    case N_ALT: walk_list(l, first(l, n), presence, is_template); break;
    case N_ALT_BRANCH: walk_list(l, first(l, n), nd(l, n)->a, is_template); break;
    case N_NAMESPACE: {
        Sym scope = l->scope;
        NodeId name = some(l, first(l, n));
        if (name && kind(l, name) == N_QUALIFIED)
            for (NodeId c = first(l, name); c; c = next(l, c)) {
                l->scope = low_scope_join(l->scope, low_name_sym(l, c));
                map_put(&l->namespaces, l->scope, 1);
            }
        else if (name)
            l->scope = low_scope_join(l->scope, low_name_sym(l, name));
        map_put(&l->namespaces, l->scope, 1);
        walk_list(l, next(l, first(l, n)), presence, is_template);
        l->scope = scope;
        break;
    }
    default: break;
    }
}

static void walk_list(Lower *l, NodeId n, PresenceId presence, bool is_template)
{
    if (!low_enter_depth(l))
        return;
    for (; n; n = next(l, n))
        walk_one(l, n, presence, is_template);
    l->depth--;
}

/* ---- the unit ---- */

static void lowering_free(IrUnit *ir)
{
    Lower *l = ir->lowering;
    map_release(&l->names);
    map_release(&l->entry_of_node);
    map_release(&l->lookups);
    map_release(&l->info_of_entry);
    map_release(&l->global_of_entry);
    map_release(&l->global_of_name);
    map_release(&l->parent_scopes);
    map_release(&l->namespaces);
    map_release(&l->var_names);
    vec_release(&l->bindings);
    vec_release(&l->undo);
    vec_release(&l->infos);
    vec_release(&l->functions);
    vec_release(&l->lambdas);
    vec_release(&l->globals);
    vec_release(&l->stack);
    while (l->unused) {
        Fn *fn = l->unused;
        l->unused = fn->free;
        vec_release(&fn->blocks);
        vec_release(&fn->placed);
        vec_release(&fn->temps);
        vec_release(&fn->vars);
        vec_release(&fn->loops);
        vec_release(&fn->labels);
        vec_release(&fn->gotos);
        vec_release(&fn->label_exps);
        vec_release(&fn->captures);
        map_release(&fn->label_of);
        mem_free(fn);
    }
    mem_free(l);
}

IrUnit *lower_unit(const Project *p, const Unit *u, const LowerOptions *options)
{
    IrUnit *ir = mem_zalloc(1, sizeof *ir);
    Lower *l = mem_zalloc(1, sizeof *l);
    ir->project = p;
    ir->unit = u;
    arena_init(&ir->arena);
    type_table_init(&ir->types, options ? options->target : NULL, u->lang == LANG_CXX);
    ir->types.complete_record = low_complete_record;
    ir->types.complete_enum = low_complete_enum;
    ir->types.ctx = l;
    ir->lowering = l;
    ir->release = lowering_free;
    l->p = p;
    l->u = l->src = u;
    l->t = &u->tree;
    l->ir = ir;
    l->tt = &ir->types;
    l->arena = &ir->arena;
    l->cxx = u->lang == LANG_CXX;
    l->sym_null = intern_str("NULL");
    l->sym_lambda = intern_str("lambda");
    vec_push(&l->bindings, ((Binding){0}));
    l->kept_bindings = 1;
    const Index *ix = &p->index;
    for (u32 i = index_first_of(ix, u->index); i < ix->entries.n && ix->entries.at[i].unit == u->index; i++)
        map_put(&l->entry_of_node, ix->entries.at[i].node, i);
    if (u->tree.root)
        walk_list(l, tree_first(&u->tree, u->tree.root), PRESENCE_TRUE, false);
    ir->n_functions = l->functions.n;
    ir->functions = arena_array(&ir->arena, IrFunction *, l->functions.n);
    for (u32 i = 0; i < l->functions.n; i++) {
        ir->functions[i] = l->functions.at[i];
        ir->functions[i]->index = i;
    }
    ir->n_globals = l->globals.n;
    ir->globals = arena_array(&ir->arena, IrGlobal *, l->globals.n);
    if (l->globals.n)
        memcpy(ir->globals, l->globals.at, l->globals.n * sizeof *ir->globals);
    l->locals = false;
    return ir;
}
