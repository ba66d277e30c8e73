/// Something to be said at a moment of a test. Data: a voice says it, a screen shows it.
public struct TimerCue: Equatable, Sendable {
    public let word: Word
    /// How long ago it should have been said. A late tick brings every cue that it passed, so that none is lost
    /// silently; whoever speaks leaves out those that come too late.
    public let delay: Duration

    /// In the order of a test.
    public enum Word: String, CaseIterable, Codable, Sendable {
        case three, two, one, go, halfway
        case thirtySecondsLeft = "thirty_seconds_left"
        case tenSecondsLeft = "ten_seconds_left"
        case stop
        /// Moved or pressed before "go": once more from the beginning.
        case falseStart = "false_start"

        /// True for what a test may leave out.
        var isOnTheWay: Bool {
            switch self {
            case .halfway, .thirtySecondsLeft, .tenSecondsLeft: true
            case .three, .two, .one, .go, .stop, .falseStart: false
            }
        }

        static var onTheWay: [Word] { allCases.filter(\.isOnTheWay) }
    }

    /// Later than this and it would be said into something else.
    public static let tooLate: Duration = .milliseconds(700)

    public var isTimely: Bool { delay <= Self.tooLate }
}
