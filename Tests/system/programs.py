"""The two programs as processes of their own, each with a folder, all ended with the tests however those end."""

import ctypes
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
KIOSK = pathlib.Path(os.environ.get("KIOSK", ROOT / ".build/debug/kiosk"))
CENTRAL = pathlib.Path(os.environ.get("CENTRAL", ROOT / ".build/debug/central"))
WORDS = json.loads((ROOT / "assets/words/ko.json").read_text())
PEOPLE = json.loads((ROOT / "seeds/people.json").read_text())["people"]

_running = []


def missing():
    """The programs that are not there."""
    return [str(path) for path in (KIOSK, CENTRAL) if not os.access(path, os.X_OK)]


def environment(folder, **more):
    """What a program under test sees: nothing of whoever runs the tests, and temporary files in its own folder."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH") if key in os.environ}
    temporary = pathlib.Path(folder) / "t"
    temporary.mkdir(parents=True, exist_ok=True)
    return kept | {
        "TMPDIR": str(temporary), "SDL_VIDEODRIVER": "offscreen", "SDL_AUDIODRIVER": "dummy", "SARANGBANG_ASSETS": str(ROOT / "assets"),
        "SARANGBANG_SEEDS": str(ROOT / "seeds"), "SARANGBANG_LOG_LEVEL": "warning",
        "SWIFT_BACKTRACE": "enable=no"} | more


def free_port():
    """A port that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def folder():
    """A fresh folder with a short path: sockets in it have to fit into 107 bytes."""
    return tempfile.TemporaryDirectory(prefix="sys-")


def ask(program, *arguments, folder, stdin="", **more):
    """Runs a subcommand to its end."""
    return subprocess.run(
        [program, *map(str, arguments)], cwd=folder, env=environment(folder, **more), input=stdin, text=True,
        capture_output=True, timeout=60)


def until(fact, what, within=15, every=0.1):
    """Waits for a fact and returns it; `what` may be a function that says what is there instead."""
    end = time.monotonic() + within
    while True:
        found = fact()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"not within {within} s: {what() if callable(what) else what}")
        time.sleep(every)


def _end_with_us():
    """Called in the child: the kernel ends it when the tests are killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Program:
    """A running program. What it says goes to files, so that no pipe ever fills."""

    def __init__(self, command, folder, name, env=None):
        self.said, self.log = pathlib.Path(folder) / f"{name}.out", pathlib.Path(folder) / f"{name}.log"
        with self.said.open("w") as out, self.log.open("a") as err:
            self.process = subprocess.Popen(
                list(map(str, command)), cwd=folder, env=env or environment(folder), stdin=subprocess.DEVNULL, stdout=out,
                stderr=err, start_new_session=True, preexec_fn=_end_with_us)
        _running.append(self)

    @property
    def is_running(self):
        return self.process.poll() is None

    def stop(self, within=10):
        """Asks it to end; returns its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(within)
        finally:
            self.kill()

    def kill(self):
        """As a power cut does."""
        if self.is_running:
            self.process.kill()
            self.process.wait()

    def session(self):
        """Every process that began with it, by number and command line."""
        return {number: words for number, words in _processes(self.process.pid)}

    def errors(self):
        """What it logged as an error."""
        return [line for line in self.log.read_text().splitlines() if " error " in line or " critical " in line]


def _processes(session):
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            state, _, _, its_session = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:4]
            words = (entry / "cmdline").read_text().replace("\0", " ").strip()
        except (FileNotFoundError, ProcessLookupError):  # It has just ended.
            continue
        if int(its_session) == session and state != "Z":
            yield int(entry.name), words


def end_all():
    """Ends whatever still runs, with everything that it started."""
    for program in _running:
        for number in program.session():
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass
        program.kill()
