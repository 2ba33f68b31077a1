/*
 * Functions that their own standard has withdrawn or marked as obsolescent: obsolete(...) in the contracts, and the project's own
 * [[deprecated]] ones.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u32 i = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_OBSOLETE, &i);
    if (!fact || !call->contract->from_library)
        return;
    check_violated(check_site_inst(c, call->inst), util_callee(call->call),
                   fact->text[0] ? sym_str(fact->text[0]) : "its successor");
}

static const u8 attrs[] = {CA_OBSOLETE, CA_NONE};
static const char *const references[] = {"CERT C MSC24-C", NULL};

const CheckInfo check_obsolete_function = {
    .id = "obsolete-function",
    .cwe = 477,
    .severity = SEV_NOTE,
    .confidence = CONF_VERY_HIGH,
    .title = "Obsolete function",
    .sites = "calls of functions that are obsolete",
    .message = "`{0}` is obsolete.",
    .reason =
        "It has been superseded because of what it cannot do right (errors that it hides, threads, address families, ranges of "
        "values), gets no repairs any more, and may be missing on the next system.",
    .repair = "Use {1}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
