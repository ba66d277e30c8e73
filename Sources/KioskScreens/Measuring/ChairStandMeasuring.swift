import FitnessMeasure
import Foundation

/// The 30-second chair stand by the screen's timer and the supporter's count.
public struct ChairStandMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase
    var test = ChairStandTest()

    public init(phase: Phase = .explaining) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case explaining
        /// Counting down, running, or finished: ``ChairStandTest`` knows.
        case testing
        case saving(Reading)
        case saved(Reading)
        case notSaved(Reading)
    }

    public enum Event: Equatable, Sendable {
        case startTapped, countTapped, undoTapped, againTapped, saveTapped, doneTapped
    }

    var isRunning: Bool {
        switch test.phase {
        case .countdown, .running: phase == .testing
        case .ready, .finished: false
        }
    }

    /// A count on the screen that nobody has saved yet.
    func unsaved(at now: Moment, makeID: () -> UUID) -> Reading? {
        switch phase {
        case .notSaved(let reading): reading
        case .testing:
            test.reading(
                id: makeID(), receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall)
        case .explaining, .saving, .saved: nil
        }
    }

    /// The reading to be saved, if the event asks for that.
    mutating func update(_ event: Event, at now: Moment, makeID: () -> UUID) -> Reading? {
        let nanoseconds = now.monotonic.wholeNanoseconds
        switch (phase, event) {
        case (.explaining, .startTapped), (_, .againTapped):
            test = ChairStandTest()
            test.update(.start, at: nanoseconds)
            phase = .testing
        case (.testing, .countTapped): test.update(.tap, at: nanoseconds)
        case (.testing, .undoTapped): test.update(.undo, at: nanoseconds)
        case (.testing, .saveTapped):
            let reading = test.reading(id: makeID(), receivedMonotonic: nanoseconds, receivedAt: now.wall)
            guard let reading else { return nil }
            phase = .saving(reading)
            return reading
        case (.notSaved(let reading), .saveTapped):
            phase = .saving(reading)
            return reading
        default: break
        }
        return nil
    }

    /// True while the timer moves.
    mutating func tick(at now: Duration) -> Bool {
        guard isRunning else { return false }
        test.update(.tick, at: now.wholeNanoseconds)
        return true
    }
}

extension ChairStandMeasuring {
    /// A test that began so many seconds ago, its countdown included, with so many stands counted.
    static func running(count: Int, at now: Duration, begun seconds: Int64 = 19) -> ChairStandMeasuring {
        var measuring = ChairStandMeasuring(phase: .testing)
        let start = now.wholeNanoseconds - seconds * 1_000_000_000
        measuring.test.update(.start, at: start)
        for stand in 0..<count { measuring.test.update(.tap, at: start + 3_500_000_000 + Int64(stand) * 1_600_000_000) }
        measuring.test.update(.tick, at: now.wholeNanoseconds)
        return measuring
    }
}

extension Duration {
    /// Seconds with their fraction.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
