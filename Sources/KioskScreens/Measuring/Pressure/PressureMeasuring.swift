import FitnessMeasure
import Foundation

/// Blood pressure: guided, gated, saved only when the senior says so.
public struct PressureMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase
    /// All of this visit, the earliest first: the gate judges them together.
    var readings: [BloodPressure]
    /// True if it is done for the tests that come after it.
    let leadsToFitness: Bool
    /// Between values that are typed twice or asked again.
    var desk = EntryDesk()

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
        /// Read off another monitor.
        case entering(PressureEntry)
        /// Typed, and unusual: is it right?
        case doubted(Reading)
        case notSaved(Reading, PressureGate)
    }

    public enum Event: Equatable, Sendable {
        case report(DeviceReport), againTapped, restTapped, saveTapped, doneTapped
        /// On the way with the keys.
        case typeTapped, digit(Int), erased, entered, noPulseTapped, rightTapped
    }

    /// What the measuring asks of the house.
    enum Request: Equatable, Sendable { case save(Reading), callSupporter }

    /// How long one sits still before the second reading. safety_gates.csv: 5–10 minutes.
    static let rest = Duration.seconds(300)

    /// True while a reading may land here.
    var isArmed: Bool {
        switch phase {
        case .waiting, .measuring, .failed: true
        case .value, .resting, .saving, .saved, .notSaved, .entering, .doubted: false
        }
    }

    /// A value on the screen that nobody has saved yet.
    var unsaved: Reading? {
        switch phase {
        case .value(let reading, _), .notSaved(let reading, _), .doubted(let reading): reading
        case .waiting, .measuring, .resting, .saving, .saved, .failed, .entering: nil
        }
    }

    /// What is on its way to the disk.
    var inFlight: Reading? { if case .saving(let reading, _) = phase { reading } else { nil } }

    mutating func update(_ event: Event, on bench: TestMeasuring.Bench, by tables: FitnessTables) -> [Request] {
        switch (phase, event) {
        case (.waiting, .report(let report)), (.measuring, .report(let report)), (.failed, .report(let report)):
            return hear(report, tables)
        case (.value, .againTapped), (.failed, .againTapped), (.saved, .againTapped), (.resting, .againTapped),
            (.notSaved, .againTapped):
            phase = .waiting
        case (.value, .restTapped), (.saved, .restTapped), (.notSaved, .restTapped):
            phase = .resting(until: bench.now.monotonic + Self.rest)
        case (.value(let reading, let gate), .saveTapped), (.notSaved(let reading, let gate), .saveTapped):
            phase = .saving(reading, gate)
            return [.save(reading)]
        default: return type(event, on: bench, by: tables)
        }
        return []
    }

    /// Back to the number before, or to the cuff; false where there is nothing to go back to.
    mutating func goBack() -> Bool {
        guard case .entering(var entry) = phase else { return false }
        phase = entry.goBack() ? .entering(entry) : .waiting
        return true
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
        guard let gate = judge(reading, by: tables) else {
            phase = .failed(.deviceError(code: nil))
            return []
        }
        phase = .value(reading, gate)
        return gate.asksForSupporter ? [.callSupporter] : []
    }

    /// What the gate says of this visit's readings with this one at their end; nil for a reading without a pressure.
    mutating func judge(_ reading: Reading, by tables: FitnessTables) -> PressureGate? {
        guard let pressure = BloodPressure(reading), let gate = PressureGate(readings + [pressure], by: tables) else {
            return nil
        }
        readings.append(pressure)
        return gate
    }
}
