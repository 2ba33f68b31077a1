/*
 * Ciphers, protocols and key sizes that no longer protect. Which functions and values these are stands in the
 * contracts: weak(327 ...) and weak(326 ...), misuse(condition, 327 ...).
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static const u16 cwes[] = {326, 327, 780, 757, 1240, 0};

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact = util_fact_of_cwe(c, call->contract, CA_WEAK, cwes);
    UtilMisuse m = MISUSE_SHOWN;
    if (!fact) {
        m = util_misuse(c, call, cwes, &fact);
        if (m == MISUSE_NONE)
            return;
    }
    Site site = check_site_inst(c, call->inst);
    if (m == MISUSE_SAFE)
        check_safe(site);
    else if (m == MISUSE_UNKNOWN)
        check_undecided(site, UNDECIDED_VALUE);
    else
        check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]), fact->attr == CA_WEAK ? check_text(c, "Use %s", sym_str(fact->text[1])) : util_sentence(c, fact->text[1]));
}

static const u8 attrs[] = {CA_WEAK, CA_MISUSE, CA_NONE};
static const char *const references[] = {"NIST SP 800-131A Rev. 2", "RFC 8996", NULL};

const CheckInfo check_weak_crypto = {
    .id = "weak-crypto",
    .cwe = 327,
    .related = {326},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Broken or outdated cipher, protocol or key size",
    .sites = "calls that choose a cipher, a protocol version or a key size",
    .message = "`{0}` chooses cryptography that no longer protects: {1}.",
    .reason = "Attacks on it are published and affordable, so what it protects can be read or forged by those it is meant to keep out.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
