/*
 * States of the engine: joins, and the widening of loops.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "state_world.h"

/* ---- joins ---- */

static void test_join_values(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    ObjId x = variable(w, IV_LOCAL, TYPE_INT, "x"), y = variable(w, IV_LOCAL, TYPE_INT, "y"),
          z = variable(w, IV_LOCAL, TYPE_INT, "z"), u = variable(w, IV_LOCAL, TYPE_INT, "u");
    store(w, w->s, z, 0, TYPE_INT, 9);
    State *s[3] = {w->s, st_fork(r, w->s), st_fork(r, w->s)};
    for (u32 i = 0; i < 3; i++) {
        store(w, s[i], x, 0, TYPE_INT, 10 + i);
        store(w, s[i], y, 0, TYPE_INT, i == 1 ? 5 : 100 + i);
        st_set_temp(r, s[i], 1, number(w, i));
    }
    store(w, s[1], u, 0, TYPE_INT, 3);
    Val n = unknown(w, 1, vtype_int, 0, 50);
    for (u32 i = 0; i < 3; i++)
        assert_true(st_assume(r, s[i], val_cmp(vs, BIN_LT, n, number(w, 20 + i)), true));
    State *j = st_join(r, s, 3);
    assert_true(j->flags & SF_JOINED);
    assert_int_equal(j->path->kind, STEP_JOIN);
    Val a = load(w, j, x, 0, TYPE_INT), b = load(w, j, y, 0, TYPE_INT);
    assert_int_equal(origin(w, a), SO_JOIN);
    assert_int_equal(st_alternatives(r, j, a), 7);
    Interval range = st_range(r, j, a);
    assert_true(range.lo == 10 && range.hi == 12);
    assert_number(w, load(w, j, z, 0, TYPE_INT), 9);
    assert_int_equal(st_test(r, j, val_cmp(vs, BIN_LT, n, number(w, 22))), 1);
    assert_int_equal(st_test(r, j, val_cmp(vs, BIN_LT, n, number(w, 21))), -1);
    /* Perhaps undefined. */
    Val maybe = load(w, j, u, 0, TYPE_INT);
    assert_int_equal(origin(w, maybe), SO_JOIN);
    u32 undefined = 0;
    const SymInfo *info = val_sym_info(vs, maybe);
    for (u32 i = 0; i < info->n_alts; i++)
        undefined |= (u32)(val_kind(vs, info->alts[i]) == VK_UNDEF) << i;
    assert_int_equal(undefined, 5);
    assert_int_equal(origin(w, st_temp(j, 1)), SO_JOIN);
    /* One of them decides the others. */
    State *one = st_fork(r, j), *two = st_fork(r, j), *none = st_fork(r, j);
    assert_true(st_assume(r, one, val_cmp(vs, BIN_LT, b, number(w, 50)), true));
    assert_int_equal(st_alternatives(r, one, a), 2);
    assert_number(w, load(w, one, x, 0, TYPE_INT), 11);
    assert_number(w, load(w, one, u, 0, TYPE_INT), 3);
    assert_int_equal(st_test(r, one, val_cmp(vs, BIN_EQ, a, number(w, 11))), 1);
    assert_true(st_assume(r, two, val_cmp(vs, BIN_EQ, a, number(w, 11)), false));
    assert_int_equal(st_alternatives(r, two, b), 5);
    assert_int_equal(st_alternatives(r, j, b), 7);
    assert_true(st_assume(r, none, val_cmp(vs, BIN_EQ, a, number(w, 10)), true));
    assert_false(st_assume(r, none, val_cmp(vs, BIN_EQ, b, number(w, 102)), true));
    /* A join of joins: what both exclude stays excluded. */
    State *again[2] = {one, two};
    State *k = st_join(r, again, 2);
    assert_int_equal(st_alternatives(r, k, b), 7);
    again[0] = st_fork(r, two);
    again[1] = st_fork(r, two);
    store(w, again[1], z, 0, TYPE_INT, 8);
    k = st_join(r, again, 2);
    assert_int_equal(st_alternatives(r, k, b), 5);
    world_free(w);
}

static void test_join_memory(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    TypeId ptr = type_ptr(&w->unit.types, TYPE_INT);
    ObjId p = variable(w, IV_LOCAL, ptr, "p"), a = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 4), "a"),
          q = variable(w, IV_PARAM, ptr, "q");
    Val pointer = load(w, w->s, q, 0, ptr);
    ObjId theirs;
    Val off;
    assert_true(st_points_to(r, w->s, pointer, &theirs, &off));
    ObjId mine = allocated(w, w->s, 1, TYPE_INT, 4);
    State *s[2] = {w->s, st_fork(r, w->s)};
    assert_true(st_same_memory(r, s[0], s[1]));
    assert_true(st_assume(r, s[0], unknown(w, 1, vtype_int, 0, 1), true));
    assert_true(st_same_memory(r, s[0], s[1]));
    ObjState *os = st_write_obj(r, s[0], mine);
    os->flags = (os->flags & ~(u32)OS_OWNED) | OS_FREED;
    os->freed_by = &w->call;
    assert_false(st_same_memory(r, s[0], s[1]));
    st_write_obj(r, s[0], theirs)->flags |= OS_FREED; /* the other path never met it: there it is not freed */
    ObjId other = allocated(w, s[1], 2, TYPE_INT, 4);
    st_store(r, s[0], p, offset(w, 0), ptr, val_addr(vs, mine, offset(w, 0)));
    st_store(r, s[1], p, offset(w, 0), ptr, val_addr(vs, other, offset(w, 0)));
    /* Fills of different ranges; equal fills. */
    st_fill(r, s[0], a, offset(w, 0), offset(w, 8), CONTENT_FILL, number(w, 0), 0, 1);
    st_fill(r, s[1], a, offset(w, 0), offset(w, 8), CONTENT_FILL, number(w, 0), 0, 2);
    State *both = st_join(r, (State *[]){st_fork(r, s[0]), st_fork(r, s[1])}, 2);
    assert_number(w, load(w, both, a, 4, TYPE_INT), 0);
    assert_kind(w, load(w, both, a, 8, TYPE_INT), VK_UNDEF);
    st_fill(r, s[1], a, offset(w, 8), offset(w, 8), CONTENT_FILL, number(w, 0), 0, 3);
    store(w, s[0], a, 12, TYPE_INT, 7);
    State *j = st_join(r, s, 2);
    assert_number(w, load(w, j, a, 0, TYPE_INT), 0);
    assert_int_equal(origin(w, load(w, j, a, 8, TYPE_INT)), SO_JOIN);
    Val last = load(w, j, a, 12, TYPE_INT);
    Interval range = st_range(r, j, last);
    assert_true(range.lo == 0 && range.hi == 7);
    assert_true(st_obj(r, j, mine)->flags & OS_MAYBE_FREED);
    assert_false(st_obj(r, j, mine)->flags & OS_FREED);
    assert_true(st_obj(r, j, mine)->flags & OS_MAYBE_OWNED);
    assert_ptr_equal(st_obj(r, j, mine)->freed_by, &w->call);
    assert_true(st_obj(r, j, theirs)->flags & OS_MAYBE_FREED);
    assert_false(st_obj(r, j, theirs)->flags & OS_FREED);
    assert_true(st_obj(r, j, other)->flags & OS_MAYBE_OWNED);
    /* The joined pointer leads to either object, and is resolved once it is decided. */
    ObjId o;
    Val joined = load(w, j, p, 0, ptr);
    assert_int_equal(st_alternatives(r, j, joined), 3);
    assert_int_equal(val_node(vs, val_sym_info(vs, joined)->alts[0])->a, mine);
    assert_int_equal(val_node(vs, val_sym_info(vs, joined)->alts[1])->a, other);
    assert_false(st_points_to(r, j, joined, &o, &off));
    assert_true(st_assume(r, j, val_cmp(vs, BIN_EQ, last, number(w, 7)), true));
    assert_true(st_points_to(r, j, load(w, j, p, 0, ptr), &o, &off));
    assert_int_equal(o, mine);
    /* The first path that is not weak gives the history. */
    State *weak = st_fork(r, both), *firm = st_fork(r, both);
    st_weaken(weak, WHY_CALLEE);
    st_step(r, firm, (Step){.kind = STEP_WRITE});
    State *mixed = st_join(r, (State *[]){weak, firm}, 2);
    assert_false(mixed->flags & SF_WEAK);
    assert_int_equal(mixed->path->before->kind, STEP_WRITE);
    world_free(w);
}

/* ---- loops ---- */

/* for (i = 0; i < n; i++) body, by hand: returns the state at the head for all rounds from the second on. */
typedef void Body(World *w, State *s, Val i);

typedef struct TestLoop {
    ObjId i;
    Val n;
    Body *body;
    Val trip;
    State *widened;
    u32 tries;
} TestLoop;

static bool round_of(World *w, State *s, const TestLoop *l)
{
    Values *vs = &w->run.values;
    Val i = load(w, s, l->i, 0, TYPE_INT);
    if (!st_assume(&w->run, s, val_cmp(vs, BIN_LT, i, l->n), true))
        return false;
    if (l->body)
        l->body(w, s, val_cast(vs, vtype_off, i));
    i = load(w, s, l->i, 0, TYPE_INT);
    st_store(&w->run, s, l->i, offset(w, 0), TYPE_INT, val_binop(vs, BIN_ADD, vtype_int, i, number(w, 1)));
    s->generation++;
    return true;
}

/* Gives the state that comes back after the generic round. */
static State *run_loop(World *w, State *entry, TestLoop *l)
{
    Run *r = &w->run;
    State *first = st_fork(r, entry);
    assert_true(round_of(w, first, l));
    State *second = st_fork(r, first);
    assert_true(round_of(w, second, l));
    WidenPlaces places = {0};
    State *back = NULL;
    for (l->tries = 1; l->tries <= LIMIT_GENERIC_ROUNDS + 1; l->tries++) {
        l->widened = st_widen(r, st_fork(r, entry), st_fork(r, first), st_fork(r, second), &w->head, &l->trip,
                              &places);
        back = st_fork(r, l->widened);
        State *kept = st_fork(r, l->widened);
        assert_true(round_of(w, back, l));
        if (st_widen_check(r, kept, back, l->trip, &places))
            break;
        assert_true(l->tries <= LIMIT_GENERIC_ROUNDS);
    }
    vec_release(&places);
    return back;
}

static ObjId loop_array, loop_other;

static void write_element(World *w, State *s, Val i)
{
    st_store(&w->run, s, loop_array, val_off_mul(&w->run.values, i, 4), TYPE_INT, number(w, 0));
}

static void test_widen_linear(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    ObjId i = variable(w, IV_LOCAL, TYPE_INT, "i");
    loop_array = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 100), "a");
    store(w, w->s, i, 0, TYPE_INT, 0);
    Val n = unknown(w, 1, vtype_int, -1000, 100);
    TestLoop l = {.i = i, .n = n, .body = write_element};
    State *back = run_loop(w, w->s, &l);
    assert_int_equal(l.tries, 1);
    assert_int_equal(origin(w, l.trip), SO_TRIP);
    Val at_head = load(w, l.widened, i, 0, TYPE_INT);
    assert_true(val_mentions(vs, at_head, l.trip));
    /* In the round it is below n and thus inside of the array; behind the loop it is n. */
    State *in = st_fork(r, l.widened);
    assert_true(st_assume(r, in, val_cmp(vs, BIN_LT, at_head, n), true));
    assert_int_equal(st_test(r, in, val_cmp(vs, BIN_LT, val_cast(vs, vtype_off, at_head), offset(w, 100))),
                     1);
    Val after = load(w, back, i, 0, TYPE_INT);
    assert_true(st_assume(r, back, val_cmp(vs, BIN_GE, after, n), true));
    assert_int_equal(st_test(r, back, val_cmp(vs, BIN_EQ, after, n)), 1);
    /* All that was written is zero, whichever element it is; the rest is still undefined. */
    assert_number(w, load(w, back, loop_array, 0, TYPE_INT), 0);
    Val k = off_unknown(w, 2, 0, 99);
    assert_true(st_assume(r, back, val_cmp(vs, BIN_LT, k, val_cast(vs, vtype_off, after)), true));
    assert_true(st_assume(r, l.widened, val_cmp(vs, BIN_LT, k, l.trip), true));
    assert_number(w, st_load(r, l.widened, loop_array, val_off_mul(vs, k, 4), TYPE_INT), 0);
    assert_kind(w,
                st_load(r, l.widened, loop_array, val_off_mul(vs, val_off_add(vs, l.trip, offset(w, 1)), 4),
                        TYPE_INT),
                VK_UNDEF);
    world_free(w);
}

static void double_other(World *w, State *s, Val i)
{
    (void)i;
    Val v = load(w, s, loop_other, 0, TYPE_UINT);
    VType t = vtype_of(&w->unit.types, TYPE_UINT);
    st_store(&w->run, s, loop_other, offset(w, 0), TYPE_UINT,
             val_binop(&w->run.values, BIN_MUL, t, v, val_int(&w->run.values, t, 2)));
}

static void test_widen_other(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    ObjId i = variable(w, IV_LOCAL, TYPE_INT, "i");
    loop_other = variable(w, IV_LOCAL, TYPE_UINT, "other");
    store(w, w->s, i, 0, TYPE_INT, 0);
    store(w, w->s, loop_other, 0, TYPE_UINT, 1);
    ObjId kept = variable(w, IV_LOCAL, TYPE_INT, "kept");
    store(w, w->s, kept, 0, TYPE_INT, 5);
    TestLoop l = {.i = i, .n = unknown(w, 1, vtype_int, 0, 1000000), .body = double_other};
    run_loop(w, w->s, &l);
    assert_int_equal(origin(w, load(w, l.widened, loop_other, 0, TYPE_UINT)), SO_WIDE);
    assert_true(val_mentions(&r->values, load(w, l.widened, i, 0, TYPE_INT), l.trip));
    assert_number(w, load(w, l.widened, kept, 0, TYPE_INT), 5);
    world_free(w);
}

/* unsigned char c counts along: it wraps, so that it is no line. */
static void count_bytes(World *w, State *s, Val i)
{
    (void)i;
    Values *vs = &w->run.values;
    VType t = vtype_of(&w->unit.types, TYPE_UCHAR);
    Val v = val_cast(vs, vtype_int, load(w, s, loop_other, 0, TYPE_UCHAR));
    v = val_cast(vs, t, val_binop(vs, BIN_ADD, vtype_int, v, number(w, 1)));
    st_store(&w->run, s, loop_other, offset(w, 0), TYPE_UCHAR, v);
}

static void test_widen_wraps(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    ObjId i = variable(w, IV_LOCAL, TYPE_INT, "i");
    loop_other = variable(w, IV_LOCAL, TYPE_UCHAR, "c");
    store(w, w->s, i, 0, TYPE_INT, 0);
    store(w, w->s, loop_other, 0, TYPE_UCHAR, 0);
    TestLoop l = {.i = i, .n = unknown(w, 1, vtype_int, 0, 1000), .body = count_bytes};
    run_loop(w, w->s, &l);
    assert_int_equal(origin(w, load(w, l.widened, loop_other, 0, TYPE_UCHAR)), SO_WIDE);
    Val at_head = load(w, l.widened, i, 0, TYPE_INT);
    assert_int_equal(st_test(r, l.widened, val_cmp(vs, BIN_LT, at_head, number(w, 500))), -1);
    world_free(w);
}

/* Only every other element: no range, but nothing false either. */
static void write_every_other(World *w, State *s, Val i)
{
    st_store(&w->run, s, loop_array, val_off_mul(&w->run.values, i, 8), TYPE_INT, number(w, 3));
}

/* An object is given back in later rounds only. */
static void free_sometimes(World *w, State *s, Val i)
{
    i64 n;
    if (!val_const(&w->run.values, i, &n))
        st_write_obj(&w->run, s, loop_other)->flags |= OS_FREED;
}

static void test_widen_memory(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    ObjId i = variable(w, IV_LOCAL, TYPE_INT, "i");
    loop_array = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 100), "a");
    store(w, w->s, i, 0, TYPE_INT, 0);
    State *entry = st_fork(r, w->s);
    TestLoop l = {.i = i, .n = unknown(w, 1, vtype_int, 0, 50), .body = write_every_other};
    run_loop(w, entry, &l);
    Val v = load(w, l.widened, loop_array, 40, TYPE_INT);
    assert_int_equal(origin(w, v), SO_JOIN); /* perhaps undefined */
    assert_number(w, load(w, l.widened, loop_array, 0, TYPE_INT), 3);
    loop_other = allocated(w, w->s, 1, TYPE_INT, 4);
    TestLoop f = {.i = i, .n = unknown(w, 1, vtype_int, 0, 50), .body = free_sometimes};
    run_loop(w, w->s, &f);
    assert_true(f.tries > 1);
    assert_true(st_obj(r, f.widened, loop_other)->flags & OS_MAYBE_FREED);
    world_free(w);
}

/* p++ over a buffer. */
static void advance(World *w, State *s, Val i)
{
    (void)i;
    TypeId ptr = type_ptr(&w->unit.types, TYPE_INT);
    ObjId o;
    Val off;
    assert_true(st_points_to(&w->run, s, load(w, s, loop_other, 0, ptr), &o, &off));
    assert_int_equal(o, loop_array);
    st_store(&w->run, s, loop_other, offset(w, 0), ptr,
             val_addr(&w->run.values, o, val_off_add(&w->run.values, off, offset(w, 4))));
}

static void test_widen_pointer(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    TypeId ptr = type_ptr(&w->unit.types, TYPE_INT);
    ObjId i = variable(w, IV_LOCAL, TYPE_INT, "i");
    loop_array = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 100), "a");
    loop_other = variable(w, IV_LOCAL, ptr, "p");
    store(w, w->s, i, 0, TYPE_INT, 0);
    st_store(r, w->s, loop_other, offset(w, 0), ptr, val_addr(vs, loop_array, offset(w, 0)));
    TestLoop l = {.i = i, .n = unknown(w, 1, vtype_int, 0, 100), .body = advance};
    run_loop(w, w->s, &l);
    ObjId o;
    Val off;
    assert_true(st_points_to(r, l.widened, load(w, l.widened, loop_other, 0, ptr), &o, &off));
    /* Its offset and the counter grow together. */
    Val count = val_off_mul(vs, val_cast(vs, vtype_off, load(w, l.widened, i, 0, TYPE_INT)), 4);
    assert_int_equal(st_test(r, l.widened, val_cmp(vs, BIN_EQ, off, count)), 1);
    world_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_join_values),   cmocka_unit_test(test_join_memory),
        cmocka_unit_test(test_widen_linear),  cmocka_unit_test(test_widen_other),
        cmocka_unit_test(test_widen_wraps),   cmocka_unit_test(test_widen_memory),
        cmocka_unit_test(test_widen_pointer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
