import FitnessMeasure
import Foundation

/// Blood pressure: guided, gated, saved only when the senior says so.
public struct PressureMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase
    /// How many readings above the gate this visit has seen.
    var highReadings = 0

    public init(phase: Phase = .waiting) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        /// The arm goes in; the cuff may be away or ready.
        case waiting
        case measuring(QuantityValue?)
        case value(Reading, PressureGate)
        /// Until a monotonic time; then it measures again.
        case resting(until: Duration)
        case saving(Reading, PressureGate)
        case saved(Reading, PressureGate)
        case failed(MeasureFailure)
        case notSaved(Reading, PressureGate)
    }

    public enum Event: Equatable, Sendable {
        case report(DeviceReport), againTapped, restTapped, saveTapped
    }

    /// What the measuring asks of the house.
    enum Request: Equatable, Sendable { case save(Reading), callSupporter }

    /// How long one sits still before the second reading. safety_gates.csv: 5–10 minutes.
    static let rest = Duration.seconds(300)

    /// True while a reading may land here.
    var isArmed: Bool {
        switch phase {
        case .waiting, .measuring, .failed: true
        case .value, .resting, .saving, .saved, .notSaved: false
        }
    }

    /// A value on the screen that nobody has saved yet.
    var unsaved: Reading? {
        switch phase {
        case .value(let reading, _), .notSaved(let reading, _): reading
        case .waiting, .measuring, .resting, .saving, .saved, .failed: nil
        }
    }

    mutating func update(_ event: Event, at now: Duration) -> [Request] {
        switch (phase, event) {
        case (.waiting, .report(let report)), (.measuring, .report(let report)), (.failed, .report(let report)):
            return hear(report)
        case (.value, .againTapped), (.failed, .againTapped), (.saved, .againTapped), (.resting, .againTapped):
            phase = .waiting
        case (.value, .restTapped), (.saved, .restTapped):
            phase = .resting(until: now + Self.rest)
        case (.value(let reading, let gate), .saveTapped), (.notSaved(let reading, let gate), .saveTapped):
            phase = .saving(reading, gate)
            return [.save(reading)]
        default: break
        }
        return []
    }

    mutating func tick(at now: Duration) {
        if case .resting(let until) = phase, now >= until { phase = .waiting }
    }

    mutating func saved(_ done: Bool) {
        guard case .saving(let reading, let gate) = phase else { return }
        phase = done ? .saved(reading, gate) : .notSaved(reading, gate)
    }

    private mutating func hear(_ report: DeviceReport) -> [Request] {
        switch report {
        case .ready, .lost:
            if case .measuring = phase { phase = .waiting }
        case .measuring(_, let live): phase = .measuring(live)
        case .failed(_, let failure): phase = .failed(failure)
        case .reading(let reading): return receive(reading)
        }
        return []
    }

    private mutating func receive(_ reading: Reading) -> [Request] {
        guard let gate = PressureGate(reading, highReadingsBefore: highReadings) else {
            phase = .failed(.deviceError(code: nil))
            return []
        }
        phase = .value(reading, gate)
        guard gate.isHigh else { return [] }
        highReadings += 1
        return gate.asksForSupporter ? [.callSupporter] : []
    }
}
