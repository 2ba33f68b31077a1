/*
 * switch over an enum that neither names all enumerators nor has a default. A switch over a plain integer without a default has no
 * list to be measured by and is undecided.
 */
#include "checks/check.h"

#include "base/str.h"
#include "checks/util_ir.h"
#include "checks/util_names.h"

/* Enumerators that count or bound the others are no values. */
static bool is_bound(const char *name)
{
    return util_name_has_any(name,
                             "max last count num end total size nr sentinel first min invalid none limit") ||
           str_starts(name, "N_") || str_starts(name, "__");
}

static void judge(CheckCtx *c, const IrInst *i)
{
    const IrSwitch *sw = i->sw;
    if (!i->node)
        return;
    Site site = check_site(c, i->node);
    site.end = site.begin + 1; /* the keyword: the body would be all of it */
    if (sw->default_node) {
        check_safe(site);
        return;
    }
    const EnumType *e = sw->enum_type ? type_enum(util_types(c), sw->enum_type) : NULL;
    if (!e || !e->complete || e->n_values == 0) {
        check_undecided(site, sw->enum_type ? UNDECIDED_TYPE : UNDECIDED_VALUE);
        return;
    }
    u32 missing = 0;
    Sb names;
    sb_init(&names);
    for (u32 v = 0; v < e->n_values; v++) {
        const Enumerator *value = &e->values[v];
        bool found = is_bound(sym_str(value->name));
        for (u32 k = 0; !found && k < sw->n_cases; k++)
            found = sw->cases[k].name == value->name ||
                    (sw->cases[k].known && value->known && sw->cases[k].lo <= value->value &&
                     value->value <= sw->cases[k].hi);
        if (found)
            continue;
        if (missing++ < 4)
            sb_addf(&names, "%s`%s`", names.n ? ", " : "", sym_str(value->name));
    }
    if (missing > 4)
        sb_addf(&names, " and %u more", missing - 4);
    if (missing == 0)
        check_safe(site);
    else if (e->uncertain)
        check_undecided(site, UNDECIDED_CONFIGURATION);
    else
        check_violated(site, names.s, e->tag ? sym_str(e->tag) : "the enum");
    sb_release(&names);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        if (f->blocks[b]->last->op == II_SWITCH)
            judge(c, f->blocks[b]->last);
}

static const char *const references[] = {"CERT C MSC01-C", "MISRA C:2012 rule 16.4", NULL};

const CheckInfo check_missing_default = {
    .id = "missing-default",
    .cwe = 478,
    .severity = SEV_NOTE,
    .confidence = CONF_HIGH,
    .title = "switch that passes over values of its enum",
    .sites = "switch statements",
    .message = "The switch has no default and passes over {0} of `{1}`.",
    .reason =
        "These values, and those that a damaged or hostile input puts into the variable, silently do nothing: what the cases should have "
        "set keeps its old value.",
    .repair = "Name the missing enumerators, and add a default that reports what it was given as an error.",
    .references = references,
    .on_function = on_function,
};
