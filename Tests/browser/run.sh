#!/bin/sh
# Runs the browser test in an environment of its own: selenium from PyPI in .build/browser.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
venv=$root/.build/browser
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet 'selenium>=4.25,<5'
fi
exec "$venv/bin/python" "$root/Tests/browser/office_test.py" "$@"
