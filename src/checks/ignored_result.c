/*
 * Results that must be looked at (must_check in the contracts, warn_unused_result in the project) and are dropped. A cast to
 * void says that it is meant. Changes of privileges have their own check.
 */
#include "checks/check.h"

#include "base/str.h"
#include "checks/util_ir.h"

/* Waiting calls with nothing to wait for are sleeps, whose result says nothing. */
static bool only_sleeps(CheckCtx *c, const IrCall *call, const Contract *k)
{
    i64 v;
    return contract_has(k, CA_BLOCKS) && call->n_args >= 3 && util_int(c, call->args[0], &v) && v == 0;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    if (contract_has(call->contract, CA_PRIVILEGE) || only_sleeps(c, call->call, call->contract))
        return;
    u32 i = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_MUST_CHECK, &i);
    Site site = check_site_inst(c, call->inst);
    if (!(call->inst->flags & IIF_DISCARDED) || call->inst->flags & (IIF_VOID_CAST | IIF_IMPLICIT)) {
        check_safe(site);
        return;
    }
    const char *then = fact && fact->text[0] ? sym_str(fact->text[0]) : "the program goes on as if it had worked";
    check_violated(site, util_callee(call->call), check_code(c, call->inst->node), then);
}

static const u8 attrs[] = {CA_MUST_CHECK, CA_NONE};
static const char *const references[] = {"CERT C ERR33-C", "CERT C EXP12-C", NULL};

const CheckInfo check_ignored_result = {
    .id = "ignored-result",
    .cwe = 252,
    .related = {754},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "Result that tells of a failure is ignored",
    .sites = "calls whose result must be checked",
    .message = "The result of `{0}` is ignored; when the call fails, {2}.",
    .reason = "Failures of this call happen in practice: a full disk, a closed connection, a limit, an attacker who provokes them. What follows "
              "then works on data that is not there.",
    .repair = "Test the result of `{1}` and handle the failure; where it truly does not matter, say so with a cast to void and a comment.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
