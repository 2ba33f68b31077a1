/*
 * CWE-587: numbers used as addresses. Registers of devices (volatile), small numbers that mark something and -1 are left
 * alone.
 */
#include "checks/flow.h"

/* Below the first pages, or their negatives: values that stand for something else than an address. */
enum { MARKER_MAX = 0xffff };

static bool is_volatile(const TypeTable *tt, TypeId t)
{
    for (u32 depth = 0; depth < 8; depth++) {
        if (type_get(tt, t)->quals & TQ_VOLATILE)
            return true;
        if (type_kind(tt, t) != TY_PTR && type_kind(tt, t) != TY_ARRAY)
            return false;
        t = type_of(tt, t);
    }
    return false;
}

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    const TypeTable *tt = &c->ir->types;
    i64 address;
    if (e->kind != IE_CAST || !e->node || type_kind(tt, e->type) != TY_PTR)
        return;
    const IrExp *from = ir_skip_implicit(e->a);
    if (!type_is_integer(tt, from->type) || !ir_exp_const(c->ir, from, &address) || address == 0 ||
        from->flags & IX_ENUMERATOR)
        return;
    if (e->flags & IX_IMPLICIT && c->unit->lang == LANG_CXX)
        return; /* C++ has no such conversion: another overload is called than lowering chose */
    Site site = check_site(c, e->node);
    bool volatile_place = i->op == II_STORE && is_volatile(tt, i->place->type);
    if (i->op == II_BRANCH) /* compared with a marker */
        check_safe(site);
    else if ((address >= -MARKER_MAX && address <= MARKER_MAX) || is_volatile(tt, e->type) || volatile_place)
        check_safe(site);
    else if (type_width(tt, from->type) == 32 && (u32)address >= (u32)-MARKER_MAX)
        check_safe(site); /* (void *)0xffffffff */
    else
        check_violated(site, check_text(c, "0x%llx", (unsigned long long)address));
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    flow_each_exp(c, f, on_exp);
}

static void on_global(CheckCtx *c, const IrGlobal *g)
{
    if (g->init)
        flow_each_exp(c, g->init, on_exp);
}

const CheckInfo check_fixed_address = {
    .id = "fixed-address",
    .cwe = 587,
    .severity = SEV_LOW,
    .confidence = CONF_MEDIUM,
    .title = "A number is used as an address",
    .sites = "conversions of constants to pointers",
    .message = "The pointer is set to the fixed address {0}.",
    .reason =
        "What lies at a fixed address differs between builds, systems and runs. Where anything is mapped there, an attacker "
        "knows its address without having to guess, which defeats the randomisation of the address space.",
    .repair =
        "Let the system or the linker choose the address. For a register of a device, make the target `volatile`.",
    .on_function = on_function,
    .on_global = on_global,
};
