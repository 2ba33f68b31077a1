/*
 * CWE-1335: shifts by a constant amount that is negative or not below the width of what is shifted, and left shifts of
 * negative constants. Amounts that only the engine knows are undecided here.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

/* x & 31, x % 32: bounded by form. */
static bool bounded(CheckCtx *c, const IrExp *amount, u32 width)
{
    i64 k;
    amount = ir_skip_casts(amount);
    if (amount->kind != IE_BINOP)
        return false;
    if (amount->op == BIN_AND)
        return (util_int(c, amount->b, &k) || util_int(c, amount->a, &k)) && k >= 0 && k < width;
    return amount->op == BIN_REM && !type_is_signed(&c->ir->types, amount->type) &&
           util_int(c, amount->b, &k) && k > 0 && k <= width;
}

static bool runs(CheckCtx *c, const IrInst *i)
{
    return bits_has(flow_feasible(c), util_block_of(c->function, i)->id);
}

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    if (e->kind != IE_BINOP || (e->op != BIN_SHL && e->op != BIN_SHR) || !e->node)
        return;
    Site site = check_site(c, e->node);
    const TypeTable *tt = &c->ir->types;
    u32 width = type_is_integer(tt, e->type) ? type_width(tt, e->type) : 0;
    if (width == 0) {
        if (type_is_unknown(tt, e->type))
            check_undecided(site, UNDECIDED_TYPE);
        return; /* an overloaded operator */
    }
    i64 amount, left;
    const char *code = e->b->node ? check_code(c, e->b->node) : "";
    if (!util_int(c, e->b, &amount)) {
        if (bounded(c, e->b, width))
            check_safe(site);
        else
            check_undecided(site, UNDECIDED_VALUE);
    } else if (amount >= 0 && amount < width) {
        if (e->op == BIN_SHL && c->unit->lang == LANG_C && type_is_signed(tt, e->type) &&
            ir_exp_const(c->ir, e->a, &left) && left < 0)
            finding_message(finding_severity(check_violated(site), SEV_NOTE),
                            "The negative value %lld is shifted to the left.", (long long)left);
        else
            check_safe(site);
    } else if (!runs(c, i)) {
        check_safe(site);
    } else if (util_block_of(c->function, i)->presence != PRESENCE_TRUE) {
        check_undecided(site, UNDECIDED_CONFIGURATION); /* perhaps only where the type is wider */
    } else if (c->function->flags & IFN_TEMPLATE || flow_from_macro(c->unit, e->node)) {
        check_undecided(site, UNDECIDED_MACRO);
    } else {
        check_violated(site, check_text(c, "%lld", (long long)amount), check_text(c, "%u", width), code);
    }
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    flow_each_exp(c, f, on_exp);
}

const CheckInfo check_shift_out_of_range = {
    .id = "shift-out-of-range",
    .cwe = 1335,
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "Shift by a negative amount or by at least the width of the type",
    .sites = "integer shifts",
    .message = "`{2}` shifts a value of {1} bits by {0}.",
    .reason =
        "The operands of a shift are promoted on their own: the type of the result is that of the left one. Shifting by a "
        "negative amount or by all of its bits, and shifting a negative value to the left in C, is undefined; processors "
        "differ in what they do, and the compiler may assume that it never happens.",
    .repair =
        "Convert the left operand to a type that is wide enough before the shift, for example `(uint64_t)x << 40`, or "
        "correct the amount. Shift unsigned values.",
    .references = (const char *const[]){"CERT C INT34-C", "C17 6.5.7p3", NULL},
    .on_function = on_function,
};
