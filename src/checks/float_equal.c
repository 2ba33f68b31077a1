/*
 * == and != between floating-point numbers of which one was computed or cannot be represented exactly. Comparisons with
 * exact constants (0, 1, 0.5), of a number with itself and with its own rounding are safe.
 */
#include "checks/check.h"

#include "checks/util_ir.h"

/* Does a constant have few enough bits to come out of arithmetic unchanged? */
static bool is_exact(double v)
{
    if (v != v || v > 1e15 || v < -1e15)
        return true;          /* NaN and infinities are special values, not results */
    double scaled = v * 4096; /* halves, quarters ... down to 1/4096 */
    return scaled == (double)(i64)scaled;
}

/* The value that a variable got from the one assignment that reaches here, else e itself. */
static const IrExp *assigned(CheckCtx *c, const IrExp *e)
{
    const IrFunction *f = c->function;
    const IrExp *bare = ir_skip_implicit(e);
    const IrInst *load = bare->kind == IE_TEMP ? ir_temp_def(f, bare->temp) : NULL;
    u32 def;
    if (!load || load->op != II_LOAD)
        return bare;
    const Reach *reach = check_reach(c);
    if (reach_of(reach, util_block_of(f, load), load, &def, 1) != 1 || !reach->defs[def] ||
        reach->defs[def]->op != II_STORE)
        return bare;
    return ir_skip_implicit(reach->defs[def]->value);
}

static bool is_computed(const TypeTable *tt, const IrExp *e)
{
    return e->kind == IE_BINOP && type_kind(tt, e->type) == TY_FLOAT &&
           (e->op == BIN_ADD || e->op == BIN_SUB || e->op == BIN_MUL || e->op == BIN_DIV);
}

static void judge(CheckCtx *c, const IrExp *e)
{
    const TypeTable *tt = &c->ir->types;
    e = ir_skip_implicit(e);
    if (e->kind == IE_UNOP && e->op == UN_NOT)
        e = ir_skip_implicit(e->a);
    if (e->kind != IE_BINOP || (e->op != BIN_EQ && e->op != BIN_NE) || !e->node ||
        type_kind(tt, e->a->type) != TY_FLOAT)
        return;
    Site site = check_site(c, e->node);
    const IrExp *sides[2] = {assigned(c, e->a), assigned(c, e->b)};
    if (ir_exp_same(c->function, e->a, e->b) ||
        ir_exp_same(c->function, ir_skip_casts(e->a), ir_skip_casts(e->b))) {
        check_safe(site); /* a test for NaN, or for a whole number */
        return;
    }
    bool constant = false, inexact = false, computed = false;
    for (u32 i = 0; i < 2; i++) {
        const IrExp *s = ir_skip_casts(sides[i]);
        if (s->kind == IE_FLOAT || s->kind == IE_INT) {
            constant = true;
            inexact = inexact || (s->kind == IE_FLOAT && !is_exact(s->real));
        }
        computed = computed || is_computed(tt, sides[i]);
    }
    if (constant && !inexact)
        check_safe(site);
    else if (computed || inexact)
        check_violated(site, check_code(c, e->node));
    else
        check_undecided(site, UNDECIDED_VALUE);
}

static void on_function(CheckCtx *c, const IrFunction *f)
{
    for (u32 b = 0; b < f->n_blocks; b++)
        for (const IrInst *i = f->blocks[b]->first; i; i = i->next) {
            if (i->op == II_BRANCH)
                judge(c, i->cond);
            else if (i->op == II_STORE || (i->op == II_RETURN && i->value))
                judge(c, i->value);
        }
}

static const char *const references[] = {
    "CERT C FLP02-C",
    "Goldberg 1991, What Every Computer Scientist Should Know About Floating-Point Arithmetic", NULL};

const CheckInfo check_float_equal = {
    .id = "float-equal",
    .cwe = 1077,
    .related = {697},
    .severity = SEV_NOTE,
    .confidence = CONF_MEDIUM,
    .title = "Computed floating-point numbers compared for equality",
    .sites = "== and != between floating-point numbers",
    .message =
        "`{0}` compares floating-point numbers for equality although one of them carries a rounding error.",
    .reason =
        "0.1 + 0.2 is not 0.3 in binary. Whether the comparison holds depends on rounding, the compiler's options and the machine, so a "
        "limit is missed or a loop does not end.",
    .repair =
        "Compare with a tolerance that fits the values (`fabs(a - b) <= eps * fmax(fabs(a), fabs(b))`), or compute in integers.",
    .references = references,
    .on_function = on_function,
};
