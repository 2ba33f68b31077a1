/*
 * The persistent map: against plain arrays, with many copies that live at the same time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "engine/pmap.h"

enum { KEYS = 600, COPIES = 24, ROUNDS = 20000 };

static u32 random_state = 12345;

static u32 random_below(u32 n)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % n;
}

/* Keys of all heights: most are small, some reach into each of the upper levels. */
static u32 key_of(u32 i)
{
    return i < 400 ? i : i < 599 ? (i - 399) << (i % 29) | (i & 7) : UINT32_MAX;
}

typedef struct Expected {
    uintptr_t value[KEYS]; /* by index of key_of; equal keys share the first index */
} Expected;

static u32 index_of[KEYS]; /* first index with the same key */

typedef struct Seen {
    const Expected *a, *b;
    u32 n;
    u64 last; /* key + 1 */
} Seen;

static u32 find_key(u32 key)
{
    for (u32 i = 0; i < KEYS; i++)
        if (key_of(i) == key)
            return i;
    fail_msg("a key that nobody set: %u", key);
    return 0;
}

static bool see(void *ctx, u32 key, void *value)
{
    Seen *s = ctx;
    assert_true(key + 1ull > s->last);
    s->last = key + 1ull;
    assert_int_equal((uintptr_t)value, s->a->value[find_key(key)]);
    s->n++;
    return true;
}

static bool see_diff(void *ctx, u32 key, void *a, void *b)
{
    Seen *s = ctx;
    assert_true(key + 1ull > s->last);
    s->last = key + 1ull;
    u32 i = find_key(key);
    assert_int_equal((uintptr_t)a, s->a->value[i]);
    assert_int_equal((uintptr_t)b, s->b->value[i]);
    assert_ptr_not_equal(a, b);
    s->n++;
    return true;
}

static u32 count(const Expected *a, const Expected *b)
{
    u32 n = 0;
    for (u32 i = 0; i < KEYS; i++)
        n += a->value[i] != (b ? b->value[i] : 0);
    return n;
}

static void test_against_arrays(void **state)
{
    (void)state;
    static Expected expected[COPIES];
    PMap map[COPIES] = {{NULL}};
    u32 edit[COPIES];
    u32 next_edit = 1;
    Arena arena;
    arena_init(&arena);
    for (u32 i = 0; i < COPIES; i++)
        edit[i] = next_edit++;
    for (u32 i = 0; i < KEYS; i++)
        index_of[i] = find_key(key_of(i));
    for (u32 round = 0; round < ROUNDS; round++) {
        u32 m = random_below(COPIES);
        if (random_below(8) == 0) {
            u32 to = random_below(COPIES);
            map[to] = map[m];
            expected[to] = expected[m];
            edit[to] = next_edit++;
            edit[m] = next_edit++;
        }
        /* Few different values, so that setting what is there already happens too. */
        u32 i = index_of[random_below(KEYS)];
        uintptr_t value = random_below(4) == 0 ? 0 : 1 + random_below(5);
        pmap_set(&arena, &map[m], edit[m], key_of(i), (void *)value);
        expected[m].value[i] = value;
        if (round % 97 == 0) {
            u32 other = random_below(COPIES);
            Seen all = {.a = &expected[m]};
            assert_true(pmap_each(map[m], see, &all));
            assert_int_equal(all.n, count(&expected[m], NULL));
            Seen changed = {.a = &expected[m], .b = &expected[other]};
            assert_true(pmap_diff(map[m], map[other], see_diff, &changed));
            assert_int_equal(changed.n, count(&expected[m], &expected[other]));
        }
    }
    for (u32 m = 0; m < COPIES; m++)
        for (u32 i = 0; i < KEYS; i++)
            assert_int_equal((uintptr_t)pmap_get(map[m], key_of(i)), expected[m].value[index_of[i]]);
    arena_release(&arena);
}

static bool stop_at_three(void *ctx, u32 key, void *value)
{
    (void)value;
    u32 *n = ctx;
    ++*n;
    return key < 3;
}

static bool stop_diff_at_three(void *ctx, u32 key, void *a, void *b)
{
    (void)b;
    return stop_at_three(ctx, key, a);
}

static void test_stopping(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    PMap m = {NULL};
    int x;
    for (u32 k = 0; k < 100; k++)
        pmap_set(&arena, &m, 1, k, &x);
    u32 n = 0;
    assert_false(pmap_each(m, stop_at_three, &n));
    assert_int_equal(n, 4);
    n = 0;
    assert_false(pmap_diff(m, (PMap){NULL}, stop_diff_at_three, &n));
    assert_int_equal(n, 4);
    assert_true(pmap_diff(m, m, stop_diff_at_three, &n));
    assert_int_equal(n, 4);
    arena_release(&arena);
}

/* Changes by the maker of a node take no memory; removing what is absent takes none either. */
static void test_in_place(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    PMap m = {NULL};
    int x, y;
    pmap_set(&arena, &m, 1, 300, NULL);
    assert_null(m.root);
    for (u32 k = 0; k < 500; k++)
        pmap_set(&arena, &m, 1, k, &x);
    size_t used = arena.used;
    for (u32 k = 0; k < 500; k++)
        pmap_set(&arena, &m, 1, k, &y);
    pmap_set(&arena, &m, 1, 100000, NULL);
    assert_int_equal(arena.used, used);
    PMap copy = m;
    pmap_set(&arena, &copy, 2, 7, &x);
    assert_ptr_equal(pmap_get(m, 7), &y);
    assert_ptr_equal(pmap_get(copy, 7), &x);
    assert_ptr_equal(pmap_get(copy, 8), &y);
    assert_null(pmap_get(copy, UINT32_MAX));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_arrays),
        cmocka_unit_test(test_stopping),
        cmocka_unit_test(test_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
