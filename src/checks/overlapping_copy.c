/*
 * CWE-475: memcpy and the like between two parts of one object that overlap. What the copy makes of them is undefined, and differs
 * from one processor to the next.
 */
#include "checks/check.h"
#include "checks/util_ir.h"

enum { OFFSET_DEPTH = 16 };

/* A pointer as an object or another pointer plus a constant number of bytes. */
typedef struct Based {
    const IrExp *base; /* ADDR of a place without constant offsets, or the TEMP of a LOAD of a variable */
    i64 bytes;
} Based;

static bool elements(CheckCtx *c, TypeId pointer, const IrExp *count, i64 *bytes)
{
    u64 size;
    i64 n;
    TypeTable *tt = util_types(c);
    return util_int(c, count, &n) && type_sizeof(tt, type_of(tt, pointer), &size) && size < INT32_MAX &&
           n < INT32_MAX && n > -INT32_MAX && ((*bytes = n * (i64)size), true);
}

static Based based_on(CheckCtx *c, const IrExp *e)
{
    Based out = {0};
    for (u32 depth = 0; depth < OFFSET_DEPTH; depth++) {
        i64 bytes = 0;
        e = ir_skip_casts(e);
        if (e->kind == IE_BINOP && (e->op == BIN_PTRADD || e->op == BIN_PTRSUB)) {
            if (!elements(c, e->a->type, e->b, &bytes))
                return (Based){0};
            out.bytes += e->op == BIN_PTRADD ? bytes : -bytes;
            e = e->a;
        } else if (e->kind == IE_ADDR && e->a->kind == IE_INDEX) {
            const IrExp *of = e->a->a;
            TypeTable *tt = util_types(c);
            u64 size;
            i64 n;
            if (!util_int(c, e->a->b, &n) || !type_sizeof(tt, e->a->type, &size) || size >= INT32_MAX ||
                n >= INT32_MAX || n <= -INT32_MAX)
                return (Based){0};
            out.bytes += n * (i64)size;
            out.base = of;
            return out;
        } else {
            out.base = e->kind == IE_ADDR ? e->a : e;
            return out;
        }
    }
    return (Based){0};
}

/* Do both stand for the same address when the call runs? Only for objects of the function and for variables with the same
 * definitions; anything else may have changed in between. */
static bool same_base(CheckCtx *c, const IrExp *a, const IrExp *b)
{
    const IrFunction *f = c->function;
    if (a->kind == IE_TEMP && b->kind == IE_TEMP) {
        const IrInst *x = ir_temp_def(f, a->temp), *y = ir_temp_def(f, b->temp);
        if (a->temp == b->temp)
            return true;
        u32 d, e;
        const Reach *reach = check_reach(c);
        return x && y && x->op == II_LOAD && y->op == II_LOAD && x->place->kind == IE_VAR &&
               y->place->kind == IE_VAR && x->place->var == y->place->var &&
               reach_of(reach, util_block_of(f, x), x, &d, 1) == 1 &&
               reach_of(reach, util_block_of(f, y), y, &e, 1) == 1 && d == e;
    }
    return (a->kind == IE_VAR && b->kind == IE_VAR && a->var == b->var) ||
           (a->kind == IE_GLOBAL && b->kind == IE_GLOBAL && a->global == b->global);
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    u32 i = 0;
    const ContractFact *fact = contract_next(c->contracts, call->contract, CA_NO_OVERLAP, &i);
    const IrExp *to = fact ? util_call_arg(call->call, fact->target[0].arg) : NULL;
    const IrExp *from = fact ? util_call_arg(call->call, fact->target[1].arg) : NULL;
    if (!to || !from || !c->function)
        return;
    Site site = check_site_inst(c, call->inst);
    UtilCall values = {c, call->call};
    i64 size;
    Based a = based_on(c, to), b = based_on(c, from);
    if (!a.base || !b.base) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    if (!same_base(c, a.base, b.base)) {
        bool objects = (a.base->kind == IE_VAR || a.base->kind == IE_GLOBAL || a.base->kind == IE_STRING) &&
                       (b.base->kind == IE_VAR || b.base->kind == IE_GLOBAL || b.base->kind == IE_STRING);
        if (objects)
            check_safe(site);
        else
            check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    if (!contract_eval(c->contracts, fact->expr[0], util_call_value, &values, &size)) {
        check_undecided(site, UNDECIDED_VALUE);
        return;
    }
    i64 apart = a.bytes > b.bytes ? a.bytes - b.bytes : b.bytes - a.bytes;
    if (size <= apart ||
        apart == 0) { /* x = x as a whole is harmless in practice, and what structure copies do */
        check_safe(site);
        return;
    }
    check_violated(site, util_callee(call->call), check_text(c, "%lld", (long long)size),
                   check_text(c, "%lld", (long long)apart));
}

static const u8 attrs[] = {CA_NO_OVERLAP, CA_NONE};
static const char *const references[] = {"CERT C EXP43-C", "C17 7.24.2.1", NULL};

const CheckInfo check_overlapping_copy = {
    .id = "overlapping-copy",
    .cwe = 475,
    .severity = SEV_MEDIUM,
    .confidence = CONF_VERY_HIGH,
    .title = "Copy between areas that overlap",
    .sites = "copies whose two areas must not overlap",
    .message = "`{0}` copies {1} bytes between places that are {2} bytes apart.",
    .reason =
        "The function may copy in any order and in blocks of any size. Bytes that were overwritten already are read again, so that the "
        "data is garbled on some machines and not on others.",
    .repair = "Use `memmove`, which copies overlapping areas.",
    .references = references,
    .attrs = attrs,
    .on_call = on_call,
};
