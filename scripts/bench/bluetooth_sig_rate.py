"""How many messages PyPI's bluetooth-sig reads a second, best of several rounds; only those that it can read.

    python bluetooth_sig_rate.py VECTORS
"""

import json
import sys
import time

from bluetooth_sig import BluetoothSIGTranslator

ROUNDS, REPEATS = 5, 20


def readable(translator, path):
    with open(path) as file:
        vectors = [entry for entry in json.load(file)["gatt"] if entry["expect"]["ok"]]
    for entry in vectors:
        number, value = entry["characteristic"], bytes.fromhex(entry["hex"])
        try:
            translator.parse_characteristic(number, value)
        except Exception:  # what it cannot read is not counted against it
            continue
        yield number, value


def main(path):
    translator = BluetoothSIGTranslator()
    messages = list(readable(translator, path))
    best = 0.0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(REPEATS):
            for number, value in messages:
                translator.parse_characteristic(number, value)
        best = max(best, REPEATS * len(messages) / (time.perf_counter() - start))
    print(json.dumps({"messages": len(messages), "perSecond": best}))


main(sys.argv[1])
