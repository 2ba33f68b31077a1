#!/usr/bin/env python3
"""CPU of the product relative to a bare tree-sitter parse of the same raw files, in one run.

usage: speed.py CORPUS CONFIGURED BUILD [--stoa PROGRAM] [--runs N] [--peers] [--sqlite] [--check] [NAME...]
  BUILD    folder for the tree-sitter programs (bench/treesitter/build.sh)
  --peers  also flawfinder, cppcheck, gcc -fanalyzer and clang --analyze, whichever is installed, once each
  --check  exit code 1 when a target (bytes to IR 0.4, review 3, 400 MiB for SQLite) is missed

Every figure is user and system CPU of a whole process, start and reading included, best of N runs; the
runs of the programs alternate, so that a slow minute of the machine hits all of them. What is measured:
  parse    tree-sitter, every .c and .h (.cc, .cpp, .cxx, .hh, .hpp, .hxx) file of the project
  ir       stoa dump --ir --quiet --jobs 1 DIR
  review   stoa review DIR -o /dev/null --jobs 1
"""
import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = (".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx")
TARGETS = {"ir": 0.4, "review": 3.0}
PEAK = {"sqlite3": 400 << 20}  # bytes of a review
CPLUSPLUS = ("leveldb", "re2", "fmt", "qt")
PEERS = ["flawfinder", "cppcheck", "cppcheck, one configuration", "gcc -fanalyzer", "clang --analyze"]


def sources(folder):
    out = []
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(d for d in folders if not d.startswith("."))
        out += [os.path.join(base, f) for f in sorted(files) if f.endswith(SOURCES)]
    return [p for p in out if os.path.isfile(p) and not os.path.islink(p)]


def cpu(command, accept=(0,), cwd=None):
    """User and system seconds of one run, its own children included, and its greatest size in bytes."""
    with open(os.devnull, "w", encoding="utf-8") as null:
        child = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE, cwd=cwd)
        err = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        child.stderr.close()
    if accept is not None and child.returncode not in accept:
        sys.exit(f"{shlex.join(command)}: exit code {child.returncode}\n{err.decode('latin-1')[-500:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def write_list(paths, folder, name):
    path = os.path.join(folder, name + ".list")
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(p + "\n" for p in paths)
    return path


def compiled(configured):
    """(folder, arguments, file) of each file that the project's build compiles, once."""
    path = os.path.join(configured, "compile_commands.json")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        entries = json.load(f)
    out, seen = [], set()
    for e in entries:
        file = os.path.normpath(os.path.join(e["directory"], e["file"]))
        args = e.get("arguments") or shlex.split(e["command"])
        if file in seen or not file.endswith((".c", ".cc", ".cpp", ".cxx")):
            continue
        seen.add(file)
        keep, skip = [], False
        for a in args[1:]:
            if skip:
                skip = False
            elif a in ("-o", "-MF", "-MT", "-MQ"):
                skip = True
            elif a != "-c" and not a.startswith(("-Wp,", "-M", "-O")):
                keep.append(a)
        out.append((e["directory"], keep, file))
    return out


def peer_cpu(peer, folder, units):
    """CPU of another tool over the project, or None if it is not installed."""
    program = peer.split()[0].rstrip(",")
    if not shutil.which(program) or (peer.startswith(("gcc", "clang")) and not units):
        return None
    if peer == "flawfinder":
        return cpu([program, "--quiet", "--dataonly", folder], accept=None)[0]
    if peer.startswith("cppcheck"):
        one = ["--max-configs=1"] if "one" in peer else []
        return cpu([program, "--quiet", "-j1", *one, folder], accept=None)[0]
    total = 0.0
    for cwd, args, file in units:
        plus = "++" if file.endswith((".cc", ".cpp", ".cxx")) else ""
        if program == "gcc":
            command = ["g++" if plus else "gcc", *args, "-O2", "-w", "-fanalyzer", "-c", "-o", os.devnull]
        else:
            command = ["clang" + plus, *args, "-w", "--analyze", "-Xclang", "-analyzer-output=text", "-o", os.devnull]
        total += cpu(command, accept=None, cwd=cwd)[0]
    return total


def main():
    ap = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1])
    ap.add_argument("corpus")
    ap.add_argument("configured")
    ap.add_argument("build")
    ap.add_argument("names", nargs="*")
    ap.add_argument("--stoa", default=os.environ.get("STOA", os.path.join(HERE, "../../build/release/stoa")))
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--peers", action="store_true")
    ap.add_argument("--sqlite", action="store_true")
    ap.add_argument("--check", action="store_true")
    args = ap.parse_intermixed_args()
    names = args.names or ["zlib", "lua", "curl"] + (["sqlite3"] if args.sqlite else [])
    parser = os.path.join(args.build, "ts_parse")
    have_stoa = os.path.exists(args.stoa)
    if not have_stoa:
        print(f"{args.stoa} is not there: only the parse is measured\n")

    missed = []
    rows = []
    with tempfile.TemporaryDirectory() as temp:
        for name in names:
            folder = os.path.join(os.path.abspath(args.corpus), name)
            paths = sources(folder)
            lang = "c++" if name in CPLUSPLUS else "c"
            commands = {"parse": [parser, lang, write_list(paths, temp, name)]}
            if have_stoa:
                commands["ir"] = [args.stoa, "dump", "--ir", "--quiet", "--jobs", "1", folder]
                commands["review"] = [args.stoa, "review", folder, "-o", os.devnull, "--jobs", "1"]
            best, peak = {}, 0
            for _ in range(args.runs):
                for key, command in commands.items():
                    # A review's exit code says whether there are findings (1) or unreadable inputs (2).
                    t, size = cpu(command, accept=(0, 1, 2) if key == "review" else (0,))
                    peak = max(peak, size) if key == "review" else peak
                    best[key] = min(t, best.get(key, t))
            size = sum(map(os.path.getsize, paths))
            rows.append((name, len(paths), size, best, peak))
            if peak > PEAK.get(name, peak):
                missed.append(f"{name}: {peak >> 20} MiB > {PEAK[name] >> 20} MiB")
            for key, target in TARGETS.items():
                if key in best and best[key] / best["parse"] > target:
                    missed.append(f"{name}: {key} {best[key] / best['parse']:.2f} > {target}")

        print(f"{'project':<10}{'files':>7}{'MB':>7}{'parse s':>9}{'MB/s':>7}{'ir s':>8}{'ratio':>7}{'review s':>10}{'ratio':>7}{'MiB':>6}")
        for name, count, size, best, peak in rows:
            line = f"{name:<10}{count:>7}{size / 1e6:>7.2f}{best['parse']:>9.3f}{size / 1e6 / best['parse']:>7.1f}"
            for key, width in (("ir", 8), ("review", 10)):
                if key in best:
                    line += f"{best[key]:>{width}.3f}{best[key] / best['parse']:>7.2f}"
                else:
                    line += f"{'-':>{width}}{'-':>7}"
            print(line + f"{peak >> 20:>6}")

        if args.peers:
            print("\nOther tools, ratio to the parse (compilers: to the parse of the files they compile; they read the")
            print("headers too, and they need the configured copy)")
            print(f"{'project':<10}" + "".join(f"{p:>30}" for p in PEERS))
            for name, _, _, best, _ in rows:
                folder = os.path.join(os.path.abspath(args.corpus), name)
                units = compiled(os.path.join(os.path.abspath(args.configured), name))
                lang = "c++" if name in CPLUSPLUS else "c"
                unit_list = write_list([u[2] for u in units], temp, name + ".units")
                unit_parse = min(cpu([parser, lang, unit_list]) for _ in range(args.runs)) if units else None
                cells = []
                for peer in PEERS:
                    t = peer_cpu(peer, folder, units)
                    base = unit_parse if peer.startswith(("gcc", "clang")) else best["parse"]
                    cells.append(f"{'-':>30}" if t is None else f"{t / base:>30.1f}")
                print(f"{name:<10}" + "".join(cells), flush=True)
    for m in missed:
        print("MISSED " + m)
    sys.exit(1 if args.check and missed else 0)


if __name__ == "__main__":
    main()
