/*
 * Floating values: whether one is zero, comparisons with constants, and functions of constants. Called by exec_exp.c, exec_arith.c and exec_result.c; the
 * values themselves are opaque to the store.
 */
#include <math.h>
#include <string.h>

#include "engine/explore.h"

/* The value that is zero exactly when v is: v without the conversions between floating types, signs and magnitudes. */
static Val root_of(const Values *vs, Val v)
{
    for (u32 i = 0; i < 16; i++) {
        const SymInfo *s = val_kind(vs, v) == VK_SYM ? val_sym_info(vs, v) : NULL;
        if (!s || !s->was || (s->origin != SO_OPAQUE && s->origin != SO_LIBRARY && s->origin != SO_RESULT) ||
            val_type(vs, s->was).width)
            break;
        v = s->was;
    }
    return v;
}

/* The fact that v is not zero: a symbol of its own, for the store knows nothing of floating values. */
static Val is_nonzero(Run *r, Val v)
{
    Values *vs = &r->values;
    SymInfo info = sym_info(SO_OPAQUE, vtype_int);
    info.lo = 0;
    info.hi = 1;
    Val sym = val_sym(vs, KEY_NONZERO, root_of(vs, v), 0, 0, &info);
    return val_cmp(vs, BIN_NE, sym, val_int(vs, vtype_int, 0));
}

/* The integer that v was converted from, or 0. */
static Val integer_of(const Values *vs, Val v)
{
    const SymInfo *i = val_kind(vs, v) == VK_SYM ? val_sym_info(vs, v) : NULL;
    if (!i || i->origin != SO_OPAQUE || !i->was)
        return 0;
    VType t = val_type(vs, i->was);
    return t.width && !t.ptr && (t.sgn || t.width < 64) ? i->was : 0;
}

#define EXACT 0x1p52 /* integers up to it are floating values too, and so are their neighbours */

static Val compare_integer(Run *r, IrBinop op, Val x, double k)
{
    Values *vs = &r->values;
    if (!(k > -EXACT && k < EXACT))
        return 0;
    Val a = val_cast(vs, vtype_off, x);
    bool up = op == BIN_LT || op == BIN_GE;
    double whole = up ? ceil(k) : floor(k);
    if ((op == BIN_EQ || op == BIN_NE) && whole != k)
        return val_int(vs, vtype_int, op == BIN_NE);
    return val_cmp(vs, op, a, val_off(vs, (i64)whole));
}

Val exec_float_compare(Run *r, IrBinop op, Val a, Val b, Val unknown)
{
    Values *vs = &r->values;
    if (!ir_op_compares(op))
        return unknown;
    if (val_kind(vs, a) == VK_FLOAT) {
        Val other = a;
        a = b;
        b = other;
        op = ir_op_swapped(op);
    }
    if (val_kind(vs, a) == VK_FLOAT || val_kind(vs, b) != VK_FLOAT)
        return unknown;
    double k = val_node(vs, b)->real;
    Val x = integer_of(vs, a), known = x ? compare_integer(r, op, x, k) : 0;
    if (known)
        return known;
    Val nonzero = is_nonzero(r, a),
        truth = val_cmp(vs, BIN_NE, unknown, val_int(vs, val_type(vs, unknown), 0));
    if (k == 0 && (op == BIN_EQ || op == BIN_NE))
        return op == BIN_NE ? nonzero : val_not(vs, nonzero);
    bool zero_passes = op == BIN_EQ   ? k == 0
                       : op == BIN_NE ? k != 0
                       : op == BIN_LT ? 0 < k
                       : op == BIN_LE ? 0 <= k
                       : op == BIN_GT ? 0 > k
                                      : 0 >= k;
    return zero_passes ? val_or(vs, truth, val_not(vs, nonzero)) : val_and(vs, truth, nonzero);
}

Question exec_float_zero(Run *r, const State *s, Val b)
{
    Values *vs = &r->values;
    if (val_kind(vs, b) == VK_FLOAT)
        return val_node(vs, b)->real == 0 ? ask_yes(s) : ask_no();
    Val nonzero = is_nonzero(r, b), root = root_of(vs, b);
    int known = st_test(r, s, nonzero);
    if (known >= 0)
        return known ? ask_no() : ask_yes(s);
    if (val_kind(vs, root) == VK_FLOAT)
        return val_node(vs, root)->real == 0 ? ask_yes(s) : ask_no();
    const SymInfo *i = val_kind(vs, root) == VK_SYM ? val_sym_info(vs, root) : NULL;
    Val from = i && i->origin == SO_OPAQUE ? i->was : 0;
    if (from && val_type(vs, from).width && !val_type(vs, from).ptr)
        return eng_ask(r, s, val_cmp(vs, BIN_EQ, from, val_int(vs, val_type(vs, from), 0)));
    if (i && i->free && i->taint && !(s->flags & SF_WEAK))
        return (Question){.answer = ANSWER_MAY, .cond = val_not(vs, nonzero), .sym = root};
    return ask_unknown(ask_why(r, i ? root : 0), i ? root : 0);
}

/* ---- functions ---- */

typedef struct MathFunction {
    const char *name;
    double (*of)(double);
    bool keeps_zero; /* the result is zero exactly when the argument is */
} MathFunction;

/* Exact by IEEE 754, so that every machine folds them alike. */
static const MathFunction functions[] = {
    {"fabs", fabs, true},  {"sqrt", sqrt, true},    {"floor", floor, false},
    {"ceil", ceil, false}, {"trunc", trunc, false},
};

static const MathFunction *function_of(const char *name)
{
    for (u32 i = 0; i < LENGTH(functions); i++) {
        size_t n = strlen(functions[i].name);
        if (strncmp(name, functions[i].name, n) == 0 &&
            (!name[n] || ((name[n] == 'f' || name[n] == 'l') && !name[n + 1])))
            return &functions[i];
    }
    return NULL;
}

Val exec_float_call(Run *r, const CallSite *site, SymInfo *info)
{
    const Contract *c = site->contract;
    if (!c || !c->from_library || c->cls || site->call->n_args != 1 || !contract_has(c, CA_CONSTANT))
        return 0;
    const MathFunction *f = function_of(sym_str(c->name));
    Val x = site->args[0];
    if (!f || val_type(&r->values, x).width)
        return 0;
    if (val_kind(&r->values, x) == VK_FLOAT)
        return val_float(&r->values, f->of(val_node(&r->values, x)->real));
    if (f->keeps_zero) {
        info->was = x;
        info->taint |= val_node(&r->values, x)->taint;
    }
    return 0;
}
