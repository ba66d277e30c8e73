import FitnessMeasure
import Foundation

extension App {
    /// What there is to do now.
    func plan(for visit: Visit) -> BatteryPlan {
        BatteryPlan(setup.battery, progress, for: visit.person, by: setup.evaluation)
    }

    mutating func go(_ event: FitnessMenu.Event, _ now: Moment) {
        guard let visit else { return }
        switch event {
        case .questionsTapped:
            screen = .screening(Screening(setup.evaluation.gate.askedEachTime(of: setup.evaluation.questions)))
        case .testTapped(let id):
            let isOffered = plan(for: visit).items.contains { item in
                if case .test(let test) = item { test.id == id } else { false }
            }
            guard isOffered, let test = setup.battery[id] else { return }
            open(test, now)
        case .resultTapped: screen = .result(ResultPage(visit, today, setup, at: now.wall))
        }
    }

    /// Grip is judged by what one carries: a weight that nobody knows is asked first, once.
    mutating func open(_ test: TestProtocol, _ now: Moment) {
        if test.id == .bloodPressure {
            screen = .pressure(PressureMeasuring(readings: progress.pressures, leadsToFitness: true))
        } else if test.id == .grip, visit?.weight == nil, progress.records[.weight] == nil,
            let weight = setup.tests[.weight]
        {
            // A scale that is awake is asked; nobody waits for one that is not.
            let scales = instruments(for: weight).filter { state(of: [$0]) != .away }
            var entry = TestMeasuring(weight, instruments: scales)
            if scales.isEmpty { entry.phase = .entering(entry.pad(setup.tests.ranges), nil) }
            entry.onTheWayTo = test.id
            screen = .test(entry)
        } else {
            screen = .test(TestMeasuring(test, record: progress.records[test.id], instruments: instruments(for: test)))
        }
        arm(now)
    }

    /// An answer that stops everything needs no second one; after the last question the cuff comes.
    mutating func ask(_ screening: Screening, _ event: Screening.Event, _ now: Moment) -> [Effect] {
        guard let visit else { return [] }
        var screening = screening
        screening.update(event)
        var asked = progress
        asked.answers = screening.answered
        let stops = asked.judgeAnswers(for: visit.person, by: setup.evaluation) == .stopAndRefer
        guard stops || screening.current == nil else {
            screen = .screening(screening)
            return []
        }
        progress = asked
        if let pressure = setup.battery[.bloodPressure], !stops, progress.pressures.isEmpty {
            open(pressure, now)
        } else {
            screen = .fitness(FitnessMenu())
        }
        return stops ? [.callSupporter] : []
    }

    func bench(_ now: Moment) -> TestMeasuring.Bench {
        TestMeasuring.Bench(now: now, ranges: setup.tests.ranges, makeID: makeID)
    }

    /// A device spoke. Its value lands with the armed person's step or in the tray, and never with anybody else.
    mutating func heard(_ report: DeviceReport, from instrument: Instrument, at now: Moment) -> [Effect] {
        if let state = InstrumentState(report) { instruments[instrument] = state }
        notes[instrument, default: InstrumentNotes()].hear(report, at: now.wall)
        var report = report
        if case .measuring = report { movedAt[instrument] = now.monotonic.wholeNanoseconds }
        if case .reading(let reading) = report {
            if reading.isSimulated { simulated.insert(instrument) }
            let attributed = attribution.attribute(
                reading, movedAt: movedAt[instrument], isFromItsInstrument: awaited.contains(instrument))
            switch attributed.owner {
            case .unclaimed(.duplicate): return []
            case .unclaimed(.nobodyArmed) where isTrial(of: instrument): report = .reading(attributed.reading)
            case .unclaimed(let reason):
                let kept = Effect.keepUnclaimed(attributed.reading, reason: reason.rawValue)
                guard let failure = Self.failure(reason) else { return [kept] }
                // Whoever waits for a value is told that this one was none.
                return [kept] + show(.failed(reading.deviceKey, failure), from: instrument, at: now)
            case .mine: report = .reading(attributed.reading)
            }
        }
        return show(report, from: instrument, at: now)
    }

    /// What the person in front of the device is told of a value that is not taken; nil for what is not about them, such
    /// as a device's memory of others.
    private static func failure(_ reason: UnclaimedReason) -> MeasureFailure? {
        switch reason {
        case .implausible: .implausible
        case .repeatedBytes, .clockChanged, .ageUnknown, .unitSuspicious: .deviceError(code: nil)
        case .nobodyArmed, .otherQuantity, .otherInstrument, .fromStorage, .olderThanArmed, .duplicate, .demonstration:
            nil
        }
    }

    /// What staff measure to see that an instrument works is nobody's, and is kept nowhere.
    private func isTrial(of instrument: Instrument) -> Bool {
        if case .staff(let staff) = screen { staff.tries(instrument) } else { false }
    }

    /// Passes a report on to the screen that waits for this instrument.
    private mutating func show(_ report: DeviceReport, from instrument: Instrument, at now: Moment) -> [Effect] {
        switch screen {
        case .pressure(let measuring) where awaited.contains(instrument):
            noteActivity(of: report, at: now)
            return measure(measuring, .report(report), at: now)
        case .test(let measuring) where awaited.contains(instrument):
            noteActivity(of: report, at: now)
            return measure(measuring, .report(report), at: now)
        case .staff(var staff) where staff.tries(instrument):
            noteActivity(of: report, at: now)
            staff.hear(report, from: instrument)
            screen = .staff(staff)
            return []
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
            case .test(let measuring): measuring.isArmed ? measuring.sided : nil
            default: nil
            }
        guard let test, let visit else { return attribution.disarm() }
        if attribution.armed?.visitID == visit.id, attribution.armed?.test == test { return }
        attribution.arm(
            ArmedStep(
                visitID: visit.id, personID: visit.person.id, test: test, since: now.monotonic.wholeNanoseconds,
                lastValues: visit.earlier.first { $0.testID == test.id.rawValue }?.values ?? []))
    }

    mutating func measure(
        _ measuring: PressureMeasuring, _ event: PressureMeasuring.Event, at now: Moment
    ) -> [Effect] {
        guard let visit else { return [] }
        if event == .doneTapped {
            screen = .fitness(FitnessMenu())
            return []
        }
        var measuring = measuring
        let requests = measuring.update(event, on: bench(now), by: setup.evaluation)
        progress.pressures = measuring.readings
        screen = .pressure(measuring)
        arm(now)
        return requests.map { request in
            switch request {
            case .callSupporter: .callSupporter
            case .save(let reading):
                save(
                    reading, .bloodPressure,
                    ReadingContext(
                        protocolID: setup.tests[.bloodPressure]?.protocolID(),
                        source: reading.flags.contains(.enteredBySupporter) ? .supporter : .device), visit)
            }
        }
    }

    mutating func measure(_ measuring: TestMeasuring, _ event: TestMeasuring.Event, at now: Moment) -> [Effect] {
        guard let visit else { return [] }
        var measuring = measuring
        let requests = measuring.update(event, on: bench(now))
        screen = .test(measuring)
        var effects: [Effect] = []
        for request in requests {
            switch request {
            case .callSupporter: effects.append(.callSupporter)
            case .save(let reading):
                effects.append(save(reading, measuring.test.id, measuring.context, visit))
            case .keepSkip(let reason):
                effects.append(.keepSkip(measuring.test.id, reason, battery: setup.battery.id, visit: visit))
            case .leave: leave(measuring, now)
            }
        }
        arm(now)
        return effects
    }

    /// Back to the menu, or on to the test that only asked for this one's value.
    private mutating func leave(_ measuring: TestMeasuring, _ now: Moment) {
        progress.take(measuring)
        if let wanted = measuring.onTheWayTo.flatMap({ setup.tests[$0] }) {
            open(wanted, now)
        } else {
            screen = .fitness(FitnessMenu())
        }
    }

    private mutating func save(
        _ reading: Reading, _ test: FitnessTestID, _ context: ReadingContext, _ visit: Visit
    ) -> Effect {
        let request = nextRequest()
        saving[request] = Unsaved(reading: reading, testID: test.rawValue)
        var context = context
        context.tables = setup.evaluation.version
        context.battery = setup.battery[test] == nil ? nil : setup.battery.id
        return .save(reading, testID: test.rawValue, context: context, visit: visit, request: request)
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
    /// Seconds with their fraction.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// As monotonic clocks of devices and events count.
    var wholeNanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
