/*
 * CWE-468: sizeof in the index of a typed pointer, which the language multiplies by the element's size once more; and the opposite, a
 * byte pointer into an array of larger elements that is moved by a number of elements, as if the language multiplied it.
 */
#include "checks/flow.h"
#include "checks/util_ir.h"

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

/* The type of the elements of the array that a byte pointer was made from: the variable has one definition, an explicit cast of a
 * pointer to larger integers or floating numbers. 0: no such pointer. */
static TypeId elements_behind(CheckCtx *c, const IrExp *pointer, u64 *size)
{
    const IrFunction *f = c->function;
    const IrExp *e = ir_skip_implicit(pointer);
    const IrInst *load = e->kind == IE_TEMP ? ir_temp_def(f, e->temp) : NULL;
    const Reach *reach = load && load->op == II_LOAD && load->place->kind == IE_VAR ? check_reach(c) : NULL;
    u32 def;
    if (!reach || reach_of(reach, util_block_of(f, load), load, &def, 1) != 1 || !reach->defs[def] ||
        reach->defs[def]->op != II_STORE)
        return 0;
    const IrExp *cast = reach->defs[def]->value;
    if (cast->kind != IE_CAST || cast->flags & IX_IMPLICIT)
        return 0;
    const IrExp *array = ir_skip_implicit(cast->a);
    TypeId element =
        array->kind == IE_ADDR && array->flags & IX_DECAY ? type_of(&c->ir->types, array->type) : 0;
    return element && type_is_arithmetic(&c->ir->types, element) &&
                   type_sizeof(util_types(c), element, size) && *size > 1
               ? element
               : 0;
}

/* (int)*(bytes + 2), where `bytes` was made from an array of int: the cast says that an element is wanted, and the step is no whole
 * number of them. */
static void on_cast(CheckCtx *c, const IrExp *e)
{
    if (!e->node || e->flags & IX_IMPLICIT || (e->op != CAST_C && e->op != CAST_STATIC))
        return;
    const IrExp *value = ir_skip_implicit(e->a);
    const IrInst *load = value->kind == IE_TEMP ? ir_temp_def(c->function, value->temp) : NULL;
    if (!load || load->op != II_LOAD || !type_is_char(&c->ir->types, load->place->type))
        return;
    const IrExp *pointer = NULL, *step = NULL,
                *sum = load->place->kind == IE_DEREF ? ir_skip_implicit(load->place->a) : NULL;
    if (sum && sum->kind == IE_BINOP && sum->op == BIN_PTRADD) {
        pointer = sum->a;
        step = sum->b;
    }
    i64 n;
    u64 size = 0;
    TypeId element = pointer && ir_exp_const(c->ir, step, &n) ? elements_behind(c, pointer, &size) : 0;
    if (!element || type_unqualified(&c->ir->types, element) != type_unqualified(&c->ir->types, e->type))
        return;
    Site site = check_site(c, e->node);
    if (n == 0 || (u64)(n < 0 ? -n : n) % size == 0)
        check_safe(site);
    else if (flow_from_macro(c->unit, e->node))
        check_undecided(site, UNDECIDED_MACRO);
    else
        finding_repair(
            finding_reason(
                finding_message(check_violated(site),
                                "`%s` reads one byte, %lld bytes into an array whose elements have %llu.",
                                check_code(c, e->node), (long long)n, (unsigned long long)size),
                "The pointer counts in bytes, so the step leads into the middle of an element, and what is read is "
                "one byte of it, made larger: neither the element nor its place."),
            "Index the array itself, or read the whole element with `memcpy` at a multiple of its size.");
}

static void on_exp(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    (void)i;
    if (e->kind == IE_CAST) {
        on_cast(c, e);
        return;
    }
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
