/*
 * Reviewing through the public interface: inputs from memory, the ledger, suppressions, fingerprints, order.
 * The check that judges suppression comments is always there, so that the findings here depend on no other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checks/check.h"
#include "stoa/stoa.h"

static StoaReview *review_of(const char *name, const char *text)
{
    StoaReview *r = stoa_review_new();
    static const char *const only[] = {"suppression"};
    StoaOptions options;
    stoa_options_init(&options);
    options.only = only;
    options.only_count = 1;
    assert_int_equal(stoa_review_set_options(r, &options), STOA_OK);
    assert_int_equal(stoa_review_add_buffer(r, name, text, strlen(text), STOA_LANGUAGE_AUTO), STOA_OK);
    assert_int_equal(stoa_review_run(r), STOA_OK);
    return r;
}

/* The findings as "line:message start", one per line. */
static void expect_lines(StoaReview *r, const unsigned *lines, size_t n)
{
    assert_int_equal(stoa_review_finding_count(r), n);
    for (size_t i = 0; i < n; i++) {
        const StoaFinding *f = stoa_review_finding(r, i);
        assert_int_equal(f->line, lines[i]);
        assert_string_equal(f->check, "suppression");
        assert_int_equal(f->cwe, 1116);
        assert_int_equal(f->pillar, 710);
        assert_int_equal(strlen(f->fingerprint), 32);
    }
    assert_null(stoa_review_finding(r, n));
}

static void test_suppression_comments(void **state)
{
    (void)state;
    StoaReview *r = review_of("a.c", "// stoa: allow CWE-9999 because it does not exist\n"
                                     "int a; /* stoa: allow */\n"
                                     "int b; /* stoa: forbid CWE-190 */\n"
                                     "// stoa: allow suppression\n"
                                     "// a comment about stoa: allow CWE-190, in the middle\n"
                                     "/* stoa:allow suppression because*/ int c;\n"
                                     "const char *d = \"// stoa: allow\";\n");
    static const unsigned lines[] = {1, 2, 3, 4, 6};
    expect_lines(r, lines, LENGTH(lines));
    assert_non_null(strstr(stoa_review_finding(r, 0)->message, "`CWE-9999`"));
    assert_non_null(strstr(stoa_review_finding(r, 1)->message, "names nothing"));
    assert_non_null(strstr(stoa_review_finding(r, 2)->message, "names nothing"));
    assert_non_null(strstr(stoa_review_finding(r, 3)->message, "does not say why"));
    assert_non_null(strstr(stoa_review_finding(r, 4)->message, "does not say why"));
    assert_int_equal(stoa_review_finding(r, 0)->column, 4);

    assert_int_equal(stoa_review_ledger_count(r), 1);
    const StoaLedger *ledger = stoa_review_ledger(r, 0);
    assert_int_equal(ledger->examined, 5);
    assert_int_equal(ledger->violated, 5);
    assert_int_equal(stoa_review_count_at_least(r, STOA_SEVERITY_LOW), 5);
    assert_int_equal(stoa_review_count_at_least(r, STOA_SEVERITY_MEDIUM), 0);
    stoa_review_free(r);
}

/* A suppression of a check that was not run can still lack a reason, but nothing is said about its effect. */
static void test_suppression_of_what_was_not_tried(void **state)
{
    (void)state;
    const char *other = NULL;
    for (u32 i = 0; i < check_count(); i++)
        if (strcmp(check_info(i)->id, "suppression") != 0 && check_info(i)->cwe != 1116)
            other = check_info(i)->id;
    if (!other)
        skip();
    char text[256];
    snprintf(text, sizeof text, "// stoa: allow %s because it is meant\nint a; // stoa: allow %s\n", other,
             other);
    StoaReview *r = review_of("a.c", text);
    static const unsigned lines[] = {2};
    expect_lines(r, lines, LENGTH(lines));
    assert_int_equal(stoa_review_ledger(r, 0)->examined, 1);
    stoa_review_free(r);
}

static void test_fingerprints(void **state)
{
    (void)state;
    StoaReview *before = review_of("a.c", "int a; // stoa: x\nint a; // stoa: x\nint b; // stoa: x\n");
    StoaReview *moved =
        review_of("a.c", "\n\n  int a;   // stoa: x\n\nint a; // stoa: x\n\n\tint b; // stoa: x\n");
    StoaReview *renamed = review_of("b.c", "int a; // stoa: x\nint a; // stoa: x\nint b; // stoa: x\n");
    assert_int_equal(stoa_review_finding_count(before), 3);
    assert_int_equal(stoa_review_finding_count(moved), 3);
    for (size_t i = 0; i < 3; i++) {
        const char *fingerprint = stoa_review_finding(before, i)->fingerprint;
        assert_string_equal(fingerprint, stoa_review_finding(moved, i)->fingerprint);
        assert_string_not_equal(fingerprint, stoa_review_finding(renamed, i)->fingerprint);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(fingerprint, stoa_review_finding(before, k)->fingerprint);
    }
    stoa_review_free(before);
    stoa_review_free(moved);
    stoa_review_free(renamed);
}

static void test_order(void **state)
{
    (void)state;
    StoaReview *r = stoa_review_new();
    static const char text[] = "int x; // stoa: b\nint y; // stoa: a\n";
    static const char *const names[] = {"z.c", "a.cpp", "m/n.h"};
    for (size_t i = 0; i < LENGTH(names); i++)
        assert_int_equal(stoa_review_add_buffer(r, names[i], text, sizeof text - 1, STOA_LANGUAGE_AUTO),
                         STOA_OK);
    assert_int_equal(stoa_review_run(r), STOA_OK);
    static const char *const expected[] = {"a.cpp", "m/n.h", "z.c"};
    size_t n = 0;
    for (size_t i = 0; i < stoa_review_finding_count(r); i++) {
        const StoaFinding *f = stoa_review_finding(r, i);
        if (strcmp(f->check, "suppression") != 0)
            continue;
        assert_true(n < 6);
        assert_string_equal(f->path, expected[n / 2]);
        assert_int_equal(f->line, n % 2 + 1);
        n++;
    }
    assert_int_equal(n, 6);
    stoa_review_free(r);
}

static void test_usage(void **state)
{
    (void)state;
    StoaReview *r = stoa_review_new();
    assert_string_equal(stoa_review_error(r), "");
    assert_int_equal(stoa_review_run(r), STOA_USAGE);
    assert_string_not_equal(stoa_review_error(r), "");
    assert_int_equal(stoa_review_add_path(r, ""), STOA_USAGE);
    assert_int_equal(stoa_review_add_buffer(r, "", "", 0, STOA_LANGUAGE_C), STOA_USAGE);
    assert_int_equal(stoa_review_add_buffer(r, "a.c", NULL, 1, STOA_LANGUAGE_C), STOA_USAGE);

    StoaOptions options;
    stoa_options_init(&options);
    static const char *const unknown[] = {"no-such-check"};
    options.only = unknown;
    options.only_count = 1;
    assert_int_equal(stoa_review_set_options(r, &options), STOA_USAGE);
    assert_non_null(strstr(stoa_review_error(r), "no-such-check"));
    stoa_options_init(&options);
    options.size = sizeof options + 8;
    assert_int_equal(stoa_review_set_options(r, &options), STOA_USAGE);
    /* A caller that was compiled against fewer options. */
    stoa_options_init(&options);
    options.size = offsetof(StoaOptions, only);
    assert_int_equal(stoa_review_set_options(r, &options), STOA_OK);

    assert_int_equal(stoa_review_finding_count(r), 0);
    assert_null(stoa_review_finding(r, 0));
    assert_int_equal(stoa_review_print(r, STOA_FORMAT_TEXT, stdout), STOA_USAGE);
    assert_int_equal(stoa_review_add_buffer(r, "empty.c", NULL, 0, STOA_LANGUAGE_C), STOA_OK);
    assert_int_equal(stoa_review_run(r), STOA_OK);
    assert_int_equal(stoa_review_run(r), STOA_USAGE);
    assert_int_equal(stoa_review_add_path(r, "x"), STOA_USAGE);
    assert_int_equal(stoa_review_set_options(r, &options), STOA_USAGE);
    stoa_review_free(r);
    stoa_review_free(NULL);
}

static void test_unreadable(void **state)
{
    (void)state;
    StoaReview *r = stoa_review_new();
    assert_int_equal(stoa_review_add_path(r, "/nonexistent/file.c"), STOA_OK);
    assert_int_equal(stoa_review_add_buffer(r, "a.c", "int a; // stoa: x\n", 18, STOA_LANGUAGE_C), STOA_OK);
    assert_int_equal(stoa_review_run(r), STOA_UNREADABLE);
    assert_int_equal(stoa_review_message_count(r), 1);
    assert_int_equal(stoa_review_message(r, 0)->level, STOA_LEVEL_ERROR);
    assert_null(stoa_review_message(r, 1));
    assert_true(stoa_review_finding_count(r) >= 1); /* the other input was reviewed */
    stoa_review_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suppression_comments),
        cmocka_unit_test(test_suppression_of_what_was_not_tried),
        cmocka_unit_test(test_fingerprints),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_usage),
        cmocka_unit_test(test_unreadable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
