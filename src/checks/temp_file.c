/*
 * Names of temporary files that are made up first and opened later: dangerous(377 ...) in the contracts.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static const u16 cwes[] = {377, 379, 0};

/* What a value points to or is read from, for comparing; NULL when it is not shown. */
static const IrVar *object(const IrFunction *f, const IrExp *e)
{
    const IrExp *place = ir_loaded_place(f, ir_skip_casts(e));
    return place && place->kind == IE_VAR ? place->var : util_pointee_root(f, e);
}

/* The variables that hold the name: the one given to the call, and the one its result is stored in. */
typedef struct Holders {
    const IrVar *given, *stored;
} Holders;

static Holders holders(const IrFunction *f, const IrInst *call)
{
    Holders h = {0};
    for (u32 k = 0; !h.given && k < call->call->n_args; k++)
        h.given = object(f, call->call->args[k]);
    for (u32 b = 0; !h.stored && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next)
            if (i->op == II_STORE && i->place->kind == IE_VAR &&
                ir_result_of_call(f, ir_skip_casts(i->value)) == call)
                h.stored = i->place->var;
    return h;
}

/* Is the name only given to calls that refuse one which exists? Then who takes the name first wins nothing. */
static bool made_new(CheckCtx *c, const CheckCall *call)
{
    const IrFunction *f = c->function;
    Holders h = f && !util_too_large(c) ? holders(f, call->inst) : (Holders){0};
    bool made = false;
    for (u32 b = 0; (h.given || h.stored) && b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_CALL || i == call->inst || !util_dominates(c, call->inst, i))
                continue;
            bool takes = false;
            for (u32 a = 0; a < i->call->n_args; a++) {
                const IrVar *v = object(f, i->call->args[a]);
                takes = takes || (v && (v == h.given || v == h.stored));
            }
            if (!takes)
                continue;
            if (util_makes_new(c, i))
                made = true;
            else if (contract_has(check_contract(c, i->call), CA_RACE_USE) && !made)
                return false;
        }
    return made;
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    static const char *const safe[] = {"mkstemp", "mkostemp", "mkdtemp", "tmpfile", "mkstemps"};
    const ContractFact *fact = util_fact_of_cwe(c, call->contract, CA_DANGEROUS, cwes);
    Site site = check_site_inst(c, call->inst);
    if (fact) {
        if (made_new(c, call))
            check_safe(site);
        else
            check_violated(site, util_callee(call->call), sym_str(fact->text[0]), sym_str(fact->text[1]));
        return;
    }
    Sym name = call->call->name;
    for (u32 i = 0; i < LENGTH(safe); i++)
        if (name == intern_str(safe[i]) && call->contract && call->contract->from_library)
            check_safe(site);
}

static const u8 attrs[] = {CA_DANGEROUS, CA_NONE};
static const char *const callees[] = {"mkstemp", "mkostemp", "mkdtemp", "tmpfile", "mkstemps", NULL};
static const char *const references[] = {"CERT C FIO21-C", "POSIX.1-2017, tmpnam: application usage", NULL};

const CheckInfo check_temp_file = {
    .id = "temp-file",
    .cwe = 377,
    .related = {367},
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "Temporary file whose name is chosen before it is made",
    .sites = "calls that name or make temporary files",
    .message = "`{0}` only makes up a name for a temporary file: {1}.",
    .reason =
        "In a folder that all may write to, such as `/tmp`, another user can put a link there between the two steps. The program "
        "then overwrites the file that the link leads to, or reads what the other one has put there.",
    .repair = "Let one call choose the name and make the file: {2}.",
    .references = references,
    .attrs = attrs,
    .callees = callees,
    .on_call = on_call,
};
