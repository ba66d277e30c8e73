import Foundation

/// The 30-second chair stand, counted by the supporter on the screen. Pure: times are passed in.
///
/// Three seconds are counted down, then thirty run. Somebody more than half up when the time ends has done that stand,
/// so one more tap is taken afterwards (Rikli and Jones, Senior Fitness Test).
public struct ChairStandTest: Equatable, Sendable {
    public private(set) var phase = Phase.ready
    private var run = Run()

    public enum Phase: Equatable, Sendable {
        case ready
        /// Tenths of a second until the start.
        case countdown(tenths: Int)
        /// Tenths of a second that are left, and full stands so far.
        case running(tenths: Int, count: Int)
        case finished(count: Int)
    }

    public enum Event: Equatable, Sendable { case start, tap, undo, tick, cancel }

    /// Nanoseconds.
    private struct Run: Equatable, Sendable {
        var start: Int64 = 0
        var lastTap: Int64?
        var count = 0
        var hasLateTap = false
    }

    public static let countdown: Duration = .seconds(3)
    public static let length: Duration = .seconds(30)
    /// Nobody stands up twice in so short a time: a second tap is a trembling finger.
    public static let bounce: Duration = .milliseconds(250)
    public static let deviceKey: DeviceKey = "kiosk:chair-stand"

    public init() {}

    /// Takes an event at a moment of the monotonic clock, in nanoseconds.
    public mutating func update(_ event: Event, at now: Int64) {
        move(to: now)
        switch (event, phase) {
        case (.start, .ready):
            run = Run(start: now)
            move(to: now, isNew: true)
        case (.cancel, _):
            (phase, run) = (.ready, Run())
        case (.tap, .running), (.tap, .finished):
            tap(now)
        case (.undo, .running), (.undo, .finished):
            undo()
        default: break
        }
    }

    /// The result as a reading; nil until the test has finished. No stand at all is a result, too.
    public func reading(id: UUID, receivedMonotonic: Int64, receivedAt: Date) -> Reading? {
        guard case .finished(let count) = phase else { return nil }
        return Reading(
            id: id, deviceKey: Self.deviceKey,
            values: [QuantityValue(.repetitions, DecimalValue(mantissa: Int64(count)), .repetitions)],
            flags: [.enteredBySupporter], raw: Array("chair_stand_30s \(count)".utf8),
            receivedMonotonic: receivedMonotonic, receivedAt: receivedAt, isSimulated: false)
    }

    private mutating func move(to now: Int64, isNew: Bool = false) {
        switch phase {
        case .ready where !isNew: return
        case .finished: return
        default: break
        }
        let passed = Duration.nanoseconds(now - run.start)
        let (begin, end) = (Self.countdown, Self.countdown + Self.length)
        phase =
            passed < begin
            ? .countdown(tenths: Self.tenths(begin - passed))
            : passed < end ? .running(tenths: Self.tenths(end - passed), count: run.count) : .finished(count: run.count)
    }

    private mutating func tap(_ now: Int64) {
        if let last = run.lastTap, .nanoseconds(now - last) < Self.bounce { return }
        if case .finished = phase {
            guard !run.hasLateTap else { return }
            run.hasLateTap = true
        }
        run.lastTap = now
        count(run.count + 1)
    }

    private mutating func undo() {
        guard run.count > 0 else { return }
        if case .finished = phase { run.hasLateTap = false }
        run.lastTap = nil
        count(run.count - 1)
    }

    private mutating func count(_ count: Int) {
        run.count = count
        switch phase {
        case .running(let tenths, _): phase = .running(tenths: tenths, count: count)
        case .finished: phase = .finished(count: count)
        case .ready, .countdown: break
        }
    }

    /// Rounded up, so that the screen shows 0 only when it is over.
    private static func tenths(_ left: Duration) -> Int {
        let (seconds, attoseconds) = left.components
        let tenth: Int64 = 100_000_000_000_000_000
        return Int(seconds * 10 + (attoseconds + tenth - 1) / tenth)
    }
}
