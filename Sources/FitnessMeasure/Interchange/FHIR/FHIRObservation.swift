/// A FHIR R4 Observation, as far as we write one.
public struct FHIRObservation: Equatable, Sendable {
    public var identifiers: [FHIRIdentifier]
    public var status: MeasuredRecord.State
    public var profiles: [String]
    public var categories: [FHIRCoding]
    public var code: FHIRConcept
    public var subject: FHIRReference
    public var effective: FHIRMoment
    public var value: Value?
    public var components: [Component]
    public var device: FHIRReference?
    public var gateway: FHIRReference?
    /// The observation that relates the device's clock to ours.
    public var coincident: FHIRReference?
    public var derivedFrom: [FHIRReference]
    public var method: FHIRConcept?
    public var flags: [QualityFlag]
    public var notes: [String]
    /// A simulator's value, or one that the device calls a demonstration.
    public var isTestData: Bool

    /// A value, or why there is none.
    public enum Value: Hashable, Sendable {
        case quantity(FHIRQuantity)
        case absent(FHIRAbsence)
        /// What another clock said, in FHIR's dateTime.
        case moment(String)
    }

    /// One of several values that belong together.
    public struct Component: Equatable, Sendable {
        public var code: FHIRConcept
        public var value: Value

        public init(code: FHIRConcept, value: Value) { (self.code, self.value) = (code, value) }
    }

    public init(
        identifiers: [FHIRIdentifier], status: MeasuredRecord.State = .final, profiles: [String] = [],
        categories: [FHIRCoding] = [], code: FHIRConcept, subject: FHIRReference, effective: FHIRMoment,
        value: Value? = nil, components: [Component] = [], device: FHIRReference? = nil,
        gateway: FHIRReference? = nil, coincident: FHIRReference? = nil, derivedFrom: [FHIRReference] = [],
        method: FHIRConcept? = nil, flags: [QualityFlag] = [], notes: [String] = [], isTestData: Bool = false
    ) {
        (self.identifiers, self.status, self.profiles) = (identifiers, status, profiles)
        (self.categories, self.code, self.subject) = (categories, code, subject)
        (self.effective, self.value, self.components) = (effective, value, components)
        (self.device, self.gateway, self.coincident) = (device, gateway, coincident)
        (self.derivedFrom, self.method, self.flags) = (derivedFrom, method, flags)
        (self.notes, self.isTestData) = (notes, isTestData)
    }
}

extension FHIRObservation: FHIRResource {
    public var resourceType: String { "Observation" }

    public var fhir: FHIRObject {
        var object: FHIRObject = [
            "resourceType": .text(resourceType), "meta": meta, "extension": .list(extensions),
            "identifier": .list(identifiers.map(\.fhir)), "status": .text(status.rawValue),
            "category": .list(categories.map { FHIRConcept([$0]).fhir }), "code": code.fhir,
            "subject": subject.fhir, "effectiveDateTime": .text(effective.text),
        ]
        if let value { object.add(value.name, value.fhir) }
        object.add("interpretation", interpretation)
        object.add("note", .list(notes.map { .object(["text": .text($0)]) }))
        object.add("method", method?.fhir)
        object.add("device", device?.fhir)
        object.add("derivedFrom", .list(derivedFrom.map(\.fhir)))
        object.add("component", .list(components.map(\.fhir)))
        return object
    }

    private var meta: FHIRValue {
        .object([
            "profile": .list(profiles.map { .text($0) }),
            "security": .list(isTestData ? [FHIRCoding(FHIRName.actReason, "HTEST", "test health data").fhir] : []),
        ])
    }

    private var extensions: [FHIRValue] {
        let references = [
            (FHIRName.gatewayDevice, gateway), (FHIRName.phd("CoincidentTimeStampReference"), coincident),
        ]
        return references.compactMap { url, reference in
            reference.map { .object(["url": .text(url), "valueReference": $0.fhir]) }
        }
            + flags.map { flag in
                .object([
                    "url": .text(FHIRName.qualityFlag),
                    "valueCoding": FHIRCoding(FHIRName.qualityFlags, flag.rawValue).fhir,
                ])
            }
    }

    /// The guide's word for a measurement that somebody should look at.
    private var interpretation: FHIRValue? {
        guard flags.contains(where: QualityFlag.questionable.contains) else { return nil }
        return .list([FHIRConcept([FHIRCoding(FHIRName.measurementStatus, "questionable")]).fhir])
    }
}

extension FHIRObservation.Value {
    fileprivate var name: String {
        switch self {
        case .quantity: "valueQuantity"
        case .absent: "dataAbsentReason"
        case .moment: "valueDateTime"
        }
    }

    fileprivate var fhir: FHIRValue {
        switch self {
        case .quantity(let quantity): quantity.fhir
        case .absent(let reason): reason.concept.fhir
        case .moment(let text): .text(text)
        }
    }
}

extension FHIRObservation.Component {
    fileprivate var fhir: FHIRValue {
        var object: FHIRObject = ["code": code.fhir]
        object.add(value.name, value.fhir)
        return .object(object)
    }
}

extension QualityFlag {
    /// Flags after which a value may be wrong; an irregular pulse is a finding, not a doubt.
    static let questionable: Set<QualityFlag> = [
        .bodyMovement, .cuffLoose, .improperPosition, .ambiguousFloat, .repeatedBytes,
    ]
}

/// Anything that can be an entry of a bundle.
public protocol FHIRResource: Sendable {
    var resourceType: String { get }
    /// What a server knows it by. The first is searched for before it is created.
    var identifiers: [FHIRIdentifier] { get }
    var fhir: FHIRObject { get }
}
