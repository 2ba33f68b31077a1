/*
 * catch (...) that swallows: neither thrown on nor kept nor the end of the program. It also catches what nobody thought of, such as
 * std::bad_alloc or a cancelled thread.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_names.h"

enum { BODY_TOKENS = 400 };

/* Does the handler rethrow, keep the exception, end the program, or give the failure to its caller? */
static bool passes_on(CheckCtx *c, NodeId body)
{
    static const char *const words[] = {"rethrow_exception",
                                        "current_exception",
                                        "throw_with_nested",
                                        "terminate",
                                        "abort",
                                        "exit",
                                        "_exit",
                                        "quick_exit",
                                        "set_exception",
                                        "longjmp"};
    const Node *n = tree_node(&c->unit->tree, body);
    for (u32 i = n->begin; i < n->end && i < n->begin + BODY_TOKENS; i++) {
        const Token *t = &c->unit->toks.at[i];
        if (t->kind == KW_THROW || t->kind == KW_RETURN)
            return true;
        if (t->kind != TK_IDENT)
            continue;
        const char *s = sym_str(t->sym);
        for (u32 w = 0; w < LENGTH(words); w++)
            if (strcmp(s, words[w]) == 0)
                return true;
        if (util_name_has_any(s, "fail failure error err abort fatal panic rethrow status ok success result"))
            return true;
    }
    return false;
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId body = 0, param = 0;
    for (NodeId k = tree_first(t, n); k; k = tree_next(t, k)) {
        if (tree_kind(t, k) == N_PARAM)
            param = k;
        if (tree_kind(t, k) == N_COMPOUND)
            body = k;
    }
    if (!body)
        return;
    Site site = check_site(c, n);
    const char *function = check_function_name(c, tree_node(t, n)->tok);
    bool destructor = function && strchr(function, '~');
    if (param || destructor || passes_on(c, body) || !tree_first(t, body))
        check_safe(site); /* an empty one is empty-error-branch's */
    else
        check_violated(
            check_site_tokens(c, tree_node(t, n)->begin, tree_node(t, body)->begin, tree_node(t, n)->begin));
}

static const u8 nodes[] = {N_CATCH, N_NONE};
static const char *const references[] = {"CERT C++ ERR51-CPP", "C++ Core Guidelines E.17", NULL};

const CheckInfo check_catch_generic = {
    .id = "catch-generic",
    .cwe = 396,
    .related = {755},
    .severity = SEV_NOTE,
    .confidence = CONF_MEDIUM,
    .title = "Handler for every exception that goes on as if it knew which",
    .sites = "exception handlers",
    .message = "`catch (...)` takes every exception and goes on without knowing which it was.",
    .reason =
        "It also catches what it cannot handle, such as exhausted memory or a broken invariant, so the program goes on in a state that "
        "nobody considered.",
    .repair =
        "Catch the types that can be handled here and let others pass, or end the handler with `throw;`.",
    .references = references,
    .nodes = nodes,
    .cxx_only = true,
    .on_node = on_node,
};
