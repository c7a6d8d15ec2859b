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
# What ctest says of the tests that passed or were skipped is nothing to read.
[ "$status" -eq 0 ] || grep -vE \
  '^ +Start +[0-9]+:|Test +#[0-9]+: .*(Passed|\*\*\*Skipped) |\(Skipped\)$' "$log" >&2

awk -f "$(dirname "$0")/summarise-tests.awk" "$report" || status=1
exit "$status"
