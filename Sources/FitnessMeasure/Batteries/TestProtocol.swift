/// How a test is done, as data: a file of `assets/batteries/tests`.
public struct TestProtocol: Identifiable, Equatable, Sendable {
    public let test: FitnessTest
    /// Counted up when the way of doing the test changes so that results cannot be compared any more.
    public let version: Int
    public let name: LocalText
    public let factor: FitnessFactor
    /// How much it asks of the body; the gate decides by it.
    public let effort: Effort
    public let capture: Capture
    /// In the order of the trials; empty if there is only one way round.
    public let sides: [Side]
    /// Trials a side.
    public let trials: Int
    public let counting: CountingRule
    /// Done only if an earlier test went well enough.
    public let requirement: Requirement?
    public let guide: Guide
    /// Where the protocol comes from, and how sure that is (`found`, `recalled`, `assumed`).
    public let source, confidence: String

    public var id: FitnessTestID { test.id }

    /// A hand or leg with its own row of `input_ranges.csv` for the test's first value.
    public struct Side: Equatable, Sendable {
        public let side: BodySide
        public let rangeID: String
    }

    /// The test as one side does it: the same values with that side's limits.
    public func test(on side: BodySide?) -> FitnessTest {
        guard let own = sides.first(where: { $0.side == side }), let first = test.items.first else { return test }
        let item = FitnessTest.Item(own.rangeID, first.quantity, first.unit, isRequired: first.isRequired)
        return FitnessTest(
            test.id, [item] + test.items.dropFirst(), better: test.better, trials: test.trials,
            changeID: test.changeID)
    }

    /// Every value that a trial can have, with its limits.
    var allItems: [FitnessTest.Item] { test.items + sides.flatMap { test(on: $0.side).items } }

    /// From nothing to the test that tires most.
    public enum Effort: String, CaseIterable, Comparable, Codable, Sendable {
        case rest, light, moving, endurance

        public static func < (a: Effort, b: Effort) -> Bool { a.rank < b.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Who says the number.
    public struct Capture: Equatable, Sendable {
        public let source: ValueSource
        /// The clock that goes with it; nil for what takes no time.
        public let timer: TimerSpec?
    }

    /// `test` must have reached `minimum`, or this one is left out.
    public struct Requirement: Equatable, Sendable {
        public let test: FitnessTestID
        public let minimum: DecimalValue
    }

    /// What people read and hear.
    public struct Guide: Equatable, Sendable {
        /// Ids of ``BatteryPhrases``.
        public let equipment, safety: [String]
        /// The set-up picture's name; drawing it is the screen's work.
        public let picture: String
        public let setup: LocalText
        /// Short sentences to the senior, one after the other.
        public let steps: [LocalText]
        /// Rule ids of `safety_gates.csv` and `progression_and_stop_rules.csv`.
        public let stopRules: [String]
    }
}

/// Where a value came from.
public enum ValueSource: String, CaseIterable, Codable, Sendable {
    case device, timer, counter
    /// Typed twice by a supporter.
    case supporter
}

/// Which of several trials is the result.
public enum CountingRule: String, CaseIterable, Codable, Sendable { case best, mean, last }
