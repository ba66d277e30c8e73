#!/bin/sh
# Runs the browser tests in an environment of their own: selenium and cryptography from PyPI in .build/browser.
#
#   Tests/browser/run.sh [office|mirror] [--central PATH] [--pictures DIR]
# The mirror's test takes its kiosk from KIOSK, else from .build/debug.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
venv=$root/.build/browser
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import selenium, cryptography' 2>/dev/null ||
    "$venv/bin/pip" install --quiet 'selenium>=4.25,<5' 'cryptography>=42'

tests='office mirror'
case ${1:-} in office|mirror) tests=$1; shift ;; esac
for test in $tests; do
    "$venv/bin/python" -B "$root/Tests/browser/${test}_test.py" "$@"
    echo "$test: every page as it should be"
done
