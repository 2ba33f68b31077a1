#!/usr/bin/env python3
"""Makes the truth of every package: builds truth.cpp and runs it over the configured copies.

usage: make_truth.py CORPUS CONFIGURED TRUTH [NAME...]
       make_truth.py --program TRUTH     builds the program only and prints its path

A package whose truth is newer than its compile_commands.json and the program is not made again.
"""
import concurrent.futures
import os
import shutil
import subprocess
import sys

LLVM = os.environ.get("LLVM19", "/usr/lib/llvm-19")
NAMES = "zlib lua curl redis mosquitto nginx libpng busybox sqlite3 leveldb re2 fmt".split()
HERE = os.path.dirname(os.path.abspath(__file__))


def build(folder):
    """Compiles truth.cpp if the program is missing or older; returns its path."""
    source, program = os.path.join(HERE, "truth.cpp"), os.path.join(folder, "truth")
    parts = [source, os.path.join(HERE, "truth_project.h")]
    if os.path.exists(program) and os.path.getmtime(program) >= max(map(os.path.getmtime, parts)):
        return program
    if not os.path.exists(LLVM + "/include/clang/AST/AST.h"):
        env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "clang-19",
                        "libclang-19-dev", "llvm-19-dev"], check=True, env=env, stdout=subprocess.DEVNULL)
    os.makedirs(folder, exist_ok=True)
    subprocess.run([LLVM + "/bin/clang++", "-std=c++17", "-O1", "-fno-rtti", "-w", "-I" + LLVM + "/include",
                    source, "-o", program, "-L" + LLVM + "/lib", "-l:libclang-cpp.so.19.1",
                    "-l:libLLVM.so.19.1"], check=True)
    return program


def make(program, corpus, configured, truth, name):
    """The truth of one package; returns the line to show."""
    base = os.path.join(configured, name)
    commands = os.path.join(base, "compile_commands.json")
    stamp, log = os.path.join(truth, name + ".done"), os.path.join(truth, name + ".log")
    if not os.path.exists(commands):
        return name + ": not configured"
    if os.path.exists(stamp) and os.path.getmtime(stamp) >= max(map(os.path.getmtime, (commands, program))):
        return name + ": there already"
    out = os.path.join(truth, name)
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    with open(log, "w", encoding="utf-8") as err:
        run = subprocess.run([program, base, os.path.join(corpus, name), out, LLVM + "/lib/clang/19"],
                             stdout=subprocess.PIPE, stderr=err, text=True, check=False)
    if run.returncode != 0:
        return f"{name}: FAILED ({run.returncode}), see {log}"
    with open(stamp, "w", encoding="utf-8") as f:
        f.write(run.stdout)
    return f"{name}: {run.stdout.strip()}"


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--program":
        print(build(os.path.join(os.path.abspath(sys.argv[2]), ".build")))
        return
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    corpus, configured, truth = map(os.path.abspath, sys.argv[1:4])
    names = sys.argv[4:] or NAMES
    os.makedirs(truth, exist_ok=True)
    program = build(os.path.join(truth, ".build"))
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        lines = list(pool.map(lambda n: make(program, corpus, configured, truth, n), names))
    print("\n".join(lines))
    sys.exit(any("FAILED" in line or "not configured" in line for line in lines))


if __name__ == "__main__":
    main()
