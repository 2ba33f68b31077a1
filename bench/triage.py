#!/usr/bin/env python3
"""Compares what `stoa review` finds in the corpus with the judgements of docs/triage.md.

usage: triage.py CORPUS TABLES --stoa PROGRAM [--check] [NAME...]
  CORPUS   the pristine trees; each is reviewed from its own folder, so that fingerprints hold paths of the project
  TABLES   docs/triage.md: under a heading `## NAME`, one row per finding, with the columns
           finding | check | verdict | why | fingerprint, where verdict is true, harmless or false
  --check  exit code 1 when a finding has no judgement, a judgement no finding, or more than LIMIT per cent is false

Prints the findings nobody judged (as rows to be pasted) and the judgements whose finding is gone, then a table: findings,
their verdicts, the share that is false, and the ledger of the checks.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys

NAMES = "zlib lua curl redis mosquitto nginx libpng busybox sqlite3 leveldb re2 fmt".split()
VERDICTS = ("true", "harmless", "false")
LIMIT = 10.0  # per cent of the findings of all projects that may be false

Judgement = collections.namedtuple("Judgement", "place check verdict why fingerprint line")


def cells(line):
    """The cells of a table row; a bar inside a cell is written as \\|."""
    return [c.strip().replace("\\|", "|") for c in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def read_tables(path):
    """Judgements by project, and what is wrong with the file."""
    tables, faults, project = collections.defaultdict(dict), [], None
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            heading = re.match(r"#+\s+(\S+)\s*$", line)
            if line.startswith("#"):
                project = heading.group(1) if heading and heading.group(1) in NAMES else None
            if not project or not line.startswith("|"):
                continue
            row = cells(line)
            if len(row) == 5 and (row[1] == "check" or set(row[1]) <= set("-: ")):
                continue
            if len(row) != 5 or row[2] not in VERDICTS or not row[3] or not re.fullmatch(r"`?[0-9a-f]{32}`?", row[4]):
                faults.append("%s:%d: no row of five cells with a verdict, a reason and a fingerprint" % (path, number))
                continue
            j = Judgement(row[0].strip("`"), row[1], row[2], row[3], row[4].strip("`"), number)
            if j.fingerprint in tables[project]:
                faults.append("%s:%d: judged twice, see line %d" % (path, number, tables[project][j.fingerprint].line))
            tables[project][j.fingerprint] = j
    return tables, faults


def review(stoa, folder):
    run = subprocess.run([stoa, "review", "--quiet", "--no-compile-commands", "--format", "json", "."], cwd=folder,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit("%s: exit code %d: %s" % (folder, run.returncode, run.stderr.decode(errors="replace").strip()[-300:]))
    return json.loads(run.stdout)


def ledger(report):
    """Examined, safe and undecided sites of all checks."""
    sums = [0, 0, 0]
    for pillar in report["pillars"]:
        for check in pillar["checks"]:
            entry = check["ledger"]
            sums[0] += entry["examined"]
            sums[1] += entry["safe"]
            sums[2] += sum(entry["undecided"].values())
    return sums


def row_of(finding):
    place = finding["place"]
    return "| %s:%d | %s | ? | %s | %s |" % (place["path"], place["line"], finding["check"],
                                             finding["message"].replace("|", "\\|"), finding["fingerprint"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus")
    parser.add_argument("tables")
    parser.add_argument("--stoa", required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_intermixed_args()
    unknown = [n for n in args.names if n not in NAMES]
    if unknown:
        parser.error("no such project: " + ", ".join(unknown))

    tables, faults = read_tables(args.tables)
    titles = ("project", "findings", "true", "harmless", "false", "unjudged", "% false", "examined", "safe", "undecided")
    form = "%-10s" + "%10s" * (len(titles) - 1)
    rows, total, stale = [], [0] * 8, 0
    for name in args.names or NAMES:
        report = review(os.path.abspath(args.stoa), os.path.join(args.corpus, name))
        judged = tables.get(name, {})
        counts = collections.Counter()
        met = set()
        for finding in report["findings"]:
            j = judged.get(finding["fingerprint"])
            if j and j.check != finding["check"]:
                faults.append("%s:%d: the finding is one of %s" % (args.tables, j.line, finding["check"]))
            met.add(finding["fingerprint"])
            counts[j.verdict if j else "unjudged"] += 1
            if not j:
                print("%s: not judged: %s" % (name, row_of(finding)))
        for j in judged.values():
            if j.fingerprint not in met:
                stale += 1
                print("%s: judged, but not found any more: %s (%s), line %d of the tables" % (name, j.place, j.check, j.line))
        numbers = [len(report["findings"])] + [counts[v] for v in VERDICTS + ("unjudged",)] + ledger(report)
        total = [a + b for a, b in zip(total, numbers)]
        rows.append((name, numbers))
    rows.append(("total", total))
    for fault in faults:
        print(fault)
    print(form % titles)
    for name, n in rows:
        known = n[0] - n[4]
        share = "%.1f" % (100.0 * n[3] / known) if known else "-"
        print(form % ((name,) + tuple(n[:5]) + (share,) + tuple(n[5:])))
    known = total[0] - total[4]
    missed = faults or stale or total[4] or (known and 100.0 * total[3] / known > LIMIT)
    return 1 if args.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
