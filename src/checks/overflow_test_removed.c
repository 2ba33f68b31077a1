/*
 * Tests for an overflow that presuppose the overflow: `p + n < p` and, for signed numbers, `a + b < a`. Both sums are undefined
 * when they overflow, so compilers reduce the test to one of n or b, and the protection is gone.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

/* e, below implicit conversions, is x + y or x - y with one operand the same as `other`. Returns the operation or NULL. */
static const IrExp *sum_with(const IrFunction *f, const IrExp *e, const IrExp *other, bool *minus)
{
    e = ir_skip_implicit(e);
    if (e->kind != IE_BINOP)
        return NULL;
    *minus = e->op == BIN_SUB || e->op == BIN_PTRSUB;
    if (e->op != BIN_ADD && e->op != BIN_PTRADD && !*minus)
        return NULL;
    other = ir_skip_implicit(other);
    if (ir_exp_same(f, ir_skip_implicit(e->a), other))
        return e;
    return e->op == BIN_ADD && ir_exp_same(f, ir_skip_implicit(e->b), other) ? e : NULL;
}

static void judge(CheckCtx *c, const IrInst *i, const IrExp *e)
{
    e = ir_skip_implicit(e);
    if (e->kind == IE_UNOP && e->op == UN_NOT)
        e = ir_skip_implicit(e->a);
    if (e->kind != IE_BINOP || e->op < BIN_LT || e->op > BIN_GE || !e->node)
        return;
    bool minus, left = true;
    const IrExp *sum = sum_with(c->function, e->a, e->b, &minus);
    if (!sum) {
        sum = sum_with(c->function, e->b, e->a, &minus);
        left = false;
    }
    /* x + y < x and x + y >= x (and mirrored) ask for an overflow; x + y > x asks whether y is positive. */
    bool asks_less = left ? e->op == BIN_LT || e->op == BIN_GE : e->op == BIN_GT || e->op == BIN_LE;
    bool asks_more = left ? e->op == BIN_GT || e->op == BIN_LE : e->op == BIN_LT || e->op == BIN_GE;
    if (!sum || !(minus ? asks_more : asks_less))
        return;
    const TypeTable *tt = &c->ir->types;
    bool pointer = sum->op == BIN_PTRADD || sum->op == BIN_PTRSUB;
    Site site = check_site(c, e->node);
    if (!pointer && type_is_unknown(tt, sum->type))
        check_undecided(site, UNDECIDED_TYPE);
    else if (!pointer && !(type_is_integer(tt, sum->type) && type_is_signed(tt, sum->type)))
        check_safe(site);
    else
        check_violated(site, check_code(c, e->node), pointer ? "pointer" : "signed",
                       pointer ? "compare sizes, not pointers: `n > (size_t)(end - p)`"
                               : "test before adding: `a > INT_MAX - b`, or use `__builtin_add_overflow`");
    (void)i;
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_BRANCH)
                judge(c, i, i->cond);
            else if (i->op == II_STORE || (i->op == II_RETURN && i->value))
                judge(c, i, i->value);
        }
}

static const char *const references[] = {"CERT C INT32-C", "CERT C ARR30-C",
                                         "ISO/IEC 9899:2018, 6.5.6 and 6.5, paragraph 5", NULL};

const CheckInfo check_overflow_test_removed = {
    .id = "overflow-test-removed",
    .cwe = 733,
    .related = {758, 190},
    .severity = SEV_MEDIUM,
    .confidence = CONF_HIGH,
    .title = "Overflow test that the compiler may remove",
    .sites = "comparisons of a sum with one of its summands",
    .message =
        "`{0}` tests for a {1} overflow by letting it happen, so an optimising compiler may take the test as never true.",
    .reason =
        "A signed sum or a pointer that leaves its range is undefined behaviour. Compilers assume that it does not happen, drop the "
        "test, and what it protects runs with the overflowed value.",
    .repair = "Do not compute what may overflow; {2}.",
    .references = references,
    .on_function = on_function,
};
