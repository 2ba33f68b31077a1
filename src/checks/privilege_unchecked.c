/*
 * setuid and its kin without a look at the result (privilege(drop) and privilege(groups) in the contracts): they can
 * fail, and then the process keeps the rights that it meant to give up.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u8 drop = contract_kind(CA_PRIVILEGE, "drop"), groups = contract_kind(CA_PRIVILEGE, "groups");
    const ContractFact *fact;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_PRIVILEGE, &i));) {
        if (fact->kind != drop && fact->kind != groups)
            continue;
        Site site = check_site_inst(c, call->inst);
        if (call->inst->flags & IIF_DISCARDED)
            check_violated(site, check_code(c, call->inst->node), util_callee(call->call));
        else
            check_safe(site);
        return;
    }
}

static const u8 attrs[] = {CA_PRIVILEGE, CA_NONE};
static const char *const references[] = {"CERT C POS37-C", "Chen, Wagner, Dean 2002, Setuid Demystified",
                                         NULL};

const CheckInfo check_privilege_unchecked = {
    .id = "privilege-unchecked",
    .cwe = 273,
    .related = {252, 271},
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "Dropping of privileges is not checked",
    .sites = "calls that give up privileges",
    .message = "Nobody looks at the result of `{0}`; when it fails, the process keeps its rights.",
    .reason =
        "`{1}` fails when the user has reached its limit of processes or the rights to change are missing. What was to run without "
        "privileges then runs with them, and a flaw in it gives them to an attacker.",
    .repair =
        "End the program when it fails: `if ({0} != 0) abort();`, and verify afterwards that the rights are gone.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
