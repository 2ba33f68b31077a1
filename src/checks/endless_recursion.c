/*
 * CWE-674: functions that call themselves on every way through them, so that the stack runs out.
 */
#include "checks/check.h"
#include "checks/flow.h"
#include "syntax/index.h"

/* Is it a call of the function itself, without a doubt about which one is meant? */
static bool calls_itself(const IrFunction *f, const IrCall *call)
{
    return call->entry && call->entry == f->entry && !call->written &&
           (call->kind == IC_DIRECT || call->kind == IC_METHOD || call->kind == IC_OPERATOR) &&
           !(call->flags & (ICF_AMBIGUOUS | ICF_VIRTUAL | ICF_UNRESOLVED));
}

/* In C++, another function of that name may be the one that is called: which overload fits is not known for certain. */
static bool has_namesakes(const CheckCtx *c, const IrFunction *f)
{
    const Index *ix = &c->project->index;
    u32 n = 0;
    for (u32 e = index_first(ix, f->name); e; e = ix->entries.at[e].next)
        n += e != f->entry && ix->entries.at[e].kind != DK_PROTOTYPE;
    return n > 0;
}

/* Looks at a block: the first call of itself in it, or NULL; *unknown becomes true when something before may leave the function. */
static const IrInst *self_call_in(CheckCtx *c, const IrBlock *b, bool *unknown)
{
    for (const IrInst *i = b->first; i; i = i->next) {
        if (i->op == II_UNKNOWN)
            *unknown = true;
        if (i->op != II_CALL)
            continue;
        if (calls_itself(c->function, i->call))
            return i;
        FlowCall kind = flow_call(c, i->call);
        *unknown = *unknown || kind == FLOW_UNKNOWN || kind == FLOW_LEAVES;
    }
    return NULL;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    bool any = false;
    for (u32 b = 0; f->n_calls && !any && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i && !any; i = i->next)
            any = i->op == II_CALL && calls_itself(f, i->call);
    if (!any)
        return;
    const Cfg *cfg = check_cfg(c);
    const Loops *loops = check_loops(c);
    u8 *seen = arena_zalloc(c->scratch, f->n_blocks);
    u32 *work = arena_array(c->scratch, u32, f->n_blocks + 1), n = 0;
    const IrInst *self = NULL;
    bool leaves = false, unknown = flow_incomplete(c, f) || f->flags & IFN_TEMPLATE;
    work[n++] = 0;
    seen[0] = 1;
    while (n && !leaves) {
        const IrBlock *b = f->blocks[work[--n]];
        const IrInst *call = self_call_in(c, b, &unknown);
        if (call) {
            self = self && self->id < call->id ? self : call;
            continue;
        }
        leaves =
            loops->of[b->id] || cfg->succ_at[b->id] == cfg->succ_at[b->id + 1] || b->last->op == II_THROW;
        for (u32 k = cfg->succ_at[b->id]; k < cfg->succ_at[b->id + 1]; k++)
            if (!seen[cfg->succ[k]]) {
                seen[cfg->succ[k]] = 1;
                work[n++] = cfg->succ[k];
            }
    }
    if (leaves || !self) {
        check_safe(check_site(c, f->node));
        return;
    }
    Site site = check_site_inst(c, self);
    /* Where a macro makes the name, the function has another one in other configurations. */
    if (f->node && c->unit->toks.at[tree_node(&c->unit->tree, f->node)->tok].exp)
        check_undecided(site, UNDECIDED_MACRO);
    else if (unknown)
        check_undecided(site, UNDECIDED_CALLEE);
    else if (c->unit->lang == LANG_CXX && has_namesakes(c, f))
        check_undecided(site, UNDECIDED_TYPE);
    else
        check_violated(site, sym_str(f->name));
}

static const char *const references[] = {"CERT C MEM05-C", NULL};

const CheckInfo check_endless_recursion = {
    .id = "endless-recursion",
    .cwe = 674,
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "A function calls itself on every way through it",
    .sites = "functions that call themselves",
    .message = "Every way through `{0}` comes to this call of `{0}` itself.",
    .reason =
        "Each call needs more of the stack until there is none left, and the program ends with a crash.",
    .repair = "Return before the call when there is nothing left to do, or call the function that was meant.",
    .references = references,
    .on_function = on_function,
};
