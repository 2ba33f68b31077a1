/*
 * Expressions that C and C++ share: primaries, operators by precedence, casts, calls.
 * Chains of binary and postfix operators are loops; only real nesting recurses. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* Binding strength; 0: not a binary operator. Comma and assignment are handled apart. */
enum {
    PREC_NONE,
    PREC_OROR,
    PREC_ANDAND,
    PREC_OR,
    PREC_XOR,
    PREC_AND,
    PREC_EQ,
    PREC_REL,
    PREC_SPACESHIP,
    PREC_SHIFT,
    PREC_ADD,
    PREC_MUL,
    PREC_PM
};

static const u8 precedence[TK_COUNT + 1] = {
    [TK_PIPEPIPE] = PREC_OROR, [TK_AMPAMP] = PREC_ANDAND, [TK_PIPE] = PREC_OR,
    [TK_CARET] = PREC_XOR,     [TK_AMP] = PREC_AND,       [TK_EQEQ] = PREC_EQ,
    [TK_NE] = PREC_EQ,         [TK_LT] = PREC_REL,        [TK_GT] = PREC_REL,
    [TK_LE] = PREC_REL,        [TK_GE] = PREC_REL,        [TK_SPACESHIP] = PREC_SPACESHIP,
    [TK_SHL] = PREC_SHIFT,     [TK_SHR] = PREC_SHIFT,     [TK_PLUS] = PREC_ADD,
    [TK_MINUS] = PREC_ADD,     [TK_STAR] = PREC_MUL,      [TK_SLASH] = PREC_MUL,
    [TK_PERCENT] = PREC_MUL,   [TK_DOTSTAR] = PREC_PM,    [TK_ARROWSTAR] = PREC_PM,
};

/* ---- primary ---- */

NodeId ps_string(Parser *p, u32 begin, Kids kids)
{
    u32 tok = p->pos;
    for (;;) {
        if (p->kind == TK_STRING) {
            ps_adv(p);
        } else if (p->kind == TK_IDENT && !(p->cxx && (ps_sym(p) == p->word[W_OVERRIDE] || p->no_brace))) {
            if (ps_peek(p) == TK_LPAREN) {
                u32 name = p->pos;
                Kids call = ps_kids1(ps_leaf(p, N_NAME, name, name));
                ps_node(p, call.first)->a = ps_sym(p);
                ps_node(p, call.first)->end = name + 1;
                ps_adv(p);
                u32 open = p->pos;
                ps_args(p, &call);
                ps_kid(p, &kids, ps_make(p, N_CALL, name, open, call));
            } else {
                ps_adv(p);
            }
        } else {
            break;
        }
    }
    return ps_make(p, N_STRING, begin, tok, kids);
}

static NodeId leaf_sym(Parser *p, NodeKind kind)
{
    u32 at = p->pos;
    Sym s = ps_sym(p);
    ps_adv(p);
    NodeId n = ps_leaf(p, kind, at, at);
    ps_node(p, n)->a = s;
    return n;
}

static NodeId va_arg_expr(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    NodeId ap = ps_assign(p);
    ps_expect(p, TK_COMMA);
    NodeId t = ps_type_name(p, CTX_TYPE);
    ps_expect(p, TK_RPAREN);
    return ps_make(p, N_VA_ARG, begin, begin, ps_kids2(p, ap, t));
}

static NodeId offsetof_expr(Parser *p)
{
    u32 begin = p->pos;
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    NodeId t = ps_type_name(p, CTX_TYPE);
    ps_expect(p, TK_COMMA);
    NodeId m = ps_cast_expr(p);
    ps_expect(p, TK_RPAREN);
    return ps_make(p, N_OFFSETOF, begin, begin, ps_kids2(p, t, m));
}

/* Do the arguments at `open` have the shape (x, y) with exactly one comma? */
static bool two_arguments(const Parser *p, u32 open)
{
    u32 close = p->match[open];
    if (!close)
        return false;
    u32 c = ps_argument_end(p, ps_next(p, open), close);
    return c < close && ps_argument_end(p, ps_next(p, c), close) == close;
}

static NodeId generic_selection(Parser *p)
{
    u32 begin = p->pos;
    Kids kids = {0, 0};
    ps_adv(p);
    ps_expect(p, TK_LPAREN);
    ps_kid(p, &kids, ps_type_or_expr(p, false));
    while (ps_accept(p, TK_COMMA)) {
        u32 at = p->pos;
        NodeId t;
        if (p->kind == KW_DEFAULT) {
            t = ps_none(p);
            ps_adv(p);
        } else {
            t = ps_type_name(p, CTX_TYPE);
        }
        ps_expect(p, TK_COLON);
        NodeId v = ps_assign(p);
        ps_kid(p, &kids, ps_make(p, N_GENERIC_ASSOC, at, at, ps_kids2(p, t, v)));
    }
    ps_expect(p, TK_RPAREN);
    return ps_make(p, N_GENERIC, begin, begin, kids);
}

static NodeId paren(Parser *p)
{
    u32 begin = p->pos;
    bool no_gt = p->no_gt, no_brace = p->no_brace;
    p->no_gt = p->no_brace = false;
    ps_adv(p);
    NodeId n;
    if (p->kind == TK_LBRACE) {
        NodeId body = ps_compound(p);
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_STMT_EXPR, begin, begin, ps_kids1(body));
    } else if (p->kind == TK_ELLIPSIS && p->cxx) { /* (... op pack) */
        ps_adv(p);
        u8 op = p->kind;
        u32 tok = p->pos;
        ps_adv(p);
        NodeId none = ps_none(p), e = ps_cast_expr(p);
        NodeId fold = ps_make(p, N_FOLD, ps_next(p, begin), tok, ps_kids2(p, none, e));
        ps_node(p, fold)->op = op;
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_PAREN, begin, begin, ps_kids1(fold));
    } else {
        NodeId e = ps_expr(p);
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_PAREN, begin, begin, ps_kids1(e));
    }
    p->no_gt = no_gt;
    p->no_brace = no_brace;
    return n;
}

static NodeId identifier(Parser *p)
{
    Sym s = ps_sym(p);
    if (s < p->n_bind && (p->bind[s] & B_WORD) && ps_peek(p) == TK_LPAREN) {
        u32 open = ps_next(p, p->pos);
        if (s == p->word[W_VA_ARG] && two_arguments(p, open))
            return va_arg_expr(p);
        if (s == p->word[W_OFFSETOF] && two_arguments(p, open))
            return offsetof_expr(p);
    }
    if (p->cxx)
        return ps_cxx_primary(p);
    return leaf_sym(p, N_NAME);
}

static NodeId primary(Parser *p)
{
    switch (p->kind) {
    case TK_IDENT: return identifier(p);
    case TK_NUMBER: return leaf_sym(p, N_NUMBER);
    case TK_CHAR: return leaf_sym(p, N_CHAR);
    case TK_STRING: return ps_string(p, p->pos, (Kids){0, 0});
    case TK_LPAREN: return paren(p);
    case KW_BUILTIN_VA_ARG: return va_arg_expr(p);
    case KW_BUILTIN_OFFSETOF: return offsetof_expr(p);
    case KW_GENERIC: return generic_selection(p);
    default: return p->cxx ? ps_cxx_primary(p) : ps_fail(p);
    }
}

/* ---- postfix and unary ---- */

static NodeId member_name(Parser *p)
{
    if (p->cxx) {
        if (p->kind == KW_TEMPLATE)
            ps_adv(p);
        return ps_member_name(p);
    }
    if (p->kind != TK_IDENT)
        return ps_fail(p);
    return leaf_sym(p, N_NAME);
}

/* 5 IF_FEATURE(+ 2): a macro call that begins with an operator behind an operand. It is left out. */
static bool skip_conditional_operand(Parser *p)
{
    u32 open = ps_next(p, p->pos);
    if (p->k[open] != TK_LPAREN || !p->match[open])
        return false;
    u8 k = p->k[ps_next(p, open)];
    if (k != TK_PLUS && k != TK_MINUS && k != TK_PIPE && k != TK_PIPEPIPE && k != TK_AMPAMP && k != TK_COMMA)
        return false;
    Skip s = {SKIP_UNREAD, p->u->toks.at[p->pos].loc, p->match[open] + 1 - p->pos};
    vec_push(&p->u->skips, s);
    p->prev = p->match[open];
    ps_seek(p, ps_behind(p, open));
    return true;
}

/* IF_A("a") IF_B("b"): macro calls that give string literals. */
static bool joins_strings(Parser *p, NodeId n)
{
    const Node *x = ps_node(p, n);
    if (x->kind != N_CALL || ps_node(p, x->first)->kind != N_NAME)
        return false;
    NodeId arg = ps_node(p, x->first)->next;
    u32 open = ps_next(p, p->pos);
    return arg && ps_node(p, arg)->kind == N_STRING && p->k[open] == TK_LPAREN &&
           p->k[ps_next(p, open)] == TK_STRING && ps_caps(ps_sym(p));
}

static NodeId postfix(Parser *p, NodeId n, u32 begin)
{
    for (;;) {
        u32 tok = p->pos;
        switch (p->kind) {
        case TK_LPAREN: {
            Kids kids = ps_kids1(n);
            ps_args(p, &kids);
            n = ps_make(p, N_CALL, begin, tok, kids);
            break;
        }
        case TK_LBRACKET: {
            bool no_gt = p->no_gt, no_brace = p->no_brace;
            p->no_gt = p->no_brace = false;
            Kids kids = ps_kids1(n);
            ps_adv(p);
            if (p->kind != TK_RBRACKET)
                ps_kid(p, &kids, p->kind == TK_LBRACE ? ps_init_list(p) : ps_expr(p));
            p->no_gt = no_gt;
            p->no_brace = no_brace;
            ps_expect(p, TK_RBRACKET);
            n = ps_make(p, N_INDEX, begin, tok, kids);
            break;
        }
        case TK_DOT:
        case TK_ARROW: {
            u8 op = p->kind;
            ps_adv(p);
            NodeId m = member_name(p);
            n = ps_make(p, N_MEMBER, begin, tok, ps_kids2(p, n, m));
            ps_node(p, n)->op = op;
            break;
        }
        case TK_PLUSPLUS:
        case TK_MINUSMINUS: {
            u8 op = p->kind;
            ps_adv(p);
            n = ps_make(p, N_POSTFIX, begin, tok, ps_kids1(n));
            ps_node(p, n)->op = op;
            break;
        }
        case TK_STRING: { /* PRIu64 "text", _("text") "more" */
            const Node *x = ps_node(p, n);
            if (x->kind != N_NAME && !(x->kind == N_CALL && ps_node(p, x->first)->kind == N_NAME))
                return n;
            Kids kids = {0, 0};
            if (x->kind == N_CALL)
                kids = ps_kids1(n);
            n = ps_string(p, begin, kids);
            break;
        }
        case TK_IDENT:
            if (joins_strings(p, n)) {
                n = ps_string(p, begin, ps_kids1(n));
                break;
            }
            if (!skip_conditional_operand(p))
                return n;
            break;
        default: return n;
        }
        if (p->failed)
            return 0;
    }
}

static NodeId unary(Parser *p)
{
    u32 tok = p->pos;
    u8 op = p->kind;
    ps_adv(p);
    NodeId e = ps_cast_expr(p);
    NodeId n = ps_make(p, N_UNARY, tok, tok, ps_kids1(e));
    ps_node(p, n)->op = op;
    return n;
}

static NodeId size_of(Parser *p)
{
    u32 begin = p->pos;
    u8 op = p->kind;
    ps_adv(p);
    bool pack = ps_accept(p, TK_ELLIPSIS);
    NodeId n;
    if (!pack && p->kind == TK_LPAREN && ps_look_paren_type(p, p->pos, false) &&
        !(ps_behind(p, p->pos) && p->k[ps_behind(p, p->pos)] == TK_LBRACE &&
          p->match[ps_behind(p, p->pos)])) {
        ps_adv(p);
        NodeId t = ps_type_name(p, CTX_TYPE);
        ps_expect(p, TK_RPAREN);
        n = ps_make(p, N_SIZEOF_TYPE, begin, begin, ps_kids1(t));
    } else if (ps_has(p->kind, KP_TYPE)) { /* sizeof int: from a macro; not C, but clear */
        NodeId t = ps_type_name(p, CTX_TYPE);
        n = ps_make(p, N_SIZEOF_TYPE, begin, begin, ps_kids1(t));
    } else {
        NodeId e;
        if (p->kind == TK_LPAREN) { /* sizeof (x)[0] applies to the whole, sizeof (x) + 1 only to (x) */
            u32 at = p->pos;
            if (!pack && ps_look_paren_type(p, at, false)) {
                e = ps_cast_expr(p);
            } else {
                e = paren(p);
                if (!p->failed)
                    e = postfix(p, e, at);
            }
        } else {
            e = ps_cast_expr(p);
        }
        n = ps_make(p, N_SIZEOF_EXPR, begin, begin, ps_kids1(e));
    }
    ps_node(p, n)->op = op;
    return n;
}

static NodeId cast(Parser *p)
{
    u32 begin = p->pos;
    bool no_gt = p->no_gt;
    p->no_gt = false;
    ps_adv(p);
    NodeId t = ps_type_name(p, CTX_TYPE);
    ps_expect(p, TK_RPAREN);
    p->no_gt = no_gt;
    if (p->kind == TK_LBRACE) {
        NodeId list = ps_init_list(p);
        NodeId n = ps_make(p, N_COMPOUND_LIT, begin, begin, ps_kids2(p, t, list));
        return p->failed ? 0 : postfix(p, n, begin);
    }
    NodeId e = ps_cast_expr(p);
    return ps_make(p, N_CAST, begin, begin, ps_kids2(p, t, e));
}

NodeId ps_cast_expr(Parser *p)
{
    if (!ps_enter(p)) {
        ps_leave(p);
        return 0;
    }
    u32 begin = p->pos;
    NodeId n;
    switch (p->kind) {
    case TK_LPAREN:
        if (ps_look_paren_type(p, begin, true)) {
            n = cast(p);
            break;
        }
        n = paren(p);
        n = p->failed ? 0 : postfix(p, n, begin);
        break;
    case TK_PLUS:
    case TK_MINUS:
    case TK_NOT:
    case TK_TILDE:
    case TK_STAR:
    case TK_AMP:
    case TK_PLUSPLUS:
    case TK_MINUSMINUS:
    case KW_REAL:
    case KW_IMAG:
    case KW_EXTENSION:
    case KW_CO_AWAIT: n = unary(p); break;
    case TK_AMPAMP: {
        ps_adv(p);
        Sym s = ps_sym(p);
        if (p->kind != TK_IDENT) {
            n = ps_fail(p);
            break;
        }
        ps_adv(p);
        n = ps_leaf(p, N_LABEL_ADDR, begin, begin);
        ps_node(p, n)->a = s;
        break;
    }
    case KW_SIZEOF:
    case KW_ALIGNOF: n = size_of(p); break;
    case KW_NEW: n = ps_new(p, begin); break;
    case KW_DELETE: n = ps_delete(p, begin); break;
    case TK_COLONCOLON:
        if (ps_peek(p) == KW_NEW || ps_peek(p) == KW_DELETE) {
            ps_adv(p);
            n = p->kind == KW_NEW ? ps_new(p, begin) : ps_delete(p, begin);
            if (!p->failed)
                ps_node(p, n)->flags |= NEW_GLOBAL;
            break;
        }
        /* fall through */
    default:
        n = primary(p);
        n = p->failed ? 0 : postfix(p, n, begin);
        break;
    }
    ps_leave(p);
    return n;
}

/* ---- binary ---- */

/* Binary operators of at least this precedence. */
static NodeId binary(Parser *p, u8 min)
{
    u32 begin = p->pos;
    NodeId lhs = ps_cast_expr(p);
    for (;;) {
        u8 op = p->kind, prec = precedence[op];
        if (prec < min || prec == PREC_NONE)
            return lhs;
        if (p->no_gt && (op == TK_GT || op == TK_SHR || op == TK_GE))
            return lhs;
        u32 tok = p->pos;
        ps_adv(p);
        if (p->kind == TK_ELLIPSIS && p->cxx) { /* (pack op ... [op init]) */
            ps_adv(p);
            NodeId rhs;
            if (p->kind == op) {
                ps_adv(p);
                rhs = ps_cast_expr(p);
            } else {
                rhs = ps_none(p);
            }
            lhs = ps_make(p, N_FOLD, begin, tok, ps_kids2(p, lhs, rhs));
            ps_node(p, lhs)->op = op;
            return lhs;
        }
        NodeId rhs = binary(p, (u8)(prec + 1));
        if (p->failed)
            return 0;
        lhs = ps_make(p, prec == PREC_PM ? N_MEMBER : N_BINARY, begin, tok, ps_kids2(p, lhs, rhs));
        ps_node(p, lhs)->op = op;
    }
}

static NodeId conditional(Parser *p, NodeId cond, u32 begin)
{
    u32 tok = p->pos;
    ps_adv(p);
    bool no_gt = p->no_gt;
    p->no_gt = false;
    NodeId yes = p->kind == TK_COLON ? ps_none(p) : ps_expr(p);
    p->no_gt = no_gt;
    ps_expect(p, TK_COLON);
    NodeId no = 0;
    if (ps_enter(p))
        no = p->cxx ? ps_assign(p) : ps_constant(p);
    ps_leave(p);
    Kids kids = ps_kids2(p, cond, yes);
    ps_kid(p, &kids, no);
    return ps_make(p, N_COND, begin, tok, kids);
}

NodeId ps_constant(Parser *p)
{
    u32 begin = p->pos;
    NodeId n = binary(p, PREC_OROR);
    return p->kind == TK_QUESTION ? conditional(p, n, begin) : n;
}

NodeId ps_assign(Parser *p)
{
    u32 begin = p->pos;
    if (p->kind == KW_THROW) {
        ps_adv(p);
        NodeId e = p->kind == TK_SEMI || p->kind == TK_RPAREN || p->kind == TK_COLON || p->kind == TK_COMMA ||
                           p->kind == TK_RBRACE
                       ? ps_none(p)
                       : ps_assign(p);
        return ps_make(p, N_THROW, begin, begin, ps_kids1(e));
    }
    if (p->kind == KW_CO_YIELD) {
        ps_adv(p);
        NodeId e = ps_initializer(p);
        return ps_make(p, N_YIELD, begin, begin, ps_kids1(e));
    }
    NodeId n = binary(p, PREC_OROR);
    if (p->kind == TK_QUESTION)
        n = conditional(p, n, begin);
    if (!ps_has(p->kind, KP_ASSIGN))
        return n;
    u8 op = p->kind;
    u32 tok = p->pos;
    ps_adv(p);
    NodeId rhs = 0;
    if (ps_enter(p))
        rhs = ps_initializer(p);
    ps_leave(p);
    n = ps_make(p, N_ASSIGN, begin, tok, ps_kids2(p, n, rhs));
    ps_node(p, n)->op = op;
    return n;
}

NodeId ps_expr(Parser *p)
{
    u32 begin = p->pos;
    NodeId n = ps_assign(p);
    while (p->kind == TK_COMMA) {
        u32 tok = p->pos;
        ps_adv(p);
        if (p->kind == TK_ELLIPSIS && p->cxx) {
            ps_adv(p);
            NodeId rhs = ps_accept(p, TK_COMMA) ? ps_cast_expr(p) : ps_none(p);
            n = ps_make(p, N_FOLD, begin, tok, ps_kids2(p, n, rhs));
            ps_node(p, n)->op = TK_COMMA;
            break;
        }
        NodeId rhs = ps_assign(p);
        n = ps_make(p, N_BINARY, begin, tok, ps_kids2(p, n, rhs));
        ps_node(p, n)->op = TK_COMMA;
    }
    return n;
}
