/*
 * The preprocessor on small sources: exact configuration, unknown configuration with presence markers, which macros are
 * expanded, the written view, and limits.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "syntax/project.h"
#include "syntax/written.h"

typedef struct Case {
    const char *source, *expected;
} Case;

static Project *read_source(const char *source, bool exact, Inputs **inputs, Diags *diags)
{
    static const InputOptions none;
    *inputs = inputs_of_bytes("t.c", source, strlen(source), LANG_C, &none, diags);
    ProjectOptions options = {.jobs = 1, .no_contracts = true, .exact = exact};
    return project_new(*inputs, &options, diags);
}

static void render(const Unit *u, u32 begin, u32 end, Sb *out)
{
    for (u32 i = begin; i < end; i++) {
        const Token *t = &u->toks.at[i];
        if (out->n)
            sb_addc(out, ' ');
        if (t->kind == TK_PP_IF || t->kind == TK_PP_ELSE) {
            sb_adds(out, t->kind == TK_PP_IF ? "<if " : "<else ");
            presence_text(&u->presence, t->sym, out);
            sb_addc(out, '>');
        } else if (t->kind == TK_PP_ENDIF) {
            sb_adds(out, "<end>");
        } else {
            sb_adds(out, sym_str(t->sym));
        }
    }
}

static void check_case(const Case *c, bool exact)
{
    Diags diags;
    diags_init(&diags);
    Inputs *in;
    Project *p = read_source(c->source, exact, &in, &diags);
    const Unit *u = p->units.at[1];
    Sb out;
    sb_init(&out);
    render(u, 0, u->n_stream - 1, &out);
    if (strcmp(out.s, c->expected) != 0)
        fail_msg("source:\n%s\ngot:      %s\nexpected: %s", c->source, out.s, c->expected);
    sb_release(&out);
    project_free(p);
    inputs_free(in);
    diags_release(&diags);
}

static const Case exact_cases[] = {
    {"", ""},
    {"#define A 1\nA A", "1 1"},
    {"#define A B\n#define B A\nA B", "A B"},
    {"#define f(x) x x\nf(1) f (2) f", "1 1 2 2 f"},
    {"#define f(x) #x\nf( a  +\n b ) f(\"x\\n\") f('\"')", "\"a + b\" \"\\\"x\\\\n\\\"\" \"'\\\"'\""},
    {"#define c(a,b) a##b\nc(x,1) c(,y) c(x,) c(,) c(<,<=)", "x1 y x <<="},
    {"#define v(f,...) p(f,##__VA_ARGS__)\nv(1) v(1,2) v(1,2,3)", "p ( 1 ) p ( 1 , 2 ) p ( 1 , 2 , 3 )"},
    {"#define v(f,a...) p(f,##a)\nv(1) v(1,2)", "p ( 1 ) p ( 1 , 2 )"},
    {"#define v(...) p(0 __VA_OPT__(,) __VA_ARGS__)\nv() v(1) v(1,2)", "p ( 0 ) p ( 0 , 1 ) p ( 0 , 1 , 2 )"},
    {"#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define z z[0]\n#define h g(~\n"
     "#define m(a) a(w)\n#define w 0,1\n#define t(a) a\nt(t(g)(0) + t)(1); g(x+(3,4)-w) | h 5) & m\n(f)^m(m);",
     "f ( 2 * ( 0 ) ) + t ( 1 ) ; f ( 2 * ( 2 + ( 3 , 4 ) - 0 , 1 ) ) | f ( 2 * ( ~ 5 ) ) & f ( 2 * ( 0 , 1 ) ) ^ m ( 0 , 1 ) ;"},
    {"#define f(a) a*g\n#define g(a) f(a)\nf(2)(9)", "2 * 9 * g"},
    {"#define hash_hash # ## #\n#define mkstr(a) # a\n#define in_between(a) mkstr(a)\n#define join(c, d) in_between(c hash_hash d)\njoin(x, y)",
     "\"x ## y\""},
    {"#define t(x,y,z) x ## y ## z\nt(1,2,3) t(,4,5) t(6,,7) t(8,9,) t(10,,) t(,11,) t(,,12) t(,,)",
     "123 45 67 89 10 11 12"},
    {"#if 1 + 2 * 3 == 7 && !defined(X) && 0x10 >> 2 == 4\nyes\n#else\nno\n#endif", "yes"},
    {"#if -1 > 0u\nyes\n#endif\n#if (2 || 1 / 0)\nalso\n#endif", "yes also"},
    {"#if 0\na\n#elif 1\nb\n#elif 1\nc\n#else\nd\n#endif", "b"},
    {"#define A\n#ifdef A\n1\n#elifdef B\n2\n#endif\n#ifdef B\n3\n#elifndef B\n4\n#endif", "1 4"},
    {"#define E(x) x\n#if E(1)\na\n#endif\n#if defined E && defined(E)\nb\n#endif", "a b"},
    {"#if 'a' == 97 && '\\n' == 10 && '\\x41' == 65 && '\\101' == 65\nok\n#endif", "ok"},
    {"#if 1 ? 0 : 1\na\n#else\nb\n#endif", "b"},
    {"a\\\nb \"x\\\ny\" 1\\\n2 /\\\n/ c\\\nd\ne", "ab \"xy\" 12 e"},
    {"#define LONG a \\\n b\nLONG", "a b"},
    {"__COUNTER__ __COUNTER__ __LINE__\n__LINE__ __FILE__", "0 1 1 2 \"t.c\""},
    {"#define L __LINE__\n\nL", "3"},
    {"#define f(x) [x]\nf\n(1)\nf(\n2\n)", "[ 1 ] [ 2 ]"},
    {"#define f(x,y) x-y\nf((1,2),3) f({1,2})", "( 1 , 2 ) - 3 { 1 - 2 }"},
    {"#define EMPTY\n#define f(x) x\nf EMPTY (1)", "f ( 1 )"},
    {"#define f() 1\nf() f( )", "1 1"},
    {"<: :> <% %> %:", "[ ] { } #"},
    {"x = a+++++b; y = a<::b;", "x = a ++ ++ + b ; y = a < :: b ;"},
    {"u8\"a\" L'b' R\"x(a)\"b)x\" 0x1p-3 1'000 .5e+1", "u8\"a\" L'b' R\"x(a)\"b)x\" 0x1p-3 1'000 .5e+1"},
    {"/* a */ b // c\nd /**/ e", "b d e"},
    {"#define s(x) #x\n#define x(y) s(y)\nx(__LINE__)", "\"3\""},
    {"#define OBJ a ## b\nOBJ", "ab"},
    {"#ifdef X\n#error no\n#endif\n#define Y\n#undef Y\n#ifdef Y\na\n#endif\nb", "b"},
};

static const Case lenient_cases[] = {
    {"#ifdef X\nint a;\n#else\nint b;\n#endif",
     "<if X is defined> int a ; <else X is not defined> int b ; <end>"},
    {"#ifdef X\nint a;\n#endif\n#ifndef X\nint b;\n#endif",
     "<if X is defined> int a ; <end> <if X is not defined> int b ; <end>"},
    {"#if 0\nint a;\n#else\nint b;\n#endif", "int b ;"},
    {"#if 1\nint a;\n#elif X\nint b;\n#endif", "int a ;"},
    {"#ifdef X\n#ifdef X\nint a;\n#else\nint b;\n#endif\n#endif", "<if X is defined> int a ; <end>"},
    {"#ifdef X\n#ifndef X\nint a;\n#endif\n#endif", ""},
    {"#define X\n#ifdef X\nint a;\n#else\nint b;\n#endif", "int a ;"},
    {"#ifndef X\n#define X 1\n#endif\n#ifdef X\nint a = X;\n#else\nint b;\n#endif", "int a = 1 ;"},
    {"#ifdef A\n#define X 1\n#else\n#define X 2\n#endif\n#ifdef X\nint a;\n#endif", "int a ;"},
    {"#ifdef A\n#define X 1\n#endif\n#ifdef X\nint a;\n#endif",
     "<if X is defined or A is defined> int a ; <end>"},
    {"#define X\n#ifdef A\n#undef X\n#endif\n#ifdef X\nint a;\n#endif",
     "<if A is not defined> int a ; <end>"},
    {"#if defined(A) && V > 5\nint a;\n#endif", "<if A is defined and V > 5> int a ; <end>"},
    {"#if defined(A) || 1\nint a;\n#else\nint b;\n#endif", "int a ;"},
    {"#if A && 0\nint a;\n#endif\nint b;", "int b ;"},
    {"#if defined(A)\nint a;\n#elif defined(B)\nint b;\n#else\nint c;\n#endif",
     "<if A is defined> int a ; <else A is not defined and B is defined> int b ; <else A is not defined and B is not defined> int c ; "
     "<end>"},
    /* not at an edge: one branch is kept */
    {"x = 1\n#ifdef A\n+ 2\n#endif\n;", "x = 1 + 2 ;"},
    {"f(a,\n#ifdef A\nb,\n#endif\nc);", "f ( a , b , c ) ;"},
    {"#ifdef _WIN32\nif (a) {\n#else\nif (b) {\n#endif\nc(); }", "if ( b ) { c ( ) ; }"},
    {"#ifdef A\nint f(int a)\n#else\nint f(a)\n#endif\n{ }", "int f ( int a ) { }"},
    {"int t[] = {1,\n#ifdef A\n2,\n#endif\n3};", "int t [ ] = { 1 , <if A is defined> 2 , <end> 3 } ;"},
    {"void f() { if (a)\n#ifdef A\nb();\n#else\nc();\n#endif\n}",
     "void f ( ) { if ( a ) <if A is defined> b ( ) ; <else A is not defined> c ( ) ; <end> }"},
    {"void f() { switch (x) {\n#ifdef A\ncase 1: b(); break;\n#endif\ndefault: c(); } }",
     "void f ( ) { switch ( x ) { <if A is defined> case 1 : b ( ) ; break ; <end> default : c ( ) ; } }"},
    {"enum e { A,\n#ifdef X\nB,\n#endif\nC };", "enum e { A , <if X is defined> B , <end> C } ;"},
    /* what may be expanded */
    {"#ifdef P\n#define deflate z_deflate\n#endif\nint deflate();", "int deflate ( ) ;"},
    {"#ifdef P\n#define log(x) real(1, x)\n#else\n#define log(x)\n#endif\nvoid f() { log(2); }",
     "void f ( ) { real ( 1 , 2 ) ; }"},
    {"#ifdef P\n#define log(x)\n#else\n#define log(x) real(1, x)\n#endif\nvoid f() { log(2); }",
     "void f ( ) { real ( 1 , 2 ) ; }"},
    {"#ifdef P\n#define log(x)\n#endif\nvoid f() { log(2); }", "void f ( ) { log ( 2 ) ; }"},
    {"#define deflate z_deflate\nint deflate();", "int z_deflate ( ) ;"},
    {"#define read(a) wrap(read(a))\nvoid f() { read(1); }", "void f ( ) { read ( 1 ) ; }"},
    {"#define file (G.file)\nint a = file;", "int a = ( G . file ) ;"},
    {"#ifdef A\n#define SIZE 10\n#else\n#define SIZE 20\n#endif\nchar b[SIZE];", "char b [ 10 ] ;"},
    {"#ifdef DOXYGEN\nint a\n#endif\nint b;", "int b ;"},
    {"#ifndef NEEDED\n#error set NEEDED\nint a;\n#endif\nint b;", "int b ;"},
    {"#if __has_include(<nowhere.h>)\nint a;\n#endif", "<if __has_include(< nowhere . h >)> int a ; <end>"},
    {"f(1\n#ifdef A\n,2\n#endif\n)", "f ( 1 , 2 )"},
    {"#define F(x, y) x y\nF(1,\n#ifdef A\n2\n#else\n3\n#endif\n) 4", "1 2 4"},
    {"#ifdef A\n#include <x.h>\n#define Q 1\n#endif\nint a;", "int a ;"},
};

static void test_exact(void **state)
{
    (void)state;
    for (u32 i = 0; i < LENGTH(exact_cases); i++)
        check_case(&exact_cases[i], true);
}

static void test_lenient(void **state)
{
    (void)state;
    for (u32 i = 0; i < LENGTH(lenient_cases); i++)
        check_case(&lenient_cases[i], false);
}

/* Every token knows where the user wrote it, however deep the expansion. */
static void test_written_places(void **state)
{
    (void)state;
    static const char source[] = "#define IN(x) x + two\n#define OUT(x) IN(x)\nint a = OUT(one);\n";
    Diags diags;
    diags_init(&diags);
    Inputs *in;
    Project *p = read_source(source, false, &in, &diags);
    Unit *u = p->units.at[1];
    u32 one = 0, two = 0;
    for (u32 i = 0; i < u->n_stream; i++) {
        if (u->toks.at[i].sym == intern_str("one"))
            one = i;
        if (u->toks.at[i].sym == intern_str("two"))
            two = i;
    }
    assert_int_equal(src_position(&p->src, unit_written_loc(u, one)).line, 3);
    assert_int_equal(src_position(&p->src, unit_written_loc(u, two)).line, 3);
    assert_int_equal(src_position(&p->src, unit_spelling_loc(u, two)).line, 1);
    assert_string_equal(sym_str(u->expansions.at[unit_outer_expansion(u, two)].macro), "OUT");
    u32 begin, end;
    assert_true(written_view(u, 0, u->n_stream - 1, &begin, &end));
    Sb out;
    sb_init(&out);
    render(u, begin, end, &out);
    assert_string_equal(out.s, "int a = OUT ( one ) ;");
    sb_release(&out);
    project_free(p);
    inputs_free(in);
    diags_release(&diags);
}

/* Doubling macros must end quickly, with a message, and leave the rest of the file. */
static void test_bomb(void **state)
{
    (void)state;
    Sb source;
    sb_init(&source);
    sb_adds(&source, "#define A0 x x\n");
    for (int i = 1; i < 40; i++)
        sb_addf(&source, "#define A%d A%d A%d\n", i, i - 1, i - 1);
    sb_adds(&source, "int before; A39 int after;\n");
    Diags diags;
    diags_init(&diags);
    Inputs *in;
    Project *p = read_source(source.s, true, &in, &diags);
    Sb out;
    sb_init(&out);
    render(p->units.at[1], 0, p->units.at[1]->n_stream - 1, &out);
    assert_string_equal(out.s, "int before ; int after ;");
    assert_int_equal(diags.n, 1);
    sb_release(&out);
    sb_release(&source);
    project_free(p);
    inputs_free(in);
    diags_release(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exact),
        cmocka_unit_test(test_lenient),
        cmocka_unit_test(test_written_places),
        cmocka_unit_test(test_bomb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
