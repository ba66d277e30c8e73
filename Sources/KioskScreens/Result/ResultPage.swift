import FitnessMeasure

/// Levels as five friendly steps, one strength, one thing to work on.
public struct ResultPage: Equatable, Sendable {
    public var lines: [Line]
    public var strength: TestProtocol?
    public var toWorkOn: TestProtocol?
    /// What the tests measure, in words.
    let factors: [FitnessFactor: LocalText]
    public var isSimulated: Bool
    var page = 0

    /// One test's line: what was reached, and how it stands for sex and age.
    public struct Line: Equatable, Sendable {
        public var test: TestProtocol
        public var value: DecimalValue
        /// 1–5; absent when the table does not cover the person, with the reason's words.
        public var level: Int?
        /// A change beyond the test's own noise.
        public var change: Change?
    }

    /// Better or worse than last time, in the test's unit.
    public enum Change: Equatable, Sendable { case more(DecimalValue), less(DecimalValue) }
}
