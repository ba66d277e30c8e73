import FitnessMeasure
import Foundation

/// How a stored reading came about: who said the number, by which protocol, and whether the day of it is certain.
struct ReadingOrigin: Equatable, Sendable {
    /// Nil for a kind of source that this office does not know yet.
    let source: ValueSource?
    let side: BodySide?
    let protocolID: ProtocolID
    /// In the device's memory when it was read.
    let isFromStorage: Bool
    /// True if nobody can say on which day it was measured.
    let isUndated: Bool
    let flags: Set<QualityFlag>
    let isSimulated: Bool
    /// Given to its owner later by a supporter, out of the tray.
    let isClaimed: Bool
    /// Nil if it was not asked then, or in a word that this office does not know.
    let claim: Reassignment.Reason?

    /// - Throws: `DecodingError` if the stored row is damaged.
    init(_ row: ReadingRow) throws {
        let flags = Set(try row.flags().map(QualityFlag.init(rawValue:)))
        source = Self.source(row.source, flags)
        side = row.side.flatMap(BodySide.init(rawValue:))
        protocolID = row.protocolId.map(ProtocolID.init(rawValue:)) ?? .first(of: FitnessTestID(rawValue: row.testId))
        isFromStorage = flags.contains(.fromStorage)
        isUndated = row.clockState == "wrong" || !flags.isDisjoint(with: [.fromStorage, .ageUnknown, .clockChanged])
        (self.flags, isSimulated, isClaimed) = (flags, row.simulated, row.claimedAt != nil)
        claim = row.claimedWhy.flatMap(Reassignment.Reason.init(rawValue:))
    }

    /// Readings of before the source was kept were a device's, unless a supporter had typed them.
    private static func source(_ kept: String?, _ flags: Set<QualityFlag>) -> ValueSource? {
        guard let kept else { return flags.contains(.enteredBySupporter) ? .supporter : .device }
        return ValueSource(rawValue: kept)
    }
}

extension ProtocolID {
    /// `chair_stand_30s/2/4m`: the version after the test's id, and the course of a speed.
    var parts: (version: Int?, course: String?) {
        let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.count > 1 ? Int(parts[1]) : nil, parts.count > 2 ? String(parts[2]) : nil)
    }
}
