import Foundation

/// What a battery's run knows of one test. Raw trials are kept; which one counts is computed.
public struct TestRecord: Codable, Equatable, Sendable {
    /// The protocol: tests that look alike have ids of their own.
    public let test: FitnessTestID
    public internal(set) var trials: [Trial] = []
    /// Why the test, or what was left of it, was not done.
    public internal(set) var skipped: SkipReason?
    /// How often the whole test was asked for; more than once after a rest.
    public internal(set) var rounds = 1

    public init(_ test: FitnessTestID) { self.test = test }

    /// Keeps one more attempt; a test that is tried after all was not left out.
    public mutating func add(_ trial: Trial) {
        trials.append(trial)
        skipped = nil
    }

    /// Leaves out what is left of the test.
    public mutating func skip(_ reason: SkipReason) { skipped = reason }

    /// One attempt, as it was measured.
    public struct Trial: Codable, Equatable, Sendable {
        public let side: BodySide?
        public let values: [QuantityValue]
        public let source: ValueSource
        public let flags: Set<QualityFlag>
        /// The reading that it came from, if a device sent it.
        public let readingID: UUID?
        /// Values that were so unusual that they were asked again, in order.
        public let doubted: [[QuantityValue]]
        /// Set aside by a supporter: kept, and not counted.
        public internal(set) var isVoid = false

        public init(
            side: BodySide?, values: [QuantityValue], source: ValueSource, flags: Set<QualityFlag> = [],
            readingID: UUID? = nil, doubted: [[QuantityValue]] = []
        ) {
            (self.side, self.values, self.source, self.flags) = (side, values, source, flags)
            (self.readingID, self.doubted) = (readingID, doubted)
        }
    }

    /// Trials that count, in order.
    public var valid: [Trial] { trials.filter { !$0.isVoid } }
}

/// Why a test was not done.
public enum SkipReason: String, CaseIterable, Codable, Hashable, Sendable {
    case noSpace = "no_space"
    case noEquipment = "no_equipment"
    case refused, pain
    /// Tried or judged not possible; some scales give it 0 points.
    case unable
    /// An earlier test said that this one would be too much.
    case ruledOut = "ruled_out"
    /// The gate did not let it pass.
    case gate
}

extension QualityFlag {
    /// Outside the usual limits, asked again, and so again.
    public static let outsideUsual: QualityFlag = "outside_usual"
}
