/*
 * CWE-457: reads of local variables that nothing has set on any way to the read. Where some ways set it, the engine has
 * to tell which are taken.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

enum { DEFS_MAX = 64 };

/* Is the value of the load only thrown away, as (void)x? */
static bool discarded(const IrBlock *b, const IrInst *load)
{
    for (const IrInst *i = load->next; i; i = i->next)
        if (i->op == II_EVAL && ir_skip_casts(i->value)->kind == IE_TEMP &&
            ir_skip_casts(i->value)->temp == load->temp)
            return true;
    (void)b;
    return false;
}

/* int x = x; silences compilers. */
static bool initialises_itself(const IrInst *load)
{
    const IrInst *next = load->next;
    return next && next->op == II_STORE && next->flags & IIF_INIT && next->place->kind == IE_VAR &&
           next->place->var == load->place->var;
}

static bool returns_twice(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; f->n_calls && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && contract_has(check_contract(c, i->call), CA_RETURNS_TWICE))
                return true;
    return false;
}

/* May a call that nobody declares be a macro that writes to the variable, or a macro's text hold its address? */
static bool perhaps_written(CheckCtx *c, const IrFunction *f, const IrVar *var)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_STORE && i->place->kind != IE_VAR && ir_place_root(i->place) == var)
                return true; /* a part of it: the type is another one in this configuration */
            if (i->op != II_CALL || !(i->call->flags & (ICF_UNRESOLVED | ICF_MAY_BE_MACRO)))
                continue;
            for (u32 k = 0; k < i->call->n_args; k++) {
                const IrExp *place =
                    i->call->places ? i->call->places[k] : ir_loaded_place(f, i->call->args[k]);
                if (place && place->kind == IE_VAR && place->var == var)
                    return true;
            }
        }
    Loc loc = unit_spelling_loc(c->unit, tree_node(&c->unit->tree, f->node)->tok);
    FileId file = src_file_of(&c->project->src, loc);
    const LexedFile *lexed = file && file < c->project->lexed.n ? c->project->lexed.at[file] : NULL;
    if (!lexed)
        return true;
    Sym amp = token_sym_of_kind(TK_AMP);
    for (u32 i = 1; i < lexed->toks.n; i++)
        if (lexed->toks.at[i].sym == var->name && lexed->toks.at[i - 1].sym == amp)
            return true;
    return false;
}

static void on_load(CheckCtx *c, const IrBlock *b, const IrInst *load, u64 *reported)
{
    const IrVar *var = load->place->var;
    const Reach *reach = check_reach(c);
    u32 defs[DEFS_MAX];
    i32 n = reach_of(reach, b, load, defs, DEFS_MAX);
    if (n < 0 || !type_is_scalar(&c->ir->types, var->type))
        return; /* not tracked, or set member by member: the engine's */
    Site site = check_site_inst(c, load);
    u32 unset = 0;
    for (i32 i = 0; i < n && i < DEFS_MAX; i++) {
        const IrInst *def = reach->defs[defs[i]];
        unset += def && def->op == II_SCOPE_BEGIN;
    }
    if (unset == 0 && n > 0)
        return check_safe(site);
    if (n == 0 || n > DEFS_MAX || unset < (u32)n)
        return check_undecided(site, UNDECIDED_VALUE);
    if (discarded(b, load) || initialises_itself(load) || !bits_has(flow_feasible(c), b->id))
        return check_safe(site);
    if (flow_incomplete(c, c->function) || var->flags & (IVF_MAYBE_REF | IVF_UNDER_ALT) ||
        returns_twice(c, c->function))
        return check_undecided(site, UNDECIDED_CONFIGURATION);
    if (c->function->flags & IFN_TEMPLATE)
        return check_undecided(site, UNDECIDED_TEMPLATE);
    if (flow_from_macro(c->unit, load->node))
        return check_undecided(site, UNDECIDED_MACRO);
    if (bits_has(reported, var->id))
        return check_undecided(site, UNDECIDED_VALUE); /* the first read is the one to repair */
    if (perhaps_written(c, c->function, var))
        return check_undecided(site, UNDECIDED_MACRO);
    reported[var->id >> 6] |= 1ull << (var->id & 63);
    Finding *f = check_violated(site, sym_str(var->name));
    if (var->node)
        finding_related(f, check_place(c, var->node), "declared here without a value");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    u64 *reported = arena_array(c->scratch, u64, f->n_vars / 64 + 1);
    for (u32 k = 0; k < f->n_blocks; k++)
        for (const IrInst *i = f->blocks[k]->first; i; i = i->next)
            if (i->op == II_LOAD && i->node && i->place->kind == IE_VAR && i->place->var->kind == IV_LOCAL &&
                !(i->place->var->flags & (IVF_INIT | IVF_ADDRESS_TAKEN | IVF_VOLATILE)) &&
                i->place->var->name && cfg_reachable(check_cfg(c), f->blocks[k]->id))
                on_load(c, f->blocks[k], i, reported);
}

const CheckInfo check_uninitialized = {
    .id = "uninitialized",
    .cwe = 457,
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "A variable is read before it has a value",
    .sites = "reads of local variables that are declared without a value",
    .message = "`{0}` is read here, and nothing has set it on any way to this place.",
    .reason =
        "What the variable holds is left over from another call: secrets, addresses, or data that an attacker has put there. "
        "Decisions and lengths that depend on it are theirs.",
    .repair = "Give the variable a value where it is declared, or on every way to this place.",
    .references = (const char *const[]){"CERT C EXP33-C", NULL},
    .on_function = on_function,
};
