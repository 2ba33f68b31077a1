/*
 * CWE-188: stepping from one variable or member to its neighbour by pointer arithmetic, as if the layout were known.
 */
#include "checks/util_ir.h"

/* One step of an accessed place: *(&x + n) or (&x)[n]. */
static void on_step(CheckCtx *c, const IrExp *e)
{
    const IrExp *base = e->a, *step = e->b;
    if (e->kind == IE_DEREF) {
        const IrExp *sum = ir_skip_casts(e->a);
        if (sum->kind != IE_BINOP || (sum->op != BIN_PTRADD && sum->op != BIN_PTRSUB))
            return;
        base = sum->a;
        step = sum->b;
    }
    base = ir_skip_implicit(base);
    if (!e->node || base->kind != IE_ADDR || base->flags & (IX_DECAY | IX_BINDING))
        return;
    const IrExp *object = base->a;
    if (object->kind != IE_FIELD && object->kind != IE_VAR && object->kind != IE_GLOBAL)
        return;
    TypeKind kind = type_kind(&c->ir->types, object->type);
    if (kind == TY_ARRAY || kind == TY_UNKNOWN || kind == TY_NAMED)
        return;
    Site site = check_site(c, e->node);
    i64 n;
    if (!util_int(c, step, &n))
        check_undecided(site, UNDECIDED_VALUE);
    else if (n == 0)
        check_safe(site);
    else
        check_violated(site, check_code(c, e->node),
                       object->node ? check_code(c, object->node) : "the object");
}

/* Taking an address is no access, so only what is loaded and stored counts. */
static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op != II_LOAD && (i->op != II_STORE || i->flags & IIF_COMPOUND))
                continue;
            for (const IrExp *e = i->place; e->kind >= IE_DEREF; e = e->a) {
                if (e->kind == IE_DEREF || (e->kind == IE_INDEX && !ir_is_place(e->a)))
                    on_step(c, e);
                if (e->kind == IE_DEREF || e->kind == IE_OBJECT || !ir_is_place(e->a))
                    break;
            }
        }
}

const CheckInfo check_member_layout = {
    .id = "member-layout",
    .cwe = 188,
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "A neighbour in memory is reached from the address of another variable",
    .sites = "accesses at an offset from the address of a single object",
    .message = "`{0}` leaves `{1}` to reach what happens to lie next to it.",
    .reason =
        "The compiler pads and reorders: what follows a variable or a member is not fixed. Such an access is undefined and "
        "reads or overwrites whatever is there.",
    .repair = "Name the other member, or use an array.",
    .references = (const char *const[]){"CERT C ARR37-C", NULL},
    .on_function = on_function,
};
