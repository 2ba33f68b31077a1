#!/usr/bin/env bash
# The preprocessor under a known configuration gives the same tokens as gcc -E: on tests/pp and on all of Stoa's own sources.
# System headers are replaced by empty ones on both sides, so that only project files are involved.
set -euo pipefail
command -v gcc >/dev/null || { echo "gcc is not installed"; exit 77; }
exec "${PYTHON:-python3}" "$SRC/tests/scripts/pp_gcc.py" "$STOA" "$SRC"
