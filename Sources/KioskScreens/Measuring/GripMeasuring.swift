import FitnessMeasure

/// Grip strength: squeeze, hold, read, save.
public struct GripMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase

    public init(phase: Phase = .waiting) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case waiting
        case squeezing(QuantityValue?)
        case value(Reading)
        case saving(Reading)
        case saved(Reading)
        case notSaved(Reading)
        case failed(MeasureFailure)
    }

    public enum Event: Equatable, Sendable { case report(DeviceReport), againTapped, saveTapped, doneTapped }

    var isArmed: Bool {
        switch phase {
        case .waiting, .squeezing, .failed: true
        case .value, .saving, .saved, .notSaved: false
        }
    }

    var unsaved: Reading? {
        switch phase {
        case .value(let reading), .notSaved(let reading): reading
        case .waiting, .squeezing, .saving, .saved, .failed: nil
        }
    }

    /// The reading to be saved, if the event asks for that.
    mutating func update(_ event: Event) -> Reading? {
        switch (phase, event) {
        case (.waiting, .report(let report)), (.squeezing, .report(let report)), (.failed, .report(let report)):
            hear(report)
        case (.value, .againTapped), (.failed, .againTapped), (.saved, .againTapped): phase = .waiting
        case (.value(let reading), .saveTapped), (.notSaved(let reading), .saveTapped):
            phase = .saving(reading)
            return reading
        default: break
        }
        return nil
    }

    mutating func saved(_ done: Bool) {
        guard case .saving(let reading) = phase else { return }
        phase = done ? .saved(reading) : .notSaved(reading)
    }

    private mutating func hear(_ report: DeviceReport) {
        switch report {
        case .ready, .lost: if case .squeezing = phase { phase = .waiting }
        case .health: break
        case .measuring(_, let live): phase = .squeezing(live)
        case .failed(_, let failure): phase = .failed(failure)
        case .reading(let reading): phase = reading[.grip] == nil ? .failed(.deviceError(code: nil)) : .value(reading)
        }
    }
}
