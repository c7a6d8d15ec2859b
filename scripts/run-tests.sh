#!/bin/sh
# run-tests.sh FOLDER: runs every test that is built there. Quiet on success; what a failed test said
# is shown. Ends with "N skipped: why" for each reason and the line "N passed, N failed".
set -eu
build=$1
report="$build/tests.xml"
log="$build/tests.log"
rm -f "$report"

status=0
ctest --test-dir "$build" --parallel 2 --no-tests=error --output-on-failure \
  --output-junit "$(cd "$build" && pwd)/tests.xml" >"$log" 2>&1 || status=$?
if [ ! -s "$report" ]; then
  cat "$log" >&2
  exit 1
fi
# A test that was not found or not built is a failure, not a skip.
[ "$status" -eq 0 ] || cat "$log" >&2

awk -f "$(dirname "$0")/summarise-tests.awk" "$report" || status=1
exit "$status"
