/// The clock of a test: three seconds are counted down, then it runs. Pure: the moments of the monotonic clock, in
/// nanoseconds, are passed in. A moment earlier than the last one counts as the last one.
public struct TestTimer: Equatable, Sendable {
    public let spec: TimerSpec
    public private(set) var phase = Phase.ready
    /// Nanoseconds since "go" of each passage, in order.
    public private(set) var laps: [Int64] = []
    /// How often somebody was off before "go" since this timer was made.
    public private(set) var falseStarts = 0
    private var began: Int64 = 0
    private var latest = Int64.min
    private var pausedFor: Int64 = 0
    /// How many cues of the schedule have been given.
    private var given = 0

    /// Times in nanoseconds.
    public enum Phase: Equatable, Sendable {
        case ready
        case leadIn(left: Int64)
        case running(elapsed: Int64)
        case paused(elapsed: Int64)
        /// Off before "go"; ``TestTimer/Event/start`` begins anew.
        case falseStart
        case finished(elapsed: Int64)
        /// A stopwatch that nobody stopped: no result.
        case gaveUp
    }

    public enum Event: Equatable, Sendable {
        case start, tick
        /// The supporter's button, or the gate at the end of a course. Before "go" it is a false start.
        case press
        /// A mat or a light gate saw the person; it matters only before "go".
        case movement
        /// A passage on the way.
        case lap
        case cancel
    }

    /// The protocol forbids to stop this clock.
    public struct PauseForbidden: Error, Equatable, Sendable { public init() {} }

    /// A course has few passages; more would be a device gone wild.
    public static let maximumLaps = 64

    public init(_ spec: TimerSpec) { self.spec = spec }

    /// Takes an event at a moment and gives what is to be said, in order.
    public mutating func update(_ event: Event, at now: Int64) -> [TimerCue] {
        let now = max(now, latest)
        latest = now
        var cues = advance(to: now)
        switch (event, phase) {
        case (.start, .ready), (.start, .falseStart):
            start(at: now)
            cues += advance(to: now)
        case (.cancel, _): reset()
        case (.press, .leadIn), (.movement, .leadIn):
            (phase, falseStarts) = (.falseStart, falseStarts + 1)
            cues.append(TimerCue(word: .falseStart, delay: .zero))
        case (.press, .running(let elapsed)) where spec.kind != .countdown:
            phase = .finished(elapsed: elapsed)
            cues.append(TimerCue(word: .stop, delay: .zero))
        case (.lap, .running(let elapsed)) where laps.count < Self.maximumLaps: laps.append(elapsed)
        default: break
        }
        return cues
    }

    /// Stops the clock for a while, where the protocol lets it be stopped.
    public mutating func pause(at now: Int64) throws(PauseForbidden) -> [TimerCue] {
        guard spec.mayPause else { throw PauseForbidden() }
        let cues = update(.tick, at: now)
        if case .running(let elapsed) = phase { phase = .paused(elapsed: elapsed) }
        return cues
    }

    public mutating func resume(at now: Int64) {
        guard case .paused(let elapsed) = phase else { return }
        latest = max(now, latest)
        pausedFor = latest.distance(since: began) - TimerSpec.leadIn.wholeNanoseconds - elapsed
        phase = .running(elapsed: elapsed)
    }

    /// The result in seconds; nil while there is none. A countdown's result is counted, not timed.
    public var seconds: DecimalValue? {
        guard case .finished(let elapsed) = phase, spec.kind != .countdown else { return nil }
        return spec.resolution.seconds(elapsed)
    }

    /// From lap to lap in seconds, each rounded by itself.
    public var splits: [DecimalValue] {
        zip(laps, [0] + laps).map { spec.resolution.seconds($0 - $1) }
    }

    private mutating func start(at now: Int64) {
        (began, pausedFor, given, laps) = (now, 0, 0, [])
        phase = .leadIn(left: TimerSpec.leadIn.wholeNanoseconds)
    }

    private mutating func reset() {
        self = TestTimer(spec)
    }

    /// Moves on to a moment; the cues on the way, each once.
    private mutating func advance(to now: Int64) -> [TimerCue] {
        switch phase {
        case .leadIn, .running: break
        case .ready, .paused, .falseStart, .finished, .gaveUp: return []
        }
        let passed = now.distance(since: began) - pausedFor
        let due = spec.schedule.dropFirst(given).prefix { $0.at <= passed }
        given += due.count
        phase = phase(after: passed)
        return due.map { TimerCue(word: $0.word, delay: .nanoseconds(passed - $0.at)) }
    }

    private func phase(after passed: Int64) -> Phase {
        let go = TimerSpec.leadIn.wholeNanoseconds
        let length = spec.length.wholeNanoseconds
        guard passed >= go else { return .leadIn(left: go - passed) }
        let elapsed = passed - go
        switch spec.kind {
        case .stopwatch: return elapsed > length ? .gaveUp : .running(elapsed: elapsed)
        case .countdown, .hold: return elapsed >= length ? .finished(elapsed: length) : .running(elapsed: elapsed)
        }
    }
}

extension Int64 {
    /// The difference, or the largest number if it does not fit.
    fileprivate func distance(since earlier: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(earlier)
        return overflow ? .max : difference
    }
}
