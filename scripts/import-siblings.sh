#!/bin/sh
# import-siblings.sh STREAMS TARGET: makes a bare repository TARGET/<name> of every fast-import
# stream STREAMS/<name>.fi. A stream that did not change since is not imported again.
set -eu
streams=$1
target=$2
# The repositories depend on the streams alone: on no setting of whoever runs this.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

for stream in "$streams"/*.fi; do
  [ -e "$stream" ] || continue
  name=$(basename "$stream" .fi)
  checksum=$(sha256sum <"$stream")
  if [ -d "$target/$name" ] && [ "$(cat "$target/$name.sha256" 2>/dev/null)" = "$checksum" ]; then
    continue
  fi
  branch=$(sed -n 's,^commit refs/heads/,,p' "$stream" | head -n 1)
  rm -rf "$target/$name" "$target/$name.sha256" "$target/$name.new"
  mkdir -p "$target"
  git init --quiet --bare --template= --initial-branch="${branch:-main}" "$target/$name.new"
  git --git-dir="$target/$name.new" fast-import --quiet <"$stream"
  mv "$target/$name.new" "$target/$name"
  echo "$checksum" >"$target/$name.sha256"
done
