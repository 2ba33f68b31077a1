/*
 * CWE-562: functions that return the address of something that dies with them: a local variable, a parameter, a temporary,
 * or a lambda that holds references to them.
 */
#include "checks/util_ir.h"

enum { FOLLOW_MAX = 6 };

typedef enum Origin { ORIGIN_ELSEWHERE, ORIGIN_STACK, ORIGIN_UNKNOWN } Origin;

static bool dies(const IrVar *var, const IrExp *place, const TypeTable *tt)
{
    if (var->kind != IV_LOCAL && var->kind != IV_PARAM && var->kind != IV_SYNTH)
        return false;
    if (var->flags & IVF_THREAD || type_kind(tt, var->type) == TY_REF)
        return false;
    return place->kind != IE_STRING;
}

static Origin worst(Origin a, Origin b)
{
    return a == b ? a : ORIGIN_UNKNOWN;
}

/* Where a pointer value leads. *which: the variable, when it is one of the function's. */
static Origin origin(CheckCtx *c, const IrExp *e, u32 depth, const IrVar **which)
{
    const IrFunction *f = c->function;
    for (;;) {
        e = ir_skip_casts(e);
        if (e->kind != IE_BINOP || (e->op != BIN_PTRADD && e->op != BIN_PTRSUB))
            break;
        e = e->a;
    }
    if (e->kind == IE_INT || e->kind == IE_STRING)
        return ORIGIN_ELSEWHERE;
    if (e->kind == IE_ADDR) {
        IrVar *var = ir_place_root(e->a);
        if (var && dies(var, e->a, &c->ir->types)) {
            *which = var;
            return ORIGIN_STACK;
        }
        return var || ir_place_global(e->a) || e->a->kind == IE_STRING ? ORIGIN_ELSEWHERE : ORIGIN_UNKNOWN;
    }
    if (e->kind != IE_TEMP || depth >= FOLLOW_MAX)
        return ORIGIN_UNKNOWN;
    const IrInst *load = ir_temp_def(f, e->temp);
    const Reach *reach = check_reach(c);
    u32 defs[8];
    if (!load || load->op != II_LOAD || load->place->kind != IE_VAR)
        return ORIGIN_UNKNOWN;
    i32 n = reach_of(reach, util_block_of(f, load), load, defs, LENGTH(defs));
    if (n <= 0 || n > (i32)LENGTH(defs))
        return ORIGIN_UNKNOWN;
    Origin all = ORIGIN_UNKNOWN;
    for (i32 i = 0; i < n; i++) {
        const IrInst *def = reach->defs[defs[i]];
        Origin one = def && def->op == II_STORE ? origin(c, def->value, depth + 1, which) : ORIGIN_UNKNOWN;
        all = i == 0 ? one : worst(all, one);
    }
    return all;
}

static void on_lambda(CheckCtx *c, Site site, const IrExp *closure)
{
    for (u32 i = 0; i < closure->n_args; i++) {
        const IrExp *arg = closure->args[i];
        IrVar *var = arg->kind == IE_ADDR ? ir_place_root(arg->a) : NULL;
        if (var && dies(var, arg->a, &c->ir->types)) {
            finding_message(
                check_violated(site, sym_str(var->name)),
                "The lambda that is returned holds a reference to `%s`, which dies with the function.",
                sym_str(var->name));
            return;
        }
    }
    check_safe(site);
}

static void on_return(CheckCtx *c, const IrInst *i)
{
    const TypeTable *tt = &c->ir->types;
    const IrExp *value = ir_skip_implicit(i->value);
    if (value->kind == IE_LAMBDA)
        return on_lambda(c, check_site_inst(c, i), value);
    TypeKind ret = type_kind(tt, c->function->ret);
    if (ret != TY_PTR && ret != TY_REF)
        return;
    Site site = check_site_inst(c, i);
    const IrVar *var = NULL;
    switch (origin(c, value, 0, &var)) {
    case ORIGIN_ELSEWHERE: check_safe(site); return;
    case ORIGIN_UNKNOWN: check_undecided(site, UNDECIDED_VALUE); return;
    case ORIGIN_STACK: break;
    }
    /* What a function returns that nobody declares may be a reference to something that lives on. */
    if (var->kind == IV_SYNTH && (type_is_unknown(tt, var->type) || c->function->flags & IFN_TEMPLATE))
        return check_undecided(site, UNDECIDED_TYPE);
    const char *name = var->name ? check_text(c, "`%s`", sym_str(var->name)) : "a temporary object";
    Finding *f = check_violated(site, name);
    if (var->node)
        finding_related(f, check_place(c, var->node), "it is declared here");
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++) {
        const IrInst *last = f->blocks[b]->last;
        if (last && last->op == II_RETURN && last->value && last->node &&
            !(last->flags & (IIF_IMPLICIT | IIF_CO)))
            on_return(c, last);
    }
}

const CheckInfo check_return_stack_address = {
    .id = "return-stack-address",
    .cwe = 562,
    .severity = SEV_HIGH,
    .confidence = CONF_VERY_HIGH,
    .title = "The address of a local variable is returned",
    .sites = "returns of pointers, references and lambdas",
    .message = "The returned address is that of {0}, which dies with the function.",
    .reason =
        "The next call reuses the memory. Whoever reads through the pointer sees other data, and whoever writes through it changes "
        "another function's variables or its return address.",
    .repair = "Return the object by value, let the caller give the memory, or allocate it.",
    .references = (const char *const[]){"CERT C DCL30-C", NULL},
    .on_function = on_function,
};
