/*
 * A secret compared only as far as the shorter text goes: strncmp(input, password, strlen(input)) is 0 for an empty input.
 * Sites are bounded comparisons (compares(a, b, n) in the contracts) of something named after a secret.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_names.h"

static bool is_secret(Sym name)
{
    return name && (util_secret_name(sym_str(name)) != SECRET_NO ||
                    util_name_has_any(sym_str(name), "digest mac hmac signature secret"));
}

/* The argument of the strlen that a value comes from, or NULL. */
static const IrExp *measured(CheckCtx *c, const IrExp *n)
{
    const IrFunction *f = c->function;
    const IrInst *call = ir_result_of_call(f, ir_skip_casts(n));
    if (!call) {
        const IrExp *place = ir_loaded_place(f, n);
        const IrInst *load =
            place && ir_skip_casts(n)->kind == IE_TEMP ? ir_temp_def(f, ir_skip_casts(n)->temp) : NULL;
        u32 def;
        const Reach *reach = check_reach(c);
        if (!load || reach_of(reach, util_block_of(f, load), load, &def, 1) != 1 || !reach->defs[def] ||
            reach->defs[def]->op != II_STORE)
            return NULL;
        call = ir_result_of_call(f, ir_skip_casts(reach->defs[def]->value));
    }
    return call && call->call->n_args == 1 && strcmp(sym_str(call->call->name), "strlen") == 0
               ? call->call->args[0]
               : NULL;
}

static bool same_text(const IrFunction *f, const IrExp *a, const IrExp *b)
{
    return ir_exp_same(f, ir_skip_casts(a), ir_skip_casts(b));
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const ContractFact *fact = NULL;
    for (u32 i = 0; (fact = contract_next(c->contracts, call->contract, CA_COMPARES, &i)) && !fact->expr[0];)
        ;
    if (!fact || !c->function || call->call->n_args < 3)
        return;
    const ContractExpr *e = contract_expr(c->contracts, fact->expr[0]);
    const IrExp *a = util_call_arg(call->call, fact->target[0].arg),
                *b = util_call_arg(call->call, fact->target[1].arg);
    const IrExp *n = e->op == CE_TARGET ? util_call_arg(call->call, e->target.arg) : NULL;
    if (!a || !b || !n)
        return;
    Sym name_a = util_value_name(c->function, a), name_b = util_value_name(c->function, b);
    bool secret_a = is_secret(name_a), secret_b = is_secret(name_b);
    if (!secret_a && !secret_b)
        return;
    Site site = check_site_inst(c, call->inst);
    const IrExp *of = measured(c, n);
    const char *code = check_code(c, call->inst->node), *secret = sym_str(secret_b ? name_b : name_a);
    UtilLiteral l;
    i64 count;
    if (of && ((secret_b && same_text(c->function, of, a)) ||
               (secret_a && !secret_b && same_text(c->function, of, b)))) {
        if (util_literal(c, of, &l)) /* a prefix such as "$1$" */ {
            check_safe(site);
            return;
        }
        Finding *f = check_violated(site, code, secret);
        finding_witness(f, "an empty text, or the first character alone, compares equal");
    } else if (util_int(c, n, &count) && (util_literal(c, a, &l) || util_literal(c, b, &l)) && l.bytes &&
               count > 0 && (u64)count < l.n) {
        finding_message(check_violated(site, code, secret),
                        "`%s` compares only the first %lld of %u characters of the secret.", code,
                        (long long)count, l.n);
    } else if (of) {
        check_undecided(site, UNDECIDED_VALUE);
    } else {
        check_safe(site);
    }
}

static const u8 attrs[] = {CA_COMPARES, CA_NONE};
static const char *const references[] = {"https://cwe.mitre.org/data/definitions/187.html", NULL};

const CheckInfo check_partial_compare = {
    .id = "partial-compare",
    .cwe = 187,
    .related = {697, 287},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Secret compared only in part",
    .sites = "comparisons of secrets up to a length",
    .message = "`{0}` compares `{1}` only as far as the text to be tested goes.",
    .reason =
        "The length comes from the side that is to be tested, so every prefix of the secret passes, the empty text first. Whoever may "
        "choose the text needs to guess one character, or none.",
    .repair =
        "Compare the lengths too, then all bytes, in constant time: `CRYPTO_memcmp`, `timingsafe_bcmp`, `sodium_memcmp`.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
