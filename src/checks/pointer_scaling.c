/*
 * CWE-468: sizeof in the index of a typed pointer, which the language multiplies by the element's size once more.
 */
#include "checks/flow.h"

/* Is it sizeof of the element, alone or as a factor? *found: some sizeof is in it as a term or factor. */
static bool scaled(const IrUnit *u, const IrExp *n, u64 element, bool *found)
{
    n = ir_skip_casts(n);
    if (n->kind == IE_SIZEOF && !(n->flags & (IX_ALIGNOF | IX_OFFSETOF))) {
        *found = true;
        return n->flags & IX_KNOWN && n->num == element;
    }
    if (n->kind == IE_BINOP && n->op == BIN_MUL) {
        const IrExp *left = ir_skip_casts(n->a), *right = ir_skip_casts(n->b);
        return (left->kind == IE_SIZEOF && scaled(u, left, element, found)) ||
               (right->kind == IE_SIZEOF && scaled(u, right, element, found));
    }
    return false;
}

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    (void)i;
    bool index = e->kind == IE_INDEX;
    if (!e->node || !(index || (e->kind == IE_BINOP && (e->op == BIN_PTRADD || e->op == BIN_PTRSUB))))
        return;
    TypeTable *tt = (TypeTable *)&c->ir->types;
    u64 element;
    bool found = false, known = type_sizeof(tt, index ? e->type : type_of(tt, e->type), &element);
    bool twice = scaled(c->ir, e->b, known ? element : 0, &found);
    if (!found)
        return;
    Site site = check_site(c, e->node);
    if (!known)
        check_undecided(site, UNDECIDED_TYPE);
    else if (!twice || element == 1)
        check_safe(site);
    else if (flow_from_macro(c->unit, e->node))
        check_undecided(site, UNDECIDED_MACRO);
    else
        check_violated(site, check_code(c, e->node), check_text(c, "%llu", (unsigned long long)element));
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    flow_each_exp(c, f, on_exp);
}

const CheckInfo check_pointer_scaling = {
    .id = "pointer-scaling",
    .cwe = 468,
    .severity = SEV_HIGH,
    .confidence = CONF_HIGH,
    .title = "sizeof scales a pointer that is scaled already",
    .sites = "pointer additions and indices with a sizeof",
    .message = "`{0}` moves the pointer by {1} times as many bytes as meant.",
    .reason =
        "Adding to a pointer counts in elements. With sizeof as a factor the offset is multiplied by the element's size "
        "twice, and the access lands far behind the object.",
    .repair = "Leave the sizeof out, or convert the pointer to `char *` before the addition.",
    .references = (const char *const[]){"CERT C ARR39-C", NULL},
    .on_function = on_function,
};
