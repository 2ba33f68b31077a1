/*
 * Conditions as bit-vectors for Z3. Every question gets a context of its own (under a millisecond), so that an answer does not depend on
 * what was asked before or on which thread. See solver_backend.h.
 * L. de Moura, N. Bjørner: Z3, an efficient SMT solver, 2008.
 */
#include <z3.h>

#include "base/limits.h"
#include "engine/run.h"
#include "engine/solver_backend.h"

const bool solver_linked = true;

enum {
    ADDRESS_BITS = 47, /* of user space */
    LOWEST_ADDRESS = 4096,
    TEXT_OF_I128 = 44,
};

typedef struct Query {
    const PathConds *p;
    const Values *vs;
    Z3_context z3;
    Z3_solver solver;
    Map index;        /* Val -> position in asts, plus 1 */
    VEC(Z3_ast) asts; /* NULL: no integer, or an operation that is not translated: no constraint */
    VEC(Val) syms;    /* whose facts are still to be asserted, in order of first mention */
    VEC(ObjId) objs;  /* whose addresses were mentioned */
    Map joins;        /* join -> position in selectors, plus 1 */
    VEC(Z3_ast) selectors;
    Map in_question; /* Vals below the question: their arithmetic may overflow */
    u32 n_fresh, nodes;
    bool defined; /* translating what the path computed: signed arithmetic does not overflow */
} Query;

static void ignore_error(Z3_context z3, Z3_error_code code)
{
    /* Asked for with Z3_get_error_code; the default would end the process. */
    (void)z3;
    (void)code;
}

static Z3_ast bv(Query *q, Val v);

/* ---- pieces ---- */

static Z3_sort sort_of(Query *q, u32 width)
{
    return Z3_mk_bv_sort(q->z3, width);
}

static Z3_ast number(Query *q, i128 n, u32 width)
{
    if (width <= 64)
        return Z3_mk_unsigned_int64(q->z3, width == 64 ? (u64)n : (u64)n & (((u64)1 << width) - 1),
                                    sort_of(q, width));
    char text[TEXT_OF_I128];
    unsigned __int128 rest = n < 0 ? -(unsigned __int128)n : (unsigned __int128)n;
    u32 at = sizeof text;
    text[--at] = '\0';
    do {
        text[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest);
    Z3_ast positive = Z3_mk_numeral(q->z3, text + at, sort_of(q, width));
    return n < 0 ? Z3_mk_bvneg(q->z3, positive) : positive;
}

/* An unconstrained value. Symbols are numbered in order of creation: names would be interned for the whole process. */
static Z3_ast fresh(Query *q, u32 width)
{
    return Z3_mk_const(q->z3, Z3_mk_int_symbol(q->z3, (int)++q->n_fresh), sort_of(q, width));
}

static void claim(Query *q, Z3_ast cond)
{
    if (cond)
        Z3_solver_assert(q->z3, q->solver, cond);
}

static Z3_ast not_zero(Query *q, Z3_ast a, u32 width)
{
    return a ? Z3_mk_not(q->z3, Z3_mk_eq(q->z3, a, number(q, 0, width))) : NULL;
}

static Z3_ast from_bool(Query *q, Z3_ast cond, u32 width)
{
    return cond ? Z3_mk_ite(q->z3, cond, number(q, 1, width), number(q, 0, width)) : NULL;
}

/* C's conversion between integers: the sign of the source decides how it is extended. */
static Z3_ast converted(Query *q, Z3_ast a, VType from, VType to)
{
    if (!a)
        return NULL;
    if (to.width == 1 && !to.sgn && from.width != 1)
        return from_bool(q, not_zero(q, a, from.width), 1);
    if (to.width < from.width)
        return Z3_mk_extract(q->z3, to.width - 1u, 0, a);
    if (to.width > from.width)
        return from.sgn ? Z3_mk_sign_ext(q->z3, to.width - from.width, a)
                        : Z3_mk_zero_ext(q->z3, to.width - from.width, a);
    return a;
}

/* ---- conditions ---- */

static Z3_ast compared(Query *q, IrBinop op, bool sgn, Z3_ast a, Z3_ast b)
{
    switch (op) {
    case BIN_EQ: return Z3_mk_eq(q->z3, a, b);
    case BIN_NE: return Z3_mk_not(q->z3, Z3_mk_eq(q->z3, a, b));
    case BIN_LT: return sgn ? Z3_mk_bvslt(q->z3, a, b) : Z3_mk_bvult(q->z3, a, b);
    case BIN_LE: return sgn ? Z3_mk_bvsle(q->z3, a, b) : Z3_mk_bvule(q->z3, a, b);
    case BIN_GT: return sgn ? Z3_mk_bvsgt(q->z3, a, b) : Z3_mk_bvugt(q->z3, a, b);
    case BIN_GE: return sgn ? Z3_mk_bvsge(q->z3, a, b) : Z3_mk_bvuge(q->z3, a, b);
    default: return NULL;
    }
}

/* Is it 0 or 1 by construction, so that & and | are those of logic? */
static bool is_truth(const Query *q, Val v)
{
    const ValNode *n = val_node(q->vs, v);
    if (n->kind == VK_BINOP)
        return ir_op_compares((IrBinop)n->op) ||
               ((n->op == BIN_AND || n->op == BIN_OR) && is_truth(q, n->a) && is_truth(q, n->b));
    return (n->kind == VK_UNOP && n->op == UN_NOT) || (n->kind == VK_INT && (n->num == 0 || n->num == 1));
}

/* Is v nonzero, as a formula; NULL: not translated. */
static Z3_ast truth(Query *q, Val v)
{
    const ValNode *n = val_node(q->vs, v);
    u32 width = n->type.width;
    if (n->kind == VK_INT)
        return n->num ? Z3_mk_true(q->z3) : Z3_mk_false(q->z3);
    if (n->kind == VK_UNOP && n->op == UN_NOT) {
        Z3_ast below = truth(q, n->a);
        return below ? Z3_mk_not(q->z3, below) : NULL;
    }
    if (n->kind == VK_BINOP && ir_op_compares((IrBinop)n->op)) {
        Val left = n->a, right = n->b;
        IrBinop op = (IrBinop)n->op;
        VType t = val_type(q->vs, left), other = val_type(q->vs, right);
        Z3_ast a = bv(q, left), b = bv(q, right);
        return a && b && t.width == other.width ? compared(q, op, t.sgn, a, b) : NULL;
    }
    if (n->kind == VK_BINOP && is_truth(q, v)) {
        bool both = n->op == BIN_AND;
        Val right = n->b;
        Z3_ast parts[2] = {truth(q, n->a), NULL};
        parts[1] = truth(q, right);
        if (!parts[0] || !parts[1])
            return NULL;
        return both ? Z3_mk_and(q->z3, 2, parts) : Z3_mk_or(q->z3, 2, parts);
    }
    return not_zero(q, bv(q, v), width);
}

/* ---- values ---- */

static void claim_defined(Query *q, IrBinop op, Z3_ast a, Z3_ast b)
{
    switch (op) {
    case BIN_ADD:
        claim(q, Z3_mk_bvadd_no_overflow(q->z3, a, b, true));
        claim(q, Z3_mk_bvadd_no_underflow(q->z3, a, b));
        break;
    case BIN_SUB:
        claim(q, Z3_mk_bvsub_no_overflow(q->z3, a, b));
        claim(q, Z3_mk_bvsub_no_underflow(q->z3, a, b, true));
        break;
    case BIN_MUL:
        claim(q, Z3_mk_bvmul_no_overflow(q->z3, a, b, true));
        claim(q, Z3_mk_bvmul_no_underflow(q->z3, a, b));
        break;
    default: break;
    }
}

/* Products and quotients of wide numbers take Z3 seconds to find nothing: any number stands for them. (What is refuted so is refuted;
 * what is not is held against exact arithmetic by the evaluator of model.c where that decides it.) */
static bool too_hard(const Query *q, IrBinop op, VType t, Val left, Val right)
{
    i64 k;
    if (t.width <= 32 || (op != BIN_MUL && op != BIN_DIV && op != BIN_REM))
        return false;
    if (op == BIN_MUL)
        return !val_const(q->vs, left, &k) && !val_const(q->vs, right, &k);
    return !val_const(q->vs, right, &k) || k <= 0 || (k & (k - 1)) != 0;
}

static Z3_ast binop(Query *q, Val v)
{
    const ValNode *n = val_node(q->vs, v);
    VType t = n->type;
    IrBinop op = (IrBinop)n->op;
    Val left = n->a, right = n->b;
    if (ir_op_compares((IrBinop)n->op) || is_truth(q, v))
        return from_bool(q, truth(q, v), t.width);
    Z3_ast a = bv(q, left), b = bv(q, right);
    if (a && b && (op == BIN_SHL || op == BIN_SHR))
        b = converted(q, b, val_type(q->vs, right), t);
    if (!a || !b || val_type(q->vs, left).width != t.width)
        return NULL;
    if (op != BIN_SHL && op != BIN_SHR && val_type(q->vs, right).width != t.width)
        return NULL;
    if (too_hard(q, op, t, left, right))
        return fresh(q, t.width);
    if (q->defined && t.sgn && !t.loose && !map_has(&q->in_question, v))
        claim_defined(q, op, a, b);
    switch (op) {
    case BIN_ADD: return Z3_mk_bvadd(q->z3, a, b);
    case BIN_SUB: return Z3_mk_bvsub(q->z3, a, b);
    case BIN_MUL: return Z3_mk_bvmul(q->z3, a, b);
    case BIN_DIV: return t.sgn ? Z3_mk_bvsdiv(q->z3, a, b) : Z3_mk_bvudiv(q->z3, a, b);
    case BIN_REM: return t.sgn ? Z3_mk_bvsrem(q->z3, a, b) : Z3_mk_bvurem(q->z3, a, b);
    case BIN_SHL: return Z3_mk_bvshl(q->z3, a, b);
    case BIN_SHR: return t.sgn ? Z3_mk_bvashr(q->z3, a, b) : Z3_mk_bvlshr(q->z3, a, b);
    case BIN_AND: return Z3_mk_bvand(q->z3, a, b);
    case BIN_OR: return Z3_mk_bvor(q->z3, a, b);
    case BIN_XOR: return Z3_mk_bvxor(q->z3, a, b);
    default: return NULL;
    }
}

/* Address of an object that is certain to have one. */
static Z3_ast address(Query *q, ObjId o)
{
    Z3_ast base = fresh(q, 64);
    claim(q, Z3_mk_bvuge(q->z3, base, number(q, LOWEST_ADDRESS, 64)));
    claim(q, Z3_mk_bvult(q->z3, base, number(q, (i128)1 << ADDRESS_BITS, 64)));
    vec_push(&q->objs, o);
    return base;
}

static u64 object_key(ObjId o)
{
    return (u64)1 << 32 | o;
}

static Z3_ast pointer(Query *q, Val v)
{
    const ValNode *n = val_node(q->vs, v);
    const Obj *o = obj(&q->p->run->objects, n->a);
    ObjId id = n->a;
    Z3_ast off = bv(q, n->b), base;
    if (!off)
        return NULL;
    if (!o->never_null) {
        base = o->base ? bv(q, o->base) : NULL;
    } else {
        u32 at = map_get(&q->index, object_key(id), 0);
        base = at ? q->asts.at[at - 1] : address(q, id);
        if (!at) {
            vec_push(&q->asts, base);
            map_put(&q->index, object_key(id), q->asts.n);
        }
    }
    return base ? Z3_mk_bvadd(q->z3, base, off) : NULL;
}

static Z3_ast translate(Query *q, Val v)
{
    const ValNode *n = val_node(q->vs, v);
    VType t = n->type;
    Val a = n->a;
    switch ((ValKind)n->kind) {
    case VK_INT: return number(q, n->num, t.width);
    case VK_SYM: vec_push(&q->syms, v); return fresh(q, t.width);
    case VK_ADDR: return pointer(q, v);
    case VK_UNOP: {
        if (n->op == UN_NOT)
            return from_bool(q, truth(q, v), t.width);
        u8 op = n->op;
        Z3_ast below = op <= UN_NOT ? bv(q, a) : NULL;
        if (!below || val_type(q->vs, a).width != t.width)
            return NULL;
        return op == UN_NEG ? Z3_mk_bvneg(q->z3, below) : Z3_mk_bvnot(q->z3, below);
    }
    case VK_BINOP: return binop(q, v);
    case VK_CAST: return converted(q, bv(q, a), val_type(q->vs, a), t);
    case VK_NONE:
    case VK_FLOAT:
    case VK_RECORD:
    case VK_UNDEF: break;
    }
    return NULL;
}

/* v as a bit-vector of its width; NULL: it has none, or the question grew too large. What cannot be translated is any value, the same
 * one wherever it is mentioned. */
static Z3_ast bv(Query *q, Val v)
{
    u32 width = val_type(q->vs, v).width;
    u32 at = map_get(&q->index, v, 0);
    if (at)
        return q->asts.at[at - 1];
    Z3_ast ast = NULL;
    if (width > 0 && q->nodes < LIMIT_SOLVER_NODES) {
        q->nodes++;
        ast = translate(q, v);
        if (!ast)
            ast = fresh(q, width);
    }
    vec_push(&q->asts, ast);
    map_put(&q->index, v, q->asts.n);
    return ast;
}

/* ---- what is known of symbols ---- */

static void claim_range(Query *q, Z3_ast a, VType t, Interval range)
{
    if (range.lo > vtype_min(t))
        claim(q, compared(q, BIN_GE, t.sgn, a, number(q, range.lo, t.width)));
    if (range.hi < vtype_max(t))
        claim(q, compared(q, BIN_LE, t.sgn, a, number(q, range.hi, t.width)));
}

static u32 join_mask(const Query *q, u32 join, u32 n)
{
    i32 chosen = path_choice(q->p->choices, q->p->n_choices, join);
    return chosen >= 0 ? ((u32)1 << chosen) & st_all_alternatives(n)
                       : st_live_alternatives(q->p->state, join, n);
}

/* A joined value is one of its alternatives, and all values of one join come from the same path. */
static void claim_join(Query *q, Z3_ast a, const SymInfo *info)
{
    if (!info->join || !info->alts || info->n_alts > 32 || q->nodes > LIMIT_SOLVER_NODES / 2)
        return;
    u32 *at = map_slot(&q->joins, info->join, 0);
    if (*at == 0) {
        vec_push(&q->selectors, fresh(q, 8));
        *at = q->selectors.n;
    }
    Z3_ast selector = q->selectors.at[*at - 1], ways[32];
    u32 n = 0, mask = join_mask(q, info->join, info->n_alts), n_alts = info->n_alts;
    const Val *alts = info->alts;
    VType t = info->type;
    for (u32 i = 0; i < n_alts; i++) {
        if (!(mask & (u32)1 << i))
            continue;
        Z3_ast parts[2] = {Z3_mk_eq(q->z3, selector, number(q, i, 8)), NULL};
        Z3_ast alt = alts[i] && val_type(q->vs, alts[i]).width == t.width ? bv(q, alts[i]) : NULL;
        if (alt)
            parts[1] = Z3_mk_eq(q->z3, a, alt);
        ways[n++] = alt ? Z3_mk_and(q->z3, 2, parts) : parts[0];
    }
    if (n)
        claim(q, Z3_mk_or(q->z3, n, ways));
}

static void claim_sym(Query *q, Val sym)
{
    Z3_ast a = bv(q, sym);
    SymInfo info = *val_sym_info(q->vs, sym);
    if (!a)
        return;
    Interval range = path_range(q->p, sym);
    if (iv_empty(range))
        claim(q, Z3_mk_false(q->z3));
    else
        claim_range(q, a, info.type, range);
    const SymFact *last = NULL;
    for (u32 k = 0; k < q->p->stores.n; k++) {
        const SymFact *fact = pmap_get(q->p->stores.at[k]->facts, sym);
        if (!fact || fact == last)
            continue;
        last = fact;
        for (u32 i = 0; i < fact->n_not; i++)
            claim(q, compared(q, BIN_NE, false, a, number(q, fact->not_[i], info.type.width)));
        Z3_ast same =
            fact->equal && val_type(q->vs, fact->equal).width == info.type.width ? bv(q, fact->equal) : NULL;
        if (same)
            claim(q, Z3_mk_eq(q->z3, a, same));
    }
    if (info.origin == SO_JOIN)
        claim_join(q, a, &info);
    if (info.origin == SO_BASE && info.type.width == 64) { /* null, or an address as a program has them */
        Z3_ast ways[2] = {Z3_mk_eq(q->z3, a, number(q, 0, 64)),
                          Z3_mk_bvuge(q->z3, a, number(q, LOWEST_ADDRESS, 64))};
        claim(q, Z3_mk_or(q->z3, 2, ways));
        claim(q, Z3_mk_bvult(q->z3, a, number(q, (i128)1 << ADDRESS_BITS, 64)));
    }
}

/* x - y <= c over mathematical integers: in two bits more than either needs. */
static void claim_diff(Query *q, const DiffFact *d)
{
    enum { WIDTH = 72 };
    VType wide = {.width = WIDTH, .sgn = true};
    VType tx = val_type(q->vs, d->x), ty = d->y ? val_type(q->vs, d->y) : vtype_off;
    if (tx.width == 0 || tx.width > 64 || ty.width == 0 || ty.width > 64)
        return;
    Z3_ast x = converted(q, bv(q, d->x), tx, wide);
    Z3_ast y = d->y ? converted(q, bv(q, d->y), ty, wide) : number(q, 0, WIDTH);
    if (x && y)
        claim(q, Z3_mk_bvsle(q->z3, Z3_mk_bvsub(q->z3, x, y), number(q, d->c, WIDTH)));
}

static void mark_question(Query *q, Val v, u32 depth)
{
    const ValNode *n = val_node(q->vs, v);
    Val b = n->b;
    if (depth > 2 * LIMIT_VALUE_SIZE || map_has(&q->in_question, v))
        return;
    map_put(&q->in_question, v, 1);
    if (n->kind == VK_UNOP || n->kind == VK_CAST || n->kind == VK_BINOP) {
        bool two = n->kind == VK_BINOP;
        mark_question(q, n->a, depth + 1);
        if (two)
            mark_question(q, b, depth + 1);
    }
}

static void claim_path(Query *q)
{
    const PathConds *p = q->p;
    if (p->question)
        mark_question(q, p->question, 0);
    for (u32 i = 0; i < p->at.n; i++) {
        q->defined = p->at.at[i].v != p->question;
        Z3_ast cond = truth(q, p->at.at[i].v);
        if (cond)
            claim(q, p->at.at[i].truth ? cond : Z3_mk_not(q->z3, cond));
    }
    q->defined = false;
    for (u32 i = 0; i < p->diffs.n; i++)
        claim_diff(q, p->diffs.at[i]);
    for (u32 i = 0; i < q->syms.n; i++) /* grows: alternatives and equal values mention others */
        claim_sym(q, q->syms.at[i]);
    if (q->objs.n > 1) {
        VEC(Z3_ast) bases = {0};
        for (u32 i = 0; i < q->objs.n; i++)
            vec_push(&bases, q->asts.at[map_get(&q->index, object_key(q->objs.at[i]), 0) - 1]);
        claim(q, Z3_mk_distinct(q->z3, bases.n, bases.at));
        vec_release(&bases);
    }
}

/* ---- asking ---- */

/* Values near 0 read better than whatever the search came upon. */
static void prefer_small(Query *q, i64 most)
{
    for (u32 i = 0; i < q->p->syms.n; i++) {
        VType t = val_type(q->vs, q->p->syms.at[i]);
        Z3_ast a = t.ptr || t.width <= 8 ? NULL : bv(q, q->p->syms.at[i]);
        if (a && t.sgn)
            claim_range(q, a, t, (Interval){-most, most});
        else if (a)
            claim_range(q, a, t, (Interval){0, most});
    }
}

static void take_model(Query *q, Arena *arena, Witness *out)
{
    Z3_model model = Z3_solver_get_model(q->z3, q->solver);
    if (!model)
        return;
    Z3_model_inc_ref(q->z3, model);
    const PathConds *p = q->p;
    out->n = 0; /* a smaller one may follow the first */
    out->at = arena_array(arena, WitnessValue, p->syms.n);
    for (u32 i = 0; i < p->syms.n; i++) {
        VType t = val_type(q->vs, p->syms.at[i]);
        Z3_ast a = t.width <= 64 ? bv(q, p->syms.at[i]) : NULL, value;
        uint64_t bits;
        if (!a || !Z3_model_eval(q->z3, model, a, true, &value) ||
            !Z3_get_numeral_uint64(q->z3, value, &bits))
            continue;
        if (t.sgn && t.width < 64 && bits >> (t.width - 1u))
            bits |= ~(u64)0 << t.width;
        out->at[out->n++] = (WitnessValue){.sym = p->syms.at[i], .value = (i64)bits};
    }
    Z3_model_dec_ref(q->z3, model);
}

static Z3_solver new_solver(Z3_context z3)
{
    Z3_solver solver = Z3_mk_solver_for_logic(z3, Z3_mk_string_symbol(z3, "QF_BV"));
    if (!solver)
        return NULL;
    Z3_solver_inc_ref(z3, solver);
    Z3_params params = Z3_mk_params(z3);
    Z3_params_inc_ref(z3, params);
    Z3_params_set_uint(z3, params, Z3_mk_string_symbol(z3, "rlimit"), LIMIT_SOLVER_RLIMIT);
    Z3_params_set_uint(z3, params, Z3_mk_string_symbol(z3, "random_seed"), 1);
    /* Its handler of the signal would be the process's, from several threads at once. */
    Z3_params_set_bool(z3, params, Z3_mk_string_symbol(z3, "ctrl_c"), false);
    Z3_solver_set_params(z3, solver, params);
    Z3_params_dec_ref(z3, params);
    return solver;
}

static Solved ask(Query *q, Arena *arena, Witness *out)
{
    claim_path(q);
    if (Z3_get_error_code(q->z3) != Z3_OK)
        return SOLVED_UNKNOWN;
    /* Most questions that come here end with no: that is asked first, once. The level makes Z3 use its incremental core, in which the
     * resource limit always holds. */
    Z3_solver_push(q->z3, q->solver);
    Z3_lbool answer = Z3_solver_check(q->z3, q->solver);
    if (answer == Z3_L_TRUE)
        take_model(q, arena, out);
    static const i64 small[] = {10, 1000}; /* a witness within these is preferred */
    bool found = false;
    for (u32 i = 0; i < LENGTH(small) && answer != Z3_L_FALSE && !found; i++) {
        Z3_solver_push(q->z3, q->solver);
        prefer_small(q, small[i]);
        found = Z3_solver_check(q->z3, q->solver) == Z3_L_TRUE;
        if (found)
            take_model(q, arena, out);
        Z3_solver_pop(q->z3, q->solver, 1);
    }
    answer = found ? Z3_L_TRUE : answer;
    if (Z3_get_error_code(q->z3) != Z3_OK)
        return SOLVED_UNKNOWN;
    return answer == Z3_L_TRUE ? SOLVED_FEASIBLE : answer == Z3_L_FALSE ? SOLVED_INFEASIBLE : SOLVED_UNKNOWN;
}

Solved solver_decide(const PathConds *p, Arena *arena, Witness *out)
{
    Z3_config config = Z3_mk_config();
    Z3_context z3 = Z3_mk_context(config);
    Z3_del_config(config);
    if (!z3)
        return SOLVED_UNKNOWN;
    Z3_set_error_handler(z3, ignore_error);
    Query q = {.p = p, .vs = &p->run->values, .z3 = z3, .solver = new_solver(z3)};
    map_init(&q.index);
    map_init(&q.joins);
    map_init(&q.in_question);
    Solved answer = SOLVED_UNKNOWN;
    if (q.solver) {
        answer = ask(&q, arena, out);
        Z3_solver_dec_ref(z3, q.solver);
    }
    Z3_del_context(z3);
    map_release(&q.index);
    map_release(&q.joins);
    map_release(&q.in_question);
    vec_release(&q.asts);
    vec_release(&q.syms);
    vec_release(&q.objs);
    vec_release(&q.selectors);
    return answer;
}
