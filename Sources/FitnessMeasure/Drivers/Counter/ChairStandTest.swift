import Foundation

/// The 30-second chair stand, counted by the supporter on the screen. Pure: times are passed in.
///
/// Three seconds are counted down, then thirty run. Somebody more than half up when the time ends has done that stand,
/// so one more tap is taken afterwards (Rikli and Jones, Senior Fitness Test).
public struct ChairStandTest: Equatable, Sendable {
    private var run = CountedTest(
        TimerSpec(.countdown, length: length, cues: [.tenSecondsLeft], takesLateCount: true), bounce: bounce)

    public enum Phase: Equatable, Sendable {
        case ready
        /// Tenths of a second until the start.
        case countdown(tenths: Int)
        /// Tenths of a second that are left, and full stands so far.
        case running(tenths: Int, count: Int)
        case finished(count: Int)
    }

    public enum Event: Equatable, Sendable { case start, tap, undo, tick, cancel }

    public static let countdown: Duration = TimerSpec.leadIn
    public static let length: Duration = .seconds(30)
    /// Nobody stands up twice in so short a time: a second tap is a trembling finger.
    public static let bounce: Duration = .milliseconds(250)
    public static let deviceKey: DeviceKey = "kiosk:chair-stand"

    public init() {}

    public var phase: Phase {
        switch run.timer.phase {
        // A tap before "go" is not counted here, and this clock is never paused: there is no other way back to the start.
        case .ready, .falseStart, .paused, .gaveUp: .ready
        case .leadIn(let left): .countdown(tenths: Self.tenths(left))
        case .running(let elapsed):
            .running(tenths: Self.tenths(Self.length.wholeNanoseconds - elapsed), count: run.count)
        case .finished: .finished(count: run.count)
        }
    }

    /// Takes an event at a moment of the monotonic clock, in nanoseconds; gives what is to be said.
    @discardableResult
    public mutating func update(_ event: Event, at now: Int64) -> [TimerCue] {
        switch event {
        case .start: run.update(.start, at: now)
        case .tap: run.update(.tap, at: now)
        case .undo: run.update(.undo, at: now)
        case .tick: run.update(.tick, at: now)
        case .cancel: run.update(.cancel, at: now)
        }
    }

    /// The result as a reading; nil until the test has finished. No stand at all is a result, too.
    public func reading(id: UUID, receivedMonotonic: Int64, receivedAt: Date) -> Reading? {
        guard let count = run.result else { return nil }
        return Reading(
            id: id, deviceKey: Self.deviceKey,
            values: [QuantityValue(.repetitions, DecimalValue(mantissa: Int64(count)), .repetitions)],
            flags: [.enteredBySupporter], raw: Array("chair_stand_30s \(count)".utf8),
            receivedMonotonic: receivedMonotonic, receivedAt: receivedAt, isSimulated: false)
    }

    /// Rounded up, so that the screen shows 0 only when it is over.
    private static func tenths(_ nanoseconds: Int64) -> Int { Int((nanoseconds + 99_999_999) / 100_000_000) }
}
