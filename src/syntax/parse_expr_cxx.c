/*
 * Expressions that only C++ has: constructions, casts, lambdas, new and delete, requires. Private to the parser.
 */
#include "syntax/parse_priv.h"

static NodeId empty_declarator(Parser *p)
{
    NodeId none = ps_none(p);
    NodeId d = ps_make(p, N_D_NAME, p->pos, p->pos, ps_kids1(none));
    ps_node(p, d)->end = p->pos;
    return d;
}

/* '(' args ')' or '{' list '}' behind a type name. */
static NodeId construction(Parser *p, NodeId type, u32 begin)
{
    NodeId init;
    u32 tok = p->pos;
    if (p->kind == TK_LBRACE) {
        init = ps_init_list(p);
    } else {
        Kids args = {0, 0};
        ps_args(p, &args);
        init = ps_make(p, N_ARGS, tok, tok, args);
    }
    return ps_make(p, N_CONSTRUCT, begin, tok, ps_kids2(p, type, init));
}

static NodeId type_of_name(Parser *p, NodeId name)
{
    u32 begin = ps_node(p, name)->begin, tok = ps_node(p, name)->tok, end = ps_node(p, name)->end;
    NodeId ref = ps_make(p, N_TYPE_REF, begin, tok, ps_kids1(name));
    NodeId specs = ps_make(p, N_SPECS, begin, begin, ps_kids1(ref));
    NodeId d = empty_declarator(p);
    NodeId t = ps_make(p, N_TYPE_NAME, begin, begin, ps_kids2(p, specs, d));
    ps_node(p, ref)->end = ps_node(p, specs)->end = ps_node(p, t)->end = end;
    return t;
}

/* int(x), unsigned{1}, typename T::x(), decltype(x){} */
static NodeId type_construction(Parser *p)
{
    u32 begin = p->pos;
    Specs s;
    bool no_brace = p->no_brace;
    p->no_brace = true;
    ps_specs(p, CTX_TYPE, &s);
    p->no_brace = no_brace;
    NodeId d = empty_declarator(p);
    NodeId t = ps_make(p, N_TYPE_NAME, begin, begin, ps_kids2(p, s.node, d));
    if (p->kind != TK_LPAREN && p->kind != TK_LBRACE)
        return ps_fail(p);
    return construction(p, t, begin);
}

static NodeId named_cast(Parser *p)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    ps_adv(p);
    ps_expect(p, TK_LT);
    p->no_gt = true;
    p->no_brace = false;
    NodeId t = ps_type_name(p, CTX_TYPE);
    if (p->kind == TK_SHR)
        ps_fail(p);
    ps_expect(p, TK_GT);
    ps_expect(p, TK_LPAREN);
    p->no_gt = false;
    NodeId e = ps_expr(p);
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    ps_expect(p, TK_RPAREN);
    NodeId n = ps_make(p, N_CXX_CAST, begin, begin, ps_kids2(p, t, e));
    ps_node(p, n)->op = op;
    return n;
}

static NodeId parenthesised(Parser *p, NodeKind kind)
{
    u32 begin = p->pos;
    bool no_gt = p->no_gt;
    p->no_gt = false;
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    NodeId e = kind == N_TYPEID ? ps_type_or_expr(p, false) : ps_expr(p);
    p->no_gt = no_gt;
    ps_expect(p, TK_RPAREN);
    return ps_make(p, kind, begin, begin, ps_kids1(e));
}

static NodeId plain(Parser *p, NodeKind kind)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    ps_adv(p);
    NodeId n = ps_leaf(p, kind, begin, begin);
    if (kind == N_BOOL_LIT)
        ps_node(p, n)->op = op;
    return n;
}

/* ---- lambdas ---- */

static void captures(Parser *p, Kids *kids, u8 *dflt)
{
    while (p->kind != TK_RBRACKET && p->kind != TK_EOF) {
        u32 begin = p->pos, tok;
        u8 op = 0;
        u8 next = ps_peek(p);
        if ((p->kind == TK_ASSIGN || p->kind == TK_AMP) && (next == TK_COMMA || next == TK_RBRACKET)) {
            *dflt = p->kind;
            ps_adv(p);
        } else {
            if (p->kind == TK_AMP || p->kind == TK_STAR) {
                op = p->kind == TK_AMP ? TK_AMP : 0;
                ps_adv(p);
            }
            ps_accept(p, TK_ELLIPSIS);
            if (p->kind != TK_IDENT && p->kind != KW_THIS) {
                ps_fail(p);
                return;
            }
            Sym s = ps_sym(p);
            tok = p->pos;
            ps_adv(p);
            ps_accept(p, TK_ELLIPSIS);
            NodeId init = 0;
            if (ps_accept(p, TK_ASSIGN))
                init = ps_initializer(p);
            else if (p->kind == TK_LBRACE)
                init = ps_init_list(p);
            else if (p->kind == TK_LPAREN) {
                Kids args = {0, 0};
                u32 open = p->pos;
                ps_args(p, &args);
                init = ps_make(p, N_ARGS, open, open, args);
            }
            ps_bind(p, s, B_VALUE);
            NodeId n = ps_make(p, N_CAPTURE, begin, tok, ps_kids1(init ? init : ps_none(p)));
            ps_node(p, n)->a = s;
            ps_node(p, n)->op = op;
            ps_kid(p, kids, n);
        }
        if (!ps_accept(p, TK_COMMA))
            return;
    }
}

static NodeId lambda(Parser *p)
{
    u32 begin = p->pos, scope = p->undo.n, flags = 0;
    u8 dflt = 0;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    Kids kids = {0, 0}, caught = {0, 0}, attrs = {0, 0};
    p->no_gt = p->no_brace = false;
    ps_adv(p);
    captures(p, &caught, &dflt);
    ps_expect(p, TK_RBRACKET);
    ps_kid(p, &kids, ps_make(p, N_CAPTURES, begin, begin, caught));
    ps_kid(p, &kids, p->kind == TK_LT ? ps_template_params(p) : ps_none(p));
    ps_attributes(p, &attrs);
    NodeId params = 0, trailing = 0;
    if (p->kind == TK_LPAREN) {
        params = ps_params(p, &flags);
        if (!p->failed) {
            NodeId holder = ps_make(p, N_D_FUNC, begin, begin, ps_kids2(p, ps_none(p), params));
            ps_declare_params(p, holder);
        }
    }
    for (bool go = true; go && !p->failed;) {
        switch (p->kind) {
        case KW_MUTABLE:
        case KW_CONSTEXPR:
        case KW_CONSTEVAL:
        case KW_STATIC: ps_adv(p); break;
        case KW_NOEXCEPT:
        case KW_THROW:
            ps_adv(p);
            if (p->kind == TK_LPAREN && ps_behind(p, p->pos))
                ps_seek(p, ps_behind(p, p->pos));
            break;
        case TK_ARROW:
            ps_adv(p);
            p->no_brace = true;
            trailing = ps_type_name(p, CTX_TYPE);
            p->no_brace = false;
            break;
        case KW_REQUIRES: ps_requires_clause(p); break;
        case TK_IDENT: /* an attribute-like macro */
            ps_adv(p);
            if (p->kind == TK_LPAREN && ps_behind(p, p->pos))
                ps_seek(p, ps_behind(p, p->pos));
            break;
        default: go = ps_attributes(p, &attrs); break;
        }
    }
    ps_kid(p, &kids, params ? params : ps_none(p));
    ps_kid(p, &kids, trailing ? trailing : ps_none(p));
    if (p->kind != TK_LBRACE)
        return ps_fail(p);
    ps_kid(p, &kids, ps_compound(p));
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    if (p->failed)
        return 0;
    ps_scope_pop(p, scope);
    NodeId n = ps_make(p, N_LAMBDA, begin, begin, kids);
    ps_node(p, n)->op = dflt;
    return n;
}

/* ---- new, delete, requires ---- */

NodeId ps_new(Parser *p, u32 begin)
{
    u32 tok = p->pos;
    Kids kids = {0, 0};
    NodeId placement = 0, type;
    bool no_gt = p->no_gt;
    ps_adv(p);
    if (p->kind == TK_LPAREN) {
        u32 open = p->pos, b = ps_behind(p, open);
        u8 k = b ? p->k[b] : TK_EOF;
        bool another =
            k == TK_IDENT || ps_has(k, KP_TYPE | KP_QUAL) || k == TK_COLONCOLON ||
            (k == TK_LPAREN && ps_look_paren_type(p, b, false) && !ps_look_paren_type(p, open, false));
        if (another) {
            Kids args = {0, 0};
            ps_args(p, &args);
            placement = ps_make(p, N_ARGS, open, open, args);
        }
    }
    ps_kid(p, &kids, placement ? placement : ps_none(p));
    if (p->kind == TK_LPAREN) {
        p->no_gt = false;
        ps_adv(p);
        type = ps_type_name(p, CTX_TYPE);
        ps_expect(p, TK_RPAREN);
        p->no_gt = no_gt;
    } else {
        u32 at = p->pos;
        Specs s;
        Dtor d;
        bool no_brace = p->no_brace;
        p->no_brace = p->no_call = true;
        ps_specs(p, CTX_TYPE, &s);
        p->no_brace = no_brace;
        p->no_call = true;
        NodeId dtor = ps_declarator(p, CTX_TYPE, &d);
        p->no_call = false;
        type = ps_make(p, N_TYPE_NAME, at, at, ps_kids2(p, s.node, dtor));
    }
    ps_kid(p, &kids, type);
    if (p->kind == TK_LPAREN) {
        u32 open = p->pos;
        Kids args = {0, 0};
        ps_args(p, &args);
        ps_kid(p, &kids, ps_make(p, N_ARGS, open, open, args));
    } else if (p->kind == TK_LBRACE && !p->no_brace) {
        ps_kid(p, &kids, ps_init_list(p));
    } else {
        ps_kid_none(p, &kids);
    }
    return ps_make(p, N_NEW, begin, tok, kids);
}

NodeId ps_delete(Parser *p, u32 begin)
{
    u32 tok = p->pos, flags = 0;
    ps_adv(p);
    if (p->kind == TK_LBRACKET && ps_peek(p) == TK_RBRACKET) {
        flags = DELETE_ARRAY;
        ps_adv(p);
        ps_adv(p);
    }
    NodeId e = ps_cast_expr(p);
    NodeId n = ps_make(p, N_DELETE, begin, tok, ps_kids1(e));
    ps_node(p, n)->flags = flags;
    return n;
}

NodeId ps_requires_expr(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    if (p->kind == TK_LPAREN) {
        u32 b = ps_behind(p, p->pos);
        if (!b)
            return ps_fail(p);
        ps_seek(p, b);
    }
    if (p->kind != TK_LBRACE || !p->match[p->pos])
        return ps_fail(p);
    ps_seek(p, p->match[p->pos]);
    ps_adv(p);
    return ps_leaf(p, N_REQUIRES, begin, begin);
}

/* ---- primary ---- */

static Sym last_sym(Parser *p, NodeId name)
{
    const Node *x = ps_node(p, name);
    return x->kind == N_OPERATOR_NAME || x->kind == N_CONVERSION_NAME || x->kind == N_DESTRUCTOR_NAME ? 0
                                                                                                      : x->a;
}

NodeId ps_cxx_primary(Parser *p)
{
    u32 begin = p->pos;
    switch (p->kind) {
    case TK_IDENT:
    case TK_COLONCOLON:
    case KW_OPERATOR: {
        NodeId name = ps_name(p, false);
        if (p->failed)
            return 0;
        Sym s = last_sym(p, name);
        if (p->kind == TK_LPAREN && s && ps_is_type(p, s))
            return construction(p, type_of_name(p, name), begin);
        if (p->kind == TK_LBRACE && !p->no_brace && s &&
            !(ps_node(p, name)->kind == N_NAME && ps_is_value(p, s)))
            return construction(p, type_of_name(p, name), begin);
        return name;
    }
    case TK_LBRACKET: return lambda(p);
    case KW_THIS: return plain(p, N_THIS);
    case KW_NULLPTR: return plain(p, N_NULLPTR);
    case KW_TRUE:
    case KW_FALSE: return plain(p, N_BOOL_LIT);
    case KW_STATIC_CAST:
    case KW_CONST_CAST:
    case KW_DYNAMIC_CAST:
    case KW_REINTERPRET_CAST: return named_cast(p);
    case KW_TYPEID: return parenthesised(p, N_TYPEID);
    case KW_NOEXCEPT: return parenthesised(p, N_NOEXCEPT);
    case KW_REQUIRES: return ps_requires_expr(p);
    case KW_DECLTYPE: {
        u32 b = ps_behind(p, ps_next(p, begin));
        if (b && p->k[b] == TK_COLONCOLON) {
            NodeId name = ps_name(p, false);
            if (!p->failed && p->kind == TK_LBRACE && !p->no_brace)
                return construction(p, type_of_name(p, name), begin);
            return name;
        }
        return type_construction(p);
    }
    case KW_TEMPLATE: ps_adv(p); return ps_name(p, false);
    default:
        if (ps_has(p->kind, KP_TYPE))
            return type_construction(p);
        return ps_fail(p);
    }
}
