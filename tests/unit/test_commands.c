/*
 * compile_commands.json: where it is looked for, what is read from it, which files it brings, and what is said about damage.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/str.h"
#include "sandbox.h"
#include "source/commands_priv.h"
#include "source/inputs.h"

/* ---- the text ---- */

typedef struct Parsed {
    Arena arena;
    Diags diags;
    Commands commands;
} Parsed;

/* On the heap, because the commands point to the arena and the messages beside them; `done` frees it. */
static Parsed *parse_bytes(const char *text, size_t n)
{
    Parsed *p = calloc(1, sizeof *p);
    arena_init(&p->arena);
    diags_init(&p->diags);
    commands_init(&p->commands, &p->arena, &p->diags);
    commands_parse(&p->commands, text, n, "/db", "db.json");
    return p;
}

static Parsed *parse(const char *text)
{
    return parse_bytes(text, strlen(text));
}

static void done(Parsed *p)
{
    commands_release(&p->commands);
    arena_release(&p->arena);
    diags_release(&p->diags);
    free(p);
}

static void check_list(const char *what, const char **list, u32 n, const char *expected)
{
    Sb got;
    sb_init(&got);
    for (u32 i = 0; i < n; i++)
        sb_addf(&got, "%s%s", i ? " " : "", list[i]);
    if (strcmp(got.s, expected) != 0)
        fail_msg("%s: \"%s\" instead of \"%s\"", what, got.s, expected);
    sb_release(&got);
}

/* Flags of the command line `line` for /w/a.c run in /w; strings are compared as joined by spaces. */
static void check_flags(const char *line, const char *quote, const char *include, const char *system,
                        const char *defines, const char *forced)
{
    Sb text;
    sb_init(&text);
    sb_adds(&text, "[{\"directory\": \"/w\", \"file\": \"a.c\", \"command\": \"");
    for (const char *p = line; *p; p++) {
        if (*p == '"' || *p == '\\')
            sb_addc(&text, '\\');
        if (*p == '\t')
            sb_adds(&text, "\\t");
        else
            sb_addc(&text, *p);
    }
    sb_adds(&text, "\"}]");
    Parsed *p = parse(text.s);
    check_silent(&p->diags);
    assert_int_equal(p->commands.list.n, 1);
    assert_string_equal(p->commands.list.at[0].file, "/w/a.c");
    const Flags *f = p->commands.list.at[0].flags;
    check_list("-iquote", f->quote_dirs, f->n_quote, quote);
    check_list("-I", f->include_dirs, f->n_include, include);
    check_list("-isystem", f->system_dirs, f->n_system, system);
    check_list("-D", f->defines, f->n_defines, defines);
    check_list("-include", f->forced, f->n_forced, forced);
    assert_string_equal(f->directory, "/w");
    done(p);
    sb_release(&text);
}

static void test_flags(void **state)
{
    (void)state;
    check_flags("cc -c a.c", "", "", "", "", "");
    check_flags(
        "cc -Iinc -I ../x -I/abs/./y/ -iquote q -iquoteq2 -isystem s -isystems2 -idirafter d -isystem s3",
        "/w/q /w/q2", "/w/inc /x /abs/y", "/w/s /w/s2 /w/s3 /w/d", "", "");
    check_flags("cc -DA -D B=2 -UA -U C -D'F(x)=x + 1' --define-macro=G --undefine-macro H", "", "", "",
                "A B=2 -UA -UC F(x)=x + 1 G -UH", "");
    check_flags("cc -include pre.h -imacros m.h --include=n.h -include-pch z.pch -includejoined.h", "", "",
                "", "", "pre.h m.h n.h joined.h");
    check_flags("cc --include-directory=e --include-directory f", "", "/w/e /w/f", "", "", "");
    /* values of other options are not options */
    check_flags("cc -o -Iout -MF -DX -MT -Iy -Xclang -DZ -arch -Iq --param -DW -target -Dt -Iin", "", "/w/in",
                "", "", "");
    check_flags("cc -Wall -fno-common -O2 -isysroot /s -I=sys -I$SYSROOT/x -Iok", "", "/w/ok", "", "", "");
    check_flags("cc -D -I", "", "", "", "-I", ""); /* as a compiler takes it */
    check_flags("cc -I", "", "", "", "", "");
    check_flags("cc -I '' -D ''", "", "", "", "", "");
}

static void test_splitting(void **state)
{
    (void)state;
    check_flags("cc -DA=\\\"x\\\" '-DB=\"y z\"' \"-DC=\\\"w\\\"\" -DD='it'\\''s' -DE=\"a\\b\\$c\"", "", "",
                "", "A=\"x\" B=\"y z\" C=\"w\" D=it's E=a\\b$c", "");
    check_flags("  cc\t-Ia\\ b   -I'c d'e  ", "", "/w/a b /w/c de", "", "", "");
    check_flags("cc -DX=\\", "", "", "", "X=\\", "");
    Arena a;
    arena_init(&a);
    Words w = {0};
    assert_true(commands_split(&a, "a '' \"\" b\\\n c", &w));
    assert_int_equal(w.list.n, 5);
    assert_string_equal(w.list.at[1], "");
    assert_string_equal(w.list.at[3], "b");
    vec_clear(&w.list);
    assert_true(commands_split(&a, " \t\n", &w));
    assert_int_equal(w.list.n, 0);
    assert_false(commands_split(&a, "a 'b c", &w));
    assert_int_equal(w.list.n, 2);
    assert_string_equal(w.list.at[1], "b c");
    vec_release(&w.list);
    arena_release(&a);
}

static void check_language(const char *arguments, const char *file, bool known, Lang lang)
{
    Sb text;
    sb_init(&text);
    sb_addf(&text, "[{\"directory\":\"/w\",\"file\":\"%s\",\"arguments\":[%s]}]", file, arguments);
    Parsed *p = parse(text.s);
    check_silent(&p->diags);
    assert_int_equal(p->commands.list.n, 1);
    if (p->commands.list.at[0].flags->lang_known != known ||
        (known && p->commands.list.at[0].flags->lang != lang))
        fail_msg("language of %s under %s", file, arguments);
    done(p);
    sb_release(&text);
}

static void test_language(void **state)
{
    (void)state;
    check_language("\"cc\"", "a.c", true, LANG_C);
    check_language("\"cc\"", "a.cc", true, LANG_CXX);
    check_language("\"g++\"", "a.c", true, LANG_CXX);
    check_language("\"ccache\",\"/usr/bin/x86_64-linux-gnu-g++-12\",\"-c\"", "a.c", true, LANG_CXX);
    check_language("\"clang++-14.0\"", "a.c", true, LANG_CXX);
    check_language("\"cc\",\"-c\",\"dir++/a.c\",\"x++\"", "a.c", true, LANG_C);
    check_language("\"cc\",\"-x\",\"c++\"", "a.c", true, LANG_CXX);
    check_language("\"g++\",\"-xc\"", "a.cc", true, LANG_C);
    check_language("\"cc\",\"-xc++\",\"-x\",\"none\"", "a.c", true, LANG_C);
    check_language("\"cc\",\"-std=c++17\"", "a.c", true, LANG_C); /* the compiler only warns about it */
    check_language("\"cc\",\"-std=gnu++20\"", "a.h", true, LANG_CXX);
    check_language("\"cc\",\"-std=c17\"", "a.h", true, LANG_C);
    check_language("\"cc\",\"-c\"", "a.S", false, LANG_C);
    check_language("\"cc\",\"-x\",\"assembler-with-cpp\"", "a.inc", false, LANG_C);
    check_language("\"cc\",\"-x\",\"c\"", "a.inc", true, LANG_C);
}

static void test_sharing(void **state)
{
    (void)state;
    Parsed *p = parse(
        "[{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":\"cc -Ix -DA=1 -o a.o\"},\n"
        " {\"directory\":\"/w\",\"file\":\"b.c\",\"arguments\":[\"cc\",\"-I\",\"x\",\"-D\",\"A=1\",\"-o\",\"b.o\"]},\n"
        " {\"directory\":\"/w\",\"file\":\"c.c\",\"command\":\"cc -Ix -DA=2\"},\n"
        " {\"directory\":\"/w\",\"file\":\"d.c\",\"command\":\"cc -DA=1 -iquote x\"},\n"
        " {\"directory\":\"/w\",\"file\":\"./a.c\",\"command\":\"cc -DLATER\"},\n"
        " {\"directory\":\"/v\",\"file\":\"/w/b.c\",\"command\":\"cc\"},]\n");
    assert_int_equal(p->commands.list.n, 4);
    const Command *at = p->commands.list.at;
    assert_ptr_equal(at[0].flags, at[1].flags);
    assert_ptr_not_equal(at[0].flags, at[2].flags);
    assert_ptr_not_equal(at[0].flags, at[3].flags);
    assert_int_equal(p->commands.known.n, 5); /* two of them of the commands that do not count */
    check_says(&p->diags, DIAG_NOTE, "a second time|2 times|'/w/a.c'|first command of each");
    assert_int_equal(p->diags.n, 1);
    done(p);
}

/* The same file for two targets, as a library built both ways is: nothing worth a note. */
static void test_compiled_twice(void **state)
{
    (void)state;
    Parsed *p = parse("[{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":\"cc -Ix -o 1/a.o\"},"
                      "{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":\"cc -fPIC -Ix -o 2/a.o\"}]");
    assert_int_equal(p->commands.list.n, 1);
    check_silent(&p->diags);
    done(p);
}

static void test_response_files(void **state)
{
    (void)state;
    Parsed *p = parse("[{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":\"cc @flags.rsp -Ix\"}]");
    assert_int_equal(p->commands.list.at[0].flags->n_include, 1);
    check_says(&p->diags, DIAG_NOTE, "response files|1 commands|/w/a.c|write the flags");
    done(p);
}

/* ---- damage ---- */

/* n entries must come out of it, and an error must say `words`, which hold the place. */
static void check_damage(const char *text, u32 n, const char *words)
{
    Parsed *p = parse(text);
    if (p->commands.list.n != n)
        fail_msg("%u entries instead of %u in %s", p->commands.list.n, n, text);
    check_says(&p->diags, DIAG_ERROR, words);
    done(p);
}

#define GOOD "{\"directory\":\"/w\",\"file\":\"good.c\",\"command\":\"cc\"}"
#define OTHER "{\"directory\":\"/w\",\"file\":\"other.c\",\"command\":\"cc\"}"

static void test_damage(void **state)
{
    (void)state;
    check_damage("", 0, "db.json:1:1: |empty|CMAKE_EXPORT_COMPILE_COMMANDS");
    check_damage(" \n\t ", 0, "db.json:2:3: |empty");
    check_damage("{}", 0, "db.json:1:1: |'['");
    check_damage("null", 0, "db.json:1:1: |'['");
    check_damage("[", 0, "db.json:1:2: |closed with ']'");
    check_damage("[" GOOD ",\n" OTHER, 2, "db.json:2:|closed with ']'");
    check_damage("[" GOOD ",\n{\"directory\":\"/w\",\"fi", 1, "db.json:2:|not valid JSON|left out");
    check_damage("[" GOOD ",\n{\"file\": \"x\n\"},\n" OTHER "]", 2, "db.json:2:|not valid JSON");
    check_damage("[" GOOD ",\n {\"file\" \"x.c\"},\n" OTHER "]", 2, "db.json:2:|not valid JSON");
    check_damage("[\n{,},\n" OTHER "]", 1, "db.json:2:|not valid JSON");
    check_damage("[{\"file\":},\n" OTHER "]", 1, "db.json:1:|not valid JSON");
    check_damage("[\n 7, \"x,]\", null, [1,[2]],\n" OTHER "]", 1, "db.json:2:2: |must be an object");
    check_damage("[" GOOD "\n" OTHER "]", 2, "db.json:2:1: |','");
    check_damage("[" GOOD "]\n]", 1, "db.json:2:1: |behind the end");
    check_damage("[" GOOD "}, " OTHER "]", 2, "unexpected '}'");
    check_damage("[{\"directory\":\"/w\",\"command\":\"cc\"},\n" GOOD "]", 1,
                 "db.json:1:2: |no \"file\"|left out");
    check_damage("[" GOOD ",\n{\"directory\":\"/w\",\"file\":[],\"command\":\"cc\"}]", 1,
                 "db.json:2:1: |\"file\" is not a string");
    check_damage("[{\"directory\":\"/w\",\"file\":\"\"}]", 0, "\"file\" is empty");
    check_damage("[{\"directory\":5,\"file\":\"a.c\",\"command\":\"cc\"}]", 1,
                 "\"directory\" is not a string|folder of this file");
    check_damage("[{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":{}}]", 1,
                 "\"command\" is not a string");
    check_damage("[{\"directory\":\"/w\",\"file\":\"a.c\",\"arguments\":\"cc\"}]", 1,
                 "\"arguments\" is not a list");
    check_damage("[{\"directory\":\"/w\",\"file\":\"a.c\",\"arguments\":[\"cc\",1]}]", 1,
                 "not a string|left out");
    check_damage("[{\"directory\":\"/w\",\"file\":\"a.c\",\"command\":\"cc 'x\"}]", 1,
                 "quote in \"command\" is not closed");
    check_damage("[{\"directory\":\"/w\",\"file\":\"a\\u0000.c\"},\n" GOOD "]", 1,
                 "db.json:1:|not valid JSON");
    check_damage("[{\"directory\":\"/w\",\"file\":\"\xE9.c\"},\n" GOOD "]", 1, "db.json:1:|not valid JSON");
    check_damage("[{\"directory\":\"/w\",\"file\":\"\\ud800.c\"},\n" GOOD "]", 1,
                 "db.json:1:|not valid JSON");
    check_damage("[{\"x\": 1e999999},\n" GOOD "]", 1, "db.json:1:|not valid JSON");

    Parsed *p = parse("[{\"file\":\"a.c\",\"command\":\"cc -Ix\"},{\"directory\":\"/w\",\"file\":\"b.c\"}]");
    check_says(&p->diags, DIAG_WARNING, "db.json:1:2: |no \"directory\"|folder of this file");
    check_says(&p->diags, DIAG_WARNING, "neither \"arguments\" nor \"command\"|without flags");
    assert_string_equal(p->commands.list.at[0].file, "/db/a.c");
    assert_string_equal(p->commands.list.at[0].flags->include_dirs[0], "/db/x");
    done(p);
    p = parse_bytes("\xEF\xBB\xBF[" GOOD "]", sizeof GOOD + 4);
    assert_int_equal(p->commands.list.n, 1);
    check_silent(&p->diags);
    done(p);
    p = parse_bytes("[\0" GOOD "]", sizeof GOOD + 2);
    check_says(&p->diags, DIAG_ERROR, "db.json:1:2: ");
    done(p);
    /* what is quoted from the file cannot steer a terminal */
    p = parse("[{\"a\x1b[31m\": \"b\"}]");
    for (u32 i = 0; i < p->diags.n; i++)
        assert_null(strchr(p->diags.at[i].text, 0x1b));
    assert_true(p->diags.n > 0);
    done(p);
}

static void test_every_truncation(void **state)
{
    (void)state;
    static const char text[] =
        "[\n " GOOD ",\n {\"directory\":\"/w\",\"file\":\"b.c\",\"arguments\":[\"cc\",\"-Dq=\\\"\"]}\n]";
    size_t first = strstr(text, "},") - text;
    for (size_t n = 0; n < sizeof text - 1; n++) {
        char *exact = malloc(n ? n : 1); /* so that reading beyond is found out */
        memcpy(exact, text, n);
        Parsed *p = parse_bytes(exact, n);
        assert_true(p->diags.errors > 0);
        assert_true(p->commands.list.n >= (n > first));
        done(p);
        free(exact);
    }
}

static void test_masses(void **state)
{
    (void)state;
    Sb t;
    sb_init(&t);
    sb_adds(&t, "[");
    for (u32 i = 0; i < 100000; i++)
        sb_adds(&t, "[");
    Parsed *p = parse(t.s);
    assert_true(p->diags.errors > 0);
    done(p);

    sb_reset(&t);
    sb_adds(&t, "[{\"x\":");
    for (u32 i = 0; i < 100000; i++)
        sb_adds(&t, "{\"x\":");
    p = parse(t.s);
    check_says(&p->diags, DIAG_ERROR, "not valid JSON|depth");
    done(p);

    sb_reset(&t);
    sb_adds(&t, "[{\"directory\":\"/w\",\"file\":\"a.c\",\"arguments\":[\"cc\"");
    for (u32 i = 0; i < 50000; i++)
        sb_addf(&t, ",\"-I%u\",\"-DM%u\"", i, i);
    sb_adds(&t, "]}]");
    p = parse(t.s);
    assert_int_equal(p->commands.list.at[0].flags->n_include, LIMIT_COMMAND_DIRS);
    assert_int_equal(p->commands.list.at[0].flags->n_defines, 50000);
    done(p);

    sb_reset(&t);
    sb_adds(&t, "[{\"directory\":\"/w\",\"file\":\"");
    sb_pad(&t, 'x', 3 << 20);
    sb_adds(&t, "\",\"command\":\"cc\"}]");
    p = parse(t.s);
    assert_int_equal(p->commands.list.n, 1);
    done(p);

    sb_reset(&t);
    sb_adds(&t, "[");
    for (u32 i = 0; i < 100000; i++)
        sb_adds(&t, "{\"directory\":\"/w\"},\n");
    sb_adds(&t, GOOD "]");
    p = parse(t.s);
    assert_int_equal(p->commands.list.n, 1);
    assert_true(p->diags.n <= LIMIT_COMMAND_MESSAGES + 1);
    check_says(&p->diags, DIAG_ERROR, "'db.json'|99980 more messages");
    done(p);
    sb_release(&t);
}

/* ---- on disk ---- */

static Inputs *collect(Sandbox *b, const InputOptions *o, const char *arg)
{
    return inputs_new(&arg, arg ? 1 : 0, o, &b->diags);
}

static void check_files(Inputs *in, const char *expected)
{
    Sb got;
    sb_init(&got);
    for (u32 i = 0; i < in->files.n; i++)
        sb_addf(&got, "%s%s%s", i ? " " : "", in->files.at[i].shown_path, in->files.at[i].flags ? "*" : "");
    assert_string_equal(got.s, expected);
    sb_release(&got);
    inputs_free(in);
}

static void put_database(Sandbox *b, const char *path, const char *const *files, u32 n)
{
    Sb t;
    sb_init(&t);
    sb_adds(&t, "[");
    for (u32 i = 0; i < n; i++)
        sb_addf(&t, "%s{\"directory\":\"%s/p\",\"file\":\"%s\",\"command\":\"cc -DUSED -c x\"}", i ? "," : "",
                b->path, files[i]);
    sb_adds(&t, "]");
    put(path, t.s);
    sb_release(&t);
}

static void test_found_in_folder(void **state)
{
    Sandbox *b = *state;
    InputOptions o = {0};
    put("p/a.c", "");
    put("p/b.c", "");
    put("p/a.h", "");
    const char *const files[] = {"a.c"};
    static const char *const places[] = {"p/out/compile_commands.json",
                                         "p/cmake-build-debug/compile_commands.json",
                                         "p/build-x/compile_commands.json", "p/compile_commands.json"};
    check_files(collect(b, &o, "p"), "p/a.c p/a.h p/b.c");
    for (size_t i = 0; i < LENGTH(places); i++) {
        put_database(b, places[i], files, 1);
        Inputs *in = collect(b, &o, "p");
        assert_true(in->have_commands);
        check_files(in, "p/a.c* p/a.h p/b.c");
        assert_int_equal(unlink(places[i]), 0);
    }
    put_database(b, places[0], files, 1);
    put(places[3], "[]"); /* the nearest counts */
    Inputs *in = collect(b, &o, "p");
    assert_false(in->have_commands);
    check_files(in, "p/a.c p/a.h p/b.c");
    put_database(b, places[3], files, 1);
    o.no_compile_commands = true;
    check_files(collect(b, &o, "p"), "p/a.c p/a.h p/b.c");
    check_silent(&b->diags);
}

static void test_files_named(void **state)
{
    Sandbox *b = *state;
    put("p/.git/info/exclude", "");
    put("p/.gitignore", "build\n");
    put("p/src/a.c", "");
    put("p/src/plain.c", "");
    put("p/build/gen.c", "");
    put("p/build/not-compiled.c", "");
    put("p/build/start.S", "");
    put("p/.moc/m.cpp", "");
    put("away/z.c", "");
    const char *const files[] = {"src/a.c",       "build/gen.c", ".moc/m.cpp", "../away/z.c",
                                 "build/start.S", "src/lost.c",  "lost2.c"};
    put_database(b, "p/build/compile_commands.json", files, LENGTH(files));
    InputOptions o = {0};
    check_files(collect(b, &o, "p"), "p/.moc/m.cpp* p/build/gen.c* p/src/a.c* p/src/plain.c");
    check_says(&b->diags, DIAG_WARNING, "2 files|not there|'p/src/lost.c'|build the project");
    assert_int_equal(b->diags.n, 1);
    o.compile_commands = "p"; /* a folder will do */
    check_files(collect(b, &o, NULL), "away/z.c* p/.moc/m.cpp* p/build/gen.c* p/src/a.c*");
    o.compile_commands = "p/build/compile_commands.json";
    check_files(collect(b, &o, "p/src/a.c"), "p/src/a.c*");
    check_files(collect(b, &o, "away"), "away/z.c*");
    const char *exclude[] = {"build/*"};
    o.exclude = exclude;
    o.n_exclude = 1;
    check_files(collect(b, &o, "p"), "p/.moc/m.cpp* p/src/a.c* p/src/plain.c");
    assert_int_equal(b->diags.errors, 0);
}

static void test_by_identity(void **state)
{
    Sandbox *b = *state;
    put("p/a.c", "");
    assert_int_equal(symlink("p", "alias"), 0);
    const char *const files[] = {"../alias/a.c", "a.c"};
    put_database(b, "p/compile_commands.json", files, 2);
    InputOptions o = {0};
    Inputs *in = collect(b, &o, "p");
    assert_string_equal(in->files.at[0].flags->defines[0], "USED");
    check_files(in, "p/a.c*");
}

static void test_option_errors(void **state)
{
    Sandbox *b = *state;
    put("p/a.c", "");
    InputOptions o = {.compile_commands = "none.json"};
    check_files(collect(b, &o, "p"), "p/a.c");
    check_says(&b->diags, DIAG_ERROR, "'none.json'|No such file|compile_commands.json");
    o.compile_commands = "p";
    check_files(collect(b, &o, "p"), "p/a.c");
    check_says(&b->diags, DIAG_ERROR, "no compile_commands.json in 'p'|bear");
    assert_int_equal(mkdir("p/compile_commands.json", 0755), 0);
    check_files(collect(b, &o, "p"), "p/a.c");
    check_says(&b->diags, DIAG_ERROR, "'p/compile_commands.json'|it is a folder");
    assert_int_equal(rmdir("p/compile_commands.json"), 0);
    assert_int_equal(mkfifo("p/compile_commands.json", 0644), 0);
    check_files(collect(b, &o, "p"), "p/a.c");
    check_says(&b->diags, DIAG_ERROR, "'p/compile_commands.json'|it is a pipe");
    put("huge.json", "");
    assert_int_equal(truncate("huge.json", (off_t)LIMIT_JSON_BYTES + 1), 0);
    o.compile_commands = "huge.json";
    check_files(collect(b, &o, "p"), "p/a.c");
    check_says(&b->diags, DIAG_ERROR, "'huge.json'|larger than 512 MiB");
}

static void test_forced_headers(void **state)
{
    Sandbox *b = *state;
    put("p/a.c", "");
    put("p/conf/pre.h", "");
    Sb t;
    sb_init(&t);
    sb_addf(
        &t,
        "[{\"directory\":\"%s/p\",\"file\":\"a.c\",\"command\":\"cc -include conf/pre.h -include far.h\"}]",
        b->path);
    put("p/compile_commands.json", t.s);
    InputOptions o = {0};
    Inputs *in = collect(b, &o, "p");
    const Flags *f = in->files.at[0].flags;
    assert_int_equal(f->n_forced, 2);
    sb_reset(&t);
    sb_addf(&t, "%s/p/conf/pre.h", b->path);
    assert_string_equal(f->forced[0], t.s);     /* there, seen from the working directory of the command */
    assert_string_equal(f->forced[1], "far.h"); /* to be looked for */
    inputs_free(in);
    sb_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flags),          cmocka_unit_test(test_splitting),
        cmocka_unit_test(test_language),       cmocka_unit_test(test_sharing),
        cmocka_unit_test(test_compiled_twice), cmocka_unit_test(test_response_files),
        cmocka_unit_test(test_damage),         cmocka_unit_test(test_every_truncation),
        cmocka_unit_test(test_masses),         sandboxed(test_found_in_folder),
        sandboxed(test_files_named),           sandboxed(test_by_identity),
        sandboxed(test_option_errors),         sandboxed(test_forced_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
