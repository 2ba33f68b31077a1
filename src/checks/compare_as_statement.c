/*
 * CWE-482: `==` in the place of a statement, where `=` does something and `==` does nothing.
 */
#include "checks/flow.h"
#include "checks/shape.h"

static void on_statement(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    n = shape_inside(u, n);
    const Node *node = tree_node(&u->tree, n);
    if (node->kind != N_BINARY || (node->op != TK_EQEQ && node->op != TK_NE))
        return;
    Site site = check_site(c, n);
    NodeId left = shape_inside(u, tree_first(&u->tree, n));
    NodeKind kind = tree_kind(&u->tree, left);
    bool place = kind == N_NAME || kind == N_QUALIFIED || kind == N_MEMBER || kind == N_INDEX ||
                 (kind == N_UNARY && tree_node(&u->tree, left)->op == TK_STAR);
    if (node->op != TK_EQEQ || !place || flow_from_macro(u, n))
        check_safe(site);
    else
        check_violated(site, check_code(c, n));
}

/* Both operands of a comma, and what an expression statement holds. */
static void on_effect(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    while (tree_kind(t, n) == N_BINARY && tree_node(t, n)->op == TK_COMMA) {
        on_statement(c, tree_child(t, n, 1));
        n = tree_first(t, n);
    }
    on_statement(c, n);
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId part;
    if (tree_kind(t, n) == N_FOR) {
        if ((part = tree_child(t, n, 2)) && tree_kind(t, part) != N_NONE)
            on_effect(c, part);
        return; /* the first part is a statement of its own */
    }
    /* The value of ({ ...; a == b; }) is its last statement. */
    NodeId outer = check_ancestor(c, 1);
    if (outer && tree_kind(t, outer) == N_STMT_EXPR && !tree_next(t, n))
        return;
    if ((part = tree_first(t, n)))
        on_effect(c, part);
}

static const u8 nodes[] = {N_EXPR_STMT, N_FOR, N_NONE};

const CheckInfo check_compare_as_statement = {
    .id = "compare-as-statement",
    .cwe = 482,
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "Comparison where an assignment is probably meant",
    .sites = "comparisons whose result nobody uses",
    .message = "`{0}` compares and drops the result.",
    .reason =
        "The statement has no effect. Where an assignment was meant, the variable keeps its old value, often an unset or unsafe "
        "one.",
    .repair = "Write `=`, or remove the statement.",
    .references = (const char *const[]){"CERT C MSC12-C", NULL},
    .nodes = nodes,
    .on_node = on_node,
};
