"""One line for each bound, and the table of them at the end."""

import unicodedata
from dataclasses import dataclass


@dataclass
class Line:
    what: str
    measured: str
    bound: str
    beside: str
    holds: bool


LINES = []


def note(what, measured, bound, beside, holds):
    """Takes down a figure with the bound that it is judged by and what was measured beside it."""
    line = Line(what, measured, bound, beside, holds)
    LINES.append(line)
    print(f"{'  ' if holds else '! '}{what}: {measured} (bound {bound}; {beside})", flush=True)


def table():
    rows = [("", "measured", "bound", "beside it, in the same run", "")]
    rows += [(line.what, line.measured, line.bound, line.beside, "ok" if line.holds else "MISSED") for line in LINES]
    widths = [max(map(shown, column)) for column in zip(*rows)]
    lines = ["| " + " | ".join(cell + " " * (width - shown(cell)) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def shown(text):
    """Columns that a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def missed():
    return sum(not line.holds for line in LINES)
