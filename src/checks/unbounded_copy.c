/*
 * Copies that are not told the size of their buffer (dangerous(676 ...) in the contracts, and scanf's %s without a width). Safe is
 * what provably fits; a finding is a text that is too long for certain, or one from outside without a bound into an array of
 * fixed size. All else needs the values and is undecided here.
 */
#include "checks/check.h"

#include <string.h>

#include "checks/util_format.h"
#include "checks/util_ir.h"
#include "checks/util_literal.h"
#include "checks/util_origin.h"

static const u16 cwes[] = {676, 0};

/* Characters that the call writes at most, without the terminator; -1: no bound; *exact when it is exactly that many. */
static i64 length_bound(CheckCtx *c, const CheckCall *call, const IrExp **open, bool *exact)
{
    const IrCall *ir = call->call;
    i32 format, first;
    UtilLiteral l;
    u64 size;
    *exact = false;
    *open = NULL;
    if (util_format_of_call(c, call, "printf", &format, &first)) {
        Format f;
        if (first < 0 || !util_literal(c, ir->args[format], &l) || !l.bytes)
            return -1;
        format_printf(l.bytes, l.n, &f);
        if (!f.understood || (u32)first + f.n > ir->n_args)
            return -1;
        i64 sum = f.literal;
        for (u32 i = 0; i < f.n; i++) {
            const IrExp *arg = ir->args[first + (i32)i];
            i64 most = util_format_max(c, &f.at[i], arg);
            if (most < 0 && f.at[i].conv == 's')
                *open = arg;
            sum = most < 0 || sum < 0 ? -1 : sum + most;
        }
        *exact = f.n == 0;
        return sum;
    }
    if (ir->n_args < 2)
        return -1;
    *open = ir->args[1];
    if (util_literal(c, ir->args[1], &l) && l.bytes) {
        *exact = true;
        return (i64)strlen(l.bytes);
    }
    if (util_pointee_size(c, ir->args[1], &size))
        return (i64)size - 1;
    return -1;
}

/* Was the source measured before: strlen(source) anywhere on the way? */
static bool was_measured(CheckCtx *c, const IrExp *source, const IrInst *at)
{
    const IrFunction *f = c->function;
    const IrVar *root = util_pointee_root(f, source);
    const u8 *before = util_blocks_before(c, at);
    BlockId own = util_block_of(f, at)->id;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && i->call->n_args && i != at && root && i->call->name &&
                strstr(sym_str(i->call->name), "len") && util_pointee_root(f, i->call->args[0]) == root &&
                (before[b] || (b == own && i->id < at->id)))
                return true;
    return false;
}

static bool appends(const IrCall *call)
{
    return strstr(util_callee(call), "cat") != NULL;
}

static void judge_copy(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    const IrExp *open;
    u64 size;
    bool exact;
    if (ir->n_args < 2 || !c->function)
        return;
    Site site = check_site_inst(c, call->inst);
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    bool known = util_pointee_size(c, ir->args[0], &size);
    i64 most = length_bound(c, call, &open, &exact);
    const char *buffer = util_arg_code(c, ir, 0);
    if (known && most >= 0 && !appends(ir) && (u64)most < size) {
        check_safe(site);
        return;
    }
    if (known && exact && (u64)most >= size) {
        Finding *f =
            check_violated(site, util_callee(ir), buffer, check_text(c, "%llu", (unsigned long long)size));
        finding_message(f, "`%s` writes %lld bytes into `%s`, which has room for %llu.", util_callee(ir),
                        (long long)most + 1, buffer, (unsigned long long)size);
        finding_severity(f, SEV_HIGH);
        return;
    }
    if (!known || !open || was_measured(c, open, call->inst)) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    UtilOrigin o = util_origin(c, open, call->inst);
    if (o.kind != ORIGIN_OUTSIDE) {
        check_undecided(site, o.kind == ORIGIN_UNKNOWN ? o.why : UNDECIDED_VALUE);
        return;
    }
    Finding *f = check_violated(site, util_callee(ir), buffer,
                                check_text(c, "%llu", (unsigned long long)size), o.from);
    finding_witness(f, "%llu or more characters from %s", (unsigned long long)size, o.from);
    util_origin_steps(c, f, &o, call->inst, "the text is copied without a bound");
}

static void judge_scanf(CheckCtx *c, const CheckCall *call, i32 format, i32 first)
{
    const IrCall *ir = call->call;
    UtilLiteral l;
    Format f;
    if (first < 0 || !util_literal(c, ir->args[format], &l) || !l.bytes)
        return;
    format_scanf(l.bytes, l.n, &f);
    if (!f.understood)
        return;
    const ContractFact *from = NULL;
    for (u32 i = 0; !from && (from = contract_next(c->contracts, call->contract, CA_TAINTS, &i));)
        ;
    for (u32 i = 0; i < f.n && (u32)first + i < ir->n_args; i++) {
        const FormatConversion *v = &f.at[i];
        const IrExp *arg = ir->args[first + (i32)i];
        u64 size;
        if ((v->conv != 's' && v->conv != '[') || v->allocates)
            continue;
        Site site =
            check_site(c, ir->arg_nodes[first + (i32)i] ? ir->arg_nodes[first + (i32)i] : call->inst->node);
        bool known = util_pointee_size(c, arg, &size);
        const char *buffer = util_arg_code(c, ir, first + (i32)i);
        if (v->has_width) {
            if (known && (u64)v->width >= size)
                finding_message(check_violated(site, util_callee(ir), buffer,
                                               check_text(c, "%llu", (unsigned long long)size)),
                                "`%.*s` lets `%s` write %d bytes into `%s`, which has room for %llu.",
                                (int)v->n, l.bytes + v->at, util_callee(ir), v->width + 1, buffer,
                                (unsigned long long)size);
            else if (known)
                check_safe(site);
            else
                check_undecided(site, UNDECIDED_VALUE);
            continue;
        }
        u64 source;
        if (!from && known && util_pointee_size(c, ir->args[0], &source) && source <= size) {
            check_safe(site);
            continue;
        }
        UtilOrigin o = {.kind = ORIGIN_OUTSIDE, .from = "the input"};
        if (!from)
            o = util_origin(c, ir->args[0], call->inst);
        if (o.kind != ORIGIN_OUTSIDE) {
            check_undecided(site, o.kind == ORIGIN_UNKNOWN ? o.why : UNDECIDED_VALUE);
            continue;
        }
        Finding *found =
            check_violated(site, util_callee(ir), buffer,
                           known ? check_text(c, "%llu", (unsigned long long)size) : "its", o.from);
        finding_message(found,
                        "`%.*s` without a width lets `%s` write a word of any length from %s into `%s`.",
                        (int)v->n, l.bytes + v->at, util_callee(ir), o.from, buffer);
        if (known) {
            finding_repair(found, "Give the conversion the room that there is, less one: `%%%llus`.",
                           (unsigned long long)size - 1);
            finding_witness(found, "a word of %llu or more characters", (unsigned long long)size);
        } else {
            finding_repair(
                found,
                "Give the conversion a width of the buffer's size less one, or read a line with fgets and take it apart.");
        }
    }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    i32 format, first;
    if (util_fact_of_cwe(c, call->contract, CA_DANGEROUS, cwes))
        judge_copy(c, call);
    else if (util_format_of_call(c, call, "scanf", &format, &first))
        judge_scanf(c, call, format, first);
    else if (strcmp(util_callee(call->call), "sprintf") == 0 &&
             contract_has(call->contract, CA_WRITES_STRING))
        judge_copy(c, call);
}

static const u8 attrs[] = {CA_DANGEROUS, CA_FORMAT, CA_NONE};
static const char *const references[] = {"CERT C STR31-C", "CERT C STR07-C", NULL};

const CheckInfo check_unbounded_copy = {
    .id = "unbounded-copy",
    .cwe = 676,
    .related = {120, 787},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Copy of a text without regard to the buffer's size",
    .sites = "copies of texts that are not told the size of their buffer",
    .message =
        "`{0}` copies text from {3} into `{1}`, which has room for {2} bytes, and nothing bounds its length.",
    .reason =
        "Whoever provides a longer text overwrites what lies behind the buffer: other variables, the return address, the heap's own "
        "data. That ends in a crash at best and in running their code at worst.",
    .repair =
        "Use a function that is told the size, such as `snprintf`, and treat a result that does not fit as an error.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
