#!/usr/bin/env python3
"""Watches the kiosk's own program as its service manager would: what READY means, what a hanging and a crashing kiosk
come to, and that the fallback screen shows.

    KIOSK=.build/debug/kiosk Tests/deploy/test_watchdog.py

Needs a C compiler for the witness, and no display.
"""

import configparser
import os
import pathlib
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

sys.dont_write_bytecode = True  # the test leaves nothing beside the sources
import standin

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds; a limit for hanging tests, never a measure
QUICK = standin.Rules(watchdog=2, start_timeout=60, restart=0.1, burst=5, interval=PATIENCE)


class Watched(unittest.TestCase):
    """A service under the stand-in, with its news in a queue."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="watchdog-")
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        self.news = queue.Queue()

    def watch(self, command, fallback=(), rules=QUICK, **settings):
        environment = os.environ | {
            "SDL_VIDEODRIVER": "offscreen",
            "SARANGBANG_DATA": str(self.path / "data"),
            "SARANGBANG_OFFICE_BOOTDELAY": "0",
            # No bus: the cuff's driver has nothing to find here.
            "SARANGBANG_CUFF_BUS": f"unix:path={self.path}/none",
            "WITNESS": str(self.path / "witness"),
        } | settings
        service = standin.Service(list(command), list(fallback), rules, self.tell, environment)
        self.outcome = []
        thread = threading.Thread(target=lambda: self.outcome.append(service.run()))
        thread.start()

        def end():
            service.stop()
            thread.join()

        self.addCleanup(end)
        self.thread, self.end = thread, end
        return service

    def tell(self, **event):
        self.news.put(event)

    def next(self, *kinds):
        """The next piece of news of one of these kinds; any of another kind but a sign of life is a failure."""
        while True:
            try:
                event = self.news.get(timeout=PATIENCE)
            except queue.Empty:
                self.fail(f"no news, awaiting {kinds}")
            if event["event"] in kinds:
                return event
            self.assertEqual(event["event"], "alive", f"awaiting {kinds}: {event}")

    def witnessed(self, pid):
        """(thread, what, words) of all that the witness noted of a process, in order."""
        lines = (self.path / "witness").read_text().splitlines()
        return [tuple(line.split(" ", 3)[1:]) for line in lines if line.startswith(f"{pid} ")]


class Kiosk(Watched):
    @classmethod
    def setUpClass(cls):
        named = os.environ.get("KIOSK")
        if not named:
            raise AssertionError("KIOSK does not name the program to test")
        cls.kiosk = str(pathlib.Path(named).resolve(strict=True))
        cls.build = tempfile.TemporaryDirectory(prefix="witness-")
        cls.addClassCleanup(cls.build.cleanup)
        cls.witness = cls.build.name + "/witness.so"
        source = pathlib.Path(__file__).with_name("witness.c")
        compiler = os.environ.get("CC", "cc")
        options = ["-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run([compiler, *options, "-o", cls.witness, source, "-ldl"], check=True)

    def run_kiosk(self, **settings):
        return self.watch(
            [self.kiosk, "run"], [self.kiosk, "fallback", "--seconds", "1"], LD_PRELOAD=self.witness, **settings)

    def test_ready_comes_after_the_first_picture(self):
        self.run_kiosk()
        pid = self.next("started")["pid"]
        self.assertEqual(self.next("ready")["pid"], pid)
        self.assertEqual(
            self.witnessed(pid)[:2], [("first", "picture", "shown"), ("first", "told", "READY=1")])

    def test_a_quiet_wall_gives_signs_of_life_from_the_thread_that_draws(self):
        self.run_kiosk()
        pid = self.next("started")["pid"]
        self.next("ready")
        for _ in range(6):
            self.assertEqual(self.next("alive", "silent", "ended"), {"event": "alive", "pid": pid})
        signs = [thread for thread, what, words in self.witnessed(pid) if words == "WATCHDOG=1"]
        self.assertGreaterEqual(len(signs), 6)
        self.assertEqual(set(signs), {"first"})

    def test_a_hanging_kiosk_is_started_again(self):
        self.run_kiosk()
        first = self.next("started")["pid"]
        self.next("ready")
        os.kill(first, signal.SIGSTOP)
        self.assertEqual(self.next("silent")["pid"], first)
        self.assertEqual(self.next("ended")["code"], -signal.SIGKILL)
        second = self.next("started")["pid"]
        self.assertNotEqual(second, first)
        self.assertEqual(self.next("ready")["pid"], second)

    def test_five_crashes_end_in_the_fallback_screen(self):
        self.run_kiosk()
        for _ in range(5):
            pid = self.next("started")["pid"]
            self.next("ready")
            os.kill(pid, signal.SIGKILL)
            self.assertEqual(self.next("ended")["code"], -signal.SIGKILL)
        self.assertEqual(self.next("limit")["starts"], 5)
        self.sees_the_fallback()

    def test_settings_that_cannot_be_read_end_in_the_fallback_screen(self):
        broken = self.path / "kiosk.yaml"
        broken.write_text("panel:\n  pitch: 400\n")
        self.watch(
            [self.kiosk, "run", "--config", str(broken)], [self.kiosk, "fallback", "--seconds", "1"],
            LD_PRELOAD=self.witness)
        for _ in range(5):
            self.next("started")
            self.assertEqual(self.next("ended")["code"], 65)
        self.next("limit")
        self.sees_the_fallback()
        self.assertFalse((self.path / "data").exists(), "the fallback keeps away from the store")

    def test_a_kiosk_that_is_told_to_stop_ends_well(self):
        service = self.run_kiosk()
        self.next("started")
        self.next("ready")
        self.end()
        self.assertEqual(service.process.returncode, 0)
        self.assertEqual(self.outcome, [0])

    def sees_the_fallback(self):
        pid = self.next("fallback")["pid"]
        self.assertEqual(self.next("fallback ended"), {"event": "fallback ended", "pid": pid, "code": 0})
        self.assertEqual(self.witnessed(pid)[0], ("first", "picture", "shown"))
        self.thread.join(PATIENCE)
        self.assertEqual(self.outcome, [0])


class StandIn(Watched):
    """The judge is judged, too: what it must not be fooled by."""

    SAY = (
        "import os, socket; "
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto({!r}, os.environ['NOTIFY_SOCKET'])"
    )

    def test_a_process_that_says_nothing_is_not_ready(self):
        self.watch(["sleep", "60"], rules=standin.Rules(start_timeout=0.3, restart=0, burst=2))
        for _ in range(2):
            self.next("started")
            self.next("not ready")
            self.next("ended")
        self.next("limit")
        self.thread.join(PATIENCE)
        self.assertEqual(self.outcome, [1])

    def test_only_the_main_process_is_heard(self):
        say = f"{sys.executable} -c \"{self.SAY.format(b'READY=1')}\""
        self.watch(["sh", "-c", f"{say}; exec sleep 60"], rules=standin.Rules(start_timeout=3, burst=1))
        self.next("started")
        self.next("stranger")
        self.next("not ready")

    def test_ready_alone_does_not_live_long(self):
        program = self.SAY.format(b"READY=1\nSTATUS=on") + "; import time; time.sleep(60)"
        self.watch([sys.executable, "-c", program], rules=standin.Rules(watchdog=0.5, burst=1))
        self.next("started")
        self.assertEqual(self.next("ready")["status"], "on")
        self.next("silent")


class Unit(unittest.TestCase):
    """What sarangbang-kiosk.service promises, in its own numbers."""

    def setUp(self):
        self.unit = configparser.ConfigParser(strict=False, interpolation=None, delimiters="=", comment_prefixes="#")
        self.unit.optionxform = str
        self.unit.read(ROOT / "deploy/systemd/sarangbang-kiosk.service")

    def test_a_kiosk_that_hangs_reaches_the_limit_as_one_that_crashes_does(self):
        service = self.unit["Service"]
        life = sum(int(service[key]) for key in ("TimeoutStartSec", "WatchdogSec", "RestartSec"))
        limit = self.unit["Unit"]
        self.assertLess(life * int(limit["StartLimitBurst"]), int(limit["StartLimitIntervalSec"]))

    def test_it_is_watched_and_has_a_fallback(self):
        self.assertEqual(self.unit["Service"]["Type"], "notify")
        self.assertEqual(self.unit["Service"]["NotifyAccess"], "main")
        self.assertEqual(self.unit["Service"]["Restart"], "always")
        self.assertEqual(self.unit["Unit"]["StartLimitBurst"], "5")
        self.assertEqual(self.unit["Unit"]["OnFailure"], "sarangbang-fallback.service")


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    failed = len(result.failures) + len(result.errors)
    sys.stdout.write(f"watchdog: {result.testsRun} tests, {failed} failed, {len(result.skipped)} skipped\n")
    sys.exit(0 if result.testsRun and not failed and not result.skipped else 1)
