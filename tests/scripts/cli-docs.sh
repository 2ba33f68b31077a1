#!/usr/bin/env bash
# The manual page and the completions name exactly the commands and options that `stoa help` shows.
set -euo pipefail

"$PYTHON" - "$STOA" "$SRC" <<'PY'
import re
import subprocess
import sys

stoa, src = sys.argv[1:]


def read(path):
    with open(src + "/" + path, encoding="utf-8") as file:
        return file.read()


def helped(*words):
    return subprocess.run([stoa, "help", *words], check=True, capture_output=True, text=True).stdout


failures = []


def same(what, found, expected):
    for name in sorted(set(expected) - set(found)):
        failures.append("%s lacks %s" % (what, name))
    for name in sorted(set(found) - set(expected)):
        failures.append("%s has %s, which stoa does not know" % (what, name))


commands = re.findall(r"^  (\w+) ", helped().split("Commands:\n")[1], re.M)
options = {}  # command -> {long name: letter or ""}
for command in commands:
    options[command] = {
        name: letter for letter, name in re.findall(r"^  (?:-(\w), |    )--([\w-]+)", helped(command), re.M)}
everything = {}
for each in options.values():
    everything.update(each)
if len(commands) < 6 or len(everything) < 20 or "" in commands:
    failures.append("the help could not be read: %s" % commands)

# The manual page: every option heads an entry (.TP and the line behind it), every command has one too.
page = read("docs/stoa.1").replace("\\-", "-").replace("\\fR,\\fP", ",").replace('"', "")
entries = re.findall(r"^\.TP\n(.*)", page, re.M)
names = [name for entry in entries for name in re.findall(r"(?:^|\s)--([\w-]+)", entry)]
letters = [letter for entry in entries for letter in re.findall(r"(?:^|\s)-(\w)\b", entry)]
same("docs/stoa.1", names, everything)
same("docs/stoa.1 (letters)", letters, [letter for letter in everything.values() if letter])
same("docs/stoa.1 (commands)", re.findall(r"^\.TP\n\.B (\w+)$", page.split(".SH OPTIONS")[0], re.M), commands)

# bash: a list per command.
bash = read("completions/stoa.bash")
cases = bash.split("case $command in", 2)[1].split("esac")[0]
lists = {}
for pattern, body in re.findall(r"^    ([\w| *]+)\)\n        options='([^']*)'", cases, re.M):
    for command in pattern.split("|"):
        lists["review" if command.strip() == "*" else command.strip()] = re.findall(r"--([\w-]+)", body)
same("completions/stoa.bash (commands)", lists, commands)
for command in lists:
    same("completions/stoa.bash (%s)" % command, lists[command], options.get(command, {}))

# zsh and fish: names and letters.
zsh = read("completions/_stoa")
zsh = zsh[zsh.index("common=("):]
same("completions/_stoa", re.findall(r"(?:[{,']|\*|\))--([\w-]+)(?=[\[},'])", re.sub(r"\([^()]*\)", "", zsh)), everything)
fish = read("completions/stoa.fish")
pairs = {name: letter for line in fish.splitlines() if line.startswith("complete ")
         for letter, name in re.findall(r"(?:-s (\w) )?-l ([\w-]+)", line)}
same("completions/stoa.fish", pairs, everything)
same("completions/stoa.fish (letters)", [name for name in pairs if pairs[name]], [name for name in everything if everything[name]])

for failure in failures:
    print(failure)
print("%d commands, %d options compared" % (len(commands), len(everything)))
sys.exit(1 if failures else 0)
PY
