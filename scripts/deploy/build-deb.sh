#!/usr/bin/env bash
# Builds both programs for release and packs them: .build/deb/sarangbang-{kiosk,central}_VERSION_ARCH.deb.
#
#     scripts/deploy/build-deb.sh [--binaries DIR] [--out DIR]
#
# --binaries takes `kiosk` and `central` from a folder instead of building them.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
binaries="" out=$root/.build/deb
while [ $# -gt 0 ]; do
    case $1 in
        --binaries) binaries=$2; shift 2 ;;
        --out) out=$2; shift 2 ;;
        *) echo "usage: $0 [--binaries DIR] [--out DIR]" >&2; exit 64 ;;
    esac
done
for tool in dpkg-buildpackage dh chrpath lintian; do
    command -v "$tool" >/dev/null || { echo "$tool is missing (Debian packages: dpkg-dev debhelper chrpath lintian)" >&2; exit 69; }
done

if [ -z "$binaries" ]; then
    for product in kiosk central; do
        swift build -c release --static-swift-stdlib --scratch-path .build --product "$product"
    done
    binaries=$(swift build -c release --static-swift-stdlib --scratch-path .build --show-bin-path)
fi

version=$(dpkg-parsechangelog -l deploy/debian/changelog -S Version)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
tree=$stage/sarangbang-$version
mkdir -p "$tree/bin" "$tree/licences" "$out"
cp -rL deploy/debian "$tree/debian"
cp -r deploy assets seeds NOTICE "$tree/"
mkdir -p "$tree/scripts/deploy" && cp scripts/deploy/place-settings.sh "$tree/scripts/deploy/"
for program in kiosk central; do
    install -m 755 "$binaries/$program" "$tree/bin/$program"
    # SwiftPM lets programs look for libraries beside themselves; nothing lies there once they are installed.
    chrpath -d "$tree/bin/$program" >/dev/null
done

# What is linked in brings its licence along.
for file in .build/checkouts/*/LICENSE* .build/checkouts/*/NOTICE*; do
    if [ -f "$file" ]; then
        checkout=${file#.build/checkouts/}
        cp "$file" "$tree/licences/${checkout%%/*}-$(basename "${file%.*}").txt"
    fi
done
swift_licence=$(dirname "$(readlink -f "$(command -v swift)")")/../share/swift/LICENSE.txt
cp "$swift_licence" "$tree/licences/swift-LICENSE.txt"
chmod -R u=rwX,go=rX "$tree"

# The same sources give the same package: all times are those of the last commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
(cd "$tree" && dpkg-buildpackage --build=binary --no-sign) > "$out/build.log" 2>&1 || { tail -n 30 "$out/build.log" >&2; exit 1; }
rm -f "$out"/*.deb
mv "$stage"/*.deb "$out/"
lintian --allow-root --fail-on error --tag-display-limit 0 "$out"/sarangbang-*_"$version"_*.deb
for package in "$out"/*.deb; do
    echo "$(basename "$package") $(stat -c %s "$package") bytes, installed $(dpkg-deb -f "$package" Installed-Size) KiB"
done
