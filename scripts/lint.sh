#!/usr/bin/env bash
# Formatting, the arrows between targets, and words that must not stand in the sources.
set -uo pipefail
cd "$(dirname "$0")/.."
failures=0
complain() { echo "lint: $1" >&2; failures=$((failures + 1)); }

swift format lint --strict -p -r Sources Tests Package.swift || complain "swift format has complaints; make format mends most"

# imports TARGET ALLOWED…: the product's own modules that a target may import.
own='KioskUI|KioskSDL|KioskScreens|KioskStore|KioskApp|FitnessMeasure|SignageFeed|SeniorCard|KoreanText|SyncClient|SyncWire|CentralServer|DeviceSimulator|Passwords|CSDL2|GRDB'
imports() {
    local target=$1; shift
    local allowed="${*:-none}"
    local bad
    bad=$(grep -rhoE "^(@[A-Za-z]+ )?import (struct |class |enum )?($own)" "Sources/$target" | awk '{print $NF}' | sort -u |
        grep -vxE "${allowed// /|}" || true)
    [ -z "$bad" ] || complain "$target must not import: $(echo "$bad" | tr '\n' ' ')"
}
imports KioskUI
imports SyncWire
imports FitnessMeasure
imports SignageFeed
imports SeniorCard
imports KoreanText
imports Passwords
imports DeviceSimulator FitnessMeasure
imports KioskSDL KioskUI CSDL2
imports KioskScreens KioskUI FitnessMeasure SignageFeed SeniorCard KoreanText
imports SyncClient SyncWire
imports KioskStore SyncWire SyncClient FitnessMeasure SignageFeed GRDB
imports CentralServer SyncWire SignageFeed FitnessMeasure SeniorCard Passwords GRDB
imports central CentralServer

# forbid WHAT PATTERN PATH…: greps that must find nothing.
forbid() {
    local what=$1 pattern=$2; shift 2
    local found
    found=$(grep -rnE "$pattern" "$@" --include='*.swift' | grep -vE '^[^:]+:[0-9]+: *///?' || true)
    [ -z "$found" ] || { complain "$what"; echo "$found" >&2; }
}
forbid 'a task that inherits the main actor never starts' '\bTask \{' Sources/KioskApp Sources/KioskSDL
forbid 'nothing hops to the main actor' 'DispatchQueue\.main|MainActor\.run' Sources
forbid 'no force' '\btry!|\bas!|\.first!|\.last!|\)!' Sources
forbid 'no TODO' 'TODO|FIXME|XXX' Sources
forbid 'no print' '^ *print\(' Sources
forbid 'time is injected' '\bDate\(\)|Task\.sleep' Sources/KioskUI Sources/KioskScreens Sources/KioskStore \
    Sources/SyncClient Sources/SyncWire Sources/FitnessMeasure Sources/SignageFeed Sources/SeniorCard Sources/KoreanText \
    Sources/CentralServer
git grep -nIE '(^|[^A-Za-z$"])/[w]ork/|(^|[^A-Za-z$"}])/[r]oot/|/[o]pt/swift' -- . ':!.gitignore' && complain 'a path of one machine'

[ "$failures" -eq 0 ] && echo 'lint: nothing to complain of'
exit $((failures > 0))
