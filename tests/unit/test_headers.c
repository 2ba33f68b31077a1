/*
 * The search for headers: the compiler's order under flags, and nearness in the project's tree without them.
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

static bool is_system(const char *name)
{
    return strcmp(name, "string.h") == 0 || strcmp(name, "sys/types.h") == 0;
}

static Inputs *collect(Sandbox *b, const InputOptions *o, const char *arg)
{
    static const InputOptions none;
    return inputs_new(&arg, 1, o ? o : &none, &b->diags);
}

typedef struct Case {
    const char *includer; /* below the sandbox; NULL: standard input */
    const char *name;     /* with < or " before it; + before that for #include_next */
    const char *expected; /* below the sandbox, NULL: not found */
} Case;

static void check(Sandbox *b, Inputs *in, const Flags *flags, Case c)
{
    char includer[2048], expected[2048];
    snprintf(includer, sizeof includer, "%s/%s", b->path, c.includer ? c.includer : "");
    snprintf(expected, sizeof expected, "%s/%s", b->path, c.expected ? c.expected : "");
    bool next = c.name[0] == '+';
    const char *name = c.name + next;
    for (u32 twice = 0; twice < 2; twice++) { /* the second answer is a remembered one */
        const char *got = inputs_find_header(in, c.includer ? includer : NULL, flags, name + 1,
                                             name[0] == '<', next, is_system);
        if (!got != !c.expected || (got && strcmp(got, expected) != 0))
            fail_msg("%s from %s: %s instead of %s", c.name, c.includer ? c.includer : "<stdin>",
                     got ? got : "nothing", c.expected ? c.expected : "nothing");
    }
}

static void check_all(Sandbox *b, Inputs *in, const Flags *flags, const Case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(b, in, flags, cases[i]);
}

static void test_by_suffix(Sandbox *b, Inputs *in)
{
    static const Case cases[] = {
        {"p/src/a.c", "\"own.h", "p/src/own.h"},
        {"p/src/a.c", "<own.h", "p/src/own.h"},
        {"p/src/a.c", "\"api.h", "p/include/lib/api.h"},
        {"p/src/a.c", "<lib/api.h", "p/include/lib/api.h"},
        {"p/src/a.c", "\"b/api.h", NULL}, /* whole components only */
        {"p/src/a.c", "\"pi.h", NULL},
        {"p/src/a.c", "\"../include/lib/api.h", "p/include/lib/api.h"},
        {"p/src/a.c", "\"./sub/../own.h", "p/src/own.h"},
        {"p/src/a.c", "\"../../../../../../../../lib/api.h", "p/include/lib/api.h"},
        {"p/src/a.c", "\"util.h", "p/src/util/util.h"},
        {"p/data/a.c", "\"twin.h", "p/twin-a/twin.h"}, /* bytewise where nothing else decides */
        {"p/tool/t.c", "\"util.h", "p/tool/x/y/util.h"},
        {"p/include/lib/api.h", "\"util.h", "p/zutil/util.h"}, /* fewest components, then bytewise */
        {NULL, "\"util.h", "p/zutil/util.h"},
        {NULL, "\"none.h", NULL},
        {"p/src/a.c", "\"lib", NULL}, /* a folder */
        {"p/src/a.c", "\"", NULL},
        {"p/src/a.c", "\"/", NULL},
        {"p/src/a.c", "\"..", NULL},
        {"p/src/a.c", "\"lib/", NULL},
        {"p/src/a.c", "<string.h", NULL},
        {"p/src/a.c", "\"string.h", "p/compat/string.h"},
        {"p/compat/c.c", "<string.h", NULL},
        {"p/src/a.c", "\"QtThing", "p/include/QtThing"},
        {"p/src/a.c", "\"table.def", "p/data/table.def"},
        {"p/src/a.c", "\"hid.h", NULL},
        {"p/src/a.c", "\"gen.h", "p/build/gen.h"}, /* ignored by git, and still what is meant */
        {"p/src/a.c", "\"soft.h", "p/src/soft.h"},
        {"p/src/a.c", "\"dang.h", NULL},
        {"p/src/a.c", "\"p/src/own.h", "p/src/own.h"},
    };
    check_all(b, in, NULL, cases, LENGTH(cases));
}

static void put_project(void)
{
    put("p/.git/hid.h", "");
    put("p/.gitignore", "build/\n");
    put("p/src/a.c", "");
    put("p/src/own.h", "");
    put("p/src/util/util.h", "");
    put("p/tool/t.c", "");
    put("p/tool/x/y/util.h", "");
    put("p/zutil/util.h", "");
    put("p/twin-b/twin.h", "");
    put("p/twin-a/twin.h", "");
    put("p/include/lib/api.h", "");
    put("p/include/QtThing", "");
    put("p/compat/string.h", "");
    put("p/data/table.def", "");
    put("p/.hidden/hid.h", "");
    put("p/build/gen.h", "");
    assert_int_equal(symlink("own.h", "p/src/soft.h"), 0);
    assert_int_equal(symlink("nowhere", "p/src/dang.h"), 0);
}

static void test_folder(void **state)
{
    Sandbox *b = *state;
    put_project();
    unlink("p/src/dang.h"); /* the walk would rightly complain */
    Inputs *in = collect(b, NULL, "p");
    test_by_suffix(b, in);
    inputs_free(in);
    check_silent(&b->diags);
}

static void test_single_file(void **state)
{
    Sandbox *b = *state;
    put_project();
    Inputs *in = collect(b, NULL, "p/src/a.c");
    assert_int_equal(in->roots.n, 1);
    assert_true(str_ends(in->roots.at[0], "/p")); /* the nearest folder above with .git */
    test_by_suffix(b, in);
    inputs_free(in);
    check_silent(&b->diags);
}

static void test_roots(void **state)
{
    Sandbox *b = *state;
    put("lone/d/a.c", "");
    put("lone/x.h", "");
    put("make/Makefile", "");
    put("make/1/2/3/4/5/6/a.c", "");
    put("make/1/2/3/4/5/6/7/a.c", "");
    put("make/x.h", "");
    Inputs *in = collect(b, NULL, "lone/d/a.c");
    assert_true(str_ends(in->roots.at[0], "/lone/d"));
    check(b, in, NULL, (Case){"lone/d/a.c", "\"x.h", NULL});
    inputs_free(in);
    in = collect(b, NULL, "make/1/2/3/4/5/6/a.c");
    assert_true(str_ends(in->roots.at[0], "/make"));
    check(b, in, NULL, (Case){"make/1/2/3/4/5/6/a.c", "\"x.h", "make/x.h"});
    inputs_free(in);
    in = collect(b, NULL, "make/1/2/3/4/5/6/7/a.c");
    assert_true(str_ends(in->roots.at[0], "/7"));
    inputs_free(in);
    /* a project that is the home folder itself would be everything the user has */
    char home[1024];
    snprintf(home, sizeof home, "%s/make", b->path);
    const char *before = getenv("HOME");
    char *keep = before ? strdup(before) : NULL;
    setenv("HOME", home, 1);
    in = collect(b, NULL, "make/1/2/3/4/5/6/a.c");
    assert_true(str_ends(in->roots.at[0], "/6"));
    inputs_free(in);
    if (keep)
        setenv("HOME", keep, 1);
    else
        unsetenv("HOME");
    free(keep);
}

static void test_templates(void **state)
{
    Sandbox *b = *state;
    put("p/src/a.c", "");
    put("p/src/near.h.in", "");
    put("p/far/near.h", "");
    put("p/conf.h.cmake", "");
    put("p/other/conf.h.in", "");
    put("p/both.h.in", "");
    put("p/both.h.cmake", "");
    put("p/real.h", "");
    put("p/real.h.in", "");
    put("p/cm.h.cmake.in", "");
    put("p/inc/q.hpp.in", "");
    static const Case cases[] = {
        {"p/src/a.c", "\"near.h", "p/src/near.h.in"}, {"p/src/a.c", "\"conf.h", "p/conf.h.cmake"},
        {"p/src/a.c", "\"both.h", "p/both.h.in"},     {"p/src/a.c", "\"real.h", "p/real.h"},
        {"p/src/a.c", "\"cm.h", "p/cm.h.cmake.in"},   {"p/src/a.c", "\"inc/q.hpp", "p/inc/q.hpp.in"},
        {"p/src/a.c", "\"real.h.in", "p/real.h.in"},  {"p/src/a.c", "\"../real.h", "p/real.h"},
        {"p/src/a.c", "\"../both.h", "p/both.h.in"},  {"p/src/a.c", "\"q.hpp.i", NULL},
    };
    Inputs *in = collect(b, NULL, "p");
    check_all(b, in, NULL, cases, LENGTH(cases));
    char path[1024];
    snprintf(path, sizeof path, "%s/p/./x/../real.h", b->path); /* absolute names */
    const char *got = inputs_find_header(in, NULL, NULL, path, true, false, is_system);
    assert_non_null(got);
    assert_true(str_ends(got, "/p/real.h"));
    snprintf(path, sizeof path, "%s/p/both.h", b->path);
    assert_true(str_ends(inputs_find_header(in, NULL, NULL, path, false, false, is_system), "/p/both.h.in"));
    inputs_free(in);
}

static void test_flags(void **state)
{
    Sandbox *b = *state;
    put("w/a.c", "");
    put("w/h.h", "");
    put("q/h.h", "");
    put("i1/h.h", "");
    put("i2/h.h", "");
    put("i2/string.h", "");
    put("s/h.h", "");
    put("s/string.h", "");
    put("q/only-q.h", "");
    put("s/only-s.h", "");
    put("i2/sub/deep.h", "");
    put("opt/opt.h", "");
    put("opt/h.h", "");
    put("i1/t.h.in", "");
    put("s/t.h", "");
    Sb t;
    sb_init(&t);
    sb_adds(&t, "[{\"directory\":\"");
    sb_adds(&t, b->path);
    sb_adds(
        &t,
        "/w\",\"file\":\"a.c\",\"command\":\"cc -I../missing -I../i1 -iquote ../q -isystem ../s -I ../i2\"}]");
    put("w/compile_commands.json", t.s);
    sb_release(&t);
    const char *dirs[] = {"opt"};
    InputOptions o = {.include_dirs = dirs, .n_include_dirs = 1};
    Inputs *in = collect(b, &o, "w");
    const Flags *f = in->files.at[0].flags;
    assert_non_null(f);
    static const Case cases[] = {
        {"w/a.c", "\"h.h", "w/h.h"},
        {"w/a.c", "<h.h", "i1/h.h"},
        {"i2/sub/deep.h", "\"h.h", "q/h.h"},
        {"w/a.c", "\"only-q.h", "q/only-q.h"},
        {"w/a.c", "<only-q.h", NULL},
        {"w/a.c", "<only-s.h", "s/only-s.h"},
        {"w/a.c", "<sub/deep.h", "i2/sub/deep.h"},
        {"w/a.c", "<string.h", "i2/string.h"}, /* where flags lead, a system's name is no matter */
        {"w/a.c", "<opt.h", "opt/opt.h"},
        {"w/a.c", "\"t.h", "s/t.h"}, /* the real one, although a template stands earlier */
        {"i1/h.h", "+<h.h", "i2/h.h"},
        {"i2/h.h", "+<h.h", "s/h.h"},
        {"s/h.h", "+<h.h", "opt/h.h"},
        {"i1/h.h", "+\"h.h", "i2/h.h"},
        {"i2/string.h", "+<string.h", "s/string.h"},
        {"s/string.h", "+<string.h", NULL},
        {"q/h.h", "+\"h.h", "i1/h.h"},
        {"q/h.h", "+<h.h", "i1/h.h"},
        {"w/h.h", "+\"h.h", "q/h.h"},
        {"w/h.h", "+<h.h", "i1/h.h"},
        {NULL, "\"h.h", "q/h.h"},
    };
    check_all(b, in, f, cases, LENGTH(cases));
    static const Case bare[] = {
        {"w/a.c", "<h.h", "opt/h.h"}, /* without flags: -I of the command line first */
        {"w/a.c", "\"h.h", "w/h.h"},
        {"w/a.c", "<only-s.h", NULL},
    };
    check_all(b, in, NULL, bare, LENGTH(bare));
    inputs_free(in);
}

static void test_wrapper(void **state)
{
    Sandbox *b = *state;
    put("p/compat/wrap.h", "");
    put("p/src/wrap.h", "");
    put("p/a.c", "");
    static const Case cases[] = {
        {"p/compat/wrap.h", "<wrap.h", "p/src/wrap.h"},
        {"p/compat/wrap.h", "+\"wrap.h", "p/src/wrap.h"},
        {"p/compat/wrap.h", "\"wrap.h", "p/compat/wrap.h"},
        {"p/compat/other.h", "<wrap.h", "p/compat/wrap.h"},
    };
    Inputs *in = collect(b, NULL, "p");
    check_all(b, in, NULL, cases, LENGTH(cases));
    inputs_free(in);
}

static void test_loops_and_secrets(void **state)
{
    Sandbox *b = *state;
    put("p/a.c", "");
    put("p/d/x.h", "");
    put("p/locked/y.h", "");
    assert_int_equal(symlink("..", "p/d/up"), 0);
    assert_int_equal(symlink("loop", "p/loop"), 0);
    assert_int_equal(mkfifo("p/pipe.h", 0644), 0);
    Inputs *in = collect(b, NULL, "p/a.c");
    static const Case cases[] = {
        {"p/a.c", "\"x.h", NULL}, /* its own folder is the root, and that holds no mark */
        {"p/a.c", "\"d/x.h", "p/d/x.h"}, {"p/a.c", "\"d/up/d/x.h", "p/d/up/d/x.h"},
        {"p/a.c", "\"loop/x.h", NULL},   {"p/a.c", "\"loop", NULL},
        {"p/a.c", "\"pipe.h", NULL},     {"p/a.c", "\"a.c/x.h", NULL},
    };
    check_all(b, in, NULL, cases + 1, LENGTH(cases) - 1);
    inputs_free(in);
    if (geteuid() == 0)
        return; /* root may list everything */
    assert_int_equal(chmod("p/locked", 0111), 0);
    in = collect(b, NULL, "p/a.c");
    check(b, in, NULL, (Case){"p/a.c", "\"locked/y.h", "p/locked/y.h"});
    check(b, in, NULL, (Case){"p/a.c", "\"locked/z.h", NULL});
    inputs_free(in);
    assert_int_equal(chmod("p/locked", 0755), 0); /* for the cleaning up */
}

/* More entries than may be read around a single file: what lies in include folders and above the file is found still. */
static void test_large_tree(void **state)
{
    Sandbox *b = *state;
    put("p/Makefile", "");
    char name[64];
    for (u32 k = 0; k < 40; k++) {
        snprintf(name, sizeof name, "p/bulk%02u/x", k);
        put(name, "");
        name[strlen(name) - 2] = 0;
        assert_int_equal(chdir(name), 0);
        for (u32 i = 0; i < LIMIT_ROOT_SCAN_ENTRIES / 20; i++) {
            snprintf(name, sizeof name, "f%u", i);
            assert_int_equal(symlink("x", name), 0);
        }
        assert_int_equal(chdir(b->path), 0);
    }
    put("p/zz/inc/deep/api.h", "");
    put("p/include/top.h", "");
    put("p/zz/src/one/a.c", "");
    put("p/zz/src/near.h", "");
    put("p/zz/include/mid.h", "");
    put("p/bulk39/last.h", "");
    Inputs *in = collect(b, NULL, "p/zz/src/one/a.c");
    static const Case cases[] = {
        {"p/zz/src/one/a.c", "<top.h", "p/include/top.h"},
        {"p/zz/src/one/a.c", "\"near.h", "p/zz/src/near.h"},
        {"p/zz/src/one/a.c", "\"mid.h", "p/zz/include/mid.h"},
        {"p/zz/src/one/a.c", "\"last.h", NULL},
    };
    check_all(b, in, NULL, cases, LENGTH(cases));
    inputs_free(in);
    in = collect(b, NULL, "p"); /* a folder that is given is read whole */
    check(b, in, NULL, (Case){"p/zz/src/one/a.c", "\"last.h", "p/bulk39/last.h"});
    inputs_free(in);
}

static void test_long_names(void **state)
{
    Sandbox *b = *state;
    put("p/a.c", "");
    Inputs *in = collect(b, NULL, "p");
    Sb name;
    sb_init(&name);
    for (u32 i = 0; i < 3000; i++) {
        sb_adds(&name, i % 2 ? "x/" : "../");
        assert_null(inputs_find_header(in, "/p/a.c", NULL, name.s, i % 3 == 0, false, is_system));
    }
    sb_adds(&name, "x.h");
    assert_null(inputs_find_header(in, NULL, NULL, name.s, false, true, NULL));
    sb_release(&name);
    inputs_free(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        sandboxed(test_folder),     sandboxed(test_single_file), sandboxed(test_roots),
        sandboxed(test_templates),  sandboxed(test_flags),       sandboxed(test_wrapper),
        sandboxed(test_large_tree), sandboxed(test_long_names),  sandboxed(test_loops_and_secrets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
