"""The real office, and kiosks that it has taken in."""

import contextlib
import json
import os
import subprocess
from pathlib import Path

from machine import CENTRAL, DATA, KIOSK, running, wait_until

FOLDER = DATA / "office"


class Office:
    def __init__(self, start):
        self.url, self.centre, self.code = start["url"], start["demo"]["kiosk"]["centre"], start["demo"]["kiosk"]["code"]

    def enrol(self, folder):
        """A new kiosk of the first centre, with its data in that folder."""
        code = self.code or json.loads(
            subprocess.run(
                [CENTRAL, "enrol", "--centre", self.centre], env=environment(), check=True, capture_output=True, timeout=20
            ).stdout)["code"]
        self.code = None
        command = [KIOSK, "enrol", "--office", self.url, "--code", code]
        subprocess.run(command, env=kiosk_environment(folder), check=True, stdout=subprocess.DEVNULL, timeout=20)
        return folder


def environment():
    return {**os.environ, "SARANGBANG_DATA": str(FOLDER), "SARANGBANG_LOG_LEVEL": "error"}


def kiosk_environment(folder, **more):
    return {**os.environ, "SARANGBANG_DATA": str(folder), **more}


@contextlib.contextmanager
def office():
    """An office with its seeds, polling its demonstration feeds."""
    answer = DATA / "office.json"
    with open(answer, "w") as out, open(DATA / "office.log", "w") as log:
        command = [CENTRAL, "serve", "--demo", "--port", "0"]
        with running(command, env=environment(), stdout=out, stderr=log) as process:
            wait_until(lambda: process.poll() is not None or answer.read_text().endswith("\n"), 60, "the office's start")
            if process.poll() is not None:
                raise SystemExit("bench: the office did not start: " + Path(DATA / "office.log").read_text())
            yield Office(json.loads(answer.read_text()))


def furnish(folder):
    """Lets a kiosk fetch the wall that the office publishes; from then on it has it at each start."""
    environment = kiosk_environment(folder, SARANGBANG_OFFICE_BOOTDELAY="0", SDL_VIDEODRIVER="offscreen")
    with running([KIOSK, "run"], env=environment):
        wait_until((folder / "content" / "manifest.json").exists, 30, "the kiosk's first content")
