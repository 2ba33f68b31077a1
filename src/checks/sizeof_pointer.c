/*
 * sizeof of a pointer where the size of what it points to is meant: as the size argument next to the same pointer, of an array
 * parameter, in p = malloc(sizeof p) and in sizeof p / sizeof p[0].
 */
#include "checks/check.h"

#include "checks/util_ir.h"

static const IrExp *bare(const IrExp *e)
{
    return ir_skip_casts(e);
}

/* Is what the pointer points to a pointer too, so that the size is right by accident or on purpose? */
static bool points_to_pointer(const TypeTable *tt, TypeId pointer)
{
    TypeId to = type_of(tt, pointer);
    return type_is_unknown(tt, to) || type_is_pointer(tt, to);
}

static void violated(CheckCtx *c, const IrExp *size, Site site, const char *meant)
{
    const IrExp *operand = size->size->operand;
    const char *code = check_code(c, size->node);
    const char *name = operand && operand->node ? check_code(c, operand->node) : "the pointer";
    Finding *f = check_violated(
        site, code, name, meant ? meant : check_text(c, "`sizeof *%s`, times the number of elements", name));
    if (size->size->of_array_param)
        finding_message(
            f, "`%s` is the size of a pointer: a parameter that is declared as an array is a pointer.", code);
}

typedef struct Seen {
    CheckCtx *c;
    const IrInst *inst;
} Seen;

/* sizeof p / sizeof p[0] and sizeof of array parameters, wherever they stand. */
static void expression(void *ctx, const IrExp *e)
{
    Seen *s = ctx;
    if (e->kind == IE_SIZEOF && e->size->of_array_param && e->node) {
        violated(s->c, e, check_site(s->c, e->node),
                 "the number of elements as a parameter of its own, times the size of one");
        return;
    }
    if (e->kind == IE_BINOP && e->op == BIN_DIV) {
        const IrExp *a = bare(e->a), *b = bare(e->b);
        if (a->kind == IE_SIZEOF && b->kind == IE_SIZEOF && a->node && a->size->of_pointer &&
            !a->size->of_array_param && a->size->operand &&
            b->size->of == type_of(&s->c->ir->types, a->size->of) &&
            !points_to_pointer(&s->c->ir->types, a->size->of)) {
            violated(s->c, a, check_site(s->c, a->node),
                     "the number of elements, which must be passed along with the pointer");
            return;
        }
    }
    const IrExp *sub[2];
    u32 n = ir_exp_children(e, sub);
    for (u32 i = 0; i < n; i++)
        expression(ctx, sub[i]);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            Seen s = {.c = c, .inst = i};
            ir_inst_exps(i, expression, &s);
        }
}

static void on_call(CheckCtx *c, const CheckCall *call)
{
    const IrCall *ir = call->call;
    const TypeTable *tt = &c->ir->types;
    const IrFunction *f = c->function;
    for (u32 n = 0; f && n < ir->n_args; n++) {
        const IrExp *size = bare(ir->args[n]);
        if (size->kind != IE_SIZEOF || !size->size->of_pointer || size->size->of_array_param ||
            !size->size->operand || !size->node)
            continue;
        Site site = check_site(c, size->node);
        bool same = false;
        for (u32 a = 0; a < ir->n_args && !same; a++) {
            const IrExp *place = a != n ? ir_loaded_place(f, bare(ir->args[a])) : NULL;
            same = place && ir_exp_same(f, place, size->size->operand);
        }
        /* p = malloc(sizeof p) */
        bool allocates = contract_has(call->contract, CA_ALLOCATES);
        for (const IrInst *i = call->inst->next; allocates && !same && i; i = i->next)
            if (i->op == II_STORE && call->inst->temp && bare(i->value)->kind == IE_TEMP &&
                bare(i->value)->temp == call->inst->temp)
                same = ir_exp_same(f, i->place, size->size->operand);
        if (!same || points_to_pointer(tt, size->size->of))
            check_safe(site);
        else
            violated(c, size, site, NULL);
    }
}

static const char *const references[] = {"CERT C ARR01-C", "CERT C EXP42-C", NULL};

const CheckInfo check_sizeof_pointer = {
    .id = "sizeof-pointer",
    .cwe = 467,
    .related = {131},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Size of a pointer in the place of the size of its target",
    .sites = "sizeof of pointers given to functions",
    .message =
        "`{0}` is the size of the pointer `{1}`, 8 bytes on 64-bit machines, not of what it points to.",
    .reason =
        "Only the first bytes are cleared, copied or compared, or too little is allocated and what lies behind is overwritten.",
    .repair = "Use {2}.",
    .references = references,
    .on_function = on_function,
    .on_call = on_call,
};
