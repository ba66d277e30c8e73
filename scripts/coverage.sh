#!/usr/bin/env bash
# Line coverage of the two libraries that others may take, each by its own tests; fails under 95 %.
#
#     scripts/coverage.sh [LEAST]
set -euo pipefail
cd "$(dirname "$0")/.."
least=${1:-95}
targets=(FitnessMeasure SignageFeed)
# One run for both: coverage needs a build of its own.
build=(--scratch-path .build/coverage)
swift test "${build[@]}" --enable-code-coverage --filter "$(printf '%sTests|' "${targets[@]}" | sed 's/|$//')" >&2
bin=$(swift build "${build[@]}" --show-bin-path)
tests=$(find "$bin" -maxdepth 1 -name '*PackageTests.xctest' | head -n 1)
# The one of the compiler: another one may not know its format.
cov=$(dirname "$(readlink -f "$(command -v swift)")")/llvm-cov
missed=0
for target in "${targets[@]}"; do
    "$cov" report "$tests" -instr-profile="$bin/codecov/default.profdata" "$PWD/Sources/$target" |
        python3 scripts/coverage.py "$target" "$least" || missed=1
done
exit "$missed"
