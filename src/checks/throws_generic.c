/*
 * throw of std::exception itself, or of a literal: the catcher cannot tell one failure from another.
 */
#include "checks/check.h"

#include <string.h>

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId e = tree_first(t, n);
    if (!e || tree_kind(t, e) == N_NONE)
        return;
    Site site = check_site(c, n);
    NodeKind k = tree_kind(t, e);
    bool literal = k == N_STRING || k == N_NUMBER || k == N_CHAR;
    bool generic = false;
    if (k == N_CALL || k == N_CONSTRUCT) {
        NodeId type = tree_first(t, e);
        const Node *name = type ? tree_node(t, type) : NULL;
        const Token *last = name && name->end > name->begin ? &c->unit->toks.at[name->end - 1] : NULL;
        generic = last && last->kind == TK_IDENT && strcmp(sym_str(last->sym), "exception") == 0;
    }
    if (literal || generic) {
        Finding *f =
            check_violated(site, check_code(c, n), generic ? "`std::exception` itself" : "a literal");
        if (generic) /* it does not even hold a text */
            finding_severity(f, SEV_LOW);
    } else {
        check_safe(site);
    }
}

static const u8 nodes[] = {N_THROW, N_NONE};
static const char *const references[] = {"C++ Core Guidelines E.14", NULL};

const CheckInfo check_throws_generic = {
    .id = "throws-generic",
    .cwe = 397,
    .related = {755},
    .severity = SEV_NOTE,
    .confidence = CONF_HIGH,
    .title = "Exception of a type that says nothing",
    .sites = "throw expressions",
    .message = "`{0}` throws {1}, which does not say what failed.",
    .reason =
        "Handlers can only catch all or nothing, so failures that should stop the program are handled together with harmless ones, or "
        "escape the handlers for `std::exception` altogether.",
    .repair =
        "Throw a type of its own, derived from `std::runtime_error` or `std::logic_error`, with a text.",
    .references = references,
    .nodes = nodes,
    .cxx_only = true,
    .on_node = on_node,
};
