/*
 * Look-ahead of the parser: type or expression, declaration or statement, template brackets. Every scan is bounded
 * or hops over brackets by their partners; nothing moves the cursor. Private to the parser.
 */
#include <string.h>

#include "syntax/parse_priv.h"

bool ps_caps(Sym s)
{
    const char *w = sym_str(s);
    u32 letters = 0;
    for (; *w; w++) {
        if (*w >= 'a' && *w <= 'z')
            return false;
        letters += *w >= 'A' && *w <= 'Z';
    }
    return letters >= 2;
}

bool ps_spelt_like(Sym s, const char *word)
{
    const char *w = sym_str(s);
    size_t n = strlen(word);
    for (; *w; w++) {
        size_t i = 0;
        while (i < n && (w[i] | 0x20) == word[i])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

static bool ends_in_t(Sym s)
{
    u32 n = sym_len(s);
    const char *w = sym_str(s);
    return n > 2 && w[n - 1] == 't' && w[n - 2] == '_';
}

/* Does the word look like an export or inline macro? */
static bool attr_like(const Parser *p, Sym s)
{
    static const char *const parts[] = {"api", "export", "extern", "inline", "static", "decl", "public", "attribute",
                                        "noreturn", "unused", "visib", "private", "import", "deprecated", "internal"};
    if (ps_is_attr_word(p, s) || (p->names && names_have(p->names, s, NF_ATTR_MACRO)))
        return true;
    if (!ps_caps(s) && sym_str(s)[0] != '_')
        return false;
    for (u32 i = 0; i < LENGTH(parts); i++)
        if (ps_spelt_like(s, parts[i]))
            return true;
    return false;
}

static bool type_word(const Parser *p, Sym s)
{
    return ps_is_type(p, s) || (ends_in_t(s) && !ps_is_value(p, s));
}

/* ---- template brackets ---- */

u32 ps_look_angle(Parser *p, u32 lt, Sym name, bool type)
{
    u8 known = ps_class(p, name);
    if (!type && (known & B_VALUE) && !(known & (B_TYPE | B_TEMPLATE)))
        return 0;
    bool sure = (known & B_TEMPLATE) || type;
    if (lt >= p->no_angle_from && lt < p->no_angle_to)
        return 0;
    u32 depth = 1, i = ps_next(p, lt), behind = 0, steps = 0;
    u8 before = TK_LT;
    bool closed_any = false;
    for (; !behind; before = p->k[i], i = ps_next(p, i)) {
        if (++steps > LIMIT_ANGLE_LOOKAHEAD)
            return 0;
        switch (p->k[i]) {
        case TK_LT:
            if (before == TK_IDENT || before == KW_TEMPLATE)
                depth++;
            else if (!sure)
                return 0;
            break;
        case TK_GT:
            closed_any = true;
            if (--depth == 0)
                behind = ps_next(p, i);
            break;
        case TK_SHR:
            closed_any = true;
            if (depth == 1)
                return i; /* the first half closes */
            depth -= 2;
            if (depth == 0)
                behind = ps_next(p, i);
            break;
        case TK_GE:
            if (depth == 1 && sure)
                return i;
            if (!sure)
                return 0;
            break;
        case TK_LPAREN:
        case TK_LBRACKET:
        case TK_LBRACE:
            if (!p->match[i])
                return 0;
            i = p->match[i];
            break;
        case TK_AMPAMP:
        case TK_PIPEPIPE: {
            u8 k = p->k[ps_next(p, i)];
            if (!sure && !(k == TK_GT || k == TK_COMMA || k == TK_ELLIPSIS || k == TK_SHR))
                return 0;
            break;
        }
        case TK_DOT:
        case TK_ARROW:
        case TK_EQEQ:
        case TK_NE:
        case TK_QUESTION:
        case TK_STRING:
            if (!sure)
                return 0;
            break;
        case TK_ASSIGN:
            if (depth == 1 && !type)
                return 0;
            break;
        case TK_SEMI:
        case TK_EOF:
        case TK_RPAREN:
        case TK_RBRACKET:
        case TK_RBRACE:
        case TK_PP_IF:
        case TK_PP_ELSE:
        case TK_PP_ENDIF:
            if (!closed_any) {
                p->no_angle_from = lt;
                p->no_angle_to = i;
            }
            return 0;
        default:
            if (ps_has(p->k[i], KP_STMT | KP_ASSIGN))
                return 0;
            break;
        }
    }
    if ((known & B_TEMPLATE) || known & B_TYPE)
        return behind;
    u8 k = p->k[behind];
    if (type && (k == TK_IDENT || k == TK_STAR || k == TK_AMP || k == TK_AMPAMP || k == KW_OPERATOR || k == TK_LBRACKET ||
                 ps_has(k, KP_SPEC)))
        return behind;
    return k == TK_LPAREN || k == TK_LBRACE || k == TK_COLONCOLON || k == TK_ELLIPSIS || ps_has(k, KP_INFIX) ? behind
                                                                                                          : 0;
}

NameLook ps_look_name(Parser *p, u32 i, bool type)
{
    NameLook r = {.end = i};
    if (!p->cxx) {
        if (p->k[i] == TK_IDENT) {
            r.last = ps_sym_at(p, i);
            r.end = ps_next(p, i);
            r.parts = 1;
        }
        return r;
    }
    u32 j = i;
    if (p->k[j] == TK_COLONCOLON)
        j = ps_next(p, j);
    for (;;) {
        if (p->k[j] == KW_TEMPLATE)
            j = ps_next(p, j);
        if (p->k[j] == TK_IDENT) {
            r.before = r.last;
            r.last = ps_sym_at(p, j);
            r.templated = false;
            r.parts++;
            j = ps_next(p, j);
            if (p->k[j] == TK_LT) {
                u32 e = ps_look_angle(p, j, r.last, type);
                if (e) {
                    j = e;
                    r.templated = true;
                }
            }
        } else if (p->k[j] == KW_DECLTYPE && p->k[ps_next(p, j)] == TK_LPAREN && ps_behind(p, ps_next(p, j))) {
            j = ps_behind(p, ps_next(p, j));
            r.parts++;
        } else if (r.parts || p->k[i] == TK_COLONCOLON) {
            r.special = p->k[j] == KW_OPERATOR || p->k[j] == TK_TILDE;
            r.memptr = p->k[j] == TK_STAR;
            break;
        } else {
            return r;
        }
        if (p->k[j] != TK_COLONCOLON)
            break;
        j = ps_next(p, j);
    }
    r.end = j;
    return r;
}

/* ---- types ---- */

/* Behind pointer operators and qualifiers at i; *any tells whether there was a pointer operator. */
static u32 skip_pointers(const Parser *p, u32 i, bool *any)
{
    for (;; i = ps_next(p, i)) {
        u8 k = p->k[i];
        if (k == TK_STAR || k == TK_CARET || (p->cxx && (k == TK_AMP || k == TK_AMPAMP)))
            *any = true;
        else if (!ps_has(k, KP_QUAL))
            return i;
    }
}

bool ps_look_paren_type(Parser *p, u32 open, bool cast)
{
    u32 close = p->match[open], i = ps_next(p, open);
    if (!close || i == close)
        return false;
    u8 k = p->k[i];
    while (k == KW_EXTENSION)
        k = p->k[i = ps_next(p, i)];
    if (ps_has(k, KP_SPEC)) {
        if (!p->cxx || ps_has(k, KP_QUAL | KP_STORAGE))
            return k != KW_CONSTEXPR;
        u32 j = ps_next(p, i);
        if (p->k[j] == TK_LBRACE)
            return k == KW_STRUCT || k == KW_UNION || k == KW_ENUM;
        if (k == KW_TYPEOF || k == KW_DECLTYPE) {
            j = ps_behind(p, j);
            return j && (j == close || p->k[j] != TK_COLONCOLON) && p->k[j] != TK_LPAREN && p->k[j] != TK_LBRACE;
        }
        if (k == KW_TYPENAME) {
            NameLook n = ps_look_name(p, j, true);
            return p->k[n.end] != TK_LPAREN && p->k[n.end] != TK_LBRACE;
        }
        if (p->k[j] != TK_LPAREN)
            return true;
        /* int(x) + 1 or int (*)(void) */
        u8 in = p->k[ps_next(p, j)];
        return in == TK_STAR || in == TK_AMP || in == TK_CARET || (in == TK_RPAREN && ps_behind(p, j) == close);
    }
    if (k != TK_IDENT && k != TK_COLONCOLON)
        return false;
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts || n.special)
        return false;
    u32 j = n.end;
    if (n.memptr)
        return false;
    while (ps_is_attr_word(p, n.last) && p->k[j] == TK_IDENT) {
        n = ps_look_name(p, j, true);
        j = n.end;
    }
    while (p->k[j] == TK_IDENT && ps_is_attr_word(p, ps_sym_at(p, j))) {
        j = ps_next(p, j);
        if (j == close)
            return true;
    }
    if (j == close) {
        if (ps_is_value(p, n.last) && !(n.parts > 1))
            return false;
        if (ps_is_type(p, n.last) || n.templated)
            return !(n.templated && (ps_class(p, n.last) & B_VALUE));
        if (!cast)
            return ends_in_t(n.last);
        u32 b = ps_next(p, close);
        u8 after = p->k[b];
        if (after == TK_IDENT)
            return !(p->cxx && ps_word_at(p, b, W_NOEXCEPT));
        if (after == TK_LBRACE)
            return !p->no_brace;
        if (after == TK_STRING)
            return !ps_caps(n.last);
        if (ps_has(after, KP_OPERAND))
            return after != KW_NOEXCEPT;
        if (after == TK_LPAREN || after == TK_STAR || after == TK_AMP || after == TK_MINUS || after == TK_PLUS)
            return ends_in_t(n.last);
        return false;
    }
    /* What can only end a type: a pointer operator in front of the parenthesis. */
    u32 last = close - 1;
    while (p->k[last] == PK_BLANK && last > open)
        last--;
    u8 e = p->k[last];
    if (e == TK_STAR || (p->cxx && (e == TK_AMP || e == TK_AMPAMP)))
        return p->k[j] != TK_LPAREN || !p->cxx || ps_behind(p, j) == last || e == TK_STAR;
    if (ps_has(e, KP_QUAL))
        return true;
    bool ptr = false;
    u32 b = skip_pointers(p, j, &ptr);
    if (b == close)
        return true;
    if (p->k[b] == TK_LPAREN && p->match[b]) { /* T (*)(int), T *(*)(int) */
        u32 in = ps_next(p, b);
        bool inner = false;
        if (p->k[in] == TK_IDENT && ps_is_attr_word(p, ps_sym_at(p, in)))
            in = ps_next(p, in);
        u32 x = skip_pointers(p, in, &inner);
        if (inner && x == p->match[b] && (p->k[ps_next(p, x)] == TK_LPAREN || p->k[ps_next(p, x)] == TK_LBRACKET))
            return true;
        return false;
    }
    if (p->k[b] == TK_LBRACKET && p->match[b] && ps_behind(p, b) == close) {
        u8 after = p->k[ps_next(p, close)];
        return ps_next(p, b) == p->match[b] || (!ps_is_value(p, n.last) && (after == TK_LBRACE || ps_is_type(p, n.last)));
    }
    return !ptr && ps_has(p->k[j], KP_TYPE) && n.parts == 1; /* (vector signed short) */
}

static bool type_arg_end(u8 k, bool angle)
{
    if (k == TK_COMMA || k == TK_ELLIPSIS)
        return true;
    return angle ? k == TK_GT || k == TK_SHR || k == TK_GE : k == TK_RPAREN || k == TK_SEMI || k == TK_EOF;
}

bool ps_look_type_arg(Parser *p, u32 i, bool angle)
{
    u8 k = p->k[i];
    if (ps_has(k, KP_SPEC)) {
        if (!p->cxx || ps_has(k, KP_QUAL | KP_STORAGE))
            return true;
        u32 j = ps_next(p, i);
        if (k == KW_DECLTYPE || k == KW_TYPEOF || k == KW_TYPENAME) {
            NameLook n = k == KW_TYPEOF ? (NameLook){.end = ps_behind(p, j) ? ps_behind(p, j) : j}
                                        : ps_look_name(p, k == KW_TYPENAME ? j : i, true);
            if (p->k[n.end] == TK_LBRACE)
                return false;
            return p->k[n.end] != TK_LPAREN || (angle && ps_look_params(p, n.end, CTX_TYPE));
        }
        while (ps_has(p->k[j], KP_TYPE))
            j = ps_next(p, j);
        if (p->k[j] == TK_LBRACE)
            return k == KW_STRUCT || k == KW_ENUM || k == KW_UNION || k == KW_CLASS;
        if (p->k[j] == TK_LPAREN)
            return angle ? ps_look_params(p, j, CTX_TYPE) : p->k[ps_next(p, j)] == TK_STAR;
        return true;
    }
    if (k != TK_IDENT && k != TK_COLONCOLON)
        return false;
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts || n.special)
        return false;
    bool ptr = false;
    u32 j = n.memptr ? ps_next(p, n.end) : skip_pointers(p, n.end, &ptr);
    if (n.memptr)
        return true;
    if (type_arg_end(p->k[j], angle)) {
        if (ptr || j != n.end)
            return true;
        if (!angle)
            return n.parts == 1 ? ps_is_type(p, n.last) : ps_is_type(p, n.last) || n.templated;
        return !(n.parts == 1 && ps_is_value(p, n.last));
    }
    if (angle && p->k[j] == TK_LPAREN && p->match[j]) {
        u32 b = ps_behind(p, j);
        return (type_arg_end(p->k[b], angle) || p->k[b] == TK_LPAREN) && ps_look_params(p, j, CTX_TYPE);
    }
    if (angle && p->k[j] == TK_LBRACKET && p->match[j])
        return type_arg_end(p->k[ps_behind(p, j)], angle);
    if (!angle && ptr && p->k[j] == TK_IDENT)
        return false;
    return false;
}

/* ---- declarations ---- */

/* Kinds that may stand behind a declared name in a statement. */
static bool declared_end(const Parser *p, u32 i, Ctx ctx)
{
    u8 k = p->k[i];
    if (k == TK_SEMI || k == TK_ASSIGN || k == TK_COMMA || k == TK_LBRACKET || k == KW_ATTRIBUTE || k == KW_ASM)
        return true;
    if (k == TK_COLON)
        return ctx == CTX_FOR || ctx == CTX_CLASS;
    if (k == TK_LBRACE)
        return p->cxx;
    if (k == TK_RPAREN)
        return ctx == CTX_COND || ctx == CTX_PARAM;
    return k == TK_LPAREN || k == TK_PP_IF;
}

bool ps_look_params(Parser *p, u32 open, Ctx ctx)
{
    u32 i = ps_next(p, open), close = p->match[open];
    if (!close)
        return true;
    u8 k = p->k[i];
    if (i == close || k == TK_ELLIPSIS)
        return true;
    if (ctx == CTX_CLASS)
        return true;
    if (k == TK_LBRACKET)
        return p->k[ps_next(p, i)] == TK_LBRACKET;
    if (ps_has(k, KP_SPEC)) {
        if (ps_has(k, KP_QUAL | KP_STORAGE) || k == KW_STRUCT || k == KW_ENUM || k == KW_UNION || k == KW_CLASS)
            return true;
        u32 j = ps_next(p, i);
        if (p->k[j] == TK_LPAREN) { /* char (&a)[n], int (T::*f)() */
            u32 in = ps_next(p, j);
            u8 ik = p->k[in];
            if (ik == TK_STAR || ik == TK_AMP || ik == TK_AMPAMP ||
                (p->k[ps_next(p, in)] == TK_COLONCOLON && ps_look_name(p, in, true).memptr))
                return true;
        }
        return ps_look_type_arg(p, i, false) || ps_has(p->k[j], KP_SPEC) ||
               (p->k[j] != TK_LPAREN && p->k[j] != TK_LBRACE);
    }
    if (k != TK_IDENT && k != TK_COLONCOLON)
        return false;
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts || n.special)
        return false;
    if (n.parts == 1 && !n.templated && ps_is_value(p, n.last))
        return false;
    if (n.memptr)
        return true;
    bool ptr = false;
    u32 j = skip_pointers(p, n.end, &ptr);
    k = p->k[j];
    bool known = ps_is_type(p, n.last) || n.templated;
    if (k == TK_IDENT) {
        if (!ptr)
            return true;
        u8 e = p->k[ps_next(p, j)];
        return known || ctx != CTX_BLOCK ? e == TK_COMMA || e == TK_RPAREN || e == TK_ASSIGN || e == TK_LBRACKET : false;
    }
    if (k == TK_COMMA || k == TK_RPAREN || k == TK_ELLIPSIS || k == TK_ASSIGN)
        return ptr || known || (ctx != CTX_BLOCK && k != TK_ASSIGN);
    if (k == TK_LPAREN) {
        u8 in = p->k[ps_next(p, j)];
        return in == TK_STAR || in == TK_AMP || in == TK_AMPAMP;
    }
    if (k == TK_LBRACKET)
        return ps_next(p, j) == p->match[j];
    return false;
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
    if (ps_has(k, KP_TYPE | KP_QUAL) || k == KW_REGISTER)
        return true;
    if (k != TK_IDENT)
        return false;
    /* A declaration such as `T *x;` with a ; in front of the body. */
    u8 n = p->k[ps_next(p, b)];
    if (n != TK_IDENT && n != TK_STAR && n != KW_CONST)
        return false;
    bool semi = false;
    for (u32 steps = 0; steps < LIMIT_DECL_LOOKAHEAD; steps++, b = ps_next(p, b)) {
        k = p->k[b];
        if (k == TK_LBRACE)
            return semi && p->k[b - 1] == TK_SEMI;
        if (k == TK_EOF || k == TK_RBRACE || k == TK_ASSIGN)
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
    if (attr_like(p, x))
        return true;
    if (y.parts == 1 && attr_like(p, y.last))
        return false;
    if (type_word(p, x))
        return false;
    if (type_word(p, y.last) || y.parts > 1)
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
    bool known = type_word(p, x);
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
        u32 j = skip_pointers(p, in, &ptr);
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
    if (m == KW_OPERATOR)
        return SW_TYPE_ARGS;
    if (ps_look_knr(p, open))
        return SW_STOP;
    bool same_line = !(p->u->toks.at[b].flags & UT_BOL);
    if (m == TK_STAR)
        return SW_TYPE_ARGS;
    if (ps_has(m, KP_SPEC) && !known)
        return same_line || attr_like(p, x) || flags ? SW_MACRO_ARGS : SW_STOP;
    if ((m == TK_IDENT || (p->cxx && m == TK_COLONCOLON)) && !known) {
        if (ctx == CTX_CLASS && p->cxx && (ps_word_at(p, b, W_OVERRIDE) || ps_word_at(p, b, W_FINAL)))
            return SW_STOP;
        NameLook y = ps_look_name(p, b, true);
        u8 e = p->k[y.end];
        if (!same_line && !attr_like(p, x) && !flags)
            return SW_STOP;
        if (y.special)
            return SW_MACRO_ARGS;
        if (ps_has(e, KP_DECLEND) || e == KW_ATTRIBUTE)
            return e == TK_LBRACE || (attr_like(p, x) && e == TK_LPAREN && p->cxx) ? SW_STOP : SW_TYPE_ARGS;
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
    if (n == TK_LPAREN && p->cxx && ctx == CTX_CLASS && x == p->class_name &&
        p->k[ps_next(p, q)] != TK_STAR)
        return SW_STOP;
    if (ps_is_attr_word(p, x) && !(n == TK_SEMI || n == TK_ASSIGN || n == TK_COMMA))
        return SW_MACRO;
    NameLook name = ps_look_name(p, i, true);
    bool simple = name.end == q;
    q = name.end;
    n = p->k[q];
    if (simple && p->names && names_have(p->names, x, NF_ATTR_MACRO) && !(ps_class(p, x) & (B_TYPE | B_VALUE))) {
        if (n == TK_LPAREN && !names_have(p->names, x, NF_FUNC_MACRO))
            return has_type ? SW_STOP : SW_MACRO;
        if (n == TK_IDENT || n == TK_STAR || n == TK_AMP || n == TK_COLONCOLON || n == KW_OPERATOR || ps_has(n, KP_SPEC))
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
            if (m == TK_SEMI || m == TK_COMMA || m == TK_ASSIGN || m == TK_RPAREN || m == TK_LPAREN || m == TK_COLON) {
                if (p->cxx && (ps_word_at(p, q, W_OVERRIDE) || ps_word_at(p, q, W_FINAL)))
                    return SW_STOP;
                if ((attr_like(p, y.last) && !attr_like(p, x) && !ps_caps(x)) || (ps_caps(y.last) && !ps_caps(x)))
                    return SW_STOP;
            }
            return SW_MACRO;
        }
        if (n == TK_STAR || (p->cxx && (n == TK_AMP || n == TK_AMPAMP)) || n == KW_OPERATOR || ps_has(n, KP_TYPE))
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
            return attr_like(p, x) && !ps_is_type(p, x) ? SW_MACRO : SW_TYPE;
        if (y.memptr)
            return SW_TYPE;
        if (type_only && (m == TK_COMMA || m == TK_RPAREN || m == TK_GT))
            return attr_like(p, x) && !type_word(p, x) ? SW_MACRO : SW_TYPE;
        if (m == TK_LPAREN && y.parts == 1) {
            u32 b = ps_behind(p, y.end);
            u8 e = b ? p->k[b] : TK_EOF;
            if ((e == TK_IDENT || e == TK_STAR) && !ps_look_knr(p, y.end) && attr_like(p, x))
                return SW_MACRO;
            if (p->cxx && (y.last == p->class_name && ctx == CTX_CLASS))
                return SW_MACRO;
            return attr_like(p, x) && e == TK_LPAREN ? SW_MACRO : SW_TYPE;
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
    case KW_OPERATOR:
        return SW_TYPE;
    case TK_SEMI:
        return type_only || ((ctx == CTX_FILE || ctx == CTX_CLASS || ctx == CTX_BLOCK) && !flags) ? SW_TYPE : SW_STOP;
    case TK_LBRACKET:
    case TK_ASSIGN:
    case TK_RPAREN:
    case TK_COMMA:
        return type_only ? SW_TYPE : SW_STOP;
    case TK_COLON:
        return ctx == CTX_CLASS || type_only ? SW_TYPE : SW_STOP;
    default:
        break;
    }
    if (ps_has(n, KP_TYPE)) /* T auto x: a constrained placeholder, else a macro in front of a type */
        return SW_MACRO;
    if (ps_has(n, KP_QUAL | KP_STORAGE)) {
        u32 j = q;
        for (u32 steps = 0; ps_has(p->k[j], KP_QUAL | KP_STORAGE) && steps < LIMIT_DECL_LOOKAHEAD; steps++) {
            u8 k = p->k[j];
            j = ps_next(p, j);
            if ((k == KW_ATTRIBUTE || k == KW_DECLSPEC || k == KW_ALIGNAS) && p->k[j] == TK_LPAREN && ps_behind(p, j))
                j = ps_behind(p, j);
        }
        if (ps_has(p->k[j], KP_TYPE))
            return SW_MACRO;
        if (p->k[j] != TK_IDENT)
            return SW_TYPE;
        NameLook y = ps_look_name(p, j, true);
        u8 m = p->k[y.end];
        if (type_word(p, x) && !type_word(p, y.last))
            return SW_TYPE;
        if (m == TK_IDENT || m == TK_STAR || (p->cxx && (m == TK_AMP || m == TK_AMPAMP)) || ps_has(m, KP_QUAL))
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
        u32 j = skip_pointers(p, ps_next(p, open), &ptr);
        if (p->k[j] == TK_IDENT && (m == TK_LPAREN || m == TK_LBRACKET)) {
            u32 e = ps_next(p, j);
            if (e != p->match[open] && p->k[e] != TK_LBRACKET && p->k[e] != TK_LPAREN)
                return false;
            return !ps_is_value(p, x);
        }
        return ps_is_type(p, x) && p->k[j] == TK_IDENT && ps_next(p, j) == p->match[open] &&
               (m == TK_ASSIGN || m == TK_SEMI);
    }
    if (ps_is_type(p, x) || ps_is_value(p, x))
        return false;
    bool same_line = !(p->u->toks.at[b].flags & UT_BOL);
    if (!same_line)
        return false;
    if (m == TK_STAR) {
        bool ptr = false;
        u32 j = skip_pointers(p, b, &ptr);
        return p->k[j] == TK_IDENT && declared_end(p, ps_next(p, j), ctx) && p->k[ps_next(p, j)] != TK_LPAREN;
    }
    if (m == TK_IDENT) {
        u8 e = p->k[ps_next(p, b)];
        return (e == TK_SEMI || e == TK_ASSIGN || e == TK_COMMA || e == TK_LBRACKET) &&
               !(p->names && names_have(p->names, x, NF_STMT_MACRO | NF_LOOP_MACRO)) && !ps_is_value(p, ps_sym_at(p, b));
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
            return ctx != CTX_BLOCK;
        if (e == TK_LPAREN)
            return !(simple && ps_is_value(p, y) && ps_caps(x)) &&
                   (p->cxx || !ps_is_value(p, y) || ps_behind(p, ps_next(p, q)) == 0);
        if (e == TK_LBRACE)
            return p->cxx && !(ctx == CTX_BLOCK && ps_caps(x));
        return e == TK_IDENT || e == TK_STAR || e == KW_ATTRIBUTE || e == KW_ASM || e == TK_COLONCOLON || e == TK_LT ||
               ps_has(e, KP_SPEC) || e == TK_AMP;
    }
    if (m == TK_COLONCOLON)
        return true; /* MACRO ::name */
    if (m == TK_STAR || (p->cxx && (m == TK_AMP || m == TK_AMPAMP))) {
        if (simple && ps_is_value(p, x))
            return false;
        bool ptr = false, sure = ps_is_type(p, n.last) || n.templated;
        u32 j = skip_pointers(p, q, &ptr);
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
            return sure || (p->match[e] && (p->k[ps_behind(p, e)] == TK_SEMI || p->k[ps_behind(p, e)] == TK_COMMA) &&
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
