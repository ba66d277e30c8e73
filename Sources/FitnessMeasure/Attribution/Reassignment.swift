import Foundation

/// A reading that was nobody's, or somebody else's, given to its owner by a supporter, with who, when and why.
public struct Reassignment: Codable, Equatable, Sendable {
    public let readingID: UUID
    /// Nil if it lay in the tray.
    public let from: UUID?
    public let to: UUID
    /// The supporter, by their own id.
    public let by: String
    public let at: Date
    public let why: Reason

    public enum Reason: String, Codable, CaseIterable, Sendable {
        /// The owner stood there and was not armed.
        case wasPresent = "was_present"
        /// It had gone to the wrong person.
        case wrongPerson = "wrong_person"
        /// The device's memory was read for its owner.
        case ownRecord = "own_record"
    }

    public init(readingID: UUID, from: UUID?, to: UUID, by: String, at: Date, why: Reason) {
        (self.readingID, self.from, self.to) = (readingID, from, to)
        (self.by, self.at, self.why) = (by, at, why)
    }
}

/// Why a reading cannot be given to somebody.
public enum ReassignmentRefusal: Error, Equatable, Sendable {
    /// A demonstration or a test is nobody's, whoever asks.
    case demonstration
    /// It is theirs already.
    case alreadyTheirs
    /// The note is about another reading.
    case otherReading
}

extension Reassignment {
    /// The reading as its new owner's: what was measured stays as it was sent, what was computed for somebody else goes
    /// and is computed anew from the new owner's own body.
    public func applied(to reading: Reading, owner: BodyFacts) throws(ReassignmentRefusal) -> ReassignedReading {
        guard reading.id == readingID else { throw .otherReading }
        guard from != to else { throw .alreadyTheirs }
        guard !reading.flags.contains(.demonstration) else { throw .demonstration }
        var measured = reading
        measured.values.removeAll { DerivedValues.kinds.contains($0.kind) }
        return ReassignedReading(
            reading: measured, derived: DerivedValues.values(of: measured, for: owner), note: self)
    }
}

/// A reading with its new owner's derived values.
public struct ReassignedReading: Equatable, Sendable {
    /// Only what was measured.
    public let reading: Reading
    /// What follows from it for the new owner; empty where their body is not known well enough.
    public let derived: [QuantityValue]
    public let note: Reassignment
}
