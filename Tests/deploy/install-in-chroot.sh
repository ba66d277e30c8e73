#!/usr/bin/env bash
# Installs the packages in a Debian 12 with nothing else in it, starts both programs there as their own users, and
# removes them again. Needs root, mmdebstrap and the network; some minutes and 1.5 GB in /tmp (or TMPDIR).
#
#     Tests/deploy/install-in-chroot.sh [DIRECTORY-WITH-DEBS]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
debs=$(cd "${1:-$root/.build/deb}" && pwd)
. "$root/Tests/deploy/box.sh"
enter_namespace "$debs"
make_box "$debs"
mount --rbind /dev "$box/dev"
mount --make-rslave "$box/dev"

for program in kiosk central; do
    check "$program finds its libraries" sh -c "! chroot $box ldd /usr/bin/$program | grep -F 'not found'"
    check "$program needs no Swift" \
        sh -c "! chroot $box ldd /usr/bin/$program | grep -iE 'libswift|Foundation|dispatch'"
    check "$program looks for libraries nowhere else" \
        sh -c "! readelf -d $box/usr/bin/$program | grep -E 'RPATH|RUNPATH'"
    check "the data of $program is its own" \
        test "$(inside stat -c '%U %a' /var/lib/sarangbang-$program)" = "sarangbang-$program 700"
done
for group in video render input audio dialout bluetooth; do
    check "the kiosk belongs to $group" grep -qw "$group" <<<"$(inside id -nG sarangbang-kiosk)"
done
check "hashes of PINs are not for everybody" \
    test "$(inside stat -c '%U %G %a' /etc/sarangbang/kiosk.yaml)" = "root sarangbang-kiosk 640"
check "systemd takes the units" inside systemd-analyze verify --man=no \
    /lib/systemd/system/sarangbang-{kiosk,fallback,central}.service
for service in kiosk central; do
    check "sarangbang-$service starts at boot" \
        test -L "$box/etc/systemd/system/multi-user.target.wants/sarangbang-$service.service"
done

# The office: says where it listens, shows its door, takes a command, stops well.
chroot "$box" setpriv --reuid=sarangbang-central --regid=sarangbang-central --clear-groups --no-new-privs \
    sh -c 'cd /var/lib/sarangbang-central && exec central serve --config /etc/sarangbang/central.yaml --port 0' \
    > "$box/central.out" 2> "$box/central.err" &
office=$!
for _ in $(seq 300); do
    [ ! -s "$box/central.out" ] || break
    kill -0 $office 2>/dev/null || break
    sleep 0.1
done
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$box/central.out")
check "the office says where it listens" test -n "$url"
check "the office shows its door" test "$(curl -s -o /dev/null -w '%{http_code}' "$url/sign-in")" = 200
check "the office has its styles" test "$(curl -s -o /dev/null -w '%{http_code}' "$url/static/bootstrap.min.css")" = 200
check "the running office takes an account" as sarangbang-central \
    sh -c 'cd / && central user add --config /etc/sarangbang/central.yaml --role office desk > /tmp/account'
check "an office makes a copy of itself" as sarangbang-central \
    sh -c 'cd /var/lib/sarangbang-central && central backup --config /etc/sarangbang/central.yaml --out copy.sqlite > /tmp/copy'
check "the office still runs" kill -TERM $office
check "the office stops well" wait $office

# The kiosk, without a panel.
kiosk() { as sarangbang-kiosk env SDL_VIDEODRIVER=offscreen XDG_RUNTIME_DIR=/tmp "$@" 2>> "$box/kiosk.err"; }
began=$(date +%s%N)
check "the kiosk runs for three seconds" kiosk timeout -k 5 30 kiosk run --config /etc/sarangbang/kiosk.yaml --seconds 3
echo "kiosk run --seconds 3 took $((($(date +%s%N) - began) / 1000000)) ms"
check "the kiosk keeps its records where it should" test -d "$box/var/lib/sarangbang-kiosk/store"
check "the fallback screen shows" kiosk timeout -k 5 30 kiosk fallback --seconds 1
check "a kiosk with bad settings says so" test "$(kiosk SARANGBANG_PANEL_PITCH=90 kiosk run; echo $?)" = 65

purge() {
    inside DEBIAN_FRONTEND=noninteractive apt-get purge -qq -y sarangbang-kiosk sarangbang-central > "$box/purge.log" 2>&1
}
check "the packages go away" purge
check "settings go with them" test ! -e "$box/etc/sarangbang/kiosk.yaml"
check "records of people stay" test -d "$box/var/lib/sarangbang-kiosk/store"

if [ "$failures" != 0 ]; then
    tail -n 20 "$box"/{central.err,kiosk.err,purge.log} >&2
fi
echo "packages: $checks checks, $failures failed"
[ "$failures" = 0 ]
