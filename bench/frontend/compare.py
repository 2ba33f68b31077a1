#!/usr/bin/env python3
"""Compares the product's rows with truth (FORMAT.md): what share of it was found, by package and language.

usage: compare.py TRUTH STOA CORPUS [--report FILE] [--samples N] [--check] [NAME...]
  TRUTH    what make_truth.py made: TRUTH/NAME/**.tsv
  STOA     folder with NAME.tsv, the output of `stoa dump --entities CORPUS/NAME`
  CORPUS   the pristine trees (paths are mapped with it, and texts shown from it)
  --report FILE  writes every mismatch, with file:line and both readings
  --samples N    shows N mismatches of each sort (default 3)
  --check        exit code 1 when a target is missed
"""
import argparse
import bisect
import collections
import os
import sys

# measure: (target for C, target for C++) in per cent; unread is an upper bound.
TARGETS = {"func": (99.5, 99.0), "call": (99.5, 99.5), "mcall": (75.0, 75.0), "expr": (99.5, 99.5),
           "unread": (0.3, 0.3)}
TITLES = {"func": "functions", "call": "calls", "mcall": "macro calls", "expr": "expressions",
          "unread": "unread", "decl": "declarations", "mcall_all": "(with system's)", "extra": "extra expr"}
COLUMNS = ["func", "call", "mcall", "expr", "unread", "extra", "decl", "mcall_all"]


class Rows:
    """The rows of one file, from either side."""

    def __init__(self):
        self.lang = "c"
        self.names = {"func": {}, "call": {}, "decl": {}}  # kind -> offset -> (line, name)
        self.mcalls = {}                                   # (line, name) -> origin
        self.exprs = {}                                    # offset -> (kind, token, ranges)
        self.wholes, self.unsure = [], []
        self.stmts = self.unread = 0


def read_rows(path, files, rename):
    """Adds the rows of one TSV file to files: path -> Rows. rename maps a PATH to the name it is known by."""
    rows = None
    with open(path, encoding="latin-1", newline="\n") as f:
        for number, line in enumerate(f, 1):
            r = line.rstrip("\n").split("\t")
            kind = r[0]
            try:
                if kind == "file":
                    name = rename(r[1])
                    rows = files.setdefault(name, Rows()) if name is not None else Rows()
                elif rows is None:
                    raise ValueError("row before the first file row")
                elif kind == "expr":
                    rows.exprs[int(r[2])] = (r[1], r[3], tuple(r[4:]))
                elif kind in rows.names:
                    rows.names[kind][int(r[3])] = (int(r[1]), r[2])
                elif kind == "mcall":
                    rows.mcalls[(int(r[1]), r[2])] = r[3] if len(r) > 3 else "p"
                elif kind == "whole":
                    rows.wholes.append((int(r[1]), int(r[2])))
                elif kind == "unsure":
                    rows.unsure.append((int(r[1]), int(r[2])))
                elif kind == "stmts":
                    rows.stmts += int(r[1])
                elif kind == "unread":
                    rows.unread += 1
                elif kind == "lang":
                    rows.lang = r[1]
                else:
                    raise ValueError("unknown kind of row")
            except (ValueError, IndexError) as e:
                sys.exit(f"{path}:{number}: {e}: {line[:80]!r}")


def match_names(truth, ours):
    """Pairs (line, name) of truth with those of ours that have the same name within one line; each of ours
    serves once. Returns what was not found. The nearest pairing in order of lines is best possible here."""
    have = collections.defaultdict(list)
    for line, name in sorted(ours):
        have[name].append(line)
    missed = []
    for line, name in sorted(truth):
        lines = have.get(name, [])
        i = bisect.bisect_left(lines, line - 1)
        if i < len(lines) and lines[i] <= line + 1:
            del lines[i]
        else:
            missed.append((line, name))
    return missed


class Text:
    """The text of a file, for showing."""

    def __init__(self, path):
        try:
            with open(path, "rb") as f:
                self.data = f.read().decode("latin-1")
        except OSError:
            self.data = ""
        self.starts = None

    def line(self, offset):
        if self.starts is None:
            self.starts = [0] + [i + 1 for i, c in enumerate(self.data) if c == "\n"]
        return bisect.bisect_right(self.starts, offset)

    def cut(self, span):
        b, e = map(int, span.split("-"))
        s = " ".join(self.data[b:e].split())
        return s if len(s) <= 50 else s[:30] + " ... " + s[-15:]

    def show(self, row):
        if row is None:
            return "nothing"
        kind, token, spans = row
        return f"{kind} {token} " + " | ".join(self.cut(s) for s in spans)


class Score:
    """Counters of one package or language: found and total by measure."""

    def __init__(self):
        self.found = collections.Counter()
        self.total = collections.Counter()

    def add(self, other):
        self.found.update(other.found)
        self.total.update(other.total)

    def share(self, measure):
        return 100.0 * self.found[measure] / self.total[measure] if self.total[measure] else None


def in_ranges(starts, ranges, off):
    i = bisect.bisect_right(starts, off) - 1
    return i >= 0 and ranges[i][0] <= off < ranges[i][1]


def merged(ranges):
    out = []
    for b, e in sorted(ranges):
        if out and b < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], e))
        else:
            out.append((b, e))
    return out


def known_statements(rows):
    """The ranges in which truth knows every expression."""
    unsure = merged(rows.unsure)
    starts = [u[0] for u in unsure]
    good = []
    for b, e in rows.wholes:
        i = bisect.bisect_left(starts, e) - 1
        if i < 0 or unsure[i][1] <= b:
            good.append((b, e))
    return merged(good)


def compare_file(truth, ours, text, note, kinds):
    """Scores one file; note(sort, line, message) is called for every mismatch."""
    s = Score()
    for kind in ("func", "call", "decl"):
        want, have = truth.names[kind].values(), ours.names[kind].values()
        missed = match_names(want, have)
        s.total[kind] += len(want)
        s.found[kind] += len(want) - len(missed)
        if kind != "decl":
            for line, name in missed:
                note(kind, line, name)
    lines = collections.defaultdict(set)
    for line, name in ours.mcalls:
        lines[name].add(line)
    for (line, name), origin in truth.mcalls.items():
        hit = bool(lines[name] & {line - 1, line, line + 1}) if name in lines else False
        s.total["mcall_all"] += 1
        s.found["mcall_all"] += hit
        if origin == "p":
            s.total["mcall"] += 1
            s.found["mcall"] += hit
            if not hit:
                note("mcall", line, name)
    for off, row in truth.exprs.items():
        got = ours.exprs.get(off)
        s.total["expr"] += 1
        kinds[row[0]]["total"] += 1
        if got == row:
            s.found["expr"] += 1
            kinds[row[0]]["equal"] += 1
            continue
        sort = "missing" if got is None else "as " + got[0] if got[0] != row[0] else "operands"
        kinds[row[0]][sort] += 1
        note(f"expr {row[0]} {sort}", text.line(off), f"clang: {text.show(row)}   ours: {text.show(got)}")
    known = known_statements(truth)
    starts = [k[0] for k in known]
    for off in sorted(ours.exprs):
        if in_ranges(starts, known, off):
            s.total["extra"] += 1
            if off not in truth.exprs:
                s.found["extra"] += 1
                row = ours.exprs[off]
                kinds[row[0]]["extra"] += 1
                note(f"extra {row[0]}", text.line(off), f"ours: {text.show(row)}")
    return s


def load_package(args, name):
    truth, ours = {}, {}
    base = os.path.join(args.truth, name)
    for folder, _, entries in sorted(os.walk(base)):
        for entry in sorted(entries):
            if entry.endswith(".tsv"):
                read_rows(os.path.join(folder, entry), truth, lambda p: p)
    root = os.path.realpath(os.path.join(args.corpus, name))
    known = {}

    def rename(path):
        if path not in known:
            rel = os.path.relpath(os.path.realpath(path), root)
            known[path] = None if rel.startswith("..") else rel
        return known[path]

    path = os.path.join(args.stoa, name + ".tsv")
    if os.path.exists(path):
        read_rows(path, ours, rename)
    return truth, ours, root


def verdict(measure, lang, share):
    target = TARGETS[measure][lang != "c"]
    return share <= target if measure == "unread" else share >= target


def print_table(title, scores):
    print(f"\n{title:<12}" + "".join(f"{TITLES[c]:>17}" for c in COLUMNS))
    for name, s in scores:
        cells = []
        for c in COLUMNS:
            share = s.share(c)
            cells.append(f"{'-':>17}" if share is None else f"{share:8.2f} /{s.total[c]:7d}")
        print(f"{name:<12}" + "".join(cells))


def main():
    ap = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    ap.add_argument("truth")
    ap.add_argument("stoa")
    ap.add_argument("corpus")
    ap.add_argument("names", nargs="*")
    ap.add_argument("--report")
    ap.add_argument("--samples", type=int, default=3)
    ap.add_argument("--check", action="store_true")
    args = ap.parse_intermixed_args()
    names = args.names or sorted(d for d in os.listdir(args.truth)
                                 if not d.startswith(".") and os.path.isdir(os.path.join(args.truth, d)))
    langs = {"c": Score(), "c++": Score()}
    packages, notes = [], collections.defaultdict(list)
    kinds = {lang: collections.defaultdict(collections.Counter) for lang in langs}
    absent = []
    for name in names:
        truth, ours, root = load_package(args, name)
        score = Score()
        for rel in sorted(truth):
            where = name + "/" + rel
            got = ours.get(rel)
            if got is None:
                absent.append(where)
                got = Rows()

            def note(sort, line, message, where=where):
                notes[sort].append(f"{where}:{line}: {message}")

            s = compare_file(truth[rel], got, Text(os.path.join(root, rel)), note, kinds[truth[rel].lang])
            s.total["unread"] += got.stmts
            s.found["unread"] += got.unread
            score.add(s)
            langs[truth[rel].lang].add(s)
        packages.append((name, score))
    print("Per cent found / number in truth (unread: per cent of statements; extra: of our expressions where truth knows all).")
    print_table("package", packages)
    print_table("language", [("C", langs["c"]), ("C++", langs["c++"])])
    for lang, table in kinds.items():
        if not table:
            continue
        print(f"\nExpressions, {lang.upper()}:  kind, number, equal, then what differs")
        for kind in sorted(table):
            c = table[kind]
            share = f"{100.0 * c['equal'] / c['total']:8.2f} %" if c["total"] else f"{'-':>10}"
            rest = ", ".join(f"{k} {c[k]}" for k in sorted(c, key=lambda k: (-c[k], k)) if k not in ("total", "equal"))
            print(f"  {kind:<6}{c['total']:>9}{share}   {rest}")
    if absent:
        print(f"\n{len(absent)} files of truth not in the product's rows: " + ", ".join(absent[:8]) +
              (" ..." if len(absent) > 8 else ""))
    if args.samples and notes:
        print("\nSamples (number of all, then some spread evenly):")
        for sort in sorted(notes, key=lambda k: (-len(notes[k]), k)):
            all_of = notes[sort]
            print(f"  {sort}: {len(all_of)}")
            step = max(1, len(all_of) // args.samples)
            for line in all_of[::step][:args.samples]:
                print("    " + line)
    if args.report:
        with open(args.report, "w", encoding="latin-1", errors="replace") as f:
            for sort in sorted(notes):
                f.writelines(f"{sort}\t{line}\n" for line in notes[sort])
    print("\nTargets:")
    missed = 0
    for lang, score in langs.items():
        for measure in TARGETS:
            share = score.share(measure)
            if share is None:
                continue
            good = verdict(measure, lang, share)
            missed += not good
            sign = "<=" if measure == "unread" else ">="
            print(f"  {lang.upper():<4}{TITLES[measure]:<13}{share:8.3f} %  {sign} {TARGETS[measure][lang != 'c']} %  "
                  f"{'reached' if good else 'MISSED'}")
    sys.exit(1 if args.check and missed else 0)


if __name__ == "__main__":
    main()
