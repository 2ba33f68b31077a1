/*
 * Calls that tell a TLS library not to verify its peer's certificate. What is such a call, and for which values, stands in
 * the libraries' contracts (misuse facts for CWE-295 and its kin).
 */
#include "checks/check.h"

#include "checks/util_ir.h"
#include "checks/util_names.h"

static const u16 cwes[] = {295, 296, 297, 298, 299, 370, 599, 0};

/* Names of options by which a user asks for it: --insecure, verifypeer, tls_skip_verify. */
static bool names_an_option(const char *name)
{
    return util_name_has_any(name, "insecure verify verifypeer verifyhost noverify unverified allowinsecure skip selfsigned trust "
                                   "unsafe certcheck nocheck validate");
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    UtilMisuse m = util_misuse(c, call, cwes, &fact);
    if (m == MISUSE_NONE)
        return;
    Site site = check_site_inst(c, call->inst);
    if (m == MISUSE_SAFE) {
        check_safe(site);
        return;
    }
    if (m == MISUSE_UNKNOWN || (c->function && util_guard_named(c, call->inst, names_an_option))) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]), util_sentence(c, fact->text[1]));
}

static const u8 attrs[] = {CA_MISUSE, CA_NONE};
static const char *const references[] = {"https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html",
                                         "RFC 5280, section 6", NULL};

const CheckInfo check_cert_verify_off = {
    .id = "cert-verify-off",
    .cwe = 295,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Verification of the peer's certificate is switched off",
    .sites = "calls that set how certificates are verified",
    .message = "`{0}` switches certificate verification off: {1}.",
    .reason = "Encryption protects only against those who listen, not against those who answer: without verification anybody on "
              "the way can present a certificate of their own, read and change what is sent, and neither side notices.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
