import FitnessMeasure
import Foundation

extension App {
    mutating func go(_ event: FitnessMenu.Event, _ now: Moment) {
        guard let visit else { return }
        switch event {
        case .gripTapped: screen = visit.weight == nil ? .weight(WeightEntry()) : .grip(GripMeasuring())
        case .chairTapped: screen = .chair(ChairStandMeasuring())
        case .resultTapped: screen = .result(setup.evaluation.result(for: visit, today, at: now.wall, setup.calendar))
        }
    }

    /// A device spoke. Its value lands with the armed person's step or in the tray, and never with anybody else.
    mutating func heard(_ report: DeviceReport, from instrument: Instrument, at now: Moment) -> [Effect] {
        instruments[instrument] = InstrumentState(report, before: instruments[instrument])
        if case .reading(let reading) = report {
            if reading.isSimulated { simulated.insert(instrument) }
            if case .unclaimed(let reason) = judge(reading) {
                return [.keepUnclaimed(reading, reason: reason.rawValue)]
            }
        }
        switch (instrument, screen) {
        case (.cuff, .pressure(let measuring)):
            lastActivity = now.monotonic
            return measure(measuring, .report(report), at: now)
        case (.grip, .grip(let measuring)):
            lastActivity = now.monotonic
            return measure(measuring, .report(report), at: now)
        default: return []
        }
    }

    mutating func measure(
        _ measuring: PressureMeasuring, _ event: PressureMeasuring.Event, at now: Moment
    ) -> [Effect] {
        guard let visit else { return [] }
        var measuring = measuring
        let requests = measuring.update(event, at: now.monotonic)
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
        let toSave = measuring.update(event, at: now)
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
            let reading = Reading.entered(.weight, kilograms, .kilogram, at: now)
            return [.save(reading, testID: TestID.weight, visit: visit, request: nextRequest())]
        }
    }
}
