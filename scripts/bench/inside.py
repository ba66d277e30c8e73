"""What only the kiosk itself can time: `kiosk bench …`."""

import json
import os
import subprocess

from machine import KIOSK
from report import note

CHANGES = 10_000
TOUCHES = 500
ALERTS = 250


def kiosk_bench(*arguments, environment=None, patience=300):
    command = [KIOSK, "bench", *map(str, arguments)]
    done = subprocess.run(command, env=environment or dict(os.environ), capture_output=True, text=True, timeout=patience)
    if done.returncode:
        raise SystemExit("bench: " + done.stderr.strip())
    return json.loads(done.stdout)


def measure_screens():
    answer = kiosk_bench("screens", "--count", CHANGES)
    growth = (answer["pssAfter"] - answer["pssBefore"]) / 2**20
    note(
        f"memory over {CHANGES:,} screens", f"{growth:+.2f} MB", "≤ + 1 MB",
        f"{answer['pssBefore'] / 2**20:.1f} MB before; a change {answer['change']['p50']:.1f} ms, p99 {answer['change']['p99']:.1f} ms",
        growth <= 1)


def measure_touches():
    answer = kiosk_bench("touches", "--count", TOUCHES)
    touch, full = answer["touch"], answer["fullRedraw"]
    note(
        "touch → picture, p99", f"{touch['p99']:.1f} ms (p50 {touch['p50']:.1f})", "≤ 16.7 ms, none unseen",
        f"full redraw p99 {full['p99']:.1f} ms (p50 {full['p50']:.1f}): {touch['p99'] / full['p99']:.2f} ×; {touch['count']} seen, "
        f"{answer['silent']} not; the first time since the start p50 {answer['first']['p50']:.1f} ms, worst {answer['first']['worst']:.1f} ms", touch["p99"] <= 16.7 and answer["silent"] == 0)


def measure_wall():
    answer = kiosk_bench("wall")
    plan = answer["anyInstant"]
    note(
        f"plan of the wall, {answer['items']} items", f"{plan:.1f} µs", "≤ 50 µs",
        f"any instant of a year; instants in order {answer['inOrder']:.1f} µs; {answer['shown']} items were on", plan <= 50)


def measure_alerts():
    answer = kiosk_bench("alert", "--count", ALERTS)
    alert = answer["alert"]
    note(
        "alert file → picture, p99", f"{alert['p99']:.1f} ms (p50 {alert['p50']:.1f})", "≤ 200 ms, none unseen",
        f"{alert['count']} alerts from CAP to the panel through the content folder, worst {alert['worst']:.1f} ms; {answer['silent']} not seen",
        alert["p99"] <= 200 and answer["silent"] == 0)
