/*
 * CWE-459: temporary files that stay behind: the name was made by mkstemp in an array of the function, and the function ends
 * without a use for it, so that nobody can remove the file any more.
 */
#include "checks/check.h"
#include "checks/util_ir.h"

/* What the function does with the name besides making it. */
typedef enum NameUse { NAME_NOTHING, NAME_READ, NAME_REMOVED, NAME_UNKNOWN } NameUse;

/* Does the contract do something with argument k that may have to do with the file: open, rename or remove it, run a command, keep or
 * copy the name? */
static bool uses_file(CheckCtx *c, const Contract *contract, u32 k)
{
    static const u8 attrs[] = {CA_RACE_USE, CA_SINK, CA_COPIES, CA_PROPAGATES, CA_ALLOCATES, CA_ESCAPES};
    for (u32 i = 0; i < contract->n; i++) {
        const ContractFact *fact = contract_fact(c->contracts, contract, i);
        bool wanted = false, about = false;
        for (u32 a = 0; a < LENGTH(attrs); a++)
            wanted = wanted || fact->attr == attrs[a];
        for (u32 t = 0; t < LENGTH(fact->target); t++)
            about = about || fact->target[t].arg == (i32)k ||
                    (fact->target[t].arg == CT_VARARGS && k >= contract->n_params);
        if (wanted && about)
            return true;
    }
    return false;
}

static NameUse use_in_call(CheckCtx *c, const IrCall *call, const IrVar *name)
{
    NameUse use = NAME_NOTHING;
    for (u32 k = 0; k < call->n_args; k++) {
        if (util_pointee_root(c->function, call->args[k]) != name && !util_mentions(call->args[k], name))
            continue;
        const Contract *contract = check_contract(c, call);
        if (!contract || !contract->from_library)
            return NAME_UNKNOWN;
        if (uses_file(c, contract, k))
            return NAME_REMOVED;
        use = NAME_READ;
    }
    return use;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    const IrVar *name = f && call->call->n_args ? util_pointee_root(f, call->call->args[0]) : NULL;
    if (!name || !call->contract || !call->contract->from_library)
        return;
    Site site = check_site_inst(c, call->inst);
    if (name->kind != IV_LOCAL || type_kind(&c->ir->types, name->type) != TY_ARRAY ||
        name->flags & IVF_CAPTURED) {
        check_undecided(site, UNDECIDED_ESCAPES);
        return;
    }
    if (util_too_large(c)) {
        check_undecided(site, UNDECIDED_BUDGET);
        return;
    }
    NameUse use = NAME_NOTHING;
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            NameUse here = NAME_NOTHING;
            if (i == call->inst || i->op == II_SCOPE_BEGIN || i->op == II_SCOPE_END)
                continue;
            if (i->op == II_CALL)
                here = use_in_call(c, i->call, name);
            else if (i->op == II_UNKNOWN || (i->op == II_RETURN && i->value && util_inst_mentions(i, name)))
                here = NAME_UNKNOWN;
            else if (i->op == II_STORE && !(ir_place_root(i->place) == name) && util_inst_mentions(i, name))
                here = NAME_UNKNOWN; /* its address goes into another variable */
            use = MAX(use, here);
        }
    if (use == NAME_UNKNOWN)
        check_undecided(site, UNDECIDED_CALLEE);
    else if (use == NAME_REMOVED)
        check_safe(site);
    else
        check_violated(site, util_callee(call->call), sym_str(name->name));
}

static const char *const callees[] = {"mkstemp", "mkostemp", "mkstemps", "mkostemps", "mkstemp64", NULL};
static const char *const references[] = {"CERT C FIO44-C", NULL};

const CheckInfo check_temp_file_left = {
    .id = "temp-file-left",
    .cwe = 459,
    .severity = SEV_LOW,
    .confidence = CONF_HIGH,
    .title = "A temporary file that nobody removes",
    .sites = "temporary files that are made under a new name",
    .message =
        "The file that `{0}` makes is never removed, and its name is lost with `{1}` when the function ends.",
    .reason =
        "Each run leaves a file, with all that was written to it, for others to read and until the disk is full.",
    .repair =
        "Call `unlink({1})` as soon as the file is open, or make the file without a name: `O_TMPFILE`, `tmpfile`.",
    .references = references,
    .callees = callees,
    .on_call = on_call,
};
