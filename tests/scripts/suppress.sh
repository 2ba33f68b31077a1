#!/usr/bin/env bash
# Suppressions of real findings: where the comment may stand, what it may name, and what it must say.
set -euo pipefail

cat >suppress.c <<'C'
extern char *gets(char *line);

void covered(char *a)
{
    gets(a); // stoa: allow CWE-242 because the line comes from ourselves
    gets(a); /* stoa: allow dangerous-function because of the same */
    /* stoa: allow CWE-676 because a related weakness names it too */
    gets(a);
    // stoa: allow CWE-242, CWE-120 because it stands on the line above
    // stoa: allow CWE-835 because of nothing
    gets(
        a);
    gets(
        a); // stoa: allow CWE-242 because the statement ends here
}

void open(char *a)
{
    gets(a); // stoa: allow CWE-295 because that is something else
    // stoa: allow CWE-242 because the line between them breaks it

    gets(a);
    gets(a); // stoa: allow CWE-242
}
C

"$STOA" review --format json --fail-on none suppress.c >report.json

"$PYTHON" - <<'PY'
import json
import sys

with open("report.json", encoding="utf-8") as file:
    report = json.load(file)


def lines(findings, check):
    return sorted(f["place"]["line"] for f in findings if f["check"] == check)


expected = {
    "suppressed": ([5, 6, 8, 11, 13, 23], lines(report["suppressed"], "dangerous-function")),
    "listed": ([19, 22], lines(report["findings"], "dangerous-function")),
    "suppressions": ([10, 19, 20, 23], lines(report["findings"], "suppression")),
}
failed = False
for name, (wanted, found) in expected.items():
    if wanted != found:
        print("%s: expected lines %s, found %s" % (name, wanted, found))
        failed = True

reasons = {f["place"]["line"]: f["suppressed"]["reason"] for f in report["suppressed"]}
if reasons.get(5) != "the line comes from ourselves" or reasons.get(23, "") is not None:
    print("reasons: %s" % reasons)
    failed = True
for pillar in report["pillars"]:
    for check in pillar["checks"]:
        ledger = check["ledger"]
        if ledger["examined"] != ledger["safe"] + ledger["violated"] + sum(ledger["undecided"].values()):
            print("%s: the ledger does not add up: %s" % (check["check"], ledger))
            failed = True
        if check["check"] == "suppression" and (ledger["safe"], ledger["violated"]) != (5, 4):
            print("suppression: %s" % ledger)
            failed = True
        if check["check"] == "dangerous-function" and ledger["violated"] != 8:
            print("dangerous-function: %s" % ledger)
            failed = True
sys.exit(1 if failed else 0)
PY
