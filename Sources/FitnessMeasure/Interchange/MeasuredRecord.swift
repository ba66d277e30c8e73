import Foundation

/// A reading or a failed try with all that must leave the house beside it. It names nobody: the subject is a
/// pseudonym that only the office can resolve.
public struct MeasuredRecord: Equatable, Sendable, Identifiable {
    public var subject: Pseudonym
    /// What it was taken for; nil if the quantities say it already.
    public var test: FitnessTestID?
    public var outcome: Outcome
    public var device: MeasuringDevice
    /// Minutes east of Greenwich at the kiosk.
    public var zone: Int
    public var state: State
    /// Nil where no protocol is known, as for a cuff.
    public var protocolUse: ProtocolUse?
    /// Quantities that the device named and had no number for.
    public var absent: [QuantityKind: FHIRAbsence]
    /// The device's clock beside ours, if they were compared.
    public var clocks: ClockComparison?
    public var corrections: [Correction]

    public enum Outcome: Equatable, Sendable {
        case reading(Reading)
        case failed(FailedTry)
    }

    /// Where the record is in its life.
    public enum State: String, CaseIterable, Sendable {
        case final
        /// Changed after it was sent: given to its true owner, or a value mended by a supporter.
        case amended
        /// It was never this subject's.
        case enteredInError = "entered-in-error"
    }

    public init(
        subject: Pseudonym, test: FitnessTestID? = nil, outcome: Outcome, device: MeasuringDevice, zone: Int,
        state: State = .final, protocolUse: ProtocolUse? = nil, absent: [QuantityKind: FHIRAbsence] = [:],
        clocks: ClockComparison? = nil, corrections: [Correction] = []
    ) {
        (self.subject, self.test, self.outcome, self.device) = (subject, test, outcome, device)
        (self.zone, self.state, self.protocolUse) = (zone, state, protocolUse)
        (self.absent, self.clocks, self.corrections) = (absent, clocks, corrections)
    }

    /// The reading's or the try's.
    public var id: UUID {
        switch outcome {
        case .reading(let reading): reading.id
        case .failed(let failed): failed.id
        }
    }

    public var reading: Reading? { if case .reading(let reading) = outcome { reading } else { nil } }

    /// When the kiosk had it: the record's time, whatever the device's clock says.
    public var moment: FHIRMoment {
        switch outcome {
        case .reading(let reading): FHIRMoment(reading.receivedAt, zone: zone)
        case .failed(let failed): FHIRMoment(failed.at, zone: zone)
        }
    }

    /// After it was given to its true owner: what it was for the first one, and what it is for the other.
    public func reassigned(
        to owner: Pseudonym, by correction: Correction
    ) -> (withdrawn: MeasuredRecord, restated: MeasuredRecord) {
        restated(by: correction) { $0.subject = owner }
    }

    /// After a supporter mended its values: what was said before is withdrawn.
    public func mended(
        _ values: [QuantityValue], by correction: Correction
    ) -> (withdrawn: MeasuredRecord, restated: MeasuredRecord) {
        restated(by: correction) { record in
            guard case .reading(var reading) = record.outcome else { return }
            reading.values = values
            record.outcome = .reading(reading)
        }
    }

    private func restated(
        by correction: Correction, _ change: (inout MeasuredRecord) -> Void
    ) -> (withdrawn: MeasuredRecord, restated: MeasuredRecord) {
        var (withdrawn, restated) = (self, self)
        withdrawn.state = .enteredInError
        withdrawn.corrections.append(correction)
        restated.state = .amended
        restated.corrections.append(correction)
        change(&restated)
        return (withdrawn, restated)
    }
}

/// A person's name outside of the house: says nothing, and is the same every time.
public struct Pseudonym: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A measurement that gave no value.
public struct FailedTry: Equatable, Sendable {
    public var id: UUID
    /// What would have been measured.
    public var quantities: [QuantityKind]
    public var failure: MeasureFailure
    public var at: Date

    public init(id: UUID, quantities: [QuantityKind], failure: MeasureFailure, at: Date) {
        (self.id, self.quantities, self.failure, self.at) = (id, quantities, failure, at)
    }
}

/// Whether a test was done as its protocol says.
public struct ProtocolUse: Equatable, Sendable {
    /// The protocol's id, `kspo_senior/chair_stand_30s`.
    public var id: String
    public var followed: Followed

    public enum Followed: String, CaseIterable, Sendable {
        case followed
        case notFollowed = "not-followed"
        case unknown
    }

    public init(id: String, followed: Followed) { (self.id, self.followed) = (id, followed) }
}

/// The two clocks read at the same moment.
public struct ClockComparison: Hashable, Sendable {
    /// What the device's clock said; nil if it had a fault.
    public var device: DeviceTime?
    /// What ours said.
    public var kiosk: Date

    public init(device: DeviceTime?, kiosk: Date) { (self.device, self.kiosk) = (device, kiosk) }

    /// By how many seconds the device's clock is ahead of ours, at an offset of `zone` minutes.
    public func secondsAhead(zone: Int) -> Int? {
        device?.seconds.map { $0 - Int(kiosk.timeIntervalSince1970.rounded(.down)) - zone * 60 }
    }
}

/// Who changed what, when and why.
public struct Correction: Hashable, Sendable {
    public var at: Date
    /// The staff member's pseudonym.
    public var by: String
    /// Whose the record was before; nil if it was nobody's or did not change hands.
    public var from: Pseudonym?
    public var reason: String

    public init(at: Date, by: String, from: Pseudonym?, reason: String) {
        (self.at, self.by, self.from, self.reason) = (at, by, from, reason)
    }
}
