/*
 * Written code for checks. See shape.h.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "checks/shape.h"

NodeId shape_inside(const Unit *u, NodeId n)
{
    while (n && tree_kind(&u->tree, n) == N_PAREN && tree_first(&u->tree, n))
        n = tree_first(&u->tree, n);
    return n;
}

bool shape_same(const Unit *u, NodeId a, NodeId b)
{
    const Node *x = tree_node(&u->tree, a), *y = tree_node(&u->tree, b);
    u32 n = x->end - x->begin;
    if (x->begin >= x->end || n != y->end - y->begin)
        return false;
    for (u32 i = 0; i < n; i++)
        if (u->toks.at[x->begin + i].sym != u->toks.at[y->begin + i].sym)
            return false;
    return true;
}

/* Depth of the parser bounds that of the recursion, but for chains of left-associative operators: these are followed in a loop. */
bool shape_pure(const Unit *u, NodeId n)
{
    const Tree *t = &u->tree;
    for (;;) {
        const Node *node = tree_node(t, n);
        switch (node->kind) {
        case N_NAME:
        case N_QUALIFIED:
        case N_NUMBER:
        case N_CHAR:
        case N_STRING:
        case N_THIS:
        case N_NULLPTR:
        case N_BOOL_LIT:
        case N_SIZEOF_EXPR:
        case N_SIZEOF_TYPE:
        case N_OFFSETOF: return true;
        case N_UNARY:
            if (node->op == TK_PLUSPLUS || node->op == TK_MINUSMINUS || node->op == KW_CO_AWAIT)
                return false;
            break;
        case N_CAST:
        case N_CXX_CAST:
            n = tree_child(t, n, 1);
            if (!n)
                return false;
            continue;
        case N_MEMBER: break;
        case N_PAREN:
        case N_BINARY:
        case N_COND:
        case N_INDEX: break;
        default: return false;
        }
        NodeId first = tree_first(t, n);
        if (!first)
            return false;
        for (NodeId k = tree_next(t, first); k; k = tree_next(t, k))
            if (tree_kind(t, k) != N_NONE && !shape_pure(u, k))
                return false;
        n = first;
    }
}

bool shape_boolean(const Unit *u, NodeId n)
{
    const Tree *t = &u->tree;
    n = shape_inside(u, n);
    const Node *node = tree_node(t, n);
    switch (node->kind) {
    case N_UNARY: return node->op == TK_NOT;
    case N_BOOL_LIT: return true;
    case N_BINARY:
        switch (node->op) {
        case TK_EQEQ:
        case TK_NE:
        case TK_LT:
        case TK_GT:
        case TK_LE:
        case TK_GE:
        case TK_AMPAMP:
        case TK_PIPEPIPE: return true;
        case TK_AMP:
        case TK_PIPE:
        case TK_CARET:
            /* The right side decides: the left one may be a long chain. */
            return shape_boolean(u, tree_child(t, n, 1));
        default: return false;
        }
    default: return false;
    }
}

static bool literal_value(const char *s, i64 *value)
{
    if (strpbrk(s, ".pP") || (strpbrk(s, "eE") && !(s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))))
        return false;
    char clean[72];
    size_t n = 0;
    for (; *s && n + 1 < sizeof clean; s++)
        if (*s != '\'')
            clean[n++] = *s;
    clean[n] = '\0';
    const char *digits = clean;
    int base = 0;
    if (clean[0] == '0' && (clean[1] == 'b' || clean[1] == 'B')) {
        digits += 2;
        base = 2;
    }
    char *end;
    unsigned long long v = strtoull(digits, &end, base);
    if (end == digits || end[strspn(end, "uUlLzZ")] || v > INT64_MAX)
        return false;
    *value = (i64)v;
    return true;
}

bool shape_number(const Unit *u, NodeId n, i64 *value)
{
    const Tree *t = &u->tree;
    n = shape_inside(u, n);
    const Node *node = tree_node(t, n);
    if (node->kind == N_UNARY && (node->op == TK_MINUS || node->op == TK_PLUS)) {
        i64 v;
        NodeId operand = shape_inside(u, tree_first(t, n));
        if (tree_kind(t, operand) != N_NUMBER || !literal_value(sym_str(tree_node(t, operand)->a), &v))
            return false;
        *value = node->op == TK_MINUS ? -v : v;
        return true;
    }
    if (node->kind == N_NUMBER)
        return literal_value(sym_str(node->a), value);
    if (node->kind == N_CHAR) {
        const char *s = sym_str(node->a);
        if (s[0] == '\'' && s[1] && s[1] != '\\' && s[2] == '\'') {
            *value = (signed char)s[1];
            return true;
        }
    }
    return false;
}

bool shape_constant(const Unit *u, NodeId n)
{
    n = shape_inside(u, n);
    const Node *node = tree_node(&u->tree, n);
    i64 value;
    if (shape_number(u, n, &value) || node->kind == N_CHAR || node->kind == N_NUMBER)
        return true;
    if (node->kind != N_NAME)
        return false;
    bool upper = false;
    for (const char *s = sym_str(node->a); *s; s++) {
        if (islower((unsigned char)*s))
            return false;
        upper = upper || isupper((unsigned char)*s);
    }
    return upper;
}

/* ---- lines ---- */

ShapeLine shape_line(const CheckCtx *c, Loc loc)
{
    Position at = src_position(&c->project->src, loc);
    Slice text = src_line(&c->project->src, at.file, at.line);
    u32 n = 0;
    while (n < text.n && (text.s[n] == ' ' || text.s[n] == '\t'))
        n++;
    return (ShapeLine){at.file, at.line, {text.s, n}, at.column == n + 1};
}

bool shape_same_indent(ShapeLine a, ShapeLine b)
{
    return a.indent.n == b.indent.n && memcmp(a.indent.s, b.indent.s, a.indent.n) == 0;
}

bool shape_deeper(ShapeLine inner, ShapeLine outer)
{
    return inner.indent.n > outer.indent.n && memcmp(inner.indent.s, outer.indent.s, outer.indent.n) == 0;
}

bool shape_directive_between(const CheckCtx *c, ShapeLine a, ShapeLine b)
{
    if (a.file != b.file)
        return true;
    for (u32 line = a.line + 1; line < b.line; line++) {
        Slice text = src_line(&c->project->src, a.file, line);
        u32 n = 0;
        while (n < text.n && (text.s[n] == ' ' || text.s[n] == '\t'))
            n++;
        if (n < text.n && text.s[n] == '#')
            return true;
    }
    return false;
}

bool shape_only_blanks(const CheckCtx *c, Loc from, Loc to)
{
    FileId file = src_file_of(&c->project->src, from);
    const SourceFile *f = src_file(&c->project->src, file);
    if (!file || to < from || to > f->base + f->size)
        return false;
    for (Loc at = from; at < to; at++)
        if (f->text[at - f->base] != ' ' && f->text[at - f->base] != '\t')
            return false;
    return true;
}

static bool says(const char *text, u32 n, const char *word)
{
    u32 len = (u32)strlen(word);
    for (u32 i = 0; i + len <= n; i++)
        if (strncasecmp(text + i, word, len) == 0)
            return true;
    return false;
}

bool shape_comment_says(const CheckCtx *c, Loc from, Loc to, const char *const *words)
{
    FileId file = src_file_of(&c->project->src, from);
    const LexedFile *lexed = file && file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    if (!lexed)
        return false;
    const SourceFile *f = src_file(&c->project->src, file);
    u32 begin = from - f->base, end = to > from ? to - f->base : begin;
    u32 lo = 0, hi = lexed->comments.n;
    while (lo < hi) { /* first comment that starts at or behind `begin` */
        u32 mid = lo + (hi - lo) / 2;
        if (lexed->comments.at[mid].off < begin)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < lexed->comments.n && lexed->comments.at[lo].off < end; lo++)
        for (const char *const *word = words; *word; word++)
            if (says(f->text + lexed->comments.at[lo].off, lexed->comments.at[lo].len, *word))
                return true;
    return false;
}
