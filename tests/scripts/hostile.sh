#!/usr/bin/env bash
# Input that is broken, absurd or hostile: each case has its exit status and a part of the message on standard error. The
# inputs are made here, in a folder that is removed at the end. 60 s and 4 GB per case only tell a hang and an explosion from
# work; nothing is measured. HOSTILE=NAME runs the cases whose name contains NAME; HOSTILE_KEEP=1 keeps the folder.
set -euo pipefail
: "${STOA:?the program to test}"
exec "${PYTHON:-python3}" - "$STOA" <<'PY'
import os, re, resource, shutil, signal, subprocess, sys, tempfile, threading
from concurrent.futures import ThreadPoolExecutor

stoa = os.path.abspath(sys.argv[1])
wanted = os.environ.get("HOSTILE", "")
root = tempfile.mkdtemp(prefix="hostile-")
GIB = 1 << 30

# A defect that every review finds, to show that what stands behind the trouble is still reviewed.
DEFECT = b"\n#include <stdio.h>\nvoid read_name(void)\n{\n    char name[16];\n    gets(name);\n    puts(name);\n}\n"

cases = []


def case(name, code, message="", args=None, stdin=None, absent="", folder=None, env=None, before=None, out=None):
    """Runs `args` (default: review what the builder wrote); `message` must be part of standard error, `absent` must not."""
    def register(build):
        cases.append((name, code, message, args, stdin, absent, folder, env, before, out, build))
        return build
    return register


def text(name, content, code=0, message="", file="input.c", **more):
    """A single file with these bytes."""
    def build(d):
        write(d, file, content() if callable(content) else content)
        return [file]
    case(name, code, message, **more)(build)


def write(d, name, content):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(content if isinstance(content, bytes) else content.encode())


# ---- bytes ----
text("empty file", b"")
text("one byte", b"x")
text("only NUL bytes", b"\0" * 5000, 0, "NUL bytes")
text("NUL bytes inside", b"int a;\0int b;" + DEFECT, 1, "NUL bytes")
text("no line end", b"int a;" + DEFECT.rstrip(), 1)
text("invalid UTF-8", b"/* \xff\xfe\xc0\xaf */ int \xc3\x28 a\x80;" + DEFECT, 1)
text("Latin-1", "// \u00fc\u00e4\u00f6\nchar const *name = \"J\u00fcrgen\";".encode("latin-1") + DEFECT, 1)
text("UTF-8 with byte order mark", b"\xef\xbb\xbfint a;" + DEFECT, 1)
text("UTF-16 little endian", "\ufeff" .encode("utf-16-le") + DEFECT.decode().encode("utf-16-le"), 1)
text("UTF-16 big endian", "\ufeff".encode("utf-16-be") + DEFECT.decode().encode("utf-16-be"), 1)
text("UTF-16 cut inside a character", b"\xff\xfei\0n\0t\0 \0a", 0)
text("UTF-16 lone surrogates", b"\xff\xfe" + b"\x00\xd8\x00\xd8\x41\x00", 0)
text("CRLF", DEFECT.replace(b"\n", b"\r\n"), 1)
text("CR alone", DEFECT.replace(b"\n", b"\r"), 0)
text("form feeds and vertical tabs", DEFECT.replace(b"    ", b"\f\v"), 1)
text("control characters", bytes(range(1, 32)) + DEFECT, 1)
text("all byte values", bytes(range(1, 256)) * 40)
text("backslashes at the end of all lines", b"\\\n" * 100000 + b"int a;")
text("trigraph-like", b"int a??(3??) = ??< 0 ??>; //\?\?/\nint b;")
text("one line of 50 MB", lambda: b"int x = 1" + b" + 1" * (50 * 1024 * 1024 // 4) + b";\n")
text("one comment of 20 MB", lambda: b"/*" + b"*" * (20 << 20) + b"*/" + DEFECT, 1)
text("one name of 1 MB", lambda: b"int " + b"a" * (1 << 20) + b";" + DEFECT, 1)
text("one string of 10 MB", lambda: b"char *s = \"" + b"x\\n" * (10 << 20 >> 1) + b"\";")
text("one number of 1 MB", lambda: b"long x = 1" + b"0" * (1 << 20) + b";")
text("binary named as source", bytes(range(256)) * 200, 0, "NUL bytes")


@case("binary in a folder", 0, "", args=["--stats"])
def _(d):
    write(d, "in/a.c", b"int a;\n")
    write(d, "in/data.bin", bytes(range(256)) * 20)
    return ["in"]


# ---- nesting and length ----
N = 10000


def nested(name, begin, middle, end, n=N, file="input.c", code=1):
    text(name, lambda: (begin * n + middle + end * n).encode() + DEFECT, code, file=file)


nested("nested parentheses", "(", "1", ")", code=1)
text("nested parentheses in a function", lambda: b"int f(int a) { return " + b"(" * N + b"a" + b")" * N + b"; }" + DEFECT, 1)
text("nested braces", lambda: b"void f(void) " + b"{" * N + b"}" * N + DEFECT, 1)
text("nested brackets", lambda: b"int f(int *a) { return " + b"a[" * N + b"0" + b"]" * N + b"; }" + DEFECT, 1)
text("nested #if", lambda: b"#if A\n" * N + b"int a;\n" + b"#endif\n" * N + DEFECT, 1)
text("nested #if with #else", lambda: b"".join(b"#ifdef A%d\nint a%d;\n#else\n" % (i, i) for i in range(N)) + b"#endif\n" * N + DEFECT, 1)
text("alternatives in a row", lambda: b"void f(int a) {\n" + b"".join(
    b"#ifdef A%d\na += %d;\n#else\na -= 1;\n#endif\n" % (i, i) for i in range(3000)) + b"}\n" + DEFECT, 1)
text("nested macro calls", lambda: b"#define F(x) (x)\nint a = " + b"F(" * N + b"1" + b")" * N + b";" + DEFECT, 1)
text("nested ternaries", lambda: b"int f(int a) { return " + b"a ? 1 : " * N + b"0; }" + DEFECT, 1)
text("nested ternaries to the left", lambda: b"int f(int a) { return " + b"a ? " * N + b"1" + b" : 0" * N + b"; }" + DEFECT, 1)
text("unary operators", lambda: b"int f(int a) { return " + b"- ~ ! " * N + b"a; }" + DEFECT, 1)
text("stars", lambda: b"int f(int a) { return " + b"*" * N + b"a; }" + DEFECT, 1)
text("pointers of a declarator", lambda: b"int " + b"*" * N + b"p;" + DEFECT, 1)
text("casts", lambda: b"int f(int a) { return " + b"(int)" * N + b"a; }" + DEFECT, 1)
text("sizeofs", lambda: b"int f(int a) { return " + b"sizeof " * N + b"a; }" + DEFECT, 1)
text("assignments", lambda: b"void f(int a) { " + b"a = " * N + b"1; }" + DEFECT, 1)
text("else-if chain", lambda: b"int f(int a) { " + b"".join(b"if (a == %d) return %d; else " % (i, i + 1) for i in range(N)) + b"return 0; }" + DEFECT, 1)
text("nested ifs", lambda: b"void g(void); void f(int a) { " + b"if (a++) " * N + b"g(); }" + DEFECT, 1)
text("nested loops", lambda: b"void g(void); void f(int a) { " + b"while (a++ < 3) " * N + b"g(); }" + DEFECT, 1)
text("nested dos", lambda: b"void f(int a) { " + b"do " * N + b"a++;" + b" while (a < 3);" * N + b"}" + DEFECT, 1)
text("nested switches", lambda: b"void f(int a) { " + b"switch (a) { case 1: " * 3000 + b"a++;" + b"}" * 3000 + b"}" + DEFECT, 1)
text("labels in a row", lambda: b"void f(int a) { " + b"".join(b"l%d: " % i for i in range(N)) + b"a++; }" + DEFECT, 1)
text("cases in a row", lambda: b"void f(int a) { switch (a) { " + b"".join(b"case %d: " % i for i in range(N)) + b"a++; } }" + DEFECT, 1)
text("nested initialiser braces", lambda: b"int a[] = " + b"{" * N + b"1" + b"}" * N + b";" + DEFECT, 1)
text("nested structures", lambda: b"struct { " * N + b"int a;" + b" } s;" * N + DEFECT, 1)
text("nested function declarators", lambda: b"int f" + b"(int (*p)" * N + b"(void)" + b")" * N + b";" + DEFECT, 1)
text("nested statement expressions", lambda: b"int f(int a) { return " + b"({ " * N + b"a;" + b" });" * N + b"}" + DEFECT, 1)
text("nested templates", lambda: b"template <class T> struct A {}; " + b"A<" * N + b"int" + b">" * N + b" a;" + DEFECT, 1, file="input.cpp")
text("nested lambdas", lambda: b"void f() { " + b"auto a = [&] { " * 2000 + b"return 1;" + b" };" * 2000 + b" }" + DEFECT, 1, file="input.cpp")
text("nested namespaces", lambda: b"namespace a { " * N + b"int x;" + b" }" * N + DEFECT, 1, file="input.cpp")
text("nested classes", lambda: b"class A { " * N + b"int x;" + b" };" * N + DEFECT, 1, file="input.cpp")
text("nested tries", lambda: b"void f() { " + b"try { " * 3000 + b"throw 1;" + b" } catch (...) { }" * 3000 + b" }" + DEFECT, 1, file="input.cpp")
text("long qualified name", lambda: b"int x = " + b"a::" * N + b"b;" + DEFECT, 1, file="input.cpp")
text("chain of calls", lambda: b"void f(A a) { a" + b".b()" * N + b"; }" + DEFECT, 1, file="input.cpp")
text("chain of outputs", lambda: b"void f(A a) { a" + b" << 1" * N + b"; }" + DEFECT, 1, file="input.cpp")
text("sum of many", lambda: b"int f(int a) { return a" + b" + a" * 100000 + b"; }" + DEFECT, 1)
text("commas", lambda: b"void f(int a) { a" + b", a" * 100000 + b"; }" + DEFECT, 1)
text("many arguments", lambda: b"void g(); void f(int a) { g(a" + b", a" * 100000 + b"); }" + DEFECT, 1)
text("unknown macros in a row", lambda: b"FOO(a, b) BAR(c)\n" * 50000)
text("unknown macros in a function", lambda: b"void f(void) {\n" + b"FOO(a, b) BAR(c)\n" * 50000 + b"}\n")
text("open braces without end", lambda: b"{" * 300000)
text("open braces in a function", lambda: b"void f(void) " + b"{" * 300000)
text("closing braces", lambda: b"}" * 300000 + DEFECT, 1)
text("open parentheses without end", lambda: b"int x = " + b"(" * 300000)
text("open angles without end", lambda: b"A" + b"<A" * 100000, file="input.cpp")
text("semicolons", lambda: b";" * 1000000 + DEFECT, 1)
text("colons", lambda: b"void f() { " + b"a:" * 50000 + b" }", file="input.cpp")

# ---- what does not end ----
text("string without end", b"char *s = \"abc\nint a;" + DEFECT, 1)
text("character without end", b"char c = 'a\nint a;" + DEFECT, 1)
text("comment without end", b"int a; /* " + b"no end" * 100)
text("raw string without end", b"const char *s = R\"abc( no end" + DEFECT, file="input.cpp")
text("raw string with a long delimiter", b"const char *s = R\"" + b"d" * 100 + b"(x)\";", file="input.cpp")
text("#if without end", b"#ifdef A\nint a;" + DEFECT, 1)
text("macro call without end", b"#define F(x) x\nint a = F(1, (2" + DEFECT)
text("function without end", b"int f(int a) { if (a) { return 1;")
text("#else without #if", b"#else\n#endif\n#elif 1\n#endif" + DEFECT, 1)
text("#define without name", b"#define\n#define (\n#define F(\n#define G(a,\n#define H(a b) x\n#undef\n#" + DEFECT, 1)
text("unknown directives", b"#frobnicate\n#line x\n#line 999999999999 \"a\"\n#pragma\n#error stop\n#warning\n#ident\n#!\n" + DEFECT, 1)

# ---- includes ----
text("include of itself", b"#include \"input.c\"\nint a;" + DEFECT, 1)
text("missing include", b"#include \"nowhere.h\"\n#include <nowhere/at/all.h>\n#include\n#include <\n#include \"\n#include A(\n" + DEFECT, 1)


@case("cycle of three includes", 1)
def _(d):
    for a, b in (("a.h", "b.h"), ("b.h", "c.h"), ("c.h", "a.h")):
        write(d, a, '#include "%s"\nint from_%s;\n' % (b, a[0]))
    write(d, "main.c", b'#include "a.h"\n' + DEFECT)
    return ["main.c"]


@case("include of a folder", 1)
def _(d):
    os.makedirs(os.path.join(d, "sub.h"))
    write(d, "main.c", b'#include "sub.h"\n#include "."\n#include "/"\n#include "/dev/zero"\n' + DEFECT)
    return ["main.c"]


@case("chain of 500 includes", 1)
def _(d):
    for i in range(500):
        write(d, "h%d.h" % i, '#include "h%d.h"\nint v%d;\n' % (i + 1, i))
    write(d, "main.c", b'#include "h0.h"\n' + DEFECT)
    return ["main.c"]


@case("header that includes the same header 5000 times", 1)
def _(d):
    write(d, "a.h", b"int a;\n" * 20)
    write(d, "main.c", b'#include "a.h"\n' * 5000 + DEFECT)
    return ["main.c"]


@case("exponential includes", 1)
def _(d):
    for i in range(40):
        write(d, "e%d.h" % i, '#include "e%d.h"\n#include "e%d.h"\n' % (i + 1, i + 1))
    write(d, "main.c", b'#include "e0.h"\n' + DEFECT)
    return ["main.c"]


# ---- macros ----
text("macro bomb", b"#define A0 x\n" + b"".join(b"#define A%d A%d A%d\n" % (i + 1, i, i) for i in range(30)) + b"int a = A30;" + DEFECT, 1,
     "expansion of macro 'A30'")
text("macro bomb by arguments", b"#define D(x) x x\nint a = " + b"D(" * 40 + b"1" + b")" * 40 + b";" + DEFECT, 1, "expansion of macro 'D'")
text("recursive macros", b"#define A B\n#define B A\n#define F(x) F(F(x))\n#define G G(G)\nint a = A + F(1) + G;" + DEFECT, 1)
text("macro with 10000 parameters", lambda: b"#define F(" + b", ".join(b"p%d" % i for i in range(N)) + b") p0 + p9999\nint a = F("
     + b", ".join(b"%d" % i for i in range(N)) + b");" + DEFECT, 1)
text("macro with a body of 1 MB", lambda: b"#define F " + b"+ 1 " * (1 << 18) + b"\nint a = 1 F F;" + DEFECT, 1)
text("pasting garbage", b"#define P(a, b) a ## b\nint x = P(+, 1) P(., .) P(/, /) P(\", \") P(1, .e+) P(, ) P(@, #);" + DEFECT, 1)
text("## at the edges", b"#define A ## x\n#define B(x) x ##\n#define C(x) # y\nint a = A B(1) C(2);" + DEFECT, 1)
text("keywords as macros", b"#define int long\n#define if while\n#define return\n#define struct union\n#define void\nint f(int a) { if (a) return a; }\n")
text("defined as a macro", b"#define defined 1\n#define __VA_ARGS__ 2\n#define __FILE__ 3\n#undef __LINE__\n#if defined(A) && defined defined\nint a;\n#endif" + DEFECT, 1)
text("#if with a division by zero", b"#if 1 / 0\nint a;\n#elif 1 % (2 - 2)\nint b;\n#else\nint c;\n#endif" + DEFECT, 1)
text("#if with overflow", b"#if 9223372036854775807 + 1 > 99999999999999999999999 << 500 || -9223372036854775807 - 1 / -1\nint a;\n#endif" + DEFECT, 1)
text("#if with 10000 operands", lambda: b"#if 1" + b" + A" * N + b"\nint a;\n#endif" + DEFECT, 1)
text("#if with 10000 parentheses", lambda: b"#if " + b"(" * N + b"A" + b")" * N + b"\nint a;\n#endif" + DEFECT, 1)
text("#if with 10000 ternaries", lambda: b"#if " + b"A ? 1 : " * N + b"0\nint a;\n#endif" + DEFECT, 1)
text("#if without anything", b"#if\n#elif\n#elifdef\n#ifdef\n#ifndef 3\n#endif\n#endif\n#endif" + DEFECT, 1)
text("#if with garbage", b"#if )( && ] 'x \"y\" # ## @ 1 2 3 = 4\nint a;\n#endif" + DEFECT, 1)
text("macro call over directives", b"#define F(x) x\nint a = F(\n#if A\n1\n#else\n2\n#endif\n);" + DEFECT, 1)

# ---- code that is no code ----
text("prose", b"This is not a program. It's a letter, (with brackets] and \"quotes\n" * 2000)
text("JSON", b'{"a": [1, 2, {"b": null}], "c": "d"}' * 2000)
text("negative array and bit-field sizes", b"int a[-1]; int b[1 << 62]; struct s { int x : -3; int y : 999; int z[0x7fffffffffffffff][0x7fffffffffffffff]; };" + DEFECT, 1)
text("types that hold themselves", b"struct a { struct a x; }; union u { union u y[2]; }; typedef t t; typedef struct b c; struct b { c z; };" + DEFECT, 1)
text("classes that inherit from themselves", b"struct A : A { int x; }; struct B : C {}; struct C : B {}; int f(C c) { return c.x; }" + DEFECT, 1, file="input.cpp")
text("enumerators that depend on themselves", b"enum e { A = B, B = A, C = C + 1, D = sizeof(enum e) }; int f(void) { return A + C; }" + DEFECT, 1)
text("goto to nowhere", b"void f(int a) { goto x; y: y: if (a) goto y; break; continue; case 3: default: default: ; }" + DEFECT, 1)

# ---- files ----
case("no such file", 2, "cannot read 'nowhere.c'")(lambda d: ["nowhere.c"])


@case("no such file beside a good one", 2, "cannot read 'nowhere.c'", out="CWE-242")
def _(d):
    write(d, "good.c", DEFECT)
    return ["nowhere.c", "good.c"]


@case("a folder named x.c", 0)
def _(d):
    write(d, "x.c/inner.c", b"int a;\n")
    return ["x.c"]


@case("folder without source", 0, out="No C or C++ source was found")
def _(d):
    write(d, "in/readme.txt", b"nothing")
    return ["in"]


@case("dangling symbolic link", 2, "cannot read 'link.c'")
def _(d):
    os.symlink("nowhere.c", os.path.join(d, "link.c"))
    return ["link.c"]


@case("symbolic link to itself", 2, "cannot read 'link.c'")
def _(d):
    os.symlink("link.c", os.path.join(d, "link.c"))
    return ["link.c"]


@case("loop of folders", 1)
def _(d):
    write(d, "in/a/main.c", DEFECT)
    os.symlink("..", os.path.join(d, "in/a/up"))
    os.symlink("../..", os.path.join(d, "in/a/further"))
    return ["in"]


@case("dangling link in a folder", 2, "cannot read 'in/lost.c'", out="CWE-242")
def _(d):
    write(d, "in/main.c", DEFECT)
    os.symlink("nowhere", os.path.join(d, "in/lost.c"))
    return ["in"]


@case("FIFO", 2, "cannot read 'pipe.c'")
def _(d):
    os.mkfifo(os.path.join(d, "pipe.c"))
    return ["pipe.c"]


@case("FIFO in a folder", 1)
def _(d):
    write(d, "in/main.c", DEFECT)
    os.mkfifo(os.path.join(d, "in/pipe.c"))
    return ["in"]


@case("FIFO as header", 1)
def _(d):
    os.mkfifo(os.path.join(d, "pipe.h"))
    write(d, "main.c", b'#include "pipe.h"\n' + DEFECT)
    return ["main.c"]


case("device", 2, "cannot read '/dev/null'")(lambda d: ["/dev/null"])
case("endless device", 2, "cannot read '/dev/zero'")(lambda d: ["/dev/zero"])


def drop_root():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


@case("unreadable file", 2, "cannot read 'secret.c'", before=drop_root)
def _(d):
    write(d, "secret.c", DEFECT)
    os.chmod(os.path.join(d, "secret.c"), 0)
    return ["secret.c"]


@case("unreadable folder", 2, "cannot read 'secret'", before=drop_root)
def _(d):
    write(d, "secret/main.c", DEFECT)
    os.chmod(os.path.join(d, "secret"), 0)
    return ["secret"]


@case("very long file name", 1)
def _(d):
    name = "n" * 250 + ".c"
    write(d, name, DEFECT)
    return [name]


case("too long file name", 2, "cannot read 'nnnn")(lambda d: ["n" * 5000 + ".c"])


@case("deep folders", 1)
def _(d):
    path = "in/" + "/".join(["d"] * 100)
    write(d, path + "/main.c", DEFECT)
    return ["in"]


@case("file name with a line end and escapes", 1, absent="\x1b]")
def _(d):
    name = "a\nb\x1b]0;title\x07\t.c"
    write(d, name, DEFECT)
    return ["./" + name]


@case("file name that is no UTF-8", 1)
def _(d):
    name = b"\xff\xfe.c"
    with open(os.path.join(d.encode(), name), "wb") as f:
        f.write(DEFECT)
    return [os.fsdecode(b"./" + name)]


@case("file name like an option", 1)
def _(d):
    write(d, "--version.c", DEFECT)
    return ["--", "--version.c"]


case("empty argument", 2, "an empty path")(lambda d: [""])


@case("the same file many times", 1)
def _(d):
    write(d, "main.c", DEFECT)
    return ["main.c", "./main.c", os.path.join(d, "main.c")] * 100


@case("broken .gitignore", 1)
def _(d):
    write(d, "in/main.c", DEFECT)
    write(d, "in/.gitignore", b"[\n***/\\\n!\n[!\n\\\n" + b"*" * 10000 + b"x\n" + b"\xff\0\n")
    return ["in"]


# ---- compile_commands.json ----
def commands(name, content, code, message="", **more):
    @case(name, code, message, args=["--compile-commands", "cc.json"], **more)
    def _(d):
        write(d, "main.c", DEFECT)
        write(d, "cc.json", content.replace("@DIR@", d) if isinstance(content, str) else content)
        return ["main.c"]


ENTRY = '{"directory": "@DIR@", "file": "main.c", "command": "cc -c main.c"}'
commands("commands: good", "[" + ENTRY + "]", 1)
commands("commands: truncated", "[" + ENTRY[:-10], 2, "cc.json")
commands("commands: empty file", "", 2, "cc.json")
commands("commands: not JSON", "\x7fELF", 2, "cc.json")
commands("commands: an object", "{}", 2, "cc.json")
commands("commands: an empty list", "[]", 1)
commands("commands: wrong types", '[1, null, "x", [], {"file": 3}, {"directory": [], "file": "main.c", "command": {}}, ' + ENTRY + "]", 2, "an entry must be an object", out="CWE-242")
commands("commands: missing file", '[{"directory": "@DIR@", "command": "cc -c main.c"}, ' + ENTRY + "]", 2, "has no \"file\"", out="CWE-242")
commands("commands: folder that is not there", '[{"directory": "nowhere/../at/all", "file": "main.c", "command": "cc -c main.c"}, ' + ENTRY + "]", 1)
commands("commands: quotes without end", '[{"directory": "@DIR@", "file": "main.c", "command": "cc -DA=\'x \\"y -c main.c"}]', 2, "is not closed", out="CWE-242")
commands("commands: arguments of all kinds", '[{"directory": "@DIR@", "file": "main.c", "arguments": ["cc", "-I", "", "-D", "-U", "-include", "nowhere.h", 3, null, "-x"]}]', 2, "is not a string", out="CWE-242")
commands("commands: ends with -D", '[{"directory": "@DIR@", "file": "main.c", "command": "cc -c main.c -D"}]', 1)
commands("commands: absurd definitions", '[{"directory": "@DIR@", "file": "main.c", "command": "cc -D1=2 -DF(x,=y -D= -DA(B)(C)=( -U+ -c main.c"}]', 1)
commands("commands: command of 5 MB", '[{"directory": "@DIR@", "file": "main.c", "command": "cc ' + "-DA=1 " * 900000 + '-c main.c"}]', 1)
commands("commands: 5000 include folders", '[{"directory": "@DIR@", "file": "main.c", "command": "cc ' + "".join("-Id%d " % i for i in range(5000)) + '-c main.c"}]', 1)
commands("commands: nested arrays", "[" * 100000, 2, "cc.json")
commands("commands: duplicates", "[" + ", ".join([ENTRY] * 500) + "]", 1)
commands("commands: NUL in a string", '[{"directory": "@DIR@", "file": "ma\\u0000in.c", "command": "cc"}, ' + ENTRY + "]", 2, "not valid JSON", out="CWE-242")
commands("commands: lone surrogate", '[{"directory": "@DIR@", "file": "\\ud800.c", "command": "cc"}]', 2, "cc.json")
commands("commands: response file of itself", '[{"directory": "@DIR@", "file": "main.c", "command": "cc @cc.json -c main.c"}]', 1)


@case("commands: missing database", 2, "nowhere.json", args=["--compile-commands", "nowhere.json"])
def _(d):
    write(d, "main.c", DEFECT)
    return ["main.c"]


# ---- standard input, lists, options, output ----
case("standard input: empty", 0, args=["--lang", "c"], stdin=b"")(lambda d: ["-"])
case("standard input: binary", 0, "NUL bytes", args=["--lang", "c"], stdin=bytes(range(256)) * 100)(lambda d: ["-"])
case("standard input: closed", 2, "cannot read standard input", args=["--lang", "c"], stdin="closed")(lambda d: ["-"])
case("standard input: a folder", 2, "cannot read standard input", args=["--lang", "c"], stdin="folder")(lambda d: ["-"])
case("standard input: twice", 1, args=["--lang", "c"], stdin=DEFECT)(lambda d: ["-", "-"])
case("standard input: defect", 1, args=["--lang", "c"], stdin=DEFECT)(lambda d: ["-"])
case("no arguments", 2, "nothing to review")(lambda d: [])
case("unknown option", 2, "unknown option", args=["--frobnicate"])(lambda d: ["x.c"])
case("option without its argument", 2, "needs an argument")(lambda d: ["x.c", "--format"])
case("wrong format", 2, "--format", args=["--format", "xml"])(lambda d: ["x.c"])
case("wrong number of jobs", 2, "--jobs", args=["--jobs", "99999999999999999999"])(lambda d: ["x.c"])
case("wrong check", 2, "--check", args=["--check", "a" * 10000])(lambda d: ["x.c"])
case("missing list", 2, "cannot read the list")(lambda d: ["@nowhere"])


@case("list that names itself", 2, "cannot name another list")
def _(d):
    write(d, "list", b"@list\n")
    return ["@list"]


@case("list that is binary", 2, "list")
def _(d):
    write(d, "list", bytes(range(256)))
    return ["@list"]


@case("list with odd lines", 1)
def _(d):
    write(d, "main.c", DEFECT)
    write(d, "list", b"\r\n\n   \nmain.c\r\n\n")
    return ["@list"]


@case("output to a full device", 2, "/dev/full", args=["-o", "/dev/full"])
def _(d):
    write(d, "main.c", DEFECT)
    return ["main.c"]


@case("standard output is a full device", 2, "standard output", out=open("/dev/full", "w"))
def _(d):
    write(d, "main.c", DEFECT)
    return ["main.c"]


@case("output to a folder", 2, "sub", args=["-o", "sub"])
def _(d):
    write(d, "sub/x", b"")
    write(d, "main.c", DEFECT)
    return ["main.c"]


@case("output to nowhere", 2, "nowhere/report", args=["-o", "nowhere/report"])
def _(d):
    write(d, "main.c", DEFECT)
    return ["main.c"]


# ---- running ----
sanitized = "exitcode=86" in os.environ.get("ASAN_OPTIONS", "")


def limits():
    # The sanitizers reserve terabytes of addresses; there the resident size is bounded instead.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not sanitized and not probe_failed:
        resource.setrlimit(resource.RLIMIT_AS, (4 * GIB, 4 * GIB))


def run(item):
    index, (name, code, message, args, stdin, absent, folder, env, before, out, build) = item
    d = os.path.join(root, "%03d" % index)
    os.makedirs(d)
    operands = build(d)
    if before:
        for base, folders, files in os.walk(root):
            break
        os.chmod(root, 0o755)
        os.chmod(d, 0o755)
    environment = dict(os.environ, **(env or {}))
    environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":hard_rss_limit_mb=4000:allocator_may_return_null=0"

    def prepare():
        limits()
        if before:
            before()
        if stdin == "closed":
            os.close(0)

    given = subprocess.DEVNULL
    if isinstance(stdin, bytes):
        path = os.path.join(d, "stdin")
        with open(path, "wb") as f:
            f.write(stdin)
        given = open(path, "rb")
    elif stdin == "folder":
        given = os.open(d, os.O_RDONLY)
    printed = out if hasattr(out, "fileno") else subprocess.PIPE
    try:
        done = subprocess.run([stoa, "review", "--jobs", "2", "--no-progress"] + (args or []) + operands, cwd=d, stdin=given, stdout=printed,
                              stderr=subprocess.PIPE, preexec_fn=prepare, env=environment, timeout=600 if sanitized else 60)
    except subprocess.TimeoutExpired:
        return name, "still running after a minute"
    finally:
        if not os.environ.get("HOSTILE_KEEP"):
            shutil.rmtree(d, ignore_errors=True)
    err = done.stderr.decode(errors="replace")
    shown = (done.stdout or b"").decode(errors="replace")
    if done.returncode != code:
        return name, "exit status %s instead of %d: %s" % (done.returncode, code, err.strip()[:300])
    if message not in err:
        return name, "standard error lacks %r: %s" % (message, err.strip()[:300])
    if absent and (absent in err or absent in shown):
        return name, "%r was printed" % absent
    if isinstance(out, str) and out not in shown:
        return name, "the report lacks %r" % out
    if code == 1 and "gets" not in shown:
        return name, "the defect was not found"
    return name, None


probe_failed = subprocess.run([stoa, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (4 * GIB, 4 * GIB))).returncode != 0
os.umask(0o022)
selected = [(i, c) for i, c in enumerate(cases) if wanted in c[0]]
failed = 0
try:
    with ThreadPoolExecutor(2) as pool:
        for name, problem in pool.map(run, selected):
            if problem:
                failed += 1
                print("FAIL %s: %s" % (name, problem), flush=True)
finally:
    if not os.environ.get("HOSTILE_KEEP"):
        shutil.rmtree(root, ignore_errors=True)
print("hostile: %d cases, %d failed" % (len(selected), failed))
if not wanted and len(selected) < 60:
    sys.exit("hostile: fewer cases than there should be")
sys.exit(1 if failed else 0)
PY
