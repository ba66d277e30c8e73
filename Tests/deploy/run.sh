#!/usr/bin/env bash
# Everything about deployment that needs no network and no build of its own: units, udev rules, proxy, watchdog.
#
#     KIOSK=.build/debug/kiosk Tests/deploy/run.sh
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export KIOSK=${KIOSK:-$here/../../.build/debug/kiosk}
failed=0
for test in check-units.sh check-udev.sh test_haproxy.py test_watchdog.py; do
    if ! said=$("$here/$test" 2>&1); then
        failed=1
        echo "$said"
    else
        tail -n 1 <<<"$said"
    fi
done
exit "$failed"
