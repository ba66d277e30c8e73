import FitnessMeasure

/// Looking after the instruments: how they are, one trial, a new one.
extension Staff {
    var radioWork: RadioWork { if case .pairing(let pairing, _) = phase { pairing.radioWork } else { .none } }

    /// True while a reading of this instrument is a trial of staff's own.
    func tries(_ instrument: Instrument) -> Bool {
        if case .trying(let trial, _) = phase { trial.instrument == instrument } else { false }
    }

    mutating func attach(_ event: Event, works: inout Int) -> Request? {
        switch (phase, event) {
        case (.instruments(let by), .instrumentTapped(let instrument)):
            phase = .trying(InstrumentTrial(instrument), by: by)
        case (.trying(let trial, let by), .tryAgainTapped):
            phase = .trying(InstrumentTrial(trial.instrument), by: by)
        case (.instruments(let by), .pairTapped), (.pairing(_, let by), .pairTapped):
            works += 1
            (phase, page) = (.pairing(Pairing(number: works), by: by), 0)
        case (.pairing(_, let by), .foundTapped(let found)):
            works += 1
            (phase, page) = (.pairing(Pairing(.connecting(found), number: works), by: by), 0)
        case (.pairing(_, let by), .devicesTapped): (phase, page) = (.instruments(by: by), 0)
        case (.pairing(let pairing, let by), _): return answer(pairing, by, event)
        default: break
        }
        return nil
    }

    private mutating func answer(_ pairing: Pairing, _ by: String, _ event: Event) -> Request? {
        var pairing = pairing
        defer { phase = .pairing(pairing, by: by) }
        switch event {
        case .digit(let digit): pairing.type(digit)
        case .erased: pairing.erase()
        case .entered: return pairing.enter().map { .reply($0) }
        case .comparedTapped(let isSame): return pairing.compare(isSame: isSame).map { .reply($0) }
        default: break
        }
        return nil
    }

    mutating func hear(_ news: RadioNews) {
        guard case .pairing(var pairing, let by) = phase else { return }
        pairing.hear(news)
        phase = .pairing(pairing, by: by)
    }

    mutating func hear(_ report: DeviceReport, from instrument: Instrument) {
        guard case .trying(var trial, let by) = phase else { return }
        trial.hear(report, from: instrument)
        phase = .trying(trial, by: by)
    }

    /// One step back among the instruments; nil where there is none.
    var before: Staff? {
        switch phase {
        case .trying(_, let by), .pairing(_, let by): Staff(phase: .instruments(by: by))
        case .pin, .tray, .choosing, .confirming, .instruments: nil
        }
    }
}
