/*
 * CWE-835: loops that nothing ends. Loops that are meant to run for ever (servers, halts) are told from those by what they
 * do: they wait, or call what may end the program.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

/* What the edges out of a loop depend on. */
typedef struct Exits {
    bool real;               /* some edge depends on what happens in the loop */
    const IrInst *invariant; /* a branch whose condition the loop does not change */
    const IrInst *never;     /* a branch out that no value of the type takes */
} Exits;

typedef struct LoopScan {
    CheckCtx *c;
    const Loops *loops;
    u32 loop;
    bool changes; /* the expression may change in the loop */
    u32 reads;
} LoopScan;

static bool stored_in_loop(const LoopScan *s, const IrVar *var)
{
    const Loop *loop = &s->loops->loops[s->loop];
    const IrFunction *f = s->c->function;
    for (u32 k = 0; k < loop->n_blocks; k++)
        for (const IrInst *i = f->blocks[loop->blocks[k]]->first; i; i = i->next)
            if ((i->op == II_STORE && i->place->kind == IE_VAR && i->place->var == var) ||
                (i->op == II_SCOPE_BEGIN && i->var == var) || i->op == II_UNKNOWN)
                return true;
    return false;
}

static void scan_exp(LoopScan *s, const IrExp *e)
{
    const IrFunction *f = s->c->function;
    if (s->changes)
        return;
    switch (e->kind) {
    case IE_INT:
    case IE_FLOAT:
    case IE_SIZEOF: return;
    case IE_TEMP: {
        const IrInst *def = ir_temp_def(f, e->temp);
        if (!def || def->op != II_LOAD || def->place->kind != IE_VAR ||
            !live_tracked(check_live(s->c), def->place->var) ||
            def->place->var->flags & (IVF_MAYBE_REF | IVF_CAPTURED | IVF_THREAD) ||
            stored_in_loop(s, def->place->var))
            s->changes = true;
        s->reads++;
        return;
    }
    case IE_UNOP:
    case IE_BINOP:
    case IE_CAST: break;
    default: s->changes = true; return;
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        scan_exp(s, sub[i]);
}

/* Is the condition true (1) or false (0) for all values of the unsigned operand? -1: no. */
static int always(const CheckCtx *c, const IrExp *cond)
{
    i64 k;
    FlowRange r;
    cond = ir_skip_implicit(cond);
    if (cond->kind != IE_BINOP || !ir_exp_const(c->ir, cond->b, &k) || k != 0 ||
        !flow_range(c, cond->a, &r) || r.lo != 0)
        return -1;
    return cond->op == BIN_GE ? 1 : cond->op == BIN_LT ? 0 : -1;
}

static void scan_exit(CheckCtx *c, const Loops *loops, u32 loop, const IrInst *last, BlockId target,
                      Exits *out)
{
    BlockId taken;
    if (last->op != II_BRANCH || (target != last->then && target != last->other)) {
        out->real = true;
    } else if (flow_constant_branch(c, last, &taken)) {
        out->real = out->real || taken == target;
    } else {
        int value = always(c, last->cond);
        if (value >= 0 && target != (value ? last->then : last->other)) {
            out->never = last;
            return;
        }
        LoopScan s = {.c = c, .loops = loops, .loop = loop};
        scan_exp(&s, last->cond);
        if (s.changes || last->why == BR_CONFIG || s.reads == 0)
            out->real = true;
        else
            out->invariant = last;
    }
}

static Exits exits_of(CheckCtx *c, const Loops *loops, u32 loop, const u64 *runs)
{
    const Cfg *cfg = check_cfg(c);
    const Loop *l = &loops->loops[loop];
    Exits out = {0};
    for (u32 k = 0; k < l->n_blocks && !out.real; k++) {
        const IrBlock *b = c->function->blocks[l->blocks[k]];
        if (!bits_has(runs, b->id))
            continue;
        for (u32 i = cfg->succ_at[b->id]; i < cfg->succ_at[b->id + 1] && !out.real; i++)
            if (!loops_contains(loops, loop, cfg->succ[i]))
                scan_exit(c, loops, loop, b->last, cfg->succ[i], &out);
    }
    return out;
}

/* Does control come back to the head once constant branches are decided? do { } while (0) does not. */
static bool comes_back(CheckCtx *c, const Loops *loops, u32 loop, const u64 *runs)
{
    const Cfg *cfg = check_cfg(c);
    const Loop *l = &loops->loops[loop];
    for (u32 i = cfg->pred_at[l->head]; i < cfg->pred_at[l->head + 1]; i++) {
        BlockId p = cfg->pred[i], taken;
        if (!loops_contains(loops, loop, p) || !bits_has(runs, p))
            continue;
        if (!flow_constant_branch(c, c->function->blocks[p]->last, &taken) || taken == l->head)
            return true;
    }
    return false;
}

/* What the loop does besides going round. */
typedef struct Work {
    bool waits, leaves, unknown_call, indirect, unread, outside, does_something;
} Work;

static Work work_of(CheckCtx *c, const Loop *l)
{
    Work w = {0};
    for (u32 k = 0; k < l->n_blocks; k++)
        for (const IrInst *i = c->function->blocks[l->blocks[k]]->first; i; i = i->next) {
            switch (i->op) {
            case II_CALL:
                w.does_something = true;
                if (i->call->kind == IC_INDIRECT)
                    w.indirect = true;
                switch (flow_call(c, i->call)) {
                case FLOW_RETURNS: break;
                case FLOW_BLOCKS: w.waits = true; break;
                case FLOW_LEAVES: w.leaves = true; break;
                case FLOW_UNKNOWN: w.unknown_call = true; break;
                }
                break;
            case II_UNKNOWN: w.unread = true; break;
            case II_LOAD:
                /* What others may write: memory of a device, a flag that another thread or a signal sets. */
                if (type_get(&c->ir->types, i->place->type)->quals & TQ_VOLATILE)
                    w.outside = true;
                break;
            case II_STORE:
                w.does_something = true;
                if (type_get(&c->ir->types, i->place->type)->quals & TQ_VOLATILE)
                    w.outside = true;
                break;
            case II_THROW: w.leaves = true; break;
            default: break;
            }
        }
    return w;
}

/* ---- for (i = 0; i < n; i--) ---- */

/* The one store to var inside the loop, or NULL when there is none or are several. */
static const IrInst *only_store(const IrFunction *f, const Loop *l, const IrVar *var)
{
    const IrInst *found = NULL;
    for (u32 k = 0; k < l->n_blocks; k++)
        for (const IrInst *i = f->blocks[l->blocks[k]]->first; i; i = i->next) {
            if (i->op == II_UNKNOWN)
                return NULL;
            if (i->op != II_STORE || i->place->kind != IE_VAR || i->place->var != var)
                continue;
            if (found)
                return NULL;
            found = i;
        }
    return found;
}

/* +1, -1 or 0: how a store changes its variable. */
static int direction(CheckCtx *c, const IrInst *store, const IrVar *var)
{
    const IrExp *value = ir_skip_implicit(store->value);
    i64 step;
    if (value->kind != IE_BINOP || (value->op != BIN_ADD && value->op != BIN_SUB) ||
        !util_int(c, value->b, &step) || step == 0)
        return 0;
    const IrExp *place = ir_loaded_place(c->function, value->a);
    if (!place || place->kind != IE_VAR || place->var != var)
        return 0;
    return (step > 0) == (value->op == BIN_ADD) ? 1 : -1;
}

static bool wrong_way(CheckCtx *c, const Loops *loops, u32 loop, const IrInst **branch, const IrVar **which)
{
    const Loop *l = &loops->loops[loop];
    const IrFunction *f = c->function;
    if (!l->source || tree_kind(&c->unit->tree, f->loops[l->source - 1].node) != N_FOR || l->n_exits != 1)
        return false;
    const IrInst *last = f->blocks[l->head]->last;
    if (last->op != II_BRANCH || !loops_contains(loops, loop, last->then) ||
        loops_contains(loops, loop, last->other))
        return false;
    const IrExp *cond = ir_skip_implicit(last->cond);
    if (cond->kind != IE_BINOP)
        return false;
    int wanted = cond->op == BIN_LT || cond->op == BIN_LE   ? 1
                 : cond->op == BIN_GT || cond->op == BIN_GE ? -1
                                                            : 0;
    const IrExp *place = ir_loaded_place(f, cond->a);
    if (!wanted || !place || place->kind != IE_VAR || !live_tracked(check_live(c), place->var) ||
        type_kind(&c->ir->types, place->type) != TY_INT || !type_is_signed(&c->ir->types, place->type) ||
        place->var->flags & (IVF_MAYBE_REF | IVF_CAPTURED))
        return false;
    LoopScan bound = {.c = c, .loops = loops, .loop = loop};
    scan_exp(&bound, cond->b);
    const IrInst *store = only_store(f, l, place->var);
    if (bound.changes || !store || direction(c, store, place->var) != -wanted)
        return false;
    *branch = last;
    *which = place->var;
    return true;
}

/* ---- verdicts ---- */

static void judge(CheckCtx *c, const Loops *loops, u32 loop, const u64 *runs)
{
    const Loop *l = &loops->loops[loop];
    NodeId node = l->source ? c->function->loops[l->source - 1].node : 0;
    if (!node || !bits_has(runs, l->head) || l->irreducible || !comes_back(c, loops, loop, runs))
        return;
    Site site =
        check_site_tokens(c, tree_node(&c->unit->tree, node)->begin, tree_node(&c->unit->tree, node)->end,
                          tree_node(&c->unit->tree, node)->begin);
    const IrInst *branch;
    const IrVar *var;
    if (wrong_way(c, loops, loop, &branch, &var)) {
        if (flow_from_macro(c->unit, node))
            return check_undecided(site, UNDECIDED_MACRO);
        finding_message(check_violated(site), "`%s` moves away from the bound that ends the loop.",
                        sym_str(var->name));
        return;
    }
    Exits out = exits_of(c, loops, loop, runs);
    if (out.real)
        return check_safe(site);
    Work w = work_of(c, l);
    if (w.leaves || w.waits || (!w.does_something && !out.invariant && !out.never))
        return check_safe(site); /* ends the program, waits for events, or halts on purpose */
    if (w.unread || c->function->flags & (IFN_COROUTINE | IFN_INCOMPLETE))
        return check_undecided(site, UNDECIDED_UNREAD);
    if (w.unknown_call && !out.never)
        return check_undecided(site, w.indirect ? UNDECIDED_INDIRECT : UNDECIDED_CALLEE);
    if (w.outside || flow_incomplete(c, c->function))
        return check_undecided(site, UNDECIDED_CONFIGURATION);
    if (flow_from_macro(c->unit, node))
        return check_undecided(site, UNDECIDED_MACRO);
    Finding *f = check_violated(site);
    const IrInst *why = out.never ? out.never : out.invariant;
    const char *code = why && why->cond->node ? check_code(c, why->cond->node) : "the condition";
    if (out.never)
        finding_message(f, "`%s` holds for every value of an unsigned type, so the loop never ends.", code);
    else if (out.invariant)
        finding_message(f, "Nothing in the loop changes what `%s` depends on.", code);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    if (f->n_loops == 0)
        return;
    const Loops *loops = check_loops(c);
    const u64 *runs = flow_feasible(c);
    for (u32 i = 0; i < loops->n; i++)
        judge(c, loops, i, runs);
}

const CheckInfo check_infinite_loop = {
    .id = "infinite-loop",
    .cwe = 835,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A loop that nothing ends",
    .sites = "loops",
    .message = "There is no way out of this loop.",
    .reason =
        "Once entered, the loop takes a processor for itself and nothing else of the thread is ever done: whoever can bring the "
        "program there has stopped its service.",
    .repair =
        "Change what the condition depends on inside the loop, or leave it with `break` or `return`. Count down in unsigned types "
        "with `while (i-- > 0)`.",
    .references = (const char *const[]){"CERT C MSC21-C", NULL},
    .on_function = on_function,
};
