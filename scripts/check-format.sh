#!/bin/sh
# Compares the C++ files with what clang-format makes of them; --fix rewrites them. Only version 14
# counts, as others format differently.
set -eu
cd "$(dirname "$0")/.."

clang_format=""
for candidate in clang-format-14 clang-format; do
  if command -v "$candidate" >/dev/null && "$candidate" --version | grep -q 'version 14\.'; then
    clang_format=$candidate
    break
  fi
done
if [ -z "$clang_format" ]; then
  echo "format: not run, as clang-format 14 is not here (in Debian 12: apt-get install clang-format)"
  exit 0
fi

files=$(find generator tests \( -name '*.cc' -o -name '*.h' \) -type f | LC_ALL=C sort)
if [ "${1:-}" = --fix ]; then
  echo "$files" | xargs "$clang_format" -i
  exit 0
fi
if ! report=$(echo "$files" | xargs "$clang_format" --dry-run --Werror 2>&1); then
  echo "$report" | sed -n 's/^\([^:]*\):.*error:.*/\1/p' | LC_ALL=C sort | uniq -c >&2
  echo "error: these files (with so many places in them) are not formatted; run: make format" >&2
  exit 1
fi
echo "format: $(echo "$files" | wc -l) files are as clang-format 14 writes them"
