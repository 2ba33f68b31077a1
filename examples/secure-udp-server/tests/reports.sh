#!/usr/bin/env bash
# README.md of this example shows what Stoa says of the server before the repair and after it. The blocks behind
# "<!-- report before -->" and "<!-- report after -->" are what the program prints now; UPDATE=1 rewrites them. Each row
# of the table behind "<!-- weaknesses -->" names a weakness (CWE-NNN) and its pillar (CWE-NNN), in columns headed
# "Weakness" and "Pillar": before/ has a finding of just that kind, and src/ has none of any.
set -euo pipefail
: "${SRC:?the example}"

if [ -z "${STOA:-}" ]; then
    echo 'skipped: needs STOA, the program that reviews'
    exit 77
fi
# The paths in the reports are those that a reader of the project sees.
cd "$SRC/../.."
exec "${PYTHON:-python3}" - "$STOA" "${SRC#"$PWD"/}" <<'PY'
import difflib
import json
import os
import re
import subprocess
import sys

stoa, example = sys.argv[1:]
readme_path = example + "/README.md"
FOLDERS = {"before": example + "/before", "after": example + "/src"}
failures = []


def review(folder, *options):
    """As the README says it: no flags of a build, which another machine might have and yet others not."""
    done = subprocess.run([stoa, "review", "-q", "--no-compile-commands", *options, folder],
                          capture_output=True, text=True, timeout=250)
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit("stoa review %s ended with %d\n%s" % (folder, done.returncode, done.stderr))
    return done.stdout


def block(text, name):
    return re.search(r"<!-- report %s -->\n+```text\n(.*?)^```$" % name, text, re.S | re.M)


with open(readme_path, encoding="utf-8") as file:
    readme = file.read()

updated = readme
for name, folder in FOLDERS.items():
    report = review(folder)
    if "```" in report:
        failures.append("the report of %s cannot stand in a block of its own" % folder)
    found = block(updated, name)
    if not found:
        failures.append('%s: there is no "<!-- report %s -->" with a ```text block behind it' % (readme_path, name))
        continue
    if found.group(1) == report:
        continue
    if os.environ.get("UPDATE") == "1":
        updated = updated[:found.start(1)] + report + updated[found.end(1):]
        print("%s: report %s rewritten" % (readme_path, name))
        continue
    failures.append("%s: report %s is not what the program prints (UPDATE=1 %s/tests/reports.sh rewrites it):\n%s" % (
        readme_path, name, example,
        "\n".join(list(difflib.unified_diff(found.group(1).splitlines(), report.splitlines(), "README.md", "now",
                                            lineterm="", n=1))[:60])))
if updated != readme:
    with open(readme_path, "w", encoding="utf-8") as file:
        file.write(updated)

# What is in the ledgers proves that src/ was read at all.
after = json.loads(review(FOLDERS["after"], "--format", "json"))
for finding in after["findings"]:
    failures.append("%s:%d: CWE-%d %s" % (finding["place"]["path"], finding["place"]["line"], finding["cwe"],
                                          finding["message"]))
examined = sum(check["ledger"]["examined"] for pillar in after["pillars"] for check in pillar["checks"])
if examined < 300:
    failures.append("only %d sites of %s were examined" % (examined, FOLDERS["after"]))

before = json.loads(review(FOLDERS["before"], "--format", "json"))
kinds = {(finding["cwe"], finding["pillar"]) for finding in before["findings"]}
table = re.search(r"<!-- weaknesses -->\n+((?:\|.*\n)+)", updated)
rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.group(1).splitlines()] if table else []
if len(rows) < 12:
    failures.append('%s: there is no table of ten weaknesses behind "<!-- weaknesses -->"' % readme_path)
else:
    weakness, pillar = rows[0].index("Weakness"), rows[0].index("Pillar")
    for row in rows[2:]:
        named = [int(n) for n in re.findall(r"CWE-(\d+)", row[weakness])]
        under = [int(n) for n in re.findall(r"CWE-(\d+)", row[pillar])]
        if not named or len(under) != 1:
            failures.append("%s: a row without CWE-NNN in both columns: %s" % (readme_path, " | ".join(row)))
        for cwe in named:
            if (cwe, under[0]) not in kinds:
                failures.append("%s has no finding of CWE-%d under CWE-%d" % (FOLDERS["before"], cwe, under[0]))

for failure in failures:
    print(failure)
print("%d findings of %s, %d of %s (%d sites examined), %d rows compared" % (
    len(before["findings"]), FOLDERS["before"], len(after["findings"]), FOLDERS["after"], examined,
    max(0, len(rows) - 2)))
sys.exit(1 if failures else 0)
PY
