#!/usr/bin/env bash
# The path of a finding tells what bears on the defect and leaves out the rest; the values shown with it, and the input given as its trigger, really lead
# there. Each case is a program with its defect, the steps expected of its path (line, part of the text, part of the values) and the
# lines that must not be told of.
set -euo pipefail
exec "$PYTHON" - "$STOA" <<'PY'
import json, subprocess, sys

stoa = sys.argv[1]
failures = []
checked = 0


def review(text, *options):
    done = subprocess.run([stoa, "review", "-q", "--severity", "note", "--lang", "c", "--format", "json", *options, "-"],
                          input=text.encode(), capture_output=True, timeout=100)
    if done.returncode not in (0, 1):
        sys.exit("exit status %d: %s" % (done.returncode, done.stderr.decode(errors="replace")))
    return json.loads(done.stdout)


def expect(name, ok, detail=""):
    global checked
    checked += 1
    if not ok:
        failures.append("%s: %s" % (name, detail))


def case(name, text, cwes, line, steps, silent=(), witness=None):
    """steps: (line, text, values) in order; other steps may stand between them."""
    for options in ((), ("--no-solver",)):
        report = review(text, *options)
        found = [f for f in report["findings"] if f["cwe"] in cwes and f["place"]["line"] == line]
        label = name + " ".join(("",) + options)
        expect(label, len(found) == 1, "%d findings" % len(found))
        if len(found) != 1:
            continue
        path = found[0].get("path", [])
        told = "\n".join("    %d %s (%s)" % (s["line"], s["text"], s.get("values")) for s in path)
        at = 0
        for wanted_line, wanted, values in steps:
            while at < len(path) and not (path[at]["line"] == wanted_line and wanted in path[at]["text"]
                                          and values in path[at].get("values", "")):
                at += 1
            expect(label, at < len(path), "no step '%s' with '%s' in line %d of\n%s" % (wanted, values, wanted_line, told))
            at += 1
        for s in path:
            expect(label, s["line"] not in silent, "line %d does not bear on it\n%s" % (s["line"], told))
        if witness is not None:
            expect(label, witness(found[0].get("witness", "")), "triggered by '%s'" % found[0].get("witness"))


case("a null pointer that one branch leaves as it is", """\
int first(int argc, char **argv)
{
    char *s = 0;
    int unused = argc * 2;
    if (unused > 100)
        unused = 0;
    if (argc > 3)
        s = argv[1];
    if (argc > 2)
        return s[0] + unused;
    return 0;
}
""", {476}, 10, [(3, "`s` is set to null", ""), (7, "`argc > 3` is false", "argc = 3"), (9, "`argc > 2` is true", "argc = 3"),
                 (10, "reads `s[0]`", "")], silent={4, 6}, witness=lambda w: "`argc` = 3" in w)

case("memory that was given back", """\
#include <stdlib.h>
int use(int again)
{
    char *p = malloc(10);
    if (!p)
        return 0;
    p[0] = 1;
    free(p);
    if (again == 7)
        p[1] = 2;
    return 1;
}
""", {416}, 10, [(4, "`malloc` makes a block of 10 bytes", ""), (8, "`free` gives back", ""), (9, "`again == 7` is true", "again = 7"),
                 (10, "writes `p[1]`", "")], silent={7}, witness=lambda w: "`again` = 7" in w)


def length_of(w):
    parts = dict(p.split(" = ") for p in w.replace("`", "").split(", ") if " = " in p)
    return int(parts.get("header[0]", 0)) * 256 + int(parts.get("header[1]", 0))


case("a length that the peer chooses", """\
#include <string.h>
#include <sys/socket.h>
int message(int fd, const char *from)
{
    unsigned char header[2];
    char buf[64];
    if (recv(fd, header, sizeof header, 0) != 2)
        return -1;
    int len = header[0] << 8 | header[1];
    if (len > 512)
        return -1;
    memcpy(buf, from, (size_t)len);
    return buf[0];
}
""", {121, 787, 125}, 12, [(7, "`recv` fills `header` from the network", ""), (9, "`len` is set to", "len = "),
                           (10, "`len > 512` is false", "")], witness=lambda w: 64 < length_of(w) <= 512)

case("a callee that is entered", """\
static int half(int n)
{
    return 100 / n;
}
int whole(int argc)
{
    int d = argc - 3;
    if (argc < 4)
        return half(d);
    return 0;
}
int main(int argc, char **argv)
{
    int n = 0;
    (void)argv;
    if (argc == 2)
        return half(n);
    return whole(4);
}
""", {369}, 3, [(17, "calls `half`", ""), (3, "computes `100 / n`", "")])

# More ways than the engine keeps apart: they are joined, and what is told is one of them that is possible from its beginning to the defect.
JOINED = """\
int copy(int kind, int a, int b, int c, int d, const char *text)
{
    const char *from = 0;
    int rc = 0, flags = 0, width = 1, other = 0;
    if (kind == 1)
        from = text;
    else if (kind == 2)
        rc = 7;
    else
        rc = %d;
    if (a > 3)
        flags = 1;
    if (b > 5)
        width = 2;
    if (c > 7)
        other = flags + 1;
    if (d > 9)
        flags = width;
    if (rc == 0)
        return from[0] + flags + width + other;
    return -1;
}
"""
null_of = lambda text, *options: [f for f in review(text, *options)["findings"] if f["cwe"] == 476]
expect("ways that were joined, none with the defect", not null_of(JOINED % 5), str(null_of(JOINED % 5)))
case("the only one of the joined ways that has the defect", JOINED % 0, {476}, 20,
     [(3, "`from` is set to null", ""), (5, "`kind == 1` is false", "kind = "), (20, "reads `from[0]`", "")], silent={6, 8, 12, 14, 16, 18},
     witness=lambda w: "`kind` = " in w and "`kind` = 1" not in w and "`kind` = 2" not in w)

# What was assumed before the ways were joined still counts for each of them.
DOUBLE = """\
#include <stdlib.h>
int send_all(int mode, int a, int b, int c, int d)
{
    char *block = malloc(16);
    int sum = 0, done = 0;
    if (!block)
        return -1;
    if (mode %s 4) {
        free(block);
        done = 1;
    }
    sum += a > 3 ? 1 : 2;
    sum += b > 3 ? 10 : 20;
    sum += c > 3 ? 100 : 200;
    sum += d > 3 ? 1000 : 2000;
    if (mode == 4)
        block[0] = (char)sum;
    if (!done)
        free(block);
    return sum;
}
"""
freed = lambda text: [f["place"]["line"] for f in review(text)["findings"] if f["cwe"] == 416]
expect("used before it is freed", freed(DOUBLE % "!=") == [], str(freed(DOUBLE % "!=")))
case("used after it was freed, behind a join", DOUBLE % "==", {416}, 17,
     [(8, "`mode == 4` is true", "mode = 4"), (9, "`free` gives back", ""), (17, "writes `block[0]`", "")],
     witness=lambda w: "`mode` = 4" in w)

# Members of one object that have nothing to do with the one that matters.
case("the member that matters", """\
struct job { const char *in; const char *out; int level; int mode; };
int run(int argc, const char *name)
{
    struct job job;
    job.in = 0;
    job.out = 0;
    job.level = 3;
    job.mode = 1;
    if (argc > 2)
        job.in = name;
    job.level += argc;
    if (job.mode)
        return job.in[0] + job.level;
    return 0;
}
""", {476}, 13, [(5, "`job.in` is set to null", ""), (9, "`argc > 2` is false", "argc = "), (13, "reads `job.in[0]`", "")],
     silent={6, 7, 10, 11})

# Only arithmetic shows that no value takes both ways: the solver, where there is one, drops the finding.
IMPOSSIBLE = """\
int pick(unsigned x, const char *p)
{
    const char *q = 0;
    if (x % 2 == 0)
        q = p;
    if (((x * 3) & 1) == 0)
        return *q;
    return 0;
}
"""
report = review(IMPOSSIBLE)
without = review(IMPOSSIBLE, "--no-solver")
null = lambda r: [f["place"]["line"] for f in r["findings"] if f["cwe"] == 476]
expect("without the solver", null(without) == [7], str(null(without)))
built_without = any("built without" in s for s in report["notCovered"])
expect("with the solver", null(report) == ([7] if built_without else []), str(null(report)))

report = review("int main(void)\n{\n    return 0;\n}\n", "--no-solver")
expect("--no-solver", any("was not put to the solver" in s for s in report["notCovered"]), str(report["notCovered"]))

for failure in failures:
    print("FAILED " + failure)
print("%d checked" % checked)
sys.exit(1 if failures else 0)
PY
