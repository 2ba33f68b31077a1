/*
 * What every check's descriptor must be, ledgers, and the builders of findings.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "checks/check.h"
#include "cwe/cwe.h"

static void check_id(const char *id)
{
    assert_true(id[0] >= 'a' && id[0] <= 'z');
    for (const char *s = id; *s; s++)
        assert_true((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') ||
                    (*s == '-' && s[1] && s[1] != '-'));
    assert_int_equal(cwe_parse(id), 0); /* an option may name either */
}

/* A template has known slots only, paired backquotes, and ends like a sentence unless a slot does that for it. */
static void check_template(const char *id, const char *what, const char *text)
{
    if (!text || !*text)
        fail_msg("%s: no %s", id, what);
    u32 quotes = 0;
    for (const char *s = text; *s; s++) {
        quotes += *s == '`';
        if (*s != '{')
            continue;
        bool brace = s[1] == '{', slot = s[1] >= '0' && s[1] <= '7' && s[2] == '}';
        if (!brace && !slot && strncmp(s, "{function}", 10) != 0)
            fail_msg("%s: unknown slot in its %s: %s", id, what, s);
        s += brace;
    }
    if (quotes % 2)
        fail_msg("%s: an odd number of backquotes in its %s", id, what);
    char last = text[strlen(text) - 1];
    if (!strchr(".?!})", last))
        fail_msg("%s: its %s does not end like a sentence: %s", id, what, text);
    if (strstr(text, "  "))
        fail_msg("%s: two blanks in its %s", id, what);
}

static void test_descriptors(void **state)
{
    (void)state;
    assert_true(check_count() >= 20);
    for (u32 i = 0; i < check_count(); i++) {
        const CheckInfo *info = check_info(i);
        check_id(info->id);
        assert_int_equal(check_find(info->id), i); /* unique */
        if (i && strcmp(check_info(i - 1)->id, info->id) >= 0)
            fail_msg("list.h is not in alphabetical order at %s", info->id);
        if (!cwe_find(info->cwe))
            fail_msg("%s: CWE-%u is not in view 1000", info->id, info->cwe);
        for (u32 k = 0; k < LENGTH(info->related) && info->related[k]; k++)
            if (!cwe_find(info->related[k]) || info->related[k] == info->cwe)
                fail_msg("%s: related CWE-%u", info->id, info->related[k]);
        assert_true(info->severity < SEV_COUNT && info->confidence < CONF_COUNT);
        if (!info->title || !*info->title || str_ends(info->title, "."))
            fail_msg("%s: title", info->id);
        if (!info->sites || !*info->sites || str_ends(info->sites, ".") ||
            (info->sites[0] >= 'A' && info->sites[0] <= 'Z'))
            fail_msg("%s: sites must be a noun phrase that starts in small letters", info->id);
        check_template(info->id, "message", info->message);
        check_template(info->id, "reason", info->reason);
        check_template(info->id, "repair", info->repair);
        for (const char *const *r = info->references; r && *r; r++)
            assert_true(**r != '\0');
        /* A callback without its list would never be called, and a list without its callback is a slip. */
        assert_true((info->nodes != NULL) == (info->on_node != NULL));
        assert_true(info->on_call || (!info->callees && !info->attrs));
        assert_false(info->c_only && info->cxx_only);
    }
    assert_int_equal(check_find("no-such-check"), -1);
    assert_int_equal(check_find(""), -1);
}

static void test_every_pillar_has_a_check(void **state)
{
    (void)state;
    for (u32 p = 0; p < cwe_pillar_count(); p++) {
        u32 n = 0;
        for (u32 i = 0; i < check_count(); i++)
            n += cwe_pillar(check_info(i)->cwe) == cwe_pillar_at(p);
        if (n == 0)
            fail_msg("no check under CWE-%u", cwe_pillar_at(p));
    }
}

static void test_ledger(void **state)
{
    (void)state;
    Ledger l;
    ledger_init(&l, 3);
    ledger_cell(&l, 0, 7)->safe = 2;
    LedgerCell *kept = ledger_cell(&l, 2, 7);
    for (FileId f = 1; f < 100; f++)
        ledger_cell(&l, 1, f)->violated++;
    kept->undecided[UNDECIDED_BUDGET] = 4; /* still valid */
    assert_int_equal(l.rows.n, 99);
    assert_int_equal(l.rows.at[0].file, 7); /* in order of first use */
    assert_int_equal(ledger_cell(&l, 0, 7)->safe, 2);
    assert_int_equal(ledger_examined(ledger_cell(&l, 2, 7)), 4);
    LedgerCell sum = {.safe = 1, .undecided[UNDECIDED_BUDGET] = 1};
    ledger_add(&sum, ledger_cell(&l, 2, 7));
    ledger_add(&sum, ledger_cell(&l, 1, 50));
    assert_int_equal(ledger_examined(&sum), 7);
    assert_int_equal(ledger_undecided(&sum), 5);
    assert_int_equal(sum.violated, 1);
    ledger_release(&l);
}

static void test_words(void **state)
{
    (void)state;
    for (u32 i = 0; i < SEV_COUNT; i++) {
        Severity s;
        assert_true(severity_of_word(severity_word((Severity)i), &s));
        assert_int_equal(s, i);
    }
    Severity s;
    assert_false(severity_of_word("", &s));
    assert_false(severity_of_word("High", &s));
    for (u32 i = 0; i < UNDECIDED_COUNT; i++) {
        assert_true(*undecided_text((Undecided)i) != '\0');
        for (u32 k = 0; k < i; k++)
            assert_string_not_equal(undecided_word((Undecided)i), undecided_word((Undecided)k));
    }
}

static void test_builders(void **state)
{
    (void)state;
    Arena a;
    arena_init(&a);
    Finding f = {.arena = &a, .severity = SEV_LOW, .message = "m", .repair = "r"};
    char text[] = "n = 1";
    finding_step(finding_step(&f, (Place){1, 2}, 0, text, "step %d", 1), (Place){3, 0}, 1, NULL, "step %d",
                 2);
    text[0] = 'x'; /* copied */
    finding_related(&f, (Place){5, 6}, "declared %s", "here");
    finding_edit(finding_edit(&f, (Place){1, 2}, "a"), (Place){3, 4}, "b");
    finding_repair(finding_witness(finding_severity(&f, SEV_HIGH), "argc = %d", 3), "do it");
    assert_string_equal(f.steps->values, "n = 1");
    assert_string_equal(f.steps->text, "step 1");
    assert_string_equal(f.steps->next->text, "step 2");
    assert_int_equal(f.steps->next->depth, 1);
    assert_null(f.steps->next->next);
    assert_string_equal(f.related->text, "declared here");
    assert_string_equal(f.edits->next->text, "b");
    assert_int_equal(f.severity, SEV_HIGH);
    assert_string_equal(f.witness, "argc = 3");
    assert_string_equal(f.repair, "do it");
    assert_string_equal(f.message, "m");
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_descriptors), cmocka_unit_test(test_every_pillar_has_a_check),
        cmocka_unit_test(test_ledger),      cmocka_unit_test(test_words),
        cmocka_unit_test(test_builders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
