/*
 * Collecting inputs: arguments, folders, lists, standard input. Their .gitignore files, compile_commands.json and
 * the search for headers have tests of their own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/str.h"
#include "sandbox.h"
#include "source/inputs.h"

/* Runs with arguments given as one string of words. */
static Inputs *collect_with(Sandbox *b, const InputOptions *o, const char *words)
{
    static char copy[4096]; /* arguments live as long as the inputs, as those of a process do */
    snprintf(copy, sizeof copy, "%s", words);
    const char *args[64];
    u32 n = 0;
    char *rest = copy;
    for (char *word; (word = strsep(&rest, " "));)
        if (word[0])
            args[n++] = word;
    return inputs_new(args, n, o, &b->diags);
}

static Inputs *collect(Sandbox *b, const char *words)
{
    InputOptions o = {0};
    return collect_with(b, &o, words);
}

/* The shown paths, joined by spaces, must be these; frees the inputs. */
static void check_files(Inputs *in, const char *expected)
{
    Sb got;
    sb_init(&got);
    for (u32 i = 0; i < in->files.n; i++)
        sb_addf(&got, "%s%s", i ? " " : "", in->files.at[i].shown_path);
    assert_string_equal(got.s, expected);
    sb_release(&got);
    inputs_free(in);
}

static const InputFile *file_named(const Inputs *in, const char *shown)
{
    for (u32 i = 0; i < in->files.n; i++)
        if (strcmp(in->files.at[i].shown_path, shown) == 0)
            return &in->files.at[i];
    fail_msg("'%s' is not among the inputs", shown);
    return NULL;
}

static void test_files(void **state)
{
    Sandbox *b = *state;
    put("b.c", "");
    put("a.cpp", "");
    put("x.h", "");
    put("x.hpp", "");
    put("query.sql", "");
    Inputs *in = collect(b, "b.c a.cpp ./b.c x.h x.hpp query.sql");
    assert_int_equal(file_named(in, "b.c")->lang, LANG_C);
    assert_int_equal(file_named(in, "a.cpp")->lang, LANG_CXX);
    assert_int_equal(file_named(in, "x.h")->lang, LANG_C);
    assert_true(file_named(in, "x.h")->is_header);
    assert_int_equal(file_named(in, "x.hpp")->lang, LANG_CXX);
    assert_false(file_named(in, "query.sql")->is_header);
    assert_int_equal(file_named(in, "query.sql")->lang, LANG_C);
    assert_null(file_named(in, "b.c")->flags);
    assert_null(file_named(in, "b.c")->bytes);
    assert_true(file_named(in, "b.c")->disk_path[0] == '/');
    check_files(in, "b.c a.cpp x.h x.hpp query.sql");

    InputOptions o = {.stdin_lang = LANG_CXX, .stdin_lang_given = true};
    in = collect_with(b, &o, "b.c query.sql x.h");
    assert_int_equal(file_named(in, "b.c")->lang, LANG_C);
    assert_int_equal(file_named(in, "query.sql")->lang, LANG_CXX);
    assert_int_equal(file_named(in, "x.h")->lang, LANG_CXX);
    inputs_free(in);
    check_silent(&b->diags);
}

static void test_shown_paths(void **state)
{
    Sandbox *b = *state;
    put("w/in/a.c", "");
    put("w/in/b.c", "");
    put("out/c.c", "");
    assert_int_equal(chdir("w"), 0);
    char words[2048];
    snprintf(words, sizeof words, "%s/w/in/a.c ./in/../in//b.c ../out/c.c", b->path);
    check_files(collect(b, words), "in/a.c in/b.c ../out/c.c");
    check_files(collect(b, ". ../out/"), "in/a.c in/b.c ../out/c.c");
    snprintf(words, sizeof words, "%s/out", b->path);
    char expected[2048];
    snprintf(expected, sizeof expected, "%s/out/c.c", b->path);
    check_files(collect(b, words), expected);
    check_files(collect(b, "in/"), "in/a.c in/b.c");
    check_silent(&b->diags);
}

static void test_repeats(void **state)
{
    Sandbox *b = *state;
    put("d/a.c", "");
    put("d/sub/z.c", "");
    assert_int_equal(link("d/a.c", "d/hard.c"), 0);
    assert_int_equal(symlink("a.c", "d/soft.c"), 0);
    assert_int_equal(symlink("d", "d2"), 0);
    check_files(collect(b, "d/soft.c d d d2 d/a.c"), "d/soft.c d/sub/z.c");
    check_silent(&b->diags);
    /* Through the kernel's eyes link/../x.c lies beside the target of the link. */
    put("x.c", "");
    put("deep/er/dir/y.c", "");
    put("deep/er/x.c", "");
    assert_int_equal(symlink("deep/er/dir", "ln"), 0);
    check_files(collect(b, "ln/../x.c"), "deep/er/x.c");
    check_silent(&b->diags);
}

static void test_unreadable(void **state)
{
    Sandbox *b = *state;
    put("good.c", "");
    assert_int_equal(mkfifo("pipe.c", 0644), 0);
    put_bytes("prog",
              "\x7F"
              "ELF\0",
              5);
    put_bytes("nul.c", "a\0b", 3);
    check_files(collect(b, "none.c good.c pipe.c prog nul.c no/such.c good.c/x.c"), "good.c nul.c");
    Diags *d = &b->diags;
    check_says(d, DIAG_ERROR, "cannot read 'none.c'|No such file or directory|check the path");
    check_says(d, DIAG_ERROR, "'no/such.c'|No such file");
    check_says(d, DIAG_ERROR, "'good.c/x.c'|Not a directory|check the path");
    check_says(d, DIAG_ERROR, "'pipe.c'|it is a pipe");
    check_says(d, DIAG_ERROR, "'prog'|looks like a binary file|convert");
    assert_int_equal(d->errors, 5);
    const char *empty[] = {""};
    InputOptions o = {0};
    Inputs *in = inputs_new(empty, 1, &o, d);
    check_files(in, "");
    check_says(d, DIAG_ERROR, "empty|quoting");
    char *longest = malloc(6000);
    memset(longest, 'x', 5999);
    longest[5999] = 0;
    const char *args[] = {longest};
    check_files(inputs_new(args, 1, &o, d), "");
    check_says(d, DIAG_ERROR, "File name too long|shorter");
    free(longest);
}

static void test_folder(void **state)
{
    Sandbox *b = *state;
    put("p/z.c", "");
    put("p/a/b.c", "");
    put("p/a.c", "");
    put("p/a-b/c.cc", "");
    put("p/inc/x.h", "");
    put("p/inc/conf.h.in", "");
    put("p/README", "");
    put("p/.git/g.c", "");
    put("p/.hidden/h.c", "");
    put("p/.lock.c", "");
    put_bytes("p/blob.c", "x\0", 2);
    assert_int_equal(mkfifo("p/fifo.c", 0644), 0);
    assert_int_equal(symlink("..", "p/inc/up"), 0);
    assert_int_equal(symlink("nowhere", "p/dangling.c"), 0);
    Inputs *in = collect(b, "p");
    assert_true(file_named(in, "p/inc/x.h")->is_header);
    assert_true(file_named(in, "p/inc/conf.h.in")->is_header);
    assert_int_equal(file_named(in, "p/inc/x.h")->lang, LANG_C);
    assert_int_equal(in->n_skipped_binary, 1);
    assert_int_equal(in->roots.n, 1);
    check_files(in, "p/a-b/c.cc p/a.c p/a/b.c p/inc/conf.h.in p/inc/x.h p/z.c");
    check_says(&b->diags, DIAG_WARNING, "'p/blob.c'|looks like a binary|name the file itself");
    check_says(&b->diags, DIAG_ERROR, "'p/dangling.c'|No such file");
    assert_int_equal(b->diags.n, 2);
}

static void test_header_language(void **state)
{
    Sandbox *b = *state;
    put("cxx/a.cc", "");
    put("cxx/a.h", "");
    put("mixed/a.cc", "");
    put("mixed/a.h", "");
    put("mixed/b.c", "");
    put("only/a.h", "");
    Inputs *in = collect(b, "cxx mixed only");
    assert_int_equal(file_named(in, "cxx/a.h")->lang, LANG_CXX);
    assert_int_equal(file_named(in, "mixed/a.h")->lang, LANG_C);
    assert_int_equal(file_named(in, "only/a.h")->lang, LANG_C);
    inputs_free(in);
    check_silent(&b->diags);
}

static void test_folder_without_source(void **state)
{
    Sandbox *b = *state;
    put("docs/a.txt", "");
    put("ign/.gitignore", "*.c\n");
    put("ign/a.c", "");
    put("ven/third_party/a.c", "");
    check_files(collect(b, "docs"), "");
    check_says(&b->diags, DIAG_NOTE, "no C or C++ source in 'docs'|one by one");
    check_files(collect(b, "ign"), "");
    check_says(&b->diags, DIAG_NOTE, "'ign'|.gitignore|--no-ignore");
    InputOptions o = {.skip_vendored = true};
    check_files(collect_with(b, &o, "ven"), "");
    check_says(&b->diags, DIAG_NOTE, "'ven'|--skip-vendored");
    assert_int_equal(b->diags.errors, 0);
}

static void test_options_that_leave_out(void **state)
{
    Sandbox *b = *state;
    put("p/.gitignore", "gen/\n");
    put("p/gen/g.c", "");
    put("p/Third_Party/v.c", "");
    put("p/src/vendor/w.c", "");
    put("p/src/deps.c", "");
    put("p/test/t.c", "");
    put("p/src/t.c", "");
    InputOptions o = {.no_ignore = true};
    check_files(collect_with(b, &o, "p"),
                "p/Third_Party/v.c p/gen/g.c p/src/deps.c p/src/t.c p/src/vendor/w.c p/test/t.c");
    o = (InputOptions){.skip_vendored = true};
    Inputs *in = collect_with(b, &o, "p");
    assert_int_equal(in->n_skipped_vendored, 2);
    assert_int_equal(in->n_skipped_ignored, 1);
    check_files(in, "p/src/deps.c p/src/t.c p/test/t.c");
    const char *exclude[] = {"test/", "src/d*.c", "./p/Third*"};
    o = (InputOptions){.exclude = exclude, .n_exclude = 3};
    check_files(collect_with(b, &o, "p"), "p/src/t.c p/src/vendor/w.c");
    check_files(collect_with(b, &o, "p/test/t.c p/src/deps.c"), "p/test/t.c p/src/deps.c");
    const char *name[] = {"t.c"};
    o = (InputOptions){.exclude = name, .n_exclude = 1};
    check_files(collect_with(b, &o, "p/test/t.c p/src"), "p/src/deps.c p/src/vendor/w.c");
    check_silent(&b->diags);
}

static void test_deep_folder(void **state)
{
    Sandbox *b = *state;
    Sb path;
    sb_init(&path);
    sb_adds(&path, "p");
    for (u32 i = 0; i < LIMIT_WALK_DEPTH + 5; i++)
        sb_adds(&path, "/d");
    sb_adds(&path, "/x.c");
    put(path.s, "");
    put("p/top.c", "");
    sb_release(&path);
    check_files(collect(b, "p"), "p/top.c");
    check_says(&b->diags, DIAG_WARNING, "'p'|levels deep|of their own");
}

static void test_lists(void **state)
{
    Sandbox *b = *state;
    put("a.c", "");
    put("sub/b.c", "");
    put("w s.c", "");
    put("@odd.c", "");
    put("l.txt",
        "\xEF\xBB\xBF# comment\r\n\r\n  sub/b.c  \r\nw s.c\n\t# another\n@nested\nmissing.c\n./@odd.c");
    check_files(collect(b, "a.c @l.txt"), "a.c sub/b.c w s.c @odd.c");
    check_says(&b->diags, DIAG_ERROR, "'@nested'|cannot name another list");
    check_says(&b->diags, DIAG_ERROR, "'missing.c'|named in l.txt, line 7|No such file");
    check_files(collect(b, "@none.txt"), "");
    check_says(&b->diags, DIAG_ERROR, "'@none.txt'|No such file|./@none.txt");
    check_files(collect(b, "@sub"), "");
    check_says(&b->diags, DIAG_ERROR, "'@sub'|it is a folder");
    check_files(collect(b, "@"), "");
    check_says(&b->diags, DIAG_ERROR, "'@'|no name");
    put_bytes("zero.txt", "a.c\0sub/b.c\0", 12);
    check_files(collect(b, "@zero.txt"), "");
    check_says(&b->diags, DIAG_ERROR, "'zero.txt'|NUL bytes|one path per line");
    put("empty.txt", "");
    b->diags.errors = 0;
    check_files(collect(b, "@empty.txt"), "");
    assert_int_equal(b->diags.errors, 0);
}

/* Standard input from a file; afterwards as before. */
static Inputs *collect_stdin(Sandbox *b, const InputOptions *o, const char *path, const char *words)
{
    int keep = dup(STDIN_FILENO);
    FILE *f = path ? fopen(path, "rb") : NULL;
    if (f)
        dup2(fileno(f), STDIN_FILENO);
    else
        close(STDIN_FILENO);
    Inputs *in = collect_with(b, o, words);
    if (f)
        fclose(f);
    if (keep >= 0) {
        dup2(keep, STDIN_FILENO);
        close(keep);
    }
    return in;
}

static void test_stdin(void **state)
{
    Sandbox *b = *state;
    InputOptions o = {0};
    put("snippet", "int x;\n");
    Inputs *in = collect_stdin(b, &o, "snippet", "-");
    const InputFile *f = file_named(in, "<stdin>");
    assert_null(f->disk_path);
    assert_int_equal(f->size, 7);
    assert_string_equal(f->bytes, "int x;\n");
    assert_int_equal(f->lang, LANG_C);
    inputs_free(in);
    put("empty", "");
    o = (InputOptions){.stdin_lang = LANG_CXX, .stdin_lang_given = true};
    in = collect_stdin(b, &o, "empty", "-");
    f = file_named(in, "<stdin>");
    assert_int_equal(f->size, 0);
    assert_non_null(f->bytes);
    assert_int_equal(f->lang, LANG_CXX);
    inputs_free(in);
    check_silent(&b->diags);
    put("a.c", "");
    check_files(collect_stdin(b, &o, "snippet", "a.c - -"), "a.c <stdin>");
    check_says(&b->diags, DIAG_NOTE, "'-'|only once");
    check_files(collect_stdin(b, &o, NULL, "-"), "");
    check_says(&b->diags, DIAG_ERROR, "standard input|Bad file descriptor|'-'");
    put_bytes("nul", "a\0b", 3);
    in = collect_stdin(b, &o, "nul", "-");
    assert_int_equal(file_named(in, "<stdin>")->size, 3);
    inputs_free(in);
    check_says(&b->diags, DIAG_WARNING, "standard input contains NUL bytes");
}

static void test_bytes(void **state)
{
    Sandbox *b = *state;
    InputOptions o = {0};
    Inputs *in = inputs_of_bytes("snippet.cpp", "x", 1, LANG_CXX, &o, &b->diags);
    assert_int_equal(in->files.n, 1);
    assert_int_equal(in->files.at[0].lang, LANG_CXX);
    assert_null(in->files.at[0].disk_path);
    assert_null(inputs_find_header(in, NULL, NULL, "nothing.h", false, false, NULL));
    inputs_free(in);
    inputs_free(NULL);
    check_silent(&b->diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        sandboxed(test_files),
        sandboxed(test_shown_paths),
        sandboxed(test_repeats),
        sandboxed(test_unreadable),
        sandboxed(test_folder),
        sandboxed(test_header_language),
        sandboxed(test_folder_without_source),
        sandboxed(test_options_that_leave_out),
        sandboxed(test_deep_folder),
        sandboxed(test_lists),
        sandboxed(test_stdin),
        sandboxed(test_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
