/*
 * CWE-391: errors that show only in errno or in an odd result, and nobody looks: a mathematical function outside of its domain, and
 * conversions of text whose result is a huge length when they fail, numbers in text.
 */
#include <string.h>

#include "checks/check.h"
#include "checks/flow.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_origin.h"

static const char *const tests[] = {
    "isnan",    "isinf",      "isfinite",         "fetestexcept", "__builtin_isnan", "__isnan",
    "isnormal", "fpclassify", "__errno_location", "perror",       "strerror"};

static void find_errno(void *ctx, const IrExp *e)
{
    bool *found = ctx;
    const IrExp *sub[2];
    if ((e->kind == IE_GLOBAL && e->global->name && strcmp(sym_str(e->global->name), "errno") == 0) ||
        (e->kind == IE_UNKNOWN && e->flags & IX_MACRO_NAME && e->name &&
         strcmp(sym_str(e->name), "errno") == 0))
        *found = true;
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n && !*found; i++)
        find_errno(ctx, sub[i]);
}

/* Is errno, or whether a number is one, looked at anywhere behind the call? */
static bool looks_for_error(CheckCtx *c, const IrInst *call)
{
    const IrFunction *f = c->function;
    const u8 *after = util_blocks_after(c, call);
    const IrBlock *own = util_block_of(f, call);
    for (u32 b = 0; b < f->n_blocks; b++) {
        if (!after[b] && b != own->id)
            continue;
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            bool found = i->op == II_UNKNOWN;
            if ((!after[b] && i->id <= call->id) || (i->op == II_STORE && i->place->kind == IE_GLOBAL))
                continue;
            ir_inst_exps(i, find_errno, &found);
            for (u32 k = 0; i->op == II_CALL && i->call->name && k < LENGTH(tests) && !found; k++)
                found = strcmp(sym_str(i->call->name), tests[k]) == 0;
            if (found)
                return true;
        }
    }
    return false;
}

/* ---- outside of the domain ---- */

/* A number that is written at the call, as an integer that compares with 0 alike. */
static bool written_number(CheckCtx *c, const IrExp *e, i64 *out)
{
    bool negative = false;
    e = ir_skip_casts(e);
    while (e->kind == IE_UNOP && e->op == UN_NEG) {
        negative = !negative;
        e = ir_skip_casts(e->a);
    }
    if (e->kind == IE_FLOAT) {
        *out = e->real > 0 ? 1 : e->real < 0 ? -1 : 0;
    } else if (e->kind != IE_INT || !ir_exp_const(c->ir, e, out) || *out == INT64_MIN) {
        return false;
    }
    *out = negative ? -*out : *out;
    return true;
}

static bool number_of(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    const UtilCall *call = ctx;
    const IrExp *arg = query == CE_TARGET && !target.deref ? util_call_arg(call->call, target.arg) : NULL;
    *out = (ContractValue){0};
    out->known = arg && written_number(call->ctx, arg, &out->value);
    return out->known;
}

static void on_domain(CheckCtx *c, const CheckCall *call)
{
    UtilCall values = {c, call->call};
    u32 n = 0;
    int truth = 1;
    const ContractFact *fact;
    while (truth != 0 && (fact = contract_next(c->contracts, call->contract, CA_REQUIRES, &n))) {
        const ContractExpr *e = contract_expr(c->contracts, fact->expr[0]);
        const ContractExpr *limit = e->b ? contract_expr(c->contracts, e->b) : NULL;
        if (limit && limit->op == CE_NUMBER && limit->value == 0) /* only the sign of a number is known */
            truth = MIN(truth, contract_test(c->contracts, fact->expr[0], number_of, &values));
    }
    Site site = check_site_inst(c, call->inst);
    if (truth < 0)
        check_undecided(site, UNDECIDED_VALUE);
    else if (truth > 0)
        check_safe(site);
    else if (util_too_large(c))
        check_undecided(site, UNDECIDED_BUDGET);
    else if (call->inst->flags & IIF_DISCARDED || looks_for_error(c, call->inst))
        check_safe(site);
    else
        check_violated(site, check_code(c, call->inst->node));
}

/* ---- conversions of text ---- */

/* Does the expression read the variable? */
static bool reads(const IrFunction *f, const IrExp *value, const IrVar *v)
{
    enum { PARTS = 64 };
    const IrExp *stack[PARTS], *sub[2];
    u32 n = 0;
    stack[n++] = value;
    while (n) {
        const IrExp *e = stack[--n];
        const IrInst *load = e->kind == IE_TEMP ? ir_temp_def(f, e->temp) : NULL;
        if (load && load->op == II_LOAD && load->place->kind == IE_VAR && load->place->var == v)
            return true;
        u32 parts = ir_exp_children(e, sub);
        if (n + parts > PARTS)
            return true; /* too much to tell */
        for (u32 k = 0; k < parts; k++)
            stack[n++] = sub[k];
    }
    return false;
}

/* Does a branch depend on the variable? With `goes_on`, or does its value go on to where it may be tested: another variable, the
 * caller? */
static bool is_tested(const IrFunction *f, const IrVar *v, bool goes_on)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrExp *value = NULL;
            if (i->op == II_UNKNOWN)
                return true;
            if (i->op == II_BRANCH)
                value = i->cond;
            else if (i->op == II_SWITCH)
                value = i->sw->value;
            else if (goes_on && (i->op == II_RETURN || i->op == II_STORE))
                value = i->value;
            if (value && reads(f, value, v))
                return true;
        }
    return false;
}

static bool minus_one(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    (void)ctx;
    *out =
        (ContractValue){.known = query == CE_TARGET && target.arg == CT_RESULT && !target.deref, .value = -1};
    return out->known;
}

typedef struct TempUses {
    TempId temp;
    u32 n;
} TempUses;

static void count_uses(void *ctx, const IrExp *e)
{
    TempUses *uses = ctx;
    const IrExp *sub[2];
    uses->n += e->kind == IE_TEMP && e->temp == uses->temp;
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        count_uses(ctx, sub[i]);
}

/* The local variable that takes the result, and is all that takes it; in `(n = f()) == -1`, the comparison has it, too. */
static const IrVar *taken_by(const IrFunction *f, const IrInst *call)
{
    const IrVar *v = NULL;
    TempUses uses = {.temp = call->temp};
    for (const IrInst *i = call->next; i; i = i->next) {
        ir_inst_exps(i, count_uses, &uses);
        if (v || i->op != II_STORE || ir_result_of_call(f, ir_skip_casts(i->value)) != call)
            continue;
        bool plain = i->place->kind == IE_VAR && i->place->var->kind == IV_LOCAL &&
                     !(i->place->var->flags & (IVF_ADDRESS_TAKEN | IVF_CAPTURED | IVF_MAYBE_REF));
        if (!plain)
            return NULL;
        v = i->place->var;
    }
    return uses.n == 1 ? v : NULL;
}

static bool is_read(const IrFunction *f, const IrVar *v)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_LOAD && i->place->kind == IE_VAR && i->place->var == v)
                return true;
    return false;
}

static void on_conversion(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    u32 n = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_ERROR_IF, &n);
    if (!fact || contract_test(c->contracts, fact->expr[0], minus_one, NULL) != 1)
        return;
    Site site = check_site_inst(c, call->inst);
    const IrVar *v = taken_by(f, call->inst);
    if (!v) {
        check_undecided(site, UNDECIDED_VALUE);
    } else if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
    } else if (!is_read(f, v) || is_tested(f, v, true) || looks_for_error(c, call->inst)) {
        check_safe(site);
    } else {
        Finding *out = check_violated(site, check_code(c, call->inst->node));
        finding_message(out, "Nothing asks whether `%s` failed; `%s` is a huge number then.",
                        util_callee(call->call), sym_str(v->name));
        finding_reason(
            out,
            "The function gives (size_t)-1 for text that is not valid in the character set, which whoever supplies the text "
            "can choose. As a length, that reaches far beyond every buffer.");
        finding_repair(out, "Compare the result with (size_t)-1 before it is used.");
    }
}

/* ---- numbers read from text ---- */

/* Is the text one that holds no number of 64 bits, or one that somebody outside decides? Other text may have been looked at before. */
static bool is_doubtful(CheckCtx *c, const CheckCall *call)
{
    UtilLiteral l;
    const IrExp *text = call->call->args[0];
    if (util_literal(c, text, &l) && l.bytes) {
        u32 i = 0, digits = 0;
        while (i < l.n && (l.bytes[i] == ' ' || l.bytes[i] == '-' || l.bytes[i] == '+' || l.bytes[i] == '0'))
            i++;
        for (; i < l.n && l.bytes[i] >= '0' && l.bytes[i] <= '9'; i++)
            digits++;
        return digits > 20 || (digits == 0 && !memchr(l.bytes, '0', l.n));
    }
    return util_origin(c, text, call->inst).kind == ORIGIN_OUTSIDE;
}

/* strtol and its like tell of a failure in two places: where they stopped, and errno. */
static void on_number(CheckCtx *c, const CheckCall *call)
{
    const IrExp *end = call->call->n_args >= 2 ? ir_skip_casts(call->call->args[1]) : NULL;
    const IrVar *v = taken_by(c->function, call->inst);
    Site site = check_site_inst(c, call->inst);
    if (!end || end->kind != IE_INT || end->num != 0 || call->inst->flags & IIF_DISCARDED) {
        check_safe(site);
    } else if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
    } else if (looks_for_error(c, call->inst) || (v && is_tested(c->function, v, false))) {
        check_safe(site); /* a number out of range stands for both failures */
    } else if (!v || !is_read(c->function, v) || !is_doubtful(c, call)) {
        check_undecided(site, UNDECIDED_VALUE);
    } else {
        Finding *f = check_violated(site, check_code(c, call->inst->node));
        finding_message(f, "Whether `%s` found a number, and whether it fits, is not asked.",
                        check_code(c, call->inst->node));
        finding_reason(
            f,
            "Text that is no number becomes 0, and one that is too large becomes the largest there is. Limits, identifiers and "
            "lengths that were mistyped, or chosen by somebody else, are taken as they come.");
        finding_repair(
            f,
            "Give the function a pointer for the end, test that it stopped where it should, and test `errno` for ERANGE.");
        finding_severity(f, SEV_NOTE);
    }
}

static bool reads_number(const IrCall *call)
{
    static const char *const names[] = {"strtol", "strtoul", "strtoll",   "strtoull",
                                        "wcstol", "wcstoul", "strtoimax", "strtoumax"};
    for (u32 i = 0; call->name && i < LENGTH(names); i++)
        if (strcmp(sym_str(call->name), names[i]) == 0)
            return true;
    return false;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    if (!c->function || !call->inst->node || !call->contract || !call->contract->from_library)
        return;
    if (reads_number(call->call))
        on_number(c, call);
    else if (contract_has(call->contract, CA_REQUIRES))
        on_domain(c, call);
    else
        on_conversion(c, call);
}

static const char *const callees[] = {
    "sqrt",     "sqrtf",    "sqrtl",    "log",       "logf",      "logl",   "log2",    "log10",
    "fmod",     "wcstombs", "mbstowcs", "wcsrtombs", "mbsrtowcs", "strtol", "strtoul", "strtoll",
    "strtoull", "wcstol",   "wcstoul",  "strtoimax", "strtoumax", NULL};
static const char *const references[] = {"CERT C ERR30-C", "CERT C FLP32-C", NULL};

const CheckInfo check_unchecked_error = {
    .id = "unchecked-error",
    .cwe = 391,
    .related = {252},
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "An error that shows only where nobody looks",
    .sites = "mathematical functions with a limited domain, and conversions of text",
    .message = "`{0}` is outside of what the function is defined for, and nothing asks whether it failed.",
    .reason =
        "The result is not a number. Comparisons with it are all false, and every number that is computed from it is lost as well.",
    .repair = "Test the argument before the call, or the result with `isnan`.",
    .references = references,
    .callees = callees,
    .on_call = on_call,
};
