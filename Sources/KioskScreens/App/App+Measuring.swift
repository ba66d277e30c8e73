import FitnessMeasure
import Foundation

extension App {
    mutating func go(_ event: FitnessMenu.Event, _ now: Moment) {
        guard let visit else { return }
        switch event {
        case .gripTapped:
            screen = visit.weight == nil ? .weight(WeightEntry()) : .grip(GripMeasuring())
            arm(now)
        case .chairTapped: if !isGated { screen = .chair(ChairStandMeasuring()) }
        case .resultTapped:
            screen = .result(ResultPage(visit, today, by: setup.evaluation, at: now.wall, setup.calendar))
        }
    }

    /// True after a blood pressure of this visit that asks for a rest or for a person (safety_gates.csv: grip and
    /// questions only).
    var isGated: Bool {
        PressureGate(pressures, by: setup.evaluation).map { $0.asksForRest || $0.asksForSupporter } ?? false
    }

    /// A device spoke. Its value lands with the armed person's step or in the tray, and never with anybody else.
    mutating func heard(_ report: DeviceReport, from instrument: Instrument, at now: Moment) -> [Effect] {
        if let state = InstrumentState(report) { instruments[instrument] = state }
        var report = report
        if case .reading(let reading) = report {
            if reading.isSimulated { simulated.insert(instrument) }
            let attributed = attribution.attribute(reading)
            switch attributed.owner {
            case .unclaimed(.duplicate): return []
            case .unclaimed(let reason): return [.keepUnclaimed(attributed.reading, reason: reason.rawValue)]
            case .mine: report = .reading(attributed.reading)
            }
        }
        switch (instrument, screen) {
        case (.cuff, .pressure(let measuring)):
            noteActivity(of: report, at: now)
            return measure(measuring, .report(report), at: now)
        case (.grip, .grip(let measuring)):
            noteActivity(of: report, at: now)
            return measure(measuring, .report(report), at: now)
        default: return []
        }
    }

    /// A device at work is as good as a touch: nobody needs to be asked whether they are there. One that only comes
    /// and goes by radio tells nothing of a person.
    private mutating func noteActivity(of report: DeviceReport, at now: Moment) {
        switch report {
        case .ready, .lost, .health: return
        case .measuring, .reading, .failed: break
        }
        lastActivity = now.monotonic
        if overlay == .idle { overlay = nil }
    }

    /// Arms the step that is on the screen, once; disarms when there is none. A step that goes on waiting keeps its
    /// first moment.
    mutating func arm(_ now: Moment) {
        let test: FitnessTest? =
            switch screen {
            case .pressure(let measuring): measuring.isArmed ? .bloodPressure : nil
            case .grip(let measuring): measuring.isArmed ? .grip : nil
            default: nil
            }
        guard let test, let visit else { return attribution.disarm() }
        if attribution.armed?.visitID == visit.id, attribution.armed?.test == test { return }
        attribution.arm(
            ArmedStep(
                visitID: visit.id, personID: visit.person.id, test: test, since: now.monotonic.wholeNanoseconds))
    }

    mutating func measure(
        _ measuring: PressureMeasuring, _ event: PressureMeasuring.Event, at now: Moment
    ) -> [Effect] {
        guard let visit else { return [] }
        var measuring = measuring
        let requests = measuring.update(event, at: now.monotonic, by: setup.evaluation)
        pressures = measuring.readings
        screen = .pressure(measuring)
        arm(now)
        return requests.map { request in
            switch request {
            case .callSupporter: .callSupporter
            case .save(let reading): .save(reading, testID: TestID.pressure, visit: visit, request: nextRequest())
            }
        }
    }

    mutating func measure(_ measuring: GripMeasuring, _ event: GripMeasuring.Event, at now: Moment) -> [Effect] {
        guard let visit else { return [] }
        var measuring = measuring
        let toSave = measuring.update(event)
        screen = event == .doneTapped ? .fitness(FitnessMenu()) : .grip(measuring)
        arm(now)
        return toSave.map { [.save($0, testID: TestID.grip, visit: visit, request: nextRequest())] } ?? []
    }

    mutating func measure(
        _ measuring: ChairStandMeasuring, _ event: ChairStandMeasuring.Event, at now: Moment
    ) -> [Effect] {
        guard let visit else { return [] }
        var measuring = measuring
        let toSave = measuring.update(event, at: now, makeID: makeID)
        screen = event == .doneTapped ? .fitness(FitnessMenu()) : .chair(measuring)
        return toSave.map { [.save($0, testID: TestID.chairStand, visit: visit, request: nextRequest())] } ?? []
    }

    mutating func weigh(_ entry: WeightEntry, _ event: WeightEntry.Event, at now: Moment) -> [Effect] {
        guard var visit else { return [] }
        var entry = entry
        let outcome = entry.update(event)
        switch outcome {
        case .stays:
            screen = .weight(entry)
            return []
        case .skipped:
            screen = .grip(GripMeasuring())
            arm(now)
            return []
        case .entered(let kilograms):
            visit.weight = kilograms
            self.visit = visit
            screen = .grip(GripMeasuring())
            arm(now)
            let reading = Reading(
                id: makeID(), deviceKey: "kiosk:keypad", values: [QuantityValue(.weight, kilograms, .kilogram)],
                flags: [.enteredBySupporter], raw: Array("weight \(kilograms)".utf8),
                receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall, isSimulated: false)
            return [.save(reading, testID: TestID.weight, visit: visit, request: nextRequest())]
        }
    }
}

extension InstrumentState {
    /// Nil for what changes nothing for the person who is there.
    init?(_ report: DeviceReport) {
        switch report {
        case .health: return nil
        case .ready, .reading, .failed: self = .ready
        case .measuring(_, let live): self = .measuring(live)
        case .lost: self = .away
        }
    }
}

extension Duration {
    /// As monotonic clocks of devices and events count.
    var wholeNanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
