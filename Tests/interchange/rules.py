"""Rules of the Personal Health Device guide (2.0.0), of R4's vital signs profiles and of our own, by name.

Each takes the parsed bundle and gives complaints. Numbers are texts here, digit by digit as they were written.
"""
import re
from datetime import datetime

LOINC, MDC, UCUM = "http://loinc.org", "urn:iso:std:iso:11073:10101", "http://unitsofmeasure.org"
PHD = "http://hl7.org/fhir/uv/phd/StructureDefinition/"
BASE = "https://sarangbang.example/fhir"
GATEWAY = "http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice"
VITAL = {  # profile: code that it fixes, unit codes that it binds (R4, observation-vitalsigns)
    "bp": ("85354-9", {"mm[Hg]"}), "heartrate": ("8867-4", {"/min"}), "oxygensat": ("2708-6", {"%"}),
    "bodyweight": ("29463-7", {"g", "kg", "[lb_av]"}), "bodyheight": ("8302-2", {"cm", "[in_i]"}),
    "bmi": ("39156-5", {"kg/m2"}), "bodytemp": ("8310-5", {"Cel", "[degF]"}),
}


def codes(concept, system=None):
    return [c["code"] for c in (concept or {}).get("coding", []) if system in (None, c["system"])]


def observations(bundle):
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Observation"]


def profiles(resource):
    return resource.get("meta", {}).get("profile", [])


def is_coincident(o):
    return codes(o["code"], MDC) == ["67975"]


def measured(bundle):
    return [o for o in observations(bundle) if not is_coincident(o)]


def values(o):
    return [o] + o.get("component", [])


def status_words(bundle):
    """Required value sets, which fhir.resources does not check."""
    words = {"Observation": {"final", "amended", "entered-in-error"}, "QuestionnaireResponse": {"completed", "in-progress"},
             "CarePlan": {"draft", "active", "completed", "revoked"}}
    for e in bundle["entry"]:
        r = e["resource"]
        if r["resourceType"] in words and r["status"] not in words[r["resourceType"]]:
            yield f"{r['status']} is no status of {r['resourceType']}"


def gateway_and_device(bundle):
    for o in measured(bundle):
        gateways = [x for x in o.get("extension", []) if x["url"] == GATEWAY]
        if any(PHD in p for p in profiles(o)) and (len(gateways) != 1 or "reference" not in o.get("device", {})):
            yield "a device's observation needs one gateway and its device"


def phd_category(bundle):
    for o in measured(bundle):
        phd = [c for c in o["category"] if "phd" in codes(c)]
        if any(PHD in p for p in profiles(o)) and len(phd) != 1:
            yield "a device's observation needs the category phd once"


def mdc_code(bundle):
    for o in measured(bundle):
        if any(PHD in p for p in profiles(o)):
            for part in [o] + o.get("component", []):
                if not codes(part["code"], MDC):
                    yield "a device's observation needs an MDC code"


def numeric_or_absent(bundle):
    for o in measured(bundle):
        if "component" in o:
            if "valueQuantity" in o:
                yield "a compound observation has no value of its own"
            parts = o["component"]
        else:
            parts = [o]
        for part in parts:
            if ("valueQuantity" in part) == ("dataAbsentReason" in part):
                yield "either a value or the reason why there is none"


def ucum(bundle):
    for o in measured(bundle):
        for part in values(o):
            q = part.get("valueQuantity")
            if q is not None and (q.get("system") != UCUM or not q.get("code")):
                yield "a quantity needs its UCUM code"


def blood_pressure(bundle):
    for o in measured(bundle):
        if "85354-9" in codes(o["code"]):
            parts = [codes(c["code"], LOINC) for c in o.get("component", [])]
            if not (any("8480-6" in p for p in parts) and any("8462-4" in p for p in parts)):
                yield "blood pressure needs both pressures as components"
        for single in ("8480-6", "8462-4", "8478-0"):
            if single in codes(o["code"]):
                yield "a pressure stands only as a component"


def vital_signs(bundle):
    for o in measured(bundle):
        for profile in profiles(o):
            name = profile.removeprefix("http://hl7.org/fhir/StructureDefinition/")
            if name not in VITAL:
                continue
            code, units = VITAL[name]
            if code not in codes(o["code"], LOINC):
                yield f"{name} needs {code}"
            if not any("vital-signs" in codes(c) for c in o["category"]):
                yield f"{name} needs the category vital-signs"
            used = {p["valueQuantity"]["code"] for p in values(o) if "valueQuantity" in p}
            if not used <= units:
                yield f"{name} does not allow the unit {used - units}"


def zone(bundle):
    for o in observations(bundle):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d", o.get("effectiveDateTime", "")):
            yield "a time needs its zone"


def conditional_create(bundle):
    from urllib.parse import unquote
    seen = set()
    for e in bundle["entry"]:
        r, request = e["resource"], e["request"]
        identifier = r["identifier"][0] if isinstance(r["identifier"], list) else r["identifier"]
        search = f"identifier={identifier['system']}|{identifier['value']}"
        key = (r["resourceType"], search)
        if key in seen:
            yield "an identifier stands twice"
        seen.add(key)
        changed = r["resourceType"] == "Observation" and r["status"] != "final"
        if changed and (request["method"] != "PUT" or unquote(request["url"]) != "Observation?" + search):
            yield "what changed must replace what is there"
        if not changed and (request["method"] != "POST" or unquote(request.get("ifNoneExist", "")) != search):
            yield "each must be created only if it is not there"


def coincident(bundle):
    stamps = {e["fullUrl"] for e in bundle["entry"]
              if e["resource"]["resourceType"] == "Observation" and is_coincident(e["resource"])}
    kinds = {e["fullUrl"]: codes(e["resource"]["type"]) for e in bundle["entry"]
             if e["resource"]["resourceType"] == "Device"}
    for o in observations(bundle):
        for x in o.get("extension", []):
            if x["url"] == PHD + "CoincidentTimeStampReference" and x["valueReference"]["reference"] not in stamps:
                yield "a reference to a time stamp that is not there"
        if is_coincident(o):
            if o["status"] != "final" or ("valueDateTime" in o) == ("dataAbsentReason" in o):
                yield "a time stamp is final and has the device's time or the reason why not"
            if kinds.get(o["subject"]["reference"]) != ["65573"] or kinds.get(o["device"]["reference"]) != ["531981"]:
                yield "a time stamp is about a device, by the gateway"
    if not stamps:
        yield "no time stamp at all"


def resolves(bundle):
    known = {e["fullUrl"] for e in bundle["entry"]}

    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("reference"), str) and value["reference"] not in known:
                yield f"{value['reference']} is nowhere"
            for v in value.values():
                yield from walk(v)
        elif isinstance(value, list):
            for v in value:
                yield from walk(v)
    yield from walk(bundle)


def no_names(bundle):
    for e in bundle["entry"]:
        r = e["resource"]
        if r["resourceType"] == "Device" or (r["resourceType"] == "Observation" and is_coincident(r)):
            continue
        if set(r["subject"]) != {"type", "identifier"} or r["subject"]["type"] != "Patient":
            yield "a person is a pseudonym and nothing else"
        if set(r["subject"]["identifier"]) != {"system", "value"}:
            yield "a person is a pseudonym and nothing else"


def guide_identifier(bundle):
    """device-patient-type-timestamp, put together again from the other elements."""
    devices = {e["fullUrl"]: e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Device"}
    found = 0
    for o in measured(bundle):
        for i in o["identifier"]:
            if i["system"] != PHD + "PhdBaseObservation":
                continue
            found += 1
            address = next(d["value"] for d in devices[o["device"]["reference"]]["identifier"] if "type" in d)
            patient = o["subject"]["identifier"]
            head = "-".join([address.replace("-", ""), patient["value"], patient["system"], codes(o["code"], MDC)[0]])
            own = o["identifier"][0]["value"].split("~")[3].split("#")[0]
            seconds = int((datetime.fromisoformat(own) - datetime(2000, 1, 1)).total_seconds())
            if i["value"] != f"{head}-{seconds}":
                yield "the guide's identifier is not by its formula"
    if not found:
        yield "no identifier by the guide"


def care_plan(bundle):
    wanted = {"draft": ("proposal", "not-started"), "active": ("plan", None), "completed": ("plan", "completed"),
              "revoked": ("plan", "stopped")}
    seen = set()
    for e in bundle["entry"]:
        r = e["resource"]
        if r["resourceType"] == "CarePlan":
            seen.add(r["status"])
            intent, activity = wanted.get(r["status"], (None, None))
            states = {a["detail"]["status"] for a in r["activity"]}
            if r["intent"] != intent or (activity and states != {activity}):
                yield "a plan's intent and activities follow its state"
    if seen != set(wanted):
        yield f"plans in these states only: {seen}"


def test_data(bundle):
    """Simulators, which the samples call serial:grip-serial, are marked for everybody."""
    for o in measured(bundle):
        simulated = "~serial:grip-serial~" in o["identifier"][0]["value"]
        marked = "HTEST" in codes({"coding": o.get("meta", {}).get("security", [])})
        if simulated != marked:
            yield "a simulator's value is test data, and nothing else is"


RULES = [status_words, gateway_and_device, phd_category, mdc_code, numeric_or_absent, ucum, blood_pressure, vital_signs, zone,
         conditional_create, coincident, resolves, no_names, guide_identifier, care_plan, test_data]
