#!/bin/sh
# build-quietly.sh FOLDER TARGET: builds, and shows what the compiler says only where it fails or
# warns.
set -eu
log="$1/build.log"
echo "Building $2 in $1 (minutes the first time; $log tells the steps)"
if ! cmake --build "$1" --target "$2" >"$log" 2>&1; then
  grep -v '^\[' "$log" >&2 || true
  echo "error: the build failed; all that it said is in $log" >&2
  exit 1
fi
grep -A 4 'warning:' "$log" >&2 || true
