/*
 * Secrets and sessions sent unprotected: URLs of protocols without encryption given to a function that fetches from them
 * (sink(..., url) in the contracts), and secrets handed to a function that sends (exposes(..., network)).
 */
#include "checks/check.h"

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_names.h"
#include "checks/util_option.h"

static const u16 cwes[] = {319, 311, 0};

static const char *const schemes[] = {"http://", "ftp://",  "telnet://", "ldap://", "smtp://",
                                      "imap://", "pop3://", "mqtt://",   "ws://"};

/* Names that RFC 2606 keeps for examples and tests reach nobody. */
static bool is_reserved(const char *host)
{
    static const char *const names[] = {"example.com", "example.org", "example.net", ".example",
                                        ".test",       ".invalid",    ".localhost"};
    size_t n = strcspn(host, ":/?#");
    for (u32 i = 0; i < LENGTH(names); i++) {
        size_t m = strlen(names[i]);
        if (n >= m && strncasecmp(host + n - m, names[i], m) == 0)
            return true;
    }
    return false;
}

/* The scheme's name when the URL leaves the machine without protection, or NULL. */
static const char *open_scheme(const char *url)
{
    for (u32 i = 0; i < LENGTH(schemes); i++) {
        size_t n = strlen(schemes[i]);
        if (strncasecmp(url, schemes[i], n) != 0)
            continue;
        const char *host = url + n, *at = strchr(host, '@'), *slash = strchr(host, '/');
        if (at && (!slash || at < slash))
            host = at + 1;
        if (is_reserved(host))
            return NULL;
        bool local = str_starts(host, "localhost") || str_starts(host, "127.") || str_starts(host, "[::1]") ||
                     str_starts(host, "0.0.0.0");
        return local || !*host ? NULL : schemes[i];
    }
    return NULL;
}

static bool has_password(const char *url)
{
    const char *host = strstr(url, "://");
    if (!host)
        return false;
    const char *at = strchr(host + 3, '@'), *colon = strchr(host + 3, ':'), *slash = strchr(host + 3, '/');
    return at && colon && colon < at && (!slash || at < slash);
}

/* Does the function also ask for TLS on the connection (STARTTLS, AUTH TLS)? */
static bool asks_for_tls(CheckCtx *c)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; f && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_CALL || i->call->n_args < 3 || !i->call->arg_nodes[1])
                continue;
            const Node *n = tree_node(&c->unit->tree, i->call->arg_nodes[1]);
            if (n->kind == N_NAME && strcmp(sym_str(n->a), "CURLOPT_USE_SSL") == 0)
                return true;
        }
    return false;
}

static void judge_url(CheckCtx *c, const CheckCall *call, const IrExp *arg)
{
    UtilLiteral l;
    if (!arg)
        return;
    Site site = check_site_inst(c, call->inst);
    if (!util_literal(c, arg, &l) || !l.bytes) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    const char *scheme = open_scheme(l.bytes);
    if (!scheme || asks_for_tls(c)) {
        check_safe(site);
        return;
    }
    Finding *f = check_violated(site, l.bytes, check_text(c, "%.*s", (int)strlen(scheme) - 3, scheme));
    if (has_password(l.bytes))
        finding_severity(f, SEV_HIGH);
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u8 url = contract_kind(CA_SINK, "url"), network = contract_kind(CA_EXPOSES, "network");
    const ContractFact *fact;
    u32 value;
    UtilMisuse m = util_judgement(c, call, cwes, &fact);
    if (m == MISUSE_SHOWN) {
        Finding *f = check_violated(check_site_inst(c, call->inst), check_code(c, call->inst->node));
        finding_message(f, "`%s` leaves the connection without encryption: %s.",
                        check_code(c, call->inst->node), sym_str(fact->text[0]));
        finding_repair(f, "%s.", util_advice(c, fact));
        return;
    }
    if (m != MISUSE_NONE) {
        if (m == MISUSE_SAFE)
            check_safe(check_site_inst(c, call->inst));
        else
            check_undecided(check_site_inst(c, call->inst), UNDECIDED_VALUE);
    }
    if (util_option(c, call->call, &value) == OPTION_URL)
        judge_url(c, call, call->call->args[value]);
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_SINK, &i));)
        if (fact->kind == url)
            judge_url(c, call, util_call_arg(call->call, fact->target[0].arg));
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_EXPOSES, &i));) {
        const IrExp *arg = fact->kind == network ? util_call_arg(call->call, fact->target[0].arg) : NULL;
        if (!arg)
            continue;
        Site site = check_site_inst(c, call->inst);
        Sym name = util_value_name(c->function, arg);
        if (util_secret_sym(name) == SECRET_NO) {
            check_safe(site);
            continue;
        }
        finding_message(check_violated(site, check_code(c, call->inst->node)),
                        "`%s` sends `%s` over a connection that is not encrypted.",
                        check_code(c, call->inst->node), sym_str(name));
    }
}

static const u8 attrs[] = {CA_SINK, CA_EXPOSES, CA_MISUSE, CA_DANGEROUS, CA_WEAK, CA_NONE};
static const char *const callees[] = {"curl_easy_setopt", NULL};
static const char *const references[] = {
    "RFC 7258", "https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html",
    NULL};

const CheckInfo check_cleartext = {
    .id = "cleartext",
    .cwe = 319,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Data sent without encryption",
    .sites = "addresses that are fetched from, and data that is sent",
    .message = "`{0}` is fetched with {1}, which does not encrypt.",
    .reason =
        "Everybody on the way, such as the operator of a wireless network, can read what is sent and replace what comes back, login data "
        "and downloaded code included.",
    .repair =
        "Use the protocol's encrypted form (https, ftps or sftp, ldaps, ...), and verify the certificate.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
};
