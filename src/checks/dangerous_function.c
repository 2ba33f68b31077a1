/*
 * Functions without any safe use, such as gets: dangerous(242 ...) in the contracts.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static const u16 cwes[] = {242, 0};

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact = util_fact_of_cwe(c, call->contract, CA_DANGEROUS, cwes);
    if (!fact)
        return;
    Finding *f = check_violated(check_site_inst(c, call->inst), util_callee(call->call),
                                sym_str(fact->text[0]), sym_str(fact->text[1]));
    u64 size;
    const IrExp *buffer = util_call_arg(call->call, 0);
    if (contract_about(c->contracts, call->contract, CA_WRITES_STRING, 0) && buffer &&
        util_pointee_size(c, buffer, &size))
        finding_witness(f, "an input of %llu or more characters without a line break",
                        (unsigned long long)size);
}

static const u8 attrs[] = {CA_DANGEROUS, CA_NONE};
static const char *const references[] = {"CERT C MSC24-C", "ISO/IEC 9899:2011, Foreword (gets removed)",
                                         NULL};

const CheckInfo check_dangerous_function = {
    .id = "dangerous-function",
    .cwe = 242,
    .related = {120, 676},
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "Function that cannot be used safely",
    .sites = "calls of functions that have no safe use",
    .message = "`{0}` cannot be used safely: {1}.",
    .reason =
        "No care of the caller helps, because the function is not told what it would need to know. Whoever provides its input "
        "decides how much of the program's memory is overwritten.",
    .repair = "Use {2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
