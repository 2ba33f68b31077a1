/*
 * catch (...), or of a std::exception without a name, that swallows: neither thrown on nor kept nor the end of the program. It also catches what nobody thought of, such as
 * std::bad_alloc or a cancelled thread.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/flow.h"
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

/* The last identifier of the declared type: "exception" for const std::exception &e. */
static Sym declared_type(const Unit *u, NodeId param)
{
    const Node *n = tree_node(&u->tree, param);
    NodeId specs = tree_first(&u->tree, param);
    const Node *s = specs ? tree_node(&u->tree, specs) : n;
    Sym name = 0;
    for (u32 t = s->begin; t < s->end; t++)
        if (u->toks.at[t].kind == TK_IDENT)
            name = u->toks.at[t].sym;
    return name;
}

/* Does the declaration of a handler give the exception no name? */
static bool is_unnamed(const Unit *u, NodeId param)
{
    NodeId d = tree_child(&u->tree, param, 1);
    while (d && tree_kind(&u->tree, d) != N_D_NAME && tree_first(&u->tree, d))
        d = tree_first(&u->tree, d);
    return !d || tree_kind(&u->tree, d) != N_D_NAME || tree_node(&u->tree, d)->a == 0;
}

/* A handler for std::exception in front of one for a type derived from it: control never gets to the second. */
static bool hides_next(CheckCtx *c, NodeId handler, NodeId param)
{
    static const char *const derived[] = {
        "logic_error", "domain_error",   "invalid_argument", "length_error", "out_of_range", "runtime_error",
        "range_error", "overflow_error", "underflow_error",  "system_error", "bad_alloc",    "bad_cast"};
    const Tree *t = &c->unit->tree;
    if (strcmp(sym_str(declared_type(c->unit, param)), "exception") != 0)
        return false;
    for (NodeId next = tree_next(t, handler); next; next = tree_next(t, next))
        for (NodeId k = tree_kind(t, next) == N_CATCH ? tree_first(t, next) : 0; k; k = tree_next(t, k))
            for (u32 i = 0; tree_kind(t, k) == N_PARAM && i < LENGTH(derived); i++)
                if (strcmp(sym_str(declared_type(c->unit, k)), derived[i]) == 0)
                    return true;
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
    if (param && hides_next(c, n, param)) {
        Finding *f = check_violated(
            check_site_tokens(c, tree_node(t, n)->begin, tree_node(t, body)->begin, tree_node(t, n)->begin));
        finding_message(
            f,
            "`std::exception` is caught here, so that the handlers for its derived types below never run.");
        finding_repair(f, "Put the handlers of derived types first.");
        finding_severity(f, SEV_LOW);
        return;
    }
    /* A handler that gives std::exception no name cannot tell which one it has, either. */
    bool unnamed = param && is_unnamed(c->unit, param) &&
                   strcmp(sym_str(declared_type(c->unit, param)), "exception") == 0;
    if ((param && !unnamed) || destructor || passes_on(c, body) || !tree_first(t, body))
        check_safe(site); /* an empty one is empty-error-branch's */
    else if (flow_from_macro(c->unit, n))
        check_undecided(site, UNDECIDED_MACRO);
    else if (unnamed)
        finding_message(check_violated(check_site_tokens(c, tree_node(t, n)->begin, tree_node(t, body)->begin,
                                                         tree_node(t, n)->begin)),
                        "This takes every `std::exception` and goes on without knowing which it was.");
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
