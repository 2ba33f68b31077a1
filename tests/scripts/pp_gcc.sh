#!/usr/bin/env bash
# The preprocessor under a known configuration gives the same tokens as gcc -E: on tests/pp and on all of Stoa's own sources.
# System headers are replaced by empty ones on both sides, so that only project files are involved.
set -euo pipefail
command -v gcc >/dev/null || { echo "gcc is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/tokens.py" <<'PY'
import re, sys
text = sys.stdin.buffer.read().decode('latin1')
text = re.sub(r'^(#[^\n]*|\d+:)', '', text, flags=re.M)   # line markers, pragmas, the dump's line numbers
text = re.sub(r'^\s*#\s*pragma[^\n]*', '', text, flags=re.M)
token = re.compile(r'(?:u8|[LuU])?"(?:\\.|[^"\\\n])*"|(?:u8|[LuU])?\'(?:\\.|[^\'\\\n])*\'|\.?\d(?:[eEpP][+-]|[\w.])*'
                   r'|[A-Za-z_$\x80-\xff][\w$\x80-\xff]*|\.\.\.|<<=|>>=|->|::|<<|>>|&&|\|\||\+\+|--|[<>=!+\-*/%&|^]=|##|\S')
print('\n'.join(token.findall(text)))
PY

mkdir "$work/system"
grep -rhoE '#[ ]*include[ ]*<[^>]+>' "$SRC/src" "$SRC/include" "$SRC/tests/pp" | sed -E 's/.*<(.*)>/\1/' | sort -u |
    while read -r name; do
        mkdir -p "$work/system/$(dirname "$name")"
        : >"$work/system/$name"
    done

failed=0 compared=0
compare() { # FILE INCLUDE_DIR
    gcc -E -P -undef -nostdinc -isystem "$work/system" -I "$2" -I "$SRC/include" -D_GNU_SOURCE "$1" |
        python3 "$work/tokens.py" >"$work/gcc.txt"
    "$STOA" dump --tokens --exact --no-contracts -I "$2" -I "$SRC/include" -D_GNU_SOURCE -D__STDC_VERSION__=201710L -D__STDC_HOSTED__=1 \
        "$1" 2>/dev/null | python3 "$work/tokens.py" >"$work/stoa.txt"
    compared=$((compared + 1))
    if ! diff "$work/gcc.txt" "$work/stoa.txt" >"$work/diff.txt"; then
        echo "$1: tokens differ (< gcc, > stoa):"
        head -n 12 "$work/diff.txt"
        failed=$((failed + 1))
    fi
}
for file in "$SRC"/tests/pp/*.c; do
    compare "$file" "$SRC/tests/pp"
done
for file in "$SRC"/src/*/*.c; do
    compare "$file" "$SRC/src"
done
echo "$compared files compared, $failed differ"
[ "$failed" -eq 0 ] && [ "$compared" -gt 20 ]
