/*
 * Names: block scopes with their variables, and the way from a name to its declaration in the project's index, by
 * the rules of C, and of C++ as far as they can be followed without all headers.
 */
#include <string.h>

#include "lower/low.h"

/* ---- block scopes ---- */

void low_scope_push(Lower *l)
{
    Scope *s = arena_new(l->arena, Scope);
    s->parent = l->fn->scope;
    s->depth = s->parent ? s->parent->depth + 1 : 0;
    s->undo = l->undo.n;
    l->fn->scope = s;
}

static u32 end_lives(Lower *l, const Scope *s, NodeId node)
{
    u32 n = 0;
    for (ScopeVar *v = s->vars; v && l->fn->cur; v = v->older) {
        if (l->cxx && v->var->kind == IV_LOCAL && type_kind(l->tt, v->var->type) != TY_REF)
            low_destroy(l, low_var_place(l, v->var, node), v->var->type, node);
        low_emit(l, II_SCOPE_END, node)->var = v->var;
        n++;
    }
    return n;
}

void low_scope_unwind(Lower *l, Scope *from, Scope *outer, NodeId node)
{
    /* A function with thousands of variables and of exits would have their product in instructions. */
    for (Scope *s = from; s && s != outer && l->fn->cur && l->fn->unwound < LIMIT_UNWIND_INSTS; s = s->parent)
        l->fn->unwound += end_lives(l, s, node);
    if (l->fn->unwound >= LIMIT_UNWIND_INSTS)
        l->fn->f->flags |= IFN_INCOMPLETE;
}

void low_scope_pop(Lower *l, NodeId node)
{
    Scope *s = l->fn->scope;
    end_lives(l, s, node);
    low_unbind(l, s->undo);
    l->fn->scope = s->parent;
}

void low_unbind(Lower *l, u32 undo)
{
    while (l->undo.n > undo) {
        Undo u = vec_pop(&l->undo);
        map_put(&l->names, u.key, u.old);
    }
}

Binding *low_bind_outside(Lower *l, u64 key, BindKind k)
{
    u32 *slot = map_slot(&l->names, key, 0);
    vec_push(&l->undo, ((Undo){key, *slot}));
    *slot = l->bindings.n;
    vec_push(&l->bindings, ((Binding){.kind = (u8)k}));
    return &vec_last(&l->bindings);
}

Binding *low_bind(Lower *l, u64 key, BindKind k)
{
    Binding *b = low_bind_outside(l, key, k);
    b->fn = l->fn;
    b->scope = l->fn->scope;
    return b;
}

Binding *low_bind_var(Lower *l, IrVar *v)
{
    Binding *b = low_bind(l, v->name, BIND_VAR);
    b->var = v;
    b->type = v->type;
    return b;
}

void low_declare(Lower *l, IrVar *v, NodeId node)
{
    ScopeVar *sv = arena_new(l->arena, ScopeVar);
    sv->var = v;
    sv->older = l->fn->scope->vars;
    l->fn->scope->vars = sv;
    if (l->fn->cur) /* else behind a jump, as before the first label of a switch */
        low_emit(l, II_SCOPE_BEGIN, node)->var = v;
}

Binding *low_local(Lower *l, u64 key)
{
    if (!l->locals || !l->fn)
        return NULL;
    u32 i = map_get(&l->names, key, 0);
    return i ? &l->bindings.at[i] : NULL;
}

static IrVar *captured(Lower *l, Fn *fn, IrVar *var, Fn *home)
{
    if (fn == home)
        return var;
    if (!fn || !fn->is_lambda)
        return var->kind == IV_STATIC ? var : NULL;
    IrVar *outer = captured(l, fn->parent, var, home);
    if (!outer || outer->kind == IV_STATIC)
        return outer;
    for (u32 i = 0; i < fn->captures.n; i++)
        if (fn->captures.at[i]->outer == outer)
            return fn->captures.at[i];
    bool is_this = outer->kind == IV_THIS || outer->name == token_sym_of_kind(KW_THIS);
    bool by_ref = fn->capture_default != TK_ASSIGN && !is_this;
    TypeId t = outer->type;
    if (by_ref)
        t = type_ref(l->tt, t, false);
    Fn *at = l->fn;
    l->fn = fn;
    IrVar *v = low_var(l, outer->name, t, IV_CAPTURE, outer->node);
    l->fn = at;
    v->outer = outer;
    outer->flags |= IVF_CAPTURED | (by_ref ? IVF_ADDRESS_TAKEN : 0);
    vec_push(&fn->captures, v);
    return v;
}

IrVar *low_bound_var(Lower *l, const Binding *b)
{
    return captured(l, l->fn, b->var, b->fn);
}

/* ---- scopes of namespaces and classes ---- */

Sym low_scope_join(Sym outer, Sym inner)
{
    if (!sym_len(outer))
        return inner;
    if (!sym_len(inner))
        return outer;
    char buf[512];
    u32 a = sym_len(outer), b = sym_len(inner);
    if (a + b + 2 > sizeof buf)
        return inner;
    memcpy(buf, sym_str(outer), a);
    memcpy(buf + a, "::", 2);
    memcpy(buf + a + 2, sym_str(inner), b);
    return intern_bytes(buf, a + b + 2);
}

Sym low_scope_parent(Lower *l, Sym scope)
{
    u32 *slot = map_slot(&l->parent_scopes, scope, 0xffffffffu);
    if (*slot != 0xffffffffu)
        return *slot;
    const char *s = sym_str(scope);
    u32 n = sym_len(scope);
    Sym up = 0;
    for (u32 i = n; i >= 2; i--)
        if (s[i - 1] == ':' && s[i - 2] == ':') {
            up = intern_bytes(s, i - 2);
            break;
        }
    *slot = up;
    return up;
}

/* ---- the index ---- */

static const u32 look_kinds_c[] = {
    [LOOK_TYPE] = 1u << DK_TYPEDEF,
    [LOOK_TAG] = 1u << DK_RECORD | 1u << DK_ENUM,
    [LOOK_VALUE] = 1u << DK_FUNCTION | 1u << DK_PROTOTYPE | 1u << DK_VARIABLE | 1u << DK_ENUMERATOR,
    [LOOK_FUNC] = 1u << DK_FUNCTION | 1u << DK_PROTOTYPE,
    [LOOK_CLASS] = 1u << DK_RECORD | 1u << DK_ENUM | 1u << DK_TYPEDEF,
};

static u32 look_kinds(const Lower *l, u32 what)
{
    u32 k = look_kinds_c[what];
    if (what == LOOK_TYPE && l->cxx)
        k |= look_kinds_c[LOOK_TAG];
    return k;
}

/* Syms are below 2^27 (see intern.c), so that all parts fit into one key; other units' look-ups are not cached. */
static u32 *cache_slot(Lower *l, Sym scope, Sym name, u32 what)
{
    if (l->src != l->u && l->src->index != 0)
        return NULL;
    u64 key = name | (u64)scope << 27 | (u64)what << 54 | (u64)(l->src == l->u) << 59;
    return map_slot(&l->lookups, key, 0xffffffffu);
}

/* The best entry of a name in exactly one scope (0: the global one): the unit's own, then the project's, then the contracts';
 * a definition before a prototype. Like index_lookup, which has no word for the global scope alone. */
static u32 best_entry(const Lower *l, Sym scope, Sym name, u32 kinds)
{
    u32 best = 0, best_rank = 0;
    for (u32 i = index_first(&l->p->index, name); i; i = low_entry(l, i)->next) {
        const IndexEntry *e = low_entry(l, i);
        if (!(kinds >> e->kind & 1) || e->scope != scope)
            continue;
        bool own = e->unit == l->src->index;
        if (e->is_static && !own && !e->in_header)
            continue;
        u32 rank = (own ? 12 : e->unit ? 8 : 4) + (e->kind != DK_PROTOTYPE) + e->in_header;
        if (rank > best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

/* The definition of a function that is only declared where the unit looks, wherever it is. */
static u32 definition_of(const Lower *l, u32 entry)
{
    const IndexEntry *me = entry ? low_entry(l, entry) : NULL;
    if (!me || me->kind != DK_PROTOTYPE || me->is_static || !me->unit)
        return entry;
    for (u32 i = index_first(&l->p->index, me->name); i; i = low_entry(l, i)->next) {
        const IndexEntry *e = low_entry(l, i);
        if (e->kind == DK_FUNCTION && e->scope == me->scope && !e->is_static)
            return i;
    }
    return entry;
}

u32 low_lookup_exact(Lower *l, Sym scope, Sym name, u32 what)
{
    u32 *slot = cache_slot(l, scope, name, what);
    if (slot && *slot != 0xffffffffu)
        return *slot;
    u32 e = definition_of(l, best_entry(l, scope, name, look_kinds(l, what)));
    slot = cache_slot(l, scope, name, what);
    if (slot)
        *slot = e;
    return e;
}

u32 low_lookup_in(Lower *l, Sym scope, Sym name, u32 what)
{
    u32 e = low_lookup_exact(l, scope, name, what);
    if (e || !l->cxx || !scope)
        return e;
    /* Base classes, breadth-first over at most 64. */
    TypeId queue[64];
    u32 n = 0;
    TypeId t = low_class_of_scope(l, scope, false);
    if (t && type_kind(l->tt, t) == TY_RECORD)
        queue[n++] = t;
    for (u32 i = 0; i < n; i++) {
        const Record *r = type_record(l->tt, queue[i]);
        if (i && r->qualified && (e = low_lookup_exact(l, r->qualified, name, what)))
            return e;
        for (u32 b = 0; b < r->n_bases && n < LENGTH(queue); b++)
            if (type_kind(l->tt, r->fields[b].type) == TY_RECORD)
                queue[n++] = r->fields[b].type;
    }
    return 0;
}

static u32 lookup_unscoped(Lower *l, Sym name, u32 what)
{
    u32 *slot = cache_slot(l, 0, name, what + LOOK_COUNT);
    if (slot && *slot != 0xffffffffu)
        return *slot;
    u32 e = index_first(&l->p->index, name) ? index_lookup(&l->p->index, l->src, name, 0, look_kinds(l, what))
                                            : 0;
    e = definition_of(l, e);
    slot = cache_slot(l, 0, name, what + LOOK_COUNT);
    if (slot)
        *slot = e;
    return e;
}

/* May an unqualified name find a member of a class from outside? Only types and enumerators of C headers, whose nesting means nothing. */
static bool scope_is_open(Lower *l, u32 e)
{
    const IndexEntry *x = low_entry(l, e);
    if (!sym_len(x->scope))
        return true;
    if (l->p->units.at[x->unit]->lang == LANG_C)
        return true;
    return low_class_of_scope(l, x->scope, false) == 0; /* a namespace: a using-directive may open it */
}

u32 low_lookup(Lower *l, Sym name, u32 what)
{
    if (!name || !index_first(&l->p->index, name))
        return 0;
    if (!l->cxx) {
        /* Members of C++ classes and namespaces are none of C's business; the tags inside a C structure are. */
        u32 e = low_lookup_exact(l, 0, name, what);
        e = e ? e : lookup_unscoped(l, name, what);
        return e && (!sym_len(low_entry(l, e)->scope) ||
                     l->p->units.at[low_entry(l, e)->unit]->lang == LANG_C)
                   ? e
                   : 0;
    }
    for (Sym s = l->scope; sym_len(s); s = low_scope_parent(l, s)) {
        u32 e = low_lookup_in(l, s, name, what);
        if (e)
            return e;
    }
    u32 e = low_lookup_exact(l, 0, name, what);
    if (e)
        return e;
    e = lookup_unscoped(l, name, what);
    return e && scope_is_open(l, e) ? e : 0;
}

Sym low_name_sym(Lower *l, NodeId n)
{
    Sym s = n ? index_name_of(l->t, n) : 0;
    return s || !n ? s : nd(l, n)->a;
}

u32 low_lookup_name(Lower *l, NodeId n, u32 what, NodeId *last, Sym *scope)
{
    *scope = 0;
    *last = n;
    const Node *x = nd(l, n);
    if (x->kind != N_QUALIFIED) {
        Sym s = low_name_sym(l, n);
        return low_lookup(l, s, what);
    }
    Sym q = 0;
    NodeId c = x->first;
    for (; c && next(l, c); c = next(l, c))
        q = low_scope_join(q, low_name_sym(l, c));
    *last = c;
    *scope = q;
    Sym name = c ? low_name_sym(l, c) : 0;
    if (!name)
        return 0;
    if (!index_first(&l->p->index, name))
        return 0;
    if (!q)
        return low_lookup_exact(l, 0, name, what);
    u32 e = low_lookup_in(l, q, name, what);
    /* The qualifier may itself be relative to an enclosing scope, or name a typedef of a class. */
    if (!(x->flags & NAME_GLOBAL))
        for (Sym s = l->scope; !e && sym_len(s); s = low_scope_parent(l, s))
            e = low_lookup_in(l, low_scope_join(s, q), name, what);
    if (!e) {
        TypeId t = low_class_of_scope(l, q, false);
        const Record *r = t ? type_record(l->tt, t) : NULL;
        if (r && r->qualified && r->qualified != q)
            e = low_lookup_in(l, r->qualified, name, what);
        else if (t && type_kind(l->tt, t) == TY_ENUM) {
            const Type *ty = type_get(l->tt, t);
            e = low_lookup_exact(l, ty->enumeration->scope, name, what);
        }
    }
    if (!e) { /* an inline or unnamed namespace on the way, or an enum's name as qualifier */
        u32 any = lookup_unscoped(l, name, what);
        if (any) {
            const char *have = sym_str(low_entry(l, any)->scope);
            if (str_ends(have, sym_str(q)) || str_starts(have, sym_str(q)))
                e = any;
        }
    }
    return e;
}

/* ---- what an entry says ---- */

EntryInfo *low_entry_info(Lower *l, u32 entry)
{
    u32 *slot = map_slot(&l->info_of_entry, entry, 0xffffffffu);
    if (*slot == 0xffffffffu) {
        *slot = l->infos.n;
        vec_push(&l->infos, ((EntryInfo){0}));
        return &vec_last(&l->infos);
    }
    return &l->infos.at[*slot];
}

static bool declares_noreturn(const Lower *l, const Tree *t, NodeId parent)
{
    Lower probe = *l;
    probe.t = t;
    return low_has_attr(&probe, parent, "noreturn");
}

static bool entry_declares_noreturn(const Lower *l, u32 entry)
{
    const IndexEntry *e = low_entry(l, entry);
    const Unit *u = l->p->units.at[e->unit];
    const Tree *t = &u->tree;
    NodeId specs = tree_first(t, e->kind == DK_FUNCTION ? e->node : e->decl ? e->decl : e->node);
    if (specs && tree_kind(t, specs) == N_SPECS &&
        ((tree_node(t, specs)->flags & SP_NORETURN) || declares_noreturn(l, t, specs)))
        return true;
    if (declares_noreturn(l, t, e->node))
        return true;
    /* Attributes behind the parameter list hang on the D_FUNC. */
    NodeId d = e->kind == DK_FUNCTION ? tree_next(t, specs) : tree_first(t, e->node);
    for (u32 i = 0; d && i < 64; i++) {
        if (tree_kind(t, d) == N_D_FUNC && declares_noreturn(l, t, d))
            return true;
        NodeId inner = tree_first(t, d);
        NodeKind k = inner ? tree_kind(t, inner) : N_NONE;
        if (k < N_D_NAME || k > N_D_PAREN)
            break;
        d = inner;
    }
    return false;
}

bool low_entry_noreturn(Lower *l, u32 entry)
{
    EntryInfo *info = low_entry_info(l, entry);
    if (info->noreturn_known)
        return info->is_noreturn;
    info->noreturn_known = true;
    bool yes = entry_declares_noreturn(l, entry);
    /* Another declaration may say it; a few suffice, since a function is rarely declared often. */
    const IndexEntry *me = low_entry(l, entry);
    if (!yes && me->kind == DK_FUNCTION) {
        u32 budget = 16;
        for (u32 e = index_first(&l->p->index, me->name); e && !yes && budget--; e = low_entry(l, e)->next) {
            const IndexEntry *x = low_entry(l, e);
            if (x->kind == DK_PROTOTYPE && x->scope == me->scope && (!me->is_static || x->unit == me->unit))
                yes = entry_declares_noreturn(l, e);
        }
    }
    info->is_noreturn = yes;
    return yes;
}

/* ---- globals ---- */

IrGlobal *low_global_new(Lower *l, Sym name, TypeId type, NodeId node)
{
    IrGlobal *g = arena_new(l->arena, IrGlobal);
    g->name = name;
    g->id = l->globals.n;
    g->node = node;
    if (type_kind(l->tt, type) == TY_REF) {
        g->is_ref = true;
        type = type_ptr(l->tt, type_of(l->tt, type));
    }
    g->type = type;
    TypeId e = type;
    while (type_kind(l->tt, e) == TY_ARRAY)
        e = type_of(l->tt, e);
    g->is_const = type_get(l->tt, e)->quals & TQ_CONST;
    g->is_function = type_kind(l->tt, type) == TY_FUNC;
    vec_push(&l->globals, g);
    return g;
}

IrGlobal *low_global_of_entry(Lower *l, u32 entry)
{
    u32 id = map_get(&l->global_of_entry, entry, 0xffffffffu);
    if (id != 0xffffffffu)
        return l->globals.at[id];
    const IndexEntry *e = low_entry(l, entry);
    TypeId type = low_entry_type(l, entry);
    IrGlobal *g = low_global_new(l, e->name, type, e->unit == l->u->index ? e->node : 0);
    g->scope = e->scope;
    g->entry = entry;
    g->is_static = e->is_static;
    g->is_function = e->kind == DK_FUNCTION || e->kind == DK_PROTOTYPE;
    const Tree *t = &l->p->units.at[e->unit]->tree;
    NodeId specs = e->decl ? tree_first(t, e->decl) : 0;
    u32 flags = specs && tree_kind(t, specs) == N_SPECS ? tree_node(t, specs)->flags : 0;
    bool has_init = e->kind == DK_VARIABLE && tree_kind(t, e->node) == N_INIT_DECL &&
                    tree_kind(t, tree_next(t, tree_first(t, e->node))) != N_NONE;
    g->is_extern = e->kind == DK_PROTOTYPE || (e->kind == DK_VARIABLE && (flags & SP_EXTERN) && !has_init);
    g->is_thread = flags & SP_THREAD;
    g->defined_here = !g->is_extern && e->unit == l->u->index;
    map_put(&l->global_of_entry, entry, g->id);
    return g;
}

IrGlobal *low_global_of_name(Lower *l, Sym name, Sym scope)
{
    u64 key = name | (u64)scope << 32;
    u32 *slot = map_slot(&l->global_of_name, key, 0xffffffffu);
    if (*slot != 0xffffffffu)
        return l->globals.at[*slot];
    *slot = l->globals.n;
    IrGlobal *g = low_global_new(l, name, TYPE_UNKNOWN, 0);
    g->scope = scope;
    g->is_extern = true;
    return g;
}
