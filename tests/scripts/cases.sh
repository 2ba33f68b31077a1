#!/usr/bin/env bash
# Reviews each program under tests/cases on its own and compares the findings with what the program says of itself: "expect: CWE-nnn" in a
# comment on the line of a finding ("expect below: CWE-nnn" on the line before it; several numbers parted by commas), and nothing on
# all other lines. All checks run, at
# every severity. Prints one line per difference and fails when there is one. CASES=FOLDER takes other programs.
set -euo pipefail
: "${STOA:?the program to test}" "${SRC:?the source tree}"
exec "${PYTHON:-python3}" - "$STOA" "${CASES:-$SRC/tests/cases}" <<'PY'
import collections, json, os, re, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

stoa, root = sys.argv[1:3]
EXPECT = re.compile(r"expect( below)?:\s*((?:CWE-\d+[,\s]*)+)")
SUFFIXES = (".c", ".cpp", ".cc", ".cxx", ".h", ".hpp")


def expected(path):
    lines = collections.Counter()
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            for match in EXPECT.finditer(line):
                for cwe in re.findall(r"\d+", match.group(2)):
                    lines[number + (match.group(1) is not None), int(cwe)] += 1
    return lines


def found(path):
    run = subprocess.run([stoa, "review", "-q", "--severity", "note", "--format", "json", "--no-compile-commands", "-j", "1", path],
                         capture_output=True, timeout=120)
    if run.returncode not in (0, 1):
        return None, "exit status %d: %s" % (run.returncode, run.stderr.decode(errors="replace").strip()[-300:])
    try:
        report = json.loads(run.stdout)
    except ValueError as e:
        return None, "no report (%s): %s" % (e, run.stderr.decode(errors="replace").strip()[-300:])
    lines, texts = collections.Counter(), {}
    for finding in report["findings"]:
        key = finding["place"]["line"], finding["cwe"]
        lines[key] += 1
        texts[key] = "%s: %s" % (finding["check"], finding["message"])
    return (lines, texts), None


def case(path):
    name = os.path.relpath(path, root)
    want = expected(path)
    got, fault = found(path)
    if fault:
        return ["%s:0 %s" % (name, fault)], 0
    lines, texts = got
    out = []
    for line, cwe in sorted(set(want) | set(lines)):
        have = want[line, cwe], lines[line, cwe]
        if have[0] == have[1]:
            continue
        others = sorted("CWE-%d" % c for l, c in lines if l == line and not want[l, c])
        if have[0] > have[1]:
            out.append("%s:%d expected CWE-%d, got %s" % (name, line, cwe, ", ".join(others) or "nothing"))
        else:
            out.append("%s:%d expected %s, got CWE-%d (%s)" %
                       (name, line, "it once" if have[0] else "nothing", cwe, texts[line, cwe]))
    return out, sum(want.values())


files = sorted(os.path.join(d, f) for d, _, fs in os.walk(root) for f in fs if f.endswith(SUFFIXES))
if not files:
    sys.exit("no cases below " + root)
with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
    results = list(pool.map(case, files))
wrong = [line for out, _ in results for line in out]
print("\n".join(wrong + ["%d cases with %d expected findings, %d differences" % (len(files), sum(n for _, n in results), len(wrong))]))
sys.exit(1 if wrong else 0)
PY
