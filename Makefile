# Each target is a line or two; what takes more is a script.
.PHONY: setup build run test lint format bench pictures tour browser deb

setup: ; @scripts/setup.sh
build: setup ; swift build
run: setup ; @scripts/run.sh
test: setup ; @scripts/test.sh
lint: ; @scripts/lint.sh
format: ; swift format -i -p -r Sources Tests Package.swift
bench: setup ; @scripts/bench.sh
pictures: setup ; @scripts/pictures.sh
tour: setup ; @scripts/tour.sh
browser: setup ; Tests/browser/run.sh
deb: setup ; @scripts/deploy/build-deb.sh
