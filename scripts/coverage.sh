#!/usr/bin/env bash
# Line coverage of Sources/FitnessMeasure by FitnessMeasureTests; fails under 95 %.
#
#     scripts/coverage.sh [LEAST]
#
# PACKAGE may name another folder with a Package.swift that has the two targets.
set -euo pipefail
cd "$(dirname "$0")/.."
least=${1:-95}
cd "${PACKAGE:-.}"
swift test --enable-code-coverage --filter FitnessMeasureTests >&2
bin=$(swift build --show-bin-path)
tests=$(find "$bin" -maxdepth 1 -name '*PackageTests.xctest' | head -n 1)
# The one of the compiler: another one may not know its format.
cov=$(dirname "$(readlink -f "$(command -v swift)")")/llvm-cov
report=$("$cov" report "$tests" -instr-profile="$bin/codecov/default.profdata" \
    "$PWD/Sources/FitnessMeasure")
python3 - "$least" <<PY
import sys
files, total = [], None
for line in """$report""".splitlines():
    parts = line.split()
    if len(parts) < 10 or not parts[-1].endswith(("%", "-")):
        continue
    if parts[0].endswith(".swift"):
        files.append((parts[0], int(parts[7]), int(parts[8])))
lines, missed = sum(f[1] for f in files), sum(f[2] for f in files)
if not lines:
    raise SystemExit("coverage: the report names no file")
for name, count, out in sorted(files, key=lambda f: -f[2]):
    if out:
        print(f"{out:5d} of {count:5d} lines not run  {name}")
share = 100 * (lines - missed) / lines
print(f"coverage: {share:.2f} % of {lines} lines in {len(files)} files")
sys.exit(share < float(sys.argv[1]))
PY
