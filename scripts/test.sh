#!/usr/bin/env bash
# Every test: Swift's, the deployment's, the two programs together, the office's and the mirror's pages in a browser.
set -euo pipefail
cd "$(dirname "$0")/.."
export SDL_VIDEODRIVER=${SDL_VIDEODRIVER:-dummy}

step() { printf '\n== %s\n' "$1"; }
step 'build'
swift build --build-tests
step 'Swift tests'
swift test --skip-build
bin=$(swift build --show-bin-path)
export KIOSK=$bin/kiosk CENTRAL=$bin/central
step 'units, rules and the watchdog'
Tests/deploy/run.sh
step 'what leaves the house, read by others'
Tests/interchange/run.sh
step 'kiosk and office together'
Tests/system/run.sh
step 'pages in a browser'
Tests/browser/run.sh --central "$CENTRAL"
