"""All bounds, one after the other, and the table."""

import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

import devices
import disk
import first_picture
import inside
import memory
import report
import rest
import signage
from machine import DATA, display
from office import furnish, office

# What is made once: our small C programs and the rivals.
KEPT = {"bin", "devices-venv", "feeds-venv"}


def main():
    start = time.monotonic()
    for entry in DATA.iterdir():
        if entry.name not in KEPT:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    print(f"{describe()}, load {os.getloadavg()[0]:.1f}", flush=True)
    with office() as desk:
        folder = desk.enrol(DATA / "kiosk")
        furnish(folder)
        with display():
            first_picture.measure(folder)
            memory.measure(folder)
            rest.measure(folder)
            inside.measure_touches()
            inside.measure_alerts()
            inside.measure_screens()
        disk.measure_saves()
        disk.measure_drain(desk)
    devices.measure_evaluations()
    inside.measure_wall()
    devices.measure_frames()
    devices.measure_latency()
    signage.measure_feeds()
    print(f"\n{report.table()}\n\n{time.monotonic() - start:.0f} s, load {os.getloadavg()[0]:.1f}")
    if report.missed():
        print(f"bench: {report.missed()} bounds missed", file=sys.stderr)
    return min(report.missed(), 1)


def describe():
    facts = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in facts if line.startswith("model name")), "unknown")
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return f"{time.strftime('%Y-%m-%d %H:%M')}, revision {revision or 'unknown'}, {os.cpu_count()} × {model}, Linux {platform.release()}"


sys.exit(main())
