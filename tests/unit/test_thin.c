/*
 * Contract headers without the functions that nobody names: what goes, what stays, and that places stay as they were.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/embed.h"
#include "base/intern.h"
#include "base/mem.h"
#include "syntax/thin.h"
#include "syntax/token.h"

static u32 seen;

static void count_word(void *ctx, u32 sym)
{
    (void)ctx;
    seen += sym == intern_str("thin_shared_word");
}

/* Thins the text and compares it with what is expected, blanks aside. */
static void check(const char *text, const char *expected)
{
    u32 n = (u32)strlen(text);
    char *copy = mem_strndup(text, n);
    thin_note_macros(copy, n);
    thin_header(copy, n, count_word, NULL);
    assert_int_equal(strlen(copy), n);
    const char *e = expected;
    for (u32 i = 0; i < n; i++) {
        if (text[i] == '\n')
            assert_int_equal(copy[i], '\n');
        else if (copy[i] != ' ')
            assert_int_equal(copy[i], text[i]);
        if (copy[i] == ' ' || copy[i] == '\n')
            continue;
        while (*e == ' ' || *e == '\n')
            e++;
        if (copy[i] != *e)
            fail_msg("left: %s", copy);
        e++;
    }
    while (*e == ' ' || *e == '\n')
        e++;
    if (*e)
        fail_msg("missing: %s", e);
    mem_free(copy);
}

static void test_functions(void **state)
{
    (void)state;
    (void)intern_str("thin_known");
    check("int thin_known(int a);\nint thin_gone_a(int a);\n", "int thin_known(int a);");
    check(
        "[[stoa::nonnull(x), stoa::must_check(\"a;b\")]]\nvoid *thin_gone_b(void *x, int (*f)(int)); int kept;",
        "int kept;");
    check("/* int thin_gone_c(void); */ int thin_gone_d(void); // thin_gone_e(\n",
          "/*intthin_gone_c(void);*/ //thin_gone_e(");
    check("[[stoa::frees(p, thin)]] void thin_free(void *p);",
          "[[stoa::frees(p, thin)]] void thin_free(void *p);");
}

static void test_what_stays(void **state)
{
    (void)state;
    static const char *const kept[] = {
        "typedef int (thin_type)(int);",
        "struct thin_s { int (*call)(int); };",
        "enum { THIN_A = (1), THIN_B };",
        "extern int thin_list(int), thin_other(int);",
        "int thin_first(int), thin_second(int);",
        "static int thin_body(int a) { return a; }",
        "void (*thin_hook(int))(int);",
        "#define THIN_CALL(x) \\\n    thin_inner(x)\n",
        "int thin_cut(",
        "int thin_text(\"",
        "]]]);",
        "(",
    };
    for (u32 i = 0; i < LENGTH(kept); i++)
        check(kept[i], kept[i]);
}

static void test_macros_name_functions(void **state)
{
    (void)state;
    check("#define thin_short(x) thin_long(x)\nint thin_long(int x);\nint thin_unrelated(int x);\n",
          "#define thin_short(x) thin_long(x)\nint thin_long(int x);");
}

static void test_words(void **state)
{
    (void)state;
    (void)intern_str("thin_shared_word");
    seen = 0;
    check("int thin_gone_f(int thin_shared_word, char *s);", "");
    assert_int_equal(seen, 1);
    check("int thin_known(int thin_shared_word);", "int thin_known(int thin_shared_word);");
    assert_int_equal(seen, 1);
}

/* Of the real contracts, something goes and types stay. */
static void test_contracts(void **state)
{
    (void)state;
    u32 headers = 0;
    for (size_t i = 0; i < embed_contracts_count; i++) {
        const EmbeddedFile *e = &embed_contracts[i];
        if (strcmp(e->path, "libc/stdio.h") != 0 && strcmp(e->path, "libc/string.h") != 0)
            continue;
        headers++;
        char *copy = mem_strndup((const char *)e->data, e->size);
        thin_header(copy, (u32)e->size, NULL, NULL);
        u32 left = 0;
        for (u32 k = 0; k < e->size; k++)
            left += copy[k] != ' ' && copy[k] != '\n';
        assert_true(left < e->size / 2);
        if (strcmp(e->path, "libc/stdio.h") == 0) {
            assert_non_null(strstr(copy, "fclose")); /* messages name it */
            assert_null(strstr(copy, "perror"));
        }
        mem_free(copy);
    }
    assert_int_equal(headers, 2);
}

int main(void)
{
    token_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_functions),
        cmocka_unit_test(test_what_stays),
        cmocka_unit_test(test_macros_name_functions),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_contracts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
