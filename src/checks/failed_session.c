/*
 * CWE-459: a handshake that has failed for good leaves its session where it was, in memory that outlives the function: nothing is
 * released, marked or told to anybody. Sites are the handshakes of TLS libraries that a function does for a session of somebody
 * else's.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_assume.h"
#include "checks/util_ir.h"

/* Handshakes with what they give when nothing can be repaired, and the call that tells such a failure from "try again". */
static const struct {
    const char *name;
    i64 fatal;
    const char *error;
    i64 error_value;
} handshakes[] = {
    {"SSL_accept", -1, "SSL_get_error", 1},
    {"SSL_connect", -1, "SSL_get_error", 1},
    {"SSL_do_handshake", -1, "SSL_get_error", 1},
    {"wolfSSL_accept", -1, "wolfSSL_get_error", -313},
    {"wolfSSL_connect", -1, "wolfSSL_get_error", -313},
    {"gnutls_handshake", -12, "gnutls_error_is_fatal", 1},
    {"mbedtls_ssl_handshake", -0x7780, NULL, 0},
};

enum { ASSUMED_MAX = 8, NAMES_MAX = 4 };

/* Whose session it is: the variable through which it is reached, or the global. */
typedef struct Owner {
    const IrVar *var;
    const IrGlobal *global;
} Owner;

static Owner owner_of(const IrFunction *f, const IrExp *session)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(session));
    const IrExp *e = ir_skip_casts(session);
    if (!place && e->kind == IE_ADDR)
        place = e->a;
    for (u32 depth = 0; place && depth < NAMES_MAX; depth++) {
        while (place->kind == IE_FIELD || (place->kind == IE_INDEX && ir_is_place(place->a)))
            place = place->a;
        if (place->kind == IE_VAR)
            return (Owner){.var = place->var};
        if (place->kind == IE_GLOBAL)
            return (Owner){.global = place->global};
        if (place->kind != IE_DEREF && place->kind != IE_INDEX)
            break;
        place = ir_loaded_place(f, ir_skip_casts(place->a));
    }
    return (Owner){0};
}

/* Does a call that is given this value get hold of the owner, the session, or something through which they can be found? Texts and
 * numbers lead to nobody. */
static bool hands_over(CheckCtx *c, const IrExp *arg)
{
    const TypeTable *tt = util_types(c);
    const IrExp *e = ir_skip_casts(arg);
    TypeKind to = type_kind(tt, e->type) == TY_PTR ? type_kind(tt, type_of(tt, e->type)) : TY_INT;
    return to != TY_INT && to != TY_FLOAT && to != TY_FUNC && !ir_exp_string(e);
}

static bool handles(CheckCtx *c, const IrInst *i, void *ctx)
{
    const Owner *owner = ctx;
    if (i->op == II_UNKNOWN || i->op == II_THROW)
        return true;
    if (i->op == II_STORE) {
        const IrVar *root = ir_place_root(i->place);
        bool local = root && root->kind != IV_STATIC;
        return !local && !(i->flags & IIF_COMPOUND);
    }
    if (i->op != II_CALL)
        return false;
    for (u32 h = 0; h < LENGTH(handshakes); h++)
        if (handshakes[h].error && i->call->name && strcmp(sym_str(i->call->name), handshakes[h].error) == 0)
            return false;
    const Contract *k = check_contract(c, i->call);
    if (k && k->from_library && !contract_has(k, CA_FREES) && !contract_has(k, CA_CLOSES) &&
        !contract_has(k, CA_TAKES) && !contract_has(k, CA_NORETURN) && !contract_has(k, CA_GROWS) &&
        !contract_has(k, CA_SHRINKS))
        return strstr(sym_str(i->call->name), "shutdown") || strstr(sym_str(i->call->name), "clear") ||
               strstr(sym_str(i->call->name), "set_");
    if (i->call->flags & ICF_NORETURN || contract_has(k, CA_NORETURN) || owner->global)
        return true;
    if (i->call->receiver)
        return true;
    for (u32 a = 0; a < i->call->n_args; a++)
        if (hands_over(c, i->call->args[a]))
            return true;
    /* A function that nobody declares may be anything, a macro too. */
    return i->call->kind != IC_DIRECT || (i->call->flags & (ICF_UNRESOLVED | ICF_MAY_BE_MACRO));
}

/* Do all ways out tell the caller the same? */
static bool tells_nothing(CheckCtx *c)
{
    const IrFunction *f = c->function;
    bool any = false;
    i64 first = 0, v;
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (last->op != II_RETURN || !last->value)
            continue;
        if (!ir_exp_const(c->ir, last->value, &v) || (any && v != first))
            return false;
        first = v;
        any = true;
    }
    return true;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const char *name = sym_str(call->call->name);
    u32 h = 0;
    while (h < LENGTH(handshakes) && strcmp(handshakes[h].name, name) != 0)
        h++;
    const IrFunction *f = c->function;
    if (h == LENGTH(handshakes) || !f || !call->call->n_args || !call->inst->temp)
        return;
    Owner owner = owner_of(f, call->call->args[0]);
    bool lives_on = owner.global || (owner.var && owner.var->kind == IV_PARAM) ||
                    (owner.var && owner.var->kind == IV_THIS);
    if (!lives_on)
        return; /* its end is what leaks are about */
    Site site = check_site_inst(c, call->inst);
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    UtilAssume a[ASSUMED_MAX] = {{.call = call->inst, .value = handshakes[h].fatal}};
    u32 n = 1;
    for (u32 b = 0; b < f->n_blocks && handshakes[h].error; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && i->call->name && n < ASSUMED_MAX &&
                strcmp(sym_str(i->call->name), handshakes[h].error) == 0)
                a[n++] = (UtilAssume){.call = i, .value = handshakes[h].error_value};
    if (!util_assume_tested(c, a, 1)) {
        check_undecided(site, UNDECIDED_VALUE); /* whether anybody looks is another check's question */
        return;
    }
    const IrInst *end = util_assume_walk(c, call->inst, a, n, handles, &owner);
    if (!end || end == call->inst) {
        check_safe(site);
        return;
    }
    if (!tells_nothing(c)) {
        check_undecided(site, UNDECIDED_CALLER);
        return;
    }
    Sym kept = util_value_name(f, call->call->args[0]);
    Finding *out = check_violated(site, util_callee(call->call), kept ? sym_str(kept) : "the session");
    finding_step(out, check_place_inst(c, call->inst), 0, NULL, "the handshake fails for good");
    if (end->node)
        finding_step(out, check_place_inst(c, end), 0, NULL,
                     "the function ends, and the session is still there");
}

static const char *const callees[] = {
    "SSL_accept",      "SSL_connect",      "SSL_do_handshake",      "wolfSSL_accept",
    "wolfSSL_connect", "gnutls_handshake", "mbedtls_ssl_handshake", NULL};

const CheckInfo check_failed_session = {
    .id = "failed-session",
    .cwe = 459,
    .related = {772, 404, 755},
    .severity = SEV_MEDIUM,
    .confidence = CONF_MEDIUM,
    .title = "A session stays although its handshake has failed",
    .sites = "handshakes for sessions that outlive the function",
    .message =
        "When `{0}` fails for good, the function ends without releasing `{1}` and without telling anybody.",
    .reason =
        "The session and what belongs to it stay in memory for nothing. A peer that lets handshakes fail on purpose does so as often as it likes, from ever new addresses or ports, until the memory or the table of clients is used up; and what it sends later still goes to the failed session.",
    .repair =
        "On a failure that is not \"try again\", take the session out of its table and release it, or return a value that makes the caller do so.",
    .callees = callees,
    .on_call = on_call,
};
