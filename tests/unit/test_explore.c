/*
 * The engine end to end: small functions are executed, and the events that come out are compared as text (ev_text).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "contract/contract.h"
#include "engine/run.h"
#include "lower/lower.h"
#include "line_pattern.h"

typedef struct Seen {
    Sb text; /* one event a line */
    RunStats stats;
} Seen;

static void record(void *ctx, const Event *ev)
{
    Seen *s = ctx;
    ev_text(ev, &s->text);
    sb_addc(&s->text, '\n');
}

/* Runs the last function of a text. */
static Seen run(const char *text, Lang lang, u32 fuel_percent)
{
    static const InputOptions none;
    Diags diags;
    diags_init(&diags);
    Inputs *inputs = inputs_of_bytes("t.c", text, strlen(text), lang, &none, &diags);
    ProjectOptions options = {.jobs = 1};
    Project *p = project_new(inputs, &options, &diags);
    ContractDb *contracts = contract_db_new(p);
    ProjectFacts *facts = facts_new(p);
    IrUnit *unit = lower_unit(p, p->units.at[1], NULL);
    assert_true(unit->n_functions > 0);
    EngineOptions engine_options = {.fuel_percent = fuel_percent, .facts = facts};
    Engine *e = engine_new(p, contracts, unit, &engine_options);
    Seen seen = {0};
    sb_init(&seen.text);
    Run *r = engine_function(e, unit->functions[unit->n_functions - 1], record, &seen);
    seen.stats = r->stats;
    engine_free(e);
    ir_unit_free(unit);
    facts_free(facts);
    contract_db_free(contracts);
    project_free(p);
    inputs_free(inputs);
    diags_release(&diags);
    return seen;
}

#define EXPECTATIONS 5

/* Patterns with '+' before them are found in some line, those with '-' in none. */
typedef struct Case {
    const char *name, *text;
    const char *want[EXPECTATIONS];
} Case;

#define LIBC "#include <stdlib.h>\n#include <string.h>\n#include <stdio.h>\n#include <unistd.h>\n"

static const Case c_cases[] = {
    {"index behind the array", "void f(void) { int a[10]; a[10] = 1; }", {"+ACCESS write `a`|beyond=yes"}},
    {"index inside the array",
     "int f(void) { int a[10]; a[9] = 1; return a[9]; }",
     {"+ACCESS write `a`|beyond=no", "+ACCESS read `a`|undef=no", "-beyond=yes", "-beyond=may"}},
    {"index before the array",
     "void f(void) { int a[10]; int i = -1; a[i] = 1; }",
     {"+ACCESS write `a`|before=yes"}},
    {"parameter as index: the callers decide",
     "void f(unsigned i) { int a[10]; a[i] = 1; }",
     {"+ACCESS write `a`|beyond=unknown:caller", "-beyond=yes", "-beyond=may"}},
    {"parameter tested one too far",
     "void f(unsigned i) { int a[10]; if (i <= 10) a[i] = 1; }",
     {"+ACCESS write `a`|beyond=unknown:caller", "-beyond=yes"}},
    {"parameter tested on the wrong side",
     "void f(unsigned i) { int a[10]; if (i >= 10) a[i] = 1; }",
     {"+ACCESS write `a`|beyond=yes"}},
    {"parameter tested well",
     "void f(int i) { int a[10]; if (i >= 0 && i < 10) a[i] = 1; }",
     {"+ACCESS write `a`|before=no beyond=no", "-beyond=u", "-before=u"}},
    {"constant loop is inside",
     "void f(void) { int a[10]; for (int i = 0; i < 10; i++) a[i] = i; }",
     {"+ACCESS write `a`|beyond=no", "-beyond=y", "-beyond=m", "-beyond=u"}},
    {"constant loop goes one too far",
     "void f(void) { int a[10]; for (int i = 0; i <= 10; i++) a[i] = i; }",
     {"+ACCESS write `a`|beyond=yes"}},
    {"long constant loop is widened and still exact",
     "int f(void) { int a[1000]; int i; for (i = 0; i < 1000; i++) a[i] = i;\n"
     "if (i == 1000) return 1; return 2; }",
     {"+ACCESS write `a`|beyond=no", "-beyond=y", "-beyond=m", "+EXIT value=1", "-EXIT value=2"}},
    {"long constant loop goes one too far",
     "void f(void) { int a[1000]; int i; for (i = 0; i <= 1000; i++) a[i] = i; }",
     {"+ACCESS write `a`|beyond=may"}},
    {"loop bound by a parameter",
     "void f(int n) { int a[10]; for (int i = 0; i < n; i++) a[i] = i; }",
     {"+ACCESS write `a`|beyond=unknown:caller", "-beyond=yes", "-beyond=may", "-before=y", "-before=u"}},
    {"allocation and loop of one symbolic size",
     LIBC "void f(unsigned n) { if (n > 1000) return; int *a = malloc(n * sizeof *a); if (!a) return;\n"
          "for (unsigned i = 0; i < n; i++) a[i] = 0; free(a); }",
     {"+ACCESS write the block|beyond=no", "-beyond=u", "-beyond=m", "-beyond=y", "-lost=y"}},
    {"allocation and loop of one symbolic size, one too far",
     LIBC "void f(unsigned n) { if (n > 1000) return; int *a = malloc(n * sizeof *a); if (!a) return;\n"
          "for (unsigned i = 0; i <= n; i++) a[i] = 0; free(a); }",
     {"+ACCESS write the block|beyond=may"}},
    {"value of a loop's counter behind it",
     "int f(int n) { int i = 0; if (n < 0) return 0; while (i < n) i++;\n"
     "if (i == n) return 1; return 2; }",
     {"+EXIT value=1", "-EXIT value=2"}},
    {"do-while is widened before it is heard",
     "void f(void) { int a[500]; int i = 0; do { a[i] = 0; i++; } while (i < 500); }",
     {"+ACCESS write `a`|beyond=no", "-beyond=y", "-beyond=m", "-beyond=u"}},
    {"endless loop with a way out in the middle",
     "void f(void) { int a[500]; int i = 0; for (;;) { if (i == 500) break; a[i] = 0; i++; } }",
     {"+ACCESS write `a`|beyond=", "-beyond=y", "-beyond=m"}},
    {"nested loops",
     "void f(void) { int a[200][300]; for (int i = 0; i < 200; i++) for (int j = 0; j < 300; j++) a[i][j] = 0; }",
     {"+ACCESS write `a`|beyond=no", "-beyond=y", "-beyond=m", "-beyond=u"}},
    {"variable that changes under a condition in a loop",
     "int f(int n) { int k = 0; for (int i = 0; i < n; i++) if (i == 7) k = 1; return 10 / k; }",
     {"+ARITH|zero=yes", "+ROUND"}},
    {"null pointer followed", "int f(void) { int *p = 0; return *p; }", {"+ACCESS read|null=yes", "-EXIT"}},
    {"result of malloc not tested",
     LIBC "void f(void) { char *p = malloc(10); p[0] = 1; free(p); }",
     {"+ACCESS write the block|null=may", "-twice=y"}},
    {"result of malloc tested",
     LIBC "void f(void) { char *p = malloc(10); if (p == NULL) return; p[0] = 1; free(p); }",
     {"+ACCESS write the block|null=no", "-null=m", "-lost=y", "-lost=m"}},
    {"parameter not tested, then tested",
     "int f(int *p) { if (!p) return *p; return 0; }",
     {"+ACCESS read|null=yes"}},
    {"parameter: the callers decide whether it is null",
     "int f(int *p) { return *p; }",
     {"+ACCESS read|null=unknown:caller", "-null=y"}},
    {"use after free",
     LIBC "int f(void) { int *p = malloc(4); if (!p) return 0; *p = 1; free(p); return *p; }",
     {"+ACCESS read the block|freed=yes"}},
    {"freed twice",
     LIBC "void f(void) { char *p = malloc(4); free(p); free(p); }",
     {"+FREE the block|twice=yes"}},
    {"freed on one of two paths, then again",
     LIBC "void f(int c) { char *p = malloc(4); if (c) free(p); if (c) free(p); }",
     {"+FREE the block|twice=yes"}},
    {"freed on exactly one of two paths",
     LIBC "void f(int c) { char *p = malloc(4); if (c) free(p); if (!c) free(p); }",
     {"+FREE the block|twice=no", "-twice=y", "-twice=u", "-lost=y", "-lost=m"}},
    {"lost at an early return",
     LIBC "int f(int c) { char *p = malloc(4); if (!p) return 1; if (c) return 2; free(p); return 0; }",
     {"+LOST the block|lost=yes"}},
    {"lost by an assignment",
     LIBC "void f(void) { char *p = malloc(4); if (!p) return; p = 0; }",
     {"+LOST the block|lost=yes"}},
    {"returned, so not lost",
     LIBC "char *f(void) { char *p = malloc(4); if (!p) return 0; p[0] = 0; return p; }",
     {"+LOST the block|lost=no", "-lost=y", "-lost=m"}},
    {"kept in a global, so not lost",
     LIBC "char *kept; void f(void) { kept = malloc(4); }",
     {"-lost=y", "-lost=m"}},
    {"read before it is written", "int f(void) { int x; return x; }", {"+ACCESS read `x`|undef=yes"}},
    {"written on one path only",
     "int f(int c) { int x; if (c) x = 1; return x; }",
     {"+ACCESS read `x`|undef=yes"}},
    {"division by a tested zero",
     "int f(int d) { if (d == 0) return 10 / d; return 10 / d; }",
     {"+ARITH|zero=yes", "+ARITH|zero=no", "-zero=u"}},
    {"sum of a bounded value does not overflow",
     "int f(int x) { if (x > 100 || x < 0) return 0; return x * 1000 + 7; }",
     {"+ARITH|overflow=no", "-overflow=u", "-overflow=y", "-overflow=m"}},
    {"sum at the limit overflows",
     "int f(int x) { if (x == 2147483647) return x + 1; return 0; }",
     {"+ARITH|overflow=yes"}},
    {"input is free: everything in its range may come",
     LIBC
     "void f(void) { char b[16], a[100]; ssize_t n = read(0, a, sizeof a); if (n < 0) return; memcpy(b, a, n); }",
     {"+ACCESS write `b`|beyond=may"}},
    {"input that was checked",
     LIBC
     "void f(void) { char b[16], a[100]; ssize_t n = read(0, a, sizeof a); if (n < 0 || n > 16) return;\n"
     "memcpy(b, a, n); }",
     {"+ACCESS write `b`|beyond=no", "-beyond=m", "-beyond=y"}},
    {"input tied to what the callers decide",
     LIBC
     "void f(size_t cap) { char b[16], a[100]; ssize_t n = read(0, a, sizeof a); if (n < 0 || (size_t)n >= cap) return;\n"
     "memcpy(b, a, n); }",
     {"+ACCESS write `b`|beyond=unknown:caller", "-beyond=m", "-beyond=y"}},
    {"small function is entered",
     "static int zero(void) { return 0; } int f(int x) { return x / zero(); }",
     {"+RESULT zero result=0 entered", "+ARITH|zero=yes"}},
    {"what a callee writes through its parameter",
     "static void set(int *p, int v) { *p = v; } int f(void) { int x; set(&x, 5); return 10 / (x - 5); }",
     {"+ARITH|zero=yes", "-undef=y"}},
    {"calls that are not followed may write what escaped",
     "void g(int *p); int f(void) { int x = 0; g(&x); return 10 / x; }",
     {"+ARITH|zero=unknown:callee", "-zero=y"}},
    {"table that nobody writes",
     "static const int size[3] = {4, 8, 16}; int f(void) { char b[8]; b[size[2]] = 0; return size[1]; }",
     {"+ACCESS write `b`|off=16|beyond=yes", "+EXIT value=8"}},
    {"switch splits by value",
     "int f(int k) { switch (k) { case 0: return 10 / k; case 1: return 10 / k; default: return 0; } }",
     {"+ARITH|zero=yes", "+ARITH|zero=no", "-zero=u"}},
    {"configuration is the same everywhere",
     "int f(void) { int x;\n#ifdef SOME\nx = 1;\n#endif\n#ifdef SOME\nreturn x;\n#else\nreturn 0;\n#endif\n}",
     {"-undef=y", "-undef=m"}},
    {"address of a local is returned", "int *f(void) { int x = 1; int *p = &x; return p; }", {"+ESCAPE `x`"}},
    {"address of a local is left in a global",
     "int *kept; void f(void) { int x = 1; kept = &x; }",
     {"+ESCAPE `x`"}},
    {"scope has ended",
     "int f(void) { int *p; { int x = 1; p = &x; } return *p; }",
     {"+ACCESS read `x`|freed=yes"}},
    {"cycle by goto",
     "int f(int n) { int i = 0; again: if (i < n) { i++; goto again; } return i; }",
     {"+EXIT", "-UNREACHED"}},
    {"cycle with two ways in",
     "int f(int n) { int i = 0; if (n) goto b; a: i++; b: if (i < n) goto a; return i; }",
     {"+EXIT", "-UNREACHED"}},
    {"code that no value reaches",
     "int f(unsigned x) { int r = 0; if (x < 0) r = x; return r; }",
     {"+BRANCH|decided=0", "+UNREACHED"}},
    {"call that never comes back",
     LIBC "static void die(void) { exit(1); } int f(int x) { if (!x) die(); return 10 / x; }",
     {"+EXIT|process", "+ARITH|zero=no", "-zero=y", "-zero=u"}},
    {"array inside of an object",
     "struct s { char name[4]; int x; }; void f(struct s *p) { p->name[4] = 1; }",
     {"+ACCESS write|beyond=yes"}},
    {"members of unknown records are apart",
     "struct s; int f(struct s *p) { p->a = 0; p->b = 1; return 10 / p->a; }",
     {"+ARITH|zero=yes"}},
    {"arguments of the program",
     "#include <string.h>\nint main(int argc, char **argv) { char b[8]; if (argc > 1) strcpy(b, argv[1]); return b[0]; }",
     {"+ACCESS write `b`|beyond=may"}},
};

/* Number of expectations that were not met. */
static u32 check(const Case *cases, u32 n, Lang lang)
{
    u32 failed = 0;
    for (u32 k = 0; k < n; k++) {
        const Case *c = &cases[k];
        Seen s = run(c->text, lang, 0);
        for (u32 i = 0; i < EXPECTATIONS && c->want[i]; i++)
            if (matches(s.text.s, c->want[i] + 1) != (c->want[i][0] == '+')) {
                fprintf(stderr, "%s: %s\n%s\n%s\n", c->name, c->want[i], c->text, s.text.s);
                failed++;
            }
        sb_release(&s.text);
    }
    return failed;
}

static void c_functions(void **state)
{
    (void)state;
    assert_int_equal(check(c_cases, LENGTH(c_cases), LANG_C), 0);
}

static const Case cxx_cases[] = {
    {"a reference is the object",
     "int f() { int x = 1; int &r = x; r = 0; return 10 / x; }",
     {"+ARITH|zero=yes"}},
    {"new and the wrong delete", "void f() { int *p = new int[4]; delete p; }", {"+FREE|wrong_family=yes"}},
    {"new is never null and is lost",
     "void f() { int *p = new int; *p = 1; }",
     {"+ACCESS write|null=no", "+LOST|lost=yes"}},
    {"handlers are weak: whether the exception comes is not known",
     "void g(); int f() { int x = 0; try { x = 1; g(); } catch (...) { return 10 / (x - 1); } return 0; }",
     {"+ARITH|zero=unknown"}},
    {"a method of the same unit is entered",
     "struct A { int n; int get() { return n; } }; int f() { A a; a.n = 0; return 10 / a.get(); }",
     {"+RESULT get"}},
};

static void cxx_functions(void **state)
{
    (void)state;
    assert_int_equal(check(cxx_cases, LENGTH(cxx_cases), LANG_CXX), 0);
}

/* Without fuel nothing is a finding, everything is reached, and what was proved stays. */
static void little_fuel(void **state)
{
    (void)state;
    Sb text;
    sb_init(&text);
    sb_adds(&text, "int g(int); int f(int n, int *p) { int a[10], k = 0;\n");
    for (u32 i = 0; i < 400; i++)
        sb_addf(&text, "if (g(%u)) { for (int i = 0; i < 10; i++) a[i] = n; k++; } else a[10] = *p;\n", i);
    sb_adds(&text, "return 1000 / (k + 1); }\n");
    Seen s = run(text.s, LANG_C, 1);
    assert_true(s.stats.out_of_fuel);
    assert_true(matches(s.text.s, "402:|EXIT") || matches(s.text.s, "EXIT"));
    /* The last lines were executed in joined mode only. */
    assert_false(matches(s.text.s, "401:|beyond=yes"));
    assert_false(matches(s.text.s, "401:|beyond=may"));
    assert_true(matches(s.text.s, "401:|beyond=unknown:budget"));
    assert_true(matches(s.text.s, "401:|beyond=no"));
    assert_true(s.stats.steps < 60000);
    sb_release(&s.text);
    sb_release(&text);
}

/* Branches that say nothing of each other: states are joined, not multiplied. */
static void many_branches(void **state)
{
    (void)state;
    Sb text;
    sb_init(&text);
    sb_adds(&text, "int g(int); int f(int n) { int k = 0, x[4];\n");
    for (u32 i = 0; i < 5000; i++)
        sb_addf(&text, "if (g(%u) > n) k += %u; else x[%u] = k;\n", i, i, i % 4);
    sb_adds(&text, "return k; }\n");
    Seen s = run(text.s, LANG_C, 0);
    assert_true(matches(s.text.s, "EXIT"));
    assert_true(s.stats.steps < 3000000);
    sb_release(&s.text);
    sb_release(&text);
}

/* The same twice gives the same text. */
static void deterministic(void **state)
{
    (void)state;
    for (u32 i = 0; i < LENGTH(c_cases); i += 5) {
        Seen a = run(c_cases[i].text, LANG_C, 0), b = run(c_cases[i].text, LANG_C, 0);
        assert_string_equal(a.text.s, b.text.s);
        sb_release(&a.text);
        sb_release(&b.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(c_functions),   cmocka_unit_test(cxx_functions), cmocka_unit_test(little_fuel),
        cmocka_unit_test(many_branches), cmocka_unit_test(deterministic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
