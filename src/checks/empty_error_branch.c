/*
 * Errors that are recognised and then nothing is done: `if (ret < 0) { }` and an empty catch. A comment in the braces that
 * gives a reason is a decision that somebody wrote down, and is left alone.
 */
#include "checks/check.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "checks/shape.h"
#include "checks/util_names.h"

/* Does a comment say more than that nothing is done? "Do nothing", "empty" and a promise to do it later are no reasons. */
static bool gives_reason(const char *s, u32 n)
{
    static const char *const empty_words[] = {"do", "does", "nothing", "empty", "noop", "no",
                                              "op", "todo", "fixme",   "xxx",   "here", "yet"};
    for (u32 i = 0; i < n;) {
        u32 len = 0;
        while (i + len < n && isalpha((unsigned char)s[i + len]))
            len++;
        bool known = len == 0;
        for (u32 w = 0; !known && w < LENGTH(empty_words); w++)
            known = strlen(empty_words[w]) == len && strncasecmp(s + i, empty_words[w], len) == 0;
        if (!known)
            return true;
        i += len ? len : 1;
    }
    return false;
}

/* Is there a comment between the braces or behind them on the line, as the user wrote them, that explains them? Code from a macro
 * has none to look at. */
static bool is_explained(CheckCtx *c, NodeId body)
{
    Place p = check_place(c, body);
    FileId file = p.loc ? src_file_of(&c->project->src, p.loc) : 0;
    if (!file || p.end <= p.loc)
        return true;
    const SourceFile *f = src_file(&c->project->src, file);
    const char *s = f->text + (p.loc - f->base);
    u32 n = p.end - p.loc;
    const char *rest = s + n, *end = rest + strcspn(rest, "\n");
    while (*rest == ' ' || *rest == '\t')
        rest++;
    bool inside = memmem(s, n, "//", 2) || memmem(s, n, "/*", 2);
    bool behind = rest[0] == '/' && (rest[1] == '/' || rest[1] == '*');
    return (inside && gives_reason(s, n)) || (behind && gives_reason(rest, (u32)(end - rest)));
}

/* A block without statements, or a lone ; */
static bool is_empty(const Tree *t, NodeId body)
{
    NodeKind k = tree_kind(t, body);
    return k == N_EMPTY || (k == N_COMPOUND && !tree_first(t, body));
}

static NodeId skip_parens(const Tree *t, NodeId n)
{
    while (n && tree_kind(t, n) == N_PAREN)
        n = tree_first(t, n);
    return n;
}

static bool sample(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    *out = (ContractValue){0};
    if (query != CE_TARGET || target.arg != CT_RESULT || target.deref)
        return false;
    out->known = true;
    out->value = *(const i64 *)ctx;
    return true;
}

/* Contract of a call by name that tells which results are failures, else NULL. */
static const Contract *failing_call(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    n = skip_parens(t, n);
    while (n && tree_kind(t, n) == N_CAST)
        n = skip_parens(t, tree_child(t, n, 1));
    NodeId callee = n && tree_kind(t, n) == N_CALL ? skip_parens(t, tree_first(t, n)) : 0;
    Sym name = callee && tree_kind(t, callee) == N_NAME ? tree_node(t, callee)->a : 0;
    const Contract *k = name && c->contracts ? contract_lookup(c->contracts, name) : NULL;
    return contract_has(k, CA_ERROR_IF) ? k : NULL;
}

/* Is this result a failure of the call, and `other` none? */
static bool tells_failure(CheckCtx *c, const Contract *k, i64 result, i64 other)
{
    u32 n = 0;
    const ContractFact *fact = k ? contract_next(c->contracts, k, CA_ERROR_IF, &n) : NULL;
    return fact && contract_test(c->contracts, fact->expr[0], sample, &result) == 1 &&
           contract_test(c->contracts, fact->expr[0], sample, &other) == 0;
}

/* The contract of the call whose result the operand is; *named: instead, it is a variable named for a result. */
static const Contract *result_of(CheckCtx *c, NodeId n, bool *named)
{
    const Tree *t = &c->unit->tree;
    *named = false;
    n = skip_parens(t, n);
    if (n && tree_kind(t, n) == N_ASSIGN)
        n = skip_parens(t, tree_child(t, n, 1));
    if (!n)
        return NULL;
    if (tree_kind(t, n) == N_CALL)
        return failing_call(c, n);
    if (tree_kind(t, n) == N_MEMBER)
        n = tree_child(t, n, 1);
    *named = n && tree_kind(t, n) == N_NAME &&
             util_name_has_any(sym_str(tree_node(t, n)->a),
                               "ret rc rv err error errno status retval retcode errcode");
    return NULL;
}

/* The call whose result the statement right before the `if` has stored in the variable, when its contract tells of failures. */
static const Contract *stored_before(CheckCtx *c, NodeId branch, NodeId variable)
{
    const Tree *t = &c->unit->tree;
    NodeId parent = check_ancestor(c, 0), before = 0;
    if (!parent || tree_kind(t, parent) != N_COMPOUND || tree_kind(t, variable) != N_NAME)
        return NULL;
    for (NodeId k = tree_first(t, parent); k && k != branch; k = tree_next(t, k))
        before = k;
    if (before && tree_kind(t, before) == N_DECL) { /* FILE *f = fopen(...); */
        NodeId decl = tree_child(t, before, 1), init = decl ? tree_child(t, decl, 1) : 0;
        NodeId dtor = decl ? tree_first(t, decl) : 0;
        while (dtor && tree_kind(t, dtor) != N_D_NAME && tree_kind(t, dtor) != N_NONE)
            dtor = tree_first(t, dtor);
        bool same = init && dtor && tree_node(t, dtor)->a == tree_node(t, variable)->a;
        return same ? failing_call(c, init) : NULL;
    }
    NodeId e = before && tree_kind(t, before) == N_EXPR_STMT ? skip_parens(t, tree_first(t, before)) : 0;
    NodeId to = e && tree_kind(t, e) == N_ASSIGN ? tree_child(t, e, 0) : 0;
    return to && shape_same(c->unit, to, variable) ? failing_call(c, tree_child(t, e, 1)) : NULL;
}

static bool is_zero(const Tree *t, NodeId n)
{
    return n && tree_kind(t, n) == N_NUMBER && strcmp(sym_str(tree_node(t, n)->a), "0") == 0;
}

static bool is_null(const Tree *t, NodeId n)
{
    while (n && (tree_kind(t, n) == N_CAST || tree_kind(t, n) == N_PAREN)) /* ((void *)0) */
        n = tree_child(t, n, tree_kind(t, n) == N_CAST ? 1 : 0);
    const char *name = n && tree_kind(t, n) == N_NAME ? sym_str(tree_node(t, n)->a) : "";
    return strcmp(name, "NULL") == 0 || (n && tree_kind(t, n) == N_NULLPTR) || is_zero(t, n);
}

/* ret < 0, rc != 0, err, p == NULL of a call ... Only asked of the variable before the `if` when `look_back` is set. */
static bool asks_for_error(CheckCtx *c, NodeId branch, NodeId cond, bool look_back)
{
    enum { ADDRESS = 0x1000 };
    const Tree *t = &c->unit->tree;
    cond = skip_parens(t, cond);
    if (!cond)
        return false;
    const Node *n = tree_node(t, cond);
    NodeId a = n->first, b = a ? tree_next(t, a) : 0;
    bool named;
    if (n->kind == N_UNARY && n->op == TK_NOT)
        return tells_failure(c, result_of(c, a, &named), 0, ADDRESS);
    if (n->kind != N_BINARY || !b)
        return false;
    const Contract *k = result_of(c, a, &named);
    NodeId value = skip_parens(t, b);
    if (n->op == TK_LT)
        return k || named;
    if (n->op != TK_EQEQ && n->op != TK_NE)
        return false;
    if (n->op == TK_EQEQ && is_null(t, value)) {
        if (!k && look_back && !named)
            k = stored_before(c, branch, skip_parens(t, a));
        return tells_failure(c, k, 0, ADDRESS);
    }
    bool minus_one = tree_kind(t, value) == N_UNARY && tree_node(t, value)->op == TK_MINUS;
    return (k || named) && ((n->op == TK_EQEQ && minus_one) || (n->op == TK_NE && is_zero(t, value)));
}

static void on_if(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId cond = tree_child(t, n, 1), then = tree_child(t, n, 2), other = tree_child(t, n, 3);
    if (!cond || !then || !asks_for_error(c, n, cond, is_empty(t, then)))
        return;
    Site site = check_site(c, n);
    site.end = MIN(site.end, tree_node(t, then)->end);
    bool has_else = other && tree_kind(t, other) != N_NONE;
    if (!is_empty(t, then) || has_else || is_explained(c, then))
        check_safe(site);
    else
        check_violated(site, check_code(c, cond));
}

/* A destructor must not throw, so it has nothing else to do with an exception. */
static bool in_destructor(CheckCtx *c, NodeId n)
{
    const char *name = check_function_name(c, tree_node(&c->unit->tree, n)->tok);
    return name && strchr(name, '~');
}

static void on_catch(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId first = tree_first(t, n), body = 0;
    for (NodeId k = first; k; k = tree_next(t, k))
        body = k;
    if (!body || tree_kind(t, body) != N_COMPOUND)
        return;
    Site site = check_site(c, n);
    if (!is_empty(t, body) || is_explained(c, body) || in_destructor(c, n)) {
        check_safe(site);
        return;
    }
    Finding *f = check_violated(site, "catch");
    finding_message(f, "The exception is caught and forgotten: the handler is empty.");
    finding_severity(f, SEV_NOTE);
}

static void on_node(CheckCtx *c, NodeId n)
{
    if (tree_kind(&c->unit->tree, n) == N_IF)
        on_if(c, n);
    else
        on_catch(c, n);
}

static const u8 nodes[] = {N_IF, N_CATCH, N_NONE};
static const char *const references[] = {"CERT C ERR00-C", "C++ Core Guidelines E.17", NULL};

const CheckInfo check_empty_error_branch = {
    .id = "empty-error-branch",
    .cwe = 390,
    .related = {391},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Error that is recognised and then ignored",
    .sites = "branches and handlers for errors",
    .message = "`{0}` recognises an error, but the branch is empty.",
    .reason =
        "The program goes on as if nothing had happened, with data that is missing or half done. Where the failure can be provoked, what "
        "depends on it, such as a check or a log entry, can be switched off.",
    .repair =
        "Handle the failure, or hand it on to the caller. If it truly does not matter, say why in a comment in the braces.",
    .references = references,
    .nodes = nodes,
    .on_node = on_node,
};
