/*
 * The parser on small sources: tests/parse/NAME.cases hold a source and the tree it must give, in a short form that
 * print_node defines. With STOA_ACCEPT=1 in the environment the expected lines are written anew instead; read the
 * difference before keeping it. Further tests: ranges of nodes, counters, and hostile nesting.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "syntax/project.h"

typedef struct Parsed {
    Diags diags;
    Inputs *inputs;
    Project *project;
    Unit *u;
} Parsed;

static Parsed parse_text(const char *source, size_t size, Lang lang)
{
    static const InputOptions none;
    Parsed x = {0};
    diags_init(&x.diags);
    x.inputs = inputs_of_bytes(lang == LANG_C ? "t.c" : "t.cc", source, size, lang, &none, &x.diags);
    ProjectOptions options = {.jobs = 1, .no_contracts = true};
    x.project = project_new(x.inputs, &options, &x.diags);
    x.u = x.project->units.at[1];
    return x;
}

static void parsed_free(Parsed *x)
{
    project_free(x->project);
    inputs_free(x->inputs);
    diags_release(&x->diags);
}

/* ---- the short form ---- */

static void print_kids(const Unit *u, NodeId n, Sb *out);

static void print_bits(u32 bits, const char *const *names, u32 n, Sb *out)
{
    for (u32 i = 0; i < n; i++) {
        if (!(bits >> i & 1))
            continue;
        if (out->s[out->n - 1] != '{' && out->s[out->n - 1] != ' ')
            sb_addc(out, ' ');
        sb_adds(out, names[i]);
    }
}

static void print_op(u8 op, Sb *out)
{
    const char *name = token_kind_name((TokenKind)op);
    size_t n = strlen(name);
    if (name[0] == '\'')
        sb_addn(out, name + 1, n - 2);
    else
        sb_adds(out, name);
}

static void print_specs(const Unit *u, const Node *x, Sb *out)
{
    static const char *const flags[] = {"const",     "volatile", "restrict", "atomic",   "typedef",
                                        "extern",    "static",   "register", "thread",   "inline",
                                        "noreturn",  "auto",     "virtual",  "explicit", "friend",
                                        "constexpr", "mutable",  "implicit"};
    static const char *const basic[] = {
        "void", "char",    "short",  "int",   "long",  "long",   "float",  "double",   "signed", "unsigned",
        "bool", "complex", "int128", "wchar", "char8", "char16", "char32", "float128", "auto"};
    sb_addc(out, '{');
    print_bits(x->flags, flags, LENGTH(flags), out);
    print_bits(x->a, basic, LENGTH(basic), out);
    if (x->first) {
        if (out->s[out->n - 1] != '{')
            sb_addc(out, ' ');
        print_kids(u, x->first, out);
    }
    sb_addc(out, '}');
}

/* Names, numbers and strings as written; NONE as _; operators by their spelling, u* before and p++ behind their operand;
 * SPECS in braces; all else as (kind[:op][=name][/flags] kids). */
static void print_node(const Unit *u, NodeId id, Sb *out)
{
    const Node *x = tree_node(&u->tree, id);
    switch (x->kind) {
    case N_NONE: sb_addc(out, '_'); return;
    case N_NAME:
    case N_NUMBER:
    case N_CHAR: sb_adds(out, sym_str(x->a)); return;
    case N_STRING:
        for (u32 t = x->begin; t < x->end; t++)
            sb_addf(out, "%s%s", t > x->begin ? " " : "", sym_str(u->toks.at[t].sym));
        return;
    case N_SPECS: print_specs(u, x, out); return;
    case N_TYPE_REF:
    case N_D_NAME: print_kids(u, x->first, out); return;
    case N_TYPE_NAME:
        sb_addc(out, '<');
        print_kids(u, x->first, out);
        sb_addc(out, '>');
        return;
    case N_BINARY:
    case N_ASSIGN:
    case N_MEMBER:
    case N_UNARY:
    case N_POSTFIX:
        sb_adds(out, x->kind == N_UNARY ? "(u" : x->kind == N_POSTFIX ? "(p" : "(");
        print_op(x->op, out);
        break;
    case N_BOOL_LIT: print_op(x->op, out); return;
    default: {
        char name[32];
        snprintf(name, sizeof name, "%s", tree_kind_name((NodeKind)x->kind));
        for (char *c = name; *c; c++)
            *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
        sb_addf(out, "(%s", name);
        bool token_op = x->op && x->kind != N_UNREAD && x->kind != N_ATTR && x->kind != N_RETURN;
        if (token_op) {
            sb_addc(out, ':');
            print_op(x->op, out);
        }
        if (x->kind == N_ALT_BRANCH) {
            sb_addc(out, '[');
            presence_text(&u->presence, x->a, out);
            sb_addc(out, ']');
        } else if (x->a && x->kind != N_RECORD && x->kind != N_ENUM && x->kind != N_TEMPLATE_ID &&
                   x->kind != N_QUALIFIED) {
            sb_addf(out, "=%s", sym_str(x->a));
        }
        if (x->flags && x->kind != N_D_PTR)
            sb_addf(out, "/%u", x->flags);
        else if (x->flags) {
            sb_adds(out, " {");
            print_bits(x->flags, (const char *const[]){"const", "volatile", "restrict", "atomic"}, 4, out);
            sb_addc(out, '}');
        }
        break;
    }
    }
    if (x->first) {
        sb_addc(out, ' ');
        print_kids(u, x->first, out);
    }
    sb_addc(out, ')');
}

static void print_kids(const Unit *u, NodeId n, Sb *out)
{
    for (bool more = false; n; n = tree_next(&u->tree, n), more = true) {
        if (more)
            sb_addc(out, ' ');
        print_node(u, n, out);
    }
}

static char *short_form(const char *source, size_t size, Lang lang)
{
    Parsed x = parse_text(source, size, lang);
    Sb out;
    sb_init(&out);
    print_kids(x.u, tree_first(&x.u->tree, x.u->tree.root), &out);
    if (x.u->n_unread)
        sb_addf(&out, " unread=%u", x.u->n_unread);
    parsed_free(&x);
    return sb_detach(&out);
}

/* ---- case files ---- */

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        fail_msg("cannot open %s", path);
    Sb b;
    sb_init(&b);
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
        sb_addn(&b, part, n);
    fclose(f);
    return sb_detach(&b);
}

/* A line "c:" or "cxx:" with source, more source on lines that begin with two blanks, then "=" and the expected tree. Lines that begin
 * with # and empty lines are for the reader. Returns the number of cases. */
static u32 run_cases(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/parse/%s.cases", TESTS_DIR, name);
    bool accept = getenv("STOA_ACCEPT") != NULL;
    char *text = read_file(path);
    Sb source, rewritten;
    sb_init(&source);
    sb_init(&rewritten);
    Lang lang = LANG_C;
    u32 cases = 0, wrong = 0, line_number = 0;
    for (char *line = text, *end; *line; line = end) {
        end = line + strcspn(line, "\n");
        size_t n = (size_t)(end - line);
        end += *end == '\n';
        line_number++;
        bool c = n >= 2 && memcmp(line, "c:", 2) == 0, cxx = n >= 4 && memcmp(line, "cxx:", 4) == 0;
        if (c || cxx) {
            sb_reset(&source);
            lang = c ? LANG_C : LANG_CXX;
            size_t skip = c ? 2 : 4;
            skip += n > skip && line[skip] == ' ';
            sb_addn(&source, line + skip, n - skip);
            sb_addc(&source, '\n');
        } else if (n >= 2 && line[0] == ' ' && line[1] == ' ') {
            sb_addn(&source, line + 2, n - 2);
            sb_addc(&source, '\n');
        } else if (n && line[0] == '=') {
            char *got = short_form(source.s, source.n, lang);
            sb_addf(&rewritten, "= %s\n", got);
            size_t skip = n > 1 && line[1] == ' ' ? 2 : 1;
            bool same = strlen(got) == n - skip && memcmp(got, line + skip, n - skip) == 0;
            if (!same && !accept) {
                print_error("%s:%u\n%sgot:      %s\nexpected: %.*s\n\n", path, line_number, source.s, got,
                            (int)(n - skip), line + skip);
                wrong++;
            }
            free(got);
            cases++;
            continue;
        }
        sb_addn(&rewritten, line, (size_t)(end - line));
    }
    if (accept) {
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        fwrite(rewritten.s, 1, rewritten.n, f);
        fclose(f);
    }
    sb_release(&source);
    sb_release(&rewritten);
    free(text);
    assert_int_equal(wrong, 0);
    return cases;
}

static void test_c_expressions(void **state)
{
    (void)state;
    assert_true(run_cases("c_expressions") >= 50);
}

static void test_c_declarations(void **state)
{
    (void)state;
    assert_true(run_cases("c_declarations") >= 50);
}

static void test_c_statements(void **state)
{
    (void)state;
    assert_true(run_cases("c_statements") >= 35);
}

static void test_macros(void **state)
{
    (void)state;
    assert_true(run_cases("macros") >= 40);
}

static void test_cxx(void **state)
{
    (void)state;
    assert_true(run_cases("cxx") >= 70);
}

/* ---- facts that the short form does not show ---- */

/* Every node lies in its parent, children follow one another, and tok lies in the node. */
static void check_ranges(const Unit *u, NodeId id)
{
    const Tree *t = &u->tree;
    const Node *x = tree_node(t, id);
    assert_true(x->begin <= x->end);
    for (NodeId c = x->first; c; c = tree_next(t, c)) {
        const Node *k = tree_node(t, c);
        if (k->begin >= u->n_stream || x->begin >= u->n_stream)
            continue; /* in a written view */
        if (k->begin < x->begin || k->end > MAX(x->end, k->begin)) {
            Sb b;
            sb_init(&b);
            tree_dump(u, id, &b);
            print_error("%s [%u, %u) in %s [%u, %u)\n%s", tree_kind_name((NodeKind)k->kind), k->begin, k->end,
                        tree_kind_name((NodeKind)x->kind), x->begin, x->end, b.s);
            sb_release(&b);
            fail();
        }
        check_ranges(u, c);
    }
}

static void test_ranges(void **state)
{
    (void)state;
    static const struct {
        Lang lang;
        const char *source;
    } sources[] = {
        {LANG_C,
         "int f(int a, char *b[3]) { if (a + g(b[1], *b)) return (int)a * 2; else { x.y->z++; } for (;;) ; }"},
        {LANG_C,
         "static struct s { int a : 3, *b; } v[] = { { 1, 2 }, [3] = { .a = 1 } }; int k(a, b) int a; { }"},
        {LANG_C,
         "void f(void) { switch (x) { case 1: case 2: y(); break; default: ; } do z(); while (a ? b : c); }"},
        {LANG_C, "#ifdef A\nint a;\n#else\nlong a;\n#endif\nint b[] = { 1,\n#ifdef B\n2,\n#endif\n3 };"},
        {LANG_CXX,
         "template <class T> struct A : B<C<T>>, D { A() : x(1), y{2} {} ~A(); int x, y; operator int() const; };"},
        {LANG_CXX,
         "auto f = [&, a = 1](int x) mutable -> int { return static_cast<int>(x) + A<B<C>>::d(x); };"},
        {LANG_CXX,
         "void f() try { for (auto &[a, b] : m) throw X(a); } catch (const E &e) { delete[] p; new (q) T[3]{}; }"},
    };
    for (u32 i = 0; i < LENGTH(sources); i++) {
        Parsed x = parse_text(sources[i].source, strlen(sources[i].source), sources[i].lang);
        check_ranges(x.u, x.u->tree.root);
        assert_int_equal(x.u->n_unread, 0);
        parsed_free(&x);
    }
}

static NodeId find_kind(const Unit *u, NodeKind kind)
{
    for (NodeId n = 1; n < u->tree.nodes.n; n++)
        if (tree_kind(&u->tree, n) == kind)
            return n;
    fail_msg("no %s", tree_kind_name(kind));
    return 0;
}

static void check_node(const Unit *u, NodeKind kind, u32 begin, u32 tok, u32 end)
{
    const Node *x = tree_node(&u->tree, find_kind(u, kind));
    assert_int_equal(x->begin, begin);
    assert_int_equal(x->tok, tok);
    assert_int_equal(x->end, end);
}

static void test_tokens_of_nodes(void **state)
{
    (void)state;
    /*                    0    1 2 3 4 5 6 78 9101112 1314 151617 18 */
    const char *source = "void f ( ) { x = ( a + b ) * g ( 1 , 2 ) ; y [ 3 ] -> z ? c : d ; }";
    Parsed x = parse_text(source, strlen(source), LANG_C);
    check_node(x.u, N_ASSIGN, 5, 6, 19);
    check_node(x.u, N_PAREN, 7, 7, 12);
    check_node(x.u, N_CALL, 13, 14, 19);
    check_node(x.u, N_EXPR_STMT, 5, 5, 20);
    check_node(x.u, N_INDEX, 20, 21, 24);
    check_node(x.u, N_MEMBER, 20, 24, 26);
    check_node(x.u, N_COND, 20, 26, 30);
    check_node(x.u, N_FUNC, 0, 1, 32);
    parsed_free(&x);
}

static void test_counters(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        u32 statements, unread;
    } cases[] = {
        {"int a;\nint b, c;\n", 2, 0},
        {"void f(void) { a(); b(); }", 3, 0},
        {"void f(void) { if (a) b(); else c(); }", 4, 0},
        {"struct s { int a; int b; };", 3, 0},
        {"void f(void) { a(); @ b c; d(); }", 4, 1},
        {"void f(void) { while (a b) c(); }", 3, 1},
        {"int a = $ 1;\nint b;\n", 2, 1},
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Parsed x = parse_text(cases[i].source, strlen(cases[i].source), LANG_C);
        if (x.u->n_statements != cases[i].statements || x.u->n_unread != cases[i].unread)
            fail_msg("%s: %u statements, %u unread", cases[i].source, x.u->n_statements, x.u->n_unread);
        parsed_free(&x);
    }
}

/* A construct repeated often enough to overflow a C stack or to show quadratic work. */
static void test_hostile(void **state)
{
    (void)state;
    static const struct {
        Lang lang;
        const char *head, *open, *middle, *close, *tail;
        u32 n;
    } cases[] = {
        {LANG_C, "", "{", "", "", "", 300000},
        {LANG_C, "void f() ", "{", "", "}", "", 100000},
        {LANG_C, "int x = ", "(", "1", ")", ";", 100000},
        {LANG_C, "void f() { ", "g(", "1", ")", "; }", 100000},
        {LANG_C, "void f() { x = a", "", "", " + b", "; }", 100000},
        {LANG_C, "void f() { x = a", "", "", ", b", "; }", 100000},
        {LANG_C, "void f() { if (a) b();", " else if (a) b();", "", "", "}", 50000},
        {LANG_C, "void f() { switch (x) { ", "case 1: ", "y();", "", " } }", 50000},
        {LANG_C, "", "FOO(a,b) BAR(c)\n", "", "", "", 50000},
        {LANG_C, "void f() {\n", "FOO(a,b) BAR(c)\n", "", "", "}", 50000},
        {LANG_C, "void f() { x = ", "a ? b : ", "c", "", "; }", 50000},
        {LANG_C, "void f() { x = ", "- ", "c", "", "; }", 50000},
        {LANG_C, "int a[] = ", "{", "1", "}", ";", 50000},
        {LANG_C, "", "struct a { ", "int x;", "};", "", 50000},
        {LANG_C, "void f() { g(", "if x, ", "y", "", "); }", 20000},
        {LANG_C, "int a[] = { ", "1\n#ifdef X\n,2\n#endif\n,\n", "", "", "};", 5000},
        {LANG_C, "void f() {\n", "if (a\n#ifdef X\n&& b\n#endif\n) c();\n", "", "", "}", 5000},
        {LANG_C, "", ")]}", "", "", "", 50000},
        {LANG_CXX, "void f() { x = a", " < b", "", "", "; }", 50000},
        {LANG_CXX, "", "A<", "int", ">", " x;", 20000},
        {LANG_CXX, "auto x = ", "[] { return ", "1", "; }", ";", 10000},
        {LANG_CXX, "", "template <class T> ", "class X;", "", "", 10000},
        {LANG_CXX, "void f() { x = ", "static_cast<", "y", "", "; }", 20000},
    };
    for (u32 i = 0; i < LENGTH(cases); i++) {
        Sb b;
        sb_init(&b);
        sb_adds(&b, cases[i].head);
        for (u32 k = 0; k < cases[i].n; k++)
            sb_adds(&b, cases[i].open);
        sb_adds(&b, cases[i].middle);
        for (u32 k = 0; k < cases[i].n; k++)
            sb_adds(&b, cases[i].close);
        sb_adds(&b, cases[i].tail);
        Parsed x = parse_text(b.s, b.n, cases[i].lang);
        assert_true(x.u->n_unread <= x.u->n_statements);
        assert_int_equal(tree_kind(&x.u->tree, x.u->tree.root), N_UNIT);
        parsed_free(&x);
        sb_release(&b);
    }
}

static void test_tree_helpers(void **state)
{
    (void)state;
    const char *source = "int f(void);";
    Parsed x = parse_text(source, strlen(source), LANG_C);
    NodeId decl = tree_first(&x.u->tree, x.u->tree.root);
    assert_int_equal(tree_count(&x.u->tree, decl), 2);
    assert_int_equal(tree_kind(&x.u->tree, tree_child(&x.u->tree, decl, 1)), N_INIT_DECL);
    assert_int_equal(tree_child(&x.u->tree, decl, 2), 0);
    assert_string_equal(tree_kind_name(N_INIT_DECL), "INIT_DECL");
    Sb b;
    sb_init(&b);
    tree_dump(x.u, decl, &b);
    assert_string_equal(
        b.s, "DECL\n  SPECS int\n  INIT_DECL\n    D_FUNC\n      D_NAME f\n        NAME f\n      PARAMS\n"
             "        PARAM\n          SPECS void\n          D_NAME\n            NONE\n          NONE\n"
             "      NONE\n    NONE\n    NONE\n");
    sb_release(&b);
    parsed_free(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_c_expressions),
        cmocka_unit_test(test_c_declarations),
        cmocka_unit_test(test_c_statements),
        cmocka_unit_test(test_macros),
        cmocka_unit_test(test_cxx),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_tokens_of_nodes),
        cmocka_unit_test(test_counters),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_tree_helpers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
