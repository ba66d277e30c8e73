#!/usr/bin/env bash
# Every test: Swift's, the deployment's, the shell's view of the two programs.
set -euo pipefail
cd "$(dirname "$0")/.."
export SDL_VIDEODRIVER=${SDL_VIDEODRIVER:-dummy}

swift build --build-tests
swift test --skip-build
