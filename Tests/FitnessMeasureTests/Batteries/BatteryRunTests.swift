import FitnessMeasure
import Foundation
import Testing

@Suite struct BatteryRunTests {
    let catalogue: TestCatalogue
    init() throws { catalogue = try shippedCatalogue() }

    private func run(_ id: String) throws -> BatteryRun { BatteryRun(try shippedBattery(id)) }

    private func value(_ test: FitnessTestID, _ amount: DecimalValue) throws -> [QuantityValue] {
        try #require(catalogue[test]).test.items.filter(\.isRequired).map {
            QuantityValue($0.quantity, amount, $0.unit)
        }
    }

    private let pressure = [
        QuantityValue(.systolic, "128", .millimetresOfMercury), QuantityValue(.diastolic, "78", .millimetresOfMercury),
    ]

    /// Enters a device's value for the trial that is due.
    @discardableResult
    private func measure(_ run: inout BatteryRun, _ amount: DecimalValue) throws -> EntryAnswer {
        guard case .measuring(let step) = run.phase else {
            Issue.record("nothing to measure: \(run.phase)")
            return .enterAgain
        }
        let values = step.test == .bloodPressure ? pressure : try value(step.test, amount)
        return try run.enter(TrialEntry(values, from: .device), ranges: catalogue.ranges)
    }

    private func passGate(_ run: inout BatteryRun, _ outcome: GateOutcome = .go) throws {
        while case .measuring = run.phase, run.gate == nil { try measure(&run, "97") }
        try run.decide(outcome)
    }

    @Test func `the gate's tests come first, then its verdict, then the tests in order`() throws {
        var run = try run("quick")
        #expect(run.phase == .measuring(.init(test: .bloodPressure, trial: 1, side: nil)))
        #expect(throws: BatteryRunError.noGateDue) { try run.decide(.go) }
        try measure(&run, "0")
        #expect(run.phase == .awaitingGate)
        #expect(throws: BatteryRunError.notMeasuring) {
            try run.enter(TrialEntry(pressure, from: .device), ranges: catalogue.ranges)
        }
        try run.decide(.go)
        var steps: [String] = []
        while case .measuring(let step) = run.phase {
            steps.append("\(step.test.rawValue) \(step.trial) \(step.side?.rawValue ?? "-")")
            try measure(&run, step.trial == 2 ? "24" : "22")
        }
        #expect(
            steps == [
                "grip_relative 1 right", "grip_relative 1 left", "grip_relative 2 right", "grip_relative 2 left",
                "chair_stand_30s 1 -",
            ])
        #expect(run.phase == .finished && run.isComplete)
    }

    @Test func `raw trials are kept and the best of each hand counts`() throws {
        var run = try run("quick")
        try passGate(&run)
        for amount in ["21.4", "22.0", "21.40", "19.5"] as [DecimalValue] { try measure(&run, amount) }
        let grip = try #require(catalogue[.grip])
        let record = try #require(run[.grip])
        #expect(record.trials.map { $0.values.first?.value } == ["21.4", "22.0", "21.40", "19.5"])
        let results = grip.results(of: record)
        #expect(results.map(\.side) == [.right, .left])
        #expect(results.map(\.trials) == [[0], [1]])
        #expect(grip.result(of: record)?.values.first?.value == "22.0")
    }

    @Test func `after a rest the gate is measured again and the first readings stay`() throws {
        var run = try run("quick")
        try measure(&run, "0")
        try run.decide(.restAndRepeat)
        #expect(run.phase == .resting)
        #expect(throws: BatteryRunError.notMeasuring) {
            try run.enter(TrialEntry(pressure, from: .device), ranges: catalogue.ranges)
        }
        try run.rested()
        #expect(throws: BatteryRunError.notResting) { try run.rested() }
        #expect(run.phase == .measuring(.init(test: .bloodPressure, trial: 2, side: nil)))
        try measure(&run, "0")
        #expect(run[.bloodPressure]?.trials.count == 2)
        try run.decide(.go)
        #expect(run.phase == .measuring(.init(test: .grip, trial: 1, side: .right)))
    }

    @Test func `grip only leaves out all that moves the body`() throws {
        var run = try run("kspo-senior")
        try passGate(&run, .gripAndQuestionsOnly)
        var done: [FitnessTestID] = []
        while case .measuring(let step) = run.phase {
            done.append(step.test)
            try measure(&run, step.test == .height ? "158" : step.test == .weight ? "58" : "22")
        }
        #expect(Set(done) == [.height, .weight, .grip])
        #expect(run[.chairStand]?.skipped == .gate && run[.twoMinuteStep]?.skipped == .gate)
        #expect(run.phase == .finished && !run.isComplete)
    }

    @Test func `a stop ends it at once`() throws {
        var run = try run("quick")
        try measure(&run, "0")
        try run.decide(.stopAndRefer)
        #expect(run.phase == .stopped(.gate))
        #expect(run[.grip]?.skipped == .gate)
        #expect(throws: BatteryRunError.notMeasuring) { try run.skip(.refused) }
        #expect(throws: BatteryRunError.notMeasuring) { try run.stop(rule: "term_symptoms") }
        #expect(throws: BatteryRunError.notMeasuring) { try run.pause() }
        #expect(throws: BatteryRunError.notMeasuring) { try run.voidLastTrial(of: .bloodPressure) }
    }

    @Test func `a symptom stops everything and keeps what was measured`() throws {
        var run = try run("quick")
        try passGate(&run)
        try measure(&run, "21.4")
        try run.stop(rule: "term_symptoms")
        #expect(run.phase == .stopped(.rule("term_symptoms")))
        #expect(run[.grip]?.trials.count == 1)
    }

    @Test(arguments: [SkipReason.noSpace, .noEquipment, .refused, .pain, .unable])
    func `a test that is left out says why, and the next one comes`(reason: SkipReason) throws {
        var run = try run("quick")
        try passGate(&run)
        try measure(&run, "21.4")
        try run.skip(reason)
        #expect(run[.grip]?.skipped == reason && run[.grip]?.trials.count == 1)
        #expect(run.phase == .measuring(.init(test: .chairStand, trial: 1, side: nil)))
        #expect(!run.isComplete)
    }

    @Test func `what may be left out leaves the battery complete`() throws {
        var run = try run("kspo-senior")
        while run.phase != .finished {
            switch run.phase {
            case .measuring(let step):
                let amounts: [FitnessTestID: DecimalValue] = [
                    .height: "158", .weight: "58", .upAndGo: "8.1", .figureOfEight: "31.2", .twoMinuteStep: "96",
                ]
                if run.battery.optional.contains(step.test) {
                    try run.skip(.noEquipment)
                } else {
                    try measure(&run, amounts[step.test] ?? "20")
                }
            case .awaitingGate: try run.decide(.go)
            case .resting, .stopped, .finished: break
            }
        }
        #expect(run.isComplete)
    }

    @Test func `a stance that was not held leaves out the harder ones`() throws {
        var run = try run("sppb")
        try passGate(&run)
        try measure(&run, "10.00")
        try measure(&run, "9.99")
        #expect(run[.init(rawValue: "tandem")]?.skipped == .ruledOut)
        #expect(run.phase == .measuring(.init(test: .fourMetreGait, trial: 1, side: nil)))
        try run.voidLastTrial(of: "semi_tandem")
        try measure(&run, "10.00")
        #expect(run.phase == .measuring(.init(test: "tandem", trial: 1, side: nil)))
    }

    @Test func `a stance that nobody tried rules out the next, too`() throws {
        var run = try run("sppb")
        try passGate(&run)
        try run.skip(.unable)
        #expect(run["semi_tandem"]?.skipped == .ruledOut && run["tandem"]?.skipped == .ruledOut)
    }

    @Test func `nothing is entered while it is paused`() throws {
        var run = try run("quick")
        try run.pause()
        #expect(throws: BatteryRunError.paused) { try measure(&run, "0") }
        #expect(throws: BatteryRunError.paused) { try run.pause() }
        #expect(throws: BatteryRunError.paused) { try run.skip(.refused) }
        try run.resume()
        #expect(throws: BatteryRunError.notPaused) { try run.resume() }
        try measure(&run, "0")
        #expect(run.phase == .awaitingGate)
    }

    @Test func `a trial that is set aside stays, does not count, and is done again`() throws {
        var run = try run("quick")
        try passGate(&run)
        try measure(&run, "54")
        try run.voidLastTrial(of: .grip)
        #expect(run.phase == .measuring(.init(test: .grip, trial: 1, side: .right)))
        try measure(&run, "21")
        let record = try #require(run[.grip])
        #expect(record.trials.count == 2 && record.trials.first?.isVoid == true)
        #expect(try #require(catalogue[.grip]).result(of: record)?.values.first?.value == "21")
        #expect(throws: BatteryRunError.nothingToVoid) { try run.voidLastTrial(of: .chairStand) }
        #expect(throws: BatteryRunError.nothingToVoid) { try run.voidLastTrial(of: "no_such_test") }
    }

    @Test func `setting a blood pressure aside asks the gate anew`() throws {
        var run = try run("quick")
        try passGate(&run)
        try run.voidLastTrial(of: .bloodPressure)
        #expect(run.phase == .measuring(.init(test: .bloodPressure, trial: 1, side: nil)))
        try measure(&run, "0")
        #expect(run.phase == .awaitingGate)
    }

    @Test func `a device's reading brings its id and what is odd about it`() throws {
        var run = try run("quick")
        let reading = Reading(
            id: UUID(), deviceKey: "cuff", values: pressure, flags: [.irregularPulse], raw: [],
            receivedMonotonic: 0, receivedAt: Date(timeIntervalSince1970: 0), isSimulated: false)
        #expect(try run.enter(TrialEntry(reading), ranges: catalogue.ranges) == .taken(flags: []))
        let trial = try #require(run[.bloodPressure]?.trials.first)
        #expect(trial.readingID == reading.id && trial.flags == [.irregularPulse] && trial.source == .device)
    }

    @Test func `records survive being stored`() throws {
        var run = try run("quick")
        try passGate(&run)
        try measure(&run, "21.40")
        let data = try JSONEncoder().encode(run.records)
        #expect(try JSONDecoder().decode([TestRecord].self, from: data) == run.records)
    }
}
