#!/usr/bin/env bash
# Boots Debian 12's own systemd, in namespaces instead of a machine, with the packages installed, and looks at what the
# units do: both programs in their sandboxes, a hanging kiosk, five crashes, the fallback screen, the way back.
# Needs root, mmdebstrap, cgroup 2 and the network.
#
#     Tests/deploy/boot-in-namespace.sh [DIRECTORY-WITH-DEBS]
#
# BOX=DIR boots a root directory that has the packages in it already.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/Tests/deploy/box.sh"
if [ -n "${BOX:-}" ]; then
    enter_namespace
    box=$BOX
else
    debs=$(cd "${1:-$root/.build/deb}" && pwd)
    enter_namespace "$debs"
    make_box "$debs" systemd-sysv dbus
    umount "$box/proc"
fi

# A panel is not at hand, and days are not either: the units stay as they are but for the driver and the waiting times.
sed -i 's/^SDL_VIDEODRIVER=.*/SDL_VIDEODRIVER=offscreen/' "$box/etc/default/sarangbang-kiosk"
dropin() {
    mkdir -p "$box/etc/systemd/system/$1.d"
    printf '[Service]\n%s\n' "$2" > "$box/etc/systemd/system/$1.d/quick.conf"
}
dropin sarangbang-kiosk.service $'WatchdogSec=3\nRestartSec=300ms'
dropin sarangbang-fallback.service $'ExecStart=\nExecStart=/usr/bin/kiosk fallback --fullscreen --seconds 6'
cp "$root/Tests/deploy/inside-boot.sh" "$box/inside-boot.sh"
cat > "$box/etc/systemd/system/inspection.service" <<'UNIT'
[Unit]
Description=Looks at the services and says what it saw
[Service]
Type=oneshot
ExecStart=/bin/bash /inside-boot.sh
StandardOutput=file:/inspection.log
StandardError=file:/inspection.log
UNIT
mkdir -p "$box/etc/systemd/system/multi-user.target.wants"
ln -sf ../inspection.service "$box/etc/systemd/system/multi-user.target.wants/"
rm -rf "$box/inspection.log" "$box/var/log/journal"

# What a container gets from its maker: proc, sys, an empty control group, a few devices.
boot=$(cat <<'BOOT'
set -e
mount --bind "$box" "$box"
mount -t proc proc "$box/proc"
mount -t sysfs sysfs "$box/sys"
mount -t cgroup2 none "$box/sys/fs/cgroup"
for place in run tmp dev; do mount -t tmpfs none "$box/$place"; done
cd "$box/dev"
node() { mknod -m 666 "$1" c "$2" "$3"; }
node null 1 3; node zero 1 5; node full 1 7; node random 1 8; node urandom 1 9
node tty 5 0; node tty0 4 0; node tty1 4 1
mkdir pts shm
mount -t devpts devpts pts -o newinstance,ptmxmode=0666
ln -s pts/ptmx ptmx
ln -s /proc/self/fd fd
cd /
exec env -i container=lxc PATH=/usr/sbin:/usr/bin chroot "$box" \
    /lib/systemd/systemd --log-target=null --show-status=false
BOOT
)
# Its exit code tells of the container, not of the checks; those are in the log.
box=$box timeout --kill-after=5 240 \
    unshare --fork --pid --kill-child --mount --uts --ipc --cgroup --net bash -c "$boot" || true
cat "$box/inspection.log"
grep -q ' 0 failed$' "$box/inspection.log"
