#!/usr/bin/env bash
# Installs the packages in a Debian 12 with nothing else in it, starts both programs there as their own users, and
# removes them again. Needs root, mmdebstrap and the network; some minutes and 1.5 GB in /tmp (or TMPDIR).
#
#     Tests/deploy/install-in-chroot.sh [DIRECTORY-WITH-DEBS]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
debs=$(cd "${1:-$root/.build/deb}" && pwd)
for tool in mmdebstrap curl; do
    command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 69; }
done
[ "$(id -u)" = 0 ] || { echo "root is needed to enter a chroot" >&2; exit 69; }

# Mounts vanish with the namespace, however this ends.
if [ "${INSIDE:-}" != yes ]; then INSIDE=yes exec unshare --mount --fork "$0" "$debs"; fi

box=$(mktemp -d)
trap 'umount -R "$box/proc" "$box/dev" 2>/dev/null || true; rm -rf --one-file-system "$box"' EXIT
checks=0 failures=0
check() {
    checks=$((checks + 1))
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else failures=$((failures + 1)); echo "not so: $what" >&2; fi
}
inside() { chroot "$box" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/ LANG=C.UTF-8 "$@"; }
as() { local user=$1; shift; inside runuser -u "$user" -- "$@"; }

# The same mirror as this machine.
mirror=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' 'Created-By: Packages' | head -n 1)
began=$SECONDS
mmdebstrap --quiet --variant=apt --skip=cleanup/apt/lists bookworm "$box" "${mirror:-http://deb.debian.org/debian}"
mount -t proc proc "$box/proc"
mount --rbind /dev "$box/dev"
mount --make-rslave "$box/dev"
mkdir "$box/debs"
cp "$debs"/sarangbang-kiosk_*.deb "$debs"/sarangbang-central_*.deb "$box/debs/"
echo "a bare Debian 12 stands after $((SECONDS - began)) s"

install() { inside DEBIAN_FRONTEND=noninteractive sh -c 'apt-get install -qq -y --no-install-recommends /debs/*.deb' > "$box/install.log" 2>&1; }
began=$SECONDS
check "the packages install" install
[ "$failures" = 0 ] || { tail -n 20 "$box/install.log" >&2; exit 1; }
echo "installed after $((SECONDS - began)) s, $(du -xsm "$box" --exclude="$box/dev" --exclude="$box/proc" | cut -f1) MB in all"

for program in kiosk central; do
    check "$program finds its libraries" sh -c "! chroot $box ldd /usr/bin/$program | grep -F 'not found'"
    check "$program needs no Swift" sh -c "! chroot $box ldd /usr/bin/$program | grep -iE 'libswift|Foundation|dispatch'"
    check "$program looks for libraries nowhere else" sh -c "! readelf -d $box/usr/bin/$program | grep -E 'RPATH|RUNPATH'"
    check "the data of $program is its own" test "$(inside stat -c '%U %a' /var/lib/sarangbang-$program)" = "sarangbang-$program 700"
done
check "the kiosk may use its devices" test "$(inside id -nG sarangbang-kiosk | tr ' ' '\n' | grep -cxE 'video|render|input|audio|dialout|bluetooth')" = 6
check "hashes of PINs are not for everybody" test "$(inside stat -c '%U %G %a' /etc/sarangbang/kiosk.yaml)" = "root sarangbang-kiosk 640"
check "systemd takes the units" inside systemd-analyze verify --man=no \
    /lib/systemd/system/sarangbang-{kiosk,fallback,central}.service
check "both services start at boot" test "$(ls "$box"/etc/systemd/system/multi-user.target.wants | grep -c '^sarangbang-\(kiosk\|central\)\.service$')" = 2

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
    sh -c 'central backup --config /etc/sarangbang/central.yaml --out /var/lib/sarangbang-central/copy.sqlite > /tmp/copy'
check "the office still runs" kill -TERM $office
check "the office stops well" wait $office

# The kiosk, without a panel.
kiosk() { as sarangbang-kiosk env SDL_VIDEODRIVER=offscreen XDG_RUNTIME_DIR=/tmp "$@" 2>> "$box/kiosk.err"; }
began=$(date +%s%N)
check "the kiosk runs for three seconds" kiosk timeout -k 5 30 kiosk run --config /etc/sarangbang/kiosk.yaml --seconds 3
echo "kiosk run --seconds 3 took $((($(date +%s%N) - began) / 1000000)) ms"
check "the kiosk keeps its records where it should" test -d "$box/var/lib/sarangbang-kiosk/store"
check "the fallback screen shows" kiosk timeout -k 5 30 kiosk fallback --seconds 1
check "a kiosk with bad settings says so" test "$(kiosk SARANGBANG_PANEL_PITCH=9 kiosk run; echo $?)" = 65

check "the packages go away" inside DEBIAN_FRONTEND=noninteractive apt-get purge -qq -y sarangbang-kiosk sarangbang-central \
    > "$box/purge.log" 2>&1
check "settings go with them" test ! -e "$box/etc/sarangbang/kiosk.yaml"
check "records of people stay" test -d "$box/var/lib/sarangbang-kiosk/store"

if [ "$failures" != 0 ]; then
    tail -n 20 "$box"/{central.err,kiosk.err,purge.log} >&2
fi
echo "packages: $checks checks, $failures failed"
[ "$failures" = 0 ]
