/*
 * Errors that are recognised and then nothing is done: `if (ret < 0) { }` and an empty catch. A comment in the braces is a decision
 * that somebody wrote down, and is left alone.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_names.h"

/* Is there a comment between the braces or behind them on the line, as the user wrote them? Code from a macro has none to look at. */
static bool has_comment(CheckCtx *c, NodeId body)
{
    Place p = check_place(c, body);
    FileId file = p.loc ? src_file_of(&c->project->src, p.loc) : 0;
    if (!file || p.end <= p.loc)
        return true;
    const SourceFile *f = src_file(&c->project->src, file);
    const char *s = f->text + (p.loc - f->base);
    u32 n = p.end - p.loc;
    const char *rest = f->text + (p.end - f->base);
    while (*rest == ' ' || *rest == '\t')
        rest++;
    return memmem(s, n, "//", 2) || memmem(s, n, "/*", 2) ||
           (rest[0] == '/' && (rest[1] == '/' || rest[1] == '*'));
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

/* Does the operand hold a result: a call's, or a variable named for one? */
static bool is_result(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    n = skip_parens(t, n);
    if (n && tree_kind(t, n) == N_ASSIGN)
        n = skip_parens(t, tree_child(t, n, 1));
    if (!n)
        return false;
    if (tree_kind(t, n) == N_CALL) {
        NodeId callee = skip_parens(t, tree_first(t, n));
        Sym name = callee && tree_kind(t, callee) == N_NAME ? tree_node(t, callee)->a : 0;
        const Contract *k = name && c->contracts ? contract_lookup(c->contracts, name) : NULL;
        return contract_has(k, CA_ERROR_IF);
    }
    if (tree_kind(t, n) == N_MEMBER)
        n = tree_child(t, n, 1);
    return n && tree_kind(t, n) == N_NAME &&
           util_name_has_any(sym_str(tree_node(t, n)->a),
                             "ret rc rv err error errno status retval retcode errcode");
}

/* ret < 0, rc != 0, err, p == NULL of a call ... */
static bool asks_for_error(CheckCtx *c, NodeId cond)
{
    const Tree *t = &c->unit->tree;
    cond = skip_parens(t, cond);
    if (!cond)
        return false;
    const Node *n = tree_node(t, cond);
    NodeId a = n->first, b = a ? tree_next(t, a) : 0;
    if (n->kind == N_UNARY && n->op == TK_NOT)
        return tree_kind(t, skip_parens(t, a)) == N_CALL && is_result(c, a);
    if (n->kind != N_BINARY || !b)
        return false;
    if (n->op == TK_LT)
        return is_result(c, a);
    if (n->op != TK_EQEQ && n->op != TK_NE)
        return false;
    NodeId value = skip_parens(t, b);
    bool minus_one = tree_kind(t, value) == N_UNARY && tree_node(t, value)->op == TK_MINUS;
    bool zero = tree_kind(t, value) == N_NUMBER && strcmp(sym_str(tree_node(t, value)->a), "0") == 0;
    return is_result(c, a) && ((n->op == TK_EQEQ && minus_one) || (n->op == TK_NE && zero));
}

static void on_if(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId cond = tree_child(t, n, 1), then = tree_child(t, n, 2), other = tree_child(t, n, 3);
    if (!cond || !then || !asks_for_error(c, cond))
        return;
    Site site = check_site(c, n);
    site.end = MIN(site.end, tree_node(t, then)->end);
    bool has_else = other && tree_kind(t, other) != N_NONE;
    if (!is_empty(t, then) || has_else || has_comment(c, then))
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
    if (!is_empty(t, body) || has_comment(c, body) || in_destructor(c, n)) {
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
