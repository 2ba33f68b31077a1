/*
 * CWE-367: a file is looked at by its name and then used by its name in the same function, while anybody who may write to
 * the folder can exchange it in between.
 */
#include <string.h>

#include "checks/flow.h"
#include "checks/util_ir.h"

static const IrExp *path_of(CheckCtx *c, const IrCall *call, ContractAttr attr)
{
    const Contract *k = check_contract(c, call);
    u32 i = 0;
    const ContractFact *fact = contract_has(k, attr) ? contract_next(c->contracts, k, attr, &i) : NULL;
    return fact && fact->target[0].deref == 0 ? util_call_arg(call, fact->target[0].arg) : NULL;
}

/* Is what was opened examined once more by its descriptor? Then the first look was only a hint. */
static bool examined_again(CheckCtx *c, const IrInst *use)
{
    const IrFunction *f = c->function;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_CALL && strcmp(util_callee(i->call), "fstat") == 0 && util_dominates(c, use, i))
                return true;
    return false;
}

typedef enum Same { SAME, DIFFERENT, PERHAPS } Same;

static bool same_definitions(CheckCtx *c, const IrInst *a, const IrInst *b)
{
    const Reach *reach = check_reach(c);
    u32 x[16], y[16];
    i32 n = reach_of(reach, util_block_of(c->function, a), a, x, LENGTH(x));
    i32 m = reach_of(reach, util_block_of(c->function, b), b, y, LENGTH(y));
    if (n < 0 || n != m || n > (i32)LENGTH(x))
        return false;
    for (i32 i = 0; i < n; i++)
        if (x[i] != y[i])
            return false;
    return true;
}

/* The variable that a store writes to, or through. */
static const IrVar *written_by(const IrFunction *f, const IrExp *place)
{
    const IrVar *root = ir_place_root(place);
    while (!root && (place->kind == IE_FIELD || (place->kind == IE_INDEX && ir_is_place(place->a))))
        place = place->a;
    return root || (place->kind != IE_INDEX && place->kind != IE_DEREF) ? root
                                                                        : util_pointee_root(f, place->a);
}

/* Does a store between the two change the characters of the array, or of what the pointer leads to? */
static bool stored_between(const IrFunction *f, const IrVar *var, u32 from, u32 to)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->id > from && i->id < to && i->op == II_STORE && i->place->kind != IE_VAR &&
                written_by(f, i->place) == var)
                return true;
    return false;
}

/* May a call between the two write to the array, or a store change it? */
static bool touched_between(const IrFunction *f, const IrVar *var, u32 from, u32 to)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->id <= from || i->id >= to)
                continue;
            if (i->op == II_UNKNOWN || (i->op == II_STORE && ir_place_root(i->place) == var))
                return true;
            for (u32 k = 0; i->op == II_CALL && k < i->call->n_args; k++)
                if (util_pointee_root(f, i->call->args[k]) == var)
                    return true;
        }
    return false;
}

static Same same_path(CheckCtx *c, const IrExp *a, const IrInst *first, const IrExp *b, const IrInst *second)
{
    const IrFunction *f = c->function;
    a = ir_skip_casts(a);
    b = ir_skip_casts(b);
    const IrString *x = ir_exp_string(a), *y = ir_exp_string(b);
    if (x || y)
        return x && y && x->spelling && x->spelling == y->spelling ? SAME : DIFFERENT;
    if (a->kind == IE_TEMP && b->kind == IE_TEMP) {
        const IrInst *la = ir_temp_def(f, a->temp), *lb = ir_temp_def(f, b->temp);
        if (!la || !lb || la->op != II_LOAD || lb->op != II_LOAD || !ir_exp_same(f, a, b))
            return DIFFERENT;
        if (la->place->kind == IE_VAR)
            return same_definitions(c, la, lb) && !stored_between(f, la->place->var, first->id, second->id)
                       ? SAME
                       : PERHAPS;
        /* Members and globals: what is between may change them. */
        return PERHAPS;
    }
    if (a->kind == IE_ADDR && b->kind == IE_ADDR && ir_exp_same(f, a, b)) {
        IrVar *var = ir_place_root(a->a);
        return var && !touched_between(f, var, first->id, second->id) ? SAME : PERHAPS;
    }
    return DIFFERENT;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    const IrExp *path = f ? path_of(c, call->call, CA_RACE_CHECK) : NULL;
    if (!path)
        return;
    Site site = check_site_inst(c, call->inst);
    bool perhaps = false;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            const IrExp *used = i->op == II_CALL && i != call->inst ? path_of(c, i->call, CA_RACE_USE) : NULL;
            if (!used || !util_dominates(c, call->inst, i) || util_makes_new(c, i))
                continue;
            switch (same_path(c, path, call->inst, used, i)) {
            case DIFFERENT: continue;
            case PERHAPS: perhaps = true; continue;
            case SAME: break;
            }
            if (examined_again(c, i))
                continue;
            Finding *out = check_violated(site, util_callee(call->call), util_callee(i->call),
                                          path->node ? check_code(c, path->node) : "the path");
            finding_step(out, check_place_inst(c, call->inst), 0, NULL, "the file of this name is looked at");
            finding_step(out, check_place_inst(c, i), 0, NULL, "the file that has the name by now is used");
            return;
        }
    if (perhaps)
        check_undecided(site, UNDECIDED_VALUE);
    else
        check_safe(site);
}

static const u8 attrs[] = {CA_RACE_CHECK, CA_NONE};

const CheckInfo check_toctou = {
    .id = "toctou",
    .cwe = 367,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A file is checked by its name and used by its name later",
    .sites = "calls that examine a file by its name",
    .message = "`{0}` examines `{2}`, and `{1}` uses whatever file has that name later.",
    .reason =
        "Between the two calls the name can be given to another file, for example to a symbolic link to one that only this program "
        "may write. What was found out then does not hold for what is used.",
    .repair =
        "Open the file first and examine the descriptor (`fstat`, `fchmod`), or let the open fail: `O_CREAT | O_EXCL`, "
        "`O_NOFOLLOW`, `openat` on a folder that others cannot write.",
    .references = (const char *const[]){"CERT C FIO45-C", NULL},
    .attrs = attrs,
    .on_call = on_call,
};
