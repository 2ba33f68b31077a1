/*
 * CWE-1164: calculations whose result nobody takes: `a + b;`, `i + 1` as the step of a loop. Comparisons for equality are
 * compare-as-statement's.
 */
#include "checks/check.h"
#include "checks/flow.h"

/* Is it a statement of its own, or the step of a for, and no part of something larger (an argument that a macro drops)? */
static bool stands_alone(const Unit *u, NodeId n)
{
    const Node *node = tree_node(&u->tree, n);
    if (node->begin == 0 || node->end >= u->n_stream)
        return false;
    u8 before = u->toks.at[node->begin - 1].kind, behind = u->toks.at[node->end].kind;
    if (behind == TK_SEMI)
        return before == TK_SEMI || before == TK_LBRACE || before == TK_RBRACE || before == TK_RPAREN ||
               before == TK_COLON || before == KW_ELSE || before == KW_DO;
    return behind == TK_RPAREN && before == TK_SEMI;
}

/* Are the operands numbers or pointers for certain? In C++, others may have operators with effects. */
static bool is_plain(const TypeTable *tt, const IrExp *e)
{
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (!type_is_arithmetic(tt, sub[i]->type) && !type_is_pointer(tt, sub[i]->type))
            return false;
    return true;
}

/* Does the expression calculate something by itself, rather than only name it? Naming it is how a variable is marked as used. */
static bool calculates(const IrExp *e)
{
    if (e->kind == IE_UNOP)
        return e->op == UN_NEG || e->op == UN_BITNOT || e->op == UN_NOT;
    return e->kind == IE_BINOP && e->op != BIN_EQ && e->op != BIN_NE;
}

static bool is_macro_text(const Unit *u, NodeId n)
{
    const Node *node = tree_node(&u->tree, n);
    for (u32 i = node->begin; i < node->end; i++)
        if (u->toks.at[i].exp)
            return true;
    return false;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_EVAL || !i->node)
                continue;
            const IrExp *e = ir_skip_implicit(i->value);
            Site site = check_site_inst(c, i);
            if (!calculates(e) || !stands_alone(c->unit, i->node) || !e->node ||
                i->flags & (IIF_VOID_CAST | IIF_IMPLICIT))
                check_safe(site);
            else if (is_macro_text(c->unit, e->node))
                check_undecided(site, UNDECIDED_MACRO);
            else if (f->flags & IFN_TEMPLATE)
                check_undecided(site, UNDECIDED_TEMPLATE);
            else if (!is_plain(&c->ir->types, e))
                check_undecided(site, UNDECIDED_TYPE);
            else
                check_violated(site, check_code(c, e->node));
        }
}

static const char *const references[] = {"CERT C MSC12-C", NULL};

const CheckInfo check_no_effect = {
    .id = "no-effect",
    .cwe = 1164,
    .related = {482},
    .severity = SEV_LOW,
    .confidence = CONF_VERY_HIGH,
    .title = "A calculation whose result nobody takes",
    .sites = "expressions that stand as statements",
    .message = "`{0}` is calculated and dropped.",
    .reason =
        "The statement does nothing. Mostly an assignment was meant (`+=` for `+`), so that a value stays what it was: a counter that "
        "does not count, a limit that is not raised.",
    .repair = "Assign the result, or remove the statement.",
    .references = references,
    .on_function = on_function,
};
