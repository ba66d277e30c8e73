/// A code of a code system.
public struct FHIRCoding: Hashable, Sendable {
    public var system: String
    public var code: String
    public var display: String?

    public init(_ system: String, _ code: String, _ display: String? = nil) {
        (self.system, self.code, self.display) = (system, code, display)
    }

    var fhir: FHIRValue {
        .object(["system": .text(system), "code": .text(code), "display": display.map { .text($0) }])
    }
}

/// The same thing in the codes of several systems, and in words.
public struct FHIRConcept: Hashable, Sendable {
    public var codings: [FHIRCoding]
    public var text: String?

    public init(_ codings: [FHIRCoding], text: String? = nil) { (self.codings, self.text) = (codings, text) }

    var fhir: FHIRValue {
        .object(["coding": .list(codings.map(\.fhir)), "text": text.map { .text($0) }])
    }
}

/// A name that a resource keeps wherever it goes.
public struct FHIRIdentifier: Hashable, Sendable {
    public var system: String
    public var value: String
    /// What kind of identifier it is, where a guide asks for it.
    public var type: FHIRCoding?

    public init(_ system: String, _ value: String, type: FHIRCoding? = nil) {
        (self.system, self.value, self.type) = (system, value, type)
    }

    var fhir: FHIRValue {
        .object([
            "type": type.map { FHIRConcept([$0]).fhir }, "system": .text(system), "value": .text(value),
        ])
    }

    /// A search for it, `identifier=system|value`, ready for a URL.
    var search: String { "identifier=" + FHIRText.percentEncoded(system + "|" + value) }
}

/// Who or what is meant.
public enum FHIRReference: Hashable, Sendable {
    /// Another entry of the same bundle, by its full URL.
    case entry(String)
    /// A resource that the receiver knows, or does not, by its identifier.
    case logical(type: String, FHIRIdentifier)

    var fhir: FHIRValue {
        switch self {
        case .entry(let url): .object(["reference": .text(url)])
        case .logical(let type, let identifier): .object(["type": .text(type), "identifier": identifier.fhir])
        }
    }
}

/// A value with its unit, digit by digit as the device sent it.
public struct FHIRQuantity: Hashable, Sendable {
    public var value: DecimalValue
    public var unit: UCUMUnit

    public init(_ value: DecimalValue, _ unit: UCUMUnit) { (self.value, self.unit) = (value, unit) }

    var fhir: FHIRValue {
        .object([
            "value": .decimal(value), "unit": .text(unit.rawValue), "system": .text(FHIRName.ucum),
            "code": .text(unit.rawValue),
        ])
    }
}

/// Why a value is not there. Codes of HL7's data-absent-reason.
public enum FHIRAbsence: String, CaseIterable, Sendable {
    case notANumber = "not-a-number"
    case positiveInfinity = "positive-infinity"
    case negativeInfinity = "negative-infinity"
    /// The device failed; also a number "not at this resolution" and a reserved one, for which HL7 has no code.
    case error
    case notPerformed = "not-performed"
    case unknown

    var concept: FHIRConcept { FHIRConcept([FHIRCoding(FHIRName.dataAbsentReason, rawValue)]) }
}

enum FHIRText {
    /// Everything but letters, digits, `-`, `.`, `_` and `~` as `%` and two hex digits a byte (RFC 3986).
    static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(UnicodeScalar(byte))
            default: encoded += "%" + Hex.text([byte]).uppercased()
            }
        }
    }
}
