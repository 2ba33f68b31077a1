/*
 * Lowering: every tests/ir/NAME.c or NAME.cpp is lowered without contracts and its text must equal NAME.c.ir (NAME.cpp.ir).
 * With STOA_ACCEPT=1 in the environment, the expected texts are written anew instead; read the difference before keeping it.
 * Further tests: what lowering takes from contracts and from other units, and sources made to break it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "lower/lower.h"
#include "sandbox.h"

/* ---- one project and the IR of its units ---- */

typedef struct Lowered {
    Diags diags;
    Inputs *inputs;
    Project *project;
    IrUnit **units; /* by unit index; [0] are the contracts, not lowered */
} Lowered;

static void lower_job(void *ctx, u32 i, u32 worker)
{
    (void)worker;
    Lowered *x = ctx;
    x->units[i + 1] = lower_unit(x->project, x->project->units.at[i + 1], NULL);
}

static void lower_all(Lowered *x, bool contracts)
{
    ProjectOptions options = {.jobs = 1, .no_contracts = !contracts};
    x->project = project_new(x->inputs, &options, &x->diags);
    u32 n = x->project->units.n;
    x->units = mem_zalloc(n + 1, sizeof *x->units);
    if (n > 1)
        pool_run(1, n - 1, lower_job, x); /* on a thread with a pool's stack, as in a review */
}

static Lowered lower_text(const char *name, const char *text, Lang lang, bool contracts)
{
    static const InputOptions none;
    Lowered x = {0};
    diags_init(&x.diags);
    x.inputs = inputs_of_bytes(name, text, strlen(text), lang, &none, &x.diags);
    lower_all(&x, contracts);
    return x;
}

static void lowered_free(Lowered *x)
{
    for (u32 i = 1; i < x->project->units.n; i++)
        ir_unit_free(x->units[i]);
    mem_free(x->units);
    project_free(x->project);
    inputs_free(x->inputs);
    diags_release(&x->diags);
}

/* ---- what must hold of any IR ---- */

static void check_block(const IrFunction *f, u32 i)
{
    const IrBlock *b = f->blocks[i];
    u32 n = 0;
    assert_int_equal(b->id, i);
    assert_non_null(b->last);
    for (const IrInst *in = b->first; in; in = in->next) {
        n++;
        assert_true(ir_is_terminator(in) == (in == b->last));
        assert_true(in->id < f->n_insts);
        if (in->temp)
            assert_ptr_equal(f->temp_def[in->temp], in);
    }
    assert_int_equal(n, b->n_insts);
    BlockId out[64];
    u32 k = ir_successors(f, b, out, LENGTH(out));
    for (u32 s = 0; s < MIN(k, (u32)LENGTH(out)); s++)
        assert_true(out[s] < f->n_blocks);
    if (b->landing)
        assert_true(f->blocks[b->landing]->flags & IBF_LANDING);
}

static void check_function(const IrFunction *f)
{
    assert_true(f->n_blocks > 0);
    for (u32 i = 0; i < f->n_blocks; i++)
        check_block(f, i);
    for (u32 i = 0; i < f->n_vars; i++)
        assert_int_equal(f->vars[i]->id, i);
    for (u32 i = 0; i < f->n_loops; i++) {
        const IrLoop *l = &f->loops[i];
        assert_true(l->head < f->n_blocks && l->body < f->n_blocks && l->exit < f->n_blocks &&
                    l->parent <= i);
    }
}

static void check_unit(const IrUnit *u)
{
    for (u32 i = 0; i < u->n_functions; i++)
        check_function(u->functions[i]);
    for (u32 i = 0; i < u->n_globals; i++)
        if (u->globals[i]->init)
            check_function(u->globals[i]->init);
}

/* ---- text cases ---- */

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    Sb b;
    sb_init(&b);
    char buf[4096];
    size_t n;
    while ((n = fread(buf, 1, sizeof buf, f)) > 0)
        sb_addn(&b, buf, n);
    fclose(f);
    return sb_detach(&b);
}

static int is_source(const struct dirent *e)
{
    return str_ends(e->d_name, ".c") || str_ends(e->d_name, ".cpp");
}

static void show_difference(const char *name, const char *got, const char *want)
{
    u32 line = 1;
    const char *start = got;
    while (*got && *got == *want) {
        if (*got == '\n') {
            line++;
            start = got + 1;
        }
        got++;
        want++;
    }
    const char *end = strchr(start, '\n');
    const char *want_end = strchr(want, '\n');
    print_error("%s: line %u is\n  %.*s\ninstead of what ends in\n  %.*s\n", name, line,
                (int)(end ? end - start : (long)strlen(start)), start,
                (int)(want_end ? want_end - want : (long)strlen(want)), want);
}

static bool run_case(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, TESTS_DIR "/ir/%s", name);
    char *source = read_file(path);
    assert_non_null(source);
    Lowered x = lower_text(name, source, str_ends(name, ".cpp") ? LANG_CXX : LANG_C, false);
    Sb out;
    sb_init(&out);
    for (u32 i = 1; i < x.project->units.n; i++) {
        check_unit(x.units[i]);
        ir_print_unit(x.units[i], &out);
    }
    snprintf(path, sizeof path, TESTS_DIR "/ir/%s.ir", name);
    bool ok = true;
    if (getenv("STOA_ACCEPT")) {
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        fwrite(out.s, 1, out.n, f);
        fclose(f);
    } else {
        char *want = read_file(path);
        ok = want && strcmp(want, out.s) == 0;
        if (!ok)
            show_difference(name, out.s, want ? want : "");
        mem_free(want);
    }
    sb_release(&out);
    lowered_free(&x);
    mem_free(source);
    return ok;
}

static void text_cases(void **state)
{
    (void)state;
    struct dirent **list;
    int n = scandir(TESTS_DIR "/ir", &list, is_source, alphasort);
    assert_true(n >= 40);
    u32 wrong = 0;
    for (int i = 0; i < n; i++) {
        wrong += !run_case(list[i]->d_name);
        free(list[i]);
    }
    free(list);
    assert_int_equal(wrong, 0);
}

/* ---- contracts and other units ---- */

static const IrInst *find_call(const IrUnit *u, const char *name)
{
    for (u32 i = 0; i < u->n_functions; i++)
        for (u32 b = 0; b < u->functions[i]->n_blocks; b++)
            for (const IrInst *in = u->functions[i]->blocks[b]->first; in; in = in->next)
                if (in->op == II_CALL && strcmp(sym_str(in->call->name), name) == 0)
                    return in;
    return NULL;
}

static void calls_resolve_to_contracts(void **state)
{
    (void)state;
    const char *text = "#include <string.h>\n#include <stdlib.h>\n"
                       "void f(char *p, const char *q) { memcpy(p, q, strlen(q)); nobody(p); exit(1); }\n";
    Lowered x = lower_text("t.c", text, LANG_C, true);
    const IrInst *copy = find_call(x.units[1], "memcpy"), *nobody = find_call(x.units[1], "nobody");
    assert_non_null(copy);
    assert_true(copy->call->entry != 0);
    assert_int_equal(x.project->index.entries.at[copy->call->entry].unit, 0);
    assert_int_equal(copy->call->n_args, 3);
    assert_non_null(nobody);
    assert_int_equal(nobody->call->entry, 0);
    assert_true(nobody->call->flags & ICF_UNRESOLVED);
    const IrInst *leave = find_call(x.units[1], "exit");
    assert_true(leave->call->flags & ICF_NORETURN);
    lowered_free(&x);
}

static void types_come_from_other_units(void **state)
{
    (void)state;
    put("shared.h",
        "#ifndef SHARED_H\n#define SHARED_H\nenum { SIZE = 24 };\n"
        "struct shared { int n; char name[SIZE]; struct shared *next; };\nint helper(struct shared *);\n#endif\n");
    put("a.c", "#include \"shared.h\"\nint helper(struct shared *s) { return s->n; }\n");
    put("b.c",
        "#include \"shared.h\"\nunsigned long size(struct shared *s) { s->next->name[SIZE - 1] = 0; helper(s); return sizeof *s; }\n");
    const char *args[] = {"a.c", "b.c"};
    static const InputOptions none;
    Lowered x = {0};
    diags_init(&x.diags);
    x.inputs = inputs_new(args, 2, &none, &x.diags);
    lower_all(&x, false);
    const IrUnit *b = NULL;
    for (u32 i = 1; i < x.project->units.n; i++)
        for (u32 k = 0; k < x.units[i]->n_functions; k++)
            if (strcmp(sym_str(x.units[i]->functions[k]->name), "size") == 0)
                b = x.units[i];
    assert_non_null(b);
    Sb out;
    sb_init(&out);
    ir_print_unit(b, &out);
    assert_non_null(strstr(out.s, ".name[23], 0"));
    assert_non_null(strstr(out.s, "struct shared)=40"));
    sb_release(&out);
    const IrInst *call = find_call(b, "helper");
    assert_int_equal(x.project->index.entries.at[call->call->entry].kind, DK_FUNCTION);
    lowered_free(&x);
}

/* ---- sources made to break it ---- */

static void repeat(Sb *b, const char *s, u32 n)
{
    while (n--)
        sb_adds(b, s);
}

typedef struct Hostile {
    const char *before, *part, *after;
    u32 n;
    Lang lang;
    bool whole; /* no UNKNOWN may be left */
} Hostile;

static void hostile_sources(void **state)
{
    (void)state;
    static const Hostile cases[] = {
        {"int f(int a){return a", "+a", ";}", 100000, LANG_C, true},
        {"int f(int a){if(a", "&&a", ")return 1;return 0;}", 100000, LANG_C, true},
        {"int f(int a){return a", "||a", ";}", 100000, LANG_C, true},
        {"int f(int a){a++", ",a++", ";return a;}", 50000, LANG_C, true},
        {"int f(int a){", "if(a)a--;else ", "a=1;return a;}", 50000, LANG_C, true},
        {"int f(int a){switch(a){", "case 1:", "return 1;}return 0;}", 50000, LANG_C, true},
        {"int f(int a){", "l:", ";return 0;}", 20000, LANG_C, true},
        {"int f(int a){return ", "(", "a;}", 20000, LANG_C, false},
        {"int f(int a){", "{", "a=1;}", 20000, LANG_C, false},
        {"int f(int a){return ", "-", "a;}", 20000, LANG_C, false},
        {"int f(int a){return ", "a?1:", "0;}", 20000, LANG_C, false},
        {"int f(int a){return ", "a=", "0;}", 20000, LANG_C, false},
        {"int f(int ", "*", "a){return a!=0;}", 50000, LANG_C, true},
        {"int a", "[2]", ";int f(void){return sizeof a;}", 50000, LANG_C, true},
        {"int a[]={", "1,", "2};", 100000, LANG_C, true},
        {"int a[1]=", "{", "1;", 3000, LANG_C, false},
        {"struct S{S*n;};void g(S*s){s", "->n", "->n=0;}", 50000, LANG_CXX, false},
        {"void g(int a){std::cout", "<<a", ";}", 50000, LANG_CXX, true},
        {"int f(int a){", "int x;{if(a)return 1;", "return 0;}", 1000, LANG_C, false},
        {"void f(int a){", "int x;if(a)return;", "}", 20000, LANG_C, false},
        {"struct a{struct a x;", "struct a y;", "};struct a z;unsigned long f(void){return sizeof(z);}", 100,
         LANG_C, true},
        {"typedef T U;typedef U T;T x;", "typedef T U;", "int f(void){return x;}", 10, LANG_C, true},
        {"enum e{A=B,", "C=A,", "B=A};int f(void){return A+B;}", 3, LANG_C, true},
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        const Hostile *h = &cases[i];
        Sb b;
        sb_init(&b);
        sb_adds(&b, h->before);
        repeat(&b, h->part, h->n);
        sb_adds(&b, h->after);
        Lowered x = lower_text("hostile", b.s, h->lang, false);
        check_unit(x.units[1]);
        if (h->whole && x.units[1]->n_unknown)
            fail_msg("%s...: %u unknown instructions", h->before, x.units[1]->n_unknown);
        lowered_free(&x);
        sb_release(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_cases),
        cmocka_unit_test(calls_resolve_to_contracts),
        cmocka_unit_test_setup_teardown(types_come_from_other_units, sandbox_enter, sandbox_leave),
        cmocka_unit_test(hostile_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
