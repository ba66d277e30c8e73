#!/bin/sh
# place-settings.sh SAMPLE OUT KEY=VALUE…: a settings sample with other values for some of its top-level keys.
set -eu
sample=$1 out=$2
shift 2
install -D -m 644 "$sample" "$out"
for change; do
    grep -q "^${change%%=*}: " "$out" || { echo "$sample has no key ${change%%=*}" >&2; exit 65; }
    sed -i "s#^${change%%=*}: .*#${change%%=*}: ${change#*=}#" "$out"
done
