#!/usr/bin/env python3
"""Tests the benchmark's own tools on the samples in this folder.

usage: selftest.py TRUTH_PROGRAM [--update]

1. The rows that the truth program makes of the samples are those of the .tsv files beside them, which were
   checked by hand against FORMAT.md (--update writes them anew: check them again).
2. compare.py gives 100 % for the rows themselves, and the right figures for rows with known damage.
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = ["sample.c", "sample.h", "sample.cpp"]
LLVM = os.environ.get("LLVM19", "/usr/lib/llvm-19")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def make_truth(program, temp):
    """Runs the truth program over copies of the samples; returns the rows by sample."""
    for tree in ("configured/sample", "corpus/sample"):
        for name in SAMPLES:
            write(os.path.join(temp, tree, name), read(os.path.join(HERE, name)))
    base = os.path.join(temp, "configured/sample")
    write(os.path.join(base, "compile_commands.json"), json.dumps([
        {"directory": base, "file": "sample.c", "arguments": ["gcc", "-std=gnu11", "-c", "sample.c"]},
        {"directory": base, "file": "sample.cpp", "arguments": ["g++", "-std=c++17", "-c", "sample.cpp"]}]))
    out = os.path.join(temp, "truth/sample")
    run = subprocess.run([program, base, os.path.join(temp, "corpus/sample"), out, LLVM + "/lib/clang/19"],
                         capture_output=True, text=True, check=True)
    assert "2 units, 0 with errors" in run.stdout, run.stdout + run.stderr
    return {name: read(os.path.join(out, name + ".tsv")) for name in SAMPLES}


def compare(temp, change):
    """The table lines of compare.py by language, for the truth's own rows after change(lines)."""
    lines = []
    for name in SAMPLES:
        text = read(os.path.join(temp, "truth/sample", name + ".tsv"))
        text = text.replace("file\t", "file\t" + os.path.join(temp, "corpus/sample/"))
        lines += [x for x in text.splitlines() if not x.startswith(("lang", "whole", "unsure"))]
    write(os.path.join(temp, "stoa/sample.tsv"), "\n".join(change(lines)) + "\n")
    run = subprocess.run([sys.executable, os.path.join(HERE, "../compare.py"), os.path.join(temp, "truth"),
                          os.path.join(temp, "stoa"), os.path.join(temp, "corpus"), "--check"],
                         capture_output=True, text=True, check=False)
    return run.returncode, run.stdout


def row_of(output, name):
    """The cells of a table row: (per cent, number), None for a missing figure."""
    line = next(x for x in output.splitlines() if x.startswith(name + " "))
    cells = line[len(name):].replace("/", " ").split()
    out, i = [], 0
    while i < len(cells):
        if cells[i] == "-":
            out.append(None)
            i += 1
        else:
            out.append((float(cells[i]), int(cells[i + 1])))
            i += 2
    return out


def main():
    program = os.path.abspath(sys.argv[1])
    failed = 0

    def check(what, good, more=""):
        nonlocal failed
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {what}{more if not good else ''}")

    with tempfile.TemporaryDirectory() as temp:
        got = make_truth(program, temp)
        for name, text in got.items():
            expected = os.path.join(HERE, name + ".tsv")
            if "--update" in sys.argv:
                write(expected, text)
            want = read(expected).splitlines()
            have = text.splitlines()
            differs = [f"\n  - {x}" for x in want if x not in have] + [f"\n  + {x}" for x in have if x not in want]
            check(f"truth of {name}: {len(have)} rows", want == have, "".join(differs))

        code, out = compare(temp, lambda rows: rows)
        full = [c for c in row_of(out, "C") + row_of(out, "C++") if c]
        check("rows equal to truth: 100 % and nothing extra",
              code == 0 and all(c[0] in (100.0, 0.0) for c in full) and "MISSED" not in out, "\n" + out)

        # Every name forty lines lower.
        code, out = compare(temp, lambda rows: [
            "\t".join([r.split("\t")[0], str(int(r.split("\t")[1]) + 40), *r.split("\t")[2:]])
            if r.startswith(("func", "call", "mcall")) else r for r in rows])
        c = row_of(out, "C")
        check("names on other lines are not found", code == 1 and c[0][0] == c[1][0] == c[2][0] == 0.0, "\n" + out)

        # One line lower is still found.
        code, out = compare(temp, lambda rows: [
            "\t".join([r.split("\t")[0], str(int(r.split("\t")[1]) + 1), *r.split("\t")[2:]])
            if r.startswith(("func", "call", "mcall")) else r for r in rows])
        check("names one line lower are found", code == 0, "\n" + out)

        # Casts read as calls.
        code, out = compare(temp, lambda rows: [r.replace("expr\tcast", "expr\tcall") for r in rows])
        check("casts read as calls are named so", code == 1 and "as call" in out, "\n" + out)

        # Damaged operands, a missing and an extra expression.
        def damage(rows):
            rows = [r for r in rows if not r.startswith("expr\tcond")]
            i = next(i for i, r in enumerate(rows) if r.startswith("expr\tasg"))
            return rows[:i] + [rows[i] + "9"] + rows[i + 1:]

        code, out = compare(temp, damage)
        check("damaged and missing expressions are told apart",
              "expr cond missing: 3" in out and "expr asg operands: 1" in out, "\n" + out)

        whole = next(x.split("\t") for x in got["sample.c"].splitlines() if x.startswith("whole"))
        code, out = compare(temp, lambda rows: [rows[0], f"expr\tbin\t{whole[1]}\t*\t0-1\t2-3"] + rows[1:])
        check("an expression where truth has none is an extra", "extra bin: 1" in out, "\n" + out)

        code, out = compare(temp, lambda rows: rows + ["stmts\t100", "unread\t3"])
        check("unread statements are counted and judged", code == 1 and "unread          1.000 %" in out, "\n" + out)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
