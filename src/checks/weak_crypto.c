/*
 * Ciphers, protocols and key sizes that no longer protect. Which functions and values these are stands in the
 * contracts: weak(327 ...) and weak(326 ...), misuse(condition, 327 ...).
 */
#include "checks/check.h"

#include <string.h>

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_names.h"

static const u16 cwes[] = {326, 327, 780, 757, 1240, 0};

/* Settings by which a user asks for an old version. */
static bool names_a_version(const char *name)
{
    return util_name_has_any(name, "version versions sslversion tlsversion protocol protocols legacy compat");
}

/* A word of a list of ciphers (OpenSSL's or GnuTLS's) that lets a broken one in; NULL when all are fit or taken out by ! or -. */
static const char *weak_in_list(CheckCtx *c, const char *list)
{
    static const char *const weak[] = {"NULL",     "aNULL",       "eNULL",       "EXP",        "EXPORT",
                                       "EXPORT40", "LOW",         "DES",         "3DES",       "RC4",
                                       "RC2",      "MD5",         "ADH",         "AECDH",      "IDEA",
                                       "SEED",     "VERS-SSL3.0", "VERS-TLS1.0", "ARCFOUR-128"};
    for (const char *s = list; *s;) {
        size_t n = strcspn(s, ":, ");
        bool out = *s == '!' || *s == '-';
        for (u32 i = 0; !out && i < LENGTH(weak); i++) {
            const char *found = memmem(s, n, weak[i], strlen(weak[i]));
            size_t m = strlen(weak[i]);
            /* whole words between the -, + and _ of a name */
            if (found && (found == s || strchr("-+_", found[-1])) &&
                (found + m == s + n || strchr("-+_", found[m])))
                return check_text(c, "%.*s", (int)n, s);
        }
        s += n + (s[n] != 0);
    }
    return NULL;
}

static void judge_list(CheckCtx *c, const CheckCall *call)
{
    UtilLiteral l;
    Site site = check_site_inst(c, call->inst);
    if (call->call->n_args < 2 || !util_literal(c, call->call->args[1], &l) || !l.bytes) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    const char *word = weak_in_list(c, l.bytes);
    if (!word)
        check_safe(site);
    else
        check_violated(site, check_code(c, call->inst->node),
                       check_text(c, "`%s` lets in a broken cipher", word),
                       "Name only ciphers with AES-GCM or ChaCha20, or leave the library's list as it is");
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const char *name = sym_str(call->call->name);
    if (str_ends(name, "set_cipher_list") || strcmp(name, "gnutls_priority_set_direct") == 0) {
        judge_list(c, call);
        return;
    }
    const ContractFact *fact;
    UtilMisuse m = util_judgement(c, call, cwes, &fact);
    if (m == MISUSE_NONE)
        return;
    Site site = check_site_inst(c, call->inst);
    if (m == MISUSE_SAFE)
        check_safe(site);
    else if (m == MISUSE_UNKNOWN || (c->function && util_guard_named(c, call->inst, names_a_version)))
        check_undecided(site, UNDECIDED_VALUE);
    else
        check_violated(site, check_code(c, call->inst->node), sym_str(fact->text[0]), util_advice(c, fact));
}

static const u8 attrs[] = {CA_WEAK, CA_DANGEROUS, CA_MISUSE, CA_NONE};
static const char *const callees[] = {"SSL_CTX_set_cipher_list", "SSL_set_cipher_list",
                                      "gnutls_priority_set_direct", NULL};
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
    .reason =
        "Attacks on it are published and affordable, so what it protects can be read or forged by those it is meant to keep out.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
};
