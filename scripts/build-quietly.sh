#!/bin/sh
# build-quietly.sh FOLDER TARGET: builds, and shows what the compiler says only where it fails or
# warns.
set -eu
log="$1/build.log"
# -n builds nothing: how much is to be done tells whether anybody has to wait.
steps=$(ninja -C "$1" -n "$2" 2>/dev/null | grep -c '^\[' || true)
[ "$steps" -lt 5 ] || echo "Building $1/$2 ($steps steps)"
if ! cmake --build "$1" --target "$2" >"$log" 2>&1; then
  grep -v '^\[' "$log" >&2 || true
  echo "error: the build failed; all that it said is in $log" >&2
  exit 1
fi
grep -A 4 'warning:' "$log" >&2 || true
