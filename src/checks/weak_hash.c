/*
 * Hash functions for which collisions can be made (weak(328 ...) in the contracts). MD5 and SHA-1 also serve as mere check
 * sums and are demanded by protocols, so a call is a finding only where the code says that security depends on it: it hashes
 * a secret, or it is part of a signature, certificate or password.
 */
#include "checks/check.h"

#include "checks/util_ir.h"
#include "checks/util_names.h"

static const u16 cwes[] = {328, 916, 0};

static bool names_security(const char *name)
{
    return util_secret_name(name) != SECRET_NO ||
           util_name_has_any(
               name,
               "password passwd passphrase secret sign signature signed cert certificate auth authenticate "
               "authentication login credential credentials hmac");
}

/* A word of the call or of the function around it that says so. */
static const char *purpose(CheckCtx *c, const IrCall *call)
{
    for (u32 i = 0; i < call->n_args; i++) {
        Sym name = util_value_name(c->function, call->args[i]);
        if (name && names_security(sym_str(name)))
            return sym_str(name);
    }
    if (c->function && c->function->name && names_security(sym_str(c->function->name)))
        return sym_str(c->function->name);
    return NULL;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    UtilMisuse m = util_judgement(c, call, cwes, &fact);
    if (m == MISUSE_NONE)
        return;
    Site site = check_site_inst(c, call->inst);
    const char *what = m == MISUSE_SHOWN ? purpose(c, call->call) : NULL;
    if (m == MISUSE_SAFE)
        check_safe(site);
    else if (!what)
        check_undecided(site, UNDECIDED_VALUE);
    else
        check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]), util_advice(c, fact),
                       what);
}

static const u8 attrs[] = {CA_WEAK, CA_DANGEROUS, CA_MISUSE, CA_NONE};
static const char *const references[] = {"NIST SP 800-131A Rev. 2, section 9", "RFC 6151", "RFC 6194", NULL};

const CheckInfo check_weak_hash = {
    .id = "weak-hash",
    .cwe = 328,
    .related = {327},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "Weak hash where security depends on it",
    .sites = "calls of hash functions that are known to be weak",
    .message = "`{0}` uses a weak hash for `{3}`: {1}.",
    .reason =
        "Two inputs with the same hash can be made at will, and short secrets are found by trying, so a signature or a stored "
        "password that rests on it proves nothing.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
