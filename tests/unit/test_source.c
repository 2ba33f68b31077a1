/*
 * The set of source files: encodings, line index, places, refusals, and what a file's name says.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "sandbox.h"
#include "source/source.h"

static FileId add(SourceSet *s, const char *path, const char *text, size_t n)
{
    return src_add_bytes(s, path, text, n, LANG_C, ROLE_MAIN, true);
}

static void check_line(const SourceSet *s, FileId f, u32 line, const char *expected)
{
    Slice x = src_line(s, f, line);
    assert_int_equal(x.n, strlen(expected));
    assert_memory_equal(x.s, expected, x.n);
}

static void check_tail(const SourceFile *f)
{
    for (u32 i = 0; i < 16; i++)
        assert_int_equal(f->text[f->size + i], 0);
}

static void test_lines(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    FileId f = add(&s, "a.c", "one\ntwo\r\n\nfo\rur\n", 16);
    assert_int_equal(f, 1);
    assert_int_equal(src_file(&s, f)->n_lines, 5);
    check_line(&s, f, 1, "one");
    check_line(&s, f, 2, "two");
    check_line(&s, f, 3, "");
    check_line(&s, f, 4, "fo\rur"); /* a lone CR ends no line */
    check_line(&s, f, 5, "");
    check_line(&s, f, 6, "");
    check_line(&s, f, 0, "");
    check_tail(src_file(&s, f));

    FileId g = add(&s, "b.c", "x\r", 2);
    assert_int_equal(src_file(&s, g)->n_lines, 1);
    check_line(&s, g, 1, "x\r");

    FileId e = add(&s, "empty.c", "", 0);
    assert_int_not_equal(e, 0);
    assert_int_equal(src_file(&s, e)->n_lines, 1);
    check_line(&s, e, 1, "");
    check_tail(src_file(&s, e));
    check_silent(&b->diags);
    src_release(&s);
}

static void check_position(const SourceSet *s, Loc loc, FileId file, u32 line, u32 column)
{
    Position p = src_position(s, loc);
    assert_int_equal(p.file, file);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
}

static void test_places(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    check_position(&s, 1, 0, 0, 0); /* an empty set has no places */
    FileId f = add(&s, "a.c", "ab\ncd\n", 6), e = add(&s, "e.c", "", 0), g = add(&s, "b.c", "\n\nx", 3);
    Loc fb = src_file(&s, f)->base, eb = src_file(&s, e)->base, gb = src_file(&s, g)->base;
    assert_int_equal(fb, 1);
    assert_int_equal(eb, fb + 7);
    assert_int_equal(gb, eb + 1);
    check_position(&s, 0, 0, 0, 0);
    check_position(&s, fb, f, 1, 1);
    check_position(&s, fb + 2, f, 1, 3); /* the line end belongs to its line */
    check_position(&s, fb + 3, f, 2, 1);
    check_position(&s, fb + 6, f, 3, 1); /* end of file */
    check_position(&s, eb, e, 1, 1);
    check_position(&s, gb + 2, g, 3, 1);
    check_position(&s, gb + 3, g, 3, 2);
    check_position(&s, gb + 4, 0, 0, 0);
    check_position(&s, UINT32_MAX, 0, 0, 0);
    for (u32 i = 0; i < 500; i++) { /* ids and places stay valid while the set grows */
        char name[32];
        snprintf(name, sizeof name, "f%u.c", i);
        FileId k = add(&s, name, "int\nx;\n", 7);
        check_position(&s, src_file(&s, k)->base + 5, k, 2, 2);
    }
    check_position(&s, fb + 4, f, 2, 2);
    assert_string_equal(src_file(&s, f)->path, "a.c");
    src_release(&s);
}

static void test_encodings(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    FileId plain = add(&s, "p.c", "h\xC3\xA9\n", 4);
    FileId marked = add(&s, "m.c", "\xEF\xBB\xBFh\xC3\xA9\n", 7);
    FileId little = add(&s, "l.c", "\xFF\xFEh\0\xE9\0\n\0", 8);
    FileId big = add(&s, "b.c", "\xFE\xFF\0h\0\xE9\0\n", 8);
    for (FileId f = plain; f <= big; f++) {
        assert_int_equal(src_file(&s, f)->size, 4);
        assert_memory_equal(src_file(&s, f)->text, "h\xC3\xA9\n", 4);
        assert_true(src_file(&s, f)->hash == src_file(&s, plain)->hash);
        check_tail(src_file(&s, f));
    }
    assert_int_equal(marked, plain + 1);
    assert_int_equal(little, plain + 2);

    /* U+20AC, U+1F600 as a pair, a lone high surrogate, a lone low one, an odd byte */
    FileId f = add(&s, "s.c", "\xFF\xFE\xAC\x20\x3D\xD8\x00\xDE\x3D\xD8\x41\x00\x00\xDE\x42", 15);
    const char expected[] = "\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBD"
                            "A\xEF\xBF\xBD\xEF\xBF\xBD";
    assert_int_equal(src_file(&s, f)->size, sizeof expected - 1);
    assert_memory_equal(src_file(&s, f)->text, expected, sizeof expected - 1);

    FileId only_mark = add(&s, "o.c", "\xEF\xBB\xBF", 3);
    assert_int_equal(src_file(&s, only_mark)->size, 0);
    FileId latin = add(&s, "latin.c", "\xE9\xFF", 2); /* passed on as it is */
    assert_int_equal(src_file(&s, latin)->size, 2);
    check_silent(&b->diags);

    put_bytes("wide.c", "\xFF\xFEi\0;\0", 6);
    FileId wide = src_add_path(&s, "wide.c", NULL, LANG_C, ROLE_MAIN);
    assert_int_not_equal(wide, 0);
    assert_memory_equal(src_file(&s, wide)->text, "i;", 3);
    put("bom.c", "\xEF\xBB\xBFx");
    FileId bom = src_add_path(&s, "bom.c", NULL, LANG_C, ROLE_MAIN);
    assert_int_equal(src_file(&s, bom)->size, 1);
    check_silent(&b->diags);
    src_release(&s);
}

static void test_borrowed(void **state)
{
    Sandbox *b = *state;
    static const char text[4 + 16] = "abc\n";
    SourceSet s;
    src_init(&s, &b->diags);
    FileId f = src_add_bytes(&s, "<stdin>", text, 4, LANG_CXX, ROLE_CONTRACT, false);
    assert_ptr_equal(src_file(&s, f)->text, text);
    assert_false(src_file(&s, f)->owned);
    assert_int_equal(src_file(&s, f)->lang, LANG_CXX);
    assert_int_equal(src_file(&s, f)->role, ROLE_CONTRACT);
    src_release(&s);
}

static void test_reading(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    put("sub/a.c", "int a;\n");
    FileId f = src_add_path(&s, "sub/a.c", "sub/a.c", LANG_C, ROLE_MAIN);
    assert_string_equal(src_file(&s, f)->path, "sub/a.c");
    assert_string_equal(src_file(&s, f)->text, "int a;\n");
    char absolute[1024];
    snprintf(absolute, sizeof absolute, "%s/sub/a.c", b->path);
    FileId g = src_add_path(&s, absolute, NULL, LANG_C, ROLE_MAIN);
    assert_string_equal(src_file(&s, g)->path, "sub/a.c");
    assert_true(src_file(&s, g)->hash == src_file(&s, f)->hash);
    /* Its size is given as 0, and yet there is something to read. */
    if (access("/proc/self/status", R_OK) == 0)
        assert_true(src_file(&s, src_add_path(&s, "/proc/self/status", NULL, LANG_C, ROLE_MAIN))->size > 0);
    check_silent(&b->diags);
    src_release(&s);
}

static void test_refusals(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    Diags *d = &b->diags;
    assert_int_equal(src_add_path(&s, "none.c", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(d, DIAG_ERROR, "'none.c'|No such file|check the path");
    assert_int_equal(mkdir("dir.c", 0755), 0);
    assert_int_equal(src_add_path(&s, "dir.c", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(d, DIAG_ERROR, "'dir.c'|it is a folder");
    assert_int_equal(mkfifo("fifo.c", 0644), 0);
    assert_int_equal(src_add_path(&s, "fifo.c", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(d, DIAG_ERROR, "'fifo.c'|it is a pipe|'-'");
    assert_int_equal(src_add_path(&s, "/dev/null", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(d, DIAG_ERROR, "'/dev/null'|it is a device");
    assert_int_equal(symlink("loop.c", "loop.c"), 0);
    assert_int_equal(src_add_path(&s, "loop.c", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(d, DIAG_ERROR, "'loop.c'|leads back to itself");
    if (geteuid() != 0) { /* root may read everything */
        put("secret.c", "x");
        chmod("secret.c", 0);
        assert_int_equal(src_add_path(&s, "secret.c", NULL, LANG_C, ROLE_MAIN), 0);
        check_says(d, DIAG_ERROR, "'secret.c'|Permission denied|check the permissions");
    }
    put_bytes("logo.bin",
              "\x7F"
              "ELF\0\0",
              6);
    assert_int_equal(src_add_path(&s, "logo.bin", NULL, LANG_C, ROLE_HEADER), 0);
    check_says(d, DIAG_NOTE, "'logo.bin'|looks like a binary file");
    put_bytes("wide32.dat", "\xFF\xFE\0\0x\0\0\0", 8);
    assert_int_equal(src_add_path(&s, "wide32.dat", NULL, LANG_C, ROLE_HEADER), 0);
    check_says(d, DIAG_NOTE, "'wide32.dat'");
    put_bytes("nul.c", "int a;\0int b;", 13);
    FileId f = src_add_path(&s, "nul.c", NULL, LANG_C, ROLE_MAIN);
    assert_int_equal(src_file(&s, f)->size, 13);
    check_says(d, DIAG_WARNING, "'nul.c'|NUL bytes|UTF-8");
    assert_int_equal(s.files.n, 2);
    src_release(&s);
}

static void test_limits(void **state)
{
    Sandbox *b = *state;
    SourceSet s;
    src_init(&s, &b->diags);
    put("huge.c", "");
    assert_int_equal(truncate("huge.c", (off_t)LIMIT_FILE_BYTES + 1), 0); /* a hole; nothing is written */
    assert_int_equal(src_add_path(&s, "huge.c", NULL, LANG_C, ROLE_MAIN), 0);
    check_says(&b->diags, DIAG_ERROR, "'huge.c'|256 MiB allowed for one file|split it");
    s.next_base = LIMIT_SOURCE_BYTES - 4;
    assert_int_not_equal(add(&s, "fits.c", "abc", 3), 0);
    assert_int_equal(s.next_base, LIMIT_SOURCE_BYTES);
    assert_int_equal(add(&s, "more.c", "", 0), 0);
    check_says(&b->diags, DIAG_ERROR, "'more.c'|all files of one run|in parts");
    src_release(&s);
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool source, header;
        Lang lang;
    } cases[] = {
        {"a.c", true, false, LANG_C},          {"d/a.cc", true, false, LANG_CXX},
        {"a.cpp", true, false, LANG_CXX},      {"a.cxx", true, false, LANG_CXX},
        {"a.c++", true, false, LANG_CXX},      {"a.C", true, false, LANG_CXX},
        {"a.b.c", true, false, LANG_C},        {"a.h", false, true, LANG_C},
        {"a.hh", false, true, LANG_CXX},       {"a.hpp", false, true, LANG_CXX},
        {"a.inl", false, true, LANG_CXX},      {"a.h.in", false, true, LANG_C},
        {"a.hpp.in", false, true, LANG_CXX},   {"a.h.cmake", false, true, LANG_C},
        {"a.h.cmake.in", false, true, LANG_C}, {"a.c.in", false, false, LANG_C},
        {"c", false, false, LANG_C},           {".c", false, false, LANG_C},
        {"d/.h", false, false, LANG_C},        {"a.o", false, false, LANG_C},
        {"a.c/b", false, false, LANG_C},       {"", false, false, LANG_C},
        {".in", false, false, LANG_C},         {"a.c~", false, false, LANG_C},
        {"Makefile.in", false, false, LANG_C}, {"x/.hidden.c", true, false, LANG_C},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        if (src_is_source_path(cases[i].path) != cases[i].source ||
            src_is_header_path(cases[i].path) != cases[i].header ||
            src_lang_of_path(cases[i].path) != cases[i].lang)
            fail_msg("'%s' is taken for something else", cases[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        sandboxed(test_lines),    sandboxed(test_places),       sandboxed(test_encodings),
        sandboxed(test_borrowed), sandboxed(test_reading),      sandboxed(test_refusals),
        sandboxed(test_limits),   cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
