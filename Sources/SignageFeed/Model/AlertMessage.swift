import Foundation

/// A disaster message as its sender made it, in the terms of the Common Alerting Protocol.
public struct AlertMessage: Codable, Equatable, Sendable {
    public var reference: Reference
    public var status: Status
    public var kind: Kind
    public var isPublic: Bool
    /// The messages that this one updates or cancels.
    public var references: [Reference]
    /// What is said, once for each language or area.
    public var infos: [Info]

    public init(
        reference: Reference, status: Status = .actual, kind: Kind = .alert, isPublic: Bool = true,
        references: [Reference] = [], infos: [Info]
    ) {
        (self.reference, self.status, self.kind) = (reference, status, kind)
        (self.isPublic, self.references, self.infos) = (isPublic, references, infos)
    }

    /// What makes a message one: two with the same reference are one message.
    public struct Reference: Codable, Hashable, Sendable {
        public var sender: String
        public var identifier: String
        /// Absent when the source gave no readable time.
        public var sent: Date?

        public init(sender: String, identifier: String, sent: Date?) {
            (self.sender, self.identifier, self.sent) = (sender, identifier, sent)
        }
    }

    public enum Status: String, Codable, Sendable { case actual, exercise, system, test, draft }
    public enum Kind: String, Codable, Sendable { case alert, update, cancel, acknowledgement, error }
    public enum Severity: Int, Codable, Comparable, Sendable {
        case unknown, minor, moderate, severe, extreme
        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    /// One block of an alert.
    public struct Info: Codable, Equatable, Sendable {
        /// E.g. `ko-KR`; `en-US` when the sender named none.
        public var language: String
        /// What happens, e.g. `산불`.
        public var event: String
        public var severity: Severity
        /// It is over, or told to be safe: shown calmly.
        public var isCalm: Bool
        public var senderName: String?
        public var headline: String?
        /// Shown word for word: the sender's licence forbids changes.
        public var text: String
        public var instruction: String?
        public var effective: Date?
        public var onset: Date?
        public var expires: Date?
        public var areas: [Area]
        /// CAP's own words, e.g. `Immediate` and `Observed`.
        public var urgency: String?
        public var certainty: String?
        /// The source named a level that we do not know, or none: it counts as the lowest and is marked.
        public var isLevelUnknown: Bool?

        public init(
            language: String, event: String, severity: Severity, isCalm: Bool = false, senderName: String? = nil,
            headline: String? = nil, text: String, instruction: String? = nil, effective: Date? = nil,
            onset: Date? = nil, expires: Date? = nil, areas: [Area] = [], urgency: String? = nil,
            certainty: String? = nil, isLevelUnknown: Bool? = nil
        ) {
            (self.urgency, self.certainty, self.isLevelUnknown) = (urgency, certainty, isLevelUnknown)
            (self.language, self.event, self.severity, self.isCalm) = (language, event, severity, isCalm)
            (self.senderName, self.headline, self.text) = (senderName, headline, text)
            (self.instruction, self.effective, self.onset) = (instruction, effective, onset)
            (self.expires, self.areas) = (expires, areas)
        }
    }

    /// Where it holds.
    public struct Area: Codable, Equatable, Sendable {
        /// E.g. `충청북도 옥천군`.
        public var name: String
        /// Codes of legal neighbourhoods (법정동), ten digits.
        public var codes: [String]
        public var polygons: [[Point]]
        public var circles: [Circle]
        /// A shape was given that cannot be read.
        public var hasBrokenShape: Bool

        public init(
            name: String, codes: [String] = [], polygons: [[Point]] = [], circles: [Circle] = [],
            hasBrokenShape: Bool = false
        ) {
            (self.name, self.codes, self.polygons) = (name, codes, polygons)
            (self.circles, self.hasBrokenShape) = (circles, hasBrokenShape)
        }
    }

    /// WGS 84 degrees.
    public struct Point: Codable, Equatable, Sendable {
        public var latitude: Double
        public var longitude: Double
        public init(latitude: Double, longitude: Double) { (self.latitude, self.longitude) = (latitude, longitude) }
    }

    public struct Circle: Codable, Equatable, Sendable {
        public var centre: Point
        /// km
        public var radius: Double
        public init(centre: Point, radius: Double) { (self.centre, self.radius) = (centre, radius) }
    }
}
