/*
 * A result compared with a value that does not tell failure from success: malloc(...) < 0, a count of type size_t below 0,
 * SSL_read(...) == -1 where 0 is a failure too, a character that is kept in a char and then compared with EOF. What counts as failure
 * stands in the contracts (error_if).
 *
 * The comparison and the contract's condition are both evaluated for a few sample results of the function's type.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_format.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"

typedef struct Sample {
    i64 result;
} Sample;

static bool sample_value(void *ctx, ContractOp query, ContractTarget target, ContractValue *out)
{
    const Sample *s = ctx;
    *out = (ContractValue){0};
    if (query != CE_TARGET || target.arg != CT_RESULT || target.deref)
        return false;
    out->known = true;
    out->value = s->result;
    return true;
}

static bool holds(u8 op, i64 a, i64 b, bool is_unsigned)
{
    u64 x = (u64)a, y = (u64)b;
    switch (op) {
    case BIN_EQ: return a == b;
    case BIN_NE: return a != b;
    case BIN_LT: return is_unsigned ? x < y : a < b;
    case BIN_LE: return is_unsigned ? x <= y : a <= b;
    case BIN_GT: return is_unsigned ? x > y : a > b;
    default: return is_unsigned ? x >= y : a >= b;
    }
}

/* Is the variable read only once? Else several tests together may tell all cases apart. */
static bool only_test(CheckCtx *c, const IrInst *store)
{
    const IrFunction *f = c->function;
    const IrVar *v = store->place->kind == IE_VAR ? store->place->var : NULL;
    u32 reads = 0;
    if (util_too_large(c))
        return false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            reads += v && i->op == II_LOAD && i->place->kind == IE_VAR && i->place->var == v;
    return v && reads == 1;
}

typedef enum Outcome { TELLS, NEVER, ALWAYS, MISSES, CONFUSES, UNSURE } Outcome;

/* A comparison of a result: `value op constant`. A bare value is one with != 0. */
typedef struct Compare {
    const IrExp *value;
    i64 constant;
    u8 op;
    NodeId node;
} Compare;

/* Can the function return this? 1: its contract ensures no less; 0: it ensures that it cannot; -1: nothing is said. */
static int may_result(CheckCtx *c, const Contract *k, Sample *s)
{
    const ContractFact *fact;
    int answer = -1;
    for (u32 n = 0; (fact = contract_next(c->contracts, k, CA_ENSURES, &n));) {
        int truth = contract_test(c->contracts, fact->expr[0], sample_value, s);
        if (truth == 0)
            return 0;
        answer = truth > 0 ? 1 : answer;
    }
    return answer;
}

/* Is the value cut down to a signed char on its way to the comparison? */
static bool through_char(const TypeTable *tt, const IrExp *e)
{
    for (; e->kind == IE_CAST; e = e->a)
        if (type_is_char(tt, e->type) && type_is_signed(tt, e->type))
            return true;
    return type_is_char(tt, e->type) && type_is_signed(tt, e->type);
}

/* Is the result a failure? A contract may name the error's value as the type holds it (WEOF) or as its bits (-1). */
static int is_failure(CheckCtx *c, const ContractFact *fact, TypeId ret, Sample s)
{
    int failed = contract_test(c->contracts, fact->expr[0], sample_value, &s);
    i64 held =
        type_is_integer(&c->ir->types, ret) ? (i64)type_wrap(&c->ir->types, ret, (u64)s.result) : s.result;
    if (failed != 0 || held == s.result)
        return failed;
    s.result = held;
    return contract_test(c->contracts, fact->expr[0], sample_value, &s);
}

/* *success becomes the truth of the comparison for all results that are no failures, if it is the other for all failures; else -1. */
static Outcome outcome(CheckCtx *c, const Contract *k, const ContractFact *fact, const Compare *cmp,
                       TypeId ret, bool never_zero, int *success)
{
    *success = -1;
    const TypeTable *tt = &c->ir->types;
    bool pointer = type_is_pointer(tt, ret);
    TypeId whole = cmp->value->type, t = ir_skip_implicit(cmp->value)->type;
    i64 at = cmp->constant, below = at > INT64_MIN ? at - 1 : at, above = at < INT64_MAX ? at + 1 : at;
    const i64 numbers[] = {-2, -1, 0, 1, 2, 100, below, at, above},
              pointers[] = {0, 0x1000, 0x7fff00001000, at};
    bool is_unsigned = pointer || (type_is_integer(tt, whole) && !type_is_signed(tt, whole));
    /* What was written is no measure of success: printf(...) == 0, fputs(...) == 0. */
    bool writes = !pointer && (contract_has(k, CA_FORMAT) || contract_has(k, CA_EXPOSES)) &&
                  !contract_has(k, CA_ENSURES) && !contract_has(k, CA_TAINTS) &&
                  !contract_has(k, CA_PROPAGATES);
    u32 n = pointer ? LENGTH(pointers) : LENGTH(numbers), errors[2] = {0, 0}, fine[2] = {0, 0};
    int zero = -1, minus_one = -1; /* truth of the comparison for these results, when they are failures */
    for (u32 i = 0; i < n; i++) {
        Sample s = {.result = pointer ? pointers[i] : numbers[i]};
        int failed = is_failure(c, fact, ret, s);
        if (failed < 0)
            return UNSURE;
        if (never_zero && s.result == 0)
            continue;
        int possible = may_result(c, k, &s);
        if (possible == 0)
            continue;
        i64 seen = s.result;
        if (type_is_integer(tt, t)) /* as the variable holds it */
            seen = (i64)type_wrap(tt, t, (u64)seen);
        if (type_is_integer(tt, whole))
            seen = (i64)type_wrap(tt, whole, (u64)seen);
        bool truth = holds(cmp->op, seen, at, is_unsigned);
        if (failed && s.result == 0)
            zero = truth;
        /* "result != 1" alone does not say that there are negative results. */
        u8 op = contract_expr(c->contracts, fact->expr[0])->op;
        if (failed && s.result == -1 && (possible == 1 || (op != CE_NE && op != CE_NOT)))
            minus_one = truth;
        (failed ? errors : fine)[truth]++;
    }
    if (errors[0] + errors[1] == 0 || fine[0] + fine[1] == 0)
        return UNSURE;
    Sample last = {UINT8_MAX}, end = {-1};
    if (at == -1 && (cmp->op == BIN_EQ || cmp->op == BIN_NE) && through_char(tt, cmp->value) &&
        may_result(c, k, &last) == 1 && is_failure(c, fact, ret, last) == 0 &&
        is_failure(c, fact, ret, end) == 1)
        return CONFUSES;
    if (fine[0] == 0 && errors[1] == 0)
        *success = 1;
    if (fine[1] == 0 && errors[0] == 0)
        *success = 0;
    /* Other constants than these ask for something else than success. */
    if (at != 0 && at != -1)
        return TELLS;
    if (errors[1] + fine[1] == 0)
        return NEVER;
    if (errors[0] + fine[0] == 0)
        return ALWAYS;
    /* A test for one error's number may be one of several tests. What can be missed for certain is a failure that is 0 for some
     * reasons and negative for others. */
    if (writes && at == 0 && (cmp->op == BIN_EQ || cmp->op == BIN_NE) && zero < 0 && minus_one >= 0)
        return MISSES;
    return zero >= 0 && minus_one >= 0 && zero != minus_one ? MISSES : TELLS;
}

/* The call whose result a compared value is; *alone: no other place looks at it. */
static const IrInst *call_behind(CheckCtx *c, const IrExp *e, bool *alone)
{
    const IrFunction *f = c->function;
    const IrInst *call = ir_result_of_call(f, e);
    *alone = true;
    if (call)
        return call;
    const IrExp *bare = ir_skip_implicit(e);
    const IrInst *load = bare->kind == IE_TEMP ? ir_temp_def(f, bare->temp) : NULL;
    u32 def;
    if (!load || load->op != II_LOAD)
        return NULL;
    const Reach *reach = check_reach(c);
    if (reach_of(reach, util_block_of(f, load), load, &def, 1) != 1 || !reach->defs[def] ||
        reach->defs[def]->op != II_STORE)
        return NULL;
    *alone = only_test(c, reach->defs[def]);
    return ir_result_of_call(f, ir_skip_implicit(reach->defs[def]->value));
}

/* Does the format keep the call from returning 0? A scanf whose first conversion takes any text either succeeds or is at the end
 * of the input; a printf whose format holds characters of its own writes these at least. */
static bool never_zero(CheckCtx *c, const IrInst *inst)
{
    i32 format, first;
    UtilLiteral l;
    Format f;
    CheckCall call = {.inst = inst, .call = inst->call, .contract = check_contract(c, inst->call)};
    bool scans = util_format_of_call(c, &call, "scanf", &format, &first) ||
                 util_format_of_call(c, &call, "wscanf", &format, &first);
    if ((!scans && !util_format_of_call(c, &call, "printf", &format, &first) &&
         !util_format_of_call(c, &call, "wprintf", &format, &first)) ||
        !util_literal(c, inst->call->args[format], &l) || !l.bytes)
        return false;
    const IrString *s = ir_exp_string(ir_skip_casts(inst->call->args[format]));
    if (s && s->partial)
        return false;
    u32 n = (u32)strnlen(l.bytes, l.n); /* what stands behind a null is never read */
    (scans ? format_scanf : format_printf)(l.bytes, n, &f);
    if (!scans)
        return f.understood && f.literal > 0;
    return f.understood && f.n > 0 && (f.at[0].conv == 's' || f.at[0].conv == 'c') && f.at[0].at <= 1;
}

static bool compare_of(CheckCtx *c, const IrExp *cond, Compare *out)
{
    const IrExp *e = ir_skip_implicit(cond);
    *out = (Compare){.value = e, .op = BIN_NE, .node = e->node};
    if (ir_is_comparison(e)) {
        out->value = e->a;
        out->op = e->op;
        return e->node && ir_exp_const(c->ir, e->b, &out->constant);
    }
    return e->kind == IE_TEMP && e->node;
}

/* ---- a test the wrong way round ---- */

/* Does the text begin (end) with one of the words, blanks and marks aside? */
static bool begins_with(const char *s, const char *const *words)
{
    s += strspn(s, " ():,'%sd-");
    for (; *words; words++)
        if (strncasecmp(s, *words, strlen(*words)) == 0)
            return true;
    return false;
}

static bool ends_with(const char *s, size_t n, const char *const *words)
{
    while (n > 0 && strchr(" :'", s[n - 1]))
        n--;
    for (; *words; words++) {
        size_t len = strlen(*words);
        if (n >= len && strncasecmp(s + n - len, *words, len) == 0)
            return true;
    }
    return false;
}

/* Does the text say that the function failed: "rename failed", "cannot remove %s"? It must name it next to that, or nothing tells that
 * it is not about something else. */
static bool tells_of_failure(const char *text, const char *function)
{
    static const char *const behind[] = {"fail", "error", "unsuccessful", "did not", NULL};
    static const char *const before[] = {"cannot",    "can't",     "can not",  "could not", "couldn't",
                                         "unable to", "failed to", "error in", NULL};
    size_t n = strlen(function);
    for (const char *at = text; (at = strcasestr(at, function)); at += n)
        if (begins_with(at + n, behind) || ends_with(text, (size_t)(at - text), before))
            return true;
    return false;
}

/* The `if` of the branch has no else, and what it does when the call succeeded is to say that it failed. The string literal that
 * says so, or NULL. */
static const Token *reports_failure(CheckCtx *c, const IrInst *branch, const IrInst *call, bool on_success)
{
    enum { TOKENS_READ = 80 };
    const Tree *t = &c->unit->tree;
    NodeId n = branch->stmt;
    if (branch->why != BR_IF || !n || tree_kind(t, n) != N_IF || !on_success || !call->call->name)
        return NULL;
    NodeId then = tree_child(t, n, 2), other = tree_child(t, n, 3);
    if (!then || (other && tree_kind(t, other) != N_NONE))
        return NULL;
    const Node *body = tree_node(t, then);
    for (u32 i = body->begin; i < body->end && i < body->begin + TOKENS_READ; i++) {
        const Token *tok = &c->unit->toks.at[i];
        if (tok->kind == TK_STRING && tells_of_failure(sym_str(tok->sym), sym_str(call->call->name)))
            return tok;
    }
    return NULL;
}

static void judge(CheckCtx *c, const IrInst *branch)
{
    Compare cmp;
    bool alone;
    if (!compare_of(c, branch->cond, &cmp))
        return;
    const IrInst *call = call_behind(c, cmp.value, &alone);
    const Contract *k = call ? check_contract(c, call->call) : NULL;
    u32 n = 0;
    const ContractFact *fact = contract_next(c->contracts, k, CA_ERROR_IF, &n);
    if (!k || !fact || !k->from_library || call->call->ret == TYPE_BOOL)
        return;
    bool pointer = type_is_pointer(&c->ir->types, call->call->ret);
    if (!pointer && !type_is_integer(&c->ir->types, call->call->ret))
        return;
    Site site = check_site(c, cmp.node);
    int success;
    Outcome o = outcome(c, k, fact, &cmp, call->call->ret, never_zero(c, call), &success);
    if (o == UNSURE) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    if (o == TELLS) {
        bool then_on_success = success >= 0 && success == !(branch->flags & IIF_NOT);
        const Token *says = reports_failure(c, branch, call, then_on_success);
        if (says)
            finding_repair(finding_message(check_violated(site),
                                           "`%s` holds when `%s` succeeded, and then the program says %s.",
                                           check_code(c, cmp.node), util_callee(call->call),
                                           sym_str(says->sym)),
                           "Turn the test round.");
        else
            check_safe(site);
        return;
    }
    bool from_memory = contract_has(k, CA_FORMAT) &&
                       contract_has(k, CA_PROPAGATES); /* sscanf: is the text known not to be empty? */
    if (o == MISSES && (!alone || from_memory)) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    Sb when;
    sb_init(&when);
    contract_expr_text(c->contracts, k, fact->expr[0], &when);
    const char *what = o == MISSES  ? "misses some failures"
                       : o == NEVER ? "never holds for a result"
                                    : "holds for every result";
    Finding *f = check_violated(site, check_code(c, cmp.node), util_callee(call->call), what, when.s);
    sb_release(&when);
    if (o != CONFUSES)
        return;
    finding_message(f, "`%s` takes the character 0xff for a failure of `%s`: in a `char` both are -1.",
                    check_code(c, cmp.node), util_callee(call->call));
    finding_reason(
        f,
        "Input with such an octet, which any binary file and many texts have, ends the reading early, and what "
        "stands behind it is never looked at.");
    finding_witness(f, "an octet 0xff in the input");
    finding_repair(f, "Keep the result in an `int` until it has been compared.");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        if (f->blocks[b]->last->op == II_BRANCH && f->blocks[b]->last->why != BR_CONFIG)
            judge(c, f->blocks[b]->last);
}

static const char *const references[] = {"CERT C ERR33-C", NULL};

const CheckInfo check_wrong_result_check = {
    .id = "wrong-result-check",
    .cwe = 253,
    .related = {252},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Test of a result that does not tell failure from success",
    .sites = "comparisons of results with constants",
    .message = "`{0}` {2} of `{1}`, which fails when `{3}`.",
    .reason =
        "The failure is not noticed, and the program goes on with data that was not read, memory that was not given, or a check that "
        "did not succeed.",
    .repair = "Test what the function documents: it failed when `{3}`.",
    .references = references,
    .on_function = on_function,
};
