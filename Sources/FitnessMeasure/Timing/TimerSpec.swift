/// The clock of a test, as data.
public struct TimerSpec: Equatable, Sendable {
    public let kind: Kind
    /// How long a countdown runs, how long a pose is held, when a stopwatch is given up.
    public let length: Duration
    public let resolution: TimerResolution
    /// What is said on the way; "three, two, one, go" and "stop" always are.
    public let cues: Set<TimerCue.Word>
    /// In a test the clock runs on while somebody rests (ATS six-minute walk; recalled): only a rest may be paused.
    public let mayPause: Bool
    /// A movement that was under way when the time ended counts as one (Rikli and Jones, Senior Fitness Test).
    public let takesLateCount: Bool

    public enum Kind: String, CaseIterable, Sendable {
        /// Runs for its length; what is counted meanwhile is the result.
        case countdown
        /// Runs until it is stopped; beyond its length there is no result.
        case stopwatch
        /// Runs until it is stopped; its length is the best possible result.
        case hold
    }

    public static let leadIn: Duration = .seconds(3)

    public init(
        _ kind: Kind, length: Duration, resolution: TimerResolution = .tenth, cues: Set<TimerCue.Word> = [],
        mayPause: Bool = false, takesLateCount: Bool = false
    ) {
        (self.kind, self.length, self.resolution) = (kind, length, resolution)
        (self.cues, self.mayPause, self.takesLateCount) = (cues, mayPause, takesLateCount)
    }

    init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "kind", "seconds", "resolution", "cues", "pause", "late_count")
        var cues: Set<TimerCue.Word> = []
        for item in try fields.items("cues") {
            let word = try item.word(as: TimerCue.Word.self)
            guard word.isOnTheWay else {
                throw item.fault(.unknownWord(word.rawValue, known: TimerCue.Word.onTheWay.map(\.rawValue)))
            }
            guard cues.insert(word).inserted else { throw item.fault(.doubled(word.rawValue)) }
        }
        self.init(
            try fields.get("kind").word(), length: .seconds(try fields.get("seconds").integer(in: 1...3600)),
            resolution: try fields.find("resolution")?.word() ?? .tenth, cues: cues,
            mayPause: try fields.find("pause")?.boolean() ?? false,
            takesLateCount: try fields.find("late_count")?.boolean() ?? false)
    }

    /// What is said when, in nanoseconds after the start was touched, in order. A stopwatch's own end is not in it.
    var schedule: [(word: TimerCue.Word, at: Int64)] {
        let go = Self.leadIn.wholeNanoseconds
        let end = go + length.wholeNanoseconds
        let second: Int64 = 1_000_000_000
        var schedule: [(word: TimerCue.Word, at: Int64)] = [(.three, 0), (.two, second), (.one, 2 * second), (.go, go)]
        let onTheWay: [(word: TimerCue.Word, at: Int64)] = [
            (.halfway, go + (end - go) / 2), (.thirtySecondsLeft, end - 30 * second),
            (.tenSecondsLeft, end - 10 * second),
        ]
        schedule += onTheWay.filter { cues.contains($0.word) && $0.at > go }.sorted { $0.at < $1.at }
        return kind == .stopwatch ? schedule : schedule + [(.stop, end)]
    }
}

/// To which fraction of a second a result is given: half a step and more goes up ("nearest 1/10 s", Senior Fitness
/// Test). Cut-offs with two decimals (SPPB) need hundredths.
public enum TimerResolution: String, CaseIterable, Codable, Sendable {
    case tenth = "0.1"
    case hundredth = "0.01"

    /// Seconds of so many nanoseconds; below zero there is no time.
    public func seconds(_ nanoseconds: Int64) -> DecimalValue {
        let (step, exponent): (Int64, Int) = self == .tenth ? (100_000_000, -1) : (10_000_000, -2)
        let (whole, rest) = max(0, nanoseconds).quotientAndRemainder(dividingBy: step)
        return DecimalValue(mantissa: whole + (rest * 2 >= step ? 1 : 0), exponent: exponent)
    }
}

extension Duration {
    /// Whole nanoseconds, as the monotonic clock counts; what does not fit is the largest there is.
    var wholeNanoseconds: Int64 {
        let (seconds, overflow) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : seconds + components.attoseconds / 1_000_000_000
    }
}
