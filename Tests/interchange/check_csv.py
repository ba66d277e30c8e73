"""Reads the tables with Python's csv, in both encodings, and compares them with what the records say."""
import csv
import io
import json
import pathlib
import sys
from datetime import datetime

TRIGGERS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NUMBERS = {"value", "device_ahead_s", "device_sequence"}


def unguarded(text):
    """By the dictionary's rule: an apostrophe before what could be a formula is not part of the text."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(TRIGGERS) else text


def table(path, encoding):
    text = path.read_bytes().decode(encoding)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def check(rows, expected, name):
    if len(rows) != len(expected):
        raise SystemExit(f"interchange: {name}: {len(rows)} rows for {len(expected)} values")
    for row, wanted in zip(rows, expected):
        if None in row or None in row.values():
            raise SystemExit(f"interchange: {name}: a row with too many or too few fields: {row}")
        said = {"record": row["record_id"].upper(), "subject": unguarded(row["subject"]),
                "quantity": row["quantity"], "value": row["value"], "model": unguarded(row["model"]),
                "reason": unguarded(row["correction_reason"]),
                "seconds": datetime.fromisoformat(row["taken_at"]).timestamp()}
        if said != wanted:
            raise SystemExit(f"interchange: {name}: {said} is not {wanted}")
        if (row["value"] == "") == (row["absent_reason"] == ""):
            raise SystemExit(f"interchange: {name}: either a value or the reason why there is none: {row}")
        for column, field in row.items():
            if column not in NUMBERS and field.startswith(TRIGGERS):
                raise SystemExit(f"interchange: {name}: {column} could be taken for a formula: {field!r}")


def main(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    rows = table(folder / "readings.csv", "utf-8-sig")
    check(rows, expected, "readings.csv")
    check(table(folder / "readings-cp949.csv", "cp949"), expected, "readings-cp949.csv")
    if not (folder / "readings.csv").read_bytes().startswith(b"\xef\xbb\xbf"):
        raise SystemExit("interchange: readings.csv has no mark, so Excel would not know its encoding")
    dictionary = table(folder / "dictionary.csv", "utf-8-sig")
    if [d["column"] for d in dictionary] != list(rows[0]):
        raise SystemExit("interchange: the dictionary is not about these columns")
    if not any(unguarded(r["correction_reason"]) != r["correction_reason"] for r in rows):
        raise SystemExit("interchange: no sample shows the guard")
    print(f"interchange: CSV read back in UTF-8 and CP949, {len(rows)} rows of {len(dictionary)} columns")


main(pathlib.Path(sys.argv[1]))
