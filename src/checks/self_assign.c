/*
 * CWE-1164: assignments of something to itself. `x = x;` with a plain name is an old way to say that a parameter is not
 * used, and is left alone.
 */
#include "checks/flow.h"
#include "checks/shape.h"

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId left = tree_child(t, n, 0), right = tree_child(t, n, 1);
    if (tree_node(t, n)->op != TK_ASSIGN || !shape_same(c->unit, left, right))
        return;
    Site site = check_site(c, n);
    NodeKind kind = tree_kind(t, left);
    if (kind == N_NAME || !shape_pure(c->unit, left))
        check_safe(site);
    else if (flow_from_macro(c->unit, n) || c->unit->toks.at[tree_node(t, n)->begin].exp)
        check_undecided(site, UNDECIDED_MACRO);
    else if (c->unit->lang == LANG_CXX)
        check_undecided(site, UNDECIDED_TYPE); /* operator= may do something; volatile members too */
    else
        check_violated(site, check_code(c, left));
}

static const u8 nodes[] = {N_ASSIGN, N_NONE};

const CheckInfo check_self_assign = {
    .id = "self-assign",
    .cwe = 1164,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Something is assigned to itself",
    .sites = "assignments with the same text on both sides",
    .message = "`{0}` is assigned to itself.",
    .reason =
        "The assignment does nothing. Mostly one side should name another object, for example the parameter of the same name, so "
        "that a value is not taken over.",
    .repair = "Write the object that is meant, or remove the assignment.",
    .nodes = nodes,
    .on_node = on_node,
};
