#!/usr/bin/env bash
# Speed and memory of the release build, each figure beside its floor or its rival measured in the same run; ends with a
# table, and not with 0 when a bound is missed. Takes about six minutes and wants a machine that does nothing else.
#
#   scripts/bench.sh
# KIOSK, CENTRAL and FEED_PROBE may name programs that are built already; BENCH_DATA a folder on the disk to be measured (var/bench).
set -euo pipefail
cd "$(dirname "$0")/.."

program() {
    swift build -c release --static-swift-stdlib --product "$1" >&2
    echo "$(swift build -c release --static-swift-stdlib --show-bin-path)/$1"
}
KIOSK=${KIOSK:-$(program kiosk)}
CENTRAL=${CENTRAL:-$(program central)}
FEED_PROBE=${FEED_PROBE:-$(program FeedProbe)}
export KIOSK CENTRAL FEED_PROBE BENCH_DATA=${BENCH_DATA:-var/bench}

mkdir -p "$BENCH_DATA/bin"
compile() { cc -std=gnu17 -O2 -Wall -Wextra -Werror "Benchmarks/$1.c" -o "$BENCH_DATA/bin/$1" "${@:2}"; }
compile window -lSDL2 -lSDL2_ttf
compile first-picture -lX11
compile commit -lsqlite3
exec python3 -B scripts/bench/main.py
