/*
 * Reads the attributes of one function declaration into facts (reader_). Called by contract.c for each
 * declaration of the index. What is wrong with an attribute becomes a message, and the attribute is left out.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/str.h"
#include "contract/contract_priv.h"

void reader_message(Reader *r, NodeId at, const char *fmt, ...)
{
    const SourceSet *src = &r->u->project->src;
    Position pos = src_position(src, unit_written_loc(r->u, tree_node(r->t, at)->begin));
    Sb b;
    sb_init(&b);
    va_list ap;
    va_start(ap, fmt);
    sb_vaddf(&b, fmt, ap);
    va_end(ap);
    diag_add(r->u->project->diags, DIAG_WARNING, pos.file ? src_file(src, pos.file)->path : NULL, pos.line,
             "contract of '%s': %s", sym_str(r->function), b.s);
    sb_release(&b);
}

ContractFact reader_fact(ContractAttr attr)
{
    ContractFact f = {.attr = (u8)attr, .target = {{CT_NONE, 0}, {CT_NONE, 0}}};
    return f;
}

void reader_push(Reader *r, const ContractFact *f)
{
    vec_push(&r->facts, *f);
}

/* ---- words, numbers, texts ---- */

Sym reader_word(const Tree *t, NodeId n)
{
    for (u32 depth = 0; n && depth < CONTRACT_EXPR_DEPTH; depth++) {
        const Node *x = tree_node(t, n);
        switch (x->kind) {
        case N_NAME:
            return x->a;
        case N_THIS:
            return token_sym_of_kind(KW_THIS);
        case N_QUALIFIED: { /* the entity is last */
            NodeId last = 0;
            for (NodeId c = x->first; c; c = tree_next(t, c))
                last = c;
            n = last;
            break;
        }
        case N_TYPE_NAME: case N_SPECS: case N_TYPE_REF: case N_PAREN: case N_TEMPLATE_ID:
            n = x->first;
            break;
        default:
            return 0;
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
    else if (strncmp(s, "arg", 3) == 0 && s[3] >= '1' && s[3] <= '9' && strspn(s + 3, "0123456789") == strlen(s + 3) && strlen(s) < 6)
        out->arg = (i16)(atoi(s + 3) - 1);
    else
        return false;
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
    {TK_PLUS, CE_ADD}, {TK_MINUS, CE_SUB}, {TK_STAR, CE_MUL}, {TK_SLASH, CE_DIV}, {TK_PERCENT, CE_MOD},
    {TK_AMP, CE_AND}, {TK_PIPE, CE_OR}, {TK_CARET, CE_XOR}, {TK_SHL, CE_SHL}, {TK_SHR, CE_SHR},
    {TK_EQEQ, CE_EQ}, {TK_NE, CE_NE}, {TK_LT, CE_LT}, {TK_LE, CE_LE}, {TK_GT, CE_GT}, {TK_GE, CE_GE},
    {TK_AMPAMP, CE_LAND}, {TK_PIPEPIPE, CE_LOR},
};

static ContractExprId build(Reader *r, NodeId n, u32 depth);

static ContractExprId number(Reader *r, i64 v)
{
    return db_expr(r->db, (ContractExpr){.op = CE_NUMBER, .known = true, .value = v});
}

/* strlen(x), count(x), min(a, b), max(a, b) */
static ContractExprId build_call(Reader *r, NodeId n, u32 depth)
{
    NodeId callee = tree_first(r->t, n), a = callee ? tree_next(r->t, callee) : 0, b = a ? tree_next(r->t, a) : 0;
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
        reader_message(r, n, "'%s' is neither a parameter nor a known constant; write a parameter's name, result, this, argN or a number", s);
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
    case N_PAREN:
        return build(r, x->first, depth + 1);
    case N_CAST: /* (void *)0 */
        return build(r, tree_next(r->t, x->first), depth + 1);
    case N_NUMBER:
        if (contract_number(sym_str(x->a), &v))
            return number(r, v);
        break;
    case N_CHAR:
        if (character(sym_str(x->a), &v))
            return number(r, v);
        break;
    case N_BOOL_LIT:
        return number(r, x->op == KW_TRUE);
    case N_NULLPTR:
        return number(r, 0);
    case N_STRING:
        return db_expr(r->db, (ContractExpr){.op = CE_TEXT, .sym = reader_text(r->u, n)});
    case N_NAME: case N_QUALIFIED: case N_THIS: case N_TYPE_NAME: {
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
    case N_CALL:
        return build_call(r, n, depth);
    default:
        break;
    }
    reader_message(r, n, "not an expression that contracts know; they are made of parameters, result, this, numbers, strlen, count, min, max, sizeof and operators");
    return 0;
}

ContractExprId reader_expr(Reader *r, NodeId n)
{
    return build(r, n, 0);
}

/* ---- the attributes of the vocabulary ---- */

static const char *argument_name(char letter)
{
    switch (letter) {
    case 't': return "a parameter's name, result, this or *parameter";
    case 'e': return "a number";
    case 'c': return "a condition such as result < 0";
    case 'k': return "a kind";
    case 'f': return "the name of a family of resources";
    case 'n': return "the number of a CWE";
    default: return "a text in quotes";
    }
}

static bool is_condition(const ContractDb *db, ContractExprId e)
{
    u8 op = db->exprs.at[e].op;
    return op >= CE_EQ || op == CE_NOT;
}

/* Reads one argument into the fact; the counters say how many targets, numbers and texts it has so far. */
static bool read_argument(Reader *r, NodeId n, char letter, ContractFact *f, u32 *targets, u32 *exprs, u32 *texts)
{
    Sym w;
    i64 v;
    switch (letter) {
    case 't':
        return *targets < 2 && reader_target(r, n, &f->target[(*targets)++]);
    case 'e': case 'c':
        if (*exprs >= 2)
            return false;
        f->expr[*exprs] = reader_expr(r, n);
        if (!f->expr[*exprs])
            return false; /* has its own message */
        return letter == 'e' || is_condition(r->db, f->expr[*exprs]) ? (*exprs)++, true : false;
    case 'k':
        w = reader_word(r->t, n);
        f->kind = (u8)map_get(&r->db->kinds, (u64)f->attr << 32 | w, 0);
        return f->kind != 0;
    case 'f':
        f->family = reader_word(r->t, n);
        return f->family != 0;
    case 'n':
        if (tree_kind(r->t, n) != N_NUMBER || !contract_number(sym_str(tree_node(r->t, n)->a), &v) || v < 1 || v > 9999)
            return false;
        f->cwe = (u16)v;
        return true;
    default:
        if (*texts >= 2 || tree_kind(r->t, n) != N_STRING)
            return false;
        f->text[(*texts)++] = reader_text(r->u, n);
        return true;
    }
}

static void read_stoa(Reader *r, NodeId attr, NodeId arg)
{
    const Node *x = tree_node(r->t, attr);
    u32 id = map_get(&r->db->attrs, x->a, 0);
    if (!id) {
        reader_message(r, attr, "unknown attribute stoa::%s; docs/contracts.md lists the known ones", sym_str(x->a));
        return;
    }
    const char *name = contract_attrs[id].name;
    ContractFact f = reader_fact((ContractAttr)id);
    u32 targets = 0, exprs = 0, texts = 0, pushed = 0;
    bool optional = false, implied = r->at_param != CT_NONE;
    for (const char *p = contract_attrs[id].arguments; *p; p++) {
        if (*p == '?') {
            optional = true;
            continue;
        }
        bool repeated = p[1] == '*';
        if (*p == 't' && implied) { /* an attribute that stands at a parameter is about it */
            f.target[targets++] = (ContractTarget){(i16)r->at_param, 0};
            implied = false;
            if (repeated)
                break;
            continue;
        }
        if (!arg) {
            if (optional)
                break;
            reader_message(r, attr, "stoa::%s needs %s more; see docs/contracts.md", name, argument_name(*p));
            return;
        }
        do {
            ContractFact one = f;
            u32 errors = r->u->project->diags->n;
            u32 t2 = targets;
            if (!read_argument(r, arg, *p, repeated ? &one : &f, repeated ? &t2 : &targets, &exprs, &texts)) {
                if (r->u->project->diags->n == errors)
                    reader_message(r, arg, "this argument of stoa::%s is not %s", name, argument_name(*p));
                return;
            }
            arg = tree_next(r->t, arg);
            if (repeated) {
                reader_push(r, &one);
                pushed++;
            }
        } while (repeated && arg);
        if (repeated)
            break;
    }
    if (arg) {
        reader_message(r, arg, "too many arguments of stoa::%s; see docs/contracts.md", name);
        return;
    }
    if (!pushed)
        reader_push(r, &f);
}

/* Attribute name without the underscores that keep it apart from macros. */
static void strip(const char *s, char *out, size_t size)
{
    size_t n = strlen(s);
    if (n > 4 && str_starts(s, "__") && str_ends(s, "__")) {
        s += 2;
        n -= 4;
    }
    if (n >= size)
        n = size - 1;
    memcpy(out, s, n);
    out[n] = 0;
}

void reader_attribute(Reader *r, NodeId attr)
{
    const Node *x = tree_node(r->t, attr);
    NodeId arg = x->first;
    if (x->flags & ATTR_SCOPED) {
        const char *scope = arg ? sym_str(reader_word(r->t, arg)) : "";
        arg = arg ? tree_next(r->t, arg) : 0;
        if (strcmp(scope, "stoa") == 0) {
            read_stoa(r, attr, arg);
            return;
        }
        if (strcmp(scope, "gnu") != 0 && strcmp(scope, "__gnu__") != 0 && strcmp(scope, "clang") != 0 && strcmp(scope, "_Clang") != 0)
            return;
    }
    char name[64];
    strip(sym_str(x->a), name, sizeof name);
    gnu_attribute(r, name, arg);
}

/* ---- a declaration ---- */

static void attributes_of(Reader *r, NodeId first, i32 at_param)
{
    r->at_param = at_param;
    for (NodeId n = first; n; n = tree_next(r->t, n)) {
        NodeKind k = tree_kind(r->t, n);
        if (k == N_ATTR)
            reader_attribute(r, n);
        else if (k == N_MACRO_SPEC && !tree_first(r->t, n))
            gnu_word(r, sym_str(tree_node(r->t, n)->a));
    }
    r->at_param = CT_NONE;
}

/* The parts of a parameter's declarator that may hold attributes. */
static void declarator_attributes(Reader *r, NodeId dtor, i32 at_param)
{
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        NodeKind k = tree_kind(r->t, dtor);
        if (k < N_D_NAME || k > N_D_BINDING || k == N_D_NAME)
            return;
        NodeId inner = tree_first(r->t, dtor);
        if (k == N_D_PTR && inner)
            attributes_of(r, tree_next(r->t, inner), at_param);
        dtor = inner;
    }
}

static Sym declared_word(const Tree *t, NodeId dtor, bool *pointer)
{
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        const Node *x = tree_node(t, dtor);
        if (x->kind == N_D_NAME)
            return x->a;
        if (x->kind < N_D_NAME || x->kind > N_D_BINDING)
            return 0;
        *pointer |= x->kind == N_D_PTR || x->kind == N_D_ARRAY;
        dtor = x->first;
    }
    return 0;
}

static void read_params(Reader *r, NodeId params)
{
    for (NodeId p = tree_first(r->t, params); p && r->n_params < CONTRACT_MAX_PARAMS; p = tree_next(r->t, p)) {
        if (tree_kind(r->t, p) != N_PARAM) { /* K&R */
            r->params[r->n_params++] = reader_word(r->t, p);
            r->min_args = r->n_params;
            continue;
        }
        NodeId specs = tree_first(r->t, p), dtor = specs ? tree_next(r->t, specs) : 0;
        NodeId init = dtor ? tree_next(r->t, dtor) : 0;
        bool pointer = false;
        Sym name = dtor ? declared_word(r->t, dtor, &pointer) : 0;
        if (tree_node(r->t, p)->flags & PARAM_PACK) {
            r->variadic = true;
            break;
        }
        if (!name && !pointer && specs && tree_node(r->t, specs)->a == BT_VOID && !tree_next(r->t, p) && r->n_params == 0)
            break; /* (void) */
        r->params[r->n_params] = name;
        r->pointer[r->n_params] = pointer;
        r->n_params++;
        if (!init || tree_kind(r->t, init) == N_NONE)
            r->min_args = r->n_params;
    }
}

/* The D_FUNC that gives the declared name its parameters. */
static NodeId function_declarator(const Tree *t, NodeId dtor)
{
    NodeId function = 0;
    for (u32 depth = 0; dtor && depth < LIMIT_TYPE_DEPTH; depth++) {
        NodeKind k = tree_kind(t, dtor);
        if (k == N_D_NAME)
            return function;
        if (k < N_D_NAME || k > N_D_BINDING)
            return 0;
        if (k != N_D_PAREN)
            function = k == N_D_FUNC ? dtor : 0;
        dtor = tree_first(t, dtor);
    }
    return 0;
}

bool reader_declaration(Reader *r, const IndexEntry *e)
{
    const Tree *t = r->t;
    NodeId specs, dtor;
    if (e->kind == DK_FUNCTION) {
        specs = tree_first(t, e->node);
        dtor = specs ? tree_next(t, specs) : 0;
    } else {
        specs = e->decl ? tree_first(t, e->decl) : 0;
        dtor = tree_first(t, e->node);
    }
    NodeId func = dtor ? function_declarator(t, dtor) : 0;
    if (!func)
        return false;
    NodeId inner = tree_first(t, func), params = inner ? tree_next(t, inner) : 0;
    NodeId rest = params ? tree_next(t, params) : 0; /* trailing type, then attributes */
    r->variadic = tree_node(t, func)->flags & DF_VARIADIC;
    if (params && tree_kind(t, params) == N_PARAMS)
        read_params(r, params);
    if (specs) {
        if (tree_node(t, specs)->flags & SP_NORETURN) {
            ContractFact f = reader_fact(CA_NORETURN);
            reader_push(r, &f);
        }
        attributes_of(r, tree_first(t, specs), CT_NONE);
    }
    if (rest)
        attributes_of(r, rest, CT_NONE);
    declarator_attributes(r, dtor, CT_NONE); /* char *_Nullable f(void) */
    if (e->kind != DK_FUNCTION)
        attributes_of(r, tree_first(t, e->node), CT_NONE);
    u32 i = 0;
    for (NodeId p = params && tree_kind(t, params) == N_PARAMS ? tree_first(t, params) : 0; p && i < r->n_params; p = tree_next(t, p), i++) {
        if (tree_kind(t, p) != N_PARAM)
            continue;
        NodeId s = tree_first(t, p), d = s ? tree_next(t, s) : 0;
        if (s)
            attributes_of(r, tree_first(t, s), (i32)i);
        if (d) {
            declarator_attributes(r, d, (i32)i);
            attributes_of(r, d, (i32)i);
        }
    }
    return true;
}
