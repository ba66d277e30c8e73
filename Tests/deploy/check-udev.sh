#!/bin/bash
# Has udev itself judge the rules: `udevadm test` runs them over made-up devices in a made-up /sys, in a namespace of
# its own. (Debian 12's udevadm has no `verify`.) Ends with the number of checks; exit 1 if one fails.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
rules=$root/deploy/udev/60-sarangbang.rules

if [ "${1:-}" != inside ]; then
    command -v udevadm >/dev/null || { echo "udevadm is missing (Debian package: udev)" >&2; exit 1; }
    exec unshare --mount --map-root-user "$0" inside
fi

stage=$(mktemp -d)
mount -t tmpfs none "$stage"
sys=$stage/sys
usb=devices/pci0000:00/0000:00:14.0/usb1

# device PATH SUBSYSTEM [DRIVER [UEVENT-LINE…]]: one directory of sysfs.
device() {
    local path=$sys/$1 subsystem=$2 driver=${3:-}
    shift; shift; [ $# = 0 ] || shift
    mkdir -p "$path" "$sys/class/$subsystem" "$sys/drivers/$driver"
    printf '%s\n' "$@" > "$path/uevent"
    ln -s "/sys/class/$subsystem" "$path/subsystem"
    [ -z "$driver" ] || ln -s "/sys/drivers/$driver" "$path/driver"
}

# plug PORT VENDOR PRODUCT: a USB device with one interface.
plug() {
    device "$usb/$1" usb usb MAJOR=189 "MINOR=${1#1-}" "DEVNAME=bus/usb/001/00${1#1-}" DEVTYPE=usb_device
    local at=$sys/$usb/$1
    echo "$2" > "$at/idVendor"; echo "$3" > "$at/idProduct"; echo Example > "$at/manufacturer"
    echo Instrument > "$at/product"; echo "SN$1" > "$at/serial"; echo 0100 > "$at/bcdDevice"
}

# interface PORT DRIVER CLASS SUBCLASS PROTOCOL
interface() {
    device "$usb/$1/$1:1.0" usb "$2" DEVTYPE=usb_interface
    local at=$sys/$usb/$1/$1:1.0
    echo 00 > "$at/bInterfaceNumber"; echo "$3" > "$at/bInterfaceClass"
    echo "$4" > "$at/bInterfaceSubClass"; echo "$5" > "$at/bInterfaceProtocol"
}

# adapter PORT DRIVER NUMBER: a serial adapter behind its USB interface.
adapter() {
    interface "$1" "$2" ff 01 01
    device "$usb/$1/$1:1.0/ttyUSB$3" usb-serial "$2"
    echo 0 > "$sys/$usb/$1/$1:1.0/ttyUSB$3/port_number"
    device "$usb/$1/$1:1.0/ttyUSB$3/tty/ttyUSB$3" tty "" MAJOR=188 "MINOR=$3" "DEVNAME=ttyUSB$3"
}

plug 1-1 1a86 7523; adapter 1-1 ch341-uart 0
plug 1-2 0403 6001; adapter 1-2 ftdi_sio 1
plug 1-3 12d1 1506; adapter 1-3 option 2
plug 1-4 1eab 1d06; interface 1-4 cdc_acm 02 02 01
device "$usb/1-4/1-4:1.0/tty/ttyACM0" tty "" MAJOR=166 MINOR=0 DEVNAME=ttyACM0
plug 1-5 1199 9091; interface 1-5 cdc_acm 02 02 01
mkdir -p "$sys/$usb/1-5/1-5:1.1"
device "$usb/1-5/1-5:1.1" usb cdc_mbim DEVTYPE=usb_interface
echo 0209 > "$sys/$usb/1-5/bcdDevice"
device "$usb/1-5/1-5:1.0/tty/ttyACM1" tty "" MAJOR=166 MINOR=1 DEVNAME=ttyACM1
# What the kernel gives as the device's descriptors, from which udev's usb_id reads the list of interfaces.
printf '\x12\x01\x00\x02\xef\x02\x01\x40\x99\x11\x91\x90\x09\x02\x01\x02\x03\x01\x09\x02\x1b\x00\x02\x01\x00\x80\x32' \
    > "$sys/$usb/1-5/descriptors"
printf '\x09\x04\x00\x00\x00\x02\x02\x01\x00\x09\x04\x01\x00\x01\x02\x0e\x00\x00\x07\x05\x81\x03\x40\x00\x10' \
    >> "$sys/$usb/1-5/descriptors"

# keyboard PORT HID NUMBER: an input device with the keys of a full keyboard.
keyboard() {
    interface "$1" usbhid 03 01 01
    local input=$usb/$1/$1:1.0/$2/input/input$3
    device "$input" input "" 'NAME="Keys"'
    mkdir "$sys/$input/capabilities"
    echo 120013 > "$sys/$input/capabilities/ev"
    echo 'ff9f207ac14057ff febeffdfffefffff fffffffffffffffe' > "$sys/$input/capabilities/key"
    device "$input/event$3" input "" MAJOR=13 "MINOR=$((64 + $3))" "DEVNAME=input/event$3"
}
plug 1-6 05e0 1200; keyboard 1-6 0003:05E0:1200.0001 7
plug 1-7 046d c31c; keyboard 1-7 0003:046D:C31C.0001 8

mkdir "$stage/dev" "$stage/udev" "$stage/udev/rules.d"
for node in null zero urandom random; do : > "$stage/dev/$node"; mount --bind "/dev/$node" "$stage/dev/$node"; done
cp "$rules" "$stage/udev/rules.d/"
mkdir -p /run/udev
mount --rbind "$stage/udev" /run/udev
mount --rbind "$stage/dev" /dev
mount --rbind "$sys" /sys
export SYSTEMD_DEVICE_VERIFY_SYSFS=0 SYSTEMD_LOG_LEVEL=debug

checks=0 failures=0
# expect WHAT DEVICE YES|NO PATTERN
expect() {
    checks=$((checks + 1))
    local said answer=NO
    said=$(udevadm test "/sys/$usb/$2" 2>&1)
    if grep -Eq -- "$4" <<<"$said"; then answer=YES; fi
    if [ "$answer" != "$3" ]; then
        failures=$((failures + 1))
        echo "not so: $1" >&2
        grep -E '^(ID_|TAGS|DEVLINKS|LIBINPUT|SARANGBANG)' <<<"$said" >&2 || true
    fi
}

ch341=1-1/1-1:1.0/ttyUSB0/tty/ttyUSB0 ftdi=1-2/1-2:1.0/ttyUSB1/tty/ttyUSB1 option=1-3/1-3:1.0/ttyUSB2/tty/ttyUSB2
expect "the rules are free of faults" $ch341 NO \
    '60-sarangbang\.rules:[0-9]+:? .*([Ii]nvalid|[Uu]nknown|[Ff]ailed|[Ii]gnoring|must be|expected|no effect)'
expect "udev read the rules" $ch341 YES 'Reading rules file: /run/udev/rules.d/60-sarangbang.rules'
for adapter in $ch341 $ftdi 1-4/1-4:1.0/tty/ttyACM0; do
    expect "ModemManager leaves $adapter alone" "$adapter" YES '^ID_MM_DEVICE_IGNORE=1'
    expect "$adapter has a name by its serial number" "$adapter" YES \
        '^DEVLINKS=.*/dev/serial/by-id/usb-Example_Instrument_SN1-'
    expect "$adapter belongs to dialout" "$adapter" YES \
        "60-sarangbang.rules:[0-9]+ GROUP $(getent group dialout | cut -d: -f3)"
done
expect "a mobile modem stays one" $option NO '^ID_MM_(DEVICE|PORT)_IGNORE=1'
expect "a modem's CDC port stays one" 1-5/1-5:1.0/tty/ttyACM1 NO '^ID_MM_(DEVICE|PORT)_IGNORE=1'
scanner=1-6/1-6:1.0/0003:05E0:1200.0001/input/input7/event7
expect "a scanner is marked" $scanner YES '^SARANGBANG_SCANNER=1'
expect "a scanner keeps ID_INPUT" $scanner YES '^ID_INPUT=1'
expect "libinput leaves a scanner alone" $scanner YES '^LIBINPUT_IGNORE_DEVICE=1'
expect "a keyboard is no scanner" 1-7/1-7:1.0/0003:046D:C31C.0001/input/input8/event8 NO '^SARANGBANG_SCANNER=1'

echo "udev rules: $checks checks, $failures failed (udevadm test of systemd $(udevadm --version))"
[ "$failures" = 0 ]
