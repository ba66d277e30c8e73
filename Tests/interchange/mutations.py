"""Ways to spoil a bundle. Each must be noticed by at least one check, and each check must notice at least one."""
import rules


def first(bundle, kind="Observation", where=lambda r: True):
    return next(e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind and where(e["resource"]))


def pressure(bundle):
    return first(bundle, where=lambda o: "component" in o and o["status"] == "final")


def stamp(bundle):
    return first(bundle, where=rules.is_coincident)


def with_value(bundle):
    return first(bundle, where=lambda o: "valueQuantity" in o)


def has_profile(name):
    return lambda o: any(p.endswith(name) for p in rules.profiles(o))


def changed(bundle):
    return next(e for e in bundle["entry"] if e["resource"].get("status") == "entered-in-error")


def fewer_digits(bundle):
    for o in rules.measured(bundle):
        if "valueQuantity" in o and o["valueQuantity"]["value"].endswith(".30"):
            o["valueQuantity"]["value"] = type(o["valueQuantity"]["value"])("24.3")


ALL = {
    "a status that FHIR does not know": lambda b: pressure(b).update(status="finished"),
    "a status that is a list": lambda b: pressure(b).update(status=["final"]),
    "no status": lambda b: pressure(b).pop("status"),
    "a member that FHIR does not know": lambda b: pressure(b).update(measuredBy="nurse"),
    "a quantity that is a text": lambda b: with_value(b)["valueQuantity"].update(value="many"),
    "no gateway": lambda b: pressure(b).update(extension=[]),
    "no device": lambda b: pressure(b).pop("device"),
    "no phd category": lambda b: pressure(b)["category"].pop(),
    "no MDC code": lambda b: pressure(b)["code"]["coding"].pop(),
    "a component without an MDC code": lambda b: pressure(b)["component"][0]["code"]["coding"].pop(),
    "no value and no reason": lambda b: pressure(b)["component"][0].pop("valueQuantity"),
    "a value and a reason": lambda b: pressure(b)["component"][0].update(
        dataAbsentReason={"coding": [{"system": "x:y", "code": "error"}]}),
    "a unit in words only": lambda b: with_value(b)["valueQuantity"].pop("code"),
    "one pressure only": lambda b: pressure(b)["component"].pop(1),
    "the profile in another unit": lambda b: pressure(b)["component"][0]["valueQuantity"].update(code="kPa"),
    "a vital sign outside its category": lambda b: pressure(b)["category"].pop(0),
    "a profile without its code": lambda b: first(b, where=has_profile("/oxygensat"))["code"]["coding"].pop(1),
    "a time without a zone": lambda b: pressure(b).update(effectiveDateTime="2026-11-21"),
    "an identifier that is not searched for": lambda b: b["entry"][0]["request"].update(ifNoneExist="identifier=x"),
    "the same thing twice": lambda b: b["entry"].append(b["entry"][3]),
    "a changed record that is created anew": lambda b: changed(b)["request"].update(method="POST"),
    "a time stamp with neither time nor reason": lambda b: stamp(b).pop("valueDateTime"),
    "a time stamp by the device itself": lambda b: stamp(b).update(device=stamp(b)["subject"]),
    "a device that is nowhere": lambda b: b["entry"].pop(1),
    "a name": lambda b: pressure(b)["subject"].update(display="Kim"),
    "a patient of a server": lambda b: pressure(b).update(subject={"reference": b["entry"][0]["fullUrl"]}),
    "an identifier by another formula": lambda b: pressure(b)["identifier"][1].update(value="C0FFEE002810-1"),
    "a draft that is a plan": lambda b: first(b, "CarePlan").update(intent="plan"),
    "a simulator's value as a true one": lambda b: first(
        b, where=lambda o: "security" in o.get("meta", {}) and not rules.is_coincident(o))["meta"].pop("security"),
    "a code of ours that we never defined": lambda b: first(
        b, where=lambda o: "grip-left" in rules.codes(o["code"]))["code"]["coding"][0].update(code="grip-middle"),
    "digits that were dropped": fewer_digits,
}
