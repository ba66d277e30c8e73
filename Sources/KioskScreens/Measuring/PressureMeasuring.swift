import FitnessMeasure
import Foundation

/// Blood pressure: guided, gated, saved only when the senior says so.
public struct PressureMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase
    /// All of this visit, the earliest first: the gate judges them together.
    var readings: [BloodPressure]
    /// True if it is done for the tests that come after it.
    let leadsToFitness: Bool

    public init(phase: Phase = .waiting, readings: [BloodPressure] = [], leadsToFitness: Bool = false) {
        (self.phase, self.readings, self.leadsToFitness) = (phase, readings, leadsToFitness)
    }

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
        case report(DeviceReport), againTapped, restTapped, saveTapped, doneTapped
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

    /// What is on its way to the disk.
    var inFlight: Reading? { if case .saving(let reading, _) = phase { reading } else { nil } }

    mutating func update(_ event: Event, at now: Duration, by tables: FitnessTables) -> [Request] {
        switch (phase, event) {
        case (.waiting, .report(let report)), (.measuring, .report(let report)), (.failed, .report(let report)):
            return hear(report, tables)
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

    /// True when the rest is over and the cuff is waited for again.
    mutating func tick(at now: Duration) -> Bool {
        guard case .resting(let until) = phase, now >= until else { return false }
        phase = .waiting
        return true
    }

    mutating func saved(_ done: Bool) {
        guard case .saving(let reading, let gate) = phase else { return }
        phase = done ? .saved(reading, gate) : .notSaved(reading, gate)
    }

    private mutating func hear(_ report: DeviceReport, _ tables: FitnessTables) -> [Request] {
        switch report {
        case .ready, .lost:
            if case .measuring = phase { phase = .waiting }
        case .health: break
        case .measuring(_, let live): phase = .measuring(live)
        case .failed(_, let failure): phase = .failed(failure)
        case .reading(let reading): return receive(reading, tables)
        }
        return []
    }

    private mutating func receive(_ reading: Reading, _ tables: FitnessTables) -> [Request] {
        guard let pressure = BloodPressure(reading), let gate = PressureGate(readings + [pressure], by: tables) else {
            phase = .failed(.deviceError(code: nil))
            return []
        }
        readings.append(pressure)
        phase = .value(reading, gate)
        return gate.asksForSupporter ? [.callSupporter] : []
    }
}
