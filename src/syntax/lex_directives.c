/*
 * Conditional groups of a file: links them, decides for each whether all of its branches can be kept
 * (every branch balanced at an edge), finds the include guard and parses the #defines. Called by lex.c.
 *
 * The decision is made on the tokens as written. Brackets are followed in a stack of linked nodes, so that going
 * back to the state before a branch is one assignment.
 */
#include "syntax/lex_priv.h"

#include <string.h>

typedef struct Bracket {
    u32 below; /* index of the node below, 0: none */
    u32 depth;
    u8 kind; /* opening TokenKind */
} Bracket;

typedef struct Group {
    u32 first, last; /* directives: the #if, and the newest of its chain */
    u32 top0;        /* bracket state before the #if */
    u32 low;         /* least depth in the current branch */
    u32 prev;        /* text token before the #if + 1, or 0 */
    u32 branch_from; /* text tokens of the current branch start here */
    u32 kept_top;    /* bracket state behind the first branch that has tokens */
    bool any_kept, balanced, edges;
} Group;

typedef struct Scan {
    LexedFile *lf;
    VEC(Bracket) nodes;
    VEC(Group) groups;
    u32 top;
    u32 last_text; /* newest text token + 1, or 0 */
} Scan;

static bool is_word(const FileToken *t, TokenKind kw)
{
    return t->kind == TK_IDENT && t->sym == token_sym_of_kind(kw);
}

static bool is_keyword(const FileToken *t)
{
    return t->kind == TK_IDENT && token_kind_of_word(t->sym, LANG_CXX) != TK_IDENT;
}

static bool starts_construct(const FileToken *t)
{
    switch (t->kind) {
    case TK_IDENT: return !is_word(t, KW_ELSE) && !is_word(t, KW_CATCH);
    case TK_NUMBER:
    case TK_CHAR:
    case TK_STRING:
    case TK_LPAREN:
    case TK_LBRACE:
    case TK_LBRACKET:
    case TK_STAR:
    case TK_AMP:
    case TK_TILDE:
    case TK_PLUSPLUS:
    case TK_MINUSMINUS:
    case TK_COLONCOLON:
    case TK_SEMI:
    case TK_DOT:
    case TK_MINUS:
    case TK_PLUS:
    case TK_NOT:
    case TK_HASH: return true;
    default: return false;
    }
}

/* May a construct begin behind token `prev` (0: start of file)? */
static bool begin_edge(const Scan *s, const Group *g, const FileToken *first)
{
    if (!g->prev)
        return true;
    const FileToken *prev = &s->lf->toks.at[g->prev - 1];
    bool in_block = g->top0 != 0;
    switch (prev->kind) {
    case TK_SEMI:
    case TK_LBRACE:
    case TK_RBRACE:
    case TK_COMMA:
    case TK_COLON: return true;
    case TK_RPAREN: /* if (x) #if ..., or a macro that is a statement of its own */
        return first->kind != TK_LBRACE || in_block;
    case TK_IDENT:
        if (is_word(prev, KW_ELSE) || is_word(prev, KW_DO))
            return true;
        return !is_keyword(prev) && (prev->flags & FT_BOL); /* a macro alone on its line */
    default: return false;
    }
}

/* May the branch whose tokens are from..to end there? after: the token behind the #endif. */
static bool end_edge(const Scan *s, const Group *g, u32 from, u32 to, const FileToken *after)
{
    const FileToken *first = &s->lf->toks.at[from], *last = &s->lf->toks.at[to];
    const FileToken *prev = g->prev ? &s->lf->toks.at[g->prev - 1] : NULL;
    bool in_list = prev && (prev->kind == TK_COMMA || prev->kind == TK_LBRACE);
    switch (last->kind) {
    case TK_SEMI:
    case TK_RBRACE: return true;
    case TK_COMMA: return in_list || (prev && prev->kind == TK_RBRACE);
    case TK_COLON: return true;
    case TK_RPAREN:
        if (in_list && after->kind == TK_RBRACE)
            return true;
        return !is_keyword(first) && after->kind == TK_IDENT && (after->flags & FT_BOL);
    default: return in_list && after->kind == TK_RBRACE;
    }
}

static const FileToken *token_behind(const LexedFile *lf, u32 directive)
{
    u32 i = lf->directives.at[directive].end;
    while (lf->toks.at[i].kind == TK_HASH &&
           (lf->toks.at[i].flags & FT_BOL)) { /* more directives: look behind them */
        u32 d = directive + 1;
        while (d < lf->directives.n && lf->directives.at[d].tok < i)
            d++;
        if (d >= lf->directives.n || lf->directives.at[d].tok != i)
            break;
        directive = d;
        i = lf->directives.at[d].end;
    }
    return &lf->toks.at[i];
}

static u32 depth_of(const Scan *s, u32 node)
{
    return node ? s->nodes.at[node].depth : 0;
}

static void end_branch(Scan *s, Group *g, u32 endif_or_next)
{
    bool has_tokens = s->last_text > g->branch_from;
    if (depth_of(s, s->top) != depth_of(s, g->top0) || g->low < depth_of(s, g->top0))
        g->balanced = false;
    if (has_tokens) {
        /* the first text token of the branch: behind the directives at its start */
        u32 from = g->branch_from;
        const LexedFile *lf = s->lf;
        for (u32 d = g->last; d < lf->directives.n && lf->directives.at[d].tok <= from; d++)
            if (lf->directives.at[d].tok == from)
                from = lf->directives.at[d].end;
        const FileToken *first = &lf->toks.at[from];
        u32 e = endif_or_next;
        while (lf->directives.at[e].next) /* the #endif of the chain, as far as it is linked already */
            e = lf->directives.at[e].next;
        if (!starts_construct(first) || !begin_edge(s, g, first))
            g->edges = false;
        else if (!end_edge(s, g, from, s->last_text - 1, token_behind(lf, e)))
            g->edges = false;
        if (!g->any_kept) {
            g->any_kept = true;
            g->kept_top = s->top;
        }
    }
    s->top = g->top0;
}

static void begin_branch(Scan *s, Group *g, u32 d)
{
    g->branch_from = s->lf->directives.at[d].end;
    g->low = depth_of(s, g->top0);
    g->last = d;
}

static void text_token(Scan *s, u32 i)
{
    const FileToken *t = &s->lf->toks.at[i];
    s->last_text = i + 1;
    switch (t->kind) {
    case TK_LPAREN:
    case TK_LBRACKET:
    case TK_LBRACE: {
        Bracket b = {s->top, depth_of(s, s->top) + 1, t->kind};
        vec_push(&s->nodes, b);
        s->top = s->nodes.n - 1;
        break;
    }
    case TK_RPAREN:
    case TK_RBRACKET:
    case TK_RBRACE:
        if (s->top)
            s->top = s->nodes.at[s->top].below;
        else if (s->groups.n)
            vec_last(&s->groups).balanced = false;
        if (s->groups.n && depth_of(s, s->top) < vec_last(&s->groups).low)
            vec_last(&s->groups).low = depth_of(s, s->top);
        break;
    default: break;
    }
}

static void close_group(Scan *s, u32 endif)
{
    Group g = vec_pop(&s->groups);
    LexedFile *lf = s->lf;
    u8 inner = g.top0 ? s->nodes.at[g.top0].kind : 0;
    bool open = g.balanced && g.edges && inner != TK_LPAREN && inner != TK_LBRACKET;
    lf->directives.at[g.first].open = open;
    for (u32 d = g.first;; d = lf->directives.at[d].next) {
        lf->directives.at[d].endif = endif;
        lf->directives.at[d].open = open;
        if (!lf->directives.at[d].next)
            break;
    }
    if (!open && g.any_kept)
        s->top = g.kept_top;
    if (s->groups.n) {
        Group *outer = &vec_last(&s->groups);
        u32 low = depth_of(s, s->top);
        if (!open && g.low < low)
            low = g.low;
        outer->low = MIN(outer->low, low);
    }
}

static void directive(Scan *s, u32 d)
{
    LexedFile *lf = s->lf;
    Directive *dir = &lf->directives.at[d];
    switch (dir->kind) {
    case DIR_IF:
    case DIR_IFDEF:
    case DIR_IFNDEF: {
        Group g = {
            .first = d, .last = d, .top0 = s->top, .prev = s->last_text, .balanced = true, .edges = true};
        vec_push(&s->groups, g);
        begin_branch(s, &vec_last(&s->groups), d);
        break;
    }
    case DIR_ELIF:
    case DIR_ELIFDEF:
    case DIR_ELIFNDEF:
    case DIR_ELSE:
    case DIR_ENDIF:
        if (!s->groups.n) {
            lf->depth_errors++;
            break;
        }
        Group *g = &vec_last(&s->groups);
        end_branch(s, g, d);
        lf->directives.at[g->last].next = d;
        if (dir->kind == DIR_ENDIF)
            close_group(s, d);
        else
            begin_branch(s, g, d);
        break;
    default: break;
    }
}

/* The token behind an #endif is needed while the chain is still being linked: a first pass links all chains. */
static void link_chains(LexedFile *lf)
{
    VEC(u32) open = {0};
    for (u32 d = 0; d < lf->directives.n; d++) {
        Directive *dir = &lf->directives.at[d];
        if (dir->kind <= DIR_IFNDEF) {
            vec_push(&open, d);
        } else if (dir->kind <= DIR_ENDIF && open.n) {
            lf->directives.at[vec_last(&open)].next = d;
            vec_last(&open) = d;
            if (dir->kind == DIR_ENDIF)
                open.n--;
        }
    }
    vec_release(&open);
}

static bool names_word(const LexedFile *lf, u32 tok, const char *word)
{
    const FileToken *t = &lf->toks.at[tok];
    return t->kind == TK_IDENT && strcmp(sym_str(t->sym), word) == 0;
}

static Sym guard_name(const LexedFile *lf, const Directive *d)
{
    u32 i = d->tok + 2; /* behind "# if" */
    if (d->kind == DIR_IFNDEF)
        return i < d->end && lf->toks.at[i].kind == TK_IDENT ? lf->toks.at[i].sym : 0;
    if (d->kind != DIR_IF || i + 1 >= d->end || lf->toks.at[i].kind != TK_NOT ||
        !names_word(lf, i + 1, "defined"))
        return 0;
    i += 2;
    bool paren = i < d->end && lf->toks.at[i].kind == TK_LPAREN;
    i += paren;
    if (i + 1 + paren != d->end || lf->toks.at[i].kind != TK_IDENT)
        return 0;
    return lf->toks.at[i].sym;
}

static void find_guard(LexedFile *lf)
{
    for (u32 d = 0; d < lf->directives.n && !lf->pragma_once; d++)
        if (lf->directives.at[d].kind == DIR_PRAGMA && names_word(lf, lf->directives.at[d].tok + 2, "once") &&
            lf->directives.at[d].tok + 2 < lf->directives.at[d].end)
            lf->pragma_once = true;
    u32 first = 0; /* a #pragma once may stand before the guard */
    while (first < lf->directives.n && lf->directives.at[first].kind == DIR_PRAGMA)
        first++;
    if (first + 1 >= lf->directives.n)
        return;
    const Directive *d = &lf->directives.at[first];
    u32 before = first ? lf->directives.at[first - 1].end : 0;
    if (d->tok != before || !d->next || lf->directives.at[d->next].kind != DIR_ENDIF)
        return;
    if (lf->toks.at[lf->directives.at[d->next].end].kind != TK_EOF)
        return;
    Sym name = guard_name(lf, d);
    for (u32 k = first + 1; name && k < lf->directives.n && k <= first + 3; k++) {
        const Directive *def = &lf->directives.at[k];
        if (def->kind == DIR_DEFINE && def->tok + 2 < def->end && lf->toks.at[def->tok + 2].sym == name) {
            lf->guard = name;
            return;
        }
    }
}

static void parse_defines(LexedFile *lf, Loc base)
{
    for (u32 d = 0; d < lf->directives.n; d++) {
        Directive *dir = &lf->directives.at[d];
        if (dir->kind != DIR_DEFINE)
            continue;
        MacroDef m;
        if (macro_parse(lf->toks.at, dir->tok + 2, dir->end, base, &lf->arena, &m)) {
            vec_push(&lf->macros, m);
            dir->macro = lf->macros.n;
        }
    }
}

void lex_directives(LexedFile *lf, const SourceFile *sf)
{
    if (!lf->directives.n)
        return;
    Scan s = {.lf = lf};
    Bracket none = {0};
    vec_push(&s.nodes, none);
    link_chains(lf);
    u32 i = 0;
    for (u32 d = 0; d < lf->directives.n; d++) {
        for (; i < lf->directives.at[d].tok; i++)
            text_token(&s, i);
        directive(&s, d);
        i = lf->directives.at[d].end;
    }
    while (s.groups.n) { /* unterminated: never open */
        Group g = vec_pop(&s.groups);
        lf->depth_errors++;
        for (u32 d = g.first;; d = lf->directives.at[d].next) {
            lf->directives.at[d].endif = lf->directives.n;
            lf->directives.at[d].open = false;
            if (!lf->directives.at[d].next)
                break;
        }
    }
    find_guard(lf);
    parse_defines(lf, sf->base);
    vec_release(&s.nodes);
    vec_release(&s.groups);
}
