#!/bin/bash
# Judges the units as systemd itself reads them, and the proxy's sample as HAProxy does: `systemd-analyze verify` must
# be silent, `systemd-analyze security` must stay below each unit's limit. Prints the figures; exit 1 above a limit.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
units=$root/deploy/systemd
for tool in systemd-analyze haproxy openssl; do
    command -v "$tool" >/dev/null || { echo "$tool is missing (Debian packages: systemd haproxy openssl)" >&2; exit 1; }
done
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
failures=0
checks=0
fail() { failures=$((failures + 1)); echo "not so: $*" >&2; }

# A root like that of an installed box: the system's units, ours, and something to execute.
mkdir -p "$stage/root/usr/lib/systemd" "$stage/root/usr/bin" "$stage/root/etc"
cp -r /lib/systemd/system "$stage/root/usr/lib/systemd/"
ln -s usr/lib usr/bin "$stage/root/"
cp "$units"/*.service "$stage/root/usr/lib/systemd/system/"
for program in kiosk central systemctl; do install -m 755 /bin/true "$stage/root/usr/bin/$program"; done

# The limits are in tenths: 25 is an exposure of 2.5.
while read -r unit limit; do
    checks=$((checks + 2))
    said=$(systemd-analyze verify --root="$stage/root" --man=no --generators=no "$unit" 2>&1) ||
        fail "verify takes $unit"
    # The system's own units may be talked about; they are not ours.
    if grep -F sarangbang- <<<"$said" >&2; then fail "verify is silent about $unit"; fi
    rating=$(systemd-analyze security --offline=true --threshold="$limit" "$units/$unit" 2>&1) ||
        fail "$unit is within its limit"
    exposure=$(sed -n 's/.*exposure level for .*: \([0-9.]*\).*/\1/p' <<<"$rating")
    printf '%-30s exposure %s, limit %s.%s\n' "$unit" "$exposure" $((limit / 10)) $((limit % 10))
done <<'LIMITS'
sarangbang-kiosk.service 25
sarangbang-fallback.service 15
sarangbang-central.service 20
sarangbang-retry.service 15
LIMITS

checks=$((checks + 1))
[ "$(find "$units" -type f | wc -l)" = 4 ] || fail "each unit has a limit here"

# A folder of assets that no package takes along is missed only by the installed program.
for folder in "$root"/assets/*/; do
    checks=$((checks + 1))
    grep -qhw "assets/$(basename "$folder")" "$root"/deploy/debian/*.install || fail "$(basename "$folder") is packed"
done

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=office.example \
    -keyout "$stage/key" -out "$stage/certificate" 2>/dev/null
cat "$stage/certificate" "$stage/key" > "$stage/office.pem"
sed "s#/etc/haproxy/certs/#$stage/#" "$root/deploy/haproxy/haproxy.cfg" > "$stage/haproxy.cfg"
checks=$((checks + 1))
said=$(haproxy -c -f "$stage/haproxy.cfg" 2>&1) || fail "haproxy accepts the sample: $said"
if grep -Eiq 'warning|alert' <<<"$said"; then fail "haproxy has nothing to remark: $said"; fi
echo "haproxy.cfg                    $(tail -n 1 <<<"$said") ($(haproxy -v | sed -n '1s/ 20.*//p'))"

version=$(systemctl --version | sed -n '1s/[^(]*(\(.*\))/\1/p')
echo "units and proxy: $checks checks, $failures failed (systemd $version)"
[ "$failures" = 0 ]
