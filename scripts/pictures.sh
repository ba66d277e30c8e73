#!/usr/bin/env bash
# Draws the README's pictures: screens without a display, a card as it is printed, and the office's first page.
#
# KIOSK and CENTRAL name built programs; without them they are built. PICTURES (the folder) may be set.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tour/browser.sh

if [ -z "${KIOSK:-}" ] || [ -z "${CENTRAL:-}" ]; then
    swift build --product kiosk
    swift build --product central
    bin=$(swift build --show-bin-path)
    KIOSK=$bin/kiosk CENTRAL=$bin/central
fi
pictures=${PICTURES:-docs/pictures}
mkdir -p "$pictures"
export SDL_VIDEODRIVER=dummy SARANGBANG_ASSETS=${SARANGBANG_ASSETS:-$PWD/assets}

# draw FILE OPTION…
draw() {
    local file=$pictures/$1.png; shift
    "$KIOSK" render "$@" --out "$file" >/dev/null
    shrink 540 "$file"
}
draw wall --screen wall
draw wall-landscape --screen wall --size 1920x1080
draw wall-english --screen wall --lang en
draw home --screen home
draw home-large --screen home --zoom 200
draw pressure --screen pressure-value
draw result --screen result

# An invented senior's card, of seeds/people.json.
"$KIOSK" card draw 116875029713001823748130532 --name 박정자 --out "$pictures/card.png" >/dev/null
shrink 540 "$pictures/card.png"

python scripts/tour/office_picture.py --central "$CENTRAL" --out "$pictures/office.png"
shrink 1080 "$pictures/office.png"

too_large=$(find "$pictures" -name '*.png' -size +150k)
[ -z "$too_large" ] || { printf 'Larger than 150 KB:\n%s\n' "$too_large" >&2; exit 1; }
ls -l "$pictures"/*.png | awk '{ printf "%4d KB  %s\n", $5 / 1024, $NF }'
