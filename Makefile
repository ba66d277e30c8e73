# Each target is a line or two; what takes more is a script.
.PHONY: setup build run test lint format bench soak fuzz proof coverage pictures tour browser deploy deb deb-test

setup: ; @scripts/setup.sh
build: setup ; swift build
run: setup ; @scripts/run.sh
test: setup ; @scripts/test.sh
lint: ; @scripts/lint.sh
format: ; swift format -i -p -r Sources Tests Package.swift
bench: setup ; @scripts/bench.sh
soak: setup ; @scripts/soak.sh
fuzz: setup ; @scripts/fuzz.sh
proof: setup ; @scripts/proof.sh
coverage: setup ; @scripts/coverage.sh
pictures: setup ; @scripts/pictures.sh
tour: setup ; @scripts/tour.sh
browser: setup ; Tests/browser/run.sh
deploy: setup ; @Tests/deploy/run.sh
deb: setup ; @scripts/setup.sh scripts/deploy/packages.txt && scripts/deploy/build-deb.sh
deb-test: ; @scripts/setup.sh scripts/deploy/packages.txt && Tests/deploy/install-in-chroot.sh && Tests/deploy/boot-in-namespace.sh
