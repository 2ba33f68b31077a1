/*
 * Memory of states against plain bytes: random programs of stores, fills, copies, forks and joins, run both symbolically and for one assignment of the symbols.
 * What a state says must be true of the bytes: constants, equal symbols, ranges, lengths of strings, and what is undefined.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "state_world.h"

enum { BYTES = 12, OBJECTS = 3, SYMBOLS = 4, RUNS = 6000, STEPS_PER_RUN = 30, STATES = 4 };

static u32 random_state;

static u32 random_below(u32 n)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 10) % n;
}

/* One concrete run beside a state. */
typedef struct Concrete {
    State *s;
    u8 byte[OBJECTS][BYTES];
    bool defined[OBJECTS][BYTES];
} Concrete;

typedef struct Machine {
    World *w;
    ObjId o[OBJECTS];
    Val sym[SYMBOLS];
    i64 value[SYMBOLS];
    struct {
        Val v;
        i64 value;
    } seen[4096]; /* symbols that loads gave, with their values in this run */
    u32 n_seen;
    u32 version;
} Machine;

/* An offset, as a value and as a number. */
static Val random_offset(Machine *m, u32 room, i64 *at)
{
    if (random_below(3)) {
        *at = random_below(room);
        return offset(m->w, *at);
    }
    u32 k = random_below(SYMBOLS);
    *at = m->value[k];
    Val v = m->sym[k];
    if (random_below(3) == 0) {
        *at += 1;
        v = val_off_add(&m->w->run.values, v, offset(m->w, 1));
    }
    if (*at < room)
        return v;
    *at = 0;
    return offset(m->w, 0);
}

/* A symbol has one value in a run. */
static void check_symbol(Machine *m, Val v, i64 value)
{
    for (u32 i = 0; i < m->n_seen; i++)
        if (m->seen[i].v == v) {
            assert_int_equal(m->seen[i].value, value);
            return;
        }
    if (m->n_seen == LENGTH(m->seen))
        return;
    m->seen[m->n_seen].v = v;
    m->seen[m->n_seen++].value = value;
}

static const TypeId width_types[] = {TYPE_UCHAR, TYPE_USHORT, TYPE_UINT};
static const u32 widths[] = {1, 2, 4};

static bool may_be_undefined(const Machine *m, Val v)
{
    if (val_kind(&m->w->run.values, v) == VK_UNDEF)
        return true;
    const SymInfo *info = val_sym_info(&m->w->run.values, v);
    for (u32 i = 0; info && i < info->n_alts; i++)
        if (may_be_undefined(m, info->alts[i]))
            return true;
    return false;
}

static void check_load(Machine *m, Concrete *c)
{
    u32 k = random_below(OBJECTS), width = random_below(3), bytes = widths[width];
    i64 at, num;
    Val off = random_offset(m, BYTES - bytes + 1, &at);
    Val v = st_load(&m->w->run, c->s, m->o[k], off, width_types[width]);
    i64 value = 0;
    u32 defined = 0;
    for (u32 i = 0; i < bytes; i++) {
        value |= (i64)c->byte[k][at + i] << (8 * i);
        defined += c->defined[k][at + i];
    }
    const Values *vs = &m->w->run.values;
    if (defined < bytes) {
        assert_true(may_be_undefined(m, v) || (defined > 0 && val_kind(vs, v) != VK_INT));
        return;
    }
    assert_int_not_equal(val_kind(vs, v), VK_UNDEF);
    if (val_const(vs, v, &num)) {
        assert_int_equal(num, value);
        return;
    }
    Interval range = st_range(&m->w->run, c->s, v);
    assert_true(range.lo <= value && value <= range.hi);
    if (val_kind(vs, v) == VK_SYM)
        check_symbol(m, v, value);
}

static void check_string(Machine *m, Concrete *c)
{
    u32 k = random_below(OBJECTS);
    i64 at, num;
    Val off = random_offset(m, BYTES, &at);
    StringFact f = st_string(&m->w->run, c->s, m->o[k], off, 1);
    i64 len = 0;
    while (at + len < BYTES && c->defined[k][at + len] && c->byte[k][at + len])
        len++;
    if (at + len < BYTES && !c->defined[k][at + len])
        return; /* it is as long as it happens to be */
    if (at + len == BYTES) {
        assert_int_not_equal(f.ended, 1);
        assert_false(val_const(&m->w->run.values, f.len, &num) && num < len);
        return;
    }
    assert_int_not_equal(f.ended, 0);
    if (val_const(&m->w->run.values, f.len, &num)) {
        assert_int_equal(num, len);
        return;
    }
    Interval range = st_range(&m->w->run, c->s, f.len);
    assert_true(range.lo <= len && len <= range.hi);
    if (val_kind(&m->w->run.values, f.len) == VK_SYM &&
        val_sym_info(&m->w->run.values, f.len)->origin == SO_LENGTH)
        check_symbol(m, f.len, len);
}

static void random_store(Machine *m, Concrete *c)
{
    u32 k = random_below(OBJECTS), width = random_below(3), bytes = widths[width];
    i64 at;
    Val off = random_offset(m, BYTES - bytes + 1, &at);
    i64 value = random_below(3) ? random_below(3) : random_below(1u << 22);
    if (bytes < 4)
        value &= (1 << (8 * bytes)) - 1;
    VType t = vtype_of(&m->w->unit.types, width_types[width]);
    st_store(&m->w->run, c->s, m->o[k], off, width_types[width], val_int(&m->w->run.values, t, value));
    for (u32 i = 0; i < bytes; i++) {
        c->byte[k][at + i] = (u8)(value >> (8 * i));
        c->defined[k][at + i] = true;
    }
}

static void random_fill(Machine *m, Concrete *c)
{
    u32 k = random_below(OBJECTS);
    i64 at, n;
    Val off = random_offset(m, BYTES, &at), len = random_offset(m, BYTES, &n);
    if (at + n > BYTES)
        return;
    bool some = random_below(3) == 0;
    u8 byte = (u8)random_below(3);
    st_fill(&m->w->run, c->s, m->o[k], off, len, some ? CONTENT_SOME : CONTENT_FILL,
            some ? VAL_NONE : number(m->w, byte), 0, ++m->version);
    for (i64 i = 0; i < n; i++) {
        c->byte[k][at + i] = some ? (u8)random_below(256) : byte;
        c->defined[k][at + i] = true;
    }
}

static void random_copy(Machine *m, Concrete *c)
{
    u32 to = random_below(OBJECTS), from = random_below(OBJECTS);
    i64 to_at, from_at, n;
    Val to_off = random_offset(m, BYTES, &to_at), from_off = random_offset(m, BYTES, &from_at),
        len = random_offset(m, BYTES, &n);
    if (to_at + n > BYTES || from_at + n > BYTES)
        return;
    st_copy(&m->w->run, c->s, m->o[to], to_off, m->o[from], from_off, len, ++m->version);
    memmove(&c->byte[to][to_at], &c->byte[from][from_at], (size_t)n);
    memmove(&c->defined[to][to_at], &c->defined[from][from_at], (size_t)n);
}

/* coarse: as when the fuel is out. */
static void run_once(bool coarse)
{
    World *w = world();
    w->run.joined_mode = coarse;
    Machine *m = mem_zalloc(1, sizeof *m);
    m->w = w;
    Concrete at[STATES];
    memset(at, 0, sizeof at);
    u32 n = 1;
    for (u32 k = 0; k < OBJECTS; k++) {
        m->o[k] = variable(w, k == 2 ? IV_PARAM : IV_LOCAL, array_of(w, TYPE_UCHAR, BYTES), "v");
        for (u32 i = 0; i < BYTES && k == 2; i++) {
            at[0].byte[k][i] = (u8)random_below(256);
            at[0].defined[k][i] = true;
        }
    }
    for (u32 i = 0; i < SYMBOLS; i++) {
        m->sym[i] = off_unknown(w, 100 + i, 0, BYTES - 1);
        m->value[i] = random_below(BYTES);
        if (i > 0 && random_below(2)) /* sometimes it is known which comes first */
            assert_true(st_assume(&w->run, w->s, val_cmp(&w->run.values, BIN_LT, m->sym[i - 1], m->sym[i]),
                                  m->value[i - 1] < m->value[i]));
    }
    at[0].s = w->s;
    for (u32 step = 0; step < STEPS_PER_RUN; step++) {
        u32 k = random_below(n);
        switch (random_below(10)) {
        case 0:
        case 1:
        case 2: random_store(m, &at[k]); break;
        case 3: random_fill(m, &at[k]); break;
        case 4: random_copy(m, &at[k]); break;
        case 5:
            if (n < STATES) {
                at[n] = at[k];
                at[n++].s = st_fork(&w->run, at[k].s);
            }
            break;
        case 6:
            if (n > 1) {
                State *list[STATES];
                for (u32 i = 0; i < n; i++)
                    list[i] = at[i].s;
                u32 taken = random_below(n);
                State *joined = st_join(&w->run, list, n);
                at[0] = at[taken];
                at[0].s = joined;
                n = 1;
                /* Symbols of the join stand for this state's values from now on. */
            }
            break;
        case 7: check_string(m, &at[k]); break;
        default: check_load(m, &at[k]); break;
        }
    }
    mem_free(m);
    world_free(w);
}

static void test_random_memory(void **state)
{
    (void)state;
    for (u32 i = 0; i < RUNS; i++) {
        random_state = i * 104729 + 77;
        run_once(i % 3 == 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
