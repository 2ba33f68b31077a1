/*
 * Look-ahead of the parser in declarations: declaration or statement, type or macro or declared name, K&R lists.
 * Every scan is bounded or hops over brackets by their partners; nothing moves the cursor. Private to the parser.
 */
#include "syntax/parse_priv.h"

/* Kinds that may stand behind a declared name in a statement. */
static bool declared_end(const Parser *p, u32 i, Ctx ctx)
{
    u8 k = p->k[i];
    if (k == TK_SEMI || k == TK_ASSIGN || k == TK_COMMA || k == TK_LBRACKET || k == KW_ATTRIBUTE ||
        k == KW_ASM)
        return true;
    if (k == TK_COLON)
        return ctx == CTX_FOR || ctx == CTX_CLASS;
    if (k == TK_LBRACE)
        return p->cxx;
    if (k == TK_RPAREN)
        return ctx == CTX_COND || ctx == CTX_PARAM;
    return k == TK_LPAREN || k == TK_PP_IF;
}

bool ps_look_knr(Parser *p, u32 open)
{
    u32 close = p->match[open], i = ps_next(p, open);
    if (p->cxx || !close || p->k[i] != TK_IDENT)
        return false;
    for (u32 steps = 0; i != close; steps++) {
        if (p->k[i] != TK_IDENT || steps > LIMIT_DECL_LOOKAHEAD)
            return false;
        i = ps_next(p, i);
        if (p->k[i] == TK_COMMA && ps_next(p, i) != close)
            i = ps_next(p, i);
        else if (i != close)
            return false;
    }
    u32 b = ps_next(p, close);
    u8 k = p->k[b];
    if (k == TK_LBRACE)
        return !ps_is_type(p, ps_sym_at(p, ps_next(p, open)));
    if (k == TK_IDENT) {
        /* A declaration such as `T *x;` with a ; in front of the body. */
        u8 n = p->k[ps_next(p, b)];
        if (n != TK_IDENT && n != TK_STAR && n != KW_CONST)
            return false;
    } else if (!ps_has(k, KP_TYPE | KP_QUAL) && k != KW_REGISTER) {
        return false;
    }
    bool semi = false;
    for (u32 steps = 0; steps < LIMIT_DECL_LOOKAHEAD; steps++, b = ps_next(p, b)) {
        k = p->k[b];
        if (k == TK_LBRACE)
            return semi && p->k[b - 1] == TK_SEMI;
        if (k == TK_EOF || k == TK_RBRACE || k == TK_ASSIGN || ps_has(k, KP_STMT))
            return false;
        semi |= k == TK_SEMI;
        if ((k == TK_LPAREN || k == TK_LBRACKET)) {
            if (!p->match[b])
                return false;
            b = p->match[b];
        }
    }
    return false;
}

/* An identifier at i in front of another specifier or name: is it the macro of the two? */
static bool first_is_macro(Parser *p, Sym x, u32 second)
{
    NameLook y = ps_look_name(p, second, true);
    if (ps_attr_like(p, x))
        return true;
    if (y.parts == 1 && ps_attr_like(p, y.last))
        return false;
    if (ps_type_word(p, x))
        return false;
    if (ps_type_word(p, y.last) || y.parts > 1)
        return true;
    if (ps_caps(x) != ps_caps(y.last))
        return ps_caps(x);
    return true;
}

/* X (...) in front of the declared name, or the declared name itself. */
static SpecWord look_spec_call(Parser *p, Ctx ctx, u32 open, Sym x, bool has_type, u32 flags)
{
    u32 in = ps_next(p, open), b = ps_behind(p, open);
    if (!b)
        return SW_STOP;
    u8 m = p->k[b], ik = p->k[in];
    bool known = ps_type_word(p, x);
    bool attr = p->names && names_have(p->names, x, NF_ATTR_MACRO) && names_have(p->names, x, NF_FUNC_MACRO);
    if (attr && !known && (m == TK_IDENT || m == TK_STAR || m == KW_OPERATOR || ps_has(m, KP_SPEC)) &&
        !ps_look_knr(p, open))
        return SW_MACRO_ARGS;
    if (ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM) {
        if (has_type)
            return SW_STOP;
        if (p->no_call)
            return SW_TYPE;
        if (ik == TK_STAR || ik == TK_AMP || ik == TK_CARET || ik == TK_AMPAMP)
            return SW_TYPE;
        if (m == TK_IDENT || m == TK_STAR)
            return SW_TYPE_ARGS;
        return ps_has(m, KP_SPEC) ? SW_MACRO_ARGS : SW_TYPE;
    }
    if (has_type) {
        if (ps_look_knr(p, open))
            return SW_STOP;
        if (m == TK_STAR || ps_has(m, KP_TYPE | KP_QUAL))
            return ps_caps(x) || !p->cxx ? SW_MACRO_ARGS : SW_STOP;
        if (m == TK_IDENT && ps_caps(x) && !ps_caps(ps_sym_at(p, b)) && !ps_word_at(p, b, W_OVERRIDE) &&
            !ps_word_at(p, b, W_FINAL) && ps_has(p->k[ps_next(p, b)], KP_DECLEND))
            return SW_MACRO_ARGS;
        return SW_STOP;
    }
    if (ik == TK_STAR || ik == TK_CARET || ((ik == TK_AMP || ik == TK_AMPAMP) && p->cxx)) {
        /* T (*name)(...), T (*name)[3], T (&name)[3] */
        bool ptr = false;
        u32 j = ps_skip_pointers(p, in, &ptr);
        if (p->k[j] == TK_LPAREN || known)
            return SW_TYPE;
        if (p->k[j] == TK_IDENT && (m == TK_LPAREN || m == TK_LBRACKET || m == TK_SEMI || m == TK_ASSIGN))
            return SW_TYPE;
        return SW_STOP;
    }
    if (ik == TK_IDENT && p->k[ps_next(p, in)] == TK_STAR && (m == TK_LPAREN || m == TK_LBRACKET) &&
        ps_is_attr_word(p, ps_sym_at(p, in)))
        return SW_TYPE; /* T (WINAPI *name)(...) */
    if (m == TK_LPAREN && ik == TK_IDENT && p->k[ps_next(p, in)] == TK_IDENT &&
        ps_next(p, ps_next(p, in)) == p->match[open])
        return SW_TYPE; /* T (MACRO name)(...) */
    if (m == TK_LPAREN && ik == TK_IDENT && ps_next(p, in) == p->match[open])
        return known || !ps_caps(x) ? SW_TYPE : SW_STOP; /* T (name)(...) or MACRO(name)(...) */
    if (ctx == CTX_CLASS && x == p->class_name)
        return SW_STOP;
    if (!p->cxx && ik == TK_IDENT && ps_next(p, in) == p->match[open] && ps_is_type(p, x))
        return SW_TYPE; /* T (x); */
    if (m == KW_OPERATOR)
        return SW_TYPE_ARGS;
    if (ps_look_knr(p, open))
        return SW_STOP;
    bool same_line = !(p->u->toks.at[b].flags & UT_BOL);
    if (m == TK_STAR)
        return SW_TYPE_ARGS;
    if (ps_has(m, KP_SPEC) && !known)
        return same_line || ps_attr_like(p, x) || flags ? SW_MACRO_ARGS : SW_STOP;
    if ((m == TK_IDENT || (p->cxx && m == TK_COLONCOLON)) && !known) {
        if (ctx == CTX_CLASS && p->cxx && (ps_word_at(p, b, W_OVERRIDE) || ps_word_at(p, b, W_FINAL)))
            return SW_STOP;
        NameLook y = ps_look_name(p, b, true);
        u8 e = p->k[y.end];
        if (!same_line && !ps_attr_like(p, x) && !flags)
            return SW_STOP;
        if (y.special)
            return SW_MACRO_ARGS;
        if (ps_has(e, KP_DECLEND) || e == KW_ATTRIBUTE)
            return e == TK_LBRACE || (ps_attr_like(p, x) && e == TK_LPAREN && p->cxx) ? SW_STOP
                                                                                      : SW_TYPE_ARGS;
        return SW_MACRO_ARGS;
    }
    return SW_STOP;
}

SpecWord ps_look_spec_word(Parser *p, Ctx ctx, bool has_type, u32 flags)
{
    u32 i = p->pos, q = ps_next(p, i);
    Sym x = ps_sym_at(p, i);
    u8 n = p->k[q];
    if (has_type && (n == TK_SEMI || n == TK_COMMA || n == TK_ASSIGN || n == TK_RPAREN || n == TK_LBRACKET))
        return ctx == CTX_TYPE && n == TK_RPAREN && ps_is_attr_word(p, x) ? SW_MACRO : SW_STOP;
    if (n == TK_LPAREN && p->cxx && ctx == CTX_CLASS && x == p->class_name && p->k[ps_next(p, q)] != TK_STAR)
        return SW_STOP;
    if (ps_is_attr_word(p, x) && !(n == TK_SEMI || n == TK_ASSIGN || n == TK_COMMA))
        return SW_MACRO;
    NameLook name = ps_look_name(p, i, true);
    bool simple = name.end == q;
    q = name.end;
    n = p->k[q];
    if (simple && p->names && names_have(p->names, x, NF_ATTR_MACRO) &&
        !(ps_class(p, x) & (B_TYPE | B_VALUE))) {
        if (n == TK_LPAREN && !names_have(p->names, x, NF_FUNC_MACRO))
            return has_type ? SW_STOP : SW_MACRO;
        if (n == TK_IDENT || n == TK_STAR || n == TK_AMP || n == TK_COLONCOLON || n == KW_OPERATOR ||
            ps_has(n, KP_SPEC))
            return SW_MACRO;
    }
    if (n == TK_LPAREN && simple)
        return look_spec_call(p, ctx, q, x, has_type, flags);
    if (has_type) {
        if (!simple)
            return SW_STOP;
        if (n == TK_IDENT || (p->cxx && n == TK_COLONCOLON)) {
            NameLook y = ps_look_name(p, q, true);
            u8 m = p->k[y.end];
            if (m == TK_SEMI || m == TK_COMMA || m == TK_ASSIGN || m == TK_RPAREN || m == TK_LPAREN ||
                m == TK_COLON) {
                if (p->cxx && (ps_word_at(p, q, W_OVERRIDE) || ps_word_at(p, q, W_FINAL)))
                    return SW_STOP;
                if ((ps_attr_like(p, y.last) && !ps_attr_like(p, x) && !ps_caps(x)) ||
                    (ps_caps(y.last) && !ps_caps(x)))
                    return SW_STOP;
            }
            return SW_MACRO;
        }
        if (n == TK_STAR || (p->cxx && (n == TK_AMP || n == TK_AMPAMP)) || n == KW_OPERATOR ||
            ps_has(n, KP_TYPE))
            return SW_MACRO;
        if (ps_has(n, KP_QUAL | KP_STORAGE) && n != KW_ATTRIBUTE && n != KW_ALIGNAS && n != KW_DECLSPEC)
            return SW_MACRO;
        return SW_STOP;
    }
    if (!simple) { /* only C++ */
        if (name.special || name.memptr)
            return ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM ? SW_TYPE : SW_STOP;
        if (n == TK_LPAREN) {
            if (ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM)
                return SW_TYPE;
            u8 in = p->k[ps_next(p, q)];
            if (name.last == name.before || name.last == p->class_name)
                return SW_STOP;
            if (in == TK_STAR || in == TK_AMP || in == TK_AMPAMP)
                return SW_TYPE;
            return ctx == CTX_BLOCK || name.parts == 1 ? SW_TYPE : SW_STOP;
        }
        return SW_TYPE;
    }
    bool type_only = ctx == CTX_PARAM || ctx == CTX_TYPE || ctx == CTX_TPARAM;
    switch (n) {
    case TK_IDENT:
    case TK_COLONCOLON: {
        NameLook y = ps_look_name(p, q, true);
        u8 m = p->k[y.end];
        if (y.special) /* T A::operator+(...) or API A::~A() */
            return ps_attr_like(p, x) && !ps_is_type(p, x) ? SW_MACRO : SW_TYPE;
        if (y.memptr)
            return SW_TYPE;
        if (type_only && (m == TK_COMMA || m == TK_RPAREN || m == TK_GT))
            return ps_attr_like(p, x) && !ps_type_word(p, x) ? SW_MACRO : SW_TYPE;
        if (m == TK_LPAREN && y.parts == 1) {
            u32 b = ps_behind(p, y.end);
            u8 e = b ? p->k[b] : TK_EOF;
            if ((e == TK_IDENT || e == TK_STAR) && !ps_look_knr(p, y.end) && ps_attr_like(p, x))
                return SW_MACRO;
            if (p->cxx && (y.last == p->class_name && ctx == CTX_CLASS))
                return SW_MACRO;
            return ps_attr_like(p, x) && e == TK_LPAREN ? SW_MACRO : SW_TYPE;
        }
        if (m == TK_LPAREN && y.last == y.before)
            return SW_MACRO; /* API A::A(...) */
        if (ps_has(m, KP_DECLEND) || m == KW_ATTRIBUTE || m == KW_ASM || ps_at_branch_end(p))
            return SW_TYPE;
        return first_is_macro(p, x, q) ? SW_MACRO : SW_TYPE;
    }
    case TK_STAR:
    case TK_AMP:
    case TK_AMPAMP:
    case TK_CARET:
    case TK_ELLIPSIS:
    case KW_OPERATOR: return SW_TYPE;
    case TK_SEMI:
        return type_only || ((ctx == CTX_FILE || ctx == CTX_CLASS || ctx == CTX_BLOCK) && !flags) ? SW_TYPE
                                                                                                  : SW_STOP;
    case TK_LBRACKET:
    case TK_ASSIGN:
    case TK_RPAREN:
    case TK_COMMA: return type_only ? SW_TYPE : SW_STOP;
    case TK_COLON: return ctx == CTX_CLASS || type_only ? SW_TYPE : SW_STOP;
    default: break;
    }
    if (ps_has(n, KP_TYPE)) /* T auto x: a constrained placeholder, else a macro in front of a type */
        return SW_MACRO;
    if (ps_has(n, KP_QUAL | KP_STORAGE)) {
        u32 j = q;
        for (u32 steps = 0; ps_has(p->k[j], KP_QUAL | KP_STORAGE) && steps < LIMIT_DECL_LOOKAHEAD; steps++) {
            u8 k = p->k[j];
            j = ps_next(p, j);
            if ((k == KW_ATTRIBUTE || k == KW_DECLSPEC || k == KW_ALIGNAS) && p->k[j] == TK_LPAREN &&
                ps_behind(p, j))
                j = ps_behind(p, j);
        }
        if (ps_has(p->k[j], KP_TYPE))
            return SW_MACRO;
        if (p->k[j] != TK_IDENT)
            return SW_TYPE;
        NameLook y = ps_look_name(p, j, true);
        u8 m = p->k[y.end];
        if (ps_type_word(p, x) && !ps_type_word(p, y.last))
            return SW_TYPE;
        if (m == TK_IDENT || m == TK_STAR || (p->cxx && (m == TK_AMP || m == TK_AMPAMP)) ||
            ps_has(m, KP_QUAL))
            return SW_MACRO;
        return SW_TYPE;
    }
    return type_only ? SW_TYPE : SW_STOP;
}

/* FOO(...) at the cursor, with what stands behind it at b: does it begin a declaration? */
static bool look_decl_call(Parser *p, u32 open, Sym x, Ctx ctx)
{
    u32 b = ps_behind(p, open);
    if (!b)
        return false;
    u8 m = p->k[b], ik = p->k[ps_next(p, open)];
    if (ik == TK_STAR || ((ik == TK_AMP || ik == TK_AMPAMP) && p->cxx)) {
        /* T (*f)(...), T (*f)[n] against f(*p) */
        bool ptr = false;
        u32 j = ps_skip_pointers(p, ps_next(p, open), &ptr);
        if (p->k[j] == TK_IDENT && (m == TK_LPAREN || m == TK_LBRACKET)) {
            u32 e = ps_next(p, j);
            if (e != p->match[open] && p->k[e] != TK_LBRACKET && p->k[e] != TK_LPAREN)
                return false;
            return !ps_is_value(p, x);
        }
        return ps_is_type(p, x) && p->k[j] == TK_IDENT && ps_next(p, j) == p->match[open] &&
               (m == TK_ASSIGN || m == TK_SEMI);
    }
    if (!p->cxx && ps_is_type(p, x)) /* T (x); declares x in C, where it cannot construct */
        return ik == TK_IDENT && ps_next(p, ps_next(p, open)) == p->match[open] && ps_has(m, KP_DECLEND);
    if (ps_is_type(p, x) || ps_is_value(p, x))
        return false;
    bool same_line = !(p->u->toks.at[b].flags & UT_BOL);
    if (!same_line)
        return false;
    if (m == TK_STAR) {
        bool ptr = false;
        u32 j = ps_skip_pointers(p, b, &ptr);
        return p->k[j] == TK_IDENT && declared_end(p, ps_next(p, j), ctx) && p->k[ps_next(p, j)] != TK_LPAREN;
    }
    if (m == TK_IDENT) {
        u8 e = p->k[ps_next(p, b)];
        return (e == TK_SEMI || e == TK_ASSIGN || e == TK_COMMA || e == TK_LBRACKET) &&
               !(p->names && names_have(p->names, x, NF_STMT_MACRO | NF_LOOP_MACRO)) &&
               !ps_is_value(p, ps_sym_at(p, b));
    }
    return false;
}

bool ps_look_decl(Parser *p, Ctx ctx)
{
    u32 i = p->pos;
    u8 k = p->kind;
    if (ps_has(k, KP_SPEC)) {
        if (!p->cxx || ps_has(k, KP_QUAL | KP_STORAGE))
            return true;
        u32 j = ps_next(p, i);
        if (k == KW_DECLTYPE || k == KW_TYPENAME) {
            NameLook n = ps_look_name(p, k == KW_DECLTYPE ? i : j, true);
            j = n.end;
        } else if (k == KW_TYPEOF) {
            return true;
        }
        if (p->k[j] == TK_LPAREN) { /* int(x) is an expression unless it declares x */
            u32 in = ps_next(p, j), b = ps_behind(p, j);
            u8 ik = p->k[in];
            if (ik == TK_STAR || ik == TK_AMP || ik == TK_AMPAMP ||
                (ik == TK_IDENT && p->k[ps_next(p, in)] == TK_COLONCOLON && ps_look_name(p, in, true).memptr))
                return b && (p->k[b] == TK_LPAREN || p->k[b] == TK_LBRACKET);
            return false;
        }
        return p->k[j] != TK_LBRACE || k == KW_STRUCT || k == KW_UNION || k == KW_ENUM || k == KW_CLASS;
    }
    if (k == TK_LBRACKET && p->cxx)
        return p->k[ps_next(p, i)] == TK_LBRACKET;
    if (k != TK_IDENT && k != TK_COLONCOLON)
        return false;
    Sym x = ps_sym_at(p, i);
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts || n.special || n.memptr)
        return false;
    u32 q = n.end;
    u8 m = p->k[q];
    bool simple = q == ps_next(p, i);
    if (m == TK_IDENT) {
        Sym y = ps_sym_at(p, q);
        u8 e = p->k[ps_next(p, q)];
        if (simple && p->names && names_have(p->names, x, NF_STMT_MACRO | NF_LOOP_MACRO))
            return false;
        if (ps_is_type(p, n.last))
            return true;
        if (simple && ps_is_value(p, x))
            return false;
        bool line = p->u->toks.at[q].flags & UT_BOL;
        if (line && ps_caps(x) && !ps_is_type(p, y))
            return false; /* a macro alone on its line */
        if (e == TK_SEMI || e == TK_ASSIGN || e == TK_LBRACKET || e == TK_COMMA)
            return !(simple && ps_is_value(p, y) && ps_caps(x) && e != TK_SEMI);
        if (e == TK_RPAREN || e == TK_COLON)
            return ctx == CTX_PARAM || (e == TK_COLON && ctx == CTX_FOR);
        if (e == TK_LPAREN)
            return !(simple && ps_is_value(p, y) && ps_caps(x)) &&
                   (p->cxx || !ps_is_value(p, y) || ps_behind(p, ps_next(p, q)) == 0);
        if (e == TK_LBRACE)
            return p->cxx && !(ctx == CTX_BLOCK && ps_caps(x));
        return e == TK_IDENT || e == TK_STAR || e == KW_ATTRIBUTE || e == KW_ASM || e == TK_COLONCOLON ||
               e == TK_LT || ps_has(e, KP_SPEC) || e == TK_AMP;
    }
    if (m == TK_COLONCOLON)
        return true; /* MACRO ::name */
    if (m == TK_STAR || (p->cxx && (m == TK_AMP || m == TK_AMPAMP))) {
        bool ptr = false, sure = ps_is_type(p, n.last) || n.templated;
        u32 j = ps_skip_pointers(p, q, &ptr);
        if (simple && ps_is_value(p, x)) /* a * b = c can only declare b, whatever else a is */
            return m == TK_STAR && p->k[j] == TK_IDENT && p->k[ps_next(p, j)] == TK_ASSIGN;
        if (p->k[j] == TK_LPAREN) { /* T *(*f)(...) */
            u32 in = ps_next(p, j);
            return p->k[in] == TK_STAR && p->match[j] && (p->k[ps_behind(p, j)] == TK_LPAREN || sure);
        }
        if (p->k[j] != TK_IDENT)
            return j != q && sure && p->k[j] != TK_NUMBER;
        u32 e = ps_next(p, j);
        if (p->k[e] == TK_IDENT && (sure || ps_is_attr_word(p, ps_sym_at(p, j)) || ps_caps(ps_sym_at(p, j))))
            return true;
        if (!declared_end(p, e, ctx))
            return false;
        if (p->k[e] == TK_LPAREN)
            return sure ||
                   (p->match[e] && (p->k[ps_behind(p, e)] == TK_SEMI || p->k[ps_behind(p, e)] == TK_COMMA) &&
                    m == TK_STAR && !ps_is_value(p, ps_sym_at(p, j)));
        if (ctx == CTX_COND && p->k[e] != TK_ASSIGN)
            return false;
        return sure || m != TK_AMPAMP || p->k[e] == TK_ASSIGN || p->k[e] == TK_COLON;
    }
    if (m == TK_LPAREN)
        return simple && look_decl_call(p, q, x, ctx);
    if (ps_has(m, KP_SPEC))
        return !(p->names && names_have(p->names, x, NF_STMT_MACRO | NF_LOOP_MACRO)) &&
               !((p->u->toks.at[q].flags & UT_BOL) && !ps_is_type(p, x) && !ps_has(m, KP_QUAL));
    if (m == TK_LBRACKET && p->cxx)
        return false;
    return false;
}
