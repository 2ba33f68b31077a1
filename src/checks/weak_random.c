/*
 * Predictable random numbers (random(..., weak) in the contracts) that become part of a secret: followed forward inside the
 * function to a variable, field, argument or result that is named after one. Elsewhere they are safe: dice need no more.
 */
#include "checks/check.h"

#include "checks/util_ir.h"
#include "checks/util_names.h"

enum { VARS_MAX = 16, DEPTH_MAX = 12, ROUNDS = 3 };

typedef struct Flow {
    const IrFunction *f;
    TempId start;
    const IrVar *vars[VARS_MAX];
    u32 n;
} Flow;

static bool is_secret(Sym name)
{
    if (!name)
        return false;
    const char *s = sym_str(name);
    if (util_secret_name(s) != SECRET_NO)
        return true;
    if (util_name_has_any(s, "len length size count num index idx pos cookiejar max min prob jitter delay"))
        return false;
    return util_name_has_any(s, "nonce csrf otp challenge sessionid authcode") ||
           (util_name_has_any(s, "session cookie") && util_name_has_any(s, "id sid value val token key")) ||
           (util_name_has_any(s, "salt iv") &&
            util_name_has_any(s, "crypt crypto aes cipher enc password key hash"));
}

static bool depends(const Flow *w, const IrExp *e, u32 depth)
{
    if (depth > DEPTH_MAX)
        return false;
    if (e->kind == IE_TEMP) {
        if (e->temp == w->start)
            return true;
        const IrInst *def = ir_temp_def(w->f, e->temp);
        return def && def->op == II_LOAD && depends(w, def->place, depth + 1);
    }
    if (e->kind == IE_VAR) {
        for (u32 i = 0; i < w->n; i++)
            if (w->vars[i] == e->var)
                return true;
        return false;
    }
    if (ir_is_comparison(e))
        return false; /* a decision, not the number */
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        if (depends(w, sub[i], depth + 1))
            return true;
    return false;
}

static bool add(Flow *w, const IrVar *v)
{
    for (u32 i = 0; i < w->n; i++)
        if (w->vars[i] == v)
            return false;
    if (w->n == VARS_MAX)
        return false;
    w->vars[w->n++] = v;
    return true;
}

/* The name of the secret that an instruction makes of the number, or 0. Grows the flow. */
static Sym secret_of(CheckCtx *c, Flow *w, const IrInst *i, bool *grown)
{
    if (i->op == II_STORE && depends(w, i->value, 0)) {
        Sym name = util_place_name(w->f, i->place);
        if (is_secret(name))
            return name;
        IrVar *root = i->place->kind == IE_VAR || i->place->kind == IE_INDEX ? ir_place_root(i->place) : NULL;
        *grown = (root && add(w, root)) || *grown;
    } else if (i->op == II_RETURN && i->value && depends(w, i->value, 0)) {
        return is_secret(w->f->name) ? w->f->name : 0;
    } else if (i->op == II_CALL) {
        const Contract *k = check_contract(c, i->call);
        const ContractFact *fact;
        for (u32 a = 0; a < i->call->n_args; a++) {
            if (!depends(w, i->call->args[a], 0))
                continue;
            Sym name = util_param_name(c, i->call, a);
            if (is_secret(name))
                return name;
            for (u32 n = 0; (fact = contract_next(c->contracts, k, CA_PROPAGATES, &n));) {
                bool from =
                    fact->target[1].arg == (i32)a || (fact->target[1].arg == CT_VARARGS && a >= k->n_params);
                const IrExp *to = from ? util_call_arg(i->call, fact->target[0].arg) : NULL;
                if (!to)
                    continue;
                if (is_secret(util_value_name(w->f, to)))
                    return util_value_name(w->f, to);
                IrVar *root = util_pointee_root(w->f, to);
                *grown = (root && add(w, root)) || *grown;
            }
        }
    }
    return 0;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact = contract_about(c->contracts, call->contract, CA_RANDOM, CT_RESULT);
    if (!fact || !c->function)
        return;
    Site site = check_site_inst(c, call->inst);
    if (fact->kind != contract_kind(CA_RANDOM, "weak") || !call->inst->temp) {
        check_safe(site);
        return;
    }
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    Flow w = {.f = c->function, .start = call->inst->temp};
    bool grown = true;
    for (u32 round = 0; grown && round < ROUNDS; round++) {
        grown = false;
        for (u32 b = 0; b < w.f->n_blocks; b++)
            for (const IrInst *i = w.f->blocks[b]->first; i; i = i->next) {
                Sym name = secret_of(c, &w, i, &grown);
                if (!name)
                    continue;
                Finding *f = check_violated(site, check_code(c, call->inst->node), sym_str(name),
                                            util_callee(call->call));
                finding_step(f, check_place_inst(c, call->inst), 0, NULL, "a predictable number is drawn");
                if (i->node != call->inst->node)
                    finding_step(f, check_place_inst(c, i), 0, NULL, "it becomes part of `%s`",
                                 sym_str(name));
                return;
            }
    }
    check_safe(site);
}

static const u8 attrs[] = {CA_RANDOM, CA_NONE};
static const char *const references[] = {"CERT C MSC30-C", "RFC 4086", NULL};

const CheckInfo check_weak_random = {
    .id = "weak-random",
    .cwe = 338,
    .related = {330},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Predictable random number in a secret",
    .sites = "random numbers drawn",
    .message = "`{1}` is made from `{0}`, whose numbers can be predicted.",
    .reason =
        "`{2}` computes each number from a small state. Who sees a few of them, or guesses the seed (often the time), knows all others, "
        "and with them the secret.",
    .repair =
        "Take the bytes from the system's generator: `getrandom` or `arc4random_buf`, `RAND_bytes` with OpenSSL, `std::random_device` "
        "or `QRandomGenerator::system()` in C++.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
