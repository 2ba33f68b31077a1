/*
 * Statements, and recovery inside function bodies: what cannot be read costs the statement, not the function.
 * Runs of labels and else-if chains are read by loops. Private to the parser.
 */
#include "syntax/parse_priv.h"
#include "syntax/written.h"

static NodeId statement(Parser *p);

/* ---- recovery ---- */

/* Behind the unreadable statement at `begin`. A block that follows a head is left to be read as a statement of its own. */
static u32 statement_end(const Parser *p, u32 begin)
{
    if (p->k[begin] == KW_ELSE)
        return ps_next(p, begin);
    u8 before = TK_SEMI;
    for (u32 i = begin;; before = p->k[i], i = ps_next(p, i)) {
        switch (p->k[i]) {
        case TK_EOF:
        case TK_RBRACE:
        case TK_PP_ELSE:
        case TK_PP_ENDIF:
            return i;
        case TK_PP_IF:
            if (i > begin)
                return i;
            break;
        case TK_SEMI:
            return ps_next(p, i);
        case TK_LBRACE:
            if (i == begin)
                return p->match[i] ? ps_next(p, p->match[i]) : p->n - 1;
            if (before == TK_RPAREN || before == TK_IDENT || before == KW_ELSE || before == KW_DO || before == KW_TRY)
                return i;
            i = p->match[i] ? p->match[i] : i;
            break;
        case TK_LPAREN:
        case TK_LBRACKET:
            i = p->match[i] ? p->match[i] : i;
            break;
        default:
            break;
        }
    }
}

bool ps_read_written(Parser *p, u32 begin, u32 end, Kids *out, PsItem *item, Ctx ctx)
{
    u32 vb, ve;
    Unit *u = p->u;
    if (!ps_view_is_whole(p, begin, end) || !written_view(u, begin, end, &vb, &ve))
        return false;
    ps_cover(p, vb);
    u32 eof = p->eof, unread = u->n_unread, statements = u->n_statements, skips = u->skips.n;
    Mark m = ps_mark(p);
    Kids kids = {0, 0};
    p->eof = ve;
    p->in_view = true;
    ps_seek(p, vb);
    bool good = true;
    while (p->kind != TK_EOF && good && !p->failed) {
        u32 at = p->pos;
        item(p, &kids, ctx);
        good = p->pos != at && kids.last && ps_node(p, kids.last)->kind != N_UNREAD;
    }
    good = good && p->pos >= ve && !p->failed && kids.first;
    p->eof = eof;
    p->in_view = false;
    if (!good) {
        ps_rewind(p, &m);
        u->n_unread = unread;
        u->n_statements = statements;
        u->skips.n = skips;
        return false;
    }
    for (NodeId n = kids.first; n;) {
        NodeId next = ps_node(p, n)->next;
        ps_kid(p, out, n);
        n = next;
    }
    ps_seek(p, end);
    p->prev = end - 1;
    u->n_written_bodies++;
    return true;
}

void ps_stmt_item(Parser *p, Kids *out, Ctx ctx)
{
    Kids old = *out;
    if (p->kind == TK_PP_IF) {
        ps_alternatives(p, out, ps_stmt_item, ctx);
        if (!p->failed)
            return;
    } else if (ps_at_branch_end(p)) {
        ps_drop_marker(p);
        return;
    } else if (p->kind == TK_RBRACE) { /* only in a branch: leave it to whoever owns the block */
        return;
    }
    for (u32 tries = 0;; tries++) {
        u32 unread = p->u->n_unread, statements = p->u->n_statements, skips = p->u->skips.n;
        Mark m = ps_mark(p);
        NodeId n = p->failed ? 0 : statement(p);
        if (!p->failed) {
            ps_kid(p, out, n);
            return;
        }
        u32 end = statement_end(p, m.pos), at = p->fail_pos;
        ps_rewind(p, &m);
        ps_unkid(p, out, old);
        u8 k = p->k[at];
        if (tries < 2 && k >= TK_PP_IF && k <= TK_PP_ENDIF && ps_flatten_range(p, m.pos, MAX(end, at + 1))) {
            ps_seek(p, m.pos);
            continue;
        }
        p->u->n_unread = unread;
        p->u->n_statements = statements;
        p->u->skips.n = skips;
        if (end <= m.pos) {
            if (p->kind == TK_RBRACE || p->kind == TK_EOF || ps_at_branch_end(p))
                return;
            end = ps_next(p, m.pos);
        }
        if (m.depth >= LIMIT_PARSE_DEPTH || !ps_read_written(p, m.pos, end, out, ps_stmt_item, CTX_BLOCK)) {
            p->u->n_statements++;
            ps_kid(p, out, ps_unread(p, m.pos, end, UNREAD_STMT, false));
        }
        return;
    }
}

NodeId ps_stmt(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    while (!kids.first && p->kind != TK_EOF && p->kind != TK_RBRACE && !ps_at_branch_end(p) && !p->failed)
        ps_stmt_item(p, &kids, CTX_BLOCK);
    if (!kids.first) {
        NodeId n = ps_leaf(p, N_EMPTY, begin, begin);
        ps_node(p, n)->end = begin;
        return n;
    }
    if (kids.first == kids.last)
        return kids.first;
    return ps_make(p, N_COMPOUND, begin, begin, kids);
}

NodeId ps_compound(Parser *p)
{
    u32 begin = p->pos, scope = p->undo.n;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    Kids kids = {0, 0};
    ps_expect(p, TK_LBRACE);
    if (ps_enter(p)) {
        p->no_gt = p->no_brace = false;
        while (p->kind != TK_RBRACE && p->kind != TK_EOF)
            ps_stmt_item(p, &kids, CTX_BLOCK);
    }
    ps_leave(p);
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    if (!p->failed) {
        ps_scope_pop(p, scope);
        ps_accept(p, TK_RBRACE);
    }
    return ps_make(p, N_COMPOUND, begin, begin, kids);
}

/* ---- heads ---- */

/* The ';' of a statement; it may be missing when macros made what is in front of it. */
static void semicolon(Parser *p)
{
    if (ps_accept(p, TK_SEMI))
        return;
    if ((p->kind == TK_RBRACE || ps_at_branch_end(p) || p->kind == TK_EOF) && !p->failed &&
        (p->u->toks.at[p->prev].exp || p->in_view))
        return;
    ps_fail(p);
}

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

NodeId ps_condition(Parser *p, NodeId *init)
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

/* Appends a last child to a node made earlier. */
static void append(Parser *p, NodeId parent, NodeId child)
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

static NodeId if_statement(Parser *p)
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
        if (p->kind == KW_CONSTEXPR || (p->cxx && p->kind == TK_IDENT && ps_spelt_like(ps_sym(p), "constexpr"))) {
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
            NodeId cond = ps_condition(p, &init);
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
        append(p, n, last);
        last = n;
    }
    return last;
}

static NodeId while_statement(Parser *p, NodeKind kind)
{
    u32 begin = p->pos, scope = p->undo.n;
    NodeId init = 0;
    ps_adv(p);
    NodeId cond = ps_condition(p, kind == N_SWITCH ? &init : NULL);
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

static NodeId do_statement(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    NodeId body = ps_stmt(p);
    ps_expect(p, KW_WHILE);
    NodeId cond = p->failed ? 0 : ps_condition(p, NULL);
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
        ps_kid(p, kids, p->cxx && ps_look_decl(p, CTX_COND) ? ps_simple_declaration(p, CTX_COND) : ps_expr(p));
    ps_expect(p, TK_SEMI);
    if (p->kind == TK_RPAREN)
        ps_kid_none(p, kids);
    else
        ps_kid(p, kids, ps_expr(p));
    return N_FOR;
}

static NodeId for_statement(Parser *p)
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

/* ---- labels ---- */

static bool at_label(Parser *p)
{
    if (p->kind == KW_CASE || p->kind == KW_DEFAULT)
        return true;
    if (p->kind != TK_IDENT)
        return false;
    u32 i = ps_next(p, p->pos);
    if (p->k[i] == TK_LPAREN && p->match[i]) /* a label whose name a macro makes */
        i = ps_behind(p, i);
    return p->k[i] == TK_COLON && p->k[ps_next(p, i)] != TK_COLON;
}

static NodeId labelled(Parser *p)
{
    u32 base = p->pending.n;
    do {
        u32 begin = p->pos;
        NodeId n;
        p->u->n_statements++;
        if (p->kind == KW_CASE) {
            ps_adv(p);
            Kids kids = {0, 0};
            ps_kid(p, &kids, ps_constant(p));
            if (ps_accept(p, TK_ELLIPSIS))
                ps_kid(p, &kids, ps_constant(p));
            else
                ps_kid_none(p, &kids);
            ps_expect(p, TK_COLON);
            n = ps_make(p, N_CASE, begin, begin, kids);
        } else {
            bool dflt = p->kind == KW_DEFAULT;
            Sym s = ps_sym(p);
            ps_adv(p);
            if (p->kind == TK_LPAREN)
                ps_seek(p, ps_behind(p, p->pos));
            ps_expect(p, TK_COLON);
            n = ps_leaf(p, dflt ? N_DEFAULT : N_LABEL, begin, begin);
            if (!dflt)
                ps_node(p, n)->a = s;
        }
        if (p->failed)
            return 0;
        vec_push(&p->pending, n);
        while (p->kind == KW_ATTRIBUTE && ps_peek(p) == TK_LPAREN && ps_behind(p, ps_next(p, p->pos)) &&
               !ps_has(p->k[ps_behind(p, ps_next(p, p->pos))], KP_SPEC))
            ps_seek(p, ps_behind(p, ps_next(p, p->pos)));
    } while (at_label(p));
    bool bare = p->kind == TK_RBRACE || ps_at_branch_end(p) || p->kind == TK_EOF;
    NodeId body = bare ? ps_none(p) : ps_stmt(p);
    if (p->failed)
        return 0;
    while (p->pending.n > base) {
        NodeId n = vec_pop(&p->pending);
        append(p, n, body);
        body = n;
    }
    return body;
}

/* ---- macros that stand as statements ---- */

static NodeId args_node(Parser *p, NodeId call)
{
    Node *c = ps_node(p, call);
    u32 open = c->tok, end = c->end;
    NodeId first = ps_node(p, c->first)->next;
    NodeId a = ps_make(p, N_ARGS, open, open, (Kids){first, first});
    ps_node(p, a)->end = end;
    return a;
}

static bool loop_name(const Parser *p, Sym s)
{
    if (p->names && names_have(p->names, s, NF_LOOP_MACRO))
        return true;
    return ps_spelt_like(s, "foreach") || ps_spelt_like(s, "for_each") || ps_spelt_like(s, "forever") ||
           ps_spelt_like(s, "_for_");
}

/* `e`, a NAME or a call of one, stands where a statement stands, with no ';' behind it. */
static NodeId macro_statement(Parser *p, u32 begin, NodeId e)
{
    Sym s = ps_node(p, e)->kind == N_CALL ? ps_node(p, ps_node(p, e)->first)->a : ps_node(p, e)->a;
    NodeId args = ps_node(p, e)->kind == N_CALL ? args_node(p, e) : ps_none(p);
    NodeId n;
    bool ends = p->kind == TK_RBRACE || p->kind == TK_EOF || ps_at_branch_end(p);
    if (p->kind == TK_LBRACE || (!ends && loop_name(p, s))) {
        NodeId body = ps_stmt(p);
        if (p->failed)
            return 0;
        n = ps_make(p, N_MACRO_LOOP, begin, begin, ps_kids2(p, args, body));
    } else {
        n = ps_make(p, N_MACRO_STMT, begin, begin, ps_kids1(args));
    }
    ps_node(p, n)->a = s;
    return n;
}

/* A macro in front of a statement that an expression would swallow: FOO(x) *p = 1; on two lines, FOO { */
static bool macro_ahead(Parser *p)
{
    if (p->kind != TK_IDENT)
        return false;
    u32 i = ps_next(p, p->pos);
    u8 k = p->k[i];
    Sym s = ps_sym(p);
    if (k == TK_LBRACE)
        return !p->cxx || ps_caps(s) || loop_name(p, s) || (p->names && names_have(p->names, s, NF_STMT_MACRO)) ||
               (s < p->n_bind && (p->bind[s] & B_WORD));
    if (k == TK_LPAREN) {
        i = ps_behind(p, i);
        k = i ? p->k[i] : TK_EOF;
    }
    if (k != TK_STAR && k != TK_LPAREN && k != TK_AMP && k != TK_PLUSPLUS && k != TK_MINUSMINUS && k != TK_LBRACE &&
        k != TK_LBRACKET)
        return false;
    if (k == TK_LBRACE)
        return ps_kind_at(p, ps_next(p, p->pos)) == TK_LPAREN && !ps_is_type(p, s);
    bool known = p->names && names_have(p->names, s, NF_STMT_MACRO | NF_LOOP_MACRO);
    return known || ((p->u->toks.at[i].flags & UT_BOL) && ps_caps(s) && !ps_is_value(p, s));
}

static NodeId read_macro(Parser *p)
{
    u32 begin = p->pos;
    Sym s = ps_sym(p);
    ps_adv(p);
    NodeId e = ps_leaf(p, N_NAME, begin, begin);
    ps_node(p, e)->a = s;
    if (p->kind == TK_LPAREN) {
        Kids kids = ps_kids1(e);
        u32 open = p->pos;
        ps_args(p, &kids);
        e = ps_make(p, N_CALL, begin, open, kids);
    }
    return p->failed ? 0 : macro_statement(p, begin, e);
}

static NodeId expression_statement(Parser *p)
{
    u32 begin = p->pos;
    if (macro_ahead(p))
        return read_macro(p);
    NodeId e = ps_expr(p);
    if (ps_accept(p, TK_SEMI))
        return ps_make(p, N_EXPR_STMT, begin, begin, ps_kids1(e));
    if (p->failed)
        return 0;
    const Node *x = ps_node(p, e);
    if (x->kind == N_NAME || (x->kind == N_CALL && ps_node(p, x->first)->kind == N_NAME)) {
        u8 k = p->kind;
        if (ps_has(k, KP_SPEC | KP_STMT | KP_OPERAND) || k == TK_RBRACE || k == TK_LBRACE || k == TK_EOF ||
            (k >= TK_PP_IF && k <= TK_PP_ENDIF) || k == TK_COLONCOLON || k == KW_USING || k == KW_THROW)
            return macro_statement(p, begin, e);
    }
    semicolon(p);
    return ps_make(p, N_EXPR_STMT, begin, begin, ps_kids1(e));
}

/* ---- the rest ---- */

static NodeId asm_statement(Parser *p)
{
    u32 begin = p->pos, flags = 0;
    Kids kids = {0, 0};
    ps_adv(p);
    while (p->kind == KW_VOLATILE || p->kind == KW_GOTO || p->kind == KW_INLINE) {
        if (p->kind == KW_GOTO)
            flags = ASM_GOTO;
        ps_adv(p);
    }
    u32 close = p->match[p->pos];
    if (!close || (p->kind != TK_LPAREN && p->kind != TK_LBRACE))
        return ps_fail(p);
    if (p->kind == TK_LPAREN) {
        ps_adv(p);
        while (p->pos < close && !p->failed) {
            bool text = p->kind == TK_STRING;
            ps_adv(p);
            if (!text || p->kind != TK_LPAREN || !p->match[p->pos])
                continue;
            u32 behind = ps_behind(p, p->pos);
            Mark m = ps_mark(p);
            ps_adv(p);
            NodeId e = ps_expr(p);
            if (p->failed || p->kind != TK_RPAREN)
                ps_rewind(p, &m);
            else
                ps_kid(p, &kids, e);
            ps_seek(p, behind);
        }
    }
    ps_seek(p, close);
    ps_adv(p);
    ps_accept(p, TK_SEMI);
    NodeId n = ps_make(p, N_ASM, begin, begin, kids);
    ps_node(p, n)->flags = flags;
    return n;
}

static NodeId try_statement(Parser *p, NodeId *inits)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    NodeId early = 0;
    ps_adv(p);
    if (inits && p->kind == TK_COLON)
        early = ps_ctor_inits(p);
    if (p->kind != TK_LBRACE)
        return ps_fail(p);
    ps_kid(p, &kids, ps_compound(p));
    while (p->kind == KW_CATCH) {
        u32 at = p->pos, scope = p->undo.n;
        ps_adv(p);
        ps_expect(p, TK_LPAREN);
        NodeId param;
        if (ps_accept(p, TK_ELLIPSIS))
            param = ps_none(p);
        else
            param = ps_param(p, CTX_PARAM);
        ps_expect(p, TK_RPAREN);
        if (p->failed)
            return 0;
        NodeId body = ps_compound(p);
        if (p->failed)
            return 0;
        ps_scope_pop(p, scope);
        ps_kid(p, &kids, ps_make(p, N_CATCH, at, at, ps_kids2(p, param, body)));
    }
    if (early && inits)
        *inits = early;
    return ps_make(p, N_TRY, begin, begin, kids);
}

NodeId ps_body(Parser *p, NodeId *inits)
{
    return p->kind == KW_TRY ? try_statement(p, inits) : ps_compound(p);
}

static NodeId jump(Parser *p, NodeKind kind)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    Sym label = 0;
    Kids kids = {0, 0};
    ps_adv(p);
    if (kind == N_GOTO) {
        if (p->kind == TK_IDENT && ps_peek(p) == TK_SEMI) {
            label = ps_sym(p);
            ps_adv(p);
            ps_kid_none(p, &kids);
        } else if (ps_accept(p, TK_STAR)) {
            ps_kid(p, &kids, ps_expr(p));
        } else {
            ps_kid(p, &kids, ps_expr(p));
        }
    } else if (kind == N_RETURN) {
        if (p->kind == TK_SEMI || p->kind == TK_RBRACE)
            ps_kid_none(p, &kids);
        else
            ps_kid(p, &kids, p->kind == TK_LBRACE ? ps_init_list(p) : ps_expr(p));
    }
    semicolon(p);
    NodeId n = ps_make(p, kind, begin, begin, kids);
    ps_node(p, n)->op = kind == N_RETURN ? op : 0;
    ps_node(p, n)->a = label;
    return n;
}

static NodeId local_labels(Parser *p)
{
    u32 begin = p->pos;
    while (p->kind != TK_SEMI && p->kind != TK_EOF && p->kind != TK_RBRACE)
        ps_adv(p);
    ps_expect(p, TK_SEMI);
    return ps_leaf(p, N_LOCAL_LABELS, begin, begin);
}

static NodeId declaration_statement(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_declaration(p, &kids, CTX_BLOCK);
    if (p->failed)
        return 0;
    if (kids.first == kids.last)
        return kids.first;
    return ps_make(p, N_COMPOUND, begin, begin, kids);
}

/* Words that Qt and others define away or use as keywords. */
static NodeId word_statement(Parser *p, bool *done)
{
    *done = false;
    u8 next = ps_peek(p);
    bool emit = ps_word_at(p, p->pos, W_EMIT) || ps_word_at(p, p->pos, W_Q_EMIT);
    if (!emit || (next != TK_IDENT && next != KW_THIS && next != TK_COLONCOLON))
        return 0;
    *done = true;
    u32 begin = p->pos;
    ps_adv(p);
    NodeId e = ps_expr(p);
    semicolon(p);
    return ps_make(p, N_EXPR_STMT, begin, begin, ps_kids1(e));
}

static NodeId statement_in(Parser *p)
{
    u32 begin = p->pos;
    switch (p->kind) {
    case TK_LBRACE:
        p->u->n_statements++;
        return ps_compound(p);
    case TK_SEMI:
        p->u->n_statements++;
        ps_adv(p);
        return ps_leaf(p, N_EMPTY, begin, begin);
    case KW_IF:
        return if_statement(p); /* counts each of a chain */
    case KW_CASE:
    case KW_DEFAULT:
        return labelled(p);
    default:
        break;
    }
    if (p->kind == TK_IDENT && at_label(p))
        return labelled(p);
    p->u->n_statements++;
    switch (p->kind) {
    case KW_WHILE:
        return while_statement(p, N_WHILE);
    case KW_SWITCH:
        return while_statement(p, N_SWITCH);
    case KW_DO:
        return do_statement(p);
    case KW_FOR:
        return for_statement(p);
    case KW_GOTO:
        return jump(p, N_GOTO);
    case KW_BREAK:
        return jump(p, N_BREAK);
    case KW_CONTINUE:
        return jump(p, N_CONTINUE);
    case KW_RETURN:
    case KW_CO_RETURN:
        return jump(p, N_RETURN);
    case KW_TRY:
        return try_statement(p, NULL);
    case KW_ASM:
        return asm_statement(p);
    case KW_LABEL:
        return local_labels(p);
    case KW_STATIC_ASSERT:
        return ps_static_assert(p);
    case KW_ELSE:
    case KW_CATCH:
        return ps_fail(p);
    case KW_USING:
    case KW_NAMESPACE:
    case KW_TEMPLATE:
        p->u->n_statements--;
        return declaration_statement(p);
    case KW_ATTRIBUTE: {
        u32 open = ps_next(p, begin), b = p->k[open] == TK_LPAREN ? ps_behind(p, open) : 0;
        if (b && p->k[b] == TK_SEMI) {
            ps_seek(p, b);
            ps_adv(p);
            return ps_leaf(p, N_EMPTY, begin, begin);
        }
        break;
    }
    case TK_LBRACKET:
        if (ps_peek(p) == TK_LBRACKET && ps_behind(p, begin)) { /* [[fallthrough]]; [[likely]] statement */
            u32 b = ps_behind(p, begin);
            if (p->k[b] == TK_SEMI || ps_has(p->k[b], KP_STMT) || p->k[b] == TK_LBRACE) {
                ps_seek(p, b);
                p->prev = b - 1;
                p->u->n_statements--;
                NodeId n = statement(p);
                if (!p->failed)
                    ps_node(p, n)->begin = begin;
                return n;
            }
        }
        break;
    case KW_EXTENSION:
        if (ps_has(p->k[ps_next(p, begin)], KP_SPEC)) {
            ps_adv(p);
            p->u->n_statements--;
            return declaration_statement(p);
        }
        break;
    case TK_IDENT: {
        bool done;
        NodeId n = word_statement(p, &done);
        if (done)
            return n;
        break;
    }
    default:
        break;
    }
    if (ps_look_decl(p, CTX_BLOCK)) {
        p->u->n_statements--; /* the declaration counts itself */
        return declaration_statement(p);
    }
    return expression_statement(p);
}

static NodeId statement(Parser *p)
{
    NodeId n = 0;
    if (ps_enter(p))
        n = statement_in(p);
    ps_leave(p);
    return n;
}
