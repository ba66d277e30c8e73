#!/usr/bin/env bash
# The README's tour, walked in a headless Chromium through a demonstration of its own; pictures in docs/pictures.
#
# CONFIGURATION (release or debug) or BIN (a folder with the programs), and PICTURES (the folder) may be set.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tour/browser.sh

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
pictures=${PICTURES:-docs/pictures}
data=$(mktemp -d)
export DATA=$data OFFICE_PORT MIRROR_PORT
OFFICE_PORT=$(free_port) MIRROR_PORT=$(free_port)

[ -n "${BIN:-}" ] || echo "The first time the programs are built, which takes some minutes."
echo "Starting a demonstration."
SDL_VIDEODRIVER=offscreen scripts/run.sh >"$data/said" 2>&1 &
demo=$!
end() {
    trap - EXIT
    kill -TERM "$demo" 2>/dev/null || true
    wait "$demo" 2>/dev/null || true
    rm -rf "$data"
}
trap end EXIT
trap 'exit 130' INT TERM
until grep -q 'Ctrl-C' "$data/said"; do
    kill -0 "$demo" 2>/dev/null || { cat "$data/said" >&2; exit 69; }
    sleep 0.3
done

mkdir -p "$pictures"
rm -f "$pictures"/tour-*.png
python scripts/tour/walk.py --mirror-port "$MIRROR_PORT" --data "$data" --pictures "$pictures"
shrink 1000 "$pictures"/tour-*.png
echo "The tour's pictures are in $pictures."
