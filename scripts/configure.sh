#!/bin/sh
# configure.sh PRESET FOLDER: runs CMake, and shows what it says only where it fails.
set -eu
mkdir -p "$2"
if ! cmake --preset "$1" >"$2/configure.log" 2>&1; then
  cat "$2/configure.log" >&2
  exit 1
fi
# A preset that is newer than what was configured would be configured again and again.
touch "$2/build.ninja"
