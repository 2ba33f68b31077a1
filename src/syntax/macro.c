/*
 * Parses #define lines; see macro.h.
 */
#include "syntax/macro.h"

#include <string.h>

#include "base/vec.h"

typedef struct Words {
    Sym va_args, va_opt;
} Words;

static Words words(void)
{
    static Words w; /* same values from every thread */
    if (!w.va_opt) {
        w.va_args = intern_str("__VA_ARGS__");
        w.va_opt = intern_str("__VA_OPT__");
    }
    return w;
}

/* Reads "(a, b, ...)" from `at` (behind the opening parenthesis); gives the index behind the closing one, or 0. */
static u32 parse_params(const FileToken *t, u32 at, u32 end, Arena *arena, MacroDef *m)
{
    VEC(Sym) params = {0};
    bool ok = at < end && t[at].kind == TK_RPAREN;
    while (!ok && at < end) {
        if (t[at].kind == TK_ELLIPSIS) {
            vec_push(&params, words().va_args);
            m->flags |= MF_VARIADIC;
            at++;
        } else if (t[at].kind == TK_IDENT) {
            vec_push(&params, t[at].sym);
            at++;
            if (at < end && t[at].kind == TK_ELLIPSIS) { /* GNU: name... */
                m->flags |= MF_VARIADIC;
                at++;
            }
        } else {
            break;
        }
        if (at < end && t[at].kind == TK_RPAREN)
            ok = true;
        else if (at < end && t[at].kind == TK_COMMA && !(m->flags & MF_VARIADIC))
            at++;
        else
            break;
    }
    if (ok && params.n && params.n < UINT16_MAX - 1) {
        Sym *p = arena_alloc(arena, params.n * sizeof *p);
        memcpy(p, params.at, params.n * sizeof *p);
        m->params = p;
        m->n_params = (u16)params.n;
    }
    ok = ok && params.n < UINT16_MAX - 1;
    vec_release(&params);
    return ok ? at + 1 : 0;
}

static u16 param_number(const MacroDef *m, Sym s)
{
    for (u16 i = 0; i < m->n_params; i++)
        if (m->params[i] == s)
            return (u16)(i + 1);
    return 0;
}

static bool body_is(const MacroDef *m, const char *const *spelling, u32 n)
{
    if (m->body_n != n)
        return false;
    for (u32 i = 0; i < n; i++)
        if (strcmp(sym_str(m->body[i].sym), spelling[i]) != 0)
            return false;
    return true;
}

/* ((void)(a)), (void)a: evaluates at most its arguments. */
static bool discards(const MacroDef *m)
{
    u32 i = 0;
    while (i < m->body_n && m->body[i].kind == TK_LPAREN)
        i++;
    if (i == 0 || i >= m->body_n || m->body[i].sym != token_sym_of_kind(KW_VOID))
        return false;
    for (; i + 1 < m->body_n; i++)
        if (m->body[i].kind == TK_IDENT && !m->body[i].pad && m->body[i + 1].kind == TK_LPAREN)
            return false; /* it calls something */
    return true;
}

static bool is_stub(const MacroDef *m)
{
    static const char *const void0[] = {"(", "(", "void", ")", "0", ")"};
    static const char *const void0_bare[] = {"(", "void", ")", "0"};
    static const char *const nothing[] = {"do", "{", "}", "while", "(", "0", ")"};
    if (m->body_n == 0 || body_is(m, void0, 6) || body_is(m, void0_bare, 4) || body_is(m, nothing, 7))
        return true;
    if (!(m->flags & MF_FUNCTION))
        return false;
    if (discards(m))
        return true;
    for (u32 i = 0; i < m->body_n; i++) { /* a constant whatever the arguments are */
        u8 k = m->body[i].kind;
        if (k != TK_NUMBER && k != TK_LPAREN && k != TK_RPAREN && k != TK_MINUS)
            return false;
    }
    return true;
}

static bool is_rename(const MacroDef *m)
{
    if (!m->body_n || m->body[0].kind != TK_IDENT || m->body[0].pad ||
        token_kind_of_word(m->body[0].sym, LANG_CXX) != TK_IDENT)
        return false;
    if (m->body_n == 1)
        return true;
    if (!(m->flags & MF_FUNCTION) || m->body_n != 2u * m->n_params + 2 + (m->n_params == 0) ||
        m->body[1].kind != TK_LPAREN)
        return false;
    for (u32 i = 0; i < m->n_params; i++)
        if (m->body[2 + 2 * i].pad != i + 1)
            return false;
    return true;
}

/* Only specifiers, qualifiers and attributes: nothing a statement could consist of. */
static bool is_attribute(const MacroDef *m)
{
    int depth = 0;
    for (u32 i = 0; i < m->body_n; i++) {
        u8 k = m->body[i].kind;
        if (k == TK_LPAREN || k == TK_LBRACKET)
            depth++;
        else if (k == TK_RPAREN || k == TK_RBRACKET)
            depth--;
        if (k == TK_LPAREN || k == TK_LBRACKET || k == TK_RPAREN || k == TK_RBRACKET || depth > 0)
            continue;
        if (k == TK_STRING && i && strcmp(sym_str(m->body[i - 1].sym), "extern") == 0)
            continue;
        switch (token_kind_of_word(k == TK_IDENT ? m->body[i].sym : 0, LANG_CXX)) {
        case KW_ATTRIBUTE:
        case KW_DECLSPEC:
        case KW_STATIC:
        case KW_INLINE:
        case KW_EXTERN:
        case KW_NORETURN:
        case KW_EXTENSION:
        case KW_CONSTEXPR:
        case KW_NOEXCEPT:
        case KW_ALIGNAS:
        case KW_THREAD_LOCAL: continue;
        default: return false;
        }
    }
    return m->body_n > 0;
}

bool macro_parse(const FileToken *t, u32 at, u32 end, Loc base, Arena *arena, MacroDef *m)
{
    memset(m, 0, sizeof *m);
    if (at >= end || t[at].kind != TK_IDENT)
        return false;
    m->name = t[at].sym;
    m->loc = base + t[at].off;
    at++;
    if (at < end && t[at].kind == TK_LPAREN && !(t[at].flags & FT_SPACE)) {
        m->flags |= MF_FUNCTION;
        at = parse_params(t, at + 1, end, arena, m);
        if (!at)
            return false;
    }
    m->body_n = end - at;
    Token *body = m->body_n ? arena_alloc(arena, m->body_n * sizeof *body) : NULL;
    Words w = words();
    u32 words_in_body = 0;
    for (u32 i = 0; i < m->body_n; i++) {
        const FileToken *f = &t[at + i];
        Token *b = &body[i];
        *b = (Token){.loc = base + f->off, .sym = f->sym, .kind = f->kind};
        b->flags = (f->flags & FT_SPACE) && i ? UT_SPACE : 0;
        if (f->kind == TK_IDENT) {
            words_in_body++;
            b->pad = m->n_params ? param_number(m, f->sym) : 0;
            bool member = i && (body[i - 1].kind == TK_DOT || body[i - 1].kind == TK_ARROW);
            if (f->sym == m->name && !member) /* `#define file (G.file)` names something else */
                m->flags |= MF_SELF;
            if (f->sym == w.va_opt && (m->flags & MF_VARIADIC))
                m->flags |= MF_PASTES;
        } else if (f->kind == TK_HASHHASH || (f->kind == TK_HASH && (m->flags & MF_FUNCTION))) {
            m->flags |= MF_PASTES;
        }
    }
    m->body = body;
    if (!words_in_body && !(m->flags & (MF_FUNCTION | MF_PASTES)))
        m->flags |= MF_PLAIN;
    if (is_stub(m))
        m->flags |= MF_STUB;
    else if (is_rename(m))
        m->flags |= MF_RENAMES;
    if (is_attribute(m))
        m->flags |= MF_ATTRIBUTE;
    return true;
}
