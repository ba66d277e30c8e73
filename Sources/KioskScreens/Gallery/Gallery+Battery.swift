import FitnessMeasure
import Foundation

extension Gallery {
    var battery: [Piece] { menus + screenings + explanations + observed + clocks + entries + outcomes }

    /// Every question answered with no, and a blood pressure.
    func passed(_ reading: Reading = Gallery.usual) -> BatteryProgress {
        var progress = BatteryProgress()
        progress.answers = Dictionary(
            setup.evaluation.gate.askedEachTime(of: setup.evaluation.questions).map { ($0.id, .no) }
        ) { first, _ in first }
        progress.pressures = [BloodPressure(reading)].compactMap { $0 }
        return progress
    }

    /// With so many values, in the unit of each test.
    func measured(_ values: [(FitnessTestID, DecimalValue)], isSimulated: Bool = false) -> BatteryProgress {
        var progress = passed()
        for (id, value) in values {
            guard let test = setup.tests[id], let item = test.test.items.first else { continue }
            var record = TestRecord(id)
            for _ in 0..<test.test.trials {
                record.add(
                    TestRecord.Trial(
                        side: test.nextStep(after: record).side,
                        values: [QuantityValue(item.quantity, value, item.unit)], source: test.capture.source))
            }
            progress.records[id] = record
            if isSimulated { progress.simulated.insert(id) }
        }
        return progress
    }

    private var menus: [Piece] {
        var stopped = passed()
        stopped.answers = ["symptoms_now": .yes]
        var unwell = measured(Self.today)
        unwell.records[.upAndGo, default: TestRecord(.upAndGo)].skip(.pain)
        return [
            visiting("fitness", .fitness(FitnessMenu())),
            visiting("fitness-partly", .fitness(FitnessMenu(page: 1))) { $0.progress = measured(Self.today) },
            visiting("fitness-done", .fitness(FitnessMenu())) { $0.progress = measured(Self.whole) },
            visiting("fitness-rest", .fitness(FitnessMenu())) { $0.progress = passed(Self.high) },
            visiting("fitness-gated", .fitness(FitnessMenu())) { app in
                app.progress = passed()
                app.progress.answers?["walking_aid"] = .yes
            },
            visiting("fitness-stopped", .fitness(FitnessMenu())) { $0.progress = stopped },
            visiting("fitness-unwell", .fitness(FitnessMenu())) { $0.progress = unwell },
        ]
    }

    private var screenings: [Piece] {
        let questions = setup.evaluation.gate.askedEachTime(of: setup.evaluation.questions)
        return questions.indices.map { index in
            var screening = Screening(questions)
            screening.answers = [ScreeningAnswer](repeating: .no, count: index)
            return visiting("screening-\(index + 1)", .screening(screening))
        }
    }

    /// The first page of every test of the battery that people measure.
    private var explanations: [Piece] {
        setup.battery.tests.filter { setup.instruments.serving($0.id).isEmpty }.map { test in
            visiting("test-\(test.screenName)", .test(TestMeasuring(test)))
        }
    }

    /// Tests for which instruments are attached that few centres have.
    private var observed: [Piece] {
        let more = InstrumentPlaces(
            setup.instruments.all + [
                InstrumentPlace("mat", tests: [.chairStand], isWired: true, title: "의자 발판"),
                InstrumentPlace("scale", tests: [.weight], isWired: false, title: "체중계"),
            ])
        var setup = setup
        setup.instruments = more
        let gallery = Gallery(setup: setup, number: number)
        let stands = QuantityValue(.repetitions, DecimalValue(mantissa: 7), .repetitions)
        return [
            gallery.test("chair-mat", .chairStand, .waiting(nil), mat: .ready),
            gallery.test("chair-mat-counting", .chairStand, .waiting(stands), mat: .measuring(stands)),
            gallery.test("chair-mat-away", .chairStand, .waiting(nil), mat: .away),
            gallery.test("weight-scale", .weight, .waiting(nil), mat: .away),
        ]
    }

    private func test(
        _ name: String, _ id: FitnessTestID, _ phase: TestMeasuring.Phase, mat: InstrumentState
    ) -> Piece {
        var piece = test(name, id, phase)
        piece.app.instruments["mat"] = mat
        return piece
    }

    private var clocks: [Piece] {
        [
            timing("test-lead-in", .upAndGo, [(.start, 4)], seconds: 5.2),
            timing("test-false-start", .upAndGo, [(.start, 0), (.press, 1)], seconds: 2),
            timing("test-running", .upAndGo, [(.start, 0)], seconds: 9.4),
            timing("test-holding", "tandem", [(.start, 0)], seconds: 8),
            counting("test-counting", .twoMinuteStep, 31, seconds: 70),
            counting("chair-running", .chairStand, 9, seconds: 19),
            counting("chair-countdown", .chairStand, 0, seconds: 1),
            counting("chair-finished", .chairStand, 12, seconds: 40),
        ]
    }

    private var entries: [Piece] {
        var typed = NumberEntry(places: 1, takesSign: false)
        [5, 6].forEach { typed.type($0) }
        let objections: [(String, FitnessTestID, NumberEntry, TestMeasuring.EntryObjection?)] = [
            ("weight", .weight, NumberEntry(places: 1, takesSign: false), nil),
            ("weight-typed", .weight, typed, nil), ("weight-again", .weight, typed, .again),
            ("weight-differ", .weight, typed, .differ),
            (
                "weight-refused", .weight, NumberEntry(places: 1, takesSign: false),
                .refused(.impossiblyLow("weight", limit: DecimalValue(mantissa: 25)))
            ),
            ("reach-entry", .sitAndReach, NumberEntry(places: 1, takesSign: true), nil),
        ]
        return objections.map { name, id, entry, objection in test(name, id, .entering(entry, objection)) }
    }

    private var outcomes: [Piece] {
        let time = [QuantityValue(.duration, DecimalValue(mantissa: 64, exponent: -1), .second)]
        let attempt = Attempt(Self.reading(time), side: nil, source: .timer)
        return [
            test("test-value", .upAndGo, .value(attempt)), test("test-doubted", .upAndGo, .doubted(attempt)),
            test("test-saved", .upAndGo, .saved(attempt)) { $0.record.add(attempt.trial) },
            test("test-saved-last", .upAndGo, .saved(attempt)) { measuring in
                (0..<2).forEach { _ in measuring.record.add(attempt.trial) }
            },
            test("test-not-saved", .upAndGo, .notSaved(attempt)),
            test("test-refused", .upAndGo, .refused(.impossiblyLow("tug_3m_fast", limit: DecimalValue(mantissa: 2)))),
            test("test-skipping", .upAndGo, .skipping), test("test-resting", .upAndGo, .resting),
        ]
    }

    func test(
        _ name: String, _ id: FitnessTestID, _ phase: TestMeasuring.Phase,
        _ change: (inout TestMeasuring) -> Void = { _ in }
    ) -> Piece {
        guard let test = setup.tests[id] else { return visiting(name, .fitness(FitnessMenu())) }
        var measuring = TestMeasuring(test, instruments: setup.instruments.serving(test.id))
        measuring.phase = phase
        change(&measuring)
        return visiting(name, .test(measuring))
    }

    private func timing(
        _ name: String, _ id: FitnessTestID, _ events: [(TestTimer.Event, Double)], seconds: Double
    ) -> Piece {
        guard let spec = setup.tests[id]?.capture.timer else { return test(name, id, .explaining) }
        var timer = TestTimer(spec)
        for (event, second) in events { _ = timer.update(event, at: Int64(second * 1e9)) }
        _ = timer.update(.tick, at: Int64(seconds * 1e9))
        return test(name, id, .timing(timer))
    }

    /// A count that began so many seconds ago, the lead-in included.
    private func counting(_ name: String, _ id: FitnessTestID, _ count: Int, seconds: Int64) -> Piece {
        guard let spec = setup.tests[id]?.capture.timer else { return test(name, id, .explaining) }
        var counted = CountedTest(spec)
        counted.update(.start, at: 0)
        for tap in 0..<count { counted.update(.tap, at: 3_500_000_000 + Int64(tap) * 1_600_000_000) }
        counted.update(.tick, at: seconds * 1_000_000_000)
        return test(name, id, .counting(counted))
    }
}
