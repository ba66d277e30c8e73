"""What SignageFeed must reach: its parsers beside those that people use, on the same files."""

import json
import subprocess
import sys
from pathlib import Path

from feeds import BOUNDS, WHAT
from report import note


def measure_feeds():
    """In a process of its own: the rivals bring an environment along."""
    command = [sys.executable, "-B", str(Path(__file__).with_name("feeds.py")), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise SystemExit("bench: " + done.stderr.strip())
    found = json.loads(done.stdout)
    for kind, bound in BOUNDS.items():
        one = found[kind]
        ratio = one["theirs"] / one["ours"]
        note(
            WHAT[kind], f"{one['ours'] * 1e3:.2f} ms", f"≥ {bound} × {one['rival']}",
            f"{one['theirs'] * 1e3:.0f} ms, {one['megabytes']:.1f} MB: {ratio:.0f} ×", ratio >= bound)
