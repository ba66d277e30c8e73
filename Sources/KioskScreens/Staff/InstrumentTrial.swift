import FitnessMeasure

/// One measurement of staff's own, to see that an instrument works: shown, and kept nowhere.
public struct InstrumentTrial: Equatable, Sendable {
    let instrument: Instrument
    public internal(set) var phase: Phase = .waiting

    public enum Phase: Equatable, Sendable {
        case waiting
        case measuring(QuantityValue?)
        case value(Reading)
        case failed(MeasureFailure)
    }

    init(_ instrument: Instrument) { self.instrument = instrument }

    mutating func hear(_ report: DeviceReport, from other: Instrument) {
        guard other == instrument else { return }
        switch report {
        case .ready, .lost: if case .measuring = phase { phase = .waiting }
        case .health: break
        case .measuring(_, let live): phase = .measuring(live)
        case .reading(let reading): phase = .value(reading)
        case .failed(_, let failure): phase = .failed(failure)
        }
    }
}
