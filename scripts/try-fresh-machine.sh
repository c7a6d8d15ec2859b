#!/bin/sh
# try-fresh-machine.sh SUITE FOLDER: does what a new user does on a new machine. Makes a Debian
# system of that suite (bookworm, trixie) in FOLDER with debootstrap, adds git and make and nothing
# else, clones the last commit of this checkout into it, and runs the README's two commands there,
# the second time without a network. Needs root. FOLDER stays, for a look at what came out.
set -eu
suite=$1
root=$2
source=$(cd "$(dirname "$0")/.." && pwd)

in_root() {
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 chroot "$root" sh -c "$1"
}

debootstrap --variant=minbase "$suite" "$root" >"$root.log" 2>&1 || {
  tail -n 20 "$root.log" >&2
  exit 1
}
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
in_root 'apt-get -qq update && apt-get -qq --yes install --no-install-recommends git make' \
  >>"$root.log" 2>&1

git clone --quiet --bare --no-local "$source" "$root/root/muster.git"
in_root 'git clone --quiet /root/muster.git /root/muster'
echo "== make site"
in_root 'cd /root/muster && make site'
echo "== make test"
in_root 'cd /root/muster && make test'
echo "== git status"
in_root 'cd /root/muster && git status --short'
echo "== again, without a network"
rm "$root/etc/resolv.conf"
in_root 'cd /root/muster && make site && make test'
