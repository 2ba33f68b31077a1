#!/usr/bin/env bash
# The command line as a user meets it: exit status, messages, where output goes, and what is left behind.
set -uo pipefail

failures=0

# expect NAME STATUS STDOUT-PATTERN STDERR-PATTERN COMMAND...: patterns are extended regular expressions, empty for no output.
expect() {
    local name=$1 status=$2 out=$3 err=$4 got
    shift 4
    "$@" >out.txt 2>err.txt
    got=$?
    if [ "$got" -ne "$status" ]; then
        echo "FAILED $name: exit status $got, not $status"
        sed 's/^/    /' err.txt
        failures=$((failures + 1))
    fi
    matches "$name: standard output" "$out" out.txt
    matches "$name: standard error" "$err" err.txt
}

matches() {
    if { [ -z "$2" ] && [ -s "$3" ]; } || { [ -n "$2" ] && ! grep -qE -e "$2" "$3"; }; then
        echo "FAILED $1: expected '$2', got"
        head -n 20 "$3" | sed 's/^/    /'
        failures=$((failures + 1))
    fi
}

rm -rf case && mkdir case && cd case || exit 1
printf 'int main(void)\n{\n    return 0;\n}\n' >clean.c
printf 'int a; // stoa: x\n' >marked.c
mkdir folder && cp clean.c folder/ && printf 'not C\n' >folder/notes.txt

# Usage.
expect 'no arguments' 2 '' 'nothing to review' "$STOA"
expect 'help' 0 '^Usage: stoa .*' '' "$STOA" --help
expect 'help of a command' 0 '--fail-on LEVEL' '' "$STOA" help review
expect 'help as an option' 0 '^Usage: stoa dump' '' "$STOA" dump --help
expect 'version' 0 '^stoa [0-9]+\.[0-9]+\.[0-9]+$' '' "$STOA" --version
expect 'unknown option' 2 '' "unknown option '--fromat' of 'review'; did you mean '--format'\?" "$STOA" review --fromat json clean.c
expect 'unknown command' 2 '' "did you mean 'review'" "$STOA" reviwe
expect 'unknown help' 2 '' "did you mean 'checks'" "$STOA" help chekcs
expect 'bad format' 2 '' "must be text, markdown, json or sarif; did you mean 'json'" "$STOA" review --format jsn clean.c
expect 'bad severity' 2 '' 'must be note, low, medium, high or critical' "$STOA" review --severity 9 clean.c
expect 'bad jobs' 2 '' 'number from 1 to 1024' "$STOA" review --jobs 0 clean.c
expect 'bad jobs, not a number' 2 '' 'number from 1 to 1024' "$STOA" review --jobs 4x clean.c
expect 'bad fuel' 2 '' "'--fuel 9': it must be a number from 10 to 1000" "$STOA" review --fuel 9 clean.c
expect 'bad fuel, too much' 2 '' 'number from 10 to 1000' "$STOA" review --fuel 1001 clean.c
expect 'bad fuel, not a number' 2 '' 'number from 10 to 1000' "$STOA" review --fuel 1e2 clean.c
expect 'fuel of a dump' 2 '' "unknown option '--fuel' of 'dump'" "$STOA" dump --ir --fuel 50 clean.c
expect 'solver with an argument' 2 '' "'--no-solver' takes no argument" "$STOA" review --no-solver=yes clean.c
expect 'bad pillar' 2 '' 'CWE-295 is not a pillar; it is under CWE-284' "$STOA" review --pillar 295 clean.c
expect 'bad weakness' 2 '' 'not a weakness' "$STOA" review --cwe 1 clean.c
expect 'bad check' 2 '' "did you mean 'suppression'" "$STOA" review --check supression clean.c
expect 'bad macro' 2 '' 'not the name of a macro' "$STOA" review -D 1X clean.c
expect 'contradiction' 2 '' 'exclude each other' "$STOA" review --compile-commands x --no-compile-commands clean.c
expect 'dump of nothing in particular' 2 '' 'say what to dump' "$STOA" dump clean.c
expect 'dump of two things' 2 '' 'say what to dump' "$STOA" dump --tree --tokens clean.c

# Exit status of reviews.
expect 'clean' 0 'None found' '' "$STOA" review clean.c
expect 'without a command' 0 'None found' '' "$STOA" clean.c
expect 'findings' 1 'marked.c:1:11: CWE-1116' '' "$STOA" review marked.c
expect 'findings below the limit' 0 'marked.c:1:11' '' "$STOA" review --fail-on high marked.c
expect 'fail-on none' 0 'marked.c:1:11' '' "$STOA" review --fail-on none marked.c
expect 'not listed, not failed' 0 '1 finding below the severity asked for is not listed' '' "$STOA" review --severity high marked.c
expect 'not listed, but failed' 1 '1 finding below the severity asked for is not listed' '' "$STOA" review --severity high --fail-on low marked.c
expect 'not selected' 0 'Nothing was looked for' '' "$STOA" review --check infinite-loop marked.c
expect 'selected by pillar' 1 'marked.c:1:11' '' "$STOA" review --pillar 710 marked.c
expect 'selected by weakness' 1 'marked.c:1:11' '' "$STOA" review --cwe CWE-1116 marked.c
expect 'missing file' 2 'marked.c:1:11' "cannot read 'missing.c'" "$STOA" review missing.c marked.c
expect 'only a missing file' 2 'No C or C\+\+ source' "cannot read 'missing.c'" "$STOA" review missing.c
expect 'a folder' 0 'reviewed 1 file \(1 C\)' '' "$STOA" review folder
expect 'without the solver' 0 'was not put to the solver' '' "$STOA" review --no-solver clean.c
expect 'more fuel' 0 'None found' '' "$STOA" review --fuel 1000 clean.c
expect 'standard input' 1 '1 finding' '' "$STOA" review --lang c - <marked.c
expect 'operands behind --' 2 '' "cannot read '--format'" "$STOA" review --quiet -o /dev/null -- --format

# The catalogue.
expect 'checks' 0 '^  CWE-1116  suppression ' '' "$STOA" checks
expect 'checks as JSON' 0 '"id": "suppression"' '' "$STOA" checks --format json
expect 'checks of a pillar' 0 '^CWE-710 ' '' "$STOA" checks --pillar 710
expect 'checks in an unknown format' 2 '' 'must be text or json' "$STOA" checks --format sarif
expect 'explain a check' 0 '^  Repair ' '' "$STOA" explain infinite-loop
expect 'explain a weakness' 0 '^CWE-835 Loop with Unreachable Exit' '' "$STOA" explain CWE-835
expect 'explain nothing known' 2 '^CWE-835' "'nothing' is neither" "$STOA" explain CWE-835 nothing
for id in $("$STOA" checks | awk '/^  CWE-/ { print $2 }'); do
    expect "explain $id" 0 "^$id: " '' "$STOA" explain "$id"
done

# Output.
expect 'to a file' 1 '' '' "$STOA" review -o report.txt marked.c
grep -q 'marked.c:1:11' report.txt || { echo 'FAILED: the report is not in the file'; failures=$((failures + 1)); }
[ "$(ls)" = "$(printf '%s\n' clean.c err.txt folder marked.c out.txt report.txt)" ] ||
    { echo "FAILED: something was left behind: $(ls)"; failures=$((failures + 1)); }
chmod 640 report.txt
ln -s report.txt link.txt
expect 'through a symbolic link' 0 '' '' "$STOA" review -o link.txt clean.c
[ -L link.txt ] && grep -q 'None found' report.txt && [ "$(stat -c %a report.txt)" = 640 ] ||
    { echo 'FAILED: link or permissions were not kept'; failures=$((failures + 1)); }
expect 'to a folder' 2 '' 'it is a folder' "$STOA" review -o folder clean.c
expect 'to nowhere' 2 '' "cannot write to 'none/report.txt'" "$STOA" review -o none/report.txt clean.c
expect 'to a device' 1 '' '' "$STOA" review -o /dev/null marked.c
if [ -w /dev/full ]; then
    expect 'to a full device' 2 '' 'No space left' "$STOA" review -o /dev/full clean.c
    "$STOA" review clean.c >/dev/full 2>err.txt
    [ $? -eq 2 ] && grep -q 'cannot write to standard output: No space left' err.txt ||
        { echo 'FAILED: a full standard output went unnoticed'; failures=$((failures + 1)); }
fi
"$STOA" review clean.c >&- 2>err.txt
[ $? -eq 2 ] && grep -q 'cannot write to standard output' err.txt ||
    { echo 'FAILED: a closed standard output went unnoticed'; failures=$((failures + 1)); }
{ "$STOA" review --format sarif clean.c 2>err.txt; echo $? >status.txt; } | true
[ ! -s err.txt ] || { echo 'FAILED: a reader that goes away is complained about'; failures=$((failures + 1)); }

# Colour only where it is wanted: not in a pipe, nor in a file, nor against NO_COLOR.
expect 'no colour in a pipe' 1 'marked.c:1:11: CWE' '' "$STOA" review marked.c
expect 'colour on demand' 1 "$(printf '\033')\[1;36mlow" '' "$STOA" review --color always marked.c
"$STOA" review --color always -o report.txt marked.c
if grep -q "$(printf '\033')" report.txt; then
    echo 'FAILED: colour in a file'
    failures=$((failures + 1))
fi
if command -v script >/dev/null 2>&1; then
    env -u NO_COLOR TERM=xterm script -qec "'$STOA' review --no-progress marked.c" /dev/null </dev/null >out.txt
    matches 'colour on a terminal' "$(printf '\033')\[1;36mlow" out.txt
    NO_COLOR=1 TERM=xterm script -qec "'$STOA' review --no-progress marked.c" /dev/null </dev/null >out.txt
    if grep -q "$(printf '\033')" out.txt; then
        echo 'FAILED: colour against NO_COLOR'
        failures=$((failures + 1))
    fi
fi

# The same bytes for every number of threads, and again.
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do
    printf '#include "shared.h"\nint f%d(int a) { while (1) { } return a; } // stoa: x\n' "$i" >"many/$i.c"
done
printf '// stoa: allow infinite-loop\nstatic inline int shared(int a) { for (;;) a++; }\n' >many/shared.h
for format in text markdown json sarif; do
    "$STOA" review --jobs 1 --format "$format" many >one.out
    for jobs in 1 2 8; do
        "$STOA" review --jobs "$jobs" --format "$format" many >other.out
        cmp one.out other.out || { echo "FAILED: $format differs with --jobs $jobs"; failures=$((failures + 1)); }
    done
done

echo "$failures failures"
[ "$failures" -eq 0 ]
