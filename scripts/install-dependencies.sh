#!/bin/sh
# Installs with apt-get what is missing for building and testing, and nothing when all is there (then
# it needs neither root nor a network). More packages may be named as arguments.
set -eu

# All of them are in Debian 12 and Debian 13.
packages="
  g++ cmake ninja-build pkgconf git ca-certificates
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgit2-dev nlohmann-json3-dev libcli11-dev catch2
  libyaml-dev libssl-dev zlib1g-dev libkainjow-mustache-dev libpugixml-dev
"

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "This system has no apt-get; building goes on with what is installed. Needed (Debian's names):" >&2
  echo $packages "$@" >&2
  exit 0
fi

missing=""
for package in $packages "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "error: some packages are missing, and installing them needs root" >&2
    echo "   = help: run as root: apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

echo "Installing with apt-get (about a minute):$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Without a network the lists at hand may still do.
$as_root apt-get -qq update >"$log" 2>&1 || true
if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes \
  --no-install-recommends $missing >>"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "error: apt-get could not install$missing" >&2
  exit 1
fi
