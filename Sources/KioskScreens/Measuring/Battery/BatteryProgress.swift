import FitnessMeasure
import Foundation

/// What this visit has answered, measured and left out, of the battery and beside it.
public struct BatteryProgress: Equatable, Sendable {
    /// By test; raw trials, of which ``TestProtocol/result(of:)`` says which one counts.
    var records: [FitnessTestID: TestRecord] = [:]
    /// Tests of which a simulated instrument told a value.
    var simulated: Set<FitnessTestID> = []
    /// Answers to the questions before the tests; nil until the last one is answered.
    var answers: [String: ScreeningAnswer]?
    /// How each test was done.
    var protocols: [FitnessTestID: ProtocolID] = [:]
    /// The gate's last decision that was handed to the disk.
    var keptGate: GateRecord?
    /// This visit's blood pressures, the earliest first.
    var pressures: [BloodPressure] = []

    /// Something hurt: nothing more is offered today.
    var isUnwell: Bool { records.values.contains { $0.skipped == .pain } }

    /// Takes what a test's screen has come to.
    mutating func take(_ measuring: TestMeasuring) {
        let id = measuring.test.id
        records[id] = measuring.record
        protocols[id] = measuring.protocolID
        if case .saved(let attempt) = measuring.phase, attempt.reading.isSimulated { simulated.insert(id) }
    }

    /// What counts of each measured test, in the order of `tests`.
    func results(_ tests: [TestProtocol]) -> [TodaysResult] {
        tests.compactMap { test in
            guard let record = records[test.id], let item = test.test.items.first,
                let value = test.result(of: record)?.values.first(where: { $0.kind == item.quantity })
            else { return nil }
            return TodaysResult(
                testID: test.id.rawValue, value: value.value, isSimulated: simulated.contains(test.id),
                protocolID: protocols[test.id] ?? test.protocolID())
        }
    }

    /// Nil while questions or blood pressure are missing: nobody moves before both are known.
    func gate(for person: Person, by tables: FitnessTables) -> GateJudgement? {
        guard let answers, let last = pressures.last else { return nil }
        return tables.gate.judge(examination(person, answers, last))
    }

    /// What the gate has decided so far; nil while an open question could still change it.
    func decision(for person: Person, in battery: Battery, by tables: FitnessTables) -> GateRecord? {
        guard let answers, !battery.gate.isEmpty else { return nil }
        let judgement = tables.gate.judge(examination(person, answers, pressures.last))
        guard !pressures.isEmpty || judgement.outcome == .stopAndRefer else { return nil }
        return GateRecord(battery: battery.id, tables: tables.version, answers: answers, judgement: judgement)
    }

    /// The answers alone, the pressure still to come.
    func judgeAnswers(for person: Person, by tables: FitnessTables) -> GateOutcome {
        tables.gate.judge(examination(person, answers ?? [:], nil)).outcome
    }

    private func examination(
        _ person: Person, _ answers: [String: ScreeningAnswer], _ pressure: BloodPressure?
    ) -> Examination {
        // The gate asks for neither sex nor age.
        var examination = Examination(sex: person.sex, age: 0)
        examination.answers = answers
        examination.earlierPressures = pressures.dropLast()
        examination.values[.systolic] = pressure?.systolic
        examination.values[.diastolic] = pressure?.diastolic
        examination.values[.restingPulse] = pressure?.pulse
        examination.values[.oxygenSaturation] =
            records["spo2"]?.valid.last?.values
            .first { $0.kind == .oxygenSaturation }?.value
        return examination
    }
}

/// What today's visit has measured and saved of one test.
public struct TodaysResult: Equatable, Sendable {
    public var testID: String
    public var value: DecimalValue
    public var isSimulated: Bool
    public var protocolID: ProtocolID
}

/// Ids of the reference tables, as readings carry them.
public enum TestID {
    public static let pressure = FitnessTestID.bloodPressure.rawValue
    public static let grip = FitnessTestID.grip.rawValue
    public static let chairStand = FitnessTestID.chairStand.rawValue
    public static let weight = FitnessTestID.weight.rawValue
}
