/*
 * Initialisation vectors, salts and seeds that are the same every time: credential(..., iv | salt | seed) of the contracts given a
 * constant. They need not be secret, but must not repeat.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_literal.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_CREDENTIAL, &i));) {
        const ContractKindInfo *kind = contract_kind_info(fact->kind);
        const IrExp *arg = util_call_arg(call->call, fact->target[0].arg);
        if (!kind || !arg ||
            (strcmp(kind->name, "iv") != 0 && strcmp(kind->name, "salt") != 0 &&
             strcmp(kind->name, "seed") != 0))
            continue;
        Site site = check_site_inst(c, call->inst);
        UtilLiteral l;
        i64 number;
        const char *what = kind->name[0] == 'i' ? "initialisation vector" : kind->name;
        bool pointer = type_is_pointer(&c->ir->types, ir_skip_implicit(arg)->type);
        if (util_literal(c, arg, &l)) {
            Finding *f = check_violated(site, check_code(c, call->inst->node), what);
            if (l.through && l.decl)
                finding_related(f, check_place(c, l.decl), "its value is written here");
        } else if (util_int(c, arg, &number)) {
            if (pointer || strcmp(kind->name, "seed") != 0)
                check_safe(site); /* none is given */
            else
                finding_severity(check_violated(site, check_code(c, call->inst->node), what), SEV_NOTE);
        } else {
            check_undecided(site, UNDECIDED_VALUE);
        }
    }
}

static const u8 attrs[] = {CA_CREDENTIAL, CA_NONE};
static const char *const references[] = {"NIST SP 800-38A, appendix C", "NIST SP 800-132, section 5.1", NULL};

const CheckInfo check_fixed_nonce = {
    .id = "fixed-nonce",
    .cwe = 329,
    .related = {760, 336, 1204},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Initialisation vector, salt or seed that never changes",
    .sites = "initialisation vectors, salts and seeds",
    .message = "`{0}` is given the {1} from the text of the program.",
    .reason =
        "With the same {1} every time, equal inputs give equal outputs: an observer sees which messages or passwords are equal and can "
        "prepare tables for all of them at once. With a counter mode, two messages under one {1} show both texts.",
    .repair =
        "Fill it from the system's generator for each use (`getrandom`, `RAND_bytes`) and store or send it along; it need not be secret.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
