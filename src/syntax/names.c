/*
 * Name facts of the project; see names.h. The scan is a rough reading of declarations: it only has to be right about
 * names that would otherwise be ambiguous.
 */
#include "syntax/names.h"

#include <string.h>

#include "syntax/lex.h"

void names_add(NameFacts *f, Sym s, u16 bit)
{
    if (s >= f->n) {
        u32 n = MAX(sym_count() + 1024, s + 1);
        f->bits = mem_realloc(f->bits, n * sizeof *f->bits);
        memset(f->bits + f->n, 0, (n - f->n) * sizeof *f->bits);
        f->n = n;
    }
    f->bits[s] |= bit;
}

void names_release(NameFacts *f)
{
    mem_free(f->bits);
    f->bits = NULL;
    f->n = 0;
}

static bool is(const FileToken *t, TokenKind kw)
{
    return t->kind == TK_IDENT && t->sym == token_sym_of_kind(kw);
}

static bool is_plain_word(const FileToken *t)
{
    return t->kind == TK_IDENT && token_kind_of_word(t->sym, LANG_CXX) == TK_IDENT;
}

/* A typedef from token i (behind the keyword): marks the declared names; gives the index of its end. */
static u32 scan_typedef(const LexedFile *lf, u32 i, NameFacts *facts)
{
    const FileToken *t = lf->toks.at;
    Sym last = 0;
    bool found = false;
    u32 depth = 0;
    for (u32 start = i; t[i].kind != TK_EOF && i - start < 20000; i++) {
        switch (t[i].kind) {
        case TK_LBRACE: { /* members: over them */
            u32 braces = 0;
            for (; t[i].kind != TK_EOF; i++) {
                if (t[i].kind == TK_LBRACE)
                    braces++;
                else if (t[i].kind == TK_RBRACE && --braces == 0)
                    break;
            }
            if (t[i].kind == TK_EOF)
                return i;
            last = 0;
            break;
        }
        case TK_LPAREN:
            if (depth == 0 && !found) { /* (*name) or name(parameters) */
                u32 k = i + 1;
                while (
                    t[k].kind == TK_STAR || t[k].kind == TK_CARET || is(&t[k], KW_CONST) ||
                    (is_plain_word(&t[k]) && (t[k + 1].kind == TK_STAR || t[k + 1].kind == TK_COLONCOLON)) ||
                    t[k].kind == TK_COLONCOLON)
                    k++;
                if (k > i + 1 && is_plain_word(&t[k]) && t[k - 1].kind != TK_LPAREN) {
                    names_add(facts, t[k].sym, NF_TYPE);
                    found = true;
                } else if (last && strncmp(sym_str(last), "__", 2) != 0) {
                    names_add(facts, last, NF_TYPE);
                }
            }
            depth++;
            break;
        case TK_RPAREN: depth -= depth > 0; break;
        case TK_LBRACKET:
            if (depth == 0 && last && !found) {
                names_add(facts, last, NF_TYPE);
                found = true;
            }
            depth++;
            break;
        case TK_RBRACKET: depth -= depth > 0; break;
        case TK_COMMA:
        case TK_SEMI:
            if (depth == 0) {
                if (last && !found)
                    names_add(facts, last, NF_TYPE);
                if (t[i].kind == TK_SEMI)
                    return i;
                found = false;
                last = 0;
            }
            break;
        case TK_HASH: /* a directive in the middle: over its line */
            if (t[i].flags & FT_BOL)
                while (t[i + 1].kind != TK_EOF && !(t[i + 1].flags & FT_BOL))
                    i++;
            break;
        case TK_IDENT:
            if (depth == 0)
                last = is_plain_word(&t[i]) ? t[i].sym : is(&t[i], KW_ATTRIBUTE) ? last : 0;
            break;
        default: break;
        }
    }
    return i;
}

/* class X, struct X, enum class X: a type name in C++. */
static void scan_tag(const LexedFile *lf, u32 i, bool is_template, NameFacts *facts)
{
    const FileToken *t = lf->toks.at;
    u32 k = i + 1;
    if (is(&t[i], KW_ENUM) && (is(&t[k], KW_CLASS) || is(&t[k], KW_STRUCT)))
        k++;
    while (is_plain_word(&t[k]) && is_plain_word(&t[k + 1])) /* export macros: class API_EXPORT X */
        k++;
    if (!is_plain_word(&t[k]))
        return;
    u8 next = t[k + 1].kind;
    if (next == TK_LBRACE || next == TK_COLON || next == TK_SEMI || next == TK_LT ||
        is(&t[k + 1], KW_VIRTUAL) || next == TK_IDENT)
        names_add(facts, t[k].sym, (u16)(NF_TYPE | (is_template ? NF_TEMPLATE : 0)));
}

/* template < ... > : gives the index behind the parameter list; marks what the template declares. */
static u32 scan_template(const LexedFile *lf, u32 i, NameFacts *facts)
{
    const FileToken *t = lf->toks.at;
    u32 k = i + 1;
    if (t[k].kind != TK_LT)
        return i;
    u32 depth = 0, parens = 0;
    for (u32 start = k; t[k].kind != TK_EOF && k - start < 2000; k++) {
        if (t[k].kind == TK_LPAREN)
            parens++;
        else if (t[k].kind == TK_RPAREN)
            parens -= parens > 0;
        else if (parens)
            continue;
        else if (t[k].kind == TK_LT)
            depth++;
        else if (t[k].kind == TK_GT && --depth == 0)
            break;
        else if (t[k].kind == TK_SHR && (depth = depth > 2 ? depth - 2 : 0) == 0)
            break;
        else if (t[k].kind == TK_SEMI || t[k].kind == TK_LBRACE)
            return i;
    }
    if (t[k].kind == TK_EOF)
        return i;
    if (is(&t[k + 1], KW_CLASS) || is(&t[k + 1], KW_STRUCT) || is(&t[k + 1], KW_UNION)) {
        scan_tag(lf, k + 1, true, facts);
        return k + 1;
    }
    if (is(&t[k + 1], KW_USING) && is_plain_word(&t[k + 2])) {
        names_add(facts, t[k + 2].sym, NF_TYPE | NF_TEMPLATE);
        return k + 2;
    }
    for (u32 m = k + 1, start = m; t[m].kind != TK_EOF && m - start < 200;
         m++) { /* a function template's name */
        if (t[m].kind == TK_LPAREN && m > start) {
            if (is_plain_word(&t[m - 1]))
                names_add(facts, t[m - 1].sym, NF_TEMPLATE);
            break;
        }
        if (t[m].kind == TK_SEMI || t[m].kind == TK_LBRACE || t[m].kind == TK_ASSIGN)
            break;
    }
    return k;
}

static void scan_macros(const LexedFile *lf, NameFacts *facts)
{
    for (u32 i = 0; i < lf->macros.n; i++) {
        const MacroDef *m = &lf->macros.at[i];
        u16 bits = NF_MACRO;
        if (m->flags & MF_FUNCTION)
            bits |= NF_FUNC_MACRO;
        if ((m->flags & MF_ATTRIBUTE) || (m->body_n == 0 && !(m->flags & MF_FUNCTION)))
            bits |= NF_ATTR_MACRO;
        if (!(m->flags & MF_FUNCTION) && m->body_n) {
            switch (token_kind_of_word(m->body[0].kind == TK_IDENT ? m->body[0].sym : 0, LANG_CXX)) {
            case KW_INT:
            case KW_CHAR:
            case KW_SHORT:
            case KW_LONG:
            case KW_UNSIGNED:
            case KW_SIGNED:
            case KW_FLOAT:
            case KW_DOUBLE:
            case KW_VOID:
            case KW_STRUCT:
            case KW_UNION:
            case KW_ENUM:
            case KW_BOOL_:
            case KW_BOOL: bits |= NF_TYPE_MACRO; break;
            default: break;
            }
        }
        names_add(facts, m->name, bits);
    }
    for (u32 d = 0; d < lf->directives.n; d++) {
        const Directive *dir = &lf->directives.at[d];
        if (dir->kind == DIR_UNDEF && dir->tok + 2 < dir->end)
            names_add(facts, lf->toks.at[dir->tok + 2].sym, NF_MACRO);
    }
}

/* Behind what can the name of a declared function stand? */
static bool ends_type(const FileToken *t)
{
    switch (t->kind) {
    case TK_STAR:
    case TK_AMP:
    case TK_AMPAMP:
    case TK_GT: return true;
    case TK_IDENT:
        switch (token_kind_of_word(t->sym, LANG_CXX)) {
        case TK_IDENT:
        case KW_INT:
        case KW_CHAR:
        case KW_SHORT:
        case KW_LONG:
        case KW_UNSIGNED:
        case KW_SIGNED:
        case KW_FLOAT:
        case KW_DOUBLE:
        case KW_VOID:
        case KW_BOOL_:
        case KW_BOOL:
        case KW_CONST:
        case KW_INLINE: return true;
        default: return false;
        }
    default: return false;
    }
}

static bool has_lower_case(Sym s)
{
    for (const char *c = sym_str(s); *c; c++)
        if (*c >= 'a' && *c <= 'z')
            return true;
    return false;
}

/* Marks the functions that the file declares at file scope (also inside extern "C" braces) whatever the configuration: outside of all
 * conditional groups but the include guard. NAME(..., name, ...) with an upper-case NAME counts as a macro that declares
 * `name`. */
static void scan_functions(const LexedFile *lf, NameFacts *facts)
{
    const FileToken *t = lf->toks.at;
    u32 depth = 0, linkage = 0, parens = 0, groups = 0, d = 0;
    bool in_macro = false;
    u32 guard = lf->guard ? 1 : 0;
    for (u32 i = 0; i + 1 < lf->toks.n; i++) {
        if (d < lf->directives.n && lf->directives.at[d].tok == i) {
            const Directive *dir = &lf->directives.at[d++];
            groups += dir->kind <= DIR_IFNDEF;
            groups -= dir->kind == DIR_ENDIF && groups > 0;
            i = dir->end - 1;
            continue;
        }
        switch (t[i].kind) {
        case TK_LBRACE: {
            bool opens_linkage = i && t[i - 1].kind == TK_STRING && depth == linkage;
            depth++;
            linkage += opens_linkage;
            break;
        }
        case TK_RBRACE:
            depth -= depth > 0;
            linkage = MIN(linkage, depth);
            parens = 0;
            break;
        case TK_LPAREN:
            if (depth == linkage && parens++ == 0 && i >= 1 && is_plain_word(&t[i - 1])) {
                in_macro = !has_lower_case(t[i - 1].sym);
                if (!in_macro && groups <= guard && i >= 2 && ends_type(&t[i - 2]))
                    names_add(facts, t[i - 1].sym, NF_FUNCTION);
            }
            break;
        case TK_RPAREN:
            parens -= parens > 0;
            in_macro = in_macro && parens;
            break;
        case TK_IDENT:
            if (in_macro && parens == 1 && t[i + 1].kind == TK_COMMA &&
                (t[i - 1].kind == TK_COMMA || t[i - 1].kind == TK_LPAREN) && is_plain_word(&t[i]) &&
                has_lower_case(t[i].sym))
                names_add(facts, t[i].sym, NF_FUNCTION);
            break;
        default: break;
        }
    }
}

void lex_harvest_names(const LexedFile *lf, Lang lang, NameFacts *facts)
{
    const FileToken *t = lf->toks.at;
    scan_macros(lf, facts);
    scan_functions(lf, facts);
    for (u32 i = 0; i + 1 < lf->toks.n; i++) {
        if (t[i].kind != TK_IDENT || t[i].sym > token_sym_of_kind(TK_COUNT))
            continue;
        if (is(&t[i], KW_TYPEDEF)) {
            i = scan_typedef(lf, i + 1, facts) - 1;
        } else if (lang == LANG_CXX) {
            if (is(&t[i], KW_TEMPLATE))
                i = scan_template(lf, i, facts);
            else if (is(&t[i], KW_CLASS) || is(&t[i], KW_STRUCT) || is(&t[i], KW_UNION) || is(&t[i], KW_ENUM))
                scan_tag(lf, i, false, facts);
            else if (is(&t[i], KW_USING) && is_plain_word(&t[i + 1]) && i + 2 < lf->toks.n &&
                     t[i + 2].kind == TK_ASSIGN)
                names_add(facts, t[i + 1].sym, NF_TYPE);
        }
    }
}

void lex_contract_pragmas(LexedFile *lf, NameFacts *facts)
{
    static const struct {
        const char *word;
        u16 bit;
    } kinds[] = {{"attribute", NF_ATTR_MACRO},
                 {"statement", NF_STMT_MACRO},
                 {"loop", NF_LOOP_MACRO},
                 {"type", NF_TYPE_MACRO | NF_TYPE}};
    const FileToken *t = lf->toks.at;
    for (u32 d = 0; d < lf->directives.n; d++) {
        const Directive *dir = &lf->directives.at[d];
        u32 i = dir->tok + 2;
        if (dir->kind != DIR_PRAGMA || i + 1 >= dir->end || strcmp(sym_str(t[i].sym), "stoa") != 0)
            continue;
        const char *what = sym_str(t[i + 1].sym);
        if (strcmp(what, "only_if_included") == 0)
            lf->only_if_included = true;
        if (strcmp(what, "macro") != 0 || i + 2 >= dir->end)
            continue;
        for (u32 k = 0; k < LENGTH(kinds); k++)
            if (strcmp(sym_str(t[i + 2].sym), kinds[k].word) == 0)
                for (u32 n = i + 3; n < dir->end; n++)
                    names_add(facts, t[n].sym, kinds[k].bit);
    }
}
