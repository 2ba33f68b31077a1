/*
 * Types (sizes against the compiler's own) and passes over the graph, on small functions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/mem.h"
#include "ir/passes.h"
#include "lower/lower.h"

typedef struct Lowered {
    Diags diags;
    Inputs *inputs;
    Project *project;
    IrUnit *unit;
    const IrFunction *f; /* the last one */
    Cfg *cfg;
} Lowered;

static Lowered lower_target(const char *text, Lang lang, const char *target)
{
    static const InputOptions none;
    Lowered x = {0};
    diags_init(&x.diags);
    x.inputs = inputs_of_bytes("t.c", text, strlen(text), lang, &none, &x.diags);
    ProjectOptions options = {.jobs = 1, .no_contracts = true};
    x.project = project_new(x.inputs, &options, &x.diags);
    LowerOptions lo = {target ? target_find(target) : NULL};
    x.unit = lower_unit(x.project, x.project->units.at[1], &lo);
    assert_true(x.unit->n_functions > 0);
    x.f = x.unit->functions[x.unit->n_functions - 1];
    x.cfg = cfg_new(x.f);
    return x;
}

static Lowered lower_c(const char *text)
{
    return lower_target(text, LANG_C, NULL);
}

static void lowered_free(Lowered *x)
{
    cfg_free(x->cfg);
    ir_unit_free(x->unit);
    project_free(x->project);
    inputs_free(x->inputs);
    diags_release(&x->diags);
}

/* Value that the last function returns in its last block, as a constant. */
static i64 returned(const Lowered *x)
{
    i64 v = -1;
    for (u32 b = 0; b < x->f->n_blocks; b++) {
        const IrInst *t = x->f->blocks[b]->last;
        if (t->op == II_RETURN && t->value)
            assert_true(ir_exp_const(x->unit, t->value, &v));
    }
    return v;
}

/* ---- types ---- */

/* The same declarations for the compiler that builds this test (an LP64 one) and for ours. */
// clang-format off
#define LAYOUTS(X)                                                                               \
    X(struct t0, struct t0 { char a; int b; short c; };)                                         \
    X(struct t1, struct t1 { char a; long b; char c[3]; double d; };)                            \
    X(struct t2, struct t2 { unsigned a : 3, b : 7; unsigned c : 25; char d; };)                 \
    X(struct t3, struct t3 { char a; unsigned : 0; char b; };)                                   \
    X(struct t4, struct t4 { long long a : 40; int b : 20; short c : 9; unsigned char d : 4; };) \
    X(struct t5, struct t5 { int n; char tail[]; };)                                             \
    X(struct t6, struct t6 { struct { char x; int y; } in; union { char c; long l; short s[5]; } u; };) \
    X(union t7, union t7 { char a[9]; int b; short c; };)                                        \
    X(struct t8, struct __attribute__((packed)) t8 { char a; int b; short c; unsigned x : 5, y : 9; };) \
    X(struct t9, struct t9 { char a; } __attribute__((aligned(32)));)                            \
    X(struct t10, struct t10 { long double x; char c; };)                                        \
    X(struct t11, struct t11 { char c; void (*f)(int); char d; struct { char e; } g[3]; };)      \
    X(struct t12, struct t12 { _Bool a : 1, b : 1; int c : 31; int d : 2; };)                    \
    X(struct t13, struct t13 { char a; unsigned char : 3; unsigned short b : 12; int c; };)
// clang-format on

#define DECLARE(type, ...) __VA_ARGS__
LAYOUTS(DECLARE)
#undef DECLARE

static void layouts_equal_the_compilers(void **state)
{
    (void)state;
    static const struct {
        const char *type, *decl;
        size_t size, align;
    } cases[] = {
#define ROW(type, ...) {#type, #__VA_ARGS__, sizeof(type), _Alignof(type)},
        LAYOUTS(ROW)
#undef ROW
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Sb b;
        sb_init(&b);
        sb_addf(&b, "%s\nunsigned long f(void) { return sizeof(%s) * 1000 + _Alignof(%s); }", cases[i].decl,
                cases[i].type, cases[i].type);
        Lowered x = lower_c(b.s);
        i64 want = (i64)(cases[i].size * 1000 + cases[i].align), got = returned(&x);
        if (got != want)
            fail_msg("%s: %lld instead of %lld", cases[i].decl, (long long)got, (long long)want);
        lowered_free(&x);
        sb_release(&b);
    }
}

#pragma GCC diagnostic ignored "-Wsign-compare" /* it is what these constants are about */

/* Value and type of a constant expression, against the compiler's. */
// clang-format off
#define CONSTANTS(X)                                                                                            \
    X(1 + 2 * 3 - 4 / 2 % 3) X(-7 / 2) X(-7 % 3) X(1u - 2) X(~0u >> 4) X((unsigned char)300) X((signed char)200) \
    X(0x7fffffff) X(0xffffffff) X(2147483648) X(1 ? -1 : 2u) X('a') X('\377') X('\x80') X('\n') X(sizeof 1l)     \
    X((short)70000 + 1) X(5 > 3 && 2 > 1) X(0 || 0) X(!5) X(-1 < 1u) X(1ull << 40) X(-1l >> 3)                   \
    X(0b101 + 017) X((_Bool)7) X(3 == 3) X((char)-1 & 0xff) X(sizeof "abc") X(sizeof(char[7])) X(1 << 30)        \
    X((unsigned short)-1 * 2) X(-1u / 2) X((long)-1 < 1ul) X(2 - 3u > 0) X(07777777777777) X((int)2.7)
// clang-format on

static void constants_equal_the_compilers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long long value;
        size_t size;
    } cases[] = {
#define ROW(e) {#e, (long long)(e), sizeof(e)},
        CONSTANTS(ROW)
#undef ROW
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Sb b;
        sb_init(&b);
        sb_addf(&b, "char size[sizeof(%s)];\nenum { value = %s };\nlong long f(void) { return (%s); }",
                cases[i].text, cases[i].text, cases[i].text);
        Lowered x = lower_c(b.s);
        i64 got = returned(&x);
        if (got != cases[i].value)
            fail_msg("%s: %lld instead of %lld", cases[i].text, (long long)got, cases[i].value);
        lowered_free(&x);
        sb_reset(&b); /* by the evaluator on the tree, in an array's bound */
        sb_addf(
            &b,
            "char value[(%s) == (%lldll)], size[sizeof(%s)];\nunsigned long f(void) { return sizeof value * 100 + sizeof size; }",
            cases[i].text, cases[i].value, cases[i].text);
        x = lower_c(b.s);
        assert_int_equal(returned(&x), 100 + cases[i].size);
        lowered_free(&x);
        sb_release(&b);
    }
}

static void targets_differ(void **state)
{
    (void)state;
    const char *text =
        "struct s { char c; long l; void *p; }; long f(void) { return sizeof(struct s) * 100 + sizeof(long) * 10 + sizeof L'a'; }";
    static const struct {
        const char *target;
        i64 value;
    } cases[] = {{"LP64", 2400 + 80 + 4}, {"ILP32", 1200 + 40 + 4}, {"LLP64", 1600 + 40 + 2}};
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Lowered x = lower_target(text, LANG_C, cases[i].target);
        assert_int_equal(returned(&x), cases[i].value);
        lowered_free(&x);
    }
    assert_null(target_find("VAX"));
}

static void conversions_follow_the_standard(void **state)
{
    (void)state;
    TypeTable tt;
    type_table_init(&tt, NULL, false);
    static const TypeId usual[][3] = {
        {TYPE_CHAR, TYPE_SHORT, TYPE_INT},   {TYPE_INT, TYPE_UINT, TYPE_UINT},
        {TYPE_UINT, TYPE_LONG, TYPE_LONG},   {TYPE_ULONG, TYPE_LLONG, TYPE_ULLONG},
        {TYPE_INT, TYPE_FLOAT, TYPE_FLOAT},  {TYPE_DOUBLE, TYPE_LDOUBLE, TYPE_LDOUBLE},
        {TYPE_ULONG, TYPE_INT, TYPE_ULONG},  {TYPE_BOOL, TYPE_UCHAR, TYPE_INT},
        {TYPE_LONG, TYPE_LLONG, TYPE_LLONG},
    };
    for (u32 i = 0; i < LENGTH(usual); i++) {
        assert_int_equal(type_usual(&tt, usual[i][0], usual[i][1]), usual[i][2]);
        assert_int_equal(type_usual(&tt, usual[i][1], usual[i][0]), usual[i][2]);
    }
    assert_int_equal(type_usual(&tt, TYPE_INT, type_ptr(&tt, TYPE_INT)), TYPE_UNKNOWN);
    assert_int_equal(type_wrap(&tt, TYPE_SCHAR, 200), (u64)-56);
    assert_int_equal(type_wrap(&tt, TYPE_UCHAR, (u64)-1), 255);
    assert_int_equal(type_wrap(&tt, TYPE_BOOL, 6), 1);
    /* Equal types have equal ids, also through qualifiers. */
    TypeId cp = type_ptr(&tt, type_qualified(&tt, TYPE_CHAR, TQ_CONST));
    assert_int_equal(cp, type_ptr(&tt, type_qualified(&tt, TYPE_CHAR, TQ_CONST)));
    assert_int_equal(type_unqualified(&tt, type_qualified(&tt, cp, TQ_CONST | TQ_VOLATILE)), cp);
    TypeId params[] = {cp, TYPE_INT};
    TypeId fn = type_func(&tt, TYPE_VOID, params, 2, true, false, false);
    assert_int_equal(fn, type_func(&tt, TYPE_VOID, params, 2, true, false, false));
    assert_int_not_equal(fn, type_func(&tt, TYPE_VOID, params, 1, true, false, false));
    static const char *const texts[] = {"void (*x)(const char *, int, ...)",
                                        "void (*x[3])(const char *, int, ...)"};
    TypeId shown[] = {type_ptr(&tt, fn), type_array(&tt, type_ptr(&tt, fn), BOUND_KNOWN, 3)};
    for (u32 i = 0; i < LENGTH(texts); i++) {
        Sb b;
        sb_init(&b);
        type_text(&tt, shown[i], "x", &b);
        assert_string_equal(b.s, texts[i]);
        sb_release(&b);
    }
    type_table_release(&tt);
}

/* ---- graph, dominators, loops ---- */

static void dominators_of_branches_and_loops(void **state)
{
    (void)state;
    Lowered x = lower_c("int f(int a) { while (a) { if (a == 1) break; else a--; } for (;;) { } return a; }");
    Dom *d = dom_new(x.cfg), *p = dom_new_post(x.cfg);
    for (u32 b = 0; b < x.cfg->n; b++) {
        assert_true(!cfg_reachable(x.cfg, b) || dom_dominates(d, 0, b));
        assert_int_equal(cfg_reachable(x.cfg, b), d->idom[b] != DOM_NONE);
        /* by definition: a dominates b when b is not reachable once a is taken out */
        for (u32 a = 0; a < x.cfg->n; a++) {
            if (!cfg_reachable(x.cfg, a) || !cfg_reachable(x.cfg, b))
                continue;
            u32 stack[64], n = 0;
            bool seen[64] = {0};
            assert_true(x.cfg->n <= 64);
            if (a != 0) {
                stack[n++] = 0;
                seen[0] = true;
            }
            while (n) {
                u32 t = stack[--n];
                for (u32 i = x.cfg->succ_at[t]; i < x.cfg->succ_at[t + 1]; i++)
                    if (x.cfg->succ[i] != a && !seen[x.cfg->succ[i]]) {
                        seen[x.cfg->succ[i]] = true;
                        stack[n++] = x.cfg->succ[i];
                    }
            }
            assert_int_equal(dom_dominates(d, a, b), !seen[b]);
        }
        /* nothing behind the first loop comes to an end */
        assert_int_equal(p->idom[b], DOM_NONE);
    }
    dom_free(d);
    dom_free(p);
    lowered_free(&x);

    x = lower_c("int f(int a) { if (a) a = 1; else a = 2; return a; }");
    p = dom_new_post(x.cfg);
    u32 end = x.cfg->n - 1;
    for (u32 b = 0; b < x.cfg->n; b++)
        assert_true(dom_dominates(p, end, b));
    dom_free(p);
    lowered_free(&x);
}

static void loops_nest_and_leave(void **state)
{
    (void)state;
    Lowered x =
        lower_c("int g(int);\n"
                "void f(int n) {\n"
                "  for (int i = 0; i < n; i++) { while (g(i)) { if (g(0)) return; } do n--; while (n); }\n"
                "  do { n++; } while (0);\n"
                "again: if (g(1)) goto again;\n"
                "  for (;;) g(2);\n"
                "}");
    Dom *d = dom_new(x.cfg);
    Loops *l = loops_new(x.cfg, d);
    assert_int_equal(l->n, 5);
    u32 endless = 0, nested = 0, by_goto = 0;
    for (u32 i = 0; i < l->n; i++) {
        const Loop *lp = &l->loops[i];
        assert_false(lp->irreducible);
        assert_true(loops_contains(l, i, lp->head));
        endless += !lp->leaves;
        nested += lp->depth == 2;
        by_goto += lp->source == 0;
        if (lp->parent)
            assert_true(loops_contains(l, lp->parent - 1, lp->head));
        if (!lp->leaves)
            assert_int_equal(lp->n_exits, 0);
    }
    assert_int_equal(endless, 1);
    assert_int_equal(nested, 2);
    assert_int_equal(by_goto, 1);
    loops_free(l);
    dom_free(d);
    lowered_free(&x);

    x = lower_c("int g(int); void f(int n) { if (n) goto in; while (g(1)) { g(2); in: g(3); } }");
    d = dom_new(x.cfg);
    l = loops_new(x.cfg, d);
    bool irreducible = false;
    for (u32 i = 0; i < l->n; i++)
        irreducible |= l->loops[i].irreducible;
    assert_true(irreducible);
    loops_free(l);
    dom_free(d);
    lowered_free(&x);
}

static void graph_reaches(void **state)
{
    (void)state;
    Lowered x = lower_c("int f(int a) { if (a) return 1; while (a) a--; return 2; a++; }");
    u32 orphans = 0;
    for (u32 b = 0; b < x.cfg->n; b++) {
        orphans += !cfg_reachable(x.cfg, b);
        assert_int_equal(cfg_reachable(x.cfg, b), !(x.f->blocks[b]->flags & IBF_ORPHAN));
    }
    assert_int_equal(orphans, 1);
    lowered_free(&x);
}

/* ---- liveness, reaching definitions ---- */

static void count_dead(void *ctx, const IrBlock *b, const IrInst *store, const IrVar *var)
{
    (void)b;
    (void)store;
    Sb *out = ctx;
    sb_addf(out, "%s ", sym_str(var->name));
}

static void check_dead(const char *text, Lang lang, const char *want)
{
    Lowered x = lower_target(text, lang, NULL);
    Live *l = live_new(x.cfg);
    Sb out;
    sb_init(&out);
    live_dead_stores(l, count_dead, &out);
    if (strcmp(out.s, want) != 0)
        fail_msg("%s\n dead: %s instead of %s", text, out.s, want);
    sb_release(&out);
    live_free(l);
    lowered_free(&x);
}

static void dead_stores(void **state)
{
    (void)state;
    check_dead("int f(int a) { int b = 1; b = a; return b; }", LANG_C, "b ");
    check_dead("int f(int a) { int b = 1; if (a) b = a; return b; }", LANG_C, "");
    check_dead("int f(int a) { int b, c; b = a; c = 2; for (;;) { if (c) return b; c = a; b = 3; } }", LANG_C,
               "");
    check_dead("void g(int *); void f(int a) { int b = a; g(&b); b = 2; }", LANG_C, "");
    check_dead("void f(int a) { volatile int b; b = a; }", LANG_C, "");
    check_dead("int f(int a) { a = 2; a++; return 0; }", LANG_C, "a ");
    check_dead(
        "int g(); int f() { int n = 1; try { g(); n = 2; g(); n = 3; } catch (...) { return n; } return 0; }",
        LANG_CXX, "n ");
    check_dead("int f(int a) { int n = a; auto h = [n] { return n; }; n = 3; return h(); }", LANG_CXX, "");
}

static void reaching_definitions(void **state)
{
    (void)state;
    Lowered x =
        lower_c("int f(int a) { int b = 1; if (a) b = 2; int c = b; while (c) { b = c; c--; } return b; }");
    Reach *r = reach_new(x.cfg);
    assert_true(r->complete);
    u32 loads = 0;
    for (u32 b = 0; b < x.f->n_blocks; b++)
        for (const IrInst *i = x.f->blocks[b]->first; i; i = i->next) {
            u32 defs[8];
            if (i->op != II_LOAD || i->place->kind != IE_VAR ||
                strcmp(sym_str(i->place->var->name), "b") != 0)
                continue;
            i32 n = reach_of(r, x.f->blocks[b], i, defs, LENGTH(defs));
            assert_int_equal(n, loads == 0 ? 2 : 3); /* at c = b: 1 and 2; at the return also c */
            for (i32 k = 0; k < n; k++)
                assert_int_equal(r->defs[defs[k]]->op, II_STORE);
            loads++;
        }
    assert_int_equal(loads, 2);
    reach_free(r);
    lowered_free(&x);

    x = lower_c("int f(int a) { int b; return a + b; }");
    r = reach_new(x.cfg);
    for (const IrInst *i = x.f->blocks[0]->first; i; i = i->next) {
        u32 def;
        if (i->op != II_LOAD)
            continue;
        assert_int_equal(reach_of(r, x.f->blocks[0], i, &def, 1), 1);
        if (i->place->var->kind == IV_PARAM)
            assert_null(r->defs[def]);
        else
            assert_int_equal(r->defs[def]->op, II_SCOPE_BEGIN);
    }
    reach_free(r);
    lowered_free(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layouts_equal_the_compilers),
        cmocka_unit_test(constants_equal_the_compilers),
        cmocka_unit_test(targets_differ),
        cmocka_unit_test(conversions_follow_the_standard),
        cmocka_unit_test(graph_reaches),
        cmocka_unit_test(dominators_of_branches_and_loops),
        cmocka_unit_test(loops_nest_and_leave),
        cmocka_unit_test(dead_stores),
        cmocka_unit_test(reaching_definitions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
