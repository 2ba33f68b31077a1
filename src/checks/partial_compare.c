/*
 * A secret compared only as far as the shorter text goes: strncmp(input, password, strlen(input)) is 0 for an empty input, and
 * memcmp(cookie, mac, cookie_size) for a cookie of no octets, when the size came with the cookie. Sites are bounded comparisons
 * (compares(a, b, n) in the contracts) of something named after a secret.
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

/* What is compared with a value that was computed for it. */
static bool is_token(Sym name)
{
    return name && util_name_has_any(sym_str(name), "cookie tag token ticket checksum");
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

/* The variable through which a place is reached, members and pointers aside; *direct: the variable itself is the place. */
static const IrVar *holder(const IrFunction *f, const IrExp *value, bool *direct)
{
    const IrExp *e = ir_skip_casts(value), *place = e->kind == IE_ADDR ? e->a : ir_loaded_place(f, e);
    *direct = place && place->kind == IE_VAR;
    while (place && (place->kind == IE_FIELD || place->kind == IE_DEREF || place->kind == IE_INDEX)) {
        const IrExp *below = place->a;
        place = ir_is_place(below) ? below : ir_loaded_place(f, ir_skip_casts(below));
    }
    return place && place->kind == IE_VAR ? place->var : NULL;
}

static u32 position(const IrFunction *f, const IrVar *v)
{
    u32 k = 0;
    while (k < f->n_params && f->params[k] != v)
        k++;
    return k;
}

static bool is_assigned(const IrFunction *f, const IrVar *v)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == v &&
                !(i->flags & IIF_IMPLICIT))
                return true;
    return v->flags & IVF_ADDRESS_TAKEN;
}

/* Does the number of octets come with the data that is to be tested: the parameter behind it, or a member beside it? */
static bool comes_with(const IrFunction *f, const IrExp *data, const IrExp *n)
{
    bool data_direct, n_direct;
    const IrVar *d = holder(f, data, &data_direct), *m = holder(f, n, &n_direct);
    if (!d || !m)
        return false;
    if (d == m)
        return !data_direct && !n_direct;
    return data_direct && n_direct && d->kind == IV_PARAM && m->kind == IV_PARAM &&
           position(f, m) == position(f, d) + 1 && !is_assigned(f, d) && !is_assigned(f, m);
}

/* Was the other side computed here: is it an array of the function's own? */
static bool is_own_array(CheckCtx *c, const IrExp *data)
{
    const IrExp *e = ir_skip_casts(data);
    const IrVar *v = e->kind == IE_ADDR ? ir_place_root(e->a) : NULL;
    return v && v->kind == IV_LOCAL && type_kind(util_types(c), v->type) == TY_ARRAY;
}

/* Is the number compared with anything, or given to anybody but this call? Then the function may know that it is right. */
static bool is_examined(CheckCtx *c, const IrExp *n, const IrInst *compare)
{
    const IrFunction *f = c->function;
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(n));
    for (u32 b = 0; place && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_LOAD || !i->temp)
                continue;
            const IrExp temp = {.kind = IE_TEMP, .temp = i->temp, .type = i->place->type};
            if (!ir_exp_same(f, &temp, ir_skip_casts(n)))
                continue;
            bool of_compare = false;
            for (u32 a = 0; a < compare->call->n_args; a++) {
                const IrExp *e = ir_skip_casts(compare->call->args[a]);
                of_compare = of_compare || (e->kind == IE_TEMP && e->temp == i->temp);
            }
            if (!of_compare)
                return true;
        }
    return place == NULL;
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
    bool theirs = (is_own_array(c, b) && comes_with(c->function, a, n)) ||
                  (is_own_array(c, a) && comes_with(c->function, b, n));
    if (theirs && !secret_a && !secret_b)
        secret_a = is_token(name_a), secret_b = is_token(name_b);
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
    } else if (theirs && !is_examined(c, n, call->inst)) {
        Finding *f = check_violated(site, code, secret);
        finding_message(
            f,
            "`%s` compares as many octets as the side to be tested brings, and nobody asks whether that is all of them.",
            code);
        finding_witness(f, "one octet, of which there are only 256, or none at all");
    } else if (of || theirs) {
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
