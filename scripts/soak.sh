#!/usr/bin/env bash
# Weeks of wall in minutes: 72 simulated hours without a line, then 30 simulated days of items of eight seconds, each looked at
# on the panel. Ends with an error when memory grows by more than 5 MB or one picture is black.
#
#   scripts/soak.sh [--hours N] [--days N]
# KIOSK may name a program that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${KIOSK:-}" ]; then
    swift build -c release --static-swift-stdlib --product kiosk >&2
    KIOSK="$(swift build -c release --static-swift-stdlib --show-bin-path)/kiosk"
fi
judge=$(cat <<'PYTHON'
import json, sys
answer = json.load(sys.stdin)
offline, items = answer["offline"], answer["items"]
def growth(part): return (part["pssAfter"] - part["pssBefore"]) / 2**20
print(f"{offline['hours']} hours without a line: {offline['questions']} questions in vain, {offline['pictures']} pictures, "
      f"memory {growth(offline):+.1f} MB, {offline['blackPictures']} black")
print(f"{items['days']} days of items: {items['changes']} changes, {items['pictures']} pictures on {items['panel']} pixels, "
      f"memory {growth(items):+.1f} MB, {items['blackPictures']} black")
missed = growth(offline) > 5 or offline["blackPictures"] or items["blackPictures"]
sys.exit("soak: a bound is missed" if missed else 0)
PYTHON
)
SDL_VIDEODRIVER=${SDL_VIDEODRIVER:-offscreen} "$KIOSK" bench soak "$@" | python3 -c "$judge"
