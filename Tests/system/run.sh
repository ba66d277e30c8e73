#!/bin/sh
# Runs the built programs together as their users do, with real sockets, pseudo terminals and a private message bus.
#
#   Tests/system/run.sh [part of a test's name …]
# KIOSK and CENTRAL name the programs; without them .build/debug is taken. Needs python3, dbus, libzbar and imagemagick.
set -eu
cd "$(dirname "$0")/../.."
exec python3 -B Tests/system/run.py "$@"
