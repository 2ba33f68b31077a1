/*
 * CWE-783: expressions that the precedence of operators groups in another way than they read. Only forms that are
 * hardly ever meant; a style of few parentheses is no finding.
 */
#include "checks/flow.h"
#include "checks/shape.h"

static bool comparison(const Node *n)
{
    return n->kind == N_BINARY && (n->op == TK_EQEQ || n->op == TK_NE || n->op == TK_LT || n->op == TK_GT ||
                                   n->op == TK_LE || n->op == TK_GE);
}

static const char *operator_text(const Unit *u, NodeId n)
{
    return sym_str(u->toks.at[tree_node(&u->tree, n)->tok].sym);
}

/* !a == b */
static void on_comparison(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId left = tree_child(t, n, 0), right = tree_child(t, n, 1);
    if (tree_kind(t, left) != N_UNARY || tree_node(t, left)->op != TK_NOT)
        return;
    Site site = check_site(c, n);
    i64 value;
    bool number = shape_number(c->unit, right, &value);
    NodeId operand = tree_first(t, left);
    if (shape_boolean(c->unit, right) || shape_boolean(c->unit, operand) ||
        (number && value >= 0 && value <= 1))
        check_safe(site);
    else if (c->unit->lang == LANG_CXX && !number)
        check_undecided(site, UNDECIDED_TYPE); /* both may be bool */
    else if (flow_from_macro(c->unit, n))
        check_undecided(site, UNDECIDED_MACRO);
    else
        check_violated(site, check_code(c, n), "!", operator_text(c->unit, n),
                       check_text(c, "`!(%s %s %s)`", check_code(c, operand), operator_text(c->unit, n),
                                  check_code(c, right)));
}

/* x & MASK == 0; !x & MASK */
static void on_bits(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    const Tree *t = &u->tree;
    NodeId side[2] = {tree_child(t, n, 0), tree_child(t, n, 1)};
    for (u32 k = 0; k < 2; k++) {
        const Node *part = tree_node(t, side[k]);
        NodeId other = side[1 - k];
        bool compared = comparison(part);
        bool negated = part->kind == N_UNARY && part->op == TK_NOT && k == 0 && tree_node(t, n)->op == TK_AMP;
        if (!compared && !negated)
            continue;
        Site site = check_site(c, n);
        NodeId operand = tree_first(t, side[k]);
        i64 value;
        if (shape_boolean(u, other))
            check_safe(site);
        else if (negated && (!shape_constant(u, other) || shape_boolean(u, operand) ||
                             (shape_number(u, other, &value) && value == 1)))
            check_safe(site);
        else if (flow_from_macro(u, n))
            check_undecided(site, UNDECIDED_MACRO);
        else if (negated)
            check_violated(site, check_code(c, n), "!", operator_text(u, n),
                           check_text(c, "`!(%s %s %s)`", check_code(c, operand), operator_text(u, n),
                                      check_code(c, other)));
        else if (u->lang == LANG_CXX && !shape_constant(u, tree_child(t, side[k], 1)))
            check_undecided(site, UNDECIDED_TYPE); /* flags |, & of bools */
        else
            check_violated(site, check_code(c, n), operator_text(u, side[k]), operator_text(u, n),
                           "parentheses around the bit operation");
        return;
    }
}

/* a + b ? c : d */
static void on_conditional(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId cond = tree_child(t, n, 0), then = tree_child(t, n, 1), other = tree_child(t, n, 2);
    const Node *sum = tree_node(t, cond);
    if (sum->kind != N_BINARY || (sum->op != TK_PLUS && sum->op != TK_SHL))
        return;
    Site site = check_site(c, n);
    bool constants = shape_constant(c->unit, then) && other && shape_constant(c->unit, other);
    NodeId left = tree_child(t, cond, 0);
    bool output = sum->op == TK_SHL && (tree_kind(t, left) == N_NAME || tree_kind(t, left) == N_QUALIFIED) &&
                  c->unit->lang == LANG_CXX;
    if (flow_from_macro(c->unit, n))
        check_undecided(site, UNDECIDED_MACRO);
    else if ((sum->op == TK_PLUS && constants && shape_pure(c->unit, cond)) || output)
        check_violated(site, check_code(c, n), operator_text(c->unit, cond),
                       "?:", "parentheses around the conditional expression");
    else
        check_safe(site);
}

/* if ((fd = open(name) < 0)) */
static void on_condition(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    const Tree *t = &u->tree;
    n = shape_inside(u, n);
    if (tree_kind(t, n) != N_ASSIGN || tree_node(t, n)->op != TK_ASSIGN)
        return;
    NodeId value = tree_child(t, n, 1);
    if (!comparison(tree_node(t, value)))
        return;
    Site site = check_site(c, n);
    if (tree_kind(t, tree_first(t, value)) != N_CALL || shape_boolean(u, tree_first(t, value)) ||
        flow_from_macro(u, n))
        check_safe(site);
    else if (tree_node(t, value)->op == TK_EQEQ && u->lang == LANG_CXX)
        check_undecided(site, UNDECIDED_TYPE);
    else
        check_violated(site, check_code(c, n), operator_text(u, value), "=",
                       check_text(c, "`(%s = %s) %s %s`", check_code(c, tree_first(t, n)),
                                  check_code(c, tree_first(t, value)), operator_text(u, value),
                                  check_code(c, tree_child(t, value, 1))));
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    const Node *node = tree_node(t, n);
    switch (node->kind) {
    case N_BINARY:
        if (comparison(node))
            on_comparison(c, n);
        else if (node->op == TK_AMP || node->op == TK_PIPE || node->op == TK_CARET)
            on_bits(c, n);
        break;
    case N_COND: on_conditional(c, n); break;
    case N_IF: on_condition(c, tree_child(t, n, 1)); break;
    case N_WHILE: on_condition(c, tree_child(t, n, 0)); break;
    default: break;
    }
}

static const u8 nodes[] = {N_BINARY, N_COND, N_IF, N_WHILE, N_NONE};

const CheckInfo check_precedence = {
    .id = "precedence",
    .cwe = 783,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Operators bind in another way than the expression reads",
    .sites = "mixtures of operators that are easily misread",
    .message = "In `{0}` the operator `{1}` binds tighter than `{2}`.",
    .reason =
        "The compiler groups the operands in another way than the expression reads, so that a test or an assignment works on the "
        "wrong value. Many a check of permissions or of errors was lost in this way.",
    .repair = "Add parentheses as they are meant: {3}.",
    .references = (const char *const[]){"CERT C EXP00-C", NULL},
    .nodes = nodes,
    .on_node = on_node,
};
