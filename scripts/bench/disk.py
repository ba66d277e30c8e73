"""What goes to the disk and to the office, beside SQLite alone with the same rows on the same disk."""

import shutil
import sqlite3
import statistics
import subprocess

from inside import kiosk_bench
from machine import DATA, tool
from office import FOLDER, kiosk_environment
from report import note

ROUNDS = 3
SAVES = 1000
EVENTS = 4500


def measure_saves():
    """Kiosk and floor in turn; each figure is the median of the rounds."""
    kiosk, bare = [], []
    for number in range(ROUNDS):
        folder = DATA / f"saves-{number}"
        answer = kiosk_bench("saves", "--count", SAVES, environment=kiosk_environment(folder))
        kiosk.append((answer["p50"], answer["p99"]))
        times = sorted(commit("pairs", folder))
        if len(times) != SAVES:
            raise SystemExit(f"bench: the floor wrote {len(times)} rows, not {SAVES}")
        bare.append((times[SAVES // 2 - 1], times[SAVES * 99 // 100 - 1]))
        shutil.rmtree(folder)
    (p50, p99), (floor50, floor99) = medians(kiosk), medians(bare)
    note(
        "reading → durable → answered, p99", f"{p99:.2f} ms (p50 {p50:.2f})", "≤ 2 × SQLite FULL",
        f"SQLite alone p99 {floor99:.2f} ms (p50 {floor50:.2f}): {p99 / floor99:.2f} × (p50 {p50 / floor50:.2f} ×)",
        p99 <= 2 * floor99)


def measure_drain(office):
    folder = office.enrol(DATA / "drain")
    answer = kiosk_bench("drain", "--count", EVENTS, environment=kiosk_environment(folder))
    there = held_by_office(folder)
    (bare,) = commit("batches", folder)
    seconds = answer["milliseconds"] / 1000
    note(
        f"{EVENTS:,} events to the office", f"{seconds:.2f} s", "≤ 3 s, all there",
        f"the same rows by SQLite alone {bare / 1000:.3f} s: {seconds * 1000 / bare:.0f} ×; {there:,} readings at the office",
        seconds <= 3 and there == EVENTS)
    shutil.rmtree(folder)


def held_by_office(folder):
    """Readings of this kiosk that the office has understood, as its own file says."""
    mine = sqlite3.connect(f"file:{folder}/store/kiosk.sqlite?mode=ro", uri=True)
    (device,) = mine.execute("SELECT deviceId FROM epoch ORDER BY number DESC LIMIT 1").fetchone()
    mine.close()
    theirs = sqlite3.connect(f"file:{next(FOLDER.glob('*.sqlite'))}?mode=ro", uri=True)
    (count,) = theirs.execute(
        "SELECT count(*) FROM eventRaw WHERE deviceId = ? AND type = 'reading.saved' AND state = 'projected'", (device,)
    ).fetchone()
    theirs.close()
    return count


def commit(kind, folder):
    """Milliseconds that SQLite alone takes for what lies in the kiosk's store."""
    target = folder / "floor.sqlite"
    command = [tool("commit"), kind, folder / "store" / "kiosk.sqlite", target]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise SystemExit(done.stderr.strip())
    return [float(line) for line in done.stdout.split()]


def medians(pairs):
    return tuple(statistics.median(column) for column in zip(*pairs))
