/*
 * Project-wide index of declarations; see index.h. Walks the declarations of a unit's tree; function bodies are not
 * entered: what they declare is local.
 */
#include "syntax/index.h"

#include <string.h>

#include "base/str.h"
#include "syntax/project.h"

typedef struct Walk {
    Index *ix;
    Unit *u;
    Sym scope;
    PresenceId presence;
    NodeId enumeration; /* ENUM whose enumerators are walked */
    bool is_template, internal;
} Walk;

void index_init(Index *ix)
{
    memset(ix, 0, sizeof *ix);
    IndexEntry none = {0};
    vec_push(&ix->entries, none);
}

void index_release(Index *ix)
{
    vec_release(&ix->entries);
    map_release(&ix->first);
    map_release(&ix->last);
}

static void add(Walk *w, Sym name, Sym scope, DeclKind kind, NodeId node, NodeId decl, bool is_static)
{
    if (!name)
        return;
    Index *ix = w->ix;
    const Node *n = tree_node(&w->u->tree, node);
    FileId file = src_file_of(&w->u->project->src, w->u->toks.at[n->begin].loc);
    IndexEntry e = {.name = name,
                    .scope = scope,
                    .kind = (u8)kind,
                    .is_static = is_static || w->internal,
                    .in_header = file != w->u->main,
                    .is_template = w->is_template,
                    .unit = w->u->index,
                    .node = node,
                    .decl = decl,
                    .presence = w->presence};
    vec_push(&ix->entries, e);
    u32 id = ix->entries.n - 1;
    u32 *last = map_slot(&ix->last, name, 0);
    if (*last)
        ix->entries.at[*last].next = id;
    else
        map_put(&ix->first, name, id);
    *last = id;
}

/* Last component of a name node. */
static Sym last_name(const Tree *t, NodeId n)
{
    while (n) {
        const Node *x = tree_node(t, n);
        switch (x->kind) {
        case N_NAME:
        case N_TEMPLATE_ID:
        case N_DESTRUCTOR_NAME: return x->a;
        case N_QUALIFIED: {
            NodeId last = 0;
            for (NodeId c = x->first; c; c = tree_next(t, c))
                last = c;
            n = last;
            break;
        }
        default: return 0;
        }
    }
    return 0;
}

/* What an operator token is called behind "operator". */
static const char *operator_text(u8 op)
{
    switch (op) {
    case TK_LPAREN: return "()";
    case TK_LBRACKET: return "[]";
    case KW_NEW: return " new";
    case KW_DELETE: return " delete";
    default: return op >= TK_FIXED_FIRST ? sym_str(token_sym_of_kind((TokenKind)op)) : "";
    }
}

Sym index_name_of(const Tree *t, NodeId n)
{
    while (n) {
        const Node *x = tree_node(t, n);
        char buf[256];
        switch (x->kind) {
        case N_NAME: return x->a;
        case N_TEMPLATE_ID:
            if (x->a || !x->first)
                return x->a;
            n = x->first;
            break;
        case N_QUALIFIED: {
            NodeId last = 0;
            for (NodeId c = x->first; c; c = tree_next(t, c))
                last = c;
            n = last;
            break;
        }
        case N_DESTRUCTOR_NAME: {
            u32 len = MIN(sym_len(x->a), (u32)sizeof buf - 1);
            buf[0] = '~';
            memcpy(buf + 1, sym_str(x->a), len);
            return intern_bytes(buf, len + 1);
        }
        case N_OPERATOR_NAME: {
            const char *op = operator_text(x->op);
            size_t len = strlen(op);
            memcpy(buf, "operator", 8);
            memcpy(buf + 8, op, len);
            return intern_bytes(buf, len + 8);
        }
        case N_CONVERSION_NAME: return intern_str("operator conversion");
        default: return 0;
        }
    }
    return 0;
}

/* The name under which what a D_NAME declares is found: operators and destructors have one, too. */
static Sym entity_name(const Tree *t, NodeId d_name)
{
    NodeId name = tree_first(t, d_name);
    Sym s = name ? index_name_of(t, name) : 0;
    return s ? s : tree_node(t, d_name)->a;
}

static Sym join(Sym outer, Sym inner)
{
    if (!inner)
        return outer;
    if (!outer)
        return inner;
    Sb b;
    sb_init(&b);
    sb_addf(&b, "%s::%s", sym_str(outer), sym_str(inner));
    Sym s = intern_bytes(b.s, b.n);
    sb_release(&b);
    return s;
}

/* Scope of a declared name: the enclosing one with the qualifiers of the name itself. */
static Sym name_scope(const Walk *w, NodeId name)
{
    const Tree *t = &w->u->tree;
    Sym scope = w->scope;
    if (!name || tree_kind(t, name) != N_QUALIFIED)
        return scope;
    if (tree_node(t, name)->flags & NAME_GLOBAL)
        scope = 0;
    for (NodeId c = tree_first(t, name); c && tree_next(t, c); c = tree_next(t, c))
        scope = join(scope, last_name(t, c));
    return scope;
}

/* The D_NAME of a declarator; *is_function when what is declared is a function. */
static NodeId declared_name(const Tree *t, NodeId dtor, bool *is_function)
{
    NodeKind inner = N_NONE;
    while (dtor) {
        NodeKind k = tree_kind(t, dtor);
        if (k == N_D_NAME) {
            *is_function = inner == N_D_FUNC;
            return dtor;
        }
        if (k < N_D_NAME || k > N_D_BINDING)
            return 0;
        if (k != N_D_PAREN)
            inner = k;
        dtor = tree_first(t, dtor);
    }
    return 0;
}

static void walk_list(Walk *w, NodeId first, bool members);

static void walk_specs(Walk *w, NodeId specs, NodeId decl)
{
    const Tree *t = &w->u->tree;
    for (NodeId s = tree_first(t, specs); s; s = tree_next(t, s)) {
        const Node *n = tree_node(t, s);
        if (n->kind == N_RECORD && (n->flags & REC_DEFINED)) {
            NodeId name = n->first;
            add(w, n->a, name_scope(w, name), DK_RECORD, s, decl, false);
            Walk inner = *w;
            inner.scope = join(name_scope(w, name), n->a);
            walk_list(&inner, name ? tree_next(t, name) : 0, true);
        } else if (n->kind == N_ENUM && (n->flags & ENUM_DEFINED)) {
            add(w, n->a, name_scope(w, n->first), DK_ENUM, s, decl, false);
            NodeId e = tree_next(t, n->first);
            Sym scope = n->flags & ENUM_CLASS ? join(w->scope, n->a) : w->scope;
            Walk inner = *w;
            inner.scope = scope;
            inner.enumeration = s;
            walk_list(&inner, e ? tree_next(t, e) : 0, true);
        }
    }
}

static void walk_decl(Walk *w, NodeId decl, bool members)
{
    const Tree *t = &w->u->tree;
    NodeId specs = tree_first(t, decl);
    if (!specs)
        return;
    walk_specs(w, specs, decl);
    u32 flags = tree_node(t, specs)->flags;
    for (NodeId d = tree_next(t, specs); d; d = tree_next(t, d)) {
        if (tree_kind(t, d) != N_INIT_DECL)
            continue;
        bool is_function = false;
        NodeId name = declared_name(t, tree_first(t, d), &is_function);
        if (!name)
            continue;
        Sym s = entity_name(t, name);
        bool is_static = !members && (flags & SP_STATIC);
        Sym scope = name_scope(w, tree_first(t, name));
        if (flags & SP_TYPEDEF)
            add(w, s, scope, DK_TYPEDEF, d, decl, false);
        else if (is_function)
            add(w, s, scope, DK_PROTOTYPE, d, decl, is_static);
        else if (!members || (flags & SP_STATIC))
            add(w, s, scope, DK_VARIABLE, d, decl, is_static);
    }
}

static void walk_function(Walk *w, NodeId func, bool members)
{
    const Tree *t = &w->u->tree;
    NodeId specs = tree_first(t, func);
    walk_specs(w, specs, func);
    bool is_function = false;
    NodeId name = declared_name(t, tree_next(t, specs), &is_function);
    if (name)
        add(w, entity_name(t, name), name_scope(w, tree_first(t, name)), DK_FUNCTION, func, func,
            !members && (tree_node(t, specs)->flags & SP_STATIC));
}

static void walk_one(Walk *w, NodeId n, bool members)
{
    const Tree *t = &w->u->tree;
    const Node *x = tree_node(t, n);
    Walk inner = *w;
    switch (x->kind) {
    case N_DECL: walk_decl(w, n, members); break;
    case N_FUNC: walk_function(w, n, members); break;
    case N_ENUMERATOR: add(w, x->a, w->scope, DK_ENUMERATOR, n, w->enumeration, false); break;
    case N_ALIAS: add(w, x->a, w->scope, DK_TYPEDEF, n, 0, false); break;
    case N_LINKAGE:
    case N_FRIEND: walk_list(w, x->first, members); break;
    case N_TEMPLATE:
        inner.is_template = true;
        walk_list(&inner, x->first ? tree_next(t, x->first) : 0, members);
        break;
    case N_NAMESPACE:
        inner.scope = join(w->scope, last_name(t, x->first));
        if (x->first && tree_kind(t, x->first) == N_QUALIFIED)
            inner.scope = join(name_scope(w, x->first), last_name(t, x->first));
        inner.internal |= !last_name(t, x->first);
        walk_list(&inner, x->first ? tree_next(t, x->first) : 0, false);
        break;
    case N_ALT: walk_list(w, x->first, members); break;
    case N_ALT_BRANCH:
        inner.presence = presence_and(&w->u->presence, w->presence, x->a);
        walk_list(&inner, x->first, members);
        break;
    default: break;
    }
}

static void walk_list(Walk *w, NodeId first, bool members)
{
    for (NodeId n = first; n; n = tree_next(&w->u->tree, n))
        walk_one(w, n, members);
}

void index_add_unit(Index *ix, const Unit *u)
{
    /* the unit's presence table is a cache of formulas: adding one changes nothing that anybody sees */
    Walk w = {.ix = ix, .u = (Unit *)u, .presence = PRESENCE_TRUE};
    if (u->tree.root)
        walk_list(&w, tree_first(&u->tree, u->tree.root), false);
}

u32 index_first(const Index *ix, Sym name)
{
    return map_get(&ix->first, name, 0);
}

u32 index_first_of(const Index *ix, u32 unit)
{
    u32 low = 1, high = ix->entries.n;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (ix->entries.at[middle].unit < unit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

u32 index_lookup(const Index *ix, const Unit *unit, Sym name, Sym scope, u32 kinds)
{
    u32 best = 0, best_rank = 0;
    for (u32 i = index_first(ix, name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (!(kinds >> e->kind & 1) || (scope && e->scope != scope))
            continue;
        bool own = unit && e->unit == unit->index;
        if (e->is_static && !own && !e->in_header)
            continue;
        u32 rank = own ? 12 : e->unit ? 8 : 4;
        rank += e->kind == DK_PROTOTYPE ? 0 : 1;
        rank += e->in_header ? 1 : 0;
        if (rank > best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}
