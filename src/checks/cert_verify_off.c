/*
 * Calls that tell a TLS library not to verify its peer's certificate. What is such a call, and for which values, stands in
 * the libraries' contracts (misuse facts for CWE-295 and its kin).
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_names.h"

static const u16 cwes[] = {295, 296, 297, 298, 299, 370, 599, 0};

/* Names of options by which a user asks for it: --insecure, verifypeer, tls_skip_verify. */
static bool names_an_option(const char *name)
{
    return util_name_has_any(
        name, "insecure verify verifypeer verifyhost noverify unverified allowinsecure skip selfsigned trust "
              "unsafe certcheck nocheck validate cert certs certificate ca auth authmode require required "
              "reqs anonymous");
}

/* Functions that take a callback with the last word about a certificate: its position and what it returns to accept. */
static const struct {
    const char *name;
    u8 arg, accepts;
} setters[] = {
    {"SSL_CTX_set_verify", 2, 1},
    {"SSL_set_verify", 2, 1},
    {"SSL_CTX_set_cert_verify_callback", 1, 1},
    {"gnutls_certificate_set_verify_function", 1, 0},
};

/* The function behind a callback argument that accepts every certificate: all its returns are the constant. NULL otherwise. */
static const IrFunction *accepts_all(CheckCtx *c, const IrCall *call)
{
    u32 s = 0;
    while (s < LENGTH(setters) && strcmp(sym_str(call->name), setters[s].name) != 0)
        s++;
    if (s == LENGTH(setters) || call->n_args <= setters[s].arg)
        return NULL;
    const IrExp *callback = util_pointee(call->args[setters[s].arg]);
    if (!callback || callback->kind != IE_GLOBAL || !callback->global->is_function)
        return NULL;
    for (u32 i = 0; i < c->ir->n_functions; i++) {
        const IrFunction *f = c->ir->functions[i];
        if (f->name != callback->global->name || !f->entry || f->entry != callback->global->entry)
            continue;
        u32 returns = 0;
        for (u32 b = 0; b < f->n_blocks; b++) {
            const IrInst *last = f->blocks[b]->last;
            i64 v;
            if (last->op != II_RETURN)
                continue;
            if (!last->value || !ir_exp_const(c->ir, last->value, &v) || v != setters[s].accepts)
                return NULL;
            returns++;
        }
        return returns ? f : NULL;
    }
    return NULL;
}

/* A callback may accept everything when the program asks for the result of the verification later, perhaps in another file: these
 * sites wait for the end of the project. */
typedef struct Blind {
    NodeId call, function;
    const char *name;
    struct Blind *next;
} Blind;

typedef struct Callbacks {
    bool asks_later;
    Blind *first, **last;
} Callbacks;

static Callbacks *callbacks(CheckCtx *c)
{
    return check_unit_data(c, sizeof(Callbacks));
}

static void hold_back(CheckCtx *c, NodeId call, const IrFunction *f)
{
    Callbacks *held = callbacks(c);
    Blind *b = arena_new(check_arena(c), Blind);
    *b = (Blind){.call = call, .function = f->node, .name = sym_str(f->name)};
    if (!held->last)
        held->last = &held->first;
    *held->last = b;
    held->last = &b->next;
}

static void on_project_end(CheckCtx *c)
{
    bool asks_later = false;
    for (u32 u = 0; u < c->project->units.n; u++) {
        const Callbacks *held = check_unit_data_of(c, u);
        asks_later = asks_later || (held && held->asks_later);
    }
    for (u32 u = 0; u < c->project->units.n; u++) {
        const Callbacks *held = check_unit_data_of(c, u);
        if (!held || !held->first)
            continue;
        check_enter_unit(c, u);
        for (const Blind *b = held->first; b; b = b->next) {
            Site site = check_site(c, b->call);
            if (asks_later) {
                check_undecided(site, UNDECIDED_OTHER_UNIT);
                continue;
            }
            Finding *f = check_violated(
                site, check_code(c, b->call), "the callback that decides accepts every certificate",
                check_text(c, "Let `%s` return what it was told of the verification so far", b->name));
            finding_related(f, check_place(c, b->function), "`%s` returns the same on every way", b->name);
        }
    }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact;
    if (strcmp(sym_str(call->call->name), "SSL_get_verify_result") == 0) {
        callbacks(c)->asks_later = true;
        return;
    }
    const IrFunction *blind = accepts_all(c, call->call);
    if (blind && call->inst->node) {
        hold_back(c, call->inst->node, blind);
        return;
    }
    UtilMisuse m = util_judgement(c, call, cwes, &fact);
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
    const char *code = check_code(c, call->inst->node);
    Finding *f = check_violated(site, code, sym_str(fact->text[0]), util_advice(c, fact));
    if (fact->attr == CA_WEAK) {
        finding_message(f, "`%s` is no sound test of a certificate: %s.", code, sym_str(fact->text[0]));
        finding_severity(f, SEV_MEDIUM);
    }
}

static const u8 attrs[] = {CA_MISUSE, CA_DANGEROUS, CA_WEAK, CA_NONE};
static const char *const callees[] = {"SSL_CTX_set_verify",
                                      "SSL_set_verify",
                                      "SSL_CTX_set_cert_verify_callback",
                                      "gnutls_certificate_set_verify_function",
                                      "SSL_get_verify_result",
                                      NULL};
static const char *const references[] = {
    "https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html",
    "RFC 5280, section 6", NULL};

const CheckInfo check_cert_verify_off = {
    .id = "cert-verify-off",
    .cwe = 295,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Verification of the peer's certificate is switched off",
    .sites = "calls that set how certificates are verified",
    .message = "`{0}` switches certificate verification off: {1}.",
    .reason =
        "Encryption protects only against those who listen, not against those who answer: without verification anybody on "
        "the way can present a certificate of their own, read and change what is sent, and neither side notices.",
    .repair = "{2}.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
    .on_project_end = on_project_end,
};
