/*
 * The constraint store is never wrong: random paths over small symbols, every answer held against all their values.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/store.h"
#include "expression.h"

enum { CONDITIONS = 5, QUERIES = 6 };

typedef struct Path {
    Store store;
    u32 cond[2 * CONDITIONS];
    bool truth[2 * CONDITIONS];
    u32 n;
} Path;

typedef struct Tally {
    u32 decidable, decided, feasible, infeasible, bottom;
    u32 joins, implied;
    u32 overflow_open, overflow_decided;
} Tally;

static void assume(World *w, Path *p, u32 cond, bool truth)
{
    StoreCtx c = {&w->vs, &w->arena};
    p->cond[p->n] = cond;
    p->truth[p->n++] = truth;
    bool ok = cs_assume(&c, &p->store, w->ex[cond].val, truth);
    assert_int_equal(ok, !p->store.bottom);
}

/* Mostly the way that the present assignment goes, so that most paths are feasible. */
static void assume_some(World *w, Path *p, Random *r, u32 n)
{
    for (u32 i = 0; i < n; i++) {
        u32 cond = ex_condition(w, r, 2);
        bool truth = random_below(r, 2);
        if (random_below(r, 24) && ex_defined(w, cond))
            truth = ex_eval(w, cond) != 0;
        assume(w, p, cond, truth);
    }
}

/* Does this assignment take the path, without undefined behaviour? */
static bool takes(World *w, const Path *p)
{
    for (u32 i = 0; i < p->n; i++)
        if ((ex_eval(w, p->cond[i]) != 0) != p->truth[i] || !ex_defined(w, p->cond[i]))
            return false;
    return true;
}

static void describe(World *w, u32 i, Sb *out)
{
    const Ex *e = &w->ex[i];
    static const char *const binops[] = {
#define X(name, text) text,
        IR_BINOPS(X)
#undef X
    };
    static const char *const unops[] = {"-", "~", "!"};
    switch ((ExKind)e->kind) {
    case EX_SYM: sb_addf(out, "%c", "xyz"[e->a]); return;
    case EX_INT: sb_addf(out, "%lld:%c%u", (long long)e->num, e->type.sgn ? 'i' : 'u', e->type.width); return;
    case EX_CAST:
        sb_addf(out, "(%c%u)", e->type.sgn ? 'i' : 'u', e->type.width);
        describe(w, e->a, out);
        return;
    case EX_UN:
        sb_adds(out, unops[e->op]);
        describe(w, e->a, out);
        return;
    case EX_BIN:
        sb_addc(out, '(');
        describe(w, e->a, out);
        sb_addf(out, " %s%c%u ", binops[e->op], e->type.sgn ? 'i' : 'u', e->type.width);
        describe(w, e->b, out);
        sb_addc(out, ')');
        return;
    }
}

static void fail_case(World *w, const Path *p, const char *what, u32 a, u32 b)
{
    Sb out;
    sb_init(&out);
    for (u32 i = 0; i < w->n_syms; i++) {
        VType t = w->ex[w->sym[i]].type;
        sb_addf(&out, "%c: %c%u in [%lld, %lld], now %lld\n", "xyz"[i], t.sgn ? 'i' : 'u', t.width,
                (long long)w->lo[i], (long long)w->hi[i], (long long)w->now[i]);
    }
    for (u32 i = 0; i < p->n; i++) {
        sb_adds(&out, p->truth[i] ? "assume " : "assume not ");
        describe(w, p->cond[i], &out);
        sb_adds(&out, "   as ");
        val_text(&w->vs, w->ex[p->cond[i]].val, &out);
        sb_addc(&out, '\n');
    }
    sb_addf(&out, "%s: ", what);
    describe(w, a, &out);
    if (b) {
        sb_adds(&out, " and ");
        describe(w, b, &out);
    }
    fail_msg("%s", out.s);
}

typedef struct Asked {
    u32 ex, other; /* two expressions of one type */
    Interval range;
    int truth;
    bool has_diff;
    i128 diff;
    IrBinop op;
    int overflows, changes;
    VType to;
    /* what the assignments show */
    bool seen_true, seen_false, seen_inside, seen_outside;
} Asked;

static void ask(World *w, const Store *s, Random *r, Asked *q)
{
    StoreCtx c = {&w->vs, &w->arena};
    q->range = cs_range(&c, s, w->ex[q->ex].val);
    q->truth = cs_test(&c, s, w->ex[q->ex].val);
    q->has_diff = cs_upper_diff(&c, s, w->ex[q->ex].val, w->ex[q->other].val, &q->diff);
    static const u8 ops[] = {BIN_ADD, BIN_SUB, BIN_MUL, BIN_SHL, BIN_DIV};
    q->op = (IrBinop)ops[random_below(r, LENGTH(ops))];
    q->to = ex_types[random_below(r, LENGTH(ex_types))];
    q->overflows = cs_overflows(&c, s, q->op, w->ex[q->ex].type, w->ex[q->ex].val, w->ex[q->other].val);
    q->changes = cs_changes(&c, s, q->to, w->ex[q->ex].val);
    q->seen_true = q->seen_false = q->seen_inside = q->seen_outside = false;
}

/* Of numbers of at most 64 bits; a product that is too large for any type may be given as another such one. */
static i128 times(i128 a, i128 b)
{
    const i128 small = (i128)1 << 60;
    bool fits = (a < small && a > -small) || (b < small && b > -small);
    return fits ? a * b : IV_LIMIT;
}

/* The operation over mathematical integers; false where it is undefined for another reason than its range. */
static bool exact(IrBinop op, VType t, i128 a, i128 b, i128 *r)
{
    switch (op) {
    case BIN_ADD: *r = a + b; return true;
    case BIN_SUB: *r = a - b; return true;
    case BIN_MUL: *r = times(a, b); return true;
    case BIN_SHL:
        if (b < 0 || b >= t.width)
            return false;
        *r = times(a, (i128)1 << (u32)b);
        return true;
    default:
        if (!b)
            return false;
        *r = a / b;
        return true;
    }
}

static void check(World *w, const Path *p, Asked *q)
{
    if (!ex_defined(w, q->ex))
        return;
    i128 x = ex_eval(w, q->ex);
    if (x < q->range.lo || x > q->range.hi)
        fail_case(w, p, "outside of its range", q->ex, 0);
    if (q->truth >= 0 && q->truth != (x != 0))
        fail_case(w, p, "wrong truth", q->ex, 0);
    *(x ? &q->seen_true : &q->seen_false) = true;
    bool changed = ex_wrap(q->to, x) != x;
    if (q->changes >= 0 && q->changes != changed)
        fail_case(w, p, "wrong about a conversion", q->ex, 0);
    if (!ex_defined(w, q->other))
        return;
    i128 y = ex_eval(w, q->other), r;
    if (q->has_diff && x - y > q->diff)
        fail_case(w, p, "wrong difference", q->ex, q->other);
    VType t = w->ex[q->ex].type;
    if (!exact(q->op, t, x, y, &r))
        return;
    bool out = r < vtype_min(t) || r > vtype_max(t);
    if (q->overflows >= 0 && q->overflows != out)
        fail_case(w, p, "wrong about overflow", q->ex, q->other);
    *(out ? &q->seen_outside : &q->seen_inside) = true;
}

static void ask_all(World *w, const Path *p, Random *r, Asked *q)
{
    for (u32 i = 0; i < QUERIES; i++) {
        q[i].ex = i < w->n_syms ? w->sym[i] : i % 2 ? ex_condition(w, r, 2) : ex_random(w, r, 2);
        q[i].other = ex_cast(w, w->ex[q[i].ex].type, i + 1 < w->n_syms ? w->sym[i + 1] : ex_random(w, r, 1));
        ask(w, &p->store, r, &q[i]);
    }
}

static void count(const Asked *q, Tally *t)
{
    if (q->seen_true != q->seen_false) {
        t->decidable++;
        t->decided += q->truth >= 0;
    }
    if (q->seen_inside != q->seen_outside) {
        t->overflow_open++;
        t->overflow_decided += q->overflows >= 0;
    }
}

static void one_case(u64 seed, u32 n_syms, u32 window, Tally *t)
{
    static World w; /* large */
    memset(&w, 0, sizeof w);
    world_open(&w);
    Random r = {seed * 0x9e3779b97f4a7c15ull + 88172645463325252ull};
    world_symbols(&w, &r, n_syms, window);
    Path a = {.n = 0}, b;
    cs_init(&a.store);
    world_random(&w, &r);
    assume_some(&w, &a, &r, random_below(&r, CONDITIONS));
    b = a;
    assume_some(&w, &a, &r, 1 + random_below(&r, CONDITIONS - 1));
    if (random_below(&r, 2))
        world_random(&w, &r);
    assume_some(&w, &b, &r, 1 + random_below(&r, CONDITIONS - 1));
    StoreCtx c = {&w.vs, &w.arena};
    Path both = {.n = 0};
    cs_join(&c, &both.store, &a.store, &b.store);
    bool implied = cs_implies(&c, &b.store, &a.store);
    assert_true(cs_implies(&c, &a.store, &a.store));

    Asked qa[QUERIES], qj[QUERIES];
    ask_all(&w, &a, &r, qa);
    ask_all(&w, &both, &r, qj);
    bool any = false;
    world_first(&w);
    do {
        bool in_a = takes(&w, &a), in_b = takes(&w, &b);
        any |= in_a;
        if (in_a && a.store.bottom)
            fail_case(&w, &a, "the path is feasible", w.sym[0], 0);
        if (in_b && b.store.bottom)
            fail_case(&w, &b, "the path is feasible", w.sym[0], 0);
        for (u32 i = 0; i < QUERIES; i++) {
            if (in_a)
                check(&w, &a, &qa[i]);
            if (in_b && implied) {
                Asked other = qa[i];
                check(&w, &b, &other);
            }
            if (in_a || in_b)
                check(&w, in_a ? &a : &b, &qj[i]);
        }
    } while (world_next(&w));
    for (u32 i = 0; i < QUERIES; i++)
        count(&qa[i], t);
    *(any ? &t->feasible : &t->infeasible) += 1;
    t->bottom += a.store.bottom;
    t->implied += implied;
    t->joins += cs_implies(&c, &a.store, &both.store) && cs_implies(&c, &b.store, &both.store);
    world_close(&w);
}

static void test_brute_force(void **state)
{
    (void)state;
    Tally t = {0};
    u64 seed = 1;
    u32 cases = 0;
    for (u32 i = 0; i < 14000; i++, cases++)
        one_case(seed++, 2, 16, &t);
    for (u32 i = 0; i < 6000; i++, cases++)
        one_case(seed++, 3, 7, &t);
    for (u32 i = 0; i < 1000; i++, cases++)
        one_case(seed++, 1, 256, &t);
    for (u32 i = 0; i < 12; i++, cases++)
        one_case(seed++, 2, 256, &t);
    print_message(
        "%u cases: %u of %u decidable truths decided, %u of %u overflows; %u of %u infeasible paths "
        "found; %u joins covered, %u implications\n",
        cases, t.decided, t.decidable, t.overflow_decided, t.overflow_open, t.bottom, t.infeasible, t.joins,
        t.implied);
    assert_true(t.feasible > cases / 2);
    /* Strength that is lost should be noticed. */
    assert_true(t.decided * 100ull >= t.decidable * 93ull);
    assert_true(t.overflow_decided * 100ull >= t.overflow_open * 95ull);
    assert_true(t.bottom * 100ull >= t.infeasible * 35ull);
    assert_true(t.joins * 100ull >= cases * 99ull);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_brute_force),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
