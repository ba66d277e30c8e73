"""Processes on this machine: started, measured, ended; and where things are."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

KIOSK = os.environ["KIOSK"]
CENTRAL = os.environ["CENTRAL"]
DATA = Path(os.environ["BENCH_DATA"]).resolve()
FONT = "/usr/share/fonts/truetype/nanum/NanumSquareRoundB.ttf"
TEXT = "카드를 대거나 화면을 누르세요"


def tool(name):
    """One of the measuring programs of Benchmarks/."""
    return str(DATA / "bin" / name)


def floor_window(*way):
    """A bare window as SDL comes, or with "shared-memory" the kiosk's own way onto the panel."""
    return [tool("window"), FONT, TEXT, *way]


def chromium():
    """The rival: a browser that shows the same wall, with the flags that its kiosks are started with."""
    page = (Path(__file__).parents[2] / "Benchmarks" / "wall.html").as_uri()
    command = ["chromium", "--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-background-networking"]
    command += ["--disable-component-update", "--disable-extensions", "--noerrdialogs", "--force-device-scale-factor=1"]
    command += ["--window-position=0,0", "--window-size=1080,1920", f"--user-data-dir={DATA / 'chromium'}"]
    return command + (["--no-sandbox"] if os.geteuid() == 0 else []) + [page]


@contextlib.contextmanager
def running(command, **changes):
    """The program, in a session of its own; it and all that it started are gone afterwards."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, start_new_session=True, **{**quiet, **changes})
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            for member in family(process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(member, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
                break


def family(leader):
    """The process and all that it started: its descendants, and whoever is in its session."""
    members, parents = {leader}, {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            parents[int(entry.name)] = int(fields[1])
            if int(fields[3]) == leader and fields[0] != "Z":
                members.add(int(entry.name))
    for process in parents:
        ancestor = process
        while ancestor in parents and ancestor not in members:
            ancestor = parents[ancestor]
        if ancestor in members and process in parents:
            members.add(process)
    return members


def pss(leader):
    """Proportional set size of a program and all that it started, in MB."""
    kilobytes = 0
    for member in family(leader):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kilobytes += int(line.split()[1])
    return kilobytes / 1024


def cpu_seconds(leader):
    """Processor time of a program and all that it started, by the scheduler's own clock, in nanosecond steps."""
    seconds = 0.0
    for member in family(leader):
        with contextlib.suppress(OSError):
            seconds += time.clock_gettime((~member << 3) | 2)
    return seconds


@contextlib.contextmanager
def display():
    """A panel of 1080 × 1920 in memory; DISPLAY names it for everything that is started meanwhile."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-noreset"]
    with running(command, pass_fds=[writer]):
        os.close(writer)
        with os.fdopen(reader) as answer:
            os.environ["DISPLAY"] = ":" + answer.readline().strip()
        yield
        del os.environ["DISPLAY"]


def wait_until(holds, seconds, what):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"bench: {what} took longer than {seconds} s")
        time.sleep(0.1)
