"""`scripts/run.sh`, as `make run` starts it: one sentence when a port is taken, and nothing left behind at the end."""

import os
import pathlib
import signal
import socket
import time
import unittest
import urllib.request

import programs
from programs import CENTRAL, KIOSK, ROOT, until

# In the place of `swift`: the programs are built already, and where they are is all that run.sh asks.
SWIFT = """#!/bin/sh
case "$*" in *--show-bin-path*) echo "{folder}" ;; esac
"""


class DemoTest(unittest.TestCase):
    def setUp(self):
        folder = programs.folder()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for name, program in (("kiosk", KIOSK), ("central", CENTRAL)):
            (self.bin / name).symlink_to(program.resolve())
        (self.bin / "swift").write_text(SWIFT.format(folder=self.bin))
        (self.bin / "swift").chmod(0o755)
        self.office, self.mirror = programs.free_port(), programs.free_port()

    def demo(self):
        env = programs.environment(self.folder)
        env |= {"PATH": f"{self.bin}:{env['PATH']}", "OFFICE_PORT": str(self.office), "MIRROR_PORT": str(self.mirror),
                "DATA": str(self.folder / "demo"), "CONFIGURATION": "debug"}
        program = programs.Program([ROOT / "scripts/run.sh"], self.folder, "run", env)
        self.addCleanup(lambda: [os.kill(number, signal.SIGKILL) for number in program.session()])
        return program

    def is_on(self, program):
        until(
            lambda: "Ctrl-C" in program.said.read_text() or not program.is_running,
            lambda: program.said.read_text() + program.log.read_text(), 60)
        self.assertTrue(program.is_running, program.said.read_text() + program.log.read_text())

    def page(self, port):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
            return answer.read().decode()

    def end(self, program, number):
        """As the terminal does at Ctrl-C: everybody in the group gets the signal."""
        os.killpg(program.process.pid, number)
        began = time.monotonic()
        until(lambda: not program.session(), lambda: f"still there: {program.session()}", 5)
        code = program.process.wait(1)
        self.assertLess(time.monotonic() - began, 5)
        return code

    def test_a_demo_runs_ends_at_ctrl_c_and_goes_on_with_its_data(self):
        program = self.demo()
        self.is_on(program)
        self.assertIn("사랑방 거울", self.page(self.mirror))
        self.assertIn("사랑방", self.page(self.office))
        self.assertTrue(any("dbus-daemon" in words for words in program.session().values()))
        self.assertEqual(self.end(program, signal.SIGINT), 0)
        identity = (self.folder / "demo/kiosk/identity.json").read_bytes()
        again = self.demo()
        self.is_on(again)
        self.assertEqual((self.folder / "demo/kiosk/identity.json").read_bytes(), identity)
        self.assertEqual(self.end(again, signal.SIGTERM), 0)
        left = [str(path) for path in (self.folder / "t").iterdir()]
        self.assertEqual(left, [], "temporary files are left")

    def test_a_taken_port_is_told_in_one_sentence(self):
        for port in (self.office, self.mirror):
            with self.subTest(port=port), socket.create_server(("127.0.0.1", port)):
                program = self.demo()
                self.assertEqual(program.process.wait(20), 69)
                lines = program.log.read_text().splitlines()
                self.assertEqual(len(lines), 1, lines)
                self.assertIn(str(port), lines[0])
                program.log.unlink()
        self.assertFalse((self.folder / "demo").exists())

    def test_an_office_at_a_taken_port_ends_with_one_sentence(self):
        with socket.create_server(("127.0.0.1", self.office)):
            done = programs.ask(
                CENTRAL, "serve", "--data", self.folder / "office", "--port", self.office, folder=self.folder,
                SARANGBANG_LOG_LEVEL="critical")
        self.assertEqual((done.returncode, done.stdout), (69, ""))
        self.assertEqual(
            done.stderr, f"central: port {self.office} of 127.0.0.1 is in use by another program\n")

    def test_a_second_office_on_the_same_data_is_refused(self):
        data = self.folder / "office"
        first = programs.Program([CENTRAL, "serve", "--data", data, "--port", "0"], self.folder, "first")
        self.addCleanup(first.kill)
        until(lambda: first.said.read_text(), "the first office", 30)
        done = programs.ask(CENTRAL, "serve", "--data", data, "--port", "0", folder=self.folder)
        self.assertEqual(done.returncode, 69)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertEqual(first.stop(), 0)

    def test_a_second_kiosk_on_the_same_data_is_refused(self):
        env = programs.environment(self.folder, SARANGBANG_DATA=str(self.folder / "kiosk"))
        first = programs.Program(
            [KIOSK, "run", "--demo", "--mirror-port", self.mirror], self.folder, "first", env)
        self.addCleanup(first.kill)
        until(lambda: self.answers(self.mirror), "the first kiosk", 30)
        ask = {"folder": self.folder, "SARANGBANG_DATA": str(self.folder / "kiosk")}
        second = programs.ask(KIOSK, "run", "--seconds", "5", **ask)
        self.assertEqual(second.returncode, 69, second.stderr)
        self.assertEqual(programs.ask(KIOSK, "backup", "--out", self.folder / "copy", **ask).returncode, 69)
        doctor = programs.ask(KIOSK, "doctor", **ask)
        self.assertEqual(doctor.returncode, 0, doctor.stderr)
        self.assertIn("in use by the running kiosk", doctor.stdout)
        self.assertEqual(first.stop(), 0)

    @staticmethod
    def answers(port):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0
