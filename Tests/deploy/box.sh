#!/bin/bash
# Sourced by the tests that need a Debian 12 with the packages and nothing else in it.

checks=0 failures=0
check() {
    checks=$((checks + 1))
    local what=$1
    shift
    if "$@"; then echo "ok: $what"; else failures=$((failures + 1)); echo "not so: $what" >&2; fi
}

# The rest of a test runs in a namespace of its own: its mounts vanish with it, however it ends.
enter_namespace() {
    [ "$(id -u)" = 0 ] || { echo "root is needed to enter a chroot" >&2; exit 69; }
    for tool in mmdebstrap curl; do
        command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 69; }
    done
    if [ "${INSIDE:-}" != yes ]; then INSIDE=yes exec unshare --mount --fork "$0" "$@"; fi
}

inside() { chroot "$box" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/ LANG=C.UTF-8 "$@"; }
as() { local user=$1; shift; inside runuser -u "$user" -- "$@"; }

# make_box DIRECTORY-WITH-DEBS [PACKAGE…]: sets $box, from the mirror that this machine uses.
make_box() {
    local debs=$1 began=$SECONDS mirror
    shift
    box=$(mktemp -d)
    trap 'umount -R "$box/proc" "$box/dev" 2>/dev/null || true; rm -rf --one-file-system "$box"' EXIT
    mirror=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' 'Created-By: Packages' | head -n 1)
    mmdebstrap --quiet --variant=apt --skip=cleanup/apt/lists bookworm "$box" "${mirror:-http://deb.debian.org/debian}"
    echo "a bare Debian 12 stands after $((SECONDS - began)) s"
    mkdir "$box/debs"
    cp "$debs"/sarangbang-kiosk_*.deb "$debs"/sarangbang-central_*.deb "$box/debs/"
    began=$SECONDS
    mount -t proc proc "$box/proc"
    check "the packages install" install_packages "$@"
    if [ "$failures" != 0 ]; then tail -n 20 "$box/install.log" >&2; exit 1; fi
    echo "installed after $((SECONDS - began)) s, $(du -xsm "$box" --exclude="$box/proc" | cut -f1) MB in all"
}

install_packages() {
    inside DEBIAN_FRONTEND=noninteractive \
        sh -c 'apt-get install -qq -y --no-install-recommends /debs/*.deb "$@"' sh "$@" > "$box/install.log" 2>&1
}
