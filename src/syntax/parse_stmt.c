/*
 * Statements: blocks, labels, macros that stand as statements, jumps, try, asm. Runs of labels are read by a
 * loop. Private to the parser.
 */
#include "syntax/parse_priv.h"

NodeId ps_stmt(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    while (!kids.first && p->kind != TK_EOF && p->kind != TK_RBRACE && !ps_at_branch_end(p) && !p->failed)
        ps_stmt_item(p, &kids, CTX_FOR); /* an `else` behind alternatives is the caller's */
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
        ps_append(p, n, body);
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
    u32 exp = p->u->toks.at[begin].exp; /* PREFIX if (...) from one macro is one statement */
    bool prefix = exp && p->kind != KW_ELSE && ps_has(p->kind, KP_STMT) && p->u->toks.at[p->pos].exp == exp;
    if (p->kind == TK_LBRACE || prefix || (!ends && loop_name(p, s))) {
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
        return !p->cxx || ps_caps(s) || loop_name(p, s) ||
               (p->names && names_have(p->names, s, NF_STMT_MACRO)) ||
               (s < p->n_bind && (p->bind[s] & B_WORD));
    if (k == TK_LPAREN) {
        i = ps_behind(p, i);
        k = i ? p->k[i] : TK_EOF;
    }
    if (k != TK_STAR && k != TK_LPAREN && k != TK_AMP && k != TK_PLUSPLUS && k != TK_MINUSMINUS &&
        k != TK_LBRACE && k != TK_LBRACKET)
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
    case TK_LBRACE: p->u->n_statements++; return ps_compound(p);
    case TK_SEMI:
        p->u->n_statements++;
        ps_adv(p);
        return ps_leaf(p, N_EMPTY, begin, begin);
    case KW_IF: return ps_if_statement(p); /* counts each of a chain */
    case KW_CASE:
    case KW_DEFAULT: return labelled(p);
    default: break;
    }
    if (p->kind == TK_IDENT && at_label(p))
        return labelled(p);
    p->u->n_statements++;
    switch (p->kind) {
    case KW_WHILE: return ps_while_statement(p, N_WHILE);
    case KW_SWITCH: return ps_while_statement(p, N_SWITCH);
    case KW_DO: return ps_do_statement(p);
    case KW_FOR: return ps_for_statement(p);
    case KW_GOTO: return jump(p, N_GOTO);
    case KW_BREAK: return jump(p, N_BREAK);
    case KW_CONTINUE: return jump(p, N_CONTINUE);
    case KW_RETURN:
    case KW_CO_RETURN: return jump(p, N_RETURN);
    case KW_TRY: return try_statement(p, NULL);
    case KW_ASM: return asm_statement(p);
    case KW_LABEL: return local_labels(p);
    case KW_STATIC_ASSERT: return ps_static_assert(p);
    case KW_ELSE:
    case KW_CATCH: return ps_fail(p);
    case KW_USING:
    case KW_NAMESPACE:
    case KW_TEMPLATE: p->u->n_statements--; return declaration_statement(p);
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
            ps_seek(p, b);
            if (ps_look_decl(p, CTX_BLOCK)) {
                ps_seek(p, begin);
            } else {
                p->prev = b - 1;
                p->u->n_statements--;
                NodeId n = ps_statement(p);
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
    default: break;
    }
    if (ps_look_decl(p, CTX_BLOCK)) {
        p->u->n_statements--; /* the declaration counts itself */
        return declaration_statement(p);
    }
    return expression_statement(p);
}

NodeId ps_statement(Parser *p)
{
    NodeId n = 0;
    if (ps_enter(p))
        n = statement_in(p);
    ps_leave(p);
    return n;
}
