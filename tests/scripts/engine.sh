#!/usr/bin/env bash
# What the engine promises of a whole review: with a tenth of its fuel no finding appears that was not there before and
# every site that is lost turns up as undecided; any number of threads gives the same bytes; without the solver no finding disappears; a function of 20,000 lines ends within
# its fuel, with all of its sites in the ledger.
set -euo pipefail
: "${STOA:?the program to test}" "${SRC:?the source tree}"
exec "${PYTHON:-python3}" - "$STOA" "$SRC" <<'PY'
import json, os, random, subprocess, sys, tempfile

stoa, src = sys.argv[1:3]
passed = failed = 0


def check(name, ok, detail=""):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print("FAILED %s %s" % (name, detail))


def run(*args):
    done = subprocess.run([stoa, "review", "-q", "--severity", "note", "--no-compile-commands", "--format", "json", *args],
                          capture_output=True, timeout=500)
    if done.returncode not in (0, 1):
        sys.exit("exit status %d: %s" % (done.returncode, done.stderr.decode(errors="replace")[-500:]))
    return done.stdout


def findings(report):
    return {f["fingerprint"] for f in report["findings"]}


# Checks that share their sites: which of them counts an access depends on what is known of the object. Where a function is
# also entered from a caller that knows more, one place is a site of two of them, so their numbers of sites differ with the fuel.
FAMILIES = {
    "bounds": "access-outside buffer-overread buffer-underread buffer-underwrite heap-buffer-overflow off-by-one "
              "out-of-bounds-read out-of-bounds-write stack-buffer-overflow untrusted-index untrusted-offset "
              "allocation-too-small",
    "lifetime": "use-after-free expired-pointer use-after-close expired-descriptor",
    "undefined": "uninitialized uninitialized-pointer",
    "null": "null-dereference unchecked-null",
}
FAMILY = {check: name for name, checks in FAMILIES.items() for check in checks.split()}


def cells(report):
    """By check or family: sites examined, safe, violated, undecided."""
    out = {}
    for pillar in report["pillars"]:
        for c in pillar["checks"]:
            ledger = c["ledger"]
            row = ledger["examined"], ledger["safe"], ledger["violated"], sum(ledger["undecided"].values())
            name = FAMILY.get(c["check"], c["check"])
            out[name] = tuple(a + b for a, b in zip(row, out.get(name, (0, 0, 0, 0))))
    return out


# ---- a tenth of the fuel
folders = [os.path.join(src, "tests", "cases", p) for p in sorted(os.listdir(os.path.join(src, "tests", "cases")))]
full_bytes = run(*folders)
full = json.loads(full_bytes)
low = json.loads(run("--fuel", "10", *folders))
check("a tenth of the fuel invents nothing", findings(low) <= findings(full),
      str([f["check"] + " " + f["place"]["path"] + ":" + str(f["place"]["line"]) for f in low["findings"]
           if f["fingerprint"] not in findings(full)][:10]))
a, b = cells(full), cells(low)
for name in sorted(a):
    examined, safe, violated, undecided = a[name]
    low_examined, low_safe, low_violated, low_undecided = b[name]
    lost = violated - low_violated
    if name not in FAMILIES:
        check("%s: every site is still in the ledger" % name, low_examined >= examined, "%d, was %d" % (low_examined, examined))
    check("%s: what is lost is undecided" % name, lost <= 0 or low_undecided >= undecided + lost,
          "%d lost, undecided %d, was %d" % (violated - low_violated, low_undecided, undecided))

# ---- threads, a second run
for jobs in ("1", "2", "8"):
    check("same bytes with %s threads" % jobs, run("-j", jobs, *folders) == full_bytes)

# ---- without the solver
plain = json.loads(run("--no-solver", *folders))
check("without the solver no finding disappears", findings(full) <= findings(plain))

# ---- a function of 20,000 lines
def generated(lines):
    rng = random.Random(7)
    out = ["#include <stdlib.h>", "#include <string.h>", "", "int dispatch(const unsigned char *in, size_t n, int mode)", "{",
           "    int a = mode, b = 0, c = 1;", "    char line[64] = {0};", "    int table[16] = {0};"]
    while len(out) < lines - 2:
        k = rng.randrange(6)
        i = rng.randrange(16)
        if k == 0:
            out += ["    if (n > %du && in[%d] == %d)" % (rng.randrange(4000), i, rng.randrange(256)), "        a += table[%d];" % i]
        elif k == 1:
            out += ["    for (int i = 0; i < a; i++)", "        b ^= i;"]
        elif k == 2:
            out += ["    switch (b) {", "    case %d:" % rng.randrange(50), "        c++;", "        break;", "    default:", "        b--;", "    }"]
        elif k == 3:
            out += ["    table[%d] = c & 15;" % i]
        elif k == 4:
            out += ["    line[table[%d] & 63] = 'x';" % i]
        else:
            out += ["    while (c < b) {", "        c = c * 2 + 1;", "        if (c > %d)" % rng.randrange(9000), "            break;", "    }"]
    return "\n".join(out + ["    return a + b + c + line[0];", "}", ""])


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "generated.c")
    with open(path, "w") as f:
        f.write(generated(20000))
    big = json.loads(run(path))
check("a function of 20,000 lines is reviewed", big["coverage"]["functions"] == 1)
check("its fuel ends, and the report says so", big["coverage"]["functionsOutOfFuel"] == 1, str(big["coverage"]))
undecided = sum(c["ledger"]["undecided"].get("budget", 0) for p in big["pillars"] for c in p["checks"])
check("sites that were not decided say that the budget was used up", undecided > 0)

print("%d passed, %d failed" % (passed, failed))
sys.exit(failed != 0)
PY
