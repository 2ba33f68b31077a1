/*
 * Declarators and parameters: pointers, arrays, functions, structured bindings, K&R lists of names, and the words
 * that may stand behind them. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* ---- declarators ---- */

static NodeId declarator(Parser *p, Ctx ctx, Dtor *d, bool no_call);

static bool names_optional(Ctx ctx)
{
    return ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM;
}

static NodeId macro_word(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    Sym s = ps_sym(p);
    ps_adv(p);
    if (p->kind == TK_LPAREN)
        ps_args(p, &kids);
    NodeId n = ps_make(p, N_MACRO_SPEC, begin, begin, kids);
    ps_node(p, n)->a = s;
    return n;
}

/* Behind the words and calls of words at i that may follow a declarator; *any tells whether there was one. */
static u32 skip_macro_words(const Parser *p, u32 i, bool *any)
{
    for (u32 steps = 0; steps < 16; steps++) {
        if (p->k[i] == TK_IDENT) {
            i = ps_next(p, i);
            if (p->k[i] == TK_LPAREN && ps_behind(p, i))
                i = ps_behind(p, i);
            *any = true;
        } else if ((p->k[i] == KW_ATTRIBUTE || p->k[i] == KW_ASM) && ps_behind(p, ps_next(p, i))) {
            i = ps_behind(p, ps_next(p, i));
        } else {
            break;
        }
    }
    return i;
}

void ps_trailing_words(Parser *p, Kids *out)
{
    for (;;) {
        if (ps_attributes(p, out))
            continue;
        bool any = false;
        if (p->kind != TK_IDENT || p->failed)
            return;
        u8 k = p->k[skip_macro_words(p, p->pos, &any)];
        if (!any || !(k == TK_SEMI || k == TK_LBRACE || k == TK_COMMA || k == TK_ASSIGN || k == TK_RPAREN ||
                      k == TK_PP_IF || (p->cxx && (k == KW_NOEXCEPT || k == TK_ARROW || k == KW_CONST))))
            return;
        ps_kid(p, out, macro_word(p));
    }
}

static NodeId pointer(Parser *p, Ctx ctx, Dtor *d, bool no_call)
{
    u32 begin = p->pos, flags = 0;
    Kids attrs = {0, 0};
    ps_adv(p);
    for (bool go = true; go;) {
        switch (p->kind) {
        case KW_CONST:
            flags |= SP_CONST;
            ps_adv(p);
            break;
        case KW_VOLATILE:
            flags |= SP_VOLATILE;
            ps_adv(p);
            break;
        case KW_RESTRICT:
            flags |= SP_RESTRICT;
            ps_adv(p);
            break;
        case KW_ATOMIC:
            flags |= SP_ATOMIC;
            ps_adv(p);
            break;
        case KW_ATTRIBUTE:
        case KW_DECLSPEC: go = ps_attributes(p, &attrs); break;
        case TK_IDENT: {
            u32 next = ps_next(p, p->pos);
            u8 k = p->k[next];
            Sym s = ps_sym(p);
            bool known = ps_is_attr_word(p, s) ||
                         (p->names && names_have(p->names, s, NF_ATTR_MACRO) && !ps_class(p, s));
            go = k == TK_STAR || (ps_is_attr_word(p, s) &&
                                  (k == TK_RPAREN || k == TK_COMMA || k == TK_LPAREN || k == TK_LBRACKET));
            if (k == TK_IDENT) { /* T * MACRO name, against T * name MACRO */
                u8 e = p->k[ps_next(p, next)];
                Sym y = ps_sym_at(p, next);
                go = known || ps_is_attr_word(p, s) ||
                     ((e == TK_LPAREN || e == TK_LBRACKET || ps_caps(s) || !ps_caps(y)) &&
                      !(names_optional(ctx) && ps_caps(y) && !ps_caps(s)) && !ps_is_attr_word(p, y) &&
                      !(p->cxx && (ps_word_at(p, next, W_OVERRIDE) || ps_word_at(p, next, W_FINAL))) &&
                      !(e == TK_LPAREN && ps_caps(y) && !ps_caps(s)));
            }
            if (k == TK_LPAREN && known) {
                u32 b = ps_behind(p, next);
                u8 e = b ? p->k[b] : TK_EOF;
                if (p->names && names_have(p->names, s, NF_FUNC_MACRO) &&
                    (e == TK_IDENT || e == TK_STAR || e == TK_LPAREN)) {
                    ps_kid(p, &attrs, macro_word(p));
                    break;
                }
            }
            if (go) {
                NodeId m = ps_leaf(p, N_MACRO_SPEC, p->pos, p->pos);
                ps_node(p, m)->a = s;
                ps_adv(p);
                ps_node(p, m)->end = p->prev + 1;
                ps_kid(p, &attrs, m);
            }
            break;
        }
        default: go = false; break;
        }
    }
    NodeId inner = declarator(p, ctx, d, no_call);
    d->applied = true;
    Kids kids = ps_kids1(inner);
    if (attrs.first) {
        ps_node(p, inner)->next = attrs.first;
        kids.last = attrs.last;
    }
    NodeId n = ps_make(p, N_D_PTR, begin, begin, kids);
    ps_node(p, n)->flags = flags;
    return n;
}

static NodeId reference(Parser *p, Ctx ctx, Dtor *d, bool no_call)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    Kids attrs = {0, 0};
    ps_adv(p);
    while (p->kind == KW_RESTRICT || p->kind == KW_CONST)
        ps_adv(p);
    if (p->kind == KW_ATTRIBUTE)
        ps_attributes(p, &attrs);
    NodeId inner = declarator(p, ctx, d, no_call);
    d->applied = true;
    NodeId n = ps_make(p, N_D_REF, begin, begin, ps_kids1(inner));
    ps_node(p, n)->op = op;
    return n;
}

static NodeId member_pointer(Parser *p, Ctx ctx, Dtor *d, bool no_call)
{
    u32 begin = p->pos, flags = 0;
    NodeId name = ps_name(p, true); /* leaves the cursor on the '*' */
    u32 star = p->pos;
    ps_expect(p, TK_STAR);
    while (ps_has(p->kind, KP_QUAL)) {
        flags |= p->kind == KW_CONST ? SP_CONST : p->kind == KW_VOLATILE ? SP_VOLATILE : 0;
        ps_adv(p);
    }
    NodeId inner = declarator(p, ctx, d, no_call);
    d->applied = true;
    NodeId n = ps_make(p, N_D_MEMPTR, begin, star, ps_kids2(p, inner, name));
    ps_node(p, n)->flags = flags;
    return n;
}

/* The part behind the parameters that only C++ has; the trailing type or NONE becomes a kid, then attributes. */
static u32 function_tail(Parser *p, Kids *kids, Ctx ctx)
{
    u32 flags = 0;
    Kids attrs = {0, 0};
    NodeId trailing = 0;
    for (bool go = true; go && p->cxx && !p->failed;) {
        switch (p->kind) {
        case KW_CONST:
            flags |= DF_CONST;
            ps_adv(p);
            break;
        case KW_VOLATILE:
            flags |= DF_VOLATILE;
            ps_adv(p);
            break;
        case TK_AMP:
        case TK_AMPAMP:
            go = ctx != CTX_COND;
            if (go)
                ps_adv(p);
            break;
        case KW_NOEXCEPT:
        case KW_THROW:
            flags |= DF_NOEXCEPT;
            ps_adv(p);
            if (p->kind == TK_LPAREN && ps_behind(p, p->pos)) {
                u32 b = ps_behind(p, p->pos);
                p->prev = p->match[p->pos];
                ps_seek(p, b);
            }
            break;
        case TK_ARROW: {
            ps_adv(p);
            bool no_brace = p->no_brace;
            p->no_brace = true;
            trailing = ps_type_name(p, CTX_TYPE);
            p->no_brace = no_brace;
            break;
        }
        case KW_REQUIRES: ps_requires_clause(p); break;
        case TK_IDENT:
            if (ps_word_at(p, p->pos, W_OVERRIDE)) {
                flags |= DF_OVERRIDE;
                ps_adv(p);
            } else if (ps_word_at(p, p->pos, W_FINAL)) {
                flags |= DF_FINAL;
                ps_adv(p);
            } else {
                bool any = false;
                u8 k = p->k[skip_macro_words(p, p->pos, &any)];
                go = any && !names_optional(ctx) &&
                     (k == TK_SEMI || k == TK_LBRACE || k == TK_COLON || k == TK_ASSIGN || k == KW_NOEXCEPT ||
                      k == TK_ARROW || k == KW_CONST);
                if (go)
                    ps_kid(p, &attrs, macro_word(p));
            }
            break;
        case TK_LBRACKET:
        case KW_ATTRIBUTE:
        case KW_ASM: go = ps_attributes(p, &attrs); break;
        default: go = false; break;
        }
    }
    if (!p->cxx && !names_optional(ctx) &&
        (p->kind == TK_IDENT || p->kind == KW_ATTRIBUTE || p->kind == KW_ASM || p->kind == TK_LBRACKET))
        ps_trailing_words(p, &attrs);
    ps_kid(p, kids, trailing ? trailing : ps_none(p));
    if (attrs.first) {
        ps_kid(p, kids, attrs.first);
        kids->last = attrs.last;
    }
    return flags;
}

static NodeId function_suffix(Parser *p, NodeId inner, u32 begin, Ctx ctx, Dtor *d)
{
    u32 open = p->pos, flags = 0;
    bool knr = false;
    Kids kids = ps_kids1(inner);
    if (!p->cxx && ctx == CTX_FILE)
        knr = ps_look_knr(p, open);
    if (knr) {
        Kids names = {0, 0};
        u32 at = p->pos;
        ps_adv(p);
        while (p->kind == TK_IDENT) {
            u32 t = p->pos;
            Sym s = ps_sym(p);
            ps_adv(p);
            NodeId n = ps_leaf(p, N_NAME, t, t);
            ps_node(p, n)->a = s;
            ps_kid(p, &names, n);
            if (!ps_accept(p, TK_COMMA))
                break;
        }
        ps_expect(p, TK_RPAREN);
        ps_kid(p, &kids, ps_make(p, N_PARAMS, at, at, names));
        flags = DF_IDENT_LIST;
        ps_kid_none(p, &kids);
    } else {
        ps_kid(p, &kids, ps_params(p, &flags));
        flags |= function_tail(p, &kids, ctx);
    }
    NodeId n = ps_make(p, N_D_FUNC, begin, open, kids);
    ps_node(p, n)->flags = flags;
    if (d->func && d->func == inner) { /* NAME(x)(params): a function returns no function; NAME is a macro */
        NodeId name = ps_node(p, inner)->first;
        ps_node(p, name)->next = ps_node(p, inner)->next;
        ps_node(p, n)->first = name;
        d->func = n;
        d->params = open;
    }
    if (!d->applied) {
        d->is_func = true;
        d->func = n;
        d->knr = knr;
        d->params = open;
    }
    return n;
}

static NodeId array_suffix(Parser *p, NodeId inner, u32 begin)
{
    u32 open = p->pos, flags = 0;
    bool no_gt = p->no_gt;
    p->no_gt = false;
    ps_adv(p);
    while (p->kind == KW_STATIC || ps_has(p->kind, KP_QUAL)) {
        flags |= p->kind == KW_STATIC ? DA_STATIC : DA_QUALIFIED;
        ps_adv(p);
    }
    NodeId size;
    if (p->kind == TK_RBRACKET) {
        size = ps_none(p);
    } else if (p->kind == TK_STAR && ps_peek(p) == TK_RBRACKET) {
        flags |= DA_UNSPECIFIED;
        ps_adv(p);
        size = ps_none(p);
    } else {
        size = ps_expr(p);
    }
    p->no_gt = no_gt;
    ps_expect(p, TK_RBRACKET);
    NodeId n = ps_make(p, N_D_ARRAY, begin, open, ps_kids2(p, inner, size));
    ps_node(p, n)->flags = flags;
    return n;
}

/* Does the '(' at the cursor nest a declarator (true), or open the parameters of an abstract one? */
static bool nested_declarator(Parser *p, Ctx ctx)
{
    u32 in = ps_next(p, p->pos);
    u8 k = p->k[in];
    if (!names_optional(ctx))
        return true;
    if (k == TK_STAR || k == TK_CARET || k == TK_LPAREN || (p->cxx && (k == TK_AMP || k == TK_AMPAMP)))
        return k != TK_LPAREN || ctx != CTX_TYPE;
    if (k == KW_ATTRIBUTE)
        return true;
    if (k != TK_IDENT)
        return false;
    if (ps_is_attr_word(p, ps_sym_at(p, in)))
        return true;
    if (p->k[ps_next(p, in)] == TK_STAR &&
        (p->k[ps_next(p, ps_next(p, in))] == TK_RPAREN || p->k[ps_next(p, ps_next(p, in))] == TK_IDENT) &&
        ps_behind(p, p->pos) && p->k[ps_behind(p, p->pos)] == TK_LPAREN && !ps_is_type(p, ps_sym_at(p, in)))
        return true; /* (CALLCONV *name)(...) */
    if (p->cxx && p->k[ps_next(p, in)] == TK_COLONCOLON)
        return ps_look_name(p, in, true).memptr;
    return ctx == CTX_PARAM && ps_next(p, in) == p->match[p->pos] && !ps_is_type(p, ps_sym_at(p, in));
}

static NodeId binding(Parser *p, Dtor *d)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_adv(p);
    while (p->kind == TK_IDENT) {
        u32 t = p->pos;
        Sym s = ps_sym(p);
        ps_adv(p);
        NodeId n = ps_leaf(p, N_NAME, t, t);
        ps_node(p, n)->a = s;
        ps_kid(p, &kids, n);
        ps_bind(p, s, B_VALUE);
        if (!ps_accept(p, TK_COMMA))
            break;
    }
    ps_expect(p, TK_RBRACKET);
    d->tok = begin;
    return ps_make(p, N_D_BINDING, begin, begin, kids);
}

static NodeId declared_name(Parser *p, Ctx ctx, Dtor *d)
{
    u32 begin = p->pos;
    bool named = p->kind == TK_IDENT || (p->cxx && (p->kind == TK_COLONCOLON || p->kind == KW_OPERATOR ||
                                                    p->kind == TK_TILDE || p->kind == KW_DECLTYPE));
    if (ctx == CTX_TYPE && p->kind != KW_OPERATOR)
        named = false;
    if (!named) {
        if (!names_optional(ctx) && !(ctx == CTX_CLASS && p->kind == TK_COLON))
            return ps_fail(p);
        NodeId none = ps_none(p);
        NodeId n = ps_make(p, N_D_NAME, begin, begin, ps_kids1(none));
        ps_node(p, n)->end = begin;
        return n;
    }
    NodeId name = ps_name(p, false);
    if (p->failed)
        return 0;
    const Node *x = ps_node(p, name);
    d->tok = x->tok;
    d->name = x->kind == N_OPERATOR_NAME || x->kind == N_CONVERSION_NAME ? 0 : ps_sym_at(p, x->tok);
    d->qualified = x->kind == N_QUALIFIED;
    if (d->qualified || x->kind != N_NAME) { /* the last component may be an operator */
        NodeId last = name;
        if (x->kind == N_QUALIFIED)
            for (last = x->first; ps_node(p, last)->next;)
                last = ps_node(p, last)->next;
        NodeKind k = (NodeKind)ps_node(p, last)->kind;
        if (k == N_OPERATOR_NAME || k == N_CONVERSION_NAME)
            d->name = 0;
        d->odd = k == N_OPERATOR_NAME || k == N_CONVERSION_NAME || k == N_DESTRUCTOR_NAME;
        if (k == N_DESTRUCTOR_NAME)
            d->name = ps_node(p, last)->a;
    }
    NodeId n = ps_make(p, N_D_NAME, begin, d->tok, ps_kids1(name));
    ps_node(p, n)->a = d->name;
    return n;
}

static NodeId direct(Parser *p, Ctx ctx, Dtor *d, bool no_call)
{
    u32 begin = p->pos;
    NodeId n;
    if (p->kind == TK_LPAREN && !no_call && nested_declarator(p, ctx)) {
        ps_adv(p);
        Kids attrs = {0, 0};
        ps_attributes(p, &attrs);
        while (p->kind == TK_IDENT &&
               (ps_peek(p) == TK_STAR || ps_peek(p) == TK_IDENT || ps_peek(p) == TK_CARET) &&
               !(p->cxx && ps_look_name(p, p->pos, true).memptr))
            macro_word(p); /* calling conventions */
        NodeId inner = declarator(p, ctx, d, false);
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_D_PAREN, begin, begin, ps_kids1(inner));
    } else if (p->kind == TK_LBRACKET && p->cxx && !names_optional(ctx) && ctx != CTX_CLASS &&
               ps_peek(p) == TK_IDENT) {
        return binding(p, d);
    } else {
        n = declared_name(p, ctx, d);
    }
    for (;;) {
        if (p->failed)
            return 0;
        if (p->kind == TK_LPAREN) {
            if (no_call)
                return n;
            if (p->cxx && (ctx == CTX_BLOCK || ctx == CTX_FILE || ctx == CTX_FOR || ctx == CTX_COND) &&
                !d->odd && !ps_look_params(p, p->pos, ctx == CTX_FILE ? CTX_FILE : CTX_BLOCK))
                return n;
            n = function_suffix(p, n, begin, ctx, d);
        } else if (p->kind == TK_LBRACKET) {
            if (ps_peek(p) == TK_LBRACKET)
                return n; /* an attribute */
            n = array_suffix(p, n, begin);
        } else {
            return n;
        }
        d->applied = true;
    }
}

static NodeId declarator(Parser *p, Ctx ctx, Dtor *d, bool no_call)
{
    NodeId n = 0;
    if (ps_enter(p)) {
        if (p->kind == TK_ELLIPSIS && p->cxx && (ctx == CTX_PARAM || ctx == CTX_TPARAM)) {
            d->pack = true;
            ps_adv(p);
        }
        if (p->kind == TK_STAR || p->kind == TK_CARET)
            n = pointer(p, ctx, d, no_call);
        else if (p->cxx && (p->kind == TK_AMP || p->kind == TK_AMPAMP))
            n = reference(p, ctx, d, no_call);
        else if (p->cxx && (p->kind == TK_IDENT || p->kind == TK_COLONCOLON) &&
                 ps_look_name(p, p->pos, true).memptr)
            n = member_pointer(p, ctx, d, no_call);
        else
            n = direct(p, ctx, d, no_call);
    }
    ps_leave(p);
    return n;
}

NodeId ps_declarator(Parser *p, Ctx ctx, Dtor *d)
{
    bool no_call = p->no_call;
    p->no_call = false;
    *d = (Dtor){.tok = p->pos};
    NodeId n = declarator(p, ctx, d, no_call);
    return n;
}

/* ---- parameters ---- */

NodeId ps_param(Parser *p, Ctx ctx)
{
    u32 begin = p->pos;
    Specs s;
    Dtor d;
    if (p->kind == KW_THIS && p->cxx) /* explicit object parameter */
        ps_adv(p);
    ps_specs(p, ctx, &s);
    NodeId dtor = ps_declarator(p, ctx, &d);
    Kids kids = ps_kids2(p, s.node, dtor), attrs = {0, 0};
    if (p->kind == KW_ATTRIBUTE || p->kind == TK_LBRACKET)
        ps_attributes(p, &attrs);
    while (p->kind == TK_IDENT && !p->failed) /* UNUSED behind the name */
        macro_word(p);
    if (p->kind == KW_ATTRIBUTE)
        ps_attributes(p, &attrs);
    if (p->kind == TK_ELLIPSIS && p->cxx && ps_peek(p) != TK_RPAREN) {
        d.pack = true;
        ps_adv(p);
    }
    if (p->kind == TK_ASSIGN) {
        ps_adv(p);
        ps_kid(p, &kids, ps_initializer(p));
    } else {
        ps_kid_none(p, &kids);
    }
    if (d.name)
        ps_bind(p, d.name, B_VALUE);
    NodeId n = ps_make(p, N_PARAM, begin, d.name ? d.tok : begin, kids);
    ps_node(p, n)->flags = d.pack ? PARAM_PACK : 0;
    return n;
}

NodeId ps_params(Parser *p, u32 *df_flags)
{
    u32 open = p->pos, close = p->match[open], scope = p->undo.n;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    bool quiet = p->untyped;
    p->no_gt = p->no_brace = p->untyped = false;
    Kids kids = {0, 0};
    ps_adv(p);
    while (p->kind != TK_RPAREN && p->kind != TK_EOF) {
        Mark m = ps_mark(p);
        if (p->kind == TK_ELLIPSIS) {
            *df_flags |= DF_VARIADIC;
            ps_adv(p);
        } else {
            NodeId n = ps_param(p, CTX_PARAM);
            if (!p->failed && p->kind == TK_ELLIPSIS) { /* `T ...` in front of ')' or C's missing comma */
                *df_flags |= DF_VARIADIC;
                ps_adv(p);
            }
            if (p->failed || (p->kind != TK_COMMA && p->kind != TK_RPAREN)) {
                u32 end = m.pos;
                if (!close || m.depth >= LIMIT_PARSE_DEPTH) {
                    ps_fail(p);
                    break;
                }
                u32 at = p->failed ? p->fail_pos : p->pos;
                while (end < close && p->k[end] != TK_COMMA) {
                    if (p->match[end] > end && p->match[end] < close)
                        end = p->match[end];
                    end = ps_next(p, end);
                }
                if (end == m.pos || (!p->in_view && ps_has_expansion(p, m.pos, end)) ||
                    (p->k[at] >= TK_PP_IF && p->k[at] <= TK_PP_ENDIF)) {
                    ps_fail(p);
                    p->fail_pos = at;
                    break;
                }
                ps_rewind(p, &m);
                n = ps_unread(p, m.pos, end, UNREAD_DECL, quiet);
            }
            ps_kid(p, &kids, n);
        }
        if (!ps_accept(p, TK_COMMA))
            break;
    }
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    ps_expect(p, TK_RPAREN);
    if (!p->failed)
        ps_scope_pop(p, scope);
    return ps_make(p, N_PARAMS, open, open, kids);
}

void ps_declare_params(Parser *p, NodeId func)
{
    NodeId params = ps_node(p, ps_node(p, func)->first)->next;
    for (NodeId n = ps_node(p, params)->first; n; n = ps_node(p, n)->next) {
        const Node *x = ps_node(p, n);
        if (x->kind == N_NAME)
            ps_bind(p, x->a, B_VALUE);
        else if (x->kind == N_PARAM && p->k[x->tok] == TK_IDENT && x->tok != x->begin)
            ps_bind(p, ps_sym_at(p, x->tok), B_VALUE);
    }
}
