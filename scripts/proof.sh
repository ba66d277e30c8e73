#!/usr/bin/env bash
# The long proofs, in the release build: 100,000 visits with devices in bad moods, and ten million inputs for everything
# that reads bytes of others. Takes a few minutes; docs/proofs.md has the figures and what they mean.
#
#     scripts/proof.sh [SEED]
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${1:-20261121}
PROVE=${PROVE:-}
if [ -z "$PROVE" ]; then
    swift build -c release --product prove >&2
    PROVE=$(swift build -c release --show-bin-path)/prove
fi
echo "== 100,000 visits, seed $seed"
"$PROVE" wrong-person 100000 "$seed"
echo "== 10,000,000 inputs, seed $seed"
"$PROVE" fuzz 10000000 "$seed"
