/*
 * A run of the engine put together by hand, with a few variables, and short words for reading and writing them. Included by the
 * tests of states, after cmocka.h.
 */
#ifndef UNIT_STATE_WORLD_H
#define UNIT_STATE_WORLD_H

#include <string.h>

#include "base/limits.h"
#include "engine/run.h"

typedef struct World {
    Run run;
    IrUnit unit;
    IrFunction f;
    IrInst head, call;
    State *s;
    IrVar vars[8];
    IrGlobal global, constant;
    IrString text;
    u32 n_vars;
} World;

static inline World *world(void)
{
    World *w = mem_zalloc(1, sizeof *w);
    Run *r = &w->run;
    type_table_init(&w->unit.types, target_find("LP64"), false);
    arena_init(&r->arena);
    values_init(&r->values, &r->arena, &w->unit.types);
    objects_init(&r->objects);
    r->unit = &w->unit;
    r->f = &w->f;
    w->f.n_temps = 10;
    w->head.id = 7;
    w->call.id = 9;
    w->s = st_new(r, st_frame(r, NULL, &w->f, NULL, 0));
    return w;
}

static inline void world_free(World *w)
{
    Run *r = &w->run;
    for (u32 i = 0; i < r->joins.n; i++)
        vec_release(&r->joins.at[i].syms);
    vec_release(&r->joins);
    objects_release(&r->objects);
    values_release(&r->values);
    arena_release(&r->arena);
    type_table_release(&w->unit.types);
    mem_free(w);
}

static inline ObjId variable(World *w, IrVarKind kind, TypeId type, const char *name)
{
    IrVar *v = &w->vars[w->n_vars];
    assert_true(w->n_vars < LENGTH(w->vars));
    *v = (IrVar){.name = intern_str(name), .id = w->n_vars++, .kind = (u8)kind, .type = type};
    return st_var_obj(&w->run, w->s, v);
}

static inline TypeId array_of(World *w, TypeId of, u64 n)
{
    return type_array(&w->unit.types, of, BOUND_KNOWN, n);
}

static inline Val number(World *w, i64 n)
{
    return val_int(&w->run.values, vtype_int, n);
}

static inline Val offset(World *w, i64 n)
{
    return val_off(&w->run.values, n);
}

/* A symbol that nothing is known of but its range. */
static inline Val unknown(World *w, u32 slot, VType t, i64 lo, i64 hi)
{
    SymInfo info = sym_info(SO_PARAM, t);
    info.lo = lo;
    info.hi = hi;
    return val_sym(&w->run.values, 0, 1000, slot, 0, &info);
}

static inline Val off_unknown(World *w, u32 slot, i64 lo, i64 hi)
{
    return unknown(w, slot, vtype_off, lo, hi);
}

static inline Val load(World *w, State *s, ObjId o, i64 off, TypeId t)
{
    return st_load(&w->run, s, o, offset(w, off), t);
}

static inline void store(World *w, State *s, ObjId o, i64 off, TypeId t, i64 n)
{
    st_store(&w->run, s, o, offset(w, off), t, val_int(&w->run.values, vtype_of(&w->unit.types, t), n));
}

static inline SymOrigin origin(World *w, Val v)
{
    const SymInfo *info = val_sym_info(&w->run.values, v);
    return info ? (SymOrigin)info->origin : SO_COUNT;
}

#define assert_number(w, v, want)                             \
    do {                                                      \
        i64 num_ = -77;                                       \
        assert_true(val_const(&(w)->run.values, (v), &num_)); \
        assert_int_equal(num_, (want));                       \
    } while (0)
#define assert_kind(w, v, want) assert_int_equal(val_kind(&(w)->run.values, (v)), (want))

static inline ObjId allocated(World *w, State *s, u64 key, TypeId type, i64 size)
{
    SymInfo base = sym_info(SO_BASE, vtype_ptr);
    Obj info = {.kind = OBJ_ALLOC,
                .type = type,
                .f = &w->f,
                .inst = &w->call,
                .base = val_sym(&w->run.values, 0, 2000, (u32)key, 0, &base)};
    ObjId o = obj_get(&w->run.objects, key, &info);
    ObjState *os = st_write_obj(&w->run, s, o);
    os->size = offset(w, size);
    os->flags |= OS_OWNED;
    return o;
}

#endif
