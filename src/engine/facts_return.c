/*
 * Functions that never return: a structured reading of their statements, which assumes that a function returns as soon as anything
 * is not plain. Each is judged once, and once more for each function that it calls and that turns out never to return.
 * See facts_priv.h.
 */
#include <string.h>

#include "base/limits.h"
#include "engine/facts_priv.h"

/* Where break and continue inside a statement lead to. */
typedef struct Around {
    struct Around *loop; /* the innermost loop: of continue */
    bool is_switch, broken, continued, has_default;
} Around;

typedef struct Judge {
    const ProjectFacts *f;
    const Unit *u;
    const Tree *t;
    FactUnit *out; /* notes calls; NULL: they are known already */
    u32 entry;
    NodeId func;
    bool returns; /* there is a way out, or something that may be one */
    bool cxx;
    u32 depth, switches;
    Sym plain; /* a callee's name that the function declares nothing else by */
} Judge;

/* ---- what declarations say ---- */

bool fact_declared_noreturn(const Project *p, u32 entry)
{
    const IndexEntry *e = &p->index.entries.at[entry];
    const Tree *t = &p->units.at[e->unit]->tree;
    NodeId specs = tree_first(t, e->kind == DK_FUNCTION || !e->decl ? e->node : e->decl);
    if (specs && tree_kind(t, specs) == N_SPECS &&
        ((tree_node(t, specs)->flags & SP_NORETURN) || fact_has_attr(t, specs, "noreturn")))
        return true;
    if (fact_has_attr(t, e->node, "noreturn"))
        return true;
    NodeId d = tree_first(t, e->node);
    if (e->kind == DK_FUNCTION && d)
        d = tree_next(t, d);
    for (u32 i = 0; d && i < LIMIT_TYPE_DEPTH; d = tree_first(t, d), i++) {
        NodeKind k = tree_kind(t, d);
        if (k < N_D_NAME || k > N_D_PAREN)
            return false;
        if (k == N_D_FUNC && fact_has_attr(t, d, "noreturn"))
            return true;
    }
    return false;
}

static NodeId params_of(const Tree *t, const IndexEntry *e)
{
    NodeId d = tree_first(t, e->node);
    if (e->kind == DK_FUNCTION && d)
        d = tree_next(t, d);
    for (u32 i = 0; d && i < LIMIT_TYPE_DEPTH; d = tree_first(t, d), i++) {
        NodeKind k = tree_kind(t, d);
        if (k == N_D_FUNC)
            return tree_next(t, tree_first(t, d));
        if (k < N_D_NAME || k > N_D_PAREN)
            break;
    }
    return 0;
}

/* Are two parameters spelled with the same type? */
static bool same_param(const Unit *u, NodeId a, const Unit *v, NodeId b)
{
    const Tree *t = &u->tree, *s = &v->tree;
    NodeId p = tree_first(t, a), q = tree_first(s, b);
    if (tree_kind(t, a) != N_PARAM || tree_kind(s, b) != N_PARAM || !p || !q)
        return false;
    const Node *x = tree_node(t, p), *y = tree_node(s, q);
    if (x->end - x->begin != y->end - y->begin)
        return false;
    for (u32 i = 0; i < x->end - x->begin; i++)
        if (u->toks.at[x->begin + i].sym != v->toks.at[y->begin + i].sym)
            return false;
    p = tree_next(t, p);
    q = tree_next(s, q);
    for (u32 i = 0; p && q && i < LIMIT_TYPE_DEPTH; p = tree_first(t, p), q = tree_first(s, q), i++) {
        if (tree_kind(t, p) == N_D_NAME || tree_kind(t, p) == N_NONE)
            return tree_kind(s, q) == N_D_NAME || tree_kind(s, q) == N_NONE;
        if (tree_kind(t, p) != tree_kind(s, q) || tree_kind(t, p) == N_D_FUNC)
            return false;
    }
    return !p == !q;
}

/* Do two entries of one name declare the same function, as far as the spelling of their parameters tells? */
static bool same_function(const Project *p, const IndexEntry *a, const IndexEntry *b)
{
    const Unit *u = p->units.at[a->unit], *v = p->units.at[b->unit];
    NodeId x = params_of(&u->tree, a), y = params_of(&v->tree, b);
    if (a->scope != b->scope || !x || !y)
        return false;
    for (x = tree_first(&u->tree, x), y = tree_first(&v->tree, y); x && y;
         x = tree_next(&u->tree, x), y = tree_next(&v->tree, y))
        if (!same_param(u, x, v, y))
            return false;
    return !x == !y;
}

typedef enum Callee {
    CALLEE_UNKNOWN, /* nobody declares it: it may be a macro with a `return` in it */
    CALLEE_RETURNS,
    CALLEE_ENDS, /* never returns */
} Callee;

/* In C, the function that a unit means by a name: its own static one, else all that have it with external linkage. */
static Callee callee_in_c(const ProjectFacts *f, const Unit *u, Sym name)
{
    const Index *ix = &f->p->index;
    bool any = false, defined = false, all = true, declared = false;
    u32 budget = LIMIT_FACT_OVERLOADS;
    for (u32 i = index_first(ix, name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        bool own = e->unit == u->index;
        if (e->scope && f->p->units.at[e->unit]->lang == LANG_CXX)
            continue;
        if (e->kind == DK_VARIABLE && (own || !e->is_static))
            return CALLEE_RETURNS;
        if ((e->kind != DK_FUNCTION && e->kind != DK_PROTOTYPE) || (e->is_static && !own && !e->in_header))
            continue;
        if (!budget--)
            return CALLEE_RETURNS;
        any = true;
        bool ends = f->never_returns[i] || fact_declared_noreturn(f->p, i);
        if (e->kind == DK_FUNCTION) {
            if (own && e->is_static && !e->in_header && e->presence == PRESENCE_TRUE)
                return ends ? CALLEE_ENDS : CALLEE_RETURNS;
            defined = true;
            all &= ends;
        }
        declared |= ends;
    }
    if (!any)
        return CALLEE_UNKNOWN;
    return defined ? (all ? CALLEE_ENDS : CALLEE_RETURNS) : declared ? CALLEE_ENDS : CALLEE_RETURNS;
}

/* In C++, which overload is meant is not known: there must be no other. */
static Callee callee_in_cxx(const ProjectFacts *f, Sym name)
{
    const Index *ix = &f->p->index;
    const IndexEntry *first = NULL;
    u32 budget = LIMIT_FACT_OVERLOADS;
    bool defined = false, declared = false;
    for (u32 i = index_first(ix, name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->kind == DK_ENUM || e->kind == DK_ENUMERATOR)
            continue;
        if ((e->kind != DK_FUNCTION && e->kind != DK_PROTOTYPE) || !budget-- || e->is_template ||
            (first && !same_function(f->p, first, e)))
            return CALLEE_RETURNS;
        first = first ? first : e;
        bool ends = f->never_returns[i] || fact_declared_noreturn(f->p, i);
        if (e->kind == DK_FUNCTION && !ends)
            return CALLEE_RETURNS;
        defined |= e->kind == DK_FUNCTION;
        declared |= ends;
    }
    return !first ? CALLEE_UNKNOWN : defined || declared ? CALLEE_ENDS : CALLEE_RETURNS;
}

static Callee callee_of(const ProjectFacts *f, const Unit *u, Sym name)
{
    return u->lang == LANG_CXX ? callee_in_cxx(f, name) : callee_in_c(f, u, name);
}

/* Does the function use the name only to call it? Else a parameter or variable of it may have that name. */
static bool only_calls(Judge *j, Sym name)
{
    if (j->plain == name)
        return true;
    const Node *x = tree_node(j->t, j->func);
    for (u32 i = x->begin; i + 1 < x->end; i++)
        if (j->u->toks.at[i].sym == name && j->u->toks.at[i].kind == TK_IDENT &&
            (j->u->toks.at[i + 1].kind != TK_LPAREN))
            return false;
    j->plain = name;
    return true;
}

/* Written as macros are? One of them may hold a `return`. */
static bool like_macro(Sym name)
{
    const char *s = sym_str(name);
    while (*s && !(*s >= 'a' && *s <= 'z'))
        s++;
    return !*s;
}

/* ---- statements ---- */

/* Each says whether the statement can come to its end. */
static bool stmt(Judge *j, NodeId n, Around *around);

static bool call_ends(Judge *j, NodeId call)
{
    NodeId callee = tree_first(j->t, call);
    NodeKind k = callee ? tree_kind(j->t, callee) : N_NONE;
    if (k != N_NAME && k != N_QUALIFIED)
        return false;
    Sym name = index_name_of(j->t, callee);
    if (!name)
        return false;
    Callee what = callee_of(j->f, j->u, name);
    if (what == CALLEE_UNKNOWN) {
        /* A parameter or variable of the function, a function of a header that was not seen, or a macro. */
        j->returns |= like_macro(name) && only_calls(j, name);
        return false;
    }
    if (what == CALLEE_ENDS)
        return only_calls(j, name);
    if (j->out)
        vec_push(&j->out->calls, ((FactCall){.callee = name, .caller = j->entry}));
    return false;
}

static bool exp_ends(Judge *j, NodeId n, Around *around)
{
    for (u32 i = 0; n && i < LIMIT_PARSE_DEPTH; i++) {
        const Node *x = tree_node(j->t, n);
        switch (x->kind) {
        case N_PAREN: n = x->first; break;
        case N_CAST: n = tree_next(j->t, x->first); break;
        case N_BINARY:
            if (x->op != TK_COMMA)
                return false;
            n = tree_next(j->t, x->first);
            break;
        case N_CALL: return call_ends(j, n);
        case N_STMT_EXPR: return !stmt(j, x->first, around);
        case N_UNREAD: j->returns = true; return false;
        default: return false;
        }
    }
    return false;
}

/* 1: true, 0: false, -1: not known. No condition counts as true. */
static int truth(const Judge *j, NodeId n)
{
    while (n && tree_kind(j->t, n) == N_PAREN)
        n = tree_first(j->t, n);
    const Node *x = n ? tree_node(j->t, n) : NULL;
    if (!x || x->kind == N_NONE)
        return 1;
    if (x->kind == N_BOOL_LIT)
        return x->op == KW_TRUE;
    if (x->kind != N_NUMBER)
        return -1;
    const char *s = sym_str(x->a);
    return strcmp(s, "0") == 0 ? 0 : strcmp(s, "1") == 0 ? 1 : -1;
}

static bool list(Judge *j, NodeId first, Around *around)
{
    bool live = true;
    for (NodeId n = first; n && !j->returns; n = tree_next(j->t, n)) {
        NodeKind k = tree_kind(j->t, n);
        if (!live && j->switches) /* a label may stand anywhere in it */
            live = k != N_EXPR_STMT && k != N_BREAK && k != N_CONTINUE && k != N_RETURN && k != N_DECL;
        if (live)
            live = stmt(j, n, around);
    }
    return live;
}

/* Body of a loop that goes on for ever unless it is left; in C++ any call in it may throw, and somebody catch that. */
static bool endless(Judge *j, bool broken)
{
    if (!broken && j->cxx)
        j->returns = true;
    return broken;
}

static bool loop(Judge *j, NodeId body, NodeId cond, bool tested_first)
{
    Around self = {0};
    self.loop = &self;
    bool ends = stmt(j, body, &self);
    bool again = ends || self.continued;
    if (truth(j, cond) == 1)
        return again ? endless(j, self.broken) : self.broken;
    return tested_first || again || self.broken;
}

static bool switch_(Judge *j, NodeId n, Around *around)
{
    NodeId init = tree_first(j->t, n), cond = tree_next(j->t, init), body = tree_next(j->t, cond);
    Around self = {.is_switch = true, .loop = around ? around->loop : NULL};
    j->switches++;
    bool ends = tree_kind(j->t, body) == N_COMPOUND ? list(j, tree_first(j->t, body), &self) : true;
    j->switches--;
    return ends || self.broken || !self.has_default;
}

static bool if_(Judge *j, NodeId n, Around *around)
{
    bool ends = false;
    while (!j->returns) {
        NodeId then = tree_child(j->t, n, 2), other = then ? tree_next(j->t, then) : 0;
        ends |= stmt(j, then, around);
        if (!other || tree_kind(j->t, other) == N_NONE)
            return true;
        if (tree_kind(j->t, other) != N_IF)
            return stmt(j, other, around) || ends;
        n = other;
    }
    return true;
}

static bool one(Judge *j, NodeId n, Around *around)
{
    const Tree *t = j->t;
    for (;;) { /* labels stand before labels without end */
        const Node *x = tree_node(t, n);
        NodeId inner = 0;
        if (x->kind == N_CASE)
            inner = tree_child(t, n, 2);
        else if (x->kind == N_DEFAULT || x->kind == N_LABEL)
            inner = x->first;
        else
            break;
        if (x->kind == N_DEFAULT && around)
            around->has_default = true;
        if (!inner || tree_kind(t, inner) == N_NONE)
            return true;
        n = inner;
    }
    const Node *x = tree_node(t, n);
    switch (x->kind) {
    case N_COMPOUND: return list(j, x->first, around);
    case N_EXPR_STMT: return !exp_ends(j, x->first, around);
    case N_IF: return if_(j, n, around);
    case N_WHILE: return loop(j, tree_next(t, x->first), x->first, true);
    case N_FOR: return loop(j, tree_child(t, n, 3), tree_child(t, n, 1), true);
    case N_DO: return loop(j, x->first, tree_next(t, x->first), false);
    case N_SWITCH: return switch_(j, n, around);
    case N_BREAK:
        if (around)
            around->broken = true;
        else
            j->returns = true;
        return false;
    case N_CONTINUE:
        if (around && around->loop)
            around->loop->continued = true;
        else
            j->returns = true;
        return false;
    case N_ALT: /* whether one of the branches is there in any case is not known */
        for (NodeId b = x->first; b; b = tree_next(t, b))
            (void)list(j, tree_first(t, b), around);
        return true;
    case N_DECL:
    case N_ALIAS:
    case N_USING:
    case N_STATIC_ASSERT:
    case N_EMPTY:
    case N_EMPTY_DECL:
    case N_LOCAL_LABELS:
    case N_FUNC:
    case N_NONE: return true;
    case N_ASM: j->returns |= x->flags & ASM_GOTO; return true;
    default: /* return, goto, throw, try, for over a range, unknown macros, what was not read */
        j->returns = true;
        return true;
    }
}

static bool stmt(Judge *j, NodeId n, Around *around)
{
    if (!n || j->returns)
        return true;
    if (j->depth >= LIMIT_PARSE_DEPTH) {
        j->returns = true;
        return true;
    }
    j->depth++;
    bool ends = one(j, n, around);
    j->depth--;
    return ends;
}

/* ---- functions ---- */

/* Ways out that do not stand among the statements: in statement expressions and coroutines; and what was not read, even where it cannot be
 * reached. Asked only of the few functions that seem to have no other. */
static bool has_hidden_exit(const Judge *j, NodeId body)
{
    VEC(NodeId) todo = {0};
    bool found = false, inside = false;
    vec_push(&todo, body);
    while (todo.n && !found) {
        NodeId n = vec_pop(&todo);
        if (!n) { /* the end of a statement expression */
            inside = false;
            continue;
        }
        const Node *x = tree_node(j->t, n);
        switch (x->kind) {
        case N_STMT_EXPR:
            if (!inside) {
                inside = true;
                vec_push(&todo, 0);
            }
            break;
        case N_RETURN:
        case N_GOTO:
        case N_BREAK: found = inside; break;
        case N_UNREAD:
        case N_YIELD: found = true; break;
        case N_UNARY: found = x->op == KW_CO_AWAIT; break;
        case N_LAMBDA:
        case N_FUNC: continue;
        default: break;
        }
        for (NodeId c = x->first; c; c = tree_next(j->t, c))
            vec_push(&todo, c);
    }
    vec_release(&todo);
    return found;
}

/* Could such a statement be one that never comes to its end? */
static bool may_stay(const Tree *t, NodeId n)
{
    switch (tree_kind(t, n)) {
    case N_EXPR_STMT: {
        NodeId x = tree_first(t, n);
        NodeKind k = x ? tree_kind(t, x) : N_NONE;
        return k == N_CALL || k == N_PAREN || k == N_CAST || k == N_BINARY || k == N_STMT_EXPR;
    }
    case N_WHILE:
    case N_DO:
    case N_FOR:
    case N_SWITCH:
    case N_COMPOUND:
    case N_LABEL: return true;
    case N_IF: {
        NodeId other = tree_child(t, n, 3);
        return other && tree_kind(t, other) != N_NONE;
    }
    default: return false;
    }
}

/* First token of the simple statement that ends with the ';' at `semi`, in a body that begins at `from`; 0: not found nearby. */
static u32 statement_start(const Unit *u, u32 from, u32 semi)
{
    u32 depth = 0, low = semi > from + LIMIT_DECL_LOOKAHEAD ? semi - LIMIT_DECL_LOOKAHEAD : from;
    for (u32 i = semi; i-- > low;) {
        u8 k = u->toks.at[i].kind;
        if (k == TK_RPAREN)
            depth++;
        else if (k == TK_LPAREN && depth)
            depth--;
        else if (!depth && (k == TK_SEMI || k == TK_LBRACE || k == TK_RBRACE))
            return i + 1;
    }
    return 0;
}

/* The bracket that the one at `close` closes, in a body that begins at `from`; 0: not found nearby. */
static u32 opening(const Unit *u, u32 from, u32 close, u8 left, u8 right)
{
    u32 depth = 0, low = close > from + LIMIT_DECL_LOOKAHEAD ? close - LIMIT_DECL_LOOKAHEAD : from;
    for (u32 i = close + 1; i-- > low;) {
        u8 k = u->toks.at[i].kind;
        depth += k == right;
        if (k == left && --depth == 0)
            return i;
    }
    return 0;
}

/* Does the statement whose last token is at `end` surely come to its end? *start gets its first token, or 0. */
static bool is_plain(const Unit *u, u32 from, u32 end, u32 *start)
{
    const Token *toks = u->toks.at;
    u32 head = *start = 0;
    if (toks[end].kind == TK_SEMI) {
        head = *start = statement_start(u, from, end);
    } else if (toks[end].kind == TK_RBRACE) { /* of a block, what stands before it says which */
        u32 open = opening(u, from, end, TK_LBRACE, TK_RBRACE);
        if (open > from + 1 && toks[open - 1].kind == TK_RPAREN)
            head = opening(u, from, open - 1, TK_LPAREN, TK_RPAREN);
        head -= head > 0; /* the keyword */
        return head > from && toks[head].kind == KW_IF;
    }
    if (!head)
        return false;
    switch (toks[head].kind) {
    case TK_IDENT: {
        u8 after = toks[head + 1].kind;
        return after != TK_LPAREN && after != TK_COLONCOLON && after != TK_COLON;
    }
    case KW_RETURN:
    case TK_LPAREN:
    case TK_COLONCOLON:
    case KW_EXTENSION:
    case KW_WHILE:
    case KW_FOR:
    case KW_ELSE:
    case KW_DEFAULT:
    case KW_CASE: return false;
    default: return true;
    }
}

/* Does the end of the body surely return? A look at tokens, which lie side by side as nodes do not. Notes the call that this may
 * hang on. */
static bool ends_plainly(const ProjectFacts *f, const Unit *u, const Node *body, u32 entry, FactUnit *calls)
{
    u32 start, end = body->end - 2;
    if (body->end < body->begin + 3 || is_plain(u, body->begin, end, &start))
        return true;
    if (start && u->toks.at[start].kind == KW_RETURN) { /* what stands before a last return matters */
        end = start - 1;
        if (end == body->begin || is_plain(u, body->begin, end, &start))
            return true;
    }
    const Token *head = &u->toks.at[start];
    bool is_call = start && head[0].kind == TK_IDENT && u->toks.at[end - 1].kind == TK_RPAREN &&
                   opening(u, start, end - 1, TK_LPAREN, TK_RPAREN) == start + 1;
    if (!is_call || callee_of(f, u, head->sym) != CALLEE_RETURNS)
        return false;
    if (calls)
        vec_push(&calls->calls, ((FactCall){.callee = head->sym, .caller = entry}));
    return true;
}

/* A quick look at the end of the body, which settles most functions: it never comes to its end only if its last statement does not, or the
 * one before a last return. */
static bool may_end_without_return(const Tree *t, NodeId body)
{
    NodeId last = 0, before = 0;
    for (NodeId n = tree_first(t, body); n; n = tree_next(t, n)) {
        before = last;
        last = n;
    }
    if (!last)
        return false;
    if (tree_kind(t, last) == N_RETURN)
        last = before;
    return last && may_stay(t, last);
}

/* Does the function whose definition the entry is never return? */
static bool never_returns(const ProjectFacts *f, u32 entry, FactUnit *calls)
{
    const IndexEntry *e = &f->p->index.entries.at[entry];
    const Unit *u = f->p->units.at[e->unit];
    const Tree *t = &u->tree;
    const Node *x = tree_node(t, e->node);
    NodeId specs = x->first, dtor = tree_next(t, specs), inits = dtor ? tree_next(t, dtor) : 0;
    NodeId body = inits ? tree_next(t, inits) : 0;
    if (!body || tree_kind(t, body) != N_COMPOUND || ends_plainly(f, u, tree_node(t, body), entry, calls) ||
        !may_end_without_return(t, body))
        return false;
    Judge j = {.f = f, .u = u, .t = t, .out = calls, .entry = entry, .func = e->node};
    j.cxx = u->lang == LANG_CXX;
    bool ends = stmt(&j, body, NULL);
    return !ends && !j.returns && !fact_has_attr(t, specs, "weak") && !has_hidden_exit(&j, body);
}

void fact_return_unit(const ProjectFacts *f, u32 unit, FactUnit *out)
{
    const Index *ix = &f->p->index;
    for (u32 i = index_first_of(ix, unit); i < ix->entries.n && ix->entries.at[i].unit == unit; i++)
        if (ix->entries.at[i].kind == DK_FUNCTION && never_returns(f, i, out))
            vec_push(&out->endless, i);
}

/* Prototypes of functions that never return: what a caller sees of one may be no more. */
static void mark_prototypes(ProjectFacts *f, u32 entry)
{
    const Index *ix = &f->p->index;
    const IndexEntry *me = &ix->entries.at[entry];
    if (me->is_static && !me->in_header)
        return;
    u32 budget = LIMIT_FACT_OVERLOADS;
    for (u32 i = index_first(ix, me->name); i && budget--; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        const Unit *u = f->p->units.at[e->unit];
        if (e->kind != DK_PROTOTYPE || e->scope != me->scope || !e->unit)
            continue;
        Callee what = callee_of(f, u, e->name);
        f->never_returns[i] = what == CALLEE_ENDS;
    }
}

void fact_return_project(ProjectFacts *f, const FactUnit *units)
{
    VEC(u32) queue = {0};
    Map first_call; /* callee -> call, + 1 */
    map_init(&first_call);
    typedef struct Link {
        u32 caller, next;
    } Link;
    VEC(Link) links = {0};
    vec_push(&links, (Link){0});
    for (u32 u = 1; u < f->p->units.n; u++) {
        for (u32 i = 0; i < units[u].endless.n; i++) {
            f->never_returns[units[u].endless.at[i]] = 1;
            vec_push(&queue, units[u].endless.at[i]);
        }
        for (u32 i = 0; i < units[u].calls.n; i++) {
            const FactCall *c = &units[u].calls.at[i];
            u32 *slot = map_slot(&first_call, c->callee, 0);
            if (*slot && links.at[*slot].caller == c->caller)
                continue;
            vec_push(&links, ((Link){.caller = c->caller, .next = *slot}));
            *slot = links.n - 1;
        }
    }
    for (u32 q = 0; q < queue.n; q++) {
        Sym name = f->p->index.entries.at[queue.at[q]].name;
        for (u32 l = map_get(&first_call, name, 0); l; l = links.at[l].next) {
            u32 caller = links.at[l].caller;
            if (!f->never_returns[caller] && never_returns(f, caller, NULL)) {
                f->never_returns[caller] = 1;
                vec_push(&queue, caller);
            }
        }
    }
    for (u32 q = 0; q < queue.n; q++)
        mark_prototypes(f, queue.at[q]);
    vec_release(&queue);
    vec_release(&links);
    map_release(&first_call);
}

/* ---- functions that return a constant ---- */

/* The only definition of the function that the entry declares, or 0. */
static u32 only_definition(const Project *p, u32 entry)
{
    const Index *ix = &p->index;
    const IndexEntry *me = &ix->entries.at[entry];
    u32 found = 0, budget = LIMIT_FACT_OVERLOADS;
    for (u32 i = index_first(ix, me->name); i; i = ix->entries.at[i].next) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->kind != DK_FUNCTION || (e->is_static && e->unit != me->unit))
            continue;
        if (!budget-- || found || e->scope != me->scope || e->is_template || e->presence != PRESENCE_TRUE)
            return 0;
        found = i;
    }
    return found && (found == entry || same_function(p, me, &ix->entries.at[found])) ? found : 0;
}

bool facts_returns_constant(const ProjectFacts *f, u32 entry, i64 *value)
{
    if (!entry || entry >= f->n_entries)
        return false;
    u8 kind = f->p->index.entries.at[entry].kind;
    u32 at = kind == DK_FUNCTION || kind == DK_PROTOTYPE ? only_definition(f->p, entry) : 0;
    if (!at)
        return false;
    const IndexEntry *e = &f->p->index.entries.at[at];
    const Tree *t = &f->p->units.at[e->unit]->tree;
    NodeId specs = tree_first(t, e->node), dtor = specs ? tree_next(t, specs) : 0;
    NodeId inits = dtor ? tree_next(t, dtor) : 0, body = inits ? tree_next(t, inits) : 0;
    if (!body || tree_kind(t, body) != N_COMPOUND || fact_has_attr(t, specs, "weak"))
        return false;
    NodeId only = tree_first(t, body);
    if (!only || tree_next(t, only) || tree_kind(t, only) != N_RETURN || !tree_first(t, only))
        return false;
    return fact_const(f->p, e->unit, tree_first(t, only), value);
}
