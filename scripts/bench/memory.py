"""Proportional set size with the wall on, in touch with the office."""

import os
import time

from machine import KIOSK, chromium, floor_window, pss, running
from office import kiosk_environment
from report import note

SETTLING = 8


def measure(folder):
    offscreen = {"SDL_VIDEODRIVER": "offscreen"}
    kiosk = settled([KIOSK, "run"], kiosk_environment(folder, SARANGBANG_OFFICE_BOOTDELAY="0", **offscreen))
    bare = settled(floor_window(), {**os.environ, **offscreen})
    note("memory, off screen", f"{kiosk:.1f} MB", "≤ 80 MB", f"bare SDL {bare:.1f} MB: {kiosk / bare:.1f} ×", kiosk <= 80)

    kiosk = settled([KIOSK, "run"], kiosk_environment(folder, SARANGBANG_OFFICE_BOOTDELAY="0"))
    bare = settled(floor_window(), dict(os.environ))
    sharing = settled(floor_window("shared-memory"), dict(os.environ))
    browser = settled(chromium(), dict(os.environ))
    note(
        "memory, X11", f"{kiosk:.1f} MB", "≤ bare SDL + 50 MB", f"bare SDL {bare:.1f} MB: {kiosk - bare:+.1f} MB; the same by shared memory {sharing:.1f} MB: {kiosk - sharing:+.1f} MB",
        kiosk <= bare + 50)
    note(
        "memory, against Chromium", f"{kiosk:.1f} MB", "< half of Chromium", f"Chromium {browser:.0f} MB: {kiosk / browser:.2f} ×",
        kiosk < browser / 2)


def settled(command, environment):
    with running(command, env=environment) as process:
        time.sleep(SETTLING)
        if process.poll() is not None:
            raise SystemExit(f"bench: {command[0]} ended by itself")
        return pss(process.pid)
