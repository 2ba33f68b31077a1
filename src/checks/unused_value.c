/*
 * CWE-563: values that are computed or returned, stored to a local variable and never read. Constants are no findings:
 * they set a safe start or clear a pointer.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

/* Is the variable mentioned in its function's source more often than in what was reviewed: in code of another configuration, or
 * in the argument of a macro that drops it? */
static bool mentioned_elsewhere(const CheckCtx *c, const IrVar *var)
{
    const Unit *u = c->unit;
    const Node *fn = tree_node(&u->tree, c->function->node);
    if (fn->begin >= fn->end || fn->end > u->n_stream)
        return true;
    Loc from = unit_written_loc(u, fn->begin), to = unit_written_loc(u, fn->end - 1);
    FileId file = src_file_of(&c->project->src, from);
    const LexedFile *lexed = file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    if (!lexed || to < from)
        return true;
    u32 seen = 0, written = 0;
    for (u32 t = fn->begin; t < fn->end; t++)
        seen += u->toks.at[t].sym == var->name && u->toks.at[t].kind == TK_IDENT;
    Loc base = src_file(&c->project->src, file)->base;
    u32 lo = 0, hi = lexed->toks.n;
    while (lo < hi) {
        u32 mid = lo + (hi - lo) / 2;
        if (lexed->toks.at[mid].off < from - base)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < lexed->toks.n && lexed->toks.at[lo].off <= to - base; lo++)
        written += lexed->toks.at[lo].sym == var->name;
    return written > seen;
}

typedef enum Worth { WORTH_NOTHING, WORTH_VALUE, WORTH_RESULT } Worth;

/* Does losing the value lose anything? */
static Worth worth(const IrFunction *f, const IrExp *value)
{
    const IrExp *e = ir_skip_casts(value);
    if (ir_result_of_call(f, e))
        return WORTH_RESULT;
    if (e->kind == IE_TEMP)
        return WORTH_NOTHING; /* a copy */
    return e->kind == IE_BINOP || e->kind == IE_UNOP ? WORTH_VALUE : WORTH_NOTHING;
}

typedef struct TempUse {
    TempId temp;
    bool found;
} TempUse;

static void find_temp(void *ctx, const IrExp *e)
{
    TempUse *use = ctx;
    const IrExp *sub[2];
    use->found = use->found || (e->kind == IE_TEMP && e->temp == use->temp);
    u32 n = use->found ? 0 : ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        find_temp(ctx, sub[i]);
}

/* Is the value itself used behind the store, as in `if ((n = f()) < 0)`? */
static bool used_as_value(const IrInst *store)
{
    const IrExp *e = ir_skip_casts(store->value);
    if (e->kind != IE_TEMP)
        return store->flags & IIF_CONDITION;
    TempUse use = {.temp = e->temp};
    for (const IrInst *i = store->next; i && !use.found; i = i->next)
        ir_inst_exps(i, find_temp, &use);
    return use.found;
}

static void on_dead_store(void *ctx, const IrBlock *b, const IrInst *store, const IrVar *var)
{
    CheckCtx *c = ctx;
    const IrFunction *f = c->function;
    if (var->kind != IV_LOCAL || !var->name || !store->node || store->flags & IIF_IMPLICIT ||
        var->flags & (IVF_MAYBE_REF | IVF_CLEANUP | IVF_CATCH | IVF_VOLATILE | IVF_CAPTURED))
        return;
    Site site = check_site_inst(c, store);
    Worth w = worth(f, store->value);
    if (w == WORTH_NOTHING || used_as_value(store) || store->flags & (IIF_COMPOUND | IIF_POSTFIX) ||
        !cfg_reachable(check_cfg(c), b->id))
        return check_safe(site);
    if (f->flags & IFN_TEMPLATE)
        return check_undecided(site, UNDECIDED_TEMPLATE);
    if (flow_from_macro(c->unit, store->node))
        return check_undecided(site, UNDECIDED_MACRO);
    if (flow_incomplete(c, f) || mentioned_elsewhere(c, var) || b->presence != PRESENCE_TRUE ||
        var->flags & IVF_UNDER_ALT)
        return check_undecided(site, UNDECIDED_CONFIGURATION);
    const IrInst *call = ir_result_of_call(f, ir_skip_casts(store->value));
    if (call && call->call->flags & ICF_MAY_BE_MACRO)
        return check_undecided(site, UNDECIDED_MACRO);
    Finding *out = check_violated(site, sym_str(var->name), check_code(c, store->node));
    if (w == WORTH_RESULT)
        finding_message(out, "What `%s` returns is stored in `%s` and never read.",
                        call ? util_callee(call->call) : "the call", sym_str(var->name));
    else
        finding_severity(out, SEV_NOTE);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->n_vars)
        live_dead_stores(check_live(c), on_dead_store, c);
}

const CheckInfo check_unused_value = {
    .id = "unused-value",
    .cwe = 563,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A value is stored and never read",
    .sites = "stores that are overwritten or forgotten before anybody reads them",
    .message = "The value that `{1}` gives `{0}` is never read.",
    .reason =
        "A result that is stored is meant to be looked at. Where it tells of an error, the error goes unnoticed; where it "
        "overwrites another value, that one may have been meant.",
    .repair =
        "Test or use the value, or do not store it; `(void)` before the call says that the result does not matter.",
    .references = (const char *const[]){"CERT C MSC13-C", NULL},
    .on_function = on_function,
};
