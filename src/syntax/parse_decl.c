/*
 * Declarations and function definitions at file, class and block level. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* Makes the declared name known as a type or a value. */
static void declare(Parser *p, const Dtor *d, u32 flags)
{
    if (!d->name || d->qualified || d->odd || (d->is_func && d->name == p->class_name))
        return;
    u8 bits = flags & SP_TYPEDEF ? B_TYPE : B_VALUE;
    if (d->is_func) /* overloads of a template */
        bits |= ps_class(p, d->name) & B_TEMPLATE;
    ps_bind(p, d->name, bits);
}

NodeId ps_macro_decl(Parser *p)
{
    u32 begin = p->pos;
    Sym s = ps_sym(p);
    Kids kids = {0, 0};
    ps_adv(p);
    if (p->kind == TK_LPAREN) {
        u32 open = p->pos;
        Kids args = {0, 0};
        ps_args(p, &args);
        ps_kid(p, &kids, ps_make(p, N_ARGS, open, open, args));
    } else {
        ps_kid_none(p, &kids);
    }
    NodeId n = ps_make(p, N_MACRO_DECL, begin, begin, kids);
    ps_node(p, n)->a = s;
    return n;
}

NodeId ps_static_assert(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    ps_kid(p, &kids, ps_assign(p));
    ps_kid(p, &kids, ps_accept(p, TK_COMMA) ? ps_assign(p) : ps_none(p));
    ps_expect(p, TK_RPAREN);
    ps_accept(p, TK_SEMI);
    return ps_make(p, N_STATIC_ASSERT, begin, begin, kids);
}

static NodeId asm_decl(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    while (p->kind == KW_VOLATILE || p->kind == KW_INLINE)
        ps_adv(p);
    u32 close = p->match[p->pos];
    if (!close)
        return ps_fail(p);
    ps_seek(p, close);
    ps_adv(p);
    ps_accept(p, TK_SEMI);
    return ps_leaf(p, N_ASM_DECL, begin, begin);
}

/* A macro that stands alone where a declaration may stand. */
static bool at_macro_decl(Parser *p, Ctx ctx)
{
    if (p->kind != TK_IDENT || ctx == CTX_BLOCK)
        return false;
    u32 n = ps_next(p, p->pos);
    Sym x = ps_sym(p);
    u8 k = p->k[n];
    if (k == TK_SEMI || k == TK_RBRACE || k == TK_EOF || k == TK_PP_ELSE || k == TK_PP_ENDIF ||
        k == KW_PUBLIC || k == KW_PRIVATE || k == KW_PROTECTED || k == KW_USING || k == KW_NAMESPACE ||
        k == KW_TEMPLATE || k == TK_PP_IF)
        return !(k == TK_SEMI && ps_is_type(p, x));
    bool stmt = p->names && names_have(p->names, x, NF_STMT_MACRO);
    if (k == TK_IDENT && (p->u->toks.at[n].flags & UT_BOL) && ps_caps(x) && !ps_is_type(p, x)) {
        if (stmt)
            return true;
        u32 open = ps_next(p, n);
        if (ps_caps(ps_sym_at(p, n)) &&
            (p->k[open] == KW_NAMESPACE || p->k[open] == KW_USING || p->k[open] == KW_TEMPLATE))
            return true; /* END_SPACE BEGIN_SPACE namespace ... */
        if (p->k[open] != TK_LPAREN || !ps_behind(p, open))
            return false;
        u32 b = ps_behind(p, open);
        if (p->k[b] == KW_PUBLIC || p->k[b] == KW_PRIVATE || p->k[b] == KW_PROTECTED)
            return true;
        return p->k[b] != TK_LBRACE && p->k[b] != TK_SEMI && (p->u->toks.at[b].flags & UT_BOL) &&
               !ps_look_knr(p, open) && p->k[b] != TK_COLON;
    }
    if (stmt && (p->u->toks.at[n].flags & UT_BOL) && ps_has(k, KP_SPEC))
        return true;
    if (k != TK_LPAREN || !ps_behind(p, n) || (p->cxx && x == p->class_name))
        return false;
    u32 b = ps_behind(p, n);
    u8 m = p->k[b];
    switch (m) {
    case TK_LBRACE:
    case TK_ASSIGN:
    case TK_COMMA:
    case TK_LBRACKET:
    case TK_LPAREN:
    case KW_ATTRIBUTE:
    case KW_NOEXCEPT:
    case TK_COLON: return false;
    case TK_ARROW: /* MACRO(x)->f(1); but no deduction guide */
        return p->k[ps_next(p, b)] == TK_IDENT && p->k[ps_next(p, ps_next(p, b))] == TK_LPAREN;
    case TK_SEMI:
    case TK_EOF:
    case TK_RBRACE:
    case TK_PP_IF:
    case TK_PP_ELSE:
    case TK_PP_ENDIF: return p->k[ps_next(p, n)] != TK_STAR;
    default: break;
    }
    if (stmt)
        return true;
    if (ps_look_knr(p, n))
        return false;
    return (m == TK_IDENT || m >= TK_KEYWORD_FIRST || m == TK_COLONCOLON || m == TK_TILDE) &&
           ps_look_spec_word(p, ctx, false, 0) == SW_STOP;
}

/* Behind '='. What cannot be read costs the value, not the name, when the end of the declarator is plain to see. */
static NodeId initializer(Parser *p, Ctx ctx)
{
    Mark m = ps_mark(p);
    NodeId n = ps_initializer(p);
    if (ctx != CTX_BLOCK && ctx != CTX_FILE && ctx != CTX_CLASS)
        return n;
    u8 k = p->kind;
    if (!p->failed && (k == TK_SEMI || k == TK_COMMA || k == TK_RBRACE || k == KW_ATTRIBUTE ||
                       k == TK_IDENT || k == TK_EOF || (k >= TK_PP_IF && k <= TK_PP_ENDIF)))
        return n;
    u32 at = p->failed ? p->fail_pos : p->pos, end = m.pos;
    while (!ps_has(p->k[end], KP_STMT) && p->k[end] != TK_COMMA && p->k[end] != TK_SEMI &&
           p->k[end] != TK_RBRACE && p->k[end] != TK_EOF &&
           !(p->k[end] >= TK_PP_IF && p->k[end] <= TK_PP_ENDIF)) {
        if (p->match[end] > end)
            end = p->match[end];
        end = ps_next(p, end);
    }
    if (end == m.pos || (p->k[end] != TK_SEMI && p->k[end] != TK_COMMA) || at > end ||
        m.depth >= LIMIT_PARSE_DEPTH || (!p->in_view && ps_has_expansion(p, m.pos, end)))
        return p->failed ? 0 : n;
    ps_rewind(p, &m);
    return ps_unread(p, m.pos, end, UNREAD_EXPR, false);
}

/* `= expr`, `(args)`, `{list}`, `: width` and trailing attributes of one declarator. */
static NodeId init_declarator(Parser *p, Ctx ctx, NodeId dtor, u32 begin, u32 tok, const Specs *s, Dtor *d)
{
    u32 flags = 0;
    NodeId init = 0, width = 0;
    Kids attrs = {0, 0};
    if (p->kind == TK_COLON && ctx == CTX_CLASS && !d->is_func) {
        ps_adv(p);
        width = ps_constant(p);
    }
    if (p->kind == TK_IDENT || p->kind == KW_ATTRIBUTE || p->kind == KW_ASM || p->kind == TK_LBRACKET)
        ps_trailing_words(p, &attrs);
    if (p->kind == KW_REQUIRES && p->cxx)
        ps_requires_clause(p);
    if (ctx != CTX_CLASS || p->cxx)
        declare(p, d, s->flags);
    if (p->kind == TK_ASSIGN) {
        ps_adv(p);
        if (d->is_func && p->cxx && (p->kind == TK_NUMBER || p->kind == KW_DELETE || p->kind == KW_DEFAULT)) {
            u32 df = p->kind == TK_NUMBER ? DF_PURE : p->kind == KW_DELETE ? DF_DELETED : DF_DEFAULTED;
            ps_adv(p);
            ps_node(p, d->func)->flags |= df;
        } else {
            init = initializer(p, ctx);
            flags = ID_EQ;
        }
    } else if (p->cxx && p->kind == TK_LPAREN) {
        u32 open = p->pos;
        Kids args = {0, 0};
        ps_args(p, &args);
        init = ps_make(p, N_ARGS, open, open, args);
        flags = ID_PAREN;
    } else if (p->cxx && p->kind == TK_LBRACE && !d->is_func) {
        init = ps_init_list(p);
        flags = ID_BRACE;
    }
    if (p->kind == KW_ATTRIBUTE || p->kind == TK_IDENT)
        ps_trailing_words(p, &attrs);
    Kids kids = ps_kids1(dtor);
    ps_kid(p, &kids, init ? init : ps_none(p));
    ps_kid(p, &kids, width ? width : ps_none(p));
    if (attrs.first) {
        ps_kid(p, &kids, attrs.first);
        kids.last = attrs.last;
    }
    NodeId n = ps_make(p, N_INIT_DECL, begin, tok, kids);
    ps_node(p, n)->flags = flags;
    return n;
}

/* The cursor stands behind the declarator. `open`: the body's '{' when the head is read from the written view, else 0. */
static NodeId function_definition(Parser *p, u32 begin, const Specs *s, NodeId dtor, Dtor *d, u32 open)
{
    Kids knr = {0, 0};
    u32 fn = 0;
    NodeId inits = 0, body = 0;
    declare(p, d, s->flags);
    u32 scope = p->undo.n;
    p->untyped = false;
    if (d->func)
        ps_declare_params(p, d->func);
    if (d->knr) {
        fn = FN_KNR;
        while (p->kind != TK_LBRACE && p->kind != TK_EOF) {
            if (p->kind == TK_PP_IF) {
                ps_flatten(p, p->pos);
                ps_seek(p, p->pos);
                continue;
            }
            u32 at = p->pos;
            ps_kid(p, &knr, ps_simple_declaration(p, CTX_BLOCK));
            ps_expect(p, TK_SEMI);
            if (!p->failed)
                ps_node(p, knr.last)->end = p->prev + 1;
            if (p->pos == at)
                ps_fail(p);
        }
        p->u->n_statements += !p->failed;
    }
    if (p->kind == TK_COLON)
        inits = ps_ctor_inits(p);
    if (open && !p->failed) {
        if (p->kind != TK_EOF)
            return ps_fail(p);
        p->in_view = false;
        p->eof = p->u->n_stream - 1;
        ps_seek(p, open);
    }
    if (p->kind == TK_ASSIGN) { /* = default; = delete; */
        ps_adv(p);
        fn |= p->kind == KW_DELETE ? FN_DELETED : FN_DEFAULTED;
        ps_node(p, d->func)->flags |= p->kind == KW_DELETE ? DF_DELETED : DF_DEFAULTED;
        ps_adv(p);
        ps_accept(p, TK_STRING);
        ps_expect(p, TK_SEMI);
    } else if (p->kind == TK_LBRACE || p->kind == KW_TRY) {
        NodeId early = 0;
        body = ps_body(p, &early);
        if (early)
            inits = early;
    } else {
        ps_fail(p);
    }
    if (p->failed)
        return 0;
    ps_scope_pop(p, scope);
    Kids kids = ps_kids2(p, s->node, dtor);
    ps_kid(p, &kids, inits ? inits : ps_none(p));
    ps_kid(p, &kids, body ? body : ps_none(p));
    if (knr.first) {
        ps_kid(p, &kids, knr.first);
        kids.last = knr.last;
    }
    NodeId n = ps_make(p, N_FUNC, begin, d->tok, kids);
    ps_node(p, n)->flags = fn;
    return n;
}

static bool at_body(const Parser *p, const Dtor *d, Ctx ctx)
{
    if (!d->func || ctx == CTX_FOR || ctx == CTX_COND)
        return false;
    if (p->kind == TK_LBRACE || p->kind == KW_TRY || d->knr)
        return true;
    if (!p->cxx)
        return false;
    if (p->kind == TK_COLON)
        return true;
    return p->kind == TK_ASSIGN && (ps_peek(p) == KW_DEFAULT || ps_peek(p) == KW_DELETE);
}

NodeId ps_function_of_view(Parser *p, u32 begin, u32 vb, u32 ve, u32 open)
{
    u32 eof = p->eof;
    Specs s;
    Dtor d;
    p->eof = ve;
    p->in_view = true;
    ps_seek(p, vb);
    ps_specs(p, CTX_FILE, &s);
    NodeId n = ps_declarator(p, CTX_FILE, &d);
    n = p->failed || !d.func ? ps_fail(p) : function_definition(p, begin, &s, n, &d, open);
    p->eof = eof;
    p->in_view = false;
    return n;
}

/* Specifiers and declarators, up to what follows them. *func tells that a function definition was read. */
static NodeId declarators(Parser *p, Ctx ctx, bool *func)
{
    u32 begin = p->pos;
    Specs s;
    ps_specs(p, ctx, &s);
    Kids kids = ps_kids1(s.node);
    bool bare = p->kind == TK_SEMI || ((p->kind == TK_PP_IF || ps_at_branch_end(p)) && s.defines) ||
                (p->kind == TK_RBRACE && !s.has_type && p->k[p->prev] == TK_RPAREN); /* only macros */
    if (!bare && p->pos == begin && p->kind != TK_IDENT && p->kind != KW_OPERATOR && p->kind != TK_TILDE &&
        p->kind != TK_LPAREN && p->kind != TK_COLONCOLON && p->kind != TK_STAR)
        return ps_fail(p);
    if (p->kind == TK_LPAREN && ctx == CTX_FILE && !p->in_view && p->u->toks.at[p->pos].exp &&
        !p->u->toks.at[p->prev].exp && ps_behind(p, p->pos)) {
        u8 k = p->k[ps_behind(p, p->pos)];
        if (k == TK_SEMI || k == TK_LBRACE)
            return ps_fail(p); /* likewise: T name(A, b); with NAME(A, b) for (b) */
    }
    p->untyped = ctx == CTX_FILE && !s.has_type;
    u32 first = begin;
    while (!bare && !p->failed) {
        u32 at = p->pos;
        Dtor d;
        NodeId dtor = ps_declarator(p, ctx, &d);
        if (p->failed)
            return 0;
        if ((s.flags & SP_IMPLICIT_INT) && d.is_func && !p->in_view && ctx == CTX_FILE &&
            (p->u->toks.at[d.tok].exp || p->u->toks.at[d.params].exp))
            return ps_fail(p); /* a macro that stands in for the function ate its name */
        if (at_body(p, &d, ctx)) {
            if (kids.first == kids.last) {
                *func = true;
                return function_definition(p, begin, &s, dtor, &d, 0);
            }
            return ps_fail(p);
        }
        if (kids.first == kids.last)
            first = d.tok;
        ps_kid(p, &kids, init_declarator(p, ctx, dtor, at, d.tok, &s, &d));
        if (!ps_accept(p, TK_COMMA))
            break;
        if (p->kind == KW_ATTRIBUTE) { /* int a, __attribute__((x)) b; */
            Kids attrs = {0, 0};
            ps_attributes(p, &attrs);
        }
    }
    return ps_make(p, N_DECL, begin, first, kids);
}

NodeId ps_simple_declaration(Parser *p, Ctx ctx)
{
    bool func = false;
    NodeId n = declarators(p, ctx, &func);
    return func ? ps_fail(p) : n;
}

void ps_declaration(Parser *p, Kids *out, Ctx ctx)
{
    u32 begin = p->pos;
    if (p->kind == KW_EXTENSION)
        ps_adv(p);
    switch (p->kind) {
    case TK_SEMI:
        ps_adv(p);
        p->u->n_statements++;
        ps_kid(p, out, ps_leaf(p, N_EMPTY_DECL, begin, begin));
        return;
    case KW_STATIC_ASSERT:
        p->u->n_statements++;
        ps_kid(p, out, ps_static_assert(p));
        return;
    case KW_ASM:
        p->u->n_statements++;
        ps_kid(p, out, asm_decl(p));
        return;
    case KW_EXTERN:
        if (ps_peek(p) == TK_STRING) {
            ps_kid(p, out, ps_linkage(p));
            return;
        }
        break;
    default: break;
    }
    if (p->cxx && ps_cxx_declaration(p, out, ctx))
        return;
    p->u->n_statements++;
    if (at_macro_decl(p, ctx)) {
        NodeId n = ps_macro_decl(p);
        if (p->kind == TK_ARROW) /* BENCHMARK(x)->Arg(1); */
            while (p->kind != TK_SEMI && p->kind != TK_RBRACE && p->kind != TK_EOF)
                ps_adv(p);
        if (ps_accept(p, TK_SEMI))
            ps_node(p, n)->end = p->prev + 1;
        ps_kid(p, out, n);
        return;
    }
    bool func = false;
    NodeId n = declarators(p, ctx, &func);
    if (p->failed)
        return;
    if (!func) {
        if (p->kind == TK_SEMI)
            ps_adv(p);
        else if (!((p->kind == TK_RBRACE || p->kind == TK_PP_IF || ps_at_branch_end(p) ||
                    p->kind == TK_EOF) &&
                   (p->u->toks.at[p->prev].exp || p->in_view || !ps_node(p, ps_node(p, n)->first)->next)))
            ps_fail(p);
        if (!p->failed)
            ps_node(p, n)->end = p->prev + 1;
    }
    ps_kid(p, out, n);
}
