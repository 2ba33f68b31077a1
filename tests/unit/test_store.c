/*
 * The constraint store is strong enough for the relations that sizes and indices of real programs have: what must be proved, and
 * what must stay open.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "engine/store.h"

static const VType s8 = {.width = 8, .sgn = true}, u8t = {.width = 8}, u32t = {.width = 32},
                   i64t = {.width = 64, .sgn = true};

typedef struct Room {
    Arena arena;
    Values vs;
    StoreCtx c;
    Store s;
    u32 n;
} Room;

static void room_open(Room *x)
{
    memset(x, 0, sizeof *x);
    arena_init(&x->arena);
    values_init(&x->vs, &x->arena, NULL);
    x->c = (StoreCtx){&x->vs, &x->arena};
    cs_init(&x->s);
}

static void room_close(Room *x)
{
    values_release(&x->vs);
    arena_release(&x->arena);
}

static Val sym(Room *x, VType t)
{
    SymInfo info = sym_info(SO_PARAM, t);
    return val_sym(&x->vs, 1, x->n++, 0, 0, &info);
}

static Val num(Room *x, i64 n)
{
    return val_int(&x->vs, vtype_int, n);
}

static Val op2(Room *x, IrBinop op, VType t, Val a, Val b)
{
    return val_binop(&x->vs, op, t, a, val_cast(&x->vs, t, b));
}

static Val cmp(Room *x, Val a, IrBinop op, Val b)
{
    return val_cmp(&x->vs, op, a, val_cast(&x->vs, val_type(&x->vs, a), b));
}

static void given(Room *x, Val a, IrBinop op, Val b)
{
    assert_true(cs_assume(&x->c, &x->s, cmp(x, a, op, b), true));
}

static void given_not(Room *x, Val a, IrBinop op, Val b)
{
    assert_true(cs_assume(&x->c, &x->s, cmp(x, a, op, b), false));
}

#define proved(x, a, op, b) assert_int_equal(cs_test(&(x)->c, &(x)->s, cmp((x), (a), (op), (b))), 1)
#define refuted(x, a, op, b) assert_int_equal(cs_test(&(x)->c, &(x)->s, cmp((x), (a), (op), (b))), 0)
#define open_(x, a, op, b) assert_int_equal(cs_test(&(x)->c, &(x)->s, cmp((x), (a), (op), (b))), -1)

static void assert_range(Room *x, Val v, i64 lo, i64 hi)
{
    Interval r = cs_range(&x->c, &x->s, v);
    assert_true(r.lo == lo);
    assert_true(r.hi == hi);
}

static void test_differences(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val i = sym(&x, vtype_int), n = sym(&x, vtype_int), m = sym(&x, vtype_int), k = sym(&x, vtype_int);
    given(&x, i, BIN_LT, n);
    given(&x, n, BIN_LE, num(&x, 10));
    proved(&x, i, BIN_LT, num(&x, 10)); /* the bound of n came later */
    proved(&x, i, BIN_LE, num(&x, 9));
    open_(&x, i, BIN_LT, num(&x, 9));
    given(&x, n, BIN_LE, m);
    given(&x, m, BIN_LT, k);
    proved(&x, i, BIN_LT, k); /* a chain */
    proved(&x, op2(&x, BIN_ADD, vtype_int, i, num(&x, 2)), BIN_LE, k);
    refuted(&x, k, BIN_EQ, i);
    Store before = x.s;
    assert_false(cs_assume(&x.c, &x.s, cmp(&x, k, BIN_LE, i), true)); /* a cycle */
    assert_true(x.s.bottom);
    x.s = before;
    given_not(&x, i, BIN_LT, num(&x, 0));
    proved(&x, i, BIN_GE, num(&x, 0));
    proved(&x, k, BIN_GE, num(&x, 2));
    /* the same factor on both sides */
    Val four_i = op2(&x, BIN_MUL, vtype_int, i, num(&x, 4)),
        four_n = op2(&x, BIN_MUL, vtype_int, n, num(&x, 4));
    proved(&x, four_i, BIN_LT, four_n);
    proved(&x, op2(&x, BIN_ADD, vtype_int, four_i, num(&x, 4)), BIN_LE, four_n);
    i128 bound;
    assert_true(cs_upper_diff(&x.c, &x.s, i, k, &bound));
    assert_true(bound == -2);
    room_close(&x);
}

static void test_sizes(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    /* size_t n with n * 4 bytes; int i with 0 <= i < n: the element ends inside. */
    Val n = sym(&x, vtype_size), i = sym(&x, vtype_int);
    Val size = val_off_mul(&x.vs, n, 4);
    assert_true(cs_restrict(&x.c, &x.s, val_cast(&x.vs, vtype_off, n), (Interval){0, INT64_MAX / 4}));
    given(&x, i, BIN_GE, num(&x, 0));
    given(&x, val_cast(&x.vs, vtype_size, i), BIN_LT, n);
    Val off = val_off_mul(&x.vs, i, 4);
    proved(&x, val_off_add(&x.vs, off, val_off(&x.vs, 4)), BIN_LE, size);
    proved(&x, off, BIN_GE, val_off(&x.vs, 0));
    open_(&x, val_off_add(&x.vs, off, val_off(&x.vs, 8)), BIN_LE, size);

    /* size_t len <= sizeof buf - 1 */
    Val len = sym(&x, vtype_size);
    given(&x, len, BIN_LE, num(&x, 63));
    proved(&x, op2(&x, BIN_ADD, vtype_size, len, num(&x, 1)), BIN_LE, num(&x, 64));
    proved(&x, val_cast(&x.vs, vtype_off, len), BIN_LT, val_off(&x.vs, 64));

    /* int checked from above only: as a size it may be huge */
    Val m = sym(&x, vtype_int), as_size = val_cast(&x.vs, vtype_size, m);
    given(&x, m, BIN_LE, num(&x, 10));
    open_(&x, as_size, BIN_LE, num(&x, 10));
    assert_int_equal(cs_changes(&x.c, &x.s, vtype_size, m), -1);
    given(&x, m, BIN_GE, num(&x, 0));
    proved(&x, as_size, BIN_LE, num(&x, 10));
    assert_int_equal(cs_changes(&x.c, &x.s, vtype_size, m), 0);

    /* off + len <= size, then the same sum as an offset */
    Val at = sym(&x, u32t), count = sym(&x, u32t), total = sym(&x, vtype_off);
    Val sum = val_off_add(&x.vs, at, count);
    open_(&x, sum, BIN_LE, total);
    given_not(&x, sum, BIN_GT, total);
    proved(&x, val_off_add(&x.vs, at, count), BIN_LE, total);
    proved(&x, val_cast(&x.vs, vtype_off, at), BIN_LE, total);
    /* off <= size && len <= size - off, unsigned */
    Val a = sym(&x, vtype_size), b = sym(&x, vtype_size), c = sym(&x, vtype_size);
    given(&x, a, BIN_LE, c);
    given(&x, b, BIN_LE, op2(&x, BIN_SUB, vtype_size, c, a));
    proved(&x, op2(&x, BIN_ADD, vtype_size, a, b), BIN_LE, c);
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_ADD, vtype_size, a, b), 0);
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_SUB, vtype_size, c, a), 0);
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_SUB, vtype_size, a, c), -1);
    room_close(&x);
}

static void test_wrapping(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    /* unsigned n - 1 < size is nothing while n may be 0 */
    Val n = sym(&x, vtype_size), less = op2(&x, BIN_SUB, vtype_size, n, num(&x, 1));
    given(&x, n, BIN_LE, num(&x, 10));
    open_(&x, less, BIN_LT, num(&x, 10));
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_SUB, vtype_size, n, num(&x, 1)), -1);
    given(&x, n, BIN_NE, num(&x, 0));
    proved(&x, less, BIN_LT, num(&x, 10));
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_SUB, vtype_size, n, num(&x, 1)), 0);
    /* (unsigned)x < 10 says both ends of an int */
    Val i = sym(&x, vtype_int);
    given(&x, val_cast(&x.vs, u32t, i), BIN_LT, num(&x, 10));
    assert_range(&x, i, 0, 9);
    /* int n <= 10, n >= 0 as a product of unsigned */
    Val u = sym(&x, u32t);
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_MUL, u32t, u, num(&x, 4)), -1);
    given(&x, u, BIN_LE, num(&x, 0x3fffffff));
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_MUL, u32t, u, num(&x, 4)), 0);
    proved(&x, op2(&x, BIN_MUL, u32t, u, num(&x, 4)), BIN_GE, u);
    /* always out of range */
    Val big = sym(&x, vtype_int);
    given(&x, big, BIN_GT, num(&x, 0x7ffffff0));
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_ADD, vtype_int, big, num(&x, 100)), 1);
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_ADD, vtype_int, big, num(&x, 1)), -1);
    assert_int_equal(cs_changes(&x.c, &x.s, s8, big), 1);
    room_close(&x);
}

static void test_bits(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val v = sym(&x, vtype_int), u = sym(&x, u32t), ch = sym(&x, s8);
    assert_range(&x, op2(&x, BIN_AND, vtype_int, v, num(&x, 15)), 0, 15);
    assert_range(&x, op2(&x, BIN_REM, u32t, u, num(&x, 10)), 0, 9);
    assert_range(&x, op2(&x, BIN_REM, vtype_int, v, num(&x, 10)), -9, 9);
    assert_range(&x, op2(&x, BIN_SHR, u32t, u, num(&x, 28)), 0, 15);
    /* as an index: char may be negative, (unsigned char)c may not */
    open_(&x, val_cast(&x.vs, vtype_int, ch), BIN_GE, num(&x, 0));
    Val index = val_cast(&x.vs, vtype_int, val_cast(&x.vs, u8t, ch));
    assert_range(&x, index, 0, 255);
    proved(&x, index, BIN_LT, num(&x, 256));
    /* the bits above 7 are zero */
    given(&x, op2(&x, BIN_AND, u32t, u, num(&x, ~7)), BIN_EQ, num(&x, 0));
    assert_range(&x, u, 0, 7);
    /* conditions on parts */
    Val w = sym(&x, u32t), q = op2(&x, BIN_DIV, u32t, w, num(&x, 8));
    given(&x, q, BIN_LT, num(&x, 4));
    assert_range(&x, w, 0, 31);
    given(&x, op2(&x, BIN_SHR, u32t, w, num(&x, 2)), BIN_GE, num(&x, 2));
    assert_range(&x, w, 8, 31);
    given(&x, op2(&x, BIN_REM, u32t, w, num(&x, 8)), BIN_EQ, num(&x, 3));
    assert_range(&x, w, 11, 27);
    /* x % n with x < n */
    Val a = sym(&x, u32t), n = sym(&x, u32t), rest = op2(&x, BIN_REM, u32t, a, n);
    given(&x, a, BIN_LT, n);
    proved(&x, rest, BIN_EQ, a);
    /* a flag that is a comparison */
    Val y = sym(&x, vtype_int), small = cmp(&x, y, BIN_LT, num(&x, 5));
    given(&x, op2(&x, BIN_ADD, vtype_int, small, num(&x, 1)), BIN_EQ, num(&x, 2));
    assert_range(&x, y, INT32_MIN, 4);
    room_close(&x);
}

static void test_loops(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    /* for (i = 0; i < n; i++): the generic round, and its exit */
    Val n = sym(&x, vtype_int), trip = sym(&x, vtype_off);
    assert_true(cs_restrict(&x.c, &x.s, trip, (Interval){0, INT64_MAX}));
    given(&x, n, BIN_GT, num(&x, 0));
    Val i = val_cast(&x.vs, vtype_int, trip);
    Store head = x.s;
    given(&x, trip, BIN_LT, n);
    proved(&x, i, BIN_LT, n);
    proved(&x, i, BIN_GE, num(&x, 0));
    assert_int_equal(cs_overflows(&x.c, &x.s, BIN_ADD, vtype_int, i, num(&x, 1)), 0);
    /* the way out: i - 1 < n && i >= n */
    x.s = head;
    given(&x, op2(&x, BIN_SUB, i64t, trip, num(&x, 1)), BIN_LT, n);
    given(&x, trip, BIN_GE, n);
    proved(&x, trip, BIN_EQ, n);
    given(&x, n, BIN_LE, num(&x, 16));
    assert_range(&x, trip, 1, 16);
    /* i != n && i <= n */
    Val p = sym(&x, vtype_int), q = sym(&x, vtype_int);
    given(&x, p, BIN_LE, q);
    given(&x, p, BIN_NE, q);
    proved(&x, p, BIN_LT, q);
    room_close(&x);
}

static void test_equalities(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val a = sym(&x, vtype_int), b = sym(&x, vtype_int), n = sym(&x, vtype_int);
    given(&x, b, BIN_LT, n);
    given(&x, b, BIN_NE, num(&x, 7));
    given(&x, a, BIN_EQ, b);
    proved(&x, a, BIN_LT, n); /* known of b before */
    refuted(&x, a, BIN_EQ, num(&x, 7));
    given(&x, b, BIN_GE, num(&x, 3));
    proved(&x, a, BIN_GT, num(&x, 2)); /* and after */
    Linear l = cs_linear(&x.c, &x.s, op2(&x, BIN_SUB, vtype_int, a, b));
    assert_int_equal(l.n, 0);
    assert_true(l.k == 0);
    /* a value that is a sum */
    Val m = sym(&x, vtype_int);
    given(&x, m, BIN_EQ, op2(&x, BIN_ADD, vtype_int, a, num(&x, 2)));
    proved(&x, m, BIN_GT, b);
    proved(&x, m, BIN_GE, num(&x, 5));
    Store before = x.s;
    assert_false(cs_assume(&x.c, &x.s, cmp(&x, m, BIN_EQ, num(&x, 9)), true)); /* b is not 7 */
    x.s = before;
    given(&x, m, BIN_EQ, num(&x, 10));
    proved(&x, b, BIN_EQ, num(&x, 8));
    given(&x, n, BIN_LT, num(&x, 10));
    proved(&x, n, BIN_EQ, num(&x, 9));
    room_close(&x);
}

static void test_conditions(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val a = sym(&x, vtype_int), b = sym(&x, vtype_int);
    /* !(a < 0 || a >= 10) */
    Val bad = val_or(&x.vs, cmp(&x, a, BIN_LT, num(&x, 0)), cmp(&x, a, BIN_GE, num(&x, 10)));
    Store before = x.s;
    assert_true(cs_assume(&x.c, &x.s, bad, false));
    assert_range(&x, a, 0, 9);
    x.s = before;
    assert_true(cs_assume(&x.c, &x.s, val_not(&x.vs, bad), true));
    assert_range(&x, a, 0, 9);
    assert_int_equal(cs_test(&x.c, &x.s, bad), 0);
    /* a disjunction: what both sides say, and itself */
    x.s = before;
    Val either = val_or(&x.vs, cmp(&x, a, BIN_EQ, num(&x, 3)), cmp(&x, a, BIN_EQ, num(&x, 8)));
    assert_true(cs_assume(&x.c, &x.s, either, true));
    assert_range(&x, a, 3, 8);
    assert_int_equal(cs_test(&x.c, &x.s, either), 1);
    given(&x, a, BIN_NE, num(&x, 3));
    assert_range(&x, a, 8, 8);
    /* a disequality that no bound says, and its negation */
    x.s = before;
    given(&x, a, BIN_NE, b);
    proved(&x, a, BIN_NE, b);
    refuted(&x, b, BIN_EQ, a);
    /* floating values: the same condition again */
    SymInfo info = sym_info(SO_PARAM, (VType){0});
    Val f = val_sym(&x.vs, 1, 100, 0, 0, &info), g = val_sym(&x.vs, 1, 101, 0, 0, &info);
    Val less = val_cmp(&x.vs, BIN_LT, f, g);
    assert_int_equal(cs_test(&x.c, &x.s, less), -1);
    assert_true(cs_assume(&x.c, &x.s, less, false));
    assert_int_equal(cs_test(&x.c, &x.s, less), 0);
    assert_int_equal(cs_test(&x.c, &x.s, val_not(&x.vs, less)), 1);
    assert_int_equal(cs_test(&x.c, &x.s, val_cmp(&x.vs, BIN_GE, f, g)), -1); /* one may be NaN */
    assert_true(cs_assume(&x.c, &x.s, f, true));
    assert_int_equal(cs_test(&x.c, &x.s, f), 1);
    assert_false(cs_assume(&x.c, &x.s, f, false));
    room_close(&x);
}

static void test_pointers(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val n = sym(&x, vtype_off), i = sym(&x, vtype_off), p = sym(&x, vtype_ptr);
    Val start = val_addr(&x.vs, 1, val_off(&x.vs, 0)), at = val_addr(&x.vs, 1, i),
        end = val_addr(&x.vs, 1, n);
    given(&x, i, BIN_GE, num(&x, 0));
    given(&x, at, BIN_LT, end);
    proved(&x, i, BIN_LT, n);
    proved(&x, at, BIN_GE, start);
    refuted(&x, at, BIN_EQ, end);
    Val other = val_addr(&x.vs, 2, val_off(&x.vs, 0));
    open_(&x, start, BIN_EQ, other);
    refuted(&x, start, BIN_EQ, val_null(&x.vs));
    assert_int_equal(cs_test(&x.c, &x.s, start), 1);
    assert_int_equal(cs_test(&x.c, &x.s, p), -1);
    assert_true(cs_assume(&x.c, &x.s, p, true));
    refuted(&x, p, BIN_EQ, val_null(&x.vs));
    assert_int_equal(cs_test(&x.c, &x.s, p), 1);
    assert_false(cs_assume(&x.c, &x.s, val_not(&x.vs, p), true));
    room_close(&x);
}

static void test_join(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    /* m = a < b ? a : b, as a join makes it: m equals one of them on each side */
    Val a = sym(&x, vtype_int), b = sym(&x, vtype_int), m = sym(&x, vtype_int), e = sym(&x, vtype_int);
    Store start = x.s;
    given(&x, a, BIN_LT, b);
    given(&x, m, BIN_EQ, a);
    given(&x, e, BIN_EQ, num(&x, -1));
    Store left = x.s;
    x.s = start;
    given_not(&x, a, BIN_LT, b);
    given(&x, m, BIN_EQ, b);
    given(&x, e, BIN_GT, num(&x, 0));
    Store right = x.s;
    cs_join(&x.c, &x.s, &left, &right);
    proved(&x, m, BIN_LE, a);
    proved(&x, m, BIN_LE, b);
    open_(&x, m, BIN_EQ, a);
    assert_range(&x, e, -1, INT32_MAX);
    refuted(&x, e, BIN_EQ, num(&x, 0)); /* between the two */
    assert_true(cs_implies(&x.c, &left, &x.s));
    assert_true(cs_implies(&x.c, &right, &x.s));
    assert_false(cs_implies(&x.c, &x.s, &left));
    assert_false(cs_implies(&x.c, &left, &right));

    /* i < n on both sides, by different facts */
    Val i = sym(&x, vtype_int), n = sym(&x, vtype_int);
    x.s = start;
    given(&x, i, BIN_EQ, num(&x, 0));
    given(&x, n, BIN_GT, num(&x, 0));
    left = x.s;
    x.s = start;
    given(&x, i, BIN_LT, n);
    right = x.s;
    cs_join(&x.c, &x.s, &left, &right);
    proved(&x, i, BIN_LT, n);

    /* one side is infeasible */
    Store none = start, out;
    assert_false(cs_assume(&x.c, &none, num(&x, 0), true));
    cs_join(&x.c, &out, &none, &left);
    assert_true(cs_implies(&x.c, &out, &left) && cs_implies(&x.c, &left, &out));
    assert_true(cs_implies(&x.c, &none, &left));
    room_close(&x);
}

/* Many facts: bounded lists, and the newest are kept. */
static void test_limits(void **state)
{
    (void)state;
    Room x;
    room_open(&x);
    Val v[200];
    for (u32 i = 0; i < LENGTH(v); i++)
        v[i] = sym(&x, vtype_int);
    for (u32 i = 1; i < LENGTH(v); i++)
        given(&x, v[i - 1], BIN_LT, v[i]);
    assert_true(x.s.n_diffs <= LIMIT_STORE_DIFFS);
    proved(&x, v[LENGTH(v) - 4], BIN_LT, v[LENGTH(v) - 1]);
    for (u32 i = 3; i < LENGTH(v); i++)
        given(&x, op2(&x, BIN_ADD, vtype_int, v[i - 1], v[i - 2]), BIN_LT, v[i]);
    for (i64 i = 0; i < 40; i++)
        given(&x, v[0], BIN_NE, num(&x, i * 3));
    refuted(&x, v[0], BIN_EQ, num(&x, 0));
    /* a deep value is cut off, not followed for ever */
    Val deep = v[0];
    for (u32 i = 0; i < 2000; i++)
        deep = op2(&x, i % 2 ? BIN_MUL : BIN_XOR, u32t, deep, v[i % LENGTH(v)]);
    assert_true(val_node(&x.vs, deep)->size <= LIMIT_VALUE_SIZE);
    Interval r = cs_range(&x.c, &x.s, deep);
    assert_true(r.lo >= 0 && r.hi <= UINT32_MAX);
    assert_true(cs_restrict(&x.c, &x.s, deep, (Interval){5, 9}));
    room_close(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_differences), cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_wrapping),    cmocka_unit_test(test_bits),
        cmocka_unit_test(test_loops),       cmocka_unit_test(test_equalities),
        cmocka_unit_test(test_conditions),  cmocka_unit_test(test_pointers),
        cmocka_unit_test(test_join),        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
