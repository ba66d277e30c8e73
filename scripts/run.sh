#!/usr/bin/env bash
# The demonstration: an office and a kiosk that knows it, on this machine alone. Ctrl-C ends both; a second run goes on
# with the same data (var/demo).
#
#   scripts/run.sh [--fullscreen]
# OFFICE_PORT, MIRROR_PORT, DATA and CONFIGURATION (release or debug) may be set, or BIN: a folder with both programs, built
# already.
set -euo pipefail
cd "$(dirname "$0")/.."

office_port=${OFFICE_PORT:-8600}
mirror_port=${MIRROR_PORT:-8601}
data=${DATA:-var/demo}
configuration=${CONFIGURATION:-release}

say() { printf '%s\n' "$*"; }
free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for port in "$office_port" "$mirror_port"; do
    free "$port" || { say "Port $port is in use by another program. Stop it, or choose another: OFFICE_PORT=… MIRROR_PORT=… make run" >&2; exit 69; }
done

if [ -n "${BIN:-}" ]; then
    bin=$(cd "$BIN" && pwd)
else
    say "Building ($configuration). The first time takes some minutes."
    # Release is built as it is packaged, so that both take the same build.
    build=(swift build -c "$configuration")
    [ "$configuration" = debug ] || build+=(--static-swift-stdlib)
    "${build[@]}" --product central
    "${build[@]}" --product kiosk
    bin=$("${build[@]}" --show-bin-path)
fi
mkdir -p "$data"

office='' kiosk=''
end() {
    trap - EXIT INT TERM
    for process in "$kiosk" "$office"; do [ -z "$process" ] || kill -TERM "$process" 2>/dev/null || true; done
    for process in "$kiosk" "$office"; do [ -z "$process" ] || wait "$process" 2>/dev/null || true; done
    say "Stopped."
}
trap end EXIT
trap 'exit 0' INT TERM

answer=$data/office.json
rm -f "$answer"
SARANGBANG_LOG_LEVEL=${SARANGBANG_LOG_LEVEL:-warning} \
    "$bin/central" serve --demo --data "$data/central" --port "$office_port" >"$answer" 2>"$data/central.log" &
office=$!
for _ in $(seq 150); do
    [ -s "$answer" ] && break
    kill -0 "$office" 2>/dev/null || { cat "$data/central.log" >&2; exit 69; }
    sleep 0.2
done
[ -s "$answer" ] || { say "The office did not start; see $data/central.log" >&2; exit 69; }
field() { python3 -c 'import json,sys
value = json.load(open(sys.argv[1]))
for key in sys.argv[2].split("."): value = value[key]
print(value)' "$answer" "$1"; }

export SARANGBANG_DATA=$data/kiosk
if [ ! -s "$data/kiosk/identity.json" ]; then
    "$bin/kiosk" enrol --office "http://127.0.0.1:$office_port" --code "$(field demo.kiosk.code)" >"$data/enrolled.json"
fi

options=(run --demo --mirror-port "$mirror_port" "$@")
where='in the window'
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    export SDL_VIDEODRIVER=${SDL_VIDEODRIVER:-offscreen}
    where='in the mirror (there is no display here)'
fi
export SARANGBANG_SUPPORTERS=${SARANGBANG_SUPPORTERS:-$("$bin/kiosk" supporter-pin <<<123456 | python3 -c 'import json,sys; print("이영자:" + json.load(sys.stdin)["digest"])')}
"$bin/kiosk" "${options[@]}" 2>"$data/kiosk.log" &
kiosk=$!
for _ in $(seq 100); do
    free "$mirror_port" || break
    kill -0 "$kiosk" 2>/dev/null || { cat "$data/kiosk.log" >&2; exit 69; }
    sleep 0.2
done

cat <<TEXT

사랑방 is on.

  The kiosk   $where; touch it, hold cards to it and use its devices at
              http://127.0.0.1:$mirror_port
  The office  http://127.0.0.1:$office_port
              $(field demo.user) / $(field demo.password)   everything but health data
              $(field demo.healthCentre.user) / $(field demo.healthCentre.password)   the health centre's nurse: results, plans, downloads
  Supporter   PIN 123456 (도움 → 서포터즈 화면)

All people are invented, all devices simulated. Ctrl-C stops both.
TEXT
wait -n "$office" "$kiosk" || true
