#!/usr/bin/env bash
# What leaves the house, checked by programs that are not ours: FHIR resources by PyPI's fhir.resources and by rules of
# the Personal Health Device guide, tables by Python's csv. Then one resource after the other is spoilt, and the same
# checks must notice.
#
#     Tests/interchange/run.sh [FOLDER]
#
# FOLDER holds what InterchangeFolderTests wrote (.build/interchange). Wants PyPI once; says so and fails without it.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-.build/interchange}
python=.build/interchange-venv/bin/python

if [ ! -f "$folder/bundle.json" ]; then
    echo "interchange: no $folder/bundle.json; run: swift test --filter InterchangeFolderTests" >&2
    exit 1
fi
if ! "$python" -c 'import fhir.resources' 2>/dev/null; then
    mkdir -p .build
    python3 -m venv .build/interchange-venv
    if ! "$python" -m pip install --quiet --disable-pip-version-check -r Tests/interchange/requirements.txt; then
        echo 'interchange: PyPI cannot be reached, so nothing was validated; this is a failure' >&2
        exit 1
    fi
fi
"$python" -B Tests/interchange/check_fhir.py "$folder"
"$python" -B Tests/interchange/check_csv.py "$folder"
# A bundle that an office exported: HealthExportTests writes it.
if [ ! -f "$folder-office/bundle.json" ]; then
    echo "interchange: no $folder-office/bundle.json; run: swift test --filter HealthExportTests" >&2
    exit 1
fi
"$python" -B Tests/interchange/check_fhir.py "$folder-office"
