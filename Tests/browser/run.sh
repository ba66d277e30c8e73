#!/bin/sh
# Runs the browser tests in an environment of their own: selenium from PyPI in .build/browser.
#
#   Tests/browser/run.sh [office|mirror] [--central PATH] [--pictures DIR]
# The mirror's test takes its kiosk from KIOSK, else from .build/debug.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
venv=$root/.build/browser
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet 'selenium>=4.25,<5'
fi
tests='office mirror'
case ${1:-} in office|mirror) tests=$1; shift ;; esac
for test in $tests; do
    "$venv/bin/python" -B "$root/Tests/browser/${test}_test.py" "$@"
    echo "$test: every page as it should be"
done
