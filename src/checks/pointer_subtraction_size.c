/*
 * CWE-469: differences of pointers into two different objects.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

/* What a pointer is: the one assignment that reaches the variable it was read from, or the argument that a library function
 * returns a pointer into. NULL: neither. */
static const IrExp *source_of(CheckCtx *c, const IrExp *e)
{
    static const ContractAttr within[] = {CA_RETURNS_WITHIN, CA_RETURNS_ARG};
    const IrInst *def = ir_temp_def(c->function, e->temp);
    u32 at;
    if (!def)
        return NULL;
    if (def->op == II_LOAD && def->place->kind == IE_VAR) {
        const Reach *reach = check_reach(c);
        if (reach_of(reach, util_block_of(c->function, def), def, &at, 1) != 1)
            return NULL;
        const IrInst *store = reach->defs[at];
        return store && store->op == II_STORE && !(store->flags & IIF_COMPOUND) ? store->value : NULL;
    }
    const Contract *k = def->op == II_CALL ? check_contract(c, def->call) : NULL;
    for (u32 i = 0; k && i < LENGTH(within); i++) {
        u32 n = 0;
        const ContractFact *fact = contract_next(c->contracts, k, within[i], &n);
        if (fact && fact->target[0].deref == 0)
            return util_call_arg(def->call, fact->target[0].arg);
    }
    return NULL;
}

/* The object that a pointer value points into: a variable or a global; NULL when it is not shown. */
static const void *object_of(CheckCtx *c, const IrExp *e)
{
    for (u32 depth = 0; e && depth < 64; depth++) {
        e = ir_skip_casts(e);
        if (e->kind == IE_BINOP && (e->op == BIN_PTRADD || e->op == BIN_PTRSUB)) {
            e = e->a;
            continue;
        }
        if (e->kind == IE_TEMP) {
            e = source_of(c, e);
            continue;
        }
        if (e->kind != IE_ADDR)
            return NULL;
        IrVar *var = ir_place_root(e->a);
        return var ? (const void *)var : ir_place_global(e->a);
    }
    return NULL;
}

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    (void)i;
    if (e->kind != IE_BINOP || e->op != BIN_PTRDIFF || !e->node)
        return;
    Site site = check_site(c, e->node);
    const void *a = object_of(c, e->a), *b = object_of(c, e->b);
    if (!a || !b)
        check_undecided(site, UNDECIDED_VALUE);
    else if (a == b)
        check_safe(site);
    else
        check_violated(site, check_code(c, e->node));
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    flow_each_exp(c, f, on_exp);
}

const CheckInfo check_pointer_subtraction_size = {
    .id = "pointer-subtraction-size",
    .cwe = 469,
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "Difference of pointers into different objects",
    .sites = "differences of pointers",
    .message = "`{0}` subtracts pointers into two different objects.",
    .reason =
        "How two objects lie to each other is the compiler's choice, so the difference is no size of anything: it changes "
        "with options and with the stack's layout, and may be negative.",
    .repair = "Subtract pointers into the same array, or use the size of the object itself.",
    .references = (const char *const[]){"CERT C ARR36-C", "C17 6.5.6p9", NULL},
    .on_function = on_function,
};
