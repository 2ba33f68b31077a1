/*
 * CWE-1164: conditions whose two sides are the same, so that the condition decides nothing.
 */
#include "checks/flow.h"
#include "checks/shape.h"

static bool plain(const Unit *u, NodeId n)
{
    const Node *node = tree_node(&u->tree, n);
    if (node->begin >= node->end)
        return false;
    for (u32 tok = node->begin; tok < node->end; tok++)
        if (u->toks.at[tok].exp || (u->toks.at[tok].kind >= TK_PP_IF && u->toks.at[tok].kind <= TK_PRAGMA))
            return false;
    return true;
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    bool cond = tree_kind(t, n) == N_COND;
    NodeId then = tree_child(t, n, cond ? 1 : 2), other = tree_child(t, n, cond ? 2 : 3);
    if (!then || !other || tree_kind(t, then) == N_NONE || tree_kind(t, other) == N_NONE)
        return;
    /* Links of a chain often do the same on purpose; the last else of one too. */
    NodeId parent = check_ancestor(c, 0);
    bool chained = !cond && (tree_kind(t, other) == N_IF ||
                             (parent && tree_kind(t, parent) == N_IF && tree_child(t, parent, 3) == n));
    if (chained)
        return;
    Site site = check_site(c, n);
    bool empty = tree_kind(t, then) == N_EMPTY || (tree_kind(t, then) == N_COMPOUND && !tree_first(t, then));
    if (empty || !shape_same(c->unit, then, other))
        check_safe(site);
    else if (flow_from_macro(c->unit, n) || !plain(c->unit, then) || !plain(c->unit, other))
        check_undecided(site, UNDECIDED_CONFIGURATION);
    else
        check_violated(
            check_site_tokens(c, tree_node(t, n)->tok, tree_node(t, n)->tok + 1, tree_node(t, n)->tok));
}

static const u8 nodes[] = {N_IF, N_COND, N_NONE};

const CheckInfo check_identical_branches = {
    .id = "identical-branches",
    .cwe = 1164,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Both sides of a condition do the same",
    .sites = "conditions with two sides",
    .message = "Whatever the condition is, the same is done.",
    .reason =
        "Somebody meant to treat the two cases in different ways. One of them, often the one that refuses or cleans up, is missing.",
    .repair = "Write what the other case needs, or drop the condition.",
    .nodes = nodes,
    .on_node = on_node,
};
