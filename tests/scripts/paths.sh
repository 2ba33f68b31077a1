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
