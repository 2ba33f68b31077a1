#!/usr/bin/env bash
# README.md shows what the program prints: the lines of its report (between "[...]") stand in the report of the example, in
# this order, and its table of checks is that of `stoa checks`. The example has a finding under every pillar.
set -euo pipefail
: "${STOA:?the program to test}" "${SRC:?the source tree}"

cd "$SRC"
exec "${PYTHON:-python3}" - "$STOA" <<'PY'
import collections
import difflib
import json
import re
import subprocess
import sys

stoa = sys.argv[1]


def run(*arguments):
    return subprocess.run([stoa, *arguments], capture_output=True, text=True, timeout=120).stdout


failures = []
with open("README.md", encoding="utf-8") as file:
    readme = file.read()

report = run("review", "-q", "examples/telemetry-agent").splitlines()
block = re.search(r"<!-- report: .*?```text\n(.*?)```", readme, re.S)
shown = block.group(1).splitlines() if block else []
first_line = readme[:block.start(1)].count("\n") + 1 if block else 0
if len(shown) < 20 or not report:
    failures.append("README.md: there is no report to compare")
at, gap = 0, False
for number, line in enumerate(shown, first_line):
    if line == "[...]":
        gap = True
        continue
    try:
        found = report.index(line, at)
    except ValueError:
        close = difflib.get_close_matches(line, report, 1)
        failures.append("README.md:%d: not in the report: %s\n    the report has: %s" %
                        (number, line, close[0] if close else "nothing like it"))
        continue
    if found != at and not gap:
        failures.append("README.md:%d: lines were left out before this one, without [...]: %s" % (number, line))
    at, gap = found + 1, False

checks = collections.defaultdict(list)
for check in json.loads(run("checks", "--format", "json"))["checks"]:
    checks[check["pillar"]].append(check["cwe"])
expected = {p: (len(cwes), sorted(set(cwes))) for p, cwes in checks.items()}
table = {}
for pillar, count, cwes in re.findall(r"^\| (\d+) [^|]*\| (\d+) \| ([\d, ]*) \|$", readme, re.M):
    table[int(pillar)] = int(count), [int(c) for c in cwes.split(", ")]
for pillar in sorted(set(expected) | set(table)):
    if expected.get(pillar) != table.get(pillar):
        failures.append("README.md: the row of pillar %d should be: %s" % (pillar, expected.get(pillar)))

example = json.loads(run("review", "-q", "--severity", "note", "--format", "json", "examples/telemetry-agent"))
for pillar in example["pillars"]:
    if not pillar["findings"]:
        failures.append("examples/telemetry-agent: nothing under CWE-%d" % pillar["cwe"])

for failure in failures:
    print(failure)
print("%d lines of the report and %d rows compared" % (len(shown), len(table)))
sys.exit(1 if failures else 0)
PY
