/// Names of systems, profiles and extensions. HL7's and IEEE's as published; ours under a base that nobody can own
/// (RFC 2606), since a name must outlive every web address (decision 050).
enum FHIRName {
    static let loinc = "http://loinc.org"
    static let mdc = "urn:iso:std:iso:11073:10101"
    static let ucum = "http://unitsofmeasure.org"
    static let dataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
    static let category = "http://terminology.hl7.org/CodeSystem/observation-category"
    static let actReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
    static let measurementStatus = "http://hl7.org/fhir/uv/pocd/CodeSystem/measurement-status"
    static let bluetoothAddress = "http://hl7.org/fhir/sid/eui-48/bluetooth"
    static let deviceIdentifiers = "http://terminology.hl7.org/CodeSystem/ContinuaDeviceIdentifiers"
    static let gatewayDevice = "http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice"
    static let uuid = "urn:ietf:rfc:3986"

    /// Names of the Personal Health Device guide, 2.0.0.
    static func phd(_ name: String) -> String { "http://hl7.org/fhir/uv/phd/StructureDefinition/" + name }
    static let phdCategory = FHIRCoding("http://hl7.org/fhir/uv/phd/CodeSystem/PhdObservationCategories", "phd")

    static let base = "https://sarangbang.example/fhir"
    static let tests = base + "/CodeSystem/fitness-tests"
    static let qualityFlags = base + "/CodeSystem/quality-flags"
    static let protocolUse = base + "/CodeSystem/protocol-use"
    static let qualityFlag = base + "/StructureDefinition/quality-flag"
    static let person = base + "/sid/person"
    static let device = base + "/sid/device"
    static let gateway = base + "/sid/gateway"
    static let observation = base + "/sid/observation"
    static let plan = base + "/sid/plan"
    static let answers = base + "/sid/answers"
    static let exercises = base + "/CodeSystem/exercises"
    static let healthCentre = base + "/sid/health-centre"
    static func questionnaire(_ id: String) -> String { base + "/Questionnaire/" + id }
}
