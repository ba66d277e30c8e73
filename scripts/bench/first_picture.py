"""From the start of a program until its picture is on the panel, seen by one probe from outside."""

import os
import statistics
import subprocess

from machine import KIOSK, chromium, floor_window, tool
from office import kiosk_environment
from report import note

ROUNDS = 9
# The wall's foot and its ground.
PIXELS = ["1000,1780,1B5740", "8,1000,FBF7EE"]


def measure(folder):
    """Each program in turn, so that a busy moment of the machine hits all alike; the first round only warms up."""
    runs = {
        "bare": (floor_window(), dict(os.environ)),
        "bare, shared memory": (floor_window("shared-memory"), dict(os.environ)),
        "kiosk": ([KIOSK, "run"], kiosk_environment(folder)),
        "chromium": (chromium(), dict(os.environ)),
    }
    times = {name: [] for name in runs}
    for _ in range(ROUNDS + 1):
        for name, (command, environment) in runs.items():
            times[name].append(first_picture(command, environment))
    times = {name: values[1:] for name, values in times.items()}
    median = {name: statistics.median(values) for name, values in times.items()}
    best = {name: min(values) for name, values in times.items()}
    # The best of each is what the program costs; the medians tell how busy the machine was.
    def beside(name, title):
        ratio = best["kiosk"] / best[name]
        return f"{title} {best[name]:.0f} ms (median {median[name]:.0f}): {ratio:.2f} × (median {median['kiosk'] / median[name]:.2f} ×)"

    figure = f"{best['kiosk']:.0f} ms (median {median['kiosk']:.0f})"
    floors = beside("bare", "bare SDL") + "; " + beside("bare, shared memory", "the same by shared memory")
    note("start → first picture", figure, "≤ 1.5 × bare SDL", floors, best["kiosk"] <= 1.5 * best["bare"])
    note(
        "start → first picture, against Chromium", figure, "< Chromium", beside("chromium", "Chromium"),
        best["kiosk"] < best["chromium"])


def first_picture(command, environment):
    probe = [tool("first-picture"), "20", *PIXELS, "--", *command]
    done = subprocess.run(probe, env=environment, capture_output=True, text=True, timeout=40)
    if done.returncode:
        raise SystemExit("bench: " + done.stderr.strip())
    return float(done.stdout.split()[-1])
