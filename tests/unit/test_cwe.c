/*
 * The taxonomy: ten pillars, and the pillar that we compute from the parents is the one the table states.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cwe/cwe.h"

static void test_pillars(void **state)
{
    (void)state;
    static const u32 expected[] = {284, 435, 664, 682, 691, 693, 697, 703, 707, 710};
    assert_int_equal(cwe_pillar_count(), LENGTH(expected));
    for (u32 i = 0; i < LENGTH(expected); i++) {
        assert_int_equal(cwe_pillar_at(i), expected[i]);
        assert_int_equal(cwe_pillar_index(expected[i]), i);
        assert_int_equal(cwe_pillar(expected[i]), expected[i]);
        assert_int_equal(cwe_find(expected[i])->n_parents, 0);
    }
    assert_int_equal(cwe_pillar_at(10), 0);
    assert_int_equal(cwe_pillar_index(79), 10);
}

static void test_computed_pillar_is_the_stated_one(void **state)
{
    (void)state;
    assert_int_equal(cwe_count(), 944);
    u32 previous = 0;
    for (u32 i = 0; i < cwe_count(); i++) {
        const Cwe *cwe = cwe_at(i);
        assert_true(cwe->id > previous);
        previous = cwe->id;
        assert_int_equal(cwe->pillar, cwe->stated_pillar);
        assert_true(cwe_pillar_index(cwe->pillar) < cwe_pillar_count());
        assert_true(cwe->name[0] != '\0');
        assert_ptr_equal(cwe_find(cwe->id), cwe);
    }
    assert_null(cwe_at(cwe_count()));
}

static void test_children_mirror_parents(void **state)
{
    (void)state;
    u32 edges_up = 0, edges_down = 0;
    for (u32 i = 0; i < cwe_count(); i++) {
        const Cwe *cwe = cwe_at(i);
        edges_up += cwe->n_parents;
        edges_down += cwe->n_children;
        for (u32 k = 0; k < cwe->n_children; k++) {
            const Cwe *child = cwe_find(cwe->children[k]);
            assert_non_null(child);
            bool found = false;
            for (u32 p = 0; p < child->n_parents; p++)
                found = found || child->parents[p] == cwe->id;
            assert_true(found);
            assert_true(k == 0 || cwe->children[k - 1] < cwe->children[k]);
        }
    }
    assert_int_equal(edges_up, edges_down);
    assert_true(edges_up > cwe_count());
}

static void test_look_ups(void **state)
{
    (void)state;
    assert_string_equal(cwe_name(295), "Improper Certificate Validation");
    assert_int_equal(cwe_pillar(295), 284);
    assert_int_equal(cwe_pillar(476), 710); /* its primary parent moved there in 4.19 */
    assert_string_equal(cwe_name(1), "unknown weakness");
    assert_int_equal(cwe_pillar(1), 0);
    assert_null(cwe_find(0));
    assert_null(cwe_find(4000000000u));
    assert_true(cwe_is_within(787, 119));
    assert_true(cwe_is_within(119, 119));
    assert_true(cwe_is_within(476, 703)); /* through its other parent */
    assert_false(cwe_is_within(119, 787));
    assert_false(cwe_is_within(1, 664));
    assert_int_equal(cwe_find(787)->top25, 5);
    assert_int_equal(cwe_find(14)->top25, 0);
    assert_true(cwe_find(467)->in_c);
    assert_true(cwe_find(190)->in_c && !cwe_find(190)->in_cxx);
    assert_false(cwe_find(295)->in_c);
}

static void test_parse(void **state)
{
    (void)state;
    assert_int_equal(cwe_parse("CWE-295"), 295);
    assert_int_equal(cwe_parse("cwe-14"), 14);
    assert_int_equal(cwe_parse("1335"), 1335);
    static const char *const wrong[] = {"",    "CWE-",       "CWE", "CWE-0",       "CWE-12x",
                                        "x12", "CWE-123456", "-1",  "99999999999", "c"};
    for (u32 i = 0; i < LENGTH(wrong); i++)
        assert_int_equal(cwe_parse(wrong[i]), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pillars),
        cmocka_unit_test(test_computed_pillar_is_the_stated_one),
        cmocka_unit_test(test_children_mirror_parents),
        cmocka_unit_test(test_look_ups),
        cmocka_unit_test(test_parse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
