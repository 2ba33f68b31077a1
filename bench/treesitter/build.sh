#!/bin/sh
# Builds the tree-sitter programs of the benchmark from the pinned npm packages.
# Usage: bench/treesitter/build.sh OUT: makes OUT/ts_parse and OUT/ts_rows.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out"
modules=$here/../node_modules
[ -f "$modules/tree-sitter-cpp/src/parser.c" ] || (cd "$here/.." && npm ci --silent)
core=$modules/tree-sitter/vendor/tree-sitter/lib
cc=${CC:-cc}
flags="-std=gnu11 -O2 -DNDEBUG -w -I$core/include -I$core/src"

# object NAME SOURCE [FLAG...]: compiled once; the grammars take a while.
object() {
    name=$1
    source=$2
    shift 2
    if [ -z "$(find "$out" -name "$name.o" -newer "$source")" ]; then
        # shellcheck disable=SC2086 # flags are words
        "$cc" $flags "$@" -c "$source" -o "$out/$name.o"
    fi
}

object core "$core/src/lib.c" -D_DEFAULT_SOURCE
object c "$modules/tree-sitter-c/src/parser.c" -I"$modules/tree-sitter-c/src"
object cpp "$modules/tree-sitter-cpp/src/parser.c" -I"$modules/tree-sitter-cpp/src"
object cpp_scanner "$modules/tree-sitter-cpp/src/scanner.c" -I"$modules/tree-sitter-cpp/src"
for program in ts_parse ts_rows; do
    object "$program" "$here/$program.c"
    "$cc" "$out/$program.o" "$out/core.o" "$out/c.o" "$out/cpp.o" "$out/cpp_scanner.o" -o "$out/$program"
done
