#!/bin/bash
# Run by systemd in the box that boot-in-namespace.sh boots; its last line counts.
checks=0 failures=0
check() {
    checks=$((checks + 1))
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else failures=$((failures + 1)); echo "not so: $what"; fi
}
prop() { systemctl show -P "$2" "sarangbang-$1.service"; }
# becomes UNIT PROPERTY PATTERN: waits until it does; false after a while.
becomes() {
    local _
    for _ in $(seq 200); do
        if [[ $(prop "$1" "$2") =~ ^($3)$ ]]; then return 0; fi
        sleep 0.1
    done
    echo "$1 $2 is $(prop "$1" "$2"), not $3"
    return 1
}
answers() {
    (exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /sign-in HTTP/1.0\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200 ')
}
within() { local _; for _ in $(seq 200); do if "$@" 2>/dev/null; then return 0; fi; sleep 0.1; done; return 1; }

check "the kiosk is on" becomes kiosk ActiveState active
check "it says so" test "$(prop kiosk StatusText)" = "The wall is on."
pid=$(prop kiosk MainPID)
check "it may do little" grep -qE '^Seccomp:\s2$' "/proc/$pid/status"
check "it has no capabilities" grep -qE '^CapBnd:\s0+$' "/proc/$pid/status"
check "the office is on" becomes central ActiveState active
check "the office answers" within answers
check "no unit complains of another's keys" sh -c '! journalctl -b | grep -E "sarangbang.*(Unknown|ignoring)"'

kill -STOP "$pid"
check "a hanging kiosk is started again" becomes kiosk NRestarts 1
check "and is on again" becomes kiosk ActiveState active
check "by another process" test "$(prop kiosk MainPID)" != "$pid"

crash_until_refused() {
    local _ pid
    for _ in $(seq 100); do
        if [ "$(prop kiosk ActiveState)" = failed ]; then return 0; fi
        pid=$(prop kiosk MainPID)
        [ "$pid" = 0 ] || kill -SEGV "$pid" 2>/dev/null
        sleep 0.2
    done
    return 1
}
check "a kiosk that crashes on and on is left alone" crash_until_refused
check "for it was started five times" test "$(prop kiosk NRestarts)" = 5
check "the fallback screen is on" becomes fallback ActiveState active
check "and the kiosk is not" test "$(prop kiosk ActiveState)" = failed
check "the fallback ends by itself and the kiosk is back" becomes kiosk ActiveState active
check "the fallback is off then" becomes fallback ActiveState inactive

check "it can be refused again" crash_until_refused
check "and falls back again" becomes fallback ActiveState active
# systemctl says that the start by hand was refused, rightly.
systemctl start sarangbang-kiosk.service 2>/dev/null
check "a start by hand brings the kiosk back, limit or not" becomes kiosk ActiveState active
check "and takes the fallback off" becomes fallback ActiveState inactive

systemctl stop sarangbang-kiosk.service sarangbang-central.service
check "the kiosk ends well" test "$(prop kiosk Result)" = success
check "the office ends well" test "$(prop central Result)" = success
check "the kiosk stays off when it is told so" becomes kiosk ActiveState inactive
if [ "$failures" != 0 ]; then journalctl --no-pager -b -u 'sarangbang-*' | tail -n 60; fi
journalctl --no-pager -b -u 'sarangbang-*' |
    sed 's/^.* vm //; s/[0-9a-fx]\{4,\}//g; s/\[[0-9]*\]//' | sort | uniq -c | sort -rn | head -n 8
echo "boot: $checks checks, $failures failed"
systemctl exit
