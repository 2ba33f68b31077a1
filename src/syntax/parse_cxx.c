/*
 * Declarations and names that only C++ has: namespaces, templates, using, friends, constructor initialisers,
 * qualified and operator names. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* ---- names ---- */

/* The arguments behind `name`, whose spelling is s. */
static NodeId template_id(Parser *p, NodeId name, u32 begin, Sym s)
{
    Kids kids = ps_kids1(name);
    bool no_gt = p->no_gt, no_brace = p->no_brace, no_call = p->no_call;
    p->no_gt = true;
    p->no_brace = p->no_call = false;
    u32 tok = ps_node(p, name)->tok;
    ps_expect(p, TK_LT);
    bool deep = !ps_enter(p);
    while (!deep && p->kind != TK_GT && p->kind != TK_SHR && p->kind != TK_GE && p->kind != TK_EOF) {
        u32 at = p->pos;
        NodeId n = ps_type_or_expr(p, true);
        if (p->kind == TK_ELLIPSIS) {
            ps_adv(p);
            n = ps_make(p, N_PACK, at, p->prev, ps_kids1(n));
        }
        ps_kid(p, &kids, n);
        if (!ps_accept(p, TK_COMMA))
            break;
    }
    ps_leave(p);
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    p->no_call = no_call;
    if (p->kind == TK_SHR || p->kind == TK_GE) { /* the first half closes; the cursor stays on the rest */
        p->kind = p->kind == TK_SHR ? TK_GT : TK_ASSIGN;
        p->prev = p->pos;
    } else {
        ps_expect(p, TK_GT);
    }
    NodeId n = ps_make(p, N_TEMPLATE_ID, begin, tok, kids);
    ps_node(p, n)->a = s;
    return n;
}

static NodeId operator_name(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    u8 op = p->kind;
    switch (op) {
    case TK_LPAREN:
    case TK_LBRACKET:
        ps_adv(p);
        ps_expect(p, op == TK_LPAREN ? TK_RPAREN : TK_RBRACKET);
        break;
    case KW_NEW:
    case KW_DELETE:
        ps_adv(p);
        if (p->kind == TK_LBRACKET && ps_peek(p) == TK_RBRACKET) {
            ps_adv(p);
            ps_adv(p);
        }
        break;
    case TK_STRING: /* operator "" _x */
    case TK_CHAR:
        ps_adv(p);
        if (p->kind == TK_IDENT && ps_peek(p) == TK_LPAREN)
            ps_adv(p);
        op = TK_STRING;
        break;
    case TK_IDENT:
    case TK_COLONCOLON:
    case KW_TYPENAME:
    default:
        if (op == TK_IDENT || op == TK_COLONCOLON || ps_has(op, KP_SPEC)) { /* conversion */
            u32 at = p->pos;
            Specs s;
            Dtor d;
            bool no_brace = p->no_brace;
            p->no_brace = p->no_call = true;
            ps_specs(p, CTX_TYPE, &s);
            p->no_call = true;
            NodeId dtor = ps_declarator(p, CTX_TYPE, &d);
            p->no_brace = no_brace;
            NodeId t = ps_make(p, N_TYPE_NAME, at, at, ps_kids2(p, s.node, dtor));
            return ps_make(p, N_CONVERSION_NAME, begin, begin, ps_kids1(t));
        }
        if (op < TK_FIXED_FIRST || (op >= TK_KEYWORD_FIRST && op != KW_CO_AWAIT))
            return ps_fail(p);
        ps_adv(p);
        break;
    }
    NodeId n = ps_leaf(p, N_OPERATOR_NAME, begin, begin);
    ps_node(p, n)->op = op;
    return n;
}

static NodeId name_leaf(Parser *p)
{
    u32 at = p->pos;
    Sym s = ps_sym(p);
    ps_adv(p);
    NodeId n = ps_leaf(p, N_NAME, at, at);
    ps_node(p, n)->a = s;
    return n;
}

/* One component between '::'. */
static NodeId name_part(Parser *p, bool type, bool first)
{
    u32 begin = p->pos;
    NodeId n;
    Sym s;
    switch (p->kind) {
    case TK_IDENT:
        s = ps_sym(p);
        n = name_leaf(p);
        break;
    case KW_OPERATOR:
        n = operator_name(p);
        s = 0;
        if (p->failed || ps_node(p, n)->kind == N_CONVERSION_NAME)
            return n;
        break;
    case TK_TILDE: {
        ps_adv(p);
        if (p->kind == KW_DECLTYPE && ps_behind(p, ps_next(p, p->pos))) {
            ps_seek(p, ps_behind(p, ps_next(p, p->pos)));
            return ps_leaf(p, N_DESTRUCTOR_NAME, begin, begin);
        }
        if (p->kind != TK_IDENT)
            return ps_fail(p);
        s = ps_sym(p);
        u32 tok = p->pos;
        ps_adv(p);
        if (p->kind == TK_LT) {
            u32 b = ps_look_angle(p, p->pos, s, true);
            if (b && p->k[b] != TK_SHR) {
                p->prev = b - 1;
                ps_seek(p, b);
            }
        }
        n = ps_leaf(p, N_DESTRUCTOR_NAME, begin, tok);
        ps_node(p, n)->a = s;
        return n;
    }
    case KW_DECLTYPE: {
        if (!first)
            return ps_fail(p);
        ps_adv(p);
        ps_expect(p, TK_LPAREN);
        NodeId e = ps_expr(p);
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_TYPEOF, begin, begin, ps_kids1(e));
        ps_node(p, n)->op = KW_DECLTYPE;
        return n;
    }
    default: return ps_fail(p);
    }
    if (p->kind == TK_LT && ps_look_angle(p, p->pos, ps_template_word(p, s, !first), type))
        n = template_id(p, n, begin, s);
    return n;
}

static NodeId name(Parser *p, bool type, bool member)
{
    u32 begin = p->pos, flags = 0;
    if (p->kind == TK_COLONCOLON) {
        flags = NAME_GLOBAL;
        ps_adv(p);
    }
    if (p->kind == KW_TEMPLATE)
        ps_adv(p);
    NodeId part = name_part(p, type, !member);
    if (p->failed || (!flags && p->kind != TK_COLONCOLON))
        return part;
    Kids kids = ps_kids1(part);
    while (p->kind == TK_COLONCOLON) {
        if (ps_peek(p) == TK_STAR) { /* A::* : the '*' is the pointer's */
            ps_adv(p);
            break;
        }
        ps_adv(p);
        if (p->kind == KW_TEMPLATE)
            ps_adv(p);
        part = name_part(p, type, false);
        if (p->failed)
            return 0;
        ps_kid(p, &kids, part);
    }
    u32 tok = ps_node(p, part)->tok;
    NodeId n = ps_make(p, N_QUALIFIED, begin, tok, kids);
    ps_node(p, n)->flags = flags;
    ps_node(p, n)->a = ps_node(p, part)->a;
    return n;
}

NodeId ps_name(Parser *p, bool type)
{
    if (!p->cxx)
        return p->kind == TK_IDENT ? name_leaf(p) : ps_fail(p);
    return name(p, type, false);
}

NodeId ps_member_name(Parser *p)
{
    return name(p, false, true);
}

/* ---- constructor initialisers ---- */

NodeId ps_ctor_inits(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_adv(p);
    for (;;) {
        u32 at = p->pos;
        NodeId name = ps_name(p, true);
        if (p->failed)
            return 0;
        NodeId init = 0;
        if (p->kind == TK_LPAREN) {
            u32 open = p->pos;
            Kids args = {0, 0};
            ps_args(p, &args);
            init = ps_make(p, N_ARGS, open, open, args);
        } else if (p->kind == TK_LBRACE) {
            init = ps_init_list(p);
        } else {
            return ps_fail(p);
        }
        ps_accept(p, TK_ELLIPSIS);
        ps_kid(p, &kids, ps_make(p, N_CTOR_INIT, at, at, ps_kids2(p, name, init)));
        if (!ps_accept(p, TK_COMMA))
            break;
    }
    return ps_make(p, N_CTOR_INITS, begin, begin, kids);
}

/* ---- blocks of declarations ---- */

/* '{' decl* '}' */
static void declaration_block(Parser *p, Kids *kids)
{
    Sym outer = p->class_name;
    p->class_name = 0;
    p->open_spaces++;
    ps_expect(p, TK_LBRACE);
    if (ps_enter(p)) {
        while (p->kind != TK_RBRACE && p->kind != TK_EOF) {
            u32 at = p->pos;
            ps_decl_item(p, kids, CTX_FILE);
            if (p->pos == at)
                break;
        }
    }
    ps_leave(p);
    p->open_spaces--;
    p->class_name = outer;
    if (!p->failed)
        ps_accept(p, TK_RBRACE);
}

NodeId ps_linkage(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_adv(p);
    ps_adv(p);
    if (p->kind == TK_LBRACE)
        declaration_block(p, &kids);
    else
        ps_declaration(p, &kids, CTX_FILE);
    return ps_make(p, N_LINKAGE, begin, begin, kids);
}

static NodeId namespace_decl(Parser *p)
{
    u32 begin = p->pos, flags = 0;
    Kids kids = {0, 0}, attrs = {0, 0};
    if (ps_accept(p, KW_INLINE))
        flags = NS_INLINE;
    ps_adv(p);
    ps_attributes(p, &attrs);
    if (p->kind == TK_IDENT && ps_peek(p) == TK_ASSIGN) {
        NodeId alias = name_leaf(p);
        ps_adv(p);
        NodeId to = ps_name(p, true);
        ps_expect(p, TK_SEMI);
        return ps_make(p, N_NAMESPACE_ALIAS, begin, begin, ps_kids2(p, alias, to));
    }
    if (p->kind == TK_IDENT) { /* namespace a::inline b { */
        u32 at = p->pos;
        NodeId part = name_leaf(p);
        if (p->kind == TK_COLONCOLON) {
            Kids parts = ps_kids1(part);
            while (ps_accept(p, TK_COLONCOLON)) {
                ps_accept(p, KW_INLINE);
                if (p->kind != TK_IDENT)
                    return ps_fail(p);
                ps_kid(p, &parts, name_leaf(p));
            }
            u32 tok = ps_node(p, parts.last)->tok;
            Sym s = ps_node(p, parts.last)->a;
            part = ps_make(p, N_QUALIFIED, at, tok, parts);
            ps_node(p, part)->a = s;
        }
        ps_kid(p, &kids, part);
    } else {
        ps_kid_none(p, &kids);
    }
    ps_attributes(p, &attrs);
    while (p->kind == TK_IDENT) /* visibility macros */
        ps_adv(p);
    declaration_block(p, &kids);
    NodeId n = ps_make(p, N_NAMESPACE, begin, begin, kids);
    ps_node(p, n)->flags = flags;
    return n;
}

static NodeId using_decl(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    if (ps_accept(p, KW_NAMESPACE)) {
        NodeId name = ps_name(p, true);
        ps_expect(p, TK_SEMI);
        NodeId n = ps_make(p, N_USING, begin, begin, ps_kids1(name));
        ps_node(p, n)->flags = USING_NAMESPACE;
        return n;
    }
    u32 next = ps_next(p, p->pos);
    if (p->kind == TK_IDENT && (p->k[next] == TK_ASSIGN || p->k[next] == KW_ATTRIBUTE ||
                                (p->k[next] == TK_LBRACKET && p->k[ps_next(p, next)] == TK_LBRACKET))) {
        Sym s = ps_sym(p);
        u32 tok = p->pos;
        Kids attrs = {0, 0};
        ps_adv(p);
        ps_attributes(p, &attrs);
        ps_expect(p, TK_ASSIGN);
        NodeId t = ps_type_name(p, CTX_TYPE);
        ps_expect(p, TK_SEMI);
        ps_bind(p, s, B_TYPE);
        NodeId n = ps_make(p, N_ALIAS, begin, tok, ps_kids1(t));
        ps_node(p, n)->a = s;
        return n;
    }
    Kids kids = {0, 0};
    do {
        ps_accept(p, KW_ENUM);
        ps_accept(p, KW_TYPENAME);
        ps_kid(p, &kids, ps_name(p, true));
        ps_accept(p, TK_ELLIPSIS);
    } while (ps_accept(p, TK_COMMA));
    ps_expect(p, TK_SEMI);
    return ps_make(p, N_USING, begin, begin, kids);
}

/* ---- templates ---- */

/* A constraint: primaries under && and ||, without the ambiguities of a whole expression. */
static NodeId constraint(Parser *p)
{
    u32 begin = p->pos;
    NodeId n = 0;
    for (NodeId left = 0;; left = n) {
        u32 at = p->pos;
        ps_accept(p, TK_NOT);
        if (p->kind == TK_LPAREN) {
            ps_adv(p);
            bool no_gt = p->no_gt;
            p->no_gt = false;
            NodeId e = ps_expr(p);
            p->no_gt = no_gt;
            ps_expect(p, TK_RPAREN);
            n = ps_make(p, N_PAREN, at, at, ps_kids1(e));
        } else if (p->kind == KW_REQUIRES) {
            n = ps_requires_expr(p);
        } else if (p->kind == KW_TRUE || p->kind == KW_FALSE || p->kind == TK_NUMBER) {
            ps_adv(p);
            n = ps_leaf(p, N_BOOL_LIT, at, at);
        } else {
            n = ps_name(p, true);
            if (p->kind == TK_LPAREN && !p->failed && p->prev + 1 == p->pos && p->match[p->pos]) {
                u8 after = p->k[ps_behind(p, p->pos)];
                if (after == TK_AMPAMP || after == TK_PIPEPIPE || ps_has(after, KP_TYPE)) {
                    Kids kids = ps_kids1(n);
                    u32 open = p->pos;
                    ps_args(p, &kids);
                    n = ps_make(p, N_CALL, at, open, kids);
                }
            }
        }
        if (p->failed)
            return 0;
        if (left) {
            n = ps_make(p, N_BINARY, begin, begin, ps_kids2(p, left, n));
            ps_node(p, n)->op = TK_AMPAMP;
        }
        if (p->kind != TK_AMPAMP && p->kind != TK_PIPEPIPE)
            return n;
        ps_adv(p);
    }
}

NodeId ps_requires_clause(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    bool no_brace = p->no_brace;
    p->no_brace = true;
    NodeId e = constraint(p);
    p->no_brace = no_brace;
    return ps_make(p, N_REQUIRES, begin, begin, ps_kids1(e));
}

static NodeId type_param(Parser *p)
{
    u32 begin = p->pos, tok = begin, flags = 0;
    Sym s = 0;
    Kids kids = {0, 0};
    if (p->kind == KW_TEMPLATE) { /* template template parameter */
        ps_adv(p);
        if (p->kind != TK_LT)
            return ps_fail(p);
        ps_template_params(p);
    }
    if (p->kind == KW_CLASS || p->kind == KW_TYPENAME)
        ps_adv(p);
    else if (p->kind == TK_IDENT || p->kind == TK_COLONCOLON)
        ps_name(p, true); /* a constraint */
    else
        return ps_fail(p);
    if (ps_accept(p, TK_ELLIPSIS))
        flags = PARAM_PACK;
    if (p->kind == TK_IDENT) {
        s = ps_sym(p);
        tok = p->pos;
        ps_bind(p, s, B_TYPE);
        ps_adv(p);
    }
    ps_kid(p, &kids, ps_accept(p, TK_ASSIGN) ? ps_type_name(p, CTX_TYPE) : ps_none(p));
    NodeId n = ps_make(p, N_TYPE_PARAM, begin, tok, kids);
    ps_node(p, n)->a = s;
    ps_node(p, n)->flags = flags;
    return n;
}

/* class T, typename ...T, template <...> class T; not typename T::x v. */
static bool at_type_param(Parser *p)
{
    if (p->kind == KW_TEMPLATE)
        return true;
    u32 i = ps_next(p, p->pos);
    if (p->kind == KW_CLASS || p->kind == KW_TYPENAME) {
        if (p->k[i] == TK_ELLIPSIS)
            return true;
        if (p->k[i] == TK_IDENT)
            i = ps_next(p, i);
        u8 k = p->k[i];
        return k == TK_COMMA || k == TK_GT || k == TK_ASSIGN || k == TK_SHR || k == TK_GE || k == TK_EOF;
    }
    if (p->kind != TK_IDENT && p->kind != TK_COLONCOLON)
        return false;
    /* Concept T: a template-id or a known concept in front of a name that is used as a type */
    NameLook n = ps_look_name(p, p->pos, true);
    bool concept = n.last < p->n_bind && (p->bind[n.last] & B_CONCEPT);
    u8 k = p->k[n.end];
    return concept && (k == TK_IDENT || k == TK_ELLIPSIS);
}

NodeId ps_template_params(Parser *p)
{
    u32 begin = p->pos;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    Kids kids = {0, 0};
    ps_expect(p, TK_LT);
    p->no_gt = true;
    p->no_brace = false;
    bool deep = !ps_enter(p);
    while (!deep && p->kind != TK_GT && p->kind != TK_EOF && p->kind != TK_SHR) {
        ps_kid(p, &kids, at_type_param(p) ? type_param(p) : ps_param(p, CTX_TPARAM));
        if (!ps_accept(p, TK_COMMA))
            break;
    }
    ps_leave(p);
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    ps_expect(p, TK_GT);
    if (p->kind == KW_REQUIRES)
        ps_kid(p, &kids, ps_requires_clause(p));
    return ps_make(p, N_TEMPLATE_PARAMS, begin, begin, kids);
}

/* The plain name that a declarator declares, or 0. */
static Sym plain_name(Parser *p, NodeId dtor)
{
    while (dtor && ps_node(p, dtor)->kind != N_D_NAME)
        dtor = ps_node(p, dtor)->first;
    if (!dtor || ps_node(p, ps_node(p, dtor)->first)->kind != N_NAME || ps_node(p, dtor)->a == p->class_name)
        return 0;
    return ps_node(p, dtor)->a;
}

static Sym declared_sym(Parser *p, NodeId n, u8 *bits)
{
    const Node *x = ps_node(p, n);
    switch (x->kind) {
    case N_ALIAS: *bits = B_TYPE; return x->a;
    case N_CONCEPT: *bits = B_VALUE | B_CONCEPT; return x->a;
    case N_FUNC: *bits = B_VALUE; return plain_name(p, ps_node(p, x->first)->next);
    case N_DECL: {
        NodeId specs = x->first, decl = ps_node(p, specs)->next;
        if (decl) {
            *bits = B_VALUE;
            return plain_name(p, ps_node(p, decl)->first);
        }
        for (NodeId s = ps_node(p, specs)->first; s; s = ps_node(p, s)->next) {
            if (ps_node(p, s)->kind == N_RECORD) {
                *bits = B_TYPE;
                return ps_node(p, s)->a;
            }
        }
        return 0;
    }
    case N_TEMPLATE:
        for (NodeId c = x->first; c; c = ps_node(p, c)->next)
            if (!ps_node(p, c)->next)
                return declared_sym(p, c, bits);
        return 0;
    default: return 0;
    }
}

static NodeId concept_decl(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    Sym s = ps_sym(p);
    u32 tok = p->pos;
    ps_expect(p, TK_IDENT);
    ps_expect(p, TK_ASSIGN);
    NodeId e = ps_expr(p);
    ps_expect(p, TK_SEMI);
    NodeId n = ps_make(p, N_CONCEPT, begin, tok, ps_kids1(e));
    ps_node(p, n)->a = s;
    return n;
}

static NodeId template_decl(Parser *p, Ctx ctx)
{
    u32 begin = p->pos, scope = p->undo.n, flags = 0;
    Kids kids = {0, 0};
    ps_accept(p, KW_EXTERN);
    ps_expect(p, KW_TEMPLATE);
    if (p->kind == TK_LT) {
        ps_kid(p, &kids, ps_template_params(p));
    } else {
        flags = TEMPLATE_INSTANTIATION;
        NodeId none = ps_leaf(p, N_TEMPLATE_PARAMS, p->pos, p->pos);
        ps_node(p, none)->end = p->pos;
        ps_kid(p, &kids, none);
    }
    if (p->failed)
        return 0;
    if (ps_enter(p))
        ps_declaration(p, &kids, ctx);
    ps_leave(p);
    if (p->failed)
        return 0;
    u8 bits = 0;
    Sym s = declared_sym(p, kids.last, &bits);
    ps_scope_pop(p, scope);
    if (s)
        ps_bind(p, s, bits | B_TEMPLATE);
    NodeId n = ps_make(p, N_TEMPLATE, begin, begin, kids);
    ps_node(p, n)->flags = flags;
    return n;
}

bool ps_cxx_declaration(Parser *p, Kids *out, Ctx ctx)
{
    u32 begin = p->pos;
    u8 next = ps_peek(p);
    switch (p->kind) {
    case KW_INLINE:
        if (next != KW_NAMESPACE)
            return false;
        /* fall through */
    case KW_NAMESPACE:
        p->u->n_statements++;
        ps_kid(p, out, namespace_decl(p));
        return true;
    case KW_USING:
        p->u->n_statements++;
        ps_kid(p, out, using_decl(p));
        return true;
    case KW_EXTERN:
        if (next != KW_TEMPLATE)
            return false;
        /* fall through */
    case KW_TEMPLATE: ps_kid(p, out, template_decl(p, ctx)); return true;
    case KW_CONCEPT:
        p->u->n_statements++;
        ps_kid(p, out, concept_decl(p));
        return true;
    case KW_EXPORT:
        ps_adv(p);
        if (p->kind == TK_LBRACE) {
            Kids kids = {0, 0};
            declaration_block(p, &kids);
            ps_kid(p, out, ps_make(p, N_LINKAGE, begin, begin, kids));
        } else {
            ps_declaration(p, out, ctx);
        }
        return true;
    case KW_FRIEND: {
        Kids kids = {0, 0};
        ps_adv(p);
        ps_declaration(p, &kids, ctx);
        if (!p->failed)
            ps_kid(p, out, ps_make(p, N_FRIEND, begin, begin, kids));
        return true;
    }
    default: return false;
    }
}
