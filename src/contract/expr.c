/*
 * Words, targets and expressions inside attributes; see contract_priv.h. Called by reader.c and gnu.c.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "contract/contract_priv.h"

/* ---- words, numbers, texts ---- */

Sym reader_word(const Tree *t, NodeId n)
{
    for (u32 depth = 0; n && depth < CONTRACT_EXPR_DEPTH; depth++) {
        const Node *x = tree_node(t, n);
        switch (x->kind) {
        case N_NAME: return x->a;
        case N_THIS: return token_sym_of_kind(KW_THIS);
        case N_QUALIFIED: { /* the entity is last */
            NodeId last = 0;
            for (NodeId c = x->first; c; c = tree_next(t, c))
                last = c;
            n = last;
            break;
        }
        case N_TYPE_NAME:
        case N_SPECS:
        case N_TYPE_REF:
        case N_PAREN:
        case N_TEMPLATE_ID: n = x->first; break;
        default: return 0;
        }
    }
    return 0;
}

bool contract_number(const char *s, i64 *out)
{
    char digits[72];
    u32 n = 0;
    for (; *s && n + 1 < sizeof digits; s++)
        if (*s != '\'')
            digits[n++] = *s;
    digits[n] = 0;
    if (*s || !n)
        return false;
    bool binary = digits[0] == '0' && (digits[1] == 'b' || digits[1] == 'B');
    char *end;
    errno = 0;
    unsigned long long v = strtoull(digits + (binary ? 2 : 0), &end, binary ? 2 : 0);
    if (errno || end == digits + (binary ? 2 : 0))
        return false;
    for (; *end; end++)
        if (!strchr("uUlLzZ", *end))
            return false;
    *out = (i64)v;
    return true;
}

static bool character(const char *s, i64 *out)
{
    if (s[0] != '\'')
        return false;
    if (s[1] != '\\') {
        *out = (u8)s[1];
        return s[1] && s[2] == '\'';
    }
    static const char from[] = "ntr0\\'\"abfv", to[] = "\n\t\r\0\\'\"\a\b\f\v";
    const char *p = s[2] ? strchr(from, s[2]) : NULL;
    if (!p || s[3] != '\'')
        return false;
    *out = to[p - from];
    return true;
}

Sym reader_text(const Unit *u, NodeId n)
{
    const Node *x = tree_node(&u->tree, n);
    if (x->kind != N_STRING)
        return 0;
    Sb b;
    sb_init(&b);
    for (u32 i = x->begin; i < x->end && i < u->toks.n; i++) {
        const Token *tk = &u->toks.at[i];
        if (tk->kind != TK_STRING)
            continue;
        const char *s = sym_str(tk->sym), *q = strchr(s, '"');
        if (!q)
            continue;
        for (q++; *q && *q != '"'; q++) {
            if (*q == '\\' && q[1])
                q++;
            sb_addc(&b, *q);
        }
    }
    Sym s = intern_bytes(b.n ? b.s : "", b.n);
    sb_release(&b);
    return s;
}

/* ---- targets ---- */

/* argN: N counts from 1. */
static bool numbered_target(const char *s, ContractTarget *out)
{
    i64 n;
    if (strncmp(s, "arg", 3) != 0 || s[3] < '1' || s[3] > '9' || !contract_number(s + 3, &n) ||
        n > CONTRACT_MAX_PARAMS)
        return false;
    out->arg = (i16)(n - 1);
    return true;
}

static bool word_target(const Reader *r, Sym w, ContractTarget *out)
{
    const char *s = sym_str(w);
    out->deref = 0;
    for (u32 i = 0; i < r->n_params; i++) {
        if (r->params[i] && r->params[i] == w) {
            out->arg = (i16)i;
            return true;
        }
    }
    if (strcmp(s, "result") == 0)
        out->arg = CT_RESULT;
    else if (strcmp(s, "this") == 0)
        out->arg = CT_THIS;
    else if (strcmp(s, "varargs") == 0)
        out->arg = CT_VARARGS;
    else
        return numbered_target(s, out);
    return true;
}

/* Targets that the declaration cannot have. */
static bool fits(const Reader *r, const ContractTarget *t)
{
    return t->arg < 0 ? t->arg != CT_VARARGS || r->variadic : (u32)t->arg < r->n_params || r->variadic;
}

bool reader_target(Reader *r, NodeId n, ContractTarget *out)
{
    u16 deref = 0;
    for (u32 depth = 0; n && depth < CONTRACT_EXPR_DEPTH; depth++) {
        const Node *x = tree_node(r->t, n);
        if (x->kind == N_UNARY && x->op == TK_STAR) {
            deref++;
            n = x->first;
        } else if (x->kind == N_PAREN) {
            n = x->first;
        } else {
            break;
        }
    }
    Sym w = n ? reader_word(r->t, n) : 0;
    if (!w || !word_target(r, w, out) || !fits(r, out))
        return false;
    out->deref = deref;
    return true;
}

/* ---- expressions ---- */

ContractExprId db_expr(ContractDb *db, ContractExpr e)
{
    vec_push(&db->exprs, e);
    return db->exprs.n - 1;
}

static const struct {
    u8 token, op;
} binary_ops[] = {
    {TK_PLUS, CE_ADD}, {TK_MINUS, CE_SUB},   {TK_STAR, CE_MUL},     {TK_SLASH, CE_DIV}, {TK_PERCENT, CE_MOD},
    {TK_AMP, CE_AND},  {TK_PIPE, CE_OR},     {TK_CARET, CE_XOR},    {TK_SHL, CE_SHL},   {TK_SHR, CE_SHR},
    {TK_EQEQ, CE_EQ},  {TK_NE, CE_NE},       {TK_LT, CE_LT},        {TK_LE, CE_LE},     {TK_GT, CE_GT},
    {TK_GE, CE_GE},    {TK_AMPAMP, CE_LAND}, {TK_PIPEPIPE, CE_LOR},
};

static ContractExprId build(Reader *r, NodeId n, u32 depth);

static ContractExprId number(Reader *r, i64 v)
{
    return db_expr(r->db, (ContractExpr){.op = CE_NUMBER, .known = true, .value = v});
}

/* strlen(x), count(x), min(a, b), max(a, b) */
static ContractExprId build_call(Reader *r, NodeId n, u32 depth)
{
    NodeId callee = tree_first(r->t, n), a = callee ? tree_next(r->t, callee) : 0,
           b = a ? tree_next(r->t, a) : 0;
    Sym w = callee ? reader_word(r->t, callee) : 0;
    const char *s = sym_str(w);
    ContractExpr e = {0};
    if (strcmp(s, "strlen") == 0 || strcmp(s, "count") == 0) {
        e.op = s[0] == 's' ? CE_STRLEN : CE_COUNT;
        if (!a || b || !reader_target(r, a, &e.target)) {
            reader_message(r, n, "%s takes one parameter's name, result or this", s);
            return 0;
        }
        return db_expr(r->db, e);
    }
    if (strcmp(s, "min") == 0 || strcmp(s, "max") == 0) {
        e.op = s[1] == 'i' ? CE_MIN : CE_MAX;
        if (!b || tree_next(r->t, b)) {
            reader_message(r, n, "%s takes two numbers", s);
            return 0;
        }
        e.a = build(r, a, depth + 1);
        e.b = e.a ? build(r, b, depth + 1) : 0;
        return e.b ? db_expr(r->db, e) : 0;
    }
    reader_message(r, n, "unknown function in an expression; known are strlen, count, min and max");
    return 0;
}

static i64 basic_size(const Tree *t, NodeId type_name)
{
    NodeId specs = tree_first(t, type_name);
    NodeId dtor = specs ? tree_next(t, specs) : 0;
    if (dtor && tree_kind(t, dtor) == N_D_PTR)
        return 8;
    u32 bt = specs ? tree_node(t, specs)->a : 0;
    if (bt & (BT_CHAR | BT_BOOL | BT_CHAR8))
        return 1;
    if (bt & (BT_SHORT | BT_CHAR16))
        return 2;
    if (bt & BT_DOUBLE)
        return bt & BT_LONG ? 16 : 8;
    if (bt & (BT_LONG | BT_LONG2))
        return 8;
    if (bt & (BT_INT | BT_UNSIGNED | BT_SIGNED | BT_FLOAT | BT_WCHAR | BT_CHAR32))
        return 4;
    return 0;
}

static ContractExprId build_word(Reader *r, NodeId n, Sym w)
{
    ContractExpr e = {.op = CE_TARGET};
    if (word_target(r, w, &e.target)) {
        if (fits(r, &e.target))
            return db_expr(r->db, e);
        reader_message(r, n, "there is no argument '%s'", sym_str(w));
        return 0;
    }
    const char *s = sym_str(w);
    if (strcmp(s, "NULL") == 0 || strcmp(s, "nullptr") == 0 || strcmp(s, "false") == 0)
        return number(r, 0);
    if (strcmp(s, "true") == 0)
        return number(r, 1);
    if (strcmp(s, "unbounded") == 0 || strcmp(s, "errno") == 0)
        return db_expr(r->db, (ContractExpr){.op = s[0] == 'u' ? CE_UNBOUNDED : CE_ERRNO});
    ContractExpr c = {.op = CE_CONSTANT, .sym = w};
    c.known = db_constant(r->db, r->u, w, &c.value);
    if (!c.known && tree_kind(r->t, n) != N_QUALIFIED) {
        reader_message(
            r, n,
            "'%s' is neither a parameter nor a known constant; write a parameter's name, result, this, argN or a number",
            s);
        return 0;
    }
    return db_expr(r->db, c);
}

static ContractExprId build(Reader *r, NodeId n, u32 depth)
{
    if (!n || depth > CONTRACT_EXPR_DEPTH)
        return 0;
    const Node *x = tree_node(r->t, n);
    ContractExpr e = {0};
    i64 v;
    switch (x->kind) {
    case N_PAREN: return build(r, x->first, depth + 1);
    case N_CAST: /* (void *)0 */ return build(r, tree_next(r->t, x->first), depth + 1);
    case N_NUMBER:
        if (contract_number(sym_str(x->a), &v))
            return number(r, v);
        break;
    case N_CHAR:
        if (character(sym_str(x->a), &v))
            return number(r, v);
        break;
    case N_BOOL_LIT: return number(r, x->op == KW_TRUE);
    case N_NULLPTR: return number(r, 0);
    case N_STRING: return db_expr(r->db, (ContractExpr){.op = CE_TEXT, .sym = reader_text(r->u, n)});
    case N_NAME:
    case N_QUALIFIED:
    case N_THIS:
    case N_TYPE_NAME: {
        Sym w = reader_word(r->t, n);
        if (w)
            return build_word(r, n, w);
        break;
    }
    case N_UNARY:
        if (x->op == TK_STAR) {
            e.op = CE_TARGET;
            if (reader_target(r, n, &e.target))
                return db_expr(r->db, e);
            break;
        }
        if (x->op == TK_PLUS)
            return build(r, x->first, depth + 1);
        e.op = x->op == TK_MINUS ? CE_NEG : x->op == TK_NOT ? CE_NOT : x->op == TK_TILDE ? CE_COMPL : 0;
        if (!e.op)
            break;
        e.a = build(r, x->first, depth + 1);
        return e.a ? db_expr(r->db, e) : 0;
    case N_BINARY:
        for (u32 i = 0; i < LENGTH(binary_ops); i++) {
            if (binary_ops[i].token != x->op)
                continue;
            e.op = binary_ops[i].op;
            e.a = build(r, x->first, depth + 1);
            e.b = e.a ? build(r, tree_next(r->t, x->first), depth + 1) : 0;
            return e.b ? db_expr(r->db, e) : 0;
        }
        break;
    case N_SIZEOF_EXPR:
        e.op = CE_SIZEOF;
        if (reader_target(r, x->first, &e.target) && e.target.deref == 1)
            return e.target.deref = 0, db_expr(r->db, e);
        reader_message(r, n, "sizeof takes *parameter or a basic type");
        return 0;
    case N_SIZEOF_TYPE:
        v = basic_size(r->t, x->first);
        if (v)
            return number(r, v);
        reader_message(r, n, "sizeof takes *parameter or a basic type");
        return 0;
    case N_CALL: return build_call(r, n, depth);
    default: break;
    }
    reader_message(
        r, n,
        "not an expression that contracts know; they are made of parameters, result, this, numbers, strlen, count, min, max, sizeof and operators");
    return 0;
}

ContractExprId reader_expr(Reader *r, NodeId n)
{
    return build(r, n, 0);
}
