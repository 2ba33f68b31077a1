#!/usr/bin/env bash
# Code in headers: counted and reported once however many files include it, only if it was asked for, and what was
# not found is said.
set -euo pipefail

rm -rf asked other
mkdir asked other
printf '#include "../other/outside.h"\nextern char *gets(char *);\nstatic inline void inside(char *a) { gets(a); }\n' >asked/inside.h
printf 'extern char *gets(char *);\nstatic inline void outside(char *a) { gets(a); }\n' >other/outside.h
for name in a b c; do
    printf '#include "inside.h"\n#include "nowhere.h"\n#include <stdio.h>\nvoid %s(char *x) { inside(x); outside(x); }\n' "$name" >"asked/$name.c"
done
printf 'extern char *gets(char *);\nstatic inline void alone(char *a) { gets(a); }\n' >asked/alone.h

"$STOA" review --format json --fail-on none --check dangerous-function asked >folder.json
"$STOA" review --format json --fail-on none --check dangerous-function asked/a.c >file.json

"$PYTHON" - <<'PY'
import json
import sys

failures = []
for name, expected, elsewhere in (("folder.json", [("asked/alone.h", 2), ("asked/inside.h", 3)], 1), ("file.json", [], 2)):
    with open(name, encoding="utf-8") as file:
        report = json.load(file)
    found = [(f["place"]["path"], f["place"]["line"]) for f in report["findings"]]
    if found != expected:
        failures.append("%s: expected %s, found %s" % (name, expected, found))
    if report["coverage"]["findingsElsewhere"] != elsewhere:
        failures.append("%s: %s findings elsewhere" % (name, report["coverage"]["findingsElsewhere"]))
    ledger = [c["ledger"] for p in report["pillars"] for c in p["checks"]][0]
    if ledger["examined"] != len(expected) or ledger["violated"] != len(expected):
        failures.append("%s: ledger %s" % (name, ledger))
    times = 3 if name == "folder.json" else 1
    gap = "1 header was not found: `nowhere.h` (%d)." % times
    if gap not in report["notCovered"]:
        failures.append("%s: '%s' is not in %s" % (name, gap, report["notCovered"]))
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
PY
