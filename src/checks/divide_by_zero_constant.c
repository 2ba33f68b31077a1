/*
 * CWE-369 on constants: integer divisions whose divisor is zero by constant evaluation or by the one definition that
 * reaches it. All other divisors wait for the engine.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    if (e->kind != IE_BINOP || (e->op != BIN_DIV && e->op != BIN_REM) || !e->node)
        return;
    const TypeTable *tt = &c->ir->types;
    if (!type_is_integer(tt, e->type) && !type_is_unknown(tt, e->type))
        return; /* floating point has infinities */
    Site site = check_site(c, e->node);
    i64 divisor;
    if (!util_int(c, e->b, &divisor))
        check_undecided(site, UNDECIDED_VALUE);
    else if (divisor != 0 || !bits_has(flow_feasible_by_values(c), util_block_of(c->function, i)->id))
        check_safe(site);
    else if (type_is_unknown(tt, e->type))
        check_undecided(site, UNDECIDED_TYPE);
    else if (flow_from_macro(c->unit, e->node))
        check_undecided(site, UNDECIDED_MACRO); /* assertions at compile time divide by zero on purpose */
    else
        check_violated(site, check_code(c, e->node), e->b->node ? check_code(c, e->b->node) : "the divisor");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    flow_each_exp(c, f, on_exp);
}

const CheckInfo check_divide_by_zero_constant = {
    .id = "divide-by-zero-constant",
    .cwe = 369,
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "Integer division by a constant zero",
    .sites = "integer divisions",
    .message = "`{0}` divides by `{1}`, which is always zero here.",
    .reason = "Dividing an integer by zero is undefined; on most processors it ends the program.",
    .repair = "Give the divisor its real value before the division, and test it where it may be zero.",
    .references = (const char *const[]){"CERT C INT33-C", NULL},
    .on_function = on_function,
};
