"""Processor time of a wall that nobody touches: all three programs in the same minute on the same display."""

import contextlib
import os
import time

from machine import KIOSK, chromium, cpu_seconds, floor_window, running
from office import kiosk_environment
from report import note

SETTLING = 10
MINUTE = 60


def measure(folder):
    commands = {
        "bare": (floor_window(), dict(os.environ)),
        "chromium": (chromium(), dict(os.environ)),
        "kiosk": ([KIOSK, "run"], kiosk_environment(folder, SARANGBANG_OFFICE_BOOTDELAY="0")),
    }
    with contextlib.ExitStack() as stack:
        leaders = {
            name: stack.enter_context(running(command, env=environment)) for name, (command, environment) in commands.items()
        }
        time.sleep(SETTLING)
        before, start = {name: cpu_seconds(leader.pid) for name, leader in leaders.items()}, time.monotonic()
        time.sleep(MINUTE)
        elapsed = time.monotonic() - start
        share = {name: (cpu_seconds(leader.pid) - before[name]) / elapsed * 100 for name, leader in leaders.items()}
        if ended := [name for name, leader in leaders.items() if leader.poll() is not None]:
            raise SystemExit(f"bench: ended by itself: {', '.join(ended)}")
    note(
        "wall at rest, 60 s", f"{share['kiosk']:.3f} % of a core", "≤ 0.2 %",
        f"bare SDL {share['bare']:.3f} %, Chromium {share['chromium']:.2f} %", share["kiosk"] <= 0.2)
