/*
 * Selection and iteration statements and their conditions; else-if chains are read by a loop. Private to the parser.
 */
#include "syntax/parse_priv.h"
#include "syntax/written.h"

/* ---- conditions ---- */

static NodeId condition_parts(Parser *p, NodeId *init)
{
    u32 begin = p->pos;
    NodeId n;
    if (p->cxx && p->kind == KW_USING) {
        Kids kids = {0, 0};
        ps_declaration(p, &kids, CTX_BLOCK);
        *init = kids.first;
        n = ps_expr(p);
        return n;
    }
    if (init && p->kind == TK_SEMI) {
        *init = ps_leaf(p, N_EMPTY, begin, begin);
        ps_adv(p);
        return ps_expr(p);
    }
    if (ps_look_decl(p, CTX_COND) || (init && p->cxx && ps_look_decl(p, CTX_BLOCK))) {
        n = ps_simple_declaration(p, CTX_COND);
    } else {
        n = ps_expr(p);
    }
    if (init && p->kind == TK_SEMI) {
        ps_adv(p);
        *init = ps_node(p, n)->kind == N_DECL ? n : ps_make(p, N_EXPR_STMT, begin, begin, ps_kids1(n));
        n = ps_look_decl(p, CTX_COND) ? ps_simple_declaration(p, CTX_COND) : ps_expr(p);
    }
    return n;
}

/* '(' condition ')' of if, while, switch; `init` takes the init-statement of C++. */
static NodeId condition(Parser *p, NodeId *init)
{
    if (init)
        *init = 0;
    u32 open = p->pos, close = p->match[open];
    if (p->kind != TK_LPAREN) { /* if MACRO(x) */
        bool no_brace = p->no_brace;
        p->no_brace = true;
        NodeId n = ps_cast_expr(p);
        p->no_brace = no_brace;
        return n;
    }
    ps_adv(p);
    for (u32 tries = 0;; tries++) {
        Mark m = ps_mark(p);
        NodeId n = condition_parts(p, init);
        if (!p->failed && p->kind == TK_RPAREN) {
            ps_adv(p);
            return n;
        }
        if (!close || m.pos == close || m.depth >= LIMIT_PARSE_DEPTH)
            return ps_fail(p);
        ps_rewind(p, &m);
        if (init)
            *init = 0;
        if (!tries && ps_flatten_range(p, m.pos, close)) {
            ps_seek(p, m.pos);
            continue;
        }
        if (!p->in_view && ps_has_expansion(p, m.pos, close)) {
            u32 vb, ve;
            if (ps_view_is_whole(p, m.pos, close) && written_view(p->u, m.pos, close, &vb, &ve)) {
                ps_cover(p, vb);
                u32 eof = p->eof;
                p->eof = ve;
                p->in_view = true;
                ps_seek(p, vb);
                n = ps_expr(p);
                bool good = !p->failed && p->pos == ve;
                p->in_view = false;
                p->eof = eof;
                if (good) {
                    p->u->n_written_bodies++;
                    ps_seek(p, close);
                    ps_adv(p);
                    return n;
                }
                ps_rewind(p, &m);
            }
        }
        n = ps_unread(p, m.pos, close, UNREAD_EXPR, false);
        ps_seek(p, close);
        ps_adv(p);
        return n;
    }
}

/* ---- selection, iteration ---- */

void ps_append(Parser *p, NodeId parent, NodeId child)
{
    NodeId c = ps_node(p, parent)->first;
    if (!c) {
        ps_node(p, parent)->first = child;
    } else {
        while (ps_node(p, c)->next)
            c = ps_node(p, c)->next;
        ps_node(p, c)->next = child;
    }
    if (ps_node(p, child)->kind != N_NONE && p->prev + 1 > ps_node(p, parent)->end)
        ps_node(p, parent)->end = p->prev + 1;
}

/* At a group of markers in front of `else`, which no alternative can hold. */
static void open_else_group(Parser *p)
{
    if (p->kind != TK_PP_IF)
        return;
    for (u32 at = p->pos; p->k[at] != TK_PP_ENDIF; at = p->match[at]) {
        if (p->k[ps_next(p, at)] == KW_ELSE) {
            ps_flatten(p, p->pos);
            ps_seek(p, p->pos);
            return;
        }
    }
}

NodeId ps_if_statement(Parser *p)
{
    u32 base = p->pending.n, scope = p->undo.n;
    NodeId last = 0;
    for (;;) {
        u32 begin = p->pos;
        Kids kids = {0, 0};
        u32 flags = 0;
        NodeId init = 0;
        p->u->n_statements++;
        ps_adv(p);
        if (p->kind == KW_CONSTEXPR ||
            (p->cxx && p->kind == TK_IDENT && ps_spelt_like(ps_sym(p), "constexpr"))) {
            flags = IF_CONSTEXPR;
            ps_adv(p);
        }
        if (p->cxx && (p->kind == KW_CONSTEVAL || (p->kind == TK_NOT && ps_peek(p) == KW_CONSTEVAL))) {
            ps_accept(p, TK_NOT);
            u32 at = p->pos;
            ps_adv(p);
            ps_kid_none(p, &kids);
            ps_kid(p, &kids, ps_leaf(p, N_BOOL_LIT, at, at));
            flags = IF_CONSTEXPR;
        } else {
            NodeId cond = condition(p, &init);
            ps_kid(p, &kids, init ? init : ps_none(p));
            ps_kid(p, &kids, cond);
        }
        if (!p->failed)
            ps_kid(p, &kids, ps_stmt(p));
        if (p->failed)
            return 0;
        NodeId n = ps_make(p, N_IF, begin, begin, kids);
        ps_node(p, n)->flags = flags;
        vec_push(&p->pending, n);
        open_else_group(p);
        if (p->kind != KW_ELSE)
            break;
        ps_adv(p);
        if (p->kind != KW_IF) {
            last = ps_stmt(p);
            if (p->failed)
                return 0;
            break;
        }
    }
    ps_scope_pop(p, scope);
    if (!last)
        last = ps_none(p);
    while (p->pending.n > base) {
        NodeId n = vec_pop(&p->pending);
        ps_append(p, n, last);
        last = n;
    }
    return last;
}

NodeId ps_while_statement(Parser *p, NodeKind kind)
{
    u32 begin = p->pos, scope = p->undo.n;
    NodeId init = 0;
    ps_adv(p);
    NodeId cond = condition(p, kind == N_SWITCH ? &init : NULL);
    Kids kids = {0, 0};
    if (kind == N_SWITCH)
        ps_kid(p, &kids, init ? init : ps_none(p));
    ps_kid(p, &kids, cond);
    if (!p->failed)
        ps_kid(p, &kids, ps_stmt(p));
    if (p->failed)
        return 0;
    ps_scope_pop(p, scope);
    return ps_make(p, kind, begin, begin, kids);
}

NodeId ps_do_statement(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    NodeId body = ps_stmt(p);
    ps_expect(p, KW_WHILE);
    NodeId cond = p->failed ? 0 : condition(p, NULL);
    NodeId n = ps_make(p, N_DO, begin, begin, ps_kids2(p, body, cond));
    if (ps_accept(p, TK_SEMI))
        ps_node(p, n)->end = p->prev + 1;
    return n;
}

/* Between the parentheses of `for`; the kids are init, cond, step, or for a range init, DECL, range. */
static NodeKind for_head(Parser *p, Kids *kids)
{
    u32 begin = p->pos;
    NodeId init;
    for (bool again = false;; again = true) {
        if (p->kind == TK_SEMI) {
            init = ps_none(p);
        } else if (ps_look_decl(p, CTX_FOR)) {
            init = ps_simple_declaration(p, CTX_FOR);
            if (p->kind == TK_COLON) {
                ps_adv(p);
                if (!again)
                    ps_kid_none(p, kids);
                ps_kid(p, kids, init);
                ps_kid(p, kids, ps_initializer(p));
                return N_FOR_RANGE;
            }
        } else {
            NodeId e = ps_expr(p);
            init = ps_make(p, N_EXPR_STMT, begin, begin, ps_kids1(e));
        }
        ps_expect(p, TK_SEMI);
        ps_kid(p, kids, init);
        /* for (init; T x : range) */
        if (!p->cxx || again || !ps_look_decl(p, CTX_FOR))
            break;
        u32 i = p->pos, close = 0;
        for (u32 steps = 0; steps < LIMIT_DECL_LOOKAHEAD && !close; steps++, i = ps_next(p, i)) {
            if (p->k[i] == TK_COLON)
                close = i;
            if (p->k[i] == TK_SEMI || p->k[i] == TK_RPAREN || p->k[i] == TK_EOF)
                break;
            if (p->match[i] > i)
                i = p->match[i];
        }
        if (!close)
            break;
    }
    if (p->kind == TK_SEMI)
        ps_kid_none(p, kids);
    else
        ps_kid(p, kids,
               p->cxx && ps_look_decl(p, CTX_COND) ? ps_simple_declaration(p, CTX_COND) : ps_expr(p));
    ps_expect(p, TK_SEMI);
    if (p->kind == TK_RPAREN)
        ps_kid_none(p, kids);
    else
        ps_kid(p, kids, ps_expr(p));
    return N_FOR;
}

NodeId ps_for_statement(Parser *p)
{
    u32 begin = p->pos, scope = p->undo.n;
    ps_adv(p);
    if (p->kind == KW_CO_AWAIT)
        ps_adv(p);
    u32 close = p->match[p->pos];
    ps_expect(p, TK_LPAREN);
    Mark m = ps_mark(p);
    Kids kids = {0, 0};
    NodeKind kind = for_head(p, &kids);
    if (!p->failed && p->kind != TK_RPAREN)
        ps_fail(p);
    if (p->failed && close && m.depth < LIMIT_PARSE_DEPTH && !ps_has_expansion(p, m.pos, close)) {
        ps_rewind(p, &m);
        if (ps_flatten_range(p, m.pos, close))
            ps_seek(p, m.pos);
        kids = (Kids){0, 0};
        ps_kid_none(p, &kids);
        ps_kid(p, &kids, ps_unread(p, m.pos, close, UNREAD_EXPR, false));
        ps_kid_none(p, &kids);
        ps_seek(p, close);
        kind = N_FOR;
    }
    ps_expect(p, TK_RPAREN);
    if (!p->failed)
        ps_kid(p, &kids, ps_stmt(p));
    if (p->failed)
        return 0;
    ps_scope_pop(p, scope);
    return ps_make(p, kind, begin, begin, kids);
}
