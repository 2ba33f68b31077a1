/*
 * CWE-511: files deleted or programs started only from a certain date on, or when a random number has one value. A trial period
 * may end a program; only somebody who wants to do harm unseen lets it delete things.
 */
#include <string.h>

#include "checks/check.h"
#include "checks/util_ir.h"

/* Seconds since 1970 from which on a number compared with the time is a date, not a distance: March 1973. */
enum { FIRST_DATE = 100000000 };

static bool named(const IrCall *call, const char *const *names)
{
    const char *name = call->name ? sym_str(call->name) : "";
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

static const char *const clocks[] = {"time", "_time64", "_time32", NULL};
static const char *const generators[] = {"rand", "random", "lrand48", "arc4random", "rand_r", NULL};
static const char *const harms[] = {
    "unlink",  "unlinkat",         "remove",      "rmdir",       "truncate",   "ftruncate",
    "_unlink", "_wunlink",         "DeleteFileA", "DeleteFileW", "DeleteFile", "RemoveDirectoryA",
    "system",  "RemoveDirectoryW", "reboot",      "execl",       "execlp",     "execv",
    "execvp",  "execve",           "popen",       NULL};

/* The call that gave a value: directly, through the one definition of a variable, or by writing to it (`time(&now)`). */
static const IrInst *source_of(CheckCtx *c, const IrExp *e, const IrInst *at)
{
    const IrFunction *f = c->function;
    e = ir_skip_casts(e);
    const IrInst *call = ir_result_of_call(f, e);
    if (call)
        return call;
    const IrInst *load = e->kind == IE_TEMP ? ir_temp_def(f, e->temp) : NULL;
    if (!load || load->op != II_LOAD || load->place->kind != IE_VAR || util_too_large(c))
        return NULL;
    const IrVar *v = load->place->var;
    const Reach *reach = check_reach(c);
    u32 def;
    i32 n = reach_of(reach, util_block_of(f, load), load, &def, 1);
    if (n >= 0)
        return n == 1 && reach->defs[def] && reach->defs[def]->op == II_STORE
                   ? ir_result_of_call(f, ir_skip_casts(reach->defs[def]->value))
                   : NULL;
    const IrInst *filled = NULL;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && !(i->flags & IIF_INIT) && i->place->kind == IE_VAR && i->place->var == v)
                return NULL;
            if (i->op == II_CALL && named(i->call, clocks) && i->call->n_args == 1 &&
                util_pointee_root(f, i->call->args[0]) == v && util_dominates(c, i, at))
                filled = i;
        }
    return filled;
}

/* First harmful call among the blocks that only this side of the branch leads to. */
static const IrInst *harm_behind(CheckCtx *c, BlockId target)
{
    const IrFunction *f = c->function;
    const Cfg *cfg = check_cfg(c);
    const Dom *dom = check_dom(c);
    if (cfg->pred_at[target + 1] - cfg->pred_at[target] != 1)
        return NULL;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = dom_dominates(dom, target, b) ? f->blocks[b]->first : NULL; i; i = i->next)
            if (i->op == II_CALL && i->call->kind == IC_DIRECT && named(i->call, harms) &&
                contract_has(check_contract(c, i->call), CA_ERROR_IF))
                return i;
    return NULL;
}

static void judge(CheckCtx *c, const IrInst *branch)
{
    const IrExp *e = ir_skip_implicit(branch->cond);
    i64 number;
    if (!ir_is_comparison(e) || !branch->node || !util_int(c, e->b, &number))
        return;
    const IrInst *source = source_of(c, e->a, branch);
    bool date = source && named(source->call, clocks) && number >= FIRST_DATE;
    bool draw = source && named(source->call, generators) && (e->op == BIN_EQ || e->op == BIN_NE);
    if (!date && !draw)
        return;
    Site site = check_site_inst(c, branch);
    const IrInst *a = harm_behind(c, branch->then), *b = harm_behind(c, branch->other), *harm = a ? a : b;
    if (!harm || (a && b)) {
        check_safe(site);
        return;
    }
    Finding *f = check_violated(site, util_callee(harm->call), check_code(c, branch->node),
                                date ? "from a date on that is written into the program"
                                     : "when a random number has one value");
    finding_step(f, check_place_inst(c, source), 0, NULL,
                 date ? "the time is asked for" : "a random number is drawn");
    finding_step(f, check_place_inst(c, branch), 0, NULL, "it is compared with a fixed number");
    finding_step(f, check_place_inst(c, harm), 0, NULL, "what is done then");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (!f->n_calls)
        return;
    for (u32 b = 0; b < f->n_blocks; b++)
        if (f->blocks[b]->last->op == II_BRANCH && f->blocks[b]->last->why != BR_CONFIG)
            judge(c, f->blocks[b]->last);
}

const CheckInfo check_logic_bomb = {
    .id = "logic-bomb",
    .cwe = 511,
    .related = {506},
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "Destructive action that waits for a date or for chance",
    .sites = "comparisons of the time or of a random number with a fixed number",
    .message = "`{0}` is called only {2}: `{1}`.",
    .reason =
        "The program behaves well in every test until the condition holds. That is how logic bombs are built, and code like this that "
        "is left over from an experiment does the same harm.",
    .repair =
        "Find out who needs this, and remove it. A period of validity may end the program, but should not touch data.",
    .on_function = on_function,
};
