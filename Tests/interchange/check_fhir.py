"""Checks a bundle by fhir.resources and by rules.py; then spoils it in every way of mutations.py and checks again."""
import copy
import json
import pathlib
import sys

from fhir.resources.R4B import get_fhir_model_class
from pydantic import ValidationError

import mutations
import rules

ROOT = pathlib.Path(__file__).resolve().parents[2]


def definitions():
    """The resources that are shipped: each must be valid itself. Gives the codes of each system."""
    systems = {}
    for path in sorted((ROOT / "assets/fhir").glob("*.json")):
        resource = json.loads(path.read_text(encoding="utf-8"))
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
        if resource["resourceType"] == "CodeSystem":
            systems[resource["url"]] = ({c["code"] for c in resource["concept"]}, resource["content"])
            if resource["count"] != len(resource["concept"]):
                raise SystemExit(f"{path.name}: count is not the number of concepts")
    return systems


def own_codes(bundle, systems):
    def walk(value):
        if isinstance(value, dict):
            known = systems.get(value.get("system"))
            if known and known[1] == "complete" and value.get("code") not in known[0]:
                yield f"{value['code']} is not in {value['system']}"
            for v in value.values():
                yield from walk(v)
        elif isinstance(value, list):
            for v in value:
                yield from walk(v)
    return walk(bundle)


def digits(bundle, expected):
    """Every value that was measured stands there digit by digit, a decimal shift of its unit apart."""
    written = {}
    for o in rules.measured(bundle):
        for part in rules.values(o):
            if "valueQuantity" in part:
                written.setdefault(str(part["valueQuantity"]["value"]), part)
    shifted = {"1.580": "158.0", "0.00110": "110"}
    for row in expected:
        if row["value"] and shifted.get(row["value"], row["value"]) not in written:
            yield f"{row['value']} is not there digit by digit"


def parse(text):
    return json.loads(text, parse_float=Digits, parse_int=Digits)


class Digits(str):
    """A number as it was written."""


def numbers(value):
    """The same with Python's own numbers, which fhir.resources wants."""
    if isinstance(value, Digits):
        return float(value) if "." in value else int(value)
    if isinstance(value, dict):
        return {k: numbers(v) for k, v in value.items()}
    return [numbers(v) for v in value] if isinstance(value, list) else value


def complaints(bundle, systems, expected):
    found = []
    try:
        get_fhir_model_class("Bundle").model_validate(numbers(bundle))
    except ValidationError as error:
        found += [f"fhir.resources: {e['loc']}: {e['msg']}" for e in error.errors()]
        return found
    for rule in rules.RULES:
        try:
            found += [f"{rule.__name__}: {text}" for text in rule(bundle)]
        except (KeyError, IndexError, StopIteration) as missing:
            found.append(f"{rule.__name__}: {missing!r} is missing")
    found += [f"own_codes: {text}" for text in own_codes(bundle, systems)]
    return found + [f"digits: {text}" for text in digits(bundle, expected)]


# What the samples must hold and one person's export need not: a device's own clock, every state of a plan, and the
# simulator's key by which the samples name it.
ONLY_OF_SAMPLES = ("coincident: no time stamp at all", "guide_identifier: no identifier by the guide",
                   "care_plan: plans in these states only", "test_data: ")


def main(folder):
    systems = definitions()
    bundle = parse((folder / "bundle.json").read_text(encoding="utf-8"))
    samples = folder / "expected.json"
    expected = json.loads(samples.read_text(encoding="utf-8")) if samples.exists() else []
    found = complaints(bundle, systems, expected)
    if not samples.exists():
        found = [text for text in found if not text.startswith(ONLY_OF_SAMPLES)]
    if found:
        raise SystemExit("interchange: " + "\n  ".join(["the bundle is not good:"] + found))
    if not samples.exists():
        # What an office exported: good as it is; that the checks can fail is shown with the samples.
        print(f"interchange: {folder.name}: {len(bundle['entry'])} resources valid")
        return
    noticed = set()
    for name, spoil in mutations.ALL.items():
        spoilt = copy.deepcopy(bundle)
        spoil(spoilt)
        if spoilt == bundle:
            raise SystemExit(f"interchange: {name} spoils nothing")
        after = complaints(spoilt, systems, expected)
        if not after:
            raise SystemExit(f"interchange: nobody notices: {name}")
        noticed |= {text.split(":")[0] for text in after}
        if "-v" in sys.argv:
            print(f"  {name}: {after[0]}")
    blind = {r.__name__ for r in rules.RULES} | {"fhir.resources", "own_codes", "digits"}
    if blind - noticed:
        raise SystemExit(f"interchange: no mutation shows that these can fail: {sorted(blind - noticed)}")
    kinds = {}
    for e in bundle["entry"]:
        kinds[e["resource"]["resourceType"]] = kinds.get(e["resource"]["resourceType"], 0) + 1
    counts = ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
    print(f"interchange: FHIR valid ({counts}); {len(rules.RULES) + 3} checks, {len(mutations.ALL)} spoilt bundles noticed")


main(pathlib.Path(sys.argv[1]))
