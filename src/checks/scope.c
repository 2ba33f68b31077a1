/*
 * Enclosing scopes and presence conditions of tokens, by sorted tables and binary search. See scope.h.
 */
#include "checks/scope.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { NAME_DEPTH = 64 };

static void name_text(const Unit *u, NodeId n, Sb *out, u32 depth)
{
    const Tree *t = &u->tree;
    if (depth > NAME_DEPTH)
        return;
    switch (tree_kind(t, n)) {
    case N_QUALIFIED:
        for (NodeId part = tree_first(t, n); part; part = tree_next(t, part)) {
            if (out->n && !str_ends(out->s, "::"))
                sb_adds(out, "::");
            name_text(u, part, out, depth + 1);
        }
        break;
    case N_OPERATOR_NAME:
        sb_adds(out, "operator");
        /* Everything behind the keyword: the operator, or new[] and the like. */
        for (u32 tok = tree_node(t, n)->begin + 1; tok < tree_node(t, n)->end; tok++)
            sb_adds(out, sym_str(u->toks.at[tok].sym));
        break;
    case N_CONVERSION_NAME:
        sb_adds(out, "operator ");
        for (u32 tok = tree_node(t, n)->begin + 1; tok < tree_node(t, n)->end; tok++)
            sb_adds(out, sym_str(u->toks.at[tok].sym));
        break;
    case N_DESTRUCTOR_NAME:
        sb_addc(out, '~');
        sb_adds(out, sym_str(tree_node(t, n)->a));
        break;
    default: sb_adds(out, sym_str(tree_node(t, n)->a));
    }
}

/* The D_NAME at the bottom of a declarator, or 0. */
static NodeId declared_name(const Tree *t, NodeId declarator)
{
    while (declarator) {
        switch (tree_kind(t, declarator)) {
        case N_D_NAME: return declarator;
        case N_D_PTR:
        case N_D_REF:
        case N_D_MEMPTR:
        case N_D_ARRAY:
        case N_D_FUNC:
        case N_D_PAREN: declarator = tree_first(t, declarator); break;
        default: return 0;
        }
    }
    return 0;
}

static void own_name(const Unit *u, NodeId n, Sb *out)
{
    const Tree *t = &u->tree;
    if (tree_kind(t, n) == N_FUNC) {
        NodeId name = declared_name(t, tree_child(t, n, 1));
        if (name && tree_first(t, name) && tree_kind(t, tree_first(t, name)) != N_NONE)
            name_text(u, tree_first(t, name), out, 0);
        else if (name)
            sb_adds(out, sym_str(tree_node(t, name)->a));
    } else {
        NodeId name = tree_first(t, n);
        if (name && tree_kind(t, name) != N_NONE)
            name_text(u, name, out, 0);
        else
            sb_adds(out, sym_str(tree_node(t, n)->a));
    }
}

static int by_extent(const void *a, const void *b)
{
    const Scope *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static void make_scopes(Scopes *s, const Unit *u)
{
    const Tree *t = &u->tree;
    for (NodeId n = 1; n < t->nodes.n; n++) {
        const Node *node = tree_node(t, n);
        bool wanted = node->kind == N_FUNC || node->kind == N_NAMESPACE ||
                      (node->kind == N_RECORD && (node->flags & REC_DEFINED));
        if (wanted && node->begin < node->end) {
            Scope scope = {.node = n, .begin = node->begin, .end = node->end};
            vec_push(&s->scopes, scope);
        }
    }
    if (s->scopes.n)
        qsort(s->scopes.at, s->scopes.n, sizeof *s->scopes.at, by_extent);
    u32 open = 0; /* index + 1 of the innermost scope that may hold the next one */
    for (u32 i = 0; i < s->scopes.n; i++) {
        while (open && s->scopes.at[open - 1].end <= s->scopes.at[i].begin)
            open = s->scopes.at[open - 1].parent;
        s->scopes.at[i].parent = open;
        open = i + 1;
    }
}

static void mark(Scopes *s, u32 tok, PresenceMark like)
{
    like.tok = tok;
    vec_push(&s->marks, like);
}

/* outer and own, without saying outer twice when own already implies it. */
static PresenceId both(Presence *p, PresenceId outer, PresenceId own)
{
    if (outer == PRESENCE_TRUE || presence_implied(p, own, outer) == 1)
        return own;
    return presence_and(p, outer, own);
}

static void make_marks(Scopes *s, Unit *u)
{
    VEC(PresenceMark) open = {0};
    PresenceMark now = {.when = PRESENCE_TRUE};
    mark(s, 0, now);
    for (u32 i = 0; i < u->n_stream; i++) {
        const Token *tok = &u->toks.at[i];
        if (tok->kind != TK_PP_IF && tok->kind != TK_PP_ELSE && tok->kind != TK_PP_ENDIF)
            continue;
        PresenceMark outer = {.when = PRESENCE_TRUE};
        if (tok->kind == TK_PP_IF)
            vec_push(&open, now);
        if (open.n)
            outer = vec_last(&open);
        if (tok->kind == TK_PP_ENDIF) {
            now = outer;
            if (open.n)
                (void)vec_pop(&open);
        } else {
            now.when = both(&u->presence, outer.when, tok->sym);
            now.directive = tok->loc;
        }
        mark(s, i, now);
    }
    vec_release(&open);
}

static void make(Scopes *s, Unit *u)
{
    if (s->made)
        return;
    s->made = true;
    make_scopes(s, u);
    make_marks(s, u);
}

void scope_release(Scopes *s)
{
    vec_release(&s->scopes);
    vec_release(&s->marks);
    s->made = false;
}

/* Innermost scope around a token as index + 1, or 0. */
static u32 innermost(const Scopes *s, u32 tok)
{
    u32 low = 0, high = s->scopes.n;
    while (low < high) { /* the last scope that begins at or before tok */
        u32 middle = low + (high - low) / 2;
        if (s->scopes.at[middle].begin <= tok)
            low = middle + 1;
        else
            high = middle;
    }
    u32 i = low;
    while (i && s->scopes.at[i - 1].end <= tok)
        i = s->scopes.at[i - 1].parent;
    return i;
}

static const char *qualified(Scopes *s, const Unit *u, u32 i, Arena *arena)
{
    Scope *scope = &s->scopes.at[i - 1];
    if (scope->name)
        return scope->name;
    u32 chain[NAME_DEPTH];
    u32 n = 0;
    for (u32 k = i; k && n < NAME_DEPTH; k = s->scopes.at[k - 1].parent)
        chain[n++] = k;
    Sb b;
    sb_init(&b);
    while (n) {
        Sb own;
        sb_init(&own);
        own_name(u, s->scopes.at[chain[--n] - 1].node, &own);
        if (own.n) {
            if (b.n)
                sb_adds(&b, "::");
            sb_addn(&b, own.s, own.n);
        }
        sb_release(&own);
    }
    scope->name = arena_strndup(arena, b.s, b.n);
    sb_release(&b);
    return scope->name;
}

const char *scope_function(Scopes *s, const Unit *u, u32 tok, Arena *arena)
{
    make(s, (Unit *)u);
    for (u32 i = innermost(s, tok); i; i = s->scopes.at[i - 1].parent)
        if (tree_kind(&u->tree, s->scopes.at[i - 1].node) == N_FUNC)
            return qualified(s, u, i, arena);
    return NULL;
}

PresenceId scope_presence(Scopes *s, Unit *u, u32 tok, Loc *directive)
{
    *directive = 0;
    make(s, u);
    if (tok >= u->n_stream)
        return PRESENCE_TRUE;
    u32 low = 0, high = s->marks.n;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (s->marks.at[middle].tok <= tok)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return PRESENCE_TRUE;
    *directive = s->marks.at[low - 1].directive;
    return s->marks.at[low - 1].when;
}
