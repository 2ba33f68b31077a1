/*
 * CWE-481: `=` where a condition or an assertion wants `==`. An assignment in parentheses of its own, of a call's
 * result or of what a pointer leads to is meant.
 */
#include "checks/flow.h"
#include "checks/shape.h"

/* What the assigned value makes of the condition. */
typedef enum Meant { MEANT, DOUBTFUL, TYPO } Meant;

static Meant meaning(const Unit *u, NodeKind where, NodeId value)
{
    const Tree *t = &u->tree;
    value = shape_inside(u, value);
    NodeKind kind = tree_kind(t, value);
    if (shape_constant(u, value) || kind == N_STRING || kind == N_BOOL_LIT || kind == N_NULLPTR)
        return TYPO;
    /* `while (p = next)` walks; `if (a = b)` hardly ever wants a copy. */
    if (kind == N_NAME && where == N_IF)
        return DOUBTFUL;
    return MEANT;
}

static void on_condition(CheckCtx *c, NodeKind where, NodeId cond)
{
    const Tree *t = &c->unit->tree;
    if (tree_kind(t, cond) != N_ASSIGN || tree_node(t, cond)->op != TK_ASSIGN)
        return;
    Site site = check_site(c, cond);
    switch (meaning(c->unit, where, tree_child(t, cond, 1))) {
    case MEANT: check_safe(site); return;
    case DOUBTFUL:
    case TYPO: break;
    }
    if (flow_from_macro(c->unit, cond))
        check_undecided(site, UNDECIDED_MACRO);
    else
        check_violated(site, check_code(c, cond), "a condition");
}

/* assert(x = 1): the assignment disappears with the assertion. */
static void on_call(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId callee = tree_first(t, n), arg = callee ? tree_next(t, callee) : 0;
    if (!arg || tree_next(t, arg) || tree_kind(t, callee) != N_NAME || tree_kind(t, arg) != N_ASSIGN ||
        tree_node(t, arg)->op != TK_ASSIGN || !c->contracts ||
        !contract_has(contract_lookup(c->contracts, tree_node(t, callee)->a), CA_ASSERTS))
        return;
    finding_reason(
        check_violated(check_site(c, arg), check_code(c, arg), "an assertion"),
        "The assertion overwrites what it should examine, holds whenever the new value is not zero, and takes the "
        "assignment with it when assertions are compiled out.");
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeKind kind = tree_kind(t, n);
    switch (kind) {
    case N_IF: on_condition(c, kind, tree_child(t, n, 1)); break;
    case N_WHILE: on_condition(c, kind, tree_child(t, n, 0)); break;
    case N_DO: on_condition(c, kind, tree_child(t, n, 1)); break;
    case N_FOR: on_condition(c, kind, tree_child(t, n, 1)); break;
    case N_CALL: on_call(c, n); break;
    default: break;
    }
}

static const u8 nodes[] = {N_IF, N_WHILE, N_DO, N_FOR, N_CALL, N_NONE};

const CheckInfo check_assign_in_condition = {
    .id = "assign-in-condition",
    .cwe = 481,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Assignment where a comparison is probably meant",
    .sites = "assignments that are used as a condition",
    .message = "`{0}` assigns, where {1} usually compares.",
    .reason =
        "With `=` the variable is overwritten and the condition tests the new value: a branch that should depend on the data is "
        "always or never taken, and the old value is lost.",
    .repair =
        "Write `==`. If the assignment is meant, put it on a line of its own, or into parentheses of its own.",
    .references = (const char *const[]){"CERT C EXP45-C", NULL},
    .nodes = nodes,
    .on_node = on_node,
};
