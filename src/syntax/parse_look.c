/*
 * Look-ahead of the parser in expressions: template brackets, type or expression. Every scan is bounded or hops
 * over brackets by their partners; nothing moves the cursor. Private to the parser.
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
        while (i < n && (w[i] == word[i] || (w[i] >= 'A' && w[i] <= 'Z' && (w[i] | 0x20) == word[i])))
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

bool ps_attr_like(const Parser *p, Sym s)
{
    static const char *const parts[] = {"api",   "export",  "extern",    "inline",     "static",
                                        "decl",  "public",  "attribute", "noreturn",   "unused",
                                        "visib", "private", "import",    "deprecated", "internal"};
    if (ps_is_attr_word(p, s) || (p->names && names_have(p->names, s, NF_ATTR_MACRO)))
        return true;
    if (!ps_caps(s) && sym_str(s)[0] != '_')
        return false;
    for (u32 i = 0; i < LENGTH(parts); i++)
        if (ps_spelt_like(s, parts[i]))
            return true;
    return false;
}

bool ps_type_word(const Parser *p, Sym s)
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
    if (type && (k == TK_IDENT || k == TK_STAR || k == TK_AMP || k == TK_AMPAMP || k == KW_OPERATOR ||
                 k == TK_LBRACKET || ps_has(k, KP_SPEC)))
        return behind;
    return k == TK_LPAREN || k == TK_LBRACE || k == TK_COLONCOLON || k == TK_ELLIPSIS || ps_has(k, KP_INFIX)
               ? behind
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
                u32 e = ps_look_angle(p, j, ps_template_word(p, r.last, r.parts > 1), type);
                if (e) {
                    j = e;
                    r.templated = true;
                }
            }
        } else if (p->k[j] == KW_DECLTYPE && p->k[ps_next(p, j)] == TK_LPAREN &&
                   ps_behind(p, ps_next(p, j))) {
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

u32 ps_skip_pointers(const Parser *p, u32 i, bool *any)
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
            return j && (j == close || p->k[j] != TK_COLONCOLON) && p->k[j] != TK_LPAREN &&
                   p->k[j] != TK_LBRACE;
        }
        if (k == KW_TYPENAME) {
            NameLook n = ps_look_name(p, j, true);
            return p->k[n.end] != TK_LPAREN && p->k[n.end] != TK_LBRACE;
        }
        if (p->k[j] != TK_LPAREN)
            return true;
        /* int(x) + 1 or int (*)(void) */
        u8 in = p->k[ps_next(p, j)];
        return in == TK_STAR || in == TK_AMP || in == TK_CARET ||
               (in == TK_RPAREN && ps_behind(p, j) == close);
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
        if (cast && ps_has(p->k[ps_next(p, close)], KP_INFIX))
            return false; /* nothing to be cast */
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
        if (after == TK_LPAREN || after == TK_STAR || after == TK_AMP || after == TK_MINUS ||
            after == TK_PLUS)
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
    u32 b = ps_skip_pointers(p, j, &ptr);
    if (b == close)
        return true;
    if (p->k[b] == TK_LPAREN && p->match[b]) { /* T (*)(int), T *(*)(int) */
        u32 in = ps_next(p, b);
        bool inner = false;
        if (p->k[in] == TK_IDENT && ps_is_attr_word(p, ps_sym_at(p, in)))
            in = ps_next(p, in);
        u32 x = ps_skip_pointers(p, in, &inner);
        if (inner && x == p->match[b] &&
            (p->k[ps_next(p, x)] == TK_LPAREN || p->k[ps_next(p, x)] == TK_LBRACKET))
            return true;
        return false;
    }
    if (p->k[b] == TK_LBRACKET && p->match[b] && ps_behind(p, b) == close) {
        u8 after = p->k[ps_next(p, close)];
        return ps_next(p, b) == p->match[b] ||
               (!ps_is_value(p, n.last) && (after == TK_LBRACE || ps_is_type(p, n.last)));
    }
    return !ptr && ps_has(p->k[j], KP_TYPE) && n.parts == 1; /* (vector signed short) */
}

static bool type_arg_end(u8 k, bool angle)
{
    if (k == TK_COMMA || k == TK_ELLIPSIS)
        return true;
    return angle ? k == TK_GT || k == TK_SHR || k == TK_GE : k == TK_RPAREN || k == TK_SEMI || k == TK_EOF;
}

/* (*), (&): does the '(' at i nest a declarator rather than open parameters? */
static bool opens_pointer(const Parser *p, u32 i)
{
    u8 k = p->k[ps_next(p, i)];
    return k == TK_STAR || k == TK_CARET || k == TK_AMP || k == TK_AMPAMP;
}

/* A<B>::value, is_x_v<T>: what bool(...) converts rather than takes. */
static bool looks_like_value(Parser *p, u32 i)
{
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts)
        return false;
    const char *s = sym_str(n.last);
    u32 len = sym_len(n.last);
    return strcmp(s, "value") == 0 || (len > 2 && s[len - 1] == 'v' && s[len - 2] == '_');
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
        if (p->k[j] == TK_LPAREN && angle && opens_pointer(p, j))
            return true;
        if (p->k[j] == TK_LPAREN)
            return angle ? (k == KW_VOID || !looks_like_value(p, ps_next(p, j))) &&
                               ps_look_params(p, j, CTX_TYPE)
                         : p->k[ps_next(p, j)] == TK_STAR;
        return true;
    }
    if (k != TK_IDENT && k != TK_COLONCOLON)
        return false;
    NameLook n = ps_look_name(p, i, true);
    if (!n.parts || n.special)
        return false;
    bool ptr = false;
    u32 j = n.memptr ? ps_next(p, n.end) : ps_skip_pointers(p, n.end, &ptr);
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
        if (opens_pointer(p, j))
            return p->k[b] == TK_LPAREN || p->k[b] == TK_LBRACKET;
        if (n.templated && !ptr && ps_next(p, j) == p->match[j] && !ps_is_type(p, n.last))
            return false; /* has_x<T>() */
        return (type_arg_end(p->k[b], angle) || p->k[b] == TK_LPAREN) && ps_look_params(p, j, CTX_TYPE);
    }
    if (angle && p->k[j] == TK_LBRACKET && p->match[j])
        return type_arg_end(p->k[ps_behind(p, j)], angle);
    if (!angle && ptr && p->k[j] == TK_IDENT)
        return false;
    return false;
}

bool ps_look_params(Parser *p, u32 open, Ctx ctx)
{
    u32 i = ps_next(p, open), close = p->match[open];
    if (!close)
        return true;
    u8 k = p->k[i];
    if (i == close || k == TK_ELLIPSIS)
        return true;
    u8 behind = p->k[ps_next(p, close)];
    if (ctx == CTX_CLASS ||
        (ctx == CTX_FILE && (behind == TK_LBRACE || behind == TK_ARROW || behind == KW_TRY)))
        return true;
    if (k == TK_LBRACKET)
        return p->k[ps_next(p, i)] == TK_LBRACKET;
    if (ps_has(k, KP_SPEC)) {
        if (ps_has(k, KP_QUAL | KP_STORAGE) || k == KW_STRUCT || k == KW_ENUM || k == KW_UNION ||
            k == KW_CLASS)
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
    u32 j = ps_skip_pointers(p, n.end, &ptr);
    k = p->k[j];
    bool known = ps_is_type(p, n.last) || n.templated;
    if (k == TK_IDENT) {
        if (!ptr)
            return true;
        u8 e = p->k[ps_next(p, j)];
        return known || ctx != CTX_BLOCK
                   ? e == TK_COMMA || e == TK_RPAREN || e == TK_ASSIGN || e == TK_LBRACKET
                   : false;
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
