/*
 * Calls of the project's own functions with another number of arguments than they have parameters. Compilers refuse this where a
 * prototype is in sight; K&R definitions let it through, and are the sites.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    const Index *ix = &c->project->index;
    if (ir->kind != IC_DIRECT || !ir->entry || ir->flags & (ICF_TYPE_ARGS | ICF_AMBIGUOUS))
        return;
    u32 wanted = 0;
    const IndexEntry *declared = NULL;
    for (u32 e = index_first(ix, ir->name); e; e = ix->entries.at[e].next) {
        const IndexEntry *entry = &ix->entries.at[e];
        u32 n;
        if (entry->kind != DK_FUNCTION && entry->kind != DK_PROTOTYPE)
            continue;
        if (sym_len(entry->scope) || c->project->units.at[entry->unit]->lang != LANG_C)
            continue; /* something of C++ that has the same name */
        if (entry->unit == 0)
            return;
        if (entry->is_static && entry->unit != c->unit->index)
            continue;
        /* With a prototype in sight compilers refuse the call, so that a name which seems to be called wrongly is a macro or
         * belongs to another configuration. */
        if (!util_is_unprototyped(c, e))
            return;
        int known = util_param_count(c, e, &n);
        if (known <= 0) {
            if (known < 0)
                return; /* variadic */
            continue;
        }
        if (n == ir->n_args) {
            check_safe(check_site_inst(c, call->inst));
            return;
        }
        wanted = n;
        declared = entry;
    }
    if (!declared)
        return;
    Site site = check_site_inst(c, call->inst);
    for (u32 i = 0; i < ir->n_args; i++)
        if (ir_skip_casts(ir->args[i])->kind == IE_UNKNOWN) {
            check_undecided(site, UNDECIDED_MACRO);
            return;
        }
    Finding *f = check_violated(site, check_code(c, call->inst->node), check_text(c, "%u", ir->n_args),
                                check_text(c, "%u", wanted), util_callee(ir));
    if (declared->unit == c->unit->index)
        finding_related(f, check_place(c, declared->node), "`%s` is declared here", util_callee(ir));
}

static const char *const references[] = {"CERT C EXP37-C", NULL};

const CheckInfo check_argument_count = {
    .id = "argument-count",
    .cwe = 685,
    .related = {628},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Call with a wrong number of arguments",
    .sites = "calls of functions that are declared without a prototype",
    .message = "`{0}` passes {1} arguments, but `{3}` has {2} parameters.",
    .reason =
        "The behaviour is undefined: parameters without an argument hold whatever is in their register or on the stack, which the "
        "function then uses as an address, a length or a flag.",
    .repair =
        "Pass {2} arguments, and declare the function with a prototype in a header, so that compilers check its calls.",
    .references = references,
    .c_only = true,
    .on_call = on_call,
};
