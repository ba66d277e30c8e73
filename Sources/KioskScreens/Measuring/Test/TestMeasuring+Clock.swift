import FitnessMeasure

extension TestMeasuring {
    static let counter: DeviceKey = "kiosk:counter"
    static let stopwatch: DeviceKey = "kiosk:stopwatch"

    /// A touch that belongs to the clock or the counter.
    mutating func turn(_ event: Event, _ bench: Bench) -> [Request] {
        let now = bench.now.monotonic.wholeNanoseconds
        switch (phase, event) {
        case (.explaining, .startTapped): start(at: now)
        case (.explaining, .courseTapped(let metres)) where Self.courses.contains(metres):
            self.metres = metres
            start(at: now)
        case (.timing(var timer), .startTapped) where !timer.isRunning:
            if timer.phase != .falseStart { timer = TestTimer(timer.spec) }
            note(timer.update(.start, at: now), at: now)
            phase = .timing(timer)
        case (.timing(var timer), .pressTapped):
            note(timer.update(.press, at: now), at: now)
            follow(timer, bench)
        case (.counting(var counted), .startTapped): change(&counted, .start, at: now)
        case (.counting(var counted), .pressTapped): change(&counted, .movement, at: now)
        case (.counting(var counted), .countTapped): change(&counted, .tap, at: now)
        case (.counting(var counted), .undoTapped): change(&counted, .undo, at: now)
        default: break
        }
        return []
    }

    private mutating func change(_ counted: inout CountedTest, _ event: CountedTest.Event, at now: Int64) {
        note(counted.update(event, at: now), at: now)
        phase = .counting(counted)
    }

    /// A cue that comes too late is not said into something else.
    private mutating func note(_ cues: [TimerCue], at now: Int64) {
        guard let last = cues.last(where: \.isTimely) else { return }
        said = SaidCue(word: last.word, at: now - last.delay.wholeNanoseconds)
    }

    private mutating func start(at now: Int64) {
        guard let spec = test.capture.timer else { return }
        if test.capture.source == .counter {
            var counted = CountedTest(spec)
            change(&counted, .start, at: now)
        } else {
            var timer = TestTimer(spec)
            note(timer.update(.start, at: now), at: now)
            phase = .timing(timer)
        }
    }

    /// True while the clock moves.
    mutating func tick(_ bench: Bench) -> Bool {
        guard isRunning else { return false }
        let now = bench.now.monotonic.wholeNanoseconds
        switch phase {
        case .timing(var timer):
            note(timer.update(.tick, at: now), at: now)
            follow(timer, bench)
        case .counting(var counted): change(&counted, .tick, at: now)
        default: break
        }
        return true
    }

    /// Shows the clock; when it has ended, its value, or the keys for what it cannot know.
    private mutating func follow(_ timer: TestTimer, _ bench: Bench) {
        phase = .timing(timer)
        guard case .finished = timer.phase else { return }
        guard timer.spec.kind != .countdown else { return phase = .entering(pad(bench.ranges), nil) }
        guard let seconds = timer.seconds, let value = value(after: seconds),
            let reading = reading(value, from: Self.stopwatch, bench)
        else { return phase = .failed(.implausible) }
        take(reading, .timer, bench)
    }

    /// The seconds themselves, or the speed that they make of the course.
    private func value(after seconds: DecimalValue) -> DecimalValue? {
        guard needsCourse else { return seconds }
        return metres.flatMap {
            GaitSpeed.metresPerSecond(course: DecimalValue(mantissa: Int64($0)), seconds: seconds)
        }
    }
}
