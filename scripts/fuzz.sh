#!/usr/bin/env bash
# Ten million generated inputs over all feed parsers, the same ones for the same seed: no crash, no hang, no growth; then
# the hostile samples against the clock and the memory. Takes some ten minutes.
#
#   scripts/fuzz.sh [COUNT [SEED]]
set -euo pipefail
cd "$(dirname "$0")/.."
swift build -c release --product FeedProbe
probe=$(swift build -c release --product FeedProbe --show-bin-path)/FeedProbe
samples=Tests/SignageFeedTests/Resources
"$probe" hostile "$samples"
"$probe" fuzz "${1:-10000000}" "${2:-20261120}" "$samples"
