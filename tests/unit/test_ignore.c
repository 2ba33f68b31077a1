/*
 * .gitignore: every rule is tried in a real repository and must have the effect that git gives it. Without git these tests
 * are skipped; those with expectations written down run everywhere.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include "base/str.h"
#include "sandbox.h"
#include "source/ignore_priv.h"
#include "source/inputs.h"

extern char **environ;

/* Runs git with words split at spaces; its output (heap), or NULL when there is no git or it fails. */
static char *git(const char *words)
{
    char *copy = strdup(words), *rest = copy, *argv[32];
    u32 n = 0;
    argv[n++] = "git";
    for (char *word; (word = strsep(&rest, " "));)
        argv[n++] = word;
    argv[n] = NULL;
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, ".output", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    pid_t pid;
    int status = 0;
    bool failed = posix_spawnp(&pid, "git", &files, NULL, argv, environ) != 0;
    posix_spawn_file_actions_destroy(&files);
    free(copy);
    if (failed || waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return NULL;
    FILE *f = fopen(".output", "rb");
    assert_non_null(f);
    Sb out;
    sb_init(&out);
    for (int c; (c = getc(f)) != EOF;)
        sb_addc(&out, c ? (char)c : '\n');
    fclose(f);
    return sb_detach(&out);
}

static void need_git(void)
{
    char *out = git("init -q .");
    if (!out)
        skip();
    free(out);
}

/* ---- rules ---- */

static const char *const rules[] = {
    "a.c",
    "/a.c",
    "*.c",
    "!*.c",
    "/*.c",
    "d/",
    "d",
    "/d/",
    "d/a.c",
    "/d/a.c",
    "d/*.c",
    "d/*",
    "*/a.c",
    "**/a.c",
    "**/d/",
    "d/**",
    "d/**/a.c",
    "**/e/**",
    "/**/a.c",
    "**",
    "*",
    "/*",
    "**/",
    "*/",
    "/**",
    "d/**/",
    "**/**/a.c",
    "d/***/a.c",
    "**a.c",
    "d**e/a.c",
    "a?c",
    "?.c",
    "[ab].c",
    "[!a].c",
    "[^a].c",
    "[a-b].c",
    "[b-a].c",
    "[]x].c",
    "[!]x].c",
    "[a",
    "[[:alpha:]].c",
    "[[:digit:][:upper:]].c",
    "[[:nonsense:]].c",
    "[\\a].c",
    "[a-].c",
    "[-a].c",
    "\\a.c",
    "\\*.c",
    "*\\.c",
    "a.c\\",
    "\\#x.c",
    "#x.c",
    "\\!y.c",
    "!y.c",
    "a.c   ",
    "a.c\\ ",
    "sp ace.c",
    "sp\\ ace.c",
    "sp ace.c \\ ",
    " a.c",
    "a.c\t",
    "a.c\r",
    "d//a.c",
    "//a.c",
    "/",
    "!",
    "!/",
    "",
    "   ",
    "d/e",
    "e/a.c",
    "d/e/",
    "*.[ch]",
    "*.h\\",
    "x*y*z.c",
    "*a*b*c*.c",
    "d/*/a.c",
    "*/*/a.c",
    "d/[e]/a.c",
    "d[/]e/a.c",
    "d/\\e/a.c",
    "./a.c",
    "../a.c",
    "d/./a.c",
    "a.C",
    "\xC3\xA9.c",
    "?.c",
    "\xC3?.c",
    "[\xC3]\xA9.c",
    "*.*",
    "*.",
    ".*",
    "**.c",
    "*c",
    "d*",
    "*e/",
    "!d/",
    "!d/e/",
    "!d/e/a.c",
    "[[]a.c",
    "a[.]c",
    "a[!b]c",
    "d/a[!b]c",
    "[[:alpha:]-z].c",
    "[a-\\c].c",
    "***",
    "**/*",
    "**/*.c",
    "d/**/e/**/a.c",
    "[a-c-e].c",
    "[\\]].c",
    "[!\\]].c",
    "a.c/",
    "[]",
    "[!]",
    "[^]].c",
    "d/e/**/",
    "/d/**/f",
    "**/f/",
    "\\",
    "\\\\",
    "a\\.c\\",
    "*\\",
    "[[:alpha:].c",
    "[[:]a].c",
    "1/**/3",
};

static const char *const paths[] = {
    "a.c",        "b.c",       "d/a.c",    "d/b.c", "d/e/a.c", "d/e/f/a.c", "dxe/a.c", "e/a.c",
    "e/d/a.c",    "x/d/e/a.c", "#x.c",     "!y.c",  "*.c",     "].c",       "-.c",     "a.c ",
    "a.c\\",      "a.c\t",     "sp ace.c", " a.c",  "xaybz.c", "xabc.c",    "Q.c",     "7.c",
    "\xC3\xA9.c", "x.h",       "[a",       "[a.c",  "d/z.c",   "a.C",       "x/a.c",   "1/2/3/a.c",
    "c.c",        ":.c",       "[.c",      "z.c",   "d/f/q.c",
};

/* Would the walk come to this file? */
static bool is_kept(const Ignore *g, const char *path)
{
    char part[256] = "/r/";
    size_t n = strlen(path);
    for (size_t i = 0; i < n; i++) {
        if (path[i] == '/' && ignore_matches(g, part, true))
            return false;
        part[3 + i] = path[i];
        part[4 + i] = 0;
    }
    return !ignore_matches(g, part, false);
}

static void compare_with_git(const char *text)
{
    put(".gitignore", text);
    char *listed = git("-c core.excludesFile=/dev/null ls-files --others --exclude-standard -z");
    assert_non_null(listed);
    Arena a;
    arena_init(&a);
    const Ignore *g = ignore_parse(&a, NULL, "/r", text, strlen(text));
    for (size_t i = 0; i < LENGTH(paths); i++) {
        const char *line = arena_printf(&a, "\n%s\n", paths[i]);
        bool by_git = strncmp(listed, line + 1, strlen(line + 1)) == 0 || strstr(listed, line);
        if (is_kept(g, paths[i]) != by_git)
            fail_msg("'%s' is %s by git, but not by us, under the rules\n%s", paths[i],
                     by_git ? "kept" : "ignored", text);
    }
    arena_release(&a);
    free(listed);
}

static void test_against_git(void **state)
{
    (void)state;
    need_git();
    for (size_t i = 0; i < LENGTH(paths); i++)
        put(paths[i], "");
    Sb text;
    sb_init(&text);
    for (size_t i = 0; i < LENGTH(rules); i++) {
        sb_reset(&text);
        sb_addf(&text, "%s", rules[i]); /* no line end behind the last rule */
        compare_with_git(text.s);
        sb_reset(&text);
        sb_addf(&text, "*\n!%s\n!*/\r\n", rules[i]);
        compare_with_git(text.s);
        sb_reset(&text);
        for (size_t k = 0; k < 6; k++) /* an order without pattern, so that many meet */
            sb_addf(&text, "%s%s\n",
                    (i + k) % 3 == 1 && rules[(i * 7 + k * 29) % LENGTH(rules)][0] != '!' ? "!" : "",
                    rules[(i * 7 + k * 29) % LENGTH(rules)]);
        compare_with_git(text.s);
    }
    compare_with_git("\xEF\xBB\xBF"
                     "a.c\n");
    compare_with_git("\n\n#\n");
    sb_release(&text);
}

/* Work must not explode, whatever the pattern. */
static void test_cost(void **state)
{
    (void)state;
    Arena a;
    arena_init(&a);
    Sb pattern, path;
    sb_init(&pattern);
    sb_init(&path);
    sb_adds(&path, "/r");
    for (u32 i = 0; i < 300; i++) {
        sb_adds(&pattern, "**/*a*a*a*a*a*/");
        sb_adds(&path, "/aaaaaaaaaaaa");
    }
    sb_adds(&pattern, "b");
    const Ignore *g = ignore_parse(&a, NULL, "/r", pattern.s, pattern.n);
    assert_false(ignore_matches(g, path.s, false));
    sb_adds(&path, "/b");
    assert_true(ignore_matches(g, path.s, false));
    sb_reset(&pattern);
    for (u32 i = 0; i < 100000; i++)
        sb_adds(&pattern, "*a");
    g = ignore_parse(&a, NULL, "/r", pattern.s, pattern.n);
    assert_false(ignore_matches(g, path.s, false));
    sb_release(&pattern);
    sb_release(&path);
    arena_release(&a);
}

/* ---- files of rules ---- */

/* Files that the walk of `folder` finds, joined by spaces. */
static void check_walk(Sandbox *b, const char *folder, const char *expected)
{
    InputOptions o = {0};
    Inputs *in = inputs_new(&folder, 1, &o, &b->diags);
    Sb got;
    sb_init(&got);
    for (u32 i = 0; i < in->files.n; i++)
        sb_addf(&got, "%s%s", i ? " " : "", in->files.at[i].shown_path);
    assert_string_equal(got.s, expected);
    sb_release(&got);
    inputs_free(in);
}

static void put_nested(void)
{
    put("r/.gitignore", "*.c\n!keep*.c\n/out/\nlib/gone.cc\n");
    put("r/a.c", "");
    put("r/keep.c", "");
    put("r/out/keep.c", "");
    put("r/sub/.gitignore", "!a.c\nkeep2.c\n!/out/\n");
    put("r/sub/a.c", "");
    put("r/sub/b.c", "");
    put("r/sub/keep2.c", "");
    put("r/sub/out/keep.c", "");
    put("r/sub/x/a.c", "");
    put("r/lib/gone.cc", "");
    put("r/lib/here.cc", "");
    put("r/excluded.cc", "");
}

static void test_nested(void **state)
{
    Sandbox *b = *state;
    put_nested();
    /* also without a repository, but then not from above the folder given */
    check_walk(b, "r", "r/excluded.cc r/keep.c r/lib/here.cc r/sub/a.c r/sub/out/keep.c r/sub/x/a.c");
    check_walk(b, "r/sub", "r/sub/a.c r/sub/b.c r/sub/out/keep.c r/sub/x/a.c");
    check_walk(b, "r/lib", "r/lib/gone.cc r/lib/here.cc");
    put("r/.git/info/exclude", "excluded.cc\nkeep.c\n");
    check_walk(b, "r", "r/keep.c r/lib/here.cc r/sub/a.c r/sub/out/keep.c r/sub/x/a.c");
    check_walk(b, "r/sub", "r/sub/a.c r/sub/out/keep.c r/sub/x/a.c");
    check_walk(b, "r/lib", "r/lib/here.cc");
    assert_int_equal(chdir("r/sub"), 0);
    check_walk(b, ".", "a.c out/keep.c x/a.c");
    assert_int_equal(b->diags.errors, 0);
}

/* What the user names is reviewed, even if git would not look at it. */
static void test_ignored_folder_given(void **state)
{
    Sandbox *b = *state;
    put_nested();
    put("r/.git/info/exclude", "");
    check_walk(b, "r/out", "r/out/keep.c");
    put("r/out/deep/plain.c", "");
    check_walk(b, "r/out/deep", "r/out/deep/plain.c");
    check_walk(b, "r/a.c", "r/a.c");
}

static void test_inner_repository(void **state)
{
    Sandbox *b = *state;
    put("r/.git/info/exclude", "");
    put("r/.gitignore", "*.c\n");
    put("r/module/a.c", "");
    put("r/module/b.c", "");
    put("r/.git/modules/m/info/exclude", "b.c\n");
    put("r/module/.git", "gitdir: ../.git/modules/m\n");
    check_walk(b, "r", "r/module/a.c");
    check_walk(b, "r/module", "r/module/a.c");
    /* a further work tree shares the rules of the first */
    put("w/.git", "gitdir: ../r/.git/worktrees/w\n");
    put("r/.git/worktrees/w/commondir", "../..\n");
    put("r/.git/info/exclude", "b.c\n");
    put("w/a.c", "");
    put("w/b.c", "");
    check_walk(b, "w", "w/a.c");
    put("odd/.git", "nothing of use");
    put("odd/a.c", "");
    check_walk(b, "odd", "odd/a.c");
    assert_int_equal(b->diags.errors, 0);
}

static void test_odd_rule_files(void **state)
{
    Sandbox *b = *state;
    put("elsewhere", "*.c\n");
    put("l/a.c", "");
    assert_int_equal(symlink("../elsewhere", "l/.gitignore"), 0);
    check_walk(b, "l", "l/a.c"); /* git does not follow it */
    put("f/a.c", "");
    assert_int_equal(mkdir("f/.gitignore", 0755), 0);
    check_walk(b, "f", "f/a.c");
    put("p/a.c", "");
    assert_int_equal(mkfifo("p/.gitignore", 0644), 0);
    check_walk(b, "p", "p/a.c");
    put("n/a.c", "");
    put("n/b.c", "");
    put_bytes("n/.gitignore", "a.c\0x\n", 6); /* a NUL ends the rule */
    check_walk(b, "n", "n/b.c");
    check_silent(&b->diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        sandboxed(test_against_git),      sandboxed(test_cost),
        sandboxed(test_nested),           sandboxed(test_ignored_folder_given),
        sandboxed(test_inner_repository), sandboxed(test_odd_rule_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
