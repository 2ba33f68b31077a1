/*
 * Type names, arguments and initialisers: the lists inside expressions, whose elements recover one by one.
 * Private to the parser.
 */
#include "syntax/parse_priv.h"

/* ---- types in expressions ---- */

NodeId ps_type_name(Parser *p, Ctx ctx)
{
    u32 begin = p->pos;
    Specs s;
    Dtor d;
    ps_specs(p, ctx, &s);
    NodeId dtor = ps_declarator(p, ctx, &d);
    return ps_make(p, N_TYPE_NAME, begin, begin, ps_kids2(p, s.node, dtor));
}

NodeId ps_type_or_expr(Parser *p, bool angle)
{
    if (ps_look_type_arg(p, p->pos, angle))
        return ps_type_name(p, CTX_TYPE);
    if (p->kind == TK_LBRACE)
        return ps_init_list(p);
    return ps_assign(p);
}

/* ---- arguments ---- */

u32 ps_argument_end(const Parser *p, u32 i, u32 close)
{
    while (i < close && p->k[i] != TK_COMMA) {
        if ((p->k[i] == TK_LPAREN || p->k[i] == TK_LBRACKET || p->k[i] == TK_LBRACE) && p->match[i] &&
            p->match[i] < close)
            i = p->match[i];
        i = ps_next(p, i);
    }
    return i;
}

/* Is the argument or element at the cursor a type? */
static bool argument_is_type(Parser *p)
{
    if (p->kind == TK_IDENT) {
        u8 n = ps_peek(p);
        if (n == TK_COMMA || n == TK_RPAREN)
            return ps_is_type(p, ps_sym(p));
        if (n != TK_STAR && !(p->cxx && (n == TK_COLONCOLON || n == TK_LT || n == TK_AMP)))
            return false;
        return ps_look_type_arg(p, p->pos, false);
    }
    return ps_has(p->kind, KP_SPEC) && ps_look_type_arg(p, p->pos, false);
}

/* One argument; an empty one is NONE. */
static NodeId argument(Parser *p)
{
    if (p->kind == TK_COMMA || p->kind == TK_RPAREN)
        return ps_none(p);
    u32 begin = p->pos;
    NodeId n;
    if (argument_is_type(p))
        n = ps_type_name(p, CTX_TYPE);
    else if (p->kind == TK_LBRACE)
        n = ps_init_list(p);
    else
        n = ps_assign(p);
    if (p->kind == TK_ELLIPSIS && p->cxx) {
        ps_adv(p);
        n = ps_make(p, N_PACK, begin, p->prev, ps_kids1(n));
    }
    return n;
}

/* An argument that only a macro can take, as statements or a declaration: IF_X(a = 1;), FOREACH(T *x, list). */
static NodeId statement_argument(Parser *p, u32 end)
{
    u32 begin = p->pos;
    bool plausible = ps_has(p->kind, KP_STMT | KP_SPEC) || p->kind == TK_LBRACE || ps_look_decl(p, CTX_PARAM);
    for (u32 i = begin; i < end && !plausible; i = ps_next(p, i)) {
        plausible = p->k[i] == TK_SEMI;
        if (p->match[i] > i && p->match[i] < end)
            i = p->match[i];
    }
    if (!plausible)
        return 0;
    u8 behind = p->k[end];
    u32 unread = p->u->n_unread, eof = p->eof;
    bool in_view = p->in_view;
    p->k[end] = TK_EOF;
    p->eof = end;
    p->in_view = true; /* forgives the missing ';' at the end */
    Kids kids = {0, 0};
    while (p->kind != TK_EOF && !p->failed) {
        u32 at = p->pos;
        ps_stmt_item(p, &kids, CTX_BLOCK);
        if (p->pos == at)
            break;
    }
    bool good = p->pos == end && !p->failed && p->u->n_unread == unread && kids.first;
    p->k[end] = behind;
    p->eof = eof;
    p->in_view = in_view;
    p->kind = p->k[p->pos];
    return !good ? 0 : kids.first == kids.last ? kids.first : ps_make(p, N_COMPOUND, begin, begin, kids);
}

void ps_args(Parser *p, Kids *kids)
{
    u32 open = p->pos, close = p->match[open];
    bool no_gt = p->no_gt, no_brace = p->no_brace, flat = false;
    p->no_gt = p->no_brace = false;
    if (!ps_enter(p)) {
        ps_leave(p);
        return;
    }
    ps_adv(p);
    bool more = p->kind != TK_RPAREN;
    while (more && !p->failed) {
        Mark m = ps_mark(p);
        NodeId n = argument(p);
        if (p->failed || (p->kind != TK_COMMA && p->kind != TK_RPAREN)) {
            if (!close || m.depth >= LIMIT_PARSE_DEPTH) {
                ps_fail(p);
                break;
            }
            bool again = !flat && ps_flatten_range(p, m.pos, close);
            flat = true;
            if (again) {
                ps_rewind(p, &m);
                more = p->kind != TK_RPAREN;
                continue;
            }
            u32 end = ps_argument_end(p, m.pos, close);
            u32 unread = p->u->n_unread, statements = p->u->n_statements, skips = p->u->skips.n;
            ps_rewind(p, &m);
            n = statement_argument(p, end);
            if (!n) {
                p->u->n_unread = unread;
                p->u->n_statements = statements;
                p->u->skips.n = skips;
                if (!p->in_view && ps_has_expansion(p, m.pos, end)) {
                    ps_fail(p); /* what the user wrote may read better: the statement's business */
                    break;
                }
                ps_rewind(p, &m);
                /* A macro may take anything, so that this is no loss by itself. */
                n = ps_unread(p, m.pos, end, UNREAD_EXPR, true);
            }
        }
        ps_kid(p, kids, n);
        more = ps_accept(p, TK_COMMA);
    }
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    ps_leave(p);
    ps_expect(p, TK_RPAREN);
}

/* ---- initialisers ---- */

static NodeId designators(Parser *p, u32 begin)
{
    Kids kids = {0, 0};
    for (;;) {
        u32 at = p->pos;
        if (p->kind == TK_DOT) {
            ps_adv(p);
            u32 name = p->pos;
            Sym s = ps_sym(p);
            if (p->kind != TK_IDENT)
                return ps_fail(p);
            ps_adv(p);
            NodeId d = ps_make(p, N_DESIGNATOR, at, name, (Kids){0, 0});
            ps_node(p, d)->a = s;
            ps_kid(p, &kids, d);
        } else if (p->kind == TK_LBRACKET) {
            ps_adv(p);
            Kids range = {0, 0};
            ps_kid(p, &range, ps_constant(p));
            if (ps_accept(p, TK_ELLIPSIS))
                ps_kid(p, &range, ps_constant(p));
            ps_expect(p, TK_RBRACKET);
            ps_kid(p, &kids, ps_make(p, N_DESIGNATOR, at, at, range));
        } else {
            break;
        }
    }
    u32 eq = p->pos;
    if (p->kind == TK_ASSIGN)
        ps_adv(p);
    else if (p->kind == TK_LBRACE && p->cxx)
        eq = begin;
    ps_kid(p, &kids, p->kind == TK_LBRACE ? ps_init_list(p) : ps_assign(p));
    return ps_make(p, N_DESIGNATED, begin, eq, kids);
}

static NodeId init_element(Parser *p)
{
    u32 begin = p->pos;
    if (p->kind == TK_LBRACE)
        return ps_init_list(p);
    if (p->kind == TK_DOT)
        return designators(p, begin);
    if (p->kind == TK_LBRACKET) { /* a designator, unless a lambda */
        u32 b = ps_behind(p, begin);
        if (!p->cxx || (b && (p->k[b] == TK_ASSIGN || p->k[b] == TK_DOT)))
            return designators(p, begin);
    }
    if (p->kind == TK_IDENT && ps_peek(p) == TK_COLON) { /* old GNU `x: 1` */
        NodeId d = ps_leaf(p, N_DESIGNATOR, begin, begin);
        Sym s = ps_sym(p);
        ps_adv(p);
        ps_node(p, d)->a = s;
        ps_node(p, d)->end = p->pos;
        u32 colon = p->pos;
        ps_adv(p);
        NodeId v = p->kind == TK_LBRACE ? ps_init_list(p) : ps_assign(p);
        return ps_make(p, N_DESIGNATED, begin, colon, ps_kids2(p, d, v));
    }
    NodeId n = argument_is_type(p) ? ps_type_name(p, CTX_TYPE) : ps_assign(p);
    if (p->kind == TK_ELLIPSIS && p->cxx) {
        ps_adv(p);
        n = ps_make(p, N_PACK, begin, p->prev, ps_kids1(n));
    }
    return n;
}

/* One element with the comma behind it. */
static void init_item(Parser *p, Kids *out, Ctx ctx)
{
    if (p->kind == TK_PP_IF) {
        ps_alternatives(p, out, init_item, ctx);
        ps_accept(p, TK_COMMA);
        return;
    }
    if (ps_at_branch_end(p)) {
        ps_drop_marker(p);
        return;
    }
    if (p->kind == TK_COMMA) { /* empty element: from a macro that gave nothing */
        ps_adv(p);
        return;
    }
    for (bool retried = false;; retried = true) {
        Mark m = ps_mark(p);
        NodeId n = init_element(p);
        if (!p->failed &&
            (p->kind == TK_COMMA || p->kind == TK_RBRACE || p->kind == TK_PP_IF || ps_at_branch_end(p))) {
            ps_kid(p, out, n);
            ps_accept(p, TK_COMMA);
            return;
        }
        u32 at = p->failed ? p->fail_pos : p->pos;
        if (!p->failed && n && p->prev >= m.pos) {
            /* MACRO(a) MACRO(b): elements whose commas come with the macros */
            NodeKind k = (NodeKind)ps_node(p, n)->kind;
            if ((k == N_CALL || k == N_NAME) && (p->kind == TK_IDENT || p->kind == TK_LBRACE)) {
                ps_kid(p, out, n);
                return;
            }
        }
        u32 end = m.pos;
        while (p->k[end] != TK_COMMA && p->k[end] != TK_RBRACE && p->k[end] != TK_EOF &&
               p->k[end] != TK_SEMI && p->k[end] != TK_PP_ELSE && p->k[end] != TK_PP_ENDIF) {
            if (p->match[end] > end && p->k[end] != TK_PP_IF)
                end = p->match[end];
            end = ps_next(p, end);
        }
        if (!retried && at < end && p->k[at] >= TK_PP_IF && p->k[at] <= TK_PP_ENDIF &&
            ps_flatten_range(p, m.pos, end)) {
            ps_rewind(p, &m);
            continue;
        }
        if (end == m.pos || p->k[end] == TK_SEMI || p->k[end] == TK_EOF || m.depth >= LIMIT_PARSE_DEPTH ||
            (!p->in_view && ps_has_expansion(p, m.pos, end))) {
            ps_fail(p);
            return;
        }
        ps_rewind(p, &m);
        ps_kid(p, out, ps_unread(p, m.pos, end, UNREAD_EXPR, false));
        ps_accept(p, TK_COMMA);
        return;
    }
}

NodeId ps_init_list(Parser *p)
{
    u32 begin = p->pos;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    Kids kids = {0, 0};
    ps_expect(p, TK_LBRACE);
    if (ps_enter(p)) {
        p->no_gt = p->no_brace = false;
        while (p->kind != TK_RBRACE && p->kind != TK_EOF)
            init_item(p, &kids, CTX_BLOCK);
    }
    ps_leave(p);
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    ps_expect(p, TK_RBRACE);
    return ps_make(p, N_INIT_LIST, begin, begin, kids);
}

NodeId ps_initializer(Parser *p)
{
    return p->kind == TK_LBRACE ? ps_init_list(p) : ps_assign(p);
}
