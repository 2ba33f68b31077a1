/*
 * CWE-571: conditions that are always true. What decides them is in condition.c.
 */
#include "checks/condition.h"

static void on_function(CheckCtx *c, const IrFunction *f)
{
    condition_report(c, f, true);
}

const CheckInfo check_always_true = {
    .id = "always-true",
    .cwe = 571,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A condition that is never false",
    .sites = "comparisons and repeated conditions",
    .message = "`{0}` is always true.",
    .reason =
        "The condition separates nothing: what it should keep out comes through. Often `||` stands for `&&`, or a type without "
        "negative numbers for one that has them.",
    .repair = "Correct the operator, the constant or the type, or remove the condition.",
    .references = (const char *const[]){"CERT C MSC12-C", NULL},
    .on_function = on_function,
};
