/*
 * CWE-480: operators that are probably another one mistyped: `=-` for `-=`, `&&` with a bit mask for `&`, `|` with a constant
 * as a condition for `&`, and the missing `()` of a call.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/shape.h"

/* x =- 1: the sign touches the =, and not what it is the sign of. */
static void on_assign(CheckCtx *c, NodeId n)
{
    const Unit *u = c->unit;
    const Node *node = tree_node(&u->tree, n);
    NodeId right = tree_child(&u->tree, n, 1);
    const Node *value = tree_node(&u->tree, right);
    if (node->op != TK_ASSIGN || value->kind != N_UNARY || (value->op != TK_MINUS && value->op != TK_PLUS))
        return;
    Site site = check_site(c, n);
    if (value->begin != node->tok + 1 || value->begin + 1 >= u->toks.n)
        return check_safe(site);
    const Token *eq = &u->toks.at[node->tok], *sign = eq + 1, *operand = eq + 2;
    bool typed = sign->loc == eq->loc + 1 && operand->flags & (UT_SPACE | UT_BOL) && eq->flags & UT_SPACE;
    if (!typed || eq->exp || sign->exp)
        return check_safe(site);
    const char *op = value->op == TK_MINUS ? "-" : "+";
    check_violated(site, check_code(c, n), check_text(c, "=%s", op), check_text(c, "%s=", op));
}

/* A literal with exactly the look of a mask: more than one, and written in hexadecimal or a power of two. */
static bool mask(const Unit *u, NodeId n)
{
    i64 value;
    n = shape_inside(u, n);
    const Node *node = tree_node(&u->tree, n);
    if (node->kind != N_NUMBER || !shape_number(u, n, &value) || value < 2 || u->toks.at[node->tok].exp)
        return false;
    const char *s = sym_str(node->a);
    return (s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) || (value & (value - 1)) == 0;
}

static void on_logical(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    NodeId left = tree_child(t, n, 0), right = tree_child(t, n, 1);
    Site site = check_site_tokens(c, tree_node(t, n)->begin, tree_node(t, n)->end, tree_node(t, n)->begin);
    bool masked = mask(c->unit, right) && !shape_boolean(c->unit, left) && shape_pure(c->unit, left);
    if (!masked || flow_from_macro(c->unit, n))
        check_safe(site);
    else
        check_violated(site, check_code(c, n), "&&", "&");
}

/* The condition `n` as a whole, in its parentheses. */
static void on_condition(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    n = shape_inside(c->unit, n);
    i64 value;
    if (tree_kind(t, n) != N_BINARY || tree_node(t, n)->op != TK_PIPE)
        return;
    Site site = check_site(c, n);
    NodeId right = tree_child(t, n, 1);
    bool literal = shape_number(c->unit, right, &value) && value != 0;
    if (!literal || flow_from_macro(c->unit, n))
        check_safe(site);
    else
        check_violated(site, check_code(c, n), "|", "&");
}

/* ---- if (ready == 0), where ready is a function ---- */

static const IrGlobal *function_of(const IrExp *e)
{
    e = ir_skip_casts(e);
    return e->kind == IE_ADDR && e->a->kind == IE_GLOBAL && e->a->global->is_function ? e->a->global : NULL;
}

/* Can the function's address be null? A weak one that is only declared may be missing, which is what such tests are for; libraries
 * ask so whether the thread functions are linked. */
static bool surely_there(CheckCtx *c, const IrGlobal *g)
{
    if (g->defined_here)
        return true;
    const Contract *k = c->contracts ? contract_lookup(c->contracts, g->name) : NULL;
    return k && k->from_library && strncmp(sym_str(g->name), "pthread_", 8) != 0;
}

static void on_branch(CheckCtx *c, const IrInst *branch)
{
    const Tree *t = &c->unit->tree;
    const IrExp *cond = ir_skip_implicit(branch->cond);
    bool compares = ir_is_comparison(cond);
    const IrGlobal *g = function_of(compares ? cond->a : cond);
    if (!g || !cond->node)
        return;
    const IrExp *with = compares ? ir_skip_casts(cond->b) : NULL;
    /* p == NULL asks for an address; a number is what a result is compared with. */
    bool number = with && with->node && tree_kind(t, with->node) == N_NUMBER;
    Site site = check_site(c, cond->node);
    if (flow_from_macro(c->unit, cond->node) || c->unit->toks.at[tree_node(t, cond->node)->begin].exp)
        check_undecided(site, UNDECIDED_MACRO);
    else if (!surely_there(c, g) || (compares ? !number : !g->defined_here))
        check_safe(site);
    else
        finding_repair(
            finding_message(
                check_violated(site),
                "`%s` asks for the address of the function `%s`, which is never null; it is not called.",
                check_code(c, cond->node), sym_str(g->name)),
            "Write `%s(...)` to test its result.", sym_str(g->name));
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        if (f->blocks[b]->last->op == II_BRANCH && f->blocks[b]->last->why != BR_CONFIG)
            on_branch(c, f->blocks[b]->last);
}

static void on_node(CheckCtx *c, NodeId n)
{
    const Tree *t = &c->unit->tree;
    switch (tree_kind(t, n)) {
    case N_ASSIGN: on_assign(c, n); break;
    case N_BINARY:
        if (tree_node(t, n)->op == TK_AMPAMP)
            on_logical(c, n);
        break;
    case N_IF: on_condition(c, tree_child(t, n, 1)); break;
    case N_WHILE:
    case N_COND: on_condition(c, tree_child(t, n, 0)); break;
    case N_DO: on_condition(c, tree_child(t, n, 1)); break;
    default: break;
    }
}

static const u8 nodes[] = {N_ASSIGN, N_BINARY, N_IF, N_WHILE, N_DO, N_COND, N_NONE};

const CheckInfo check_operator_typo = {
    .id = "operator-typo",
    .cwe = 480,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "An operator that is probably another one mistyped",
    .sites = "assignments of signed values, `&&`, and `|` or a function as a condition",
    .message = "In `{0}` the operator `{1}` stands where `{2}` makes sense.",
    .reason =
        "The expression is legal and does something else than its form suggests: it assigns where it should add, or it is true "
        "whatever the tested bits are.",
    .repair = "Write `{2}`, or if `{1}` is meant, make that plain with spaces or a comparison.",
    .references = (const char *const[]){"CERT C EXP45-C", NULL},
    .nodes = nodes,
    .on_node = on_node,
    .on_function = on_function,
};
