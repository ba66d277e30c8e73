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
    for rival, most in [("bare", 1.5), ("chromium", 1.0)]:
        ratio = best["kiosk"] / best[rival]
        note(
            "start → first picture" + (", against Chromium" if rival == "chromium" else ""),
            f"{best['kiosk']:.0f} ms (median {median['kiosk']:.0f})",
            f"≤ {most} × bare SDL" if rival == "bare" else "< Chromium",
            f"{'bare SDL' if rival == 'bare' else 'Chromium'} {best[rival]:.0f} ms (median {median[rival]:.0f}): "
            f"{ratio:.2f} × (median {median['kiosk'] / median[rival]:.2f} ×)", ratio <= most)


def first_picture(command, environment):
    probe = [tool("first-picture"), "20", *PIXELS, "--", *command]
    done = subprocess.run(probe, env=environment, capture_output=True, text=True, timeout=40)
    if done.returncode:
        raise SystemExit("bench: " + done.stderr.strip())
    return float(done.stdout.split()[-1])
