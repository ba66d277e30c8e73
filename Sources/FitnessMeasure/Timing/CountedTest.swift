/// Movements counted while a time runs: chair stand, arm curl, step in place. Pure: times are passed in.
public struct CountedTest: Equatable, Sendable {
    public private(set) var timer: TestTimer
    private var counter: TapCounter
    private let bounce: Duration

    public enum Event: Equatable, Sendable {
        case start, tap, undo, tick, cancel
        /// A mat saw the person move; before "go" it is a false start.
        case movement
    }

    /// `bounce`: as ``TapCounter``.
    public init(_ spec: TimerSpec, bounce: Duration = .milliseconds(250)) {
        (timer, counter, self.bounce) = (TestTimer(spec), TapCounter(bounce: bounce), bounce)
    }

    public var count: Int { counter.count }

    /// The result; nil until the time is over. None at all is a result, too.
    public var result: Int? {
        guard case .finished = timer.phase else { return nil }
        return counter.count
    }

    /// Takes an event at a moment of the monotonic clock, in nanoseconds; gives what is to be said.
    @discardableResult
    public mutating func update(_ event: Event, at now: Int64) -> [TimerCue] {
        let cues = timer.update(event.forTimer, at: now)
        switch (event, timer.phase) {
        case (.start, .leadIn), (.cancel, _): counter = TapCounter(bounce: bounce)
        case (.tap, .running): counter.tap(at: now)
        case (.tap, .finished) where timer.spec.takesLateCount: counter.tap(at: now, isLate: true)
        case (.undo, .running), (.undo, .finished): counter.undo()
        default: break
        }
        return cues
    }
}

extension CountedTest.Event {
    /// A supporter's early touch is no movement of the senior's: it only is not counted.
    fileprivate var forTimer: TestTimer.Event {
        switch self {
        case .start: .start
        case .movement: .movement
        case .cancel: .cancel
        case .tap, .undo, .tick: .tick
        }
    }
}
