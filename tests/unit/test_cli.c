/*
 * The parser of the command line, by its tables. cli/ is not part of the library, so its parser is compiled here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/options.c"

#define PARSE(args, ...)                                                                 \
    cli_parse((args), (int)(sizeof((char *[]){"stoa", ##__VA_ARGS__}) / sizeof(char *)), \
              (char *[]){"stoa", ##__VA_ARGS__})

static void test_commands(void **state)
{
    (void)state;
    for (u32 i = 0; i < CMD_COUNT; i++) {
        CliArgs args;
        char *argv[] = {"stoa", (char *)cli_commands[i].name, "x"};
        assert_true(cli_parse(&args, 3, argv));
        assert_int_equal(args.command, i);
        assert_int_equal(args.operands.n, 1);
        cli_release(&args);
    }
    CliArgs args;
    assert_true(PARSE(&args, "some.c", "checks"));
    assert_int_equal(args.command, CMD_review);
    assert_int_equal(args.operands.n, 2);
    assert_string_equal(args.operands.at[1], "checks");
    cli_release(&args);
    assert_true(PARSE(&args));
    assert_int_equal(args.command, CMD_review);
    assert_int_equal(args.operands.n, 0);
    cli_release(&args);
}

static void test_values(void **state)
{
    (void)state;
    CliArgs args;
    assert_true(PARSE(&args, "review", "--format=json", "a.c", "--jobs", "3", "-j4", "-qo", "out", "-DX=1",
                      "-U", "Y", "-", "--", "--format"));
    assert_string_equal(cli_value(&args, OPT_FORMAT, NULL), "json");
    assert_string_equal(cli_value(&args, OPT_JOBS, NULL), "4"); /* the last one counts */
    assert_string_equal(cli_value(&args, OPT_OUTPUT, NULL), "out");
    assert_string_equal(cli_value(&args, OPT_DEFINE, NULL), "X=1");
    assert_string_equal(cli_value(&args, OPT_UNDEFINE, NULL), "Y");
    assert_string_equal(cli_value(&args, OPT_SEVERITY, "low"), "low");
    assert_true(cli_has(&args, OPT_QUIET));
    assert_false(cli_has(&args, OPT_STATS));
    assert_int_equal(args.operands.n, 3);
    assert_string_equal(args.operands.at[1], "-");
    assert_string_equal(args.operands.at[2], "--format");
    cli_release(&args);
    assert_true(PARSE(&args, "review", "--output=", "a.c"));
    assert_string_equal(cli_value(&args, OPT_OUTPUT, NULL), "");
    cli_release(&args);
}

static void expect_error(CliArgs *args, bool parsed, const char *error)
{
    assert_false(parsed);
    assert_string_equal(args->error, error);
    cli_release(args);
}

static void test_errors(void **state)
{
    (void)state;
    CliArgs args;
    expect_error(&args, PARSE(&args, "review", "--fromat", "json"),
                 "unknown option '--fromat' of 'review'; did you mean '--format'?");
    expect_error(&args, PARSE(&args, "review", "--zzzzzzzz"), "unknown option '--zzzzzzzz' of 'review'");
    expect_error(&args, PARSE(&args, "dump", "--fail-on", "low"), "unknown option '--fail-on' of 'dump'");
    expect_error(&args, PARSE(&args, "review", "--format"), "option '--format' needs an argument (FORMAT)");
    expect_error(&args, PARSE(&args, "review", "-o"), "option '-o' needs an argument (FILE)");
    expect_error(&args, PARSE(&args, "review", "-qz"), "unknown option '-z' of 'review'");
    expect_error(&args, PARSE(&args, "review", "--quiet=yes"), "option '--quiet' takes no argument");
    expect_error(&args, PARSE(&args, "reviwe"),
                 "'reviwe' is neither a command nor a file; did you mean 'review'?");
    char word[4000] = "--";
    memset(word + 2, 'x', sizeof word - 3);
    assert_false(PARSE(&args, "review", word));
    assert_true(strlen(args.error) < 200);
    cli_release(&args);
}

static void test_similar(void **state)
{
    (void)state;
    static const char *const words[] = {"format", "fail-on", "color"};
    assert_string_equal(cli_similar("fromat", words, 3), "format");
    assert_string_equal(cli_similar("colour", words, 3), "color");
    assert_string_equal(cli_similar("failon", words, 3), "fail-on");
    assert_null(cli_similar("jobs", words, 3));
    assert_null(cli_similar("", words, 3));
    assert_int_equal(edit_distance("ca", "abc"), 3);
    assert_int_equal(edit_distance("abcd", "acbd"), 1);
    assert_int_equal(edit_distance("", "abc"), 3);
    assert_int_equal(edit_distance("same", "same"), 0);
}

/* Names and letters are unique within every command; help lines are one sentence without a full stop. */
static void test_tables(void **state)
{
    (void)state;
    for (u32 i = 0; i < OPT_COUNT; i++) {
        assert_true(cli_options[i].commands != 0);
        assert_true(cli_options[i].text[strlen(cli_options[i].text) - 1] != '.');
        assert_true(cli_options[i].argument || cli_options[i].completion == COMPLETE_NOTHING);
        for (u32 k = 0; k < i; k++) {
            if (!(cli_options[i].commands & cli_options[k].commands))
                continue;
            assert_string_not_equal(cli_options[i].name, cli_options[k].name);
            assert_true(!cli_options[i].letter || cli_options[i].letter != cli_options[k].letter);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands), cmocka_unit_test(test_values), cmocka_unit_test(test_errors),
        cmocka_unit_test(test_similar),  cmocka_unit_test(test_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
