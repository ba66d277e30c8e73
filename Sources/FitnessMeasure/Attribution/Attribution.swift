import Foundation

/// Decides whose a reading is: the person's whose step is armed, or nobody's. It never guesses.
///
/// Identity comes from the scanned card, never from a weight or a device's user slot. A reading counts only while a
/// step is armed that wants its quantity, and only if it was taken since. Pure: times are passed in.
public struct Attribution: Sendable {
    public private(set) var armed: ArmedStep?
    private let ranges: InputRanges
    private let repeatWindow: Duration
    private var memory = ReadingMemory()

    /// `repeatWindow`: same bytes of the same device within it are flagged, when the device neither counts nor dates
    /// its records.
    public init(ranges: InputRanges, repeatWindow: Duration = .seconds(60)) {
        (self.ranges, self.repeatWindow) = (ranges, repeatWindow)
    }

    /// Waits for this person's reading from now on. Whatever was armed before is not any more.
    public mutating func arm(_ step: ArmedStep) { armed = step }

    /// Nobody stands for readings now.
    public mutating func disarm() { armed = nil }

    /// Decides, and remembers the reading, so that it counts once.
    ///
    /// `movedAt`: when the device last showed a changing value, on the monotonic clock. A display that has moved since
    /// the arming holds no value of before: two people may well squeeze alike.
    ///
    /// `isFromItsInstrument`: false if the armed step waits for another instrument than the one that sent it.
    public mutating func attribute(
        _ reading: Reading, movedAt: Int64? = nil, isFromItsInstrument: Bool = true
    ) -> Attributed {
        let isKnown = memory.hasRecord(of: reading)
        let isRepeated = memory.hasSameBytes(as: reading, within: repeatWindow)
        var flagged = reading
        if isRepeated { flagged.flags.insert(.repeatedBytes) }
        let isAnOthers = armed.map { step in
            (movedAt ?? .min) < step.since
                && memory.hasSameBytes(as: reading, within: repeatWindow, receivedBefore: step.since)
        }
        memory.remember(reading)
        let refusal = refusal(reading, isFromItsInstrument) ?? (isAnOthers == true ? .repeatedBytes : nil)
        if let reason = isKnown ? .duplicate : refusal {
            return Attributed(reading: flagged, owner: .unclaimed(reason))
        }
        guard let armed else { return Attributed(reading: flagged, owner: .unclaimed(.nobodyArmed)) }
        return Attributed(reading: flagged, owner: .mine(visitID: armed.visitID, personID: armed.personID))
    }

    /// Why the reading is not the armed person's; nil if it is. What a device says of itself comes first.
    private func refusal(_ reading: Reading, _ isFromItsInstrument: Bool) -> UnclaimedReason? {
        if reading.flags.contains(.demonstration) { return .demonstration }
        if reading.flags.contains(.fromStorage) { return .fromStorage }
        if reading.flags.contains(.clockChanged) { return .clockChanged }
        if reading.flags.contains(.ageUnknown) { return .ageUnknown }
        guard let armed else { return .nobodyArmed }
        guard armed.wants(reading) else { return .otherQuantity }
        guard isFromItsInstrument else { return .otherInstrument }
        guard reading.receivedMonotonic >= armed.since, !armed.isOlder(reading) else {
            return .olderThanArmed
        }
        guard !UnitSuspicion.isRaised(by: reading.values, for: armed.test, after: armed.lastValues) else {
            return .unitSuspicious
        }
        return ranges.verdict(reading.values, for: armed.test) == .refuse ? .implausible : nil
    }
}

/// A reading with whose it is.
public struct Attributed: Equatable, Sendable {
    /// With ``QualityFlag/repeatedBytes`` if the same bytes came a short time ago: show it and ask.
    public var reading: Reading
    public var owner: Owner

    public enum Owner: Equatable, Sendable {
        case mine(visitID: UUID, personID: UUID)
        case unclaimed(UnclaimedReason)
    }
}

/// Why nobody has a reading, as the rule's id.
public enum UnclaimedReason: String, Codable, CaseIterable, Sendable {
    case nobodyArmed = "nobody_armed"
    /// The armed step wants something else.
    case otherQuantity = "other_quantity"
    /// The armed step waits for another instrument: two may well count the same.
    case otherInstrument = "other_instrument"
    /// The device says that it measured this some other time.
    case fromStorage = "from_storage"
    /// It came, or the device's clock says that it was taken, before the step was armed.
    case olderThanArmed = "older_than_armed"
    /// The device's clock was moved since it was last seen, and nothing tells which clock dated the record.
    case clockChanged = "clock_changed"
    /// The device dates its records by a clock that cannot be read, and nothing tells yet where it stands.
    case ageUnknown = "age_unknown"
    case implausible
    /// The same bytes came shortly before the step was armed, and nothing tells whether this is a new measurement.
    case repeatedBytes = "repeated_bytes"
    /// This very record came before.
    case duplicate
    /// The device says that it is a demonstration or a test.
    case demonstration
    /// It is in another unit than the test's, or differs from the person's last value as one unit does from another; no
    /// body changes so.
    case unitSuspicious = "unit_suspicious"
}
