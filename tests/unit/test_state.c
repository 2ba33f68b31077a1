/*
 * States of the engine: forks, memory, strings, conditions, escape and text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "state_world.h"

/* ---- forks, temps, steps ---- */

static void test_forks(void **state)
{
    (void)state;
    World *w = world();
    ObjId x = variable(w, IV_LOCAL, TYPE_INT, "x"), y = variable(w, IV_LOCAL, TYPE_INT, "y");
    store(w, w->s, x, 0, TYPE_INT, 1);
    st_set_temp(&w->run, w->s, 3, number(w, 30));
    State *b = st_fork(&w->run, w->s);
    store(w, b, x, 0, TYPE_INT, 2);
    store(w, w->s, y, 0, TYPE_INT, 5);
    st_set_temp(&w->run, b, 3, number(w, 31));
    st_step(&w->run, b, (Step){.kind = STEP_ASSIGN, .obj = x});
    assert_number(w, load(w, w->s, x, 0, TYPE_INT), 1);
    assert_number(w, load(w, b, x, 0, TYPE_INT), 2);
    assert_number(w, load(w, w->s, y, 0, TYPE_INT), 5);
    assert_kind(w, load(w, b, y, 0, TYPE_INT), VK_UNDEF);
    assert_number(w, st_temp(w->s, 3), 30);
    assert_number(w, st_temp(b, 3), 31);
    assert_int_equal(b->n_steps, 1);
    assert_ptr_equal(b->path->frame, b->frame);
    assert_int_equal(w->s->n_steps, 0);
    st_drop_temps(&w->run, b, 1, 10);
    assert_int_equal(st_temp(b, 3), VAL_NONE);
    assert_number(w, st_temp(w->s, 3), 30);
    /* The temps of a callee are its own. */
    const Frame *inner = st_frame(&w->run, w->s->frame, &w->f, &w->call, 4711), *outer = w->s->frame;
    w->s->frame = inner;
    assert_int_equal(st_temp(w->s, 3), VAL_NONE);
    st_set_temp(&w->run, w->s, 3, number(w, 32));
    assert_int_not_equal(st_var_obj(&w->run, w->s, &w->vars[0]), x);
    w->s->frame = outer;
    assert_number(w, st_temp(w->s, 3), 30);
    world_free(w);
}

/* ---- what objects hold at first ---- */

static void test_initial(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    TypeTable *tt = &w->unit.types;
    ObjId local = variable(w, IV_LOCAL, TYPE_INT, "local"), param = variable(w, IV_PARAM, TYPE_INT, "param");
    assert_kind(w, load(w, w->s, local, 0, TYPE_INT), VK_UNDEF);
    Val p = load(w, w->s, param, 0, TYPE_INT);
    assert_int_equal(origin(w, p), SO_PARAM);
    assert_ptr_equal(val_sym_info(&r->values, p)->var, &w->vars[1]);
    assert_int_equal(load(w, w->s, param, 0, TYPE_INT), p);
    State *b = st_fork(r, w->s);
    assert_int_equal(load(w, b, param, 0, TYPE_INT), p);
    /* A pointer parameter points to an object of its own, which may be null and has at least its type's size. */
    ObjId ptr = variable(w, IV_PARAM, type_ptr(tt, TYPE_INT), "ptr"),
          that = variable(w, IV_THIS, type_ptr(tt, TYPE_INT), "");
    Val a = load(w, w->s, ptr, 0, type_ptr(tt, TYPE_INT));
    assert_kind(w, a, VK_ADDR);
    ObjId pointee, nowhere;
    Val off;
    assert_true(st_points_to(r, w->s, a, &pointee, &off));
    assert_int_equal(obj(&r->objects, pointee)->kind, OBJ_POINTEE);
    assert_int_equal(st_size(r, w->s, pointee), VAL_NONE);
    assert_number(w, st_obj(r, w->s, pointee)->min_size, 4);
    assert_int_equal(st_test(r, w->s, st_is_null(r, w->s, a)), -1);
    assert_number(w, st_is_null(r, w->s, load(w, w->s, that, 0, type_ptr(tt, TYPE_INT))), 0);
    assert_number(w, st_is_null(r, w->s, val_null(&r->values)), 1);
    assert_false(st_points_to(r, w->s, val_null(&r->values), &nowhere, &off));
    assert_int_equal(origin(w, load(w, w->s, pointee, 0, TYPE_INT)), SO_MEMORY);
    assert_int_not_equal(load(w, w->s, pointee, 0, TYPE_INT), load(w, w->s, pointee, 4, TYPE_INT));
    /* Globals are unknown unless somebody says what they hold. */
    w->global = (IrGlobal){.name = intern_str("g"), .type = TYPE_INT};
    w->constant = (IrGlobal){.name = intern_str("c"), .type = TYPE_INT, .is_const = true};
    ObjId g = st_global_obj(r, &w->global), c = st_global_obj(r, &w->constant);
    assert_int_equal(origin(w, load(w, w->s, g, 0, TYPE_INT)), SO_MEMORY);
    State *scratch = st_new(r, w->s->frame);
    store(w, scratch, c, 0, TYPE_INT, 42);
    st_set_initial(r, scratch, c);
    store(w, scratch, c, 0, TYPE_INT, 43);
    assert_number(w, load(w, w->s, c, 0, TYPE_INT), 42);
    assert_number(w, load(w, b, c, 0, TYPE_INT), 42);
    assert_true(st_obj(r, w->s, c)->flags & OS_READONLY);
    /* Literals are known to the byte. */
    w->text = (IrString){.bytes = "hey", .n_bytes = 3, .length = 3, .char_size = 1};
    ObjId text = st_string_obj(r, &w->text, array_of(w, TYPE_CHAR, 4));
    assert_number(w, load(w, w->s, text, 1, TYPE_CHAR), 'e');
    assert_number(w, load(w, w->s, text, 3, TYPE_CHAR), 0);
    assert_number(w, st_size(r, w->s, text), 4);
    Val some = st_load(r, w->s, text, off_unknown(w, 1, 0, 3), TYPE_CHAR);
    Interval range = st_range(r, w->s, some);
    assert_true(range.lo == 0 && range.hi == 'y');
    world_free(w);
}

/* ---- loads and stores ---- */

static void test_places(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    ObjId a = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 10), "a");
    store(w, w->s, a, 0, TYPE_INT, 0x01020304);
    store(w, w->s, a, 4, TYPE_INT, -1);
    assert_number(w, load(w, w->s, a, 0, TYPE_INT), 0x01020304);
    assert_number(w, load(w, w->s, a, 4, TYPE_UINT), 0xffffffff);
    /* Parts and wholes, little-endian. */
    assert_number(w, load(w, w->s, a, 0, TYPE_UCHAR), 4);
    assert_number(w, load(w, w->s, a, 3, TYPE_UCHAR), 1);
    assert_number(w, load(w, w->s, a, 2, TYPE_USHORT), 0x0102);
    assert_number(w, load(w, w->s, a, 0, TYPE_ULONG), (i64)0xffffffff01020304);
    assert_kind(w, load(w, w->s, a, 8, TYPE_INT), VK_UNDEF);
    /* Half written: not known, perhaps undefined. */
    Val half = load(w, w->s, a, 6, TYPE_INT);
    assert_kind(w, half, VK_SYM);
    assert_int_equal(load(w, w->s, a, 6, TYPE_INT), half);
    Val x = unknown(w, 1, vtype_int, -100, 100);
    st_store(r, w->s, a, offset(w, 12), TYPE_INT, x);
    assert_int_equal(load(w, w->s, a, 12, TYPE_INT), x);
    Val low = load(w, w->s, a, 12, TYPE_UCHAR);
    assert_true(val_mentions(&r->values, low, x));
    /* An overlapping write drops what it hits and nothing else. */
    store(w, w->s, a, 13, TYPE_CHAR, 7);
    assert_int_not_equal(load(w, w->s, a, 12, TYPE_INT), x);
    assert_number(w, load(w, w->s, a, 13, TYPE_CHAR), 7);
    assert_number(w, load(w, w->s, a, 0, TYPE_INT), 0x01020304);
    assert_number(w, load(w, w->s, a, 4, TYPE_INT), -1);
    world_free(w);
}

static void test_symbolic_places(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    ObjId a = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 10), "a");
    Val i = off_unknown(w, 1, 0, 9), at = val_off_mul(vs, i, 4);
    store(w, w->s, a, 0, TYPE_INT, 10);
    store(w, w->s, a, 36, TYPE_INT, 19);
    st_store(r, w->s, a, at, TYPE_INT, number(w, 77));
    assert_number(w, st_load(r, w->s, a, at, TYPE_INT), 77);
    /* a[i] may have been a[0]: not known any more, but defined, and the same each time. */
    Val first = load(w, w->s, a, 0, TYPE_INT);
    assert_kind(w, first, VK_SYM);
    assert_int_not_equal(origin(w, first), SO_JOIN);
    assert_int_equal(load(w, w->s, a, 0, TYPE_INT), first);
    /* What was never written but perhaps is: perhaps undefined. */
    Val second = load(w, w->s, a, 4, TYPE_INT);
    assert_int_equal(origin(w, second), SO_JOIN);
    /* The next element is another one. */
    Val next = val_off_add(vs, at, offset(w, 4));
    st_store(r, w->s, a, next, TYPE_INT, number(w, 78));
    assert_number(w, st_load(r, w->s, a, at, TYPE_INT), 77);
    assert_number(w, st_load(r, w->s, a, next, TYPE_INT), 78);
    /* A write to a constant place drops both, unless the store knows better. */
    State *b = st_fork(r, w->s);
    assert_true(st_assume(r, b, val_cmp(vs, BIN_GE, i, offset(w, 5)), true));
    store(w, b, a, 8, TYPE_INT, 1);
    assert_number(w, st_load(r, b, a, at, TYPE_INT), 77);
    store(w, w->s, a, 8, TYPE_INT, 1);
    assert_kind(w, st_load(r, w->s, a, at, TYPE_INT), VK_SYM);
    assert_number(w, load(w, w->s, a, 8, TYPE_INT), 1);
    /* Writes that are forgotten one after the other do not give equal symbols. */
    ObjId c = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 10), "c");
    store(w, b, c, 0, TYPE_INT, 1);
    st_store(r, b, c, at, TYPE_INT, number(w, 5));
    Val one = load(w, b, c, 0, TYPE_INT);
    st_store(r, b, c, val_off_mul(vs, off_unknown(w, 2, 0, 9), 4), TYPE_INT, number(w, 6));
    assert_int_not_equal(load(w, b, c, 0, TYPE_INT), one);
    world_free(w);
}

static void test_unknown_layout(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    ObjId o = variable(w, IV_LOCAL, TYPE_UNKNOWN, "o");
    SymInfo info = sym_info(SO_LAYOUT, vtype_off);
    info.lo = 0;
    Val m = val_sym(&r->values, 0, 1, 1, 0, &info), n = val_sym(&r->values, 0, 1, 2, 0, &info);
    st_store(r, w->s, o, m, TYPE_INT, number(w, 1));
    st_store(r, w->s, o, n, TYPE_INT, number(w, 2));
    assert_number(w, st_load(r, w->s, o, m, TYPE_INT), 1);
    assert_number(w, st_load(r, w->s, o, n, TYPE_INT), 2);
    st_store(r, w->s, o, m, TYPE_UNKNOWN, number(w, 3));
    assert_number(w, st_load(r, w->s, o, m, TYPE_UNKNOWN), 3);
    assert_number(w, st_load(r, w->s, o, n, TYPE_INT), 2);
    world_free(w);
}

/* More places than are remembered one by one: the values may go, that they were written stays. */
static void test_many_cells(void **state)
{
    (void)state;
    World *w = world();
    ObjId a = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 1000), "a");
    for (i64 i = 0; i < 900; i++)
        store(w, w->s, a, 4 * i, TYPE_INT, i + 1);
    assert_true(st_obj(&w->run, w->s, a)->n_cells <= LIMIT_OBJECT_CELLS);
    assert_number(w, load(w, w->s, a, 4 * 899, TYPE_INT), 900);
    Val first = load(w, w->s, a, 0, TYPE_INT);
    assert_kind(w, first, VK_SYM);
    assert_int_not_equal(origin(w, first), SO_JOIN);
    assert_kind(w, load(w, w->s, a, 3600, TYPE_INT), VK_UNDEF);
    world_free(w);
}

/* ---- fills and copies ---- */

static void test_fills(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    ObjId a = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 100), "a");
    store(w, w->s, a, 0, TYPE_INT, 1);
    store(w, w->s, a, 396, TYPE_INT, 2);
    st_fill(r, w->s, a, offset(w, 0), offset(w, 40), CONTENT_FILL, number(w, 0), 0, 1);
    assert_number(w, load(w, w->s, a, 0, TYPE_INT), 0);
    assert_number(w, load(w, w->s, a, 36, TYPE_INT), 0);
    assert_kind(w, load(w, w->s, a, 40, TYPE_INT), VK_UNDEF);
    assert_number(w, load(w, w->s, a, 396, TYPE_INT), 2);
    assert_int_equal(origin(w, load(w, w->s, a, 38, TYPE_INT)), SO_JOIN);
    st_fill(r, w->s, a, offset(w, 0), VAL_NONE, CONTENT_FILL, number(w, 0xff), 0, 2);
    assert_number(w, load(w, w->s, a, 396, TYPE_INT), -1);
    assert_number(w, load(w, w->s, a, 396, TYPE_UCHAR), 255);
    /* Input of unknown length: what it perhaps reached is tainted and not known, what it reached certainly comes from it. */
    SymInfo in = sym_info(SO_INPUT, vtype_off);
    in.taint = 4;
    Val got = val_sym(vs, 0, 50, 1, 0, &in), n = off_unknown(w, 1, 8, 100);
    st_fill(r, w->s, a, offset(w, 0), n, CONTENT_SOME, got, 4, 3);
    Val head = load(w, w->s, a, 0, TYPE_INT), tail = load(w, w->s, a, 50, TYPE_SHORT);
    assert_int_equal(origin(w, head), SO_INPUT);
    assert_true(val_sym_info(vs, head)->free);
    assert_int_equal(val_node(vs, head)->taint, 4);
    assert_int_equal(load(w, w->s, a, 0, TYPE_INT), head);
    assert_int_equal(origin(w, tail), SO_OPAQUE);
    assert_int_equal(val_node(vs, tail)->taint, 4);
    assert_number(w, load(w, w->s, a, 100, TYPE_INT), -1);
    const ObjState *os = st_obj(r, w->s, a);
    assert_int_equal(os->taint, 4);
    assert_int_equal(os->taint_source, got);
    /* The next input is another one. */
    st_fill(r, w->s, a, offset(w, 0), n, CONTENT_SOME, got, 4, 4);
    assert_int_not_equal(load(w, w->s, a, 0, TYPE_INT), head);
    st_fill(r, w->s, a, offset(w, 0), offset(w, 400), CONTENT_FILL, number(w, 0), 0, 5);
    assert_int_equal(st_obj(r, w->s, a)->taint, 0);
    world_free(w);
}

static void test_copies(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    TypeTable *tt = &w->unit.types;
    TypeId record = array_of(w, TYPE_INT, 4);
    ObjId a = variable(w, IV_LOCAL, record, "a"), b = variable(w, IV_LOCAL, record, "b"),
          p = variable(w, IV_PARAM, record, "p");
    store(w, w->s, a, 0, TYPE_INT, 1);
    store(w, w->s, a, 8, TYPE_INT, 3);
    store(w, w->s, b, 4, TYPE_INT, 9);
    Val whole = load(w, w->s, a, 0, record);
    assert_kind(w, whole, VK_RECORD);
    store(w, w->s, a, 0, TYPE_INT, 100); /* the value read before stays what it was */
    st_store(r, w->s, b, offset(w, 0), record, whole);
    assert_number(w, load(w, w->s, b, 0, TYPE_INT), 1);
    assert_number(w, load(w, w->s, b, 8, TYPE_INT), 3);
    assert_kind(w, load(w, w->s, b, 4, TYPE_INT), VK_UNDEF);
    assert_number(w, load(w, w->s, a, 0, TYPE_INT), 100);
    /* Unknown content is the same in the copy. */
    Val third = load(w, w->s, p, 8, TYPE_INT);
    st_copy(r, w->s, b, offset(w, 0), p, offset(w, 8), offset(w, 8), 6);
    assert_int_equal(load(w, w->s, b, 0, TYPE_INT), third);
    assert_int_equal(load(w, w->s, b, 4, TYPE_INT), load(w, w->s, p, 12, TYPE_INT));
    assert_number(w, load(w, w->s, b, 8, TYPE_INT), 3);
    /* Within one object, overlapping. */
    store(w, w->s, a, 4, TYPE_INT, 200);
    st_copy(r, w->s, a, offset(w, 4), a, offset(w, 0), offset(w, 12), 7);
    assert_number(w, load(w, w->s, a, 4, TYPE_INT), 100);
    assert_number(w, load(w, w->s, a, 8, TYPE_INT), 200);
    /* Literals. */
    w->text = (IrString){.bytes = "hello", .n_bytes = 5, .length = 5, .char_size = 1};
    ObjId text = st_string_obj(r, &w->text, array_of(w, TYPE_CHAR, 6));
    ObjId c = variable(w, IV_LOCAL, array_of(w, TYPE_CHAR, 32), "c");
    st_copy(r, w->s, c, offset(w, 0), text, offset(w, 1), offset(w, 5), 8);
    assert_number(w, load(w, w->s, c, 0, TYPE_CHAR), 'e');
    assert_number(w, load(w, w->s, c, 4, TYPE_CHAR), 0);
    assert_kind(w, load(w, w->s, c, 5, TYPE_CHAR), VK_UNDEF);
    StringFact f = st_string(r, w->s, c, offset(w, 0), 1);
    assert_number(w, f.len, 4);
    assert_int_equal(f.ended, 1);
    /* A length that is not known: behind what is certain nothing is. */
    ObjId d = variable(w, IV_LOCAL, array_of(w, TYPE_CHAR, 32), "d");
    st_fill(r, w->s, d, offset(w, 0), offset(w, 32), CONTENT_FILL, number(w, 'x'), 0, 9);
    st_copy(r, w->s, d, offset(w, 0), text, offset(w, 0), off_unknown(w, 3, 2, 6), 10);
    assert_kind(w, load(w, w->s, d, 3, TYPE_CHAR), VK_SYM);
    assert_number(w, load(w, w->s, d, 6, TYPE_CHAR), 'x');
    (void)tt;
    world_free(w);
}

/* ---- strings ---- */

static void test_strings(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    TypeId chars = array_of(w, TYPE_CHAR, 16);
    ObjId b = variable(w, IV_LOCAL, chars, "b");
    /* Undefined: nothing is known. */
    StringFact f = st_string(r, w->s, b, offset(w, 0), 1);
    assert_int_equal(f.ended, -1);
    assert_number(w, f.room, 16);
    assert_int_equal(origin(w, f.len), SO_LENGTH);
    assert_int_equal(st_string(r, w->s, b, offset(w, 0), 1).len, f.len);
    /* Filled to the end: no terminator; with one: exact. */
    st_fill(r, w->s, b, offset(w, 0), offset(w, 16), CONTENT_FILL, number(w, 'A'), 0, 1);
    f = st_string(r, w->s, b, offset(w, 0), 1);
    assert_int_equal(f.ended, 0);
    assert_true(st_range(r, w->s, f.len).lo == 16);
    store(w, w->s, b, 15, TYPE_CHAR, 0);
    f = st_string(r, w->s, b, offset(w, 0), 1);
    assert_int_equal(f.ended, 1);
    assert_number(w, f.len, 15);
    /* From inside it, and after a write inside it. */
    assert_number(w, st_string(r, w->s, b, offset(w, 5), 1).len, 10);
    store(w, w->s, b, 3, TYPE_CHAR, 'B');
    assert_number(w, st_string(r, w->s, b, offset(w, 0), 1).len, 15);
    store(w, w->s, b, 7, TYPE_CHAR, 0);
    assert_number(w, st_string(r, w->s, b, offset(w, 0), 1).len, 7);
    assert_number(w, st_string(r, w->s, b, offset(w, 8), 1).len, 7);
    /* Unknown content before a certain terminator. */
    st_fill(r, w->s, b, offset(w, 0), offset(w, 10), CONTENT_SOME, VAL_NONE, 2, 2);
    f = st_string(r, w->s, b, offset(w, 0), 1);
    assert_int_equal(f.ended, 1);
    Interval range = st_range(r, w->s, f.len);
    assert_true(range.lo == 0 && range.hi == 15);
    assert_int_equal(val_node(vs, f.len)->taint, 2);
    /* A terminator behind the known string's end changes nothing, one inside shortens it. */
    Val n = off_unknown(w, 1, 0, 15);
    st_set_string(r, w->s, b, offset(w, 0), 1, n, 2, 3);
    f = st_string(r, w->s, b, offset(w, 0), 1);
    assert_int_equal(f.len, n);
    assert_int_equal(f.ended, 1);
    assert_number(w, st_load(r, w->s, b, n, TYPE_CHAR), 0);
    Val k = off_unknown(w, 2, 0, 15);
    State *s = st_fork(r, w->s);
    assert_true(st_assume(r, s, val_cmp(vs, BIN_LE, k, n), true));
    st_store(r, s, b, k, TYPE_CHAR, val_int(vs, (VType){.width = 8, .sgn = true}, 0));
    assert_int_equal(st_string(r, s, b, offset(w, 0), 1).len, k);
    assert_int_equal(st_string(r, w->s, b, offset(w, 0), 1).len, n);
    /* The rest of a string behind a place in it. */
    assert_true(st_assume(r, w->s, val_cmp(vs, BIN_LE, k, n), true));
    assert_int_equal(st_string(r, w->s, b, k, 1).len, val_off_sub(vs, n, k));
    /* A write of something unknown ends the knowledge. */
    st_store(r, w->s, b, k, TYPE_CHAR, unknown(w, 9, (VType){.width = 8, .sgn = true}, -128, 127));
    assert_int_equal(origin(w, st_string(r, w->s, b, offset(w, 0), 1).len), SO_LENGTH);
    world_free(w);
}

static void test_symbolic_strings(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    /* malloc(n): memset(p, 'A', n - 1); p[n - 1] = 0. */
    Val n = off_unknown(w, 1, 1, 1000);
    Obj info = {.kind = OBJ_ALLOC,
                .elements = true,
                .type = TYPE_CHAR,
                .f = &w->f,
                .inst = &w->call,
                .base = off_unknown(w, 5, 0, 1)};
    ObjId o = obj_get(&r->objects, 9, &info);
    st_write_obj(r, w->s, o)->size = n;
    Val last = val_off_sub(vs, n, offset(w, 1));
    State *b = st_fork(r, w->s);
    st_fill(r, b, o, offset(w, 0), n, CONTENT_FILL, number(w, 'A'), 0, 1);
    assert_int_equal(st_string(r, b, o, offset(w, 0), 1).ended, 0);
    st_fill(r, w->s, o, offset(w, 0), last, CONTENT_FILL, number(w, 'A'), 0, 2);
    st_store(r, w->s, o, last, TYPE_CHAR, val_int(vs, (VType){.width = 8, .sgn = true}, 0));
    StringFact f = st_string(r, w->s, o, offset(w, 0), 1);
    assert_int_equal(f.ended, 1);
    assert_int_equal(f.len, last);
    /* strncpy(p, input, n - 1) into zeroed memory. */
    st_fill(r, w->s, o, offset(w, 0), n, CONTENT_FILL, number(w, 0), 0, 3);
    assert_number(w, st_string(r, w->s, o, offset(w, 0), 1).len, 0);
    st_fill(r, w->s, o, offset(w, 0), last, CONTENT_SOME, VAL_NONE, 1, 4);
    f = st_string(r, w->s, o, offset(w, 0), 1);
    assert_int_equal(f.ended, 1);
    assert_int_equal(st_test(r, w->s, val_cmp(vs, BIN_LE, f.len, last)), 1);
    /* Wide characters. */
    ObjId wide = variable(w, IV_LOCAL, array_of(w, TYPE_INT, 8), "wide");
    store(w, w->s, wide, 0, TYPE_INT, 'a');
    store(w, w->s, wide, 4, TYPE_INT, 0x100);
    store(w, w->s, wide, 8, TYPE_INT, 0);
    f = st_string(r, w->s, wide, offset(w, 0), 4);
    assert_number(w, f.len, 2);
    assert_number(w, f.room, 8);
    world_free(w);
}

/* ---- conditions ---- */

static void test_null(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    TypeId ptr = type_ptr(&w->unit.types, TYPE_INT);
    ObjId p = variable(w, IV_PARAM, ptr, "p"), x = variable(w, IV_LOCAL, TYPE_INT, "x");
    Val v = load(w, w->s, p, 0, ptr);
    State *b = st_fork(r, w->s);
    assert_true(st_assume(r, w->s, val_cmp(vs, BIN_NE, v, val_null(vs)), true));
    assert_int_equal(st_test(r, w->s, st_is_null(r, w->s, v)), 0);
    assert_true(st_assume(r, b, v, false)); /* as a truth value: if (!p) */
    assert_int_equal(st_test(r, b, st_is_null(r, b, v)), 1);
    assert_false(st_assume(r, b, val_cmp(vs, BIN_EQ, v, val_null(vs)), false));
    Val local = val_addr(vs, x, offset(w, 0));
    assert_int_equal(st_test(r, w->s, local), 1);
    assert_int_equal(st_test(r, w->s, val_cmp(vs, BIN_EQ, local, val_null(vs))), 0);
    Val one = val_addr(vs, x, off_unknown(w, 1, 0, 3)), two = val_addr(vs, x, offset(w, 5));
    assert_int_equal(st_test(r, w->s, val_cmp(vs, BIN_LT, one, two)), 1);
    world_free(w);
}

static void test_weak(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    w->global = (IrGlobal){.name = intern_str("g"), .type = TYPE_INT};
    ObjId g = st_global_obj(r, &w->global), x = variable(w, IV_LOCAL, TYPE_INT, "x"),
          kept = variable(w, IV_LOCAL, TYPE_INT, "kept");
    store(w, w->s, x, 0, TYPE_INT, 1);
    store(w, w->s, kept, 0, TYPE_INT, 2);
    Val before = load(w, w->s, g, 0, TYPE_INT);
    assert_true(st_assume(r, w->s, val_cmp(vs, BIN_LT, before, number(w, 10)), true));
    st_escape(r, w->s, x, false, &w->call);
    st_havoc_escaped(r, w->s, &w->call);
    Val after = load(w, w->s, g, 0, TYPE_INT);
    assert_int_equal(origin(w, after), SO_HAVOC);
    assert_int_equal(val_sym_info(vs, after)->was, before);
    assert_int_equal(origin(w, load(w, w->s, x, 0, TYPE_INT)), SO_HAVOC);
    assert_number(w, load(w, w->s, kept, 0, TYPE_INT), 2);
    State *same = st_fork(r, w->s), *other = st_fork(r, w->s);
    assert_true(st_assume(r, same, val_cmp(vs, BIN_LT, after, number(w, 20)), true));
    assert_false(same->flags & SF_WEAK);
    assert_true(st_assume(r, other, val_cmp(vs, BIN_GE, after, number(w, 10)), true));
    assert_true(other->flags & SF_WEAK);
    assert_int_equal(other->why, WHY_CALLEE);
    /* Through two calls. */
    st_havoc_escaped(r, w->s, &w->head);
    Val later = load(w, w->s, g, 0, TYPE_INT);
    assert_int_not_equal(later, after);
    assert_true(st_assume(r, w->s, val_cmp(vs, BIN_EQ, later, number(w, 11)), true));
    assert_true(w->s->flags & SF_WEAK);
    world_free(w);
}

/* ---- escape ---- */

static void test_escape(void **state)
{
    (void)state;
    World *w = world();
    Run *r = &w->run;
    Values *vs = &r->values;
    TypeId ptr = type_ptr(&w->unit.types, TYPE_INT);
    ObjId a = allocated(w, w->s, 1, ptr, 8), b = allocated(w, w->s, 2, TYPE_INT, 4),
          c = allocated(w, w->s, 3, TYPE_INT, 4);
    st_store(r, w->s, a, offset(w, 0), ptr, val_addr(vs, b, offset(w, 0)));
    State *lent = st_fork(r, w->s);
    /* A pointer that is lost among unknown places still exists: nobody knows where. */
    ObjId list = variable(w, IV_LOCAL, array_of(w, ptr, 4), "list");
    st_store(r, w->s, list, val_off_mul(vs, off_unknown(w, 1, 0, 3), 8), ptr, val_addr(vs, c, offset(w, 0)));
    st_store(r, w->s, list, val_off_mul(vs, off_unknown(w, 2, 0, 3), 8), ptr, val_null(vs));
    assert_true(st_obj(r, w->s, c)->flags & OS_ESCAPED);
    assert_false(st_obj(r, w->s, a)->flags & OS_ESCAPED);
    /* Given away together with what it points to. */
    st_escape(r, w->s, a, false, &w->call);
    assert_true(st_obj(r, w->s, b)->flags & OS_ESCAPED);
    assert_false(st_obj(r, w->s, b)->flags & OS_OWNED);
    assert_true(st_obj(r, w->s, b)->flags & OS_MAYBE_FREED);
    /* Only lent. */
    st_escape(r, lent, a, true, &w->call);
    assert_true(st_obj(r, lent, a)->flags & OS_OWNED);
    assert_kind(w, load(w, lent, a, 0, ptr), VK_ADDR);
    world_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forks),          cmocka_unit_test(test_initial),
        cmocka_unit_test(test_places),         cmocka_unit_test(test_symbolic_places),
        cmocka_unit_test(test_unknown_layout), cmocka_unit_test(test_many_cells),
        cmocka_unit_test(test_fills),          cmocka_unit_test(test_copies),
        cmocka_unit_test(test_strings),        cmocka_unit_test(test_symbolic_strings),
        cmocka_unit_test(test_null),           cmocka_unit_test(test_weak),
        cmocka_unit_test(test_escape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
