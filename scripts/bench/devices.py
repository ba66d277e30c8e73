"""What FitnessMeasure must reach: evaluations, frames beside PyPI's bluetooth-sig on the same messages, device byte to mailbox."""

import json
import subprocess
import venv
from pathlib import Path

from inside import kiosk_bench
from machine import DATA
from report import note

# The messages of the decoder's tests, sources beside them.
VECTORS = "Tests/FitnessMeasureTests/Resources/gatt/vectors.json"
RIVAL = "bluetooth-sig==0.6.0"


def measure_evaluations():
    answer = kiosk_bench("evaluations")
    note(
        "evaluations a second, one core", f"{answer['perSecond']:,.0f}", "≥ 100,000",
        f"12 values each; {answer['levels']:,} levels in {answer['count']:,}", answer["perSecond"] >= 100_000)


def measure_frames():
    answer = kiosk_bench("frames", VECTORS)
    rival = rival_rate()
    ratio = answer["namedPerSecond"] / rival["perSecond"]
    note(
        "device frames a second", f"{answer['framesPerSecond']:,.0f}; with named fields {answer['namedPerSecond']:,.0f}",
        "≥ 50 × bluetooth-sig", f"{RIVAL}: {rival['perSecond']:,.0f} on the {rival['messages']} of the same messages that it reads: "
        f"{ratio:.0f} × (typed {answer['framesPerSecond'] / rival['perSecond']:.0f} ×)", ratio >= 50)


def measure_latency():
    answer = kiosk_bench("device")
    note(
        "device byte → mailbox, p99", f"{answer['p99']:.2f} ms (p50 {answer['p50']:.2f})", "≤ 5 ms",
        f"over a pseudo terminal, {answer['count']} readings, worst {answer['worst']:.2f} ms", answer["p99"] <= 5)


def rival_rate():
    """In an environment of its own: the rival brings libraries along."""
    folder = DATA / "devices-venv"
    python = folder / "bin" / "python"
    if not python.exists() or subprocess.run([str(python), "-c", "import bluetooth_sig"], capture_output=True).returncode:
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", RIVAL], check=True)
    done = subprocess.run(
        [str(python), "-B", str(Path(__file__).with_name("bluetooth_sig_rate.py")), VECTORS], capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise SystemExit("bench: " + done.stderr.strip())
    return json.loads(done.stdout)
