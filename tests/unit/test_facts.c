/*
 * Facts about a project: which objects keep their initial value, what that value is, which functions never return. Each test is a few
 * lines of source and what must be found, for one unit or several.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "engine/facts.h"
#include "lower/lower.h"
#include "sandbox.h"

typedef struct World {
    Diags diags;
    Inputs *inputs;
    Project *project;
    IrUnit **units;
    ProjectFacts *facts;
} World;

static void lower_job(void *ctx, u32 i, u32 worker)
{
    (void)worker;
    World *w = ctx;
    w->units[i + 1] = lower_unit(w->project, w->project->units.at[i + 1], NULL);
}

static void finish(World *w, u32 jobs)
{
    ProjectOptions options = {.jobs = jobs};
    w->project = project_new(w->inputs, &options, &w->diags);
    w->facts = facts_new(w->project);
    w->units = mem_zalloc(w->project->units.n + 1, sizeof *w->units);
    pool_run(1, w->project->units.n - 1, lower_job, w);
}

static World of_text(const char *text, Lang lang)
{
    static const InputOptions none;
    World w = {0};
    diags_init(&w.diags);
    w.inputs = inputs_of_bytes(lang == LANG_C ? "x.c" : "x.cpp", text, strlen(text), lang, &none, &w.diags);
    finish(&w, 1);
    return w;
}

/* The files of the working directory. */
static World of_folder(u32 jobs)
{
    static const InputOptions none;
    World w = {0};
    diags_init(&w.diags);
    const char *folder = ".";
    w.inputs = inputs_new(&folder, 1, &none, &w.diags);
    finish(&w, jobs);
    return w;
}

static void world_free(World *w)
{
    for (u32 i = 1; i < w->project->units.n; i++)
        ir_unit_free(w->units[i]);
    mem_free(w->units);
    facts_free(w->facts);
    project_free(w->project);
    inputs_free(w->inputs);
    diags_release(&w->diags);
}

/* An object by "unit.c:name", "function.name" for a static of a function, or its name alone. */
static const IrGlobal *object(const World *w, const char *name, const IrUnit **unit)
{
    char copy[128];
    snprintf(copy, sizeof copy, "%s", name);
    char *colon = strchr(copy, ':'), *rest = colon ? colon + 1 : copy, *dot = strchr(rest, '.');
    if (colon)
        *colon = 0;
    if (dot)
        *dot++ = 0;
    for (u32 u = 1; u < w->project->units.n; u++) {
        const IrUnit *ir = w->units[u];
        if (colon && strcmp(src_file(&w->project->src, w->project->units.at[u]->main)->path, copy) != 0)
            continue;
        for (u32 i = 0; i < ir->n_globals; i++) {
            const IrGlobal *g = ir->globals[i];
            if (g->is_function || strcmp(sym_str(g->name), dot ? dot : rest) != 0 || !dot != !g->owner)
                continue;
            if (dot && strcmp(sym_str(g->owner->name), rest) != 0)
                continue;
            *unit = ir;
            return g;
        }
    }
    fail_msg("no object %s", name);
    return NULL;
}

static bool kept(const World *w, const char *name)
{
    const IrUnit *u;
    const IrGlobal *g = object(w, name, &u);
    return facts_never_written(w->facts, u, g);
}

/* The value as text, or "?". */
static const char *value(const World *w, const char *name)
{
    static char text[32];
    const IrUnit *u;
    const IrGlobal *g = object(w, name, &u);
    i64 v = 0;
    if (!facts_constant(w->facts, u, g, &v))
        return "?";
    snprintf(text, sizeof text, "%lld", (long long)v);
    return text;
}

static bool ends(const World *w, const char *name)
{
    const Index *ix = &w->project->index;
    bool any = false, all = true;
    for (u32 i = 1; i < ix->entries.n; i++) {
        const IndexEntry *e = &ix->entries.at[i];
        if (e->unit && e->kind == DK_FUNCTION && strcmp(sym_str(e->name), name) == 0) {
            any = true;
            all &= facts_never_returns(w->facts, i);
        }
    }
    if (!any)
        fail_msg("no function %s", name);
    return all;
}

#define KEPT(w, name)   \
    if (!kept(w, name)) \
    fail_msg("%s is taken for written", name)
#define CHANGED(w, name) \
    if (kept(w, name))   \
    fail_msg("%s is taken for never written", name)
#define ENDS(w, name)   \
    if (!ends(w, name)) \
    fail_msg("%s is taken to return", name)
#define RETURNS(w, name) \
    if (ends(w, name))   \
    fail_msg("%s is taken never to return", name)

/* ---- objects ---- */

static void test_scalars(void **state)
{
    (void)state;
    World w = of_text(
        "static int plain = 7, assigned = 1, counted, added = 2, taken = 3, shown = 4, read_only_zero;\n"
        "static int swapped_in = 5, asked = 6, listed = 7, picked = 8, asm_word = 9;\n"
        "static volatile int hard = 1; static const int fixed = -3;\n"
        "static char *text = 0; static int *cursor = 0;\n"
        "extern int elsewhere; int shared = 11; int *get(void);\n"
        "void use(int *, int);\n"
        "int f(int n) {\n"
        "  assigned = n; counted++; added += n; use(&taken, plain); if (shown > n) n = shown;\n"
        "  *get() = read_only_zero; text[n] = 'x'; *cursor = 5; cursor[1] = 2;\n"
        "  n = swapped_in, asked ? n : listed; (picked) = n;\n"
        "  __asm__(\"\" : \"=r\"(asm_word));\n"
        "  return plain + fixed + elsewhere + shared + hard;\n"
        "}\n",
        LANG_C);
    KEPT(&w, "plain");
    assert_string_equal(value(&w, "plain"), "7");
    CHANGED(&w, "assigned");
    CHANGED(&w, "counted");
    CHANGED(&w, "added");
    CHANGED(&w, "taken");
    KEPT(&w, "shown");
    KEPT(&w, "read_only_zero");
    assert_string_equal(value(&w, "read_only_zero"), "0");
    KEPT(&w, "swapped_in");
    KEPT(&w, "asked");
    KEPT(&w, "listed");
    CHANGED(&w, "picked");
    CHANGED(&w, "asm_word");
    CHANGED(&w, "hard");
    KEPT(&w, "fixed");
    assert_string_equal(value(&w, "fixed"), "-3");
    KEPT(&w, "text"); /* what it points to is written, not the pointer */
    KEPT(&w, "cursor");
    CHANGED(&w, "elsewhere"); /* nobody defines it */
    KEPT(&w, "shared");
    assert_string_equal(value(&w, "shared"), "11");
    world_free(&w);
}

static void test_aggregates(void **state)
{
    (void)state;
    World w = of_text(
        "struct pair { int a, b; }; struct named { char name[8]; int n; };\n"
        "static int table[4] = {1, 2, 3, 4}, filled[4], given[4], stepped[4], grid[2][2];\n"
        "static struct pair origin = {1, 2}, moved, copied, pointed;\n"
        "static struct named who, whom; static const char *const words[] = {\"a\"};\n"
        "static mystery strange, stranger;\n"
        "void take(int *); void show(const char *);\n"
        "int f(int i) {\n"
        "  filled[i] = 1; take(given); *(stepped + i) = 2; take(grid[i]);\n"
        "  moved.a = i; struct pair local = copied; struct pair *p = &pointed; show(whom.name);\n"
        "  show(words[0]); strange.x = 1; if (stranger || who.n > 2) i++;\n"
        "  return table[i] + origin.b + local.a + p->a + filled[0] + given[0] + stepped[0] + grid[0][0];\n"
        "}\n",
        LANG_C);
    KEPT(&w, "table");
    CHANGED(&w, "filled");
    CHANGED(&w, "given");
    CHANGED(&w, "stepped");
    CHANGED(&w, "grid");
    KEPT(&w, "origin");
    CHANGED(&w, "moved");
    KEPT(&w, "copied");
    CHANGED(&w, "pointed");
    KEPT(&w, "who");
    CHANGED(&w, "whom");
    KEPT(&w, "words");
    CHANGED(&w, "strange");
    KEPT(&w, "stranger");
    assert_string_equal(value(&w, "table"), "?");
    world_free(&w);
}

static void test_shadows(void **state)
{
    (void)state;
    World w =
        of_text("static int n = 5, m = 6, k = 7, p = 8, q = 9, r = 10;\n"
                "int f(int n) { n = 3; { int m; m = 4; } m; for (int k = 0; k < 3; k++) ; return n; }\n"
                "int g(void) { { int p = 1; p++; } p++; return m + k; }\n"
                "int h(void (*call)(int q)) { q = 1; call(q); return n; }\n"
                "int e(void) { int r = 1; { extern int r; r = 2; } return r; }\n"
                "struct s { int n; }; int i(struct s *s) { s->n = 4; struct s t; t.n = 5; return t.n; }\n",
                LANG_C);
    KEPT(&w, "n");
    KEPT(&w, "m");
    KEPT(&w, "k");
    CHANGED(&w, "p");
    CHANGED(&w, "q"); /* the q in the parameter's type ends with it */
    CHANGED(&w, "r");
    world_free(&w);
}

static void test_statics_of_functions(void **state)
{
    (void)state;
    World w = of_text(
        "static int limit = 4;\n"
        "int f(void) { static int limit = 9, seen; seen++; return limit; }\n"
        "int g(void) { static int limit; limit = 3; static const char t[] = \"ab\"; return limit + t[0]; }\n"
        "int h(void) { static int cache[3], (*hook)(void), once; static char *name = 0;\n"
        "  cache[1] = limit; if (name) hook = h; return once; }\n",
        LANG_C);
    KEPT(&w, "limit");
    assert_string_equal(value(&w, "limit"), "4");
    KEPT(&w, "f.limit");
    assert_string_equal(value(&w, "f.limit"), "9");
    CHANGED(&w, "f.seen");
    CHANGED(&w, "g.limit");
    KEPT(&w, "g.t");
    CHANGED(&w, "h.cache");
    CHANGED(&w, "h.hook");
    KEPT(&w, "h.once");
    assert_string_equal(value(&w, "h.once"), "0");
    KEPT(&w, "h.name");
    world_free(&w);
}

static void test_what_is_not_expanded(void **state)
{
    (void)state;
    World w = of_text(
        "static int by_macro = 1, in_test = 2, by_unknown = 3, unread = 4, split = 5, dead = 6, value = 7;\n"
        "#define RAISE() (by_macro = 2)\n"
        "#define HIGH() (in_test > 2)\n"
        "int f(int n) {\n"
        "  STORE_INTO(by_unknown);\n"
        "  n = value + HIGH();\n"
        "  if (n) { unread @ = $ 3; }\n"
        "#if 0\n  dead = 1;\n#endif\n"
        "#ifdef SOMETHING\n  if (n) {\n#else\n  split = 9; if (!n) {\n#endif\n  n++; }\n"
        "  return unread + split + dead + n;\n"
        "}\n",
        LANG_C);
    CHANGED(&w, "by_macro");
    KEPT(&w, "in_test");
    CHANGED(&w, "by_unknown");
    CHANGED(&w, "unread");
    CHANGED(&w, "split"); /* in one of two branches, of which at most one is in the stream */
    KEPT(&w, "dead");
    KEPT(&w, "value");
    world_free(&w);
}

static void test_cxx(void **state)
{
    (void)state;
    World w = of_text(
        "namespace { int level = 3, bound = 4, passed = 5, out = 6, ranged[2], viewed = 7, got = 8, caught = 9; }\n"
        "const int wide = 12; constexpr int narrow = 2; struct Box { Box(int &); int v; }; static Box box(caught);\n"
        "void change(int &x); void look(int x); void inspect(const int &x); int &reach() { return got; }\n"
        "template <class S> void load(S &in) { in >> out; }\n"
        "int f() { int &r = bound; r = 1; change(passed); look(level); inspect(viewed);\n"
        "  for (auto &e : ranged) e = 1; return level + wide + narrow + box.v + ranged[0]; }\n",
        LANG_CXX);
    KEPT(&w, "level");
    CHANGED(&w, "bound");
    CHANGED(&w, "passed");
    CHANGED(&w, "out");
    CHANGED(&w, "ranged");
    KEPT(&w, "viewed");
    CHANGED(&w, "got");
    CHANGED(&w, "caught");
    CHANGED(&w, "box");
    KEPT(&w, "wide");
    assert_string_equal(value(&w, "wide"), "12");
    assert_string_equal(value(&w, "narrow"), "2");
    world_free(&w);
}

static void test_values(void **state)
{
    (void)state;
    World w = of_text(
        "enum color { RED, GREEN = 5, BLUE, LAST = BLUE + 10 };\n"
        "static int hex = 0x7f, sum = 3 * (4 + 5), minus = -(2), blue = BLUE, last = LAST, red = RED;\n"
        "static int letter = 'A', newline = '\\n', shifted = 1 << 4, compared = 3 > 2, chosen = 1 ? 4 : 9;\n"
        "static unsigned all = ~0u, low = (unsigned char)0x1ff; static unsigned char narrow = 300;\n"
        "static int wrapped = 0x7fffffff + 1, divided = 1 / 0, called = f(), floating = 1.5, braced = {6};\n"
        "static unsigned long big = 0xffffffffffffffff; static long long octal = 017; static _Bool yes = 4;\n"
        "static unsigned mixed = 1 - 2u > 0;\n"
        "int f(void) { return hex + sum + minus + blue + last + red + letter + newline + shifted + compared + chosen\n"
        "  + all + low + narrow + wrapped + divided + called + floating + braced + big + octal + yes + mixed; }\n",
        LANG_C);
    static const char *const expected[][2] = {
        {"hex", "127"},  {"sum", "27"},     {"minus", "-2"},   {"blue", "6"},     {"last", "16"},
        {"red", "0"},    {"letter", "65"},  {"newline", "10"}, {"shifted", "16"}, {"compared", "1"},
        {"chosen", "4"}, {"low", "255"},    {"narrow", "44"},  {"wrapped", "?"},  {"divided", "?"},
        {"called", "?"}, {"floating", "?"}, {"braced", "6"},   {"big", "-1"},     {"octal", "15"},
        {"yes", "1"},    {"mixed", "1"},
    };
    for (u32 i = 0; i < LENGTH(expected); i++)
        if (strcmp(value(&w, expected[i][0]), expected[i][1]) != 0)
            fail_msg("%s: %s, not %s", expected[i][0], value(&w, expected[i][0]), expected[i][1]);
    assert_int_equal((u32)strtoll(value(&w, "all"), NULL, 10), UINT32_MAX);
    world_free(&w);
}

static void test_units(void **state)
{
    (void)state;
    put("a.h",
        "#ifndef A_H\n#define A_H\nextern int one, two, three, many; static inline int bump(void) { return ++three; }\n#endif\n");
    put("a.c", "#include \"a.h\"\nint one = 1, two = 2, three = 3, many = 4; static int own = 5, mine = 6;\n"
               "int a(void) { return one + two + own + mine; }\n");
    put("b.c",
        "#include \"a.h\"\nint many = 8; static int own = 7;\nint b(void) { two = 3; own++; return one + many + own; }\n");
    put("c.c", "#include \"a.h\"\nint c(void) { return one + two + three + many; }\n");
    for (u32 jobs = 1; jobs <= 3; jobs++) {
        World w = of_folder(jobs);
        KEPT(&w, "a.c:one");
        KEPT(&w, "c.c:one"); /* through its extern declaration */
        assert_string_equal(value(&w, "c.c:one"), "1");
        CHANGED(&w, "a.c:two");
        CHANGED(&w, "c.c:two");
        CHANGED(&w, "c.c:three"); /* by the header's function */
        CHANGED(&w, "a.c:many");  /* defined twice */
        CHANGED(&w, "b.c:many");
        KEPT(&w, "a.c:own");
        assert_string_equal(value(&w, "a.c:own"), "5");
        CHANGED(&w, "b.c:own");
        KEPT(&w, "a.c:mine");
        world_free(&w);
    }
}

/* ---- functions ---- */

static void test_ends(void **state)
{
    (void)state;
    World w = of_text(
        "#include <stdlib.h>\n"
        "void die(const char *s) { if (s) puts(s); exit(1); }\n"
        "int die_too(int n) { if (n) die(\"a\"); else { abort(); } return 0; }\n"
        "void serve(void) { for (;;) { int c = getchar(); if (c == 3) continue; if (c == 4) die(\"b\"); } }\n"
        "void spin(void) { while (1) ; }\n"
        "void again(void) { do { puts(\"x\"); } while (1); }\n"
        "void choose(int n) { switch (n) { case 1: die(\"c\"); case 2: exit(2); default: while (1) { switch (n) { case 3: break; } } } }\n"
        "void chain(int n) { if (n == 1) die(\"1\"); else if (n == 2) die(\"2\"); else { (void)(n, die_too(3)); } }\n"
        "_Noreturn void stop(void); void stopper(void) { stop(); }\n"
        "void once(void) { do { abort(); } while (0); }\n",
        LANG_C);
    ENDS(&w, "die");
    ENDS(&w, "die_too");
    ENDS(&w, "serve");
    ENDS(&w, "spin");
    ENDS(&w, "again");
    ENDS(&w, "choose");
    ENDS(&w, "chain");
    ENDS(&w, "stopper");
    ENDS(&w, "once");
    world_free(&w);
}

static void test_comes_back(void **state)
{
    (void)state;
    World w = of_text("#include <stdlib.h>\n"
                      "void plain(void) { puts(\"x\"); }\n"
                      "void maybe(int n) { if (n) exit(1); }\n"
                      "void leaves(void) { for (;;) { if (getchar() < 0) break; } }\n"
                      "void leaves_too(void) { while (1) { if (getchar() < 0) return; } }\n"
                      "void jumps(void) { for (;;) { if (getchar() < 0) goto out; } out: ; }\n"
                      "void some(int n) { switch (n) { case 1: exit(1); } }\n"
                      "void breaks(int n) { switch (n) { case 1: break; default: abort(); } }\n"
                      "void handed(void (*exit)(int)) { exit(1); }\n"
                      "void hidden(void) { for (;;) { int n = ({ if (getchar()) return; 1; }); } }\n"
                      "void macro(void) { for (;;) { CHECK_AND_LEAVE(1); } }\n"
                      "void unread(void) { for (;;) { int @ $ 4 return; } }\n"
                      "void tested(int n) { while (n) abort(); }\n"
                      "void config(void) {\n#ifdef FATAL\n abort();\n#endif\n}\n"
                      "void duff(int n) { switch (n) { default: abort(); while (0) { case 2: return; } } }\n"
                      "void second(void) { second_part(); } static void second_part(void) { plain(); }\n"
                      "__attribute__((weak)) void hook(void) { abort(); }\n",
                      LANG_C);
    static const char *const names[] = {"plain",  "maybe",  "leaves", "leaves_too", "jumps",  "some",
                                        "breaks", "handed", "hidden", "macro",      "unread", "tested",
                                        "config", "duff",   "second", "hook"};
    for (u32 i = 0; i < LENGTH(names); i++)
        RETURNS(&w, names[i]);
    world_free(&w);
}

static void test_ends_across_units(void **state)
{
    (void)state;
    put("fail.h",
        "#ifndef FAIL_H\n#define FAIL_H\nvoid fail(int code); void log_line(const char *s);\n#endif\n");
    put("a_user.c",
        "#include \"fail.h\"\nvoid outer(void) { log_line(\"x\"); middle(); }\nvoid middle(void) { fail(3); }\n"
        "void other(void) { log_line(\"y\"); }\n");
    put("b_own.c", "static void fail(int code) { }\nvoid soft(void) { fail(1); }\n");
    put("c_fail.c",
        "#include \"fail.h\"\n#include <stdlib.h>\nvoid fail(int code) { log_line(\"bye\"); exit(code); }\n"
        "void log_line(const char *s) { puts(s); }\n");
    World w = of_folder(2);
    ENDS(&w, "outer");
    ENDS(&w, "middle");
    RETURNS(&w, "other");
    RETURNS(&w, "soft");
    RETURNS(&w, "log_line");
    const Index *ix = &w.project->index;
    u32 prototypes = 0;
    for (u32 i = 1; i < ix->entries.n; i++)
        if (ix->entries.at[i].unit && ix->entries.at[i].kind == DK_PROTOTYPE &&
            strcmp(sym_str(ix->entries.at[i].name), "fail") == 0) {
            prototypes++;
            assert_true(facts_never_returns(w.facts, i));
        }
    assert_int_equal(prototypes, 1);
    world_free(&w);
}

static void test_ends_cxx(void **state)
{
    (void)state;
    World w = of_text("#include <cstdlib>\n"
                      "[[noreturn]] void halt(); void fatal() { halt(); }\n"
                      "void thrower() { throw 1; }\n"
                      "void loop() { for (;;) { fatal_or_not(); } }\n"
                      "void pick(int); void pick(char *) { halt(); } void picks() { pick(0); }\n",
                      LANG_CXX);
    ENDS(&w, "fatal");
    RETURNS(&w, "thrower");
    RETURNS(&w, "loop");  /* what it calls may throw */
    RETURNS(&w, "picks"); /* which pick is not decided here */
    world_free(&w);
}

static i64 result_of(const World *w, const char *name, bool *known)
{
    const Index *ix = &w->project->index;
    i64 v = 0;
    *known = false;
    for (u32 i = 1; i < ix->entries.n; i++)
        if (ix->entries.at[i].unit && strcmp(sym_str(ix->entries.at[i].name), name) == 0)
            *known |= facts_returns_constant(w->facts, i, &v);
    return v;
}

static void test_returns_constant(void **state)
{
    (void)state;
    put("d_use.c", "int enabled(void); int twice(void); int soft(void);\n"
                   "int use(void) { return enabled() + twice() + soft(); }\n");
    put("d_one.c",
        "enum { ON = 3 }; int enabled(void) { return ON + 1; }\n"
        "int twice(void) { return 1; }\n"
        "int asks(int n) { if (n) return 1; return 0; } int changes(void) { static int n; return n++; }\n"
        "__attribute__((weak)) int soft(void) { return 0; }\n");
    put("d_two.c", "int twice(void) { return 2; }\n");
    World w = of_folder(2);
    bool known;
    assert_int_equal(result_of(&w, "enabled", &known), 4);
    assert_true(known);
    const char *const open[] = {"twice", "asks", "changes", "soft", "use"};
    for (u32 i = 0; i < LENGTH(open); i++) {
        (void)result_of(&w, open[i], &known);
        if (known)
            fail_msg("%s is taken for a constant", open[i]);
    }
    world_free(&w);
}

/* ---- sources made to break it ---- */

static void test_hostile(void **state)
{
    (void)state;
    Sb b;
    sb_init(&b);
    sb_adds(&b, "static int x = 1; int f(int n) { return ");
    for (u32 i = 0; i < 20000; i++)
        sb_adds(&b, "x + ");
    sb_adds(&b, "n; } enum e { A0 = 1");
    for (u32 i = 1; i < 60; i++) /* each names the one before twice */
        sb_addf(&b, ", A%u = A%u + A%u", i, i - 1, i - 1);
    sb_adds(&b, " }; static int deep = A59; int g(void) { return deep; }\nvoid h(int n) { ");
    for (u32 i = 0; i < 3000; i++)
        sb_adds(&b, "if (n) exit(1); else ");
    sb_adds(&b, "exit(2); }\nvoid k(int n) { switch (n) { default: ");
    for (u32 i = 0; i < 20000; i++)
        sb_addf(&b, "case %u: ", i);
    sb_adds(&b, "exit(1); } }\n");
    World w = of_text(b.s, LANG_C);
    KEPT(&w, "x");
    (void)value(&w, "deep");
    ENDS(&w, "h");
    ENDS(&w, "k");
    world_free(&w);
    w = of_text("", LANG_C);
    assert_false(facts_never_returns(w.facts, 0));
    assert_false(facts_never_returns(w.facts, UINT32_MAX));
    world_free(&w);
    sb_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scalars),
        cmocka_unit_test(test_aggregates),
        cmocka_unit_test(test_shadows),
        cmocka_unit_test(test_statics_of_functions),
        cmocka_unit_test(test_what_is_not_expanded),
        cmocka_unit_test(test_cxx),
        cmocka_unit_test(test_values),
        sandboxed(test_units),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_comes_back),
        sandboxed(test_ends_across_units),
        cmocka_unit_test(test_ends_cxx),
        sandboxed(test_returns_constant),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
