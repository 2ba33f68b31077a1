/*
 * CWE-570: conditions that are always false. What decides them is in condition.c.
 */
#include "checks/condition.h"

static void on_function(CheckCtx *c, const IrFunction *f)
{
    condition_report(c, f, false);
}

const CheckInfo check_always_false = {
    .id = "always-false",
    .cwe = 570,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A condition that is never true",
    .sites = "comparisons and repeated conditions",
    .message = "`{0}` is always false.",
    .reason =
        "What the condition guards is never done. Often that is the handling of an error or of a bound, which the author believes "
        "to be in place.",
    .repair =
        "Compare with what the variable can hold, give the variable a type that can hold the error value, or remove the "
        "condition.",
    .references = (const char *const[]){"CERT C MSC12-C", NULL},
    .on_function = on_function,
};
