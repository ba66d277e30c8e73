import FitnessMeasure
import Foundation

extension Words {
    /// A decimal without its fraction, as blood pressure is read out.
    func whole(_ value: DecimalValue) -> String { String(Int(value.doubleValue.rounded())) }

    func pulse(_ value: DecimalValue) -> String { pressure.pulse(["count": whole(value)]) }

    func pressing(_ live: DecimalValue?) -> String {
        live.map { pressure.pressingAt(["value": whole($0)]) } ?? pressure.pressing
    }

    func secondsLeft(tenths: Int) -> String { chair.secondsLeft(["count": String((tenths + 9) / 10)]) }

    func level(_ level: Int) -> String { result.levels[max(1, min(5, level)) - 1] }

    /// "19.2 킬로그램", "22번", in the unit of the test's first value.
    func amount(_ value: DecimalValue, of test: TestProtocol) -> String {
        typed(value.description, unit: test.test.items.first?.unit, of: test)
    }

    /// An amount as it stands, digits not yet complete.
    func typed(_ digits: String, unit: UCUMUnit?, of test: TestProtocol?) -> String {
        unit.flatMap { units.unit($0, of: test) }.map { $0.amount(["count": digits]) } ?? digits
    }

    /// "4번 늘었어요", "1.2초 빨라졌어요"
    func change(_ change: ResultPage.Change, of test: TestProtocol) -> String {
        let isTime = test.test.items.first?.quantity == .duration
        let counts = isTime && test.test.better == .lower
        return switch change {
        case .more(let by): (counts ? result.faster : result.more)(["amount": amount(by, of: test)])
        case .less(let by): (counts ? result.slower : result.less)(["amount": amount(by, of: test)])
        }
    }

    /// Why a value cannot be: with the limit that it crossed.
    func refusal(_ finding: RangeFinding, unit: UCUMUnit?, of protocolOfTest: TestProtocol) -> String {
        switch finding {
        case .impossiblyLow(_, let limit):
            test.tooLow(["amount": typed(limit.description, unit: unit, of: protocolOfTest)])
        case .impossiblyHigh(_, let limit):
            test.tooHigh(["amount": typed(limit.description, unit: unit, of: protocolOfTest)])
        case .fine, .unusuallyLow, .unusuallyHigh, .missing, .wrongUnit, .noLimits: test.impossible
        }
    }

    /// The same of a number without a test's unit.
    func refusal(_ finding: RangeFinding) -> String {
        switch finding {
        case .impossiblyLow(_, let limit): test.tooLow(["amount": limit.description])
        case .impossiblyHigh(_, let limit): test.tooHigh(["amount": limit.description])
        case .fine, .unusuallyLow, .unusuallyHigh, .missing, .wrongUnit, .noLimits: test.impossible
        }
    }

    func resultCaption(_ name: String, _ date: Date, _ calendar: Calendar) -> String {
        result.caption(["who": honoured(name), "day": day(date, calendar)])
    }

    /// "지난번에는 138에 84였어요."
    func lastTime(_ visit: Visit) -> String? {
        guard let last = visit.earlier.first(where: { $0.testID == TestID.pressure }),
            let upper = last[.systolic], let lower = last[.diastolic]
        else { return nil }
        return pressure.lastTime(["upper": whole(upper), "lower": whole(lower)])
    }

    /// A past reading by its test's own name, which a quantity alone does not tell.
    func told(_ reading: PastReading, _ tests: TestCatalogue) -> String {
        guard let test = tests[FitnessTestID(rawValue: reading.testID)], test.id != .bloodPressure,
            let item = test.test.items.first, let value = reading[item.quantity]
        else { return records.line(told(reading.values)) }
        return records.line(["what": test.name[language], "amount": amount(value, of: test)])
    }

    func told(_ entry: TrayEntry, _ calendar: Calendar) -> String {
        staff.entry(told(entry.values).merging(["time": spokenTime(entry.receivedAt, calendar)]) { first, _ in first })
    }

    /// A reading's name and amount, as far as its quantities tell.
    private func told(_ values: [QuantityValue]) -> [String: String] {
        let value = { (kind: QuantityKind) in values.first { $0.kind == kind } }
        if let upper = value(.systolic), let lower = value(.diastolic) {
            let amount = pressure.told(["upper": whole(upper.value), "lower": whole(lower.value)])
            return ["what": pressure.title, "amount": amount]
        }
        let names: [(QuantityKind, String)] = [
            (.grip, records.grip), (.weight, records.weight), (.repetitions, records.count), (.duration, records.time),
            (.reach, records.reach), (.distance, records.distance), (.height, records.height),
        ]
        let known = names.compactMap { kind, name in value(kind).map { (name, $0) } }.first
        guard let (name, found) = known ?? values.first.map({ (records.other, $0) }) else {
            return ["what": records.other, "amount": "–"]
        }
        return ["what": name, "amount": typed(found.value.description, unit: found.unit, of: nil)]
    }
}

extension Words.Units {
    func unit(_ unit: UCUMUnit, of test: TestProtocol?) -> Unit? {
        switch unit {
        case .kilogram: kilogram
        case .repetitions: test?.guide.picture == "step" ? steps : repetitions
        case .second: second
        case .centimetre: centimetre
        case .metre: metre
        case .metrePerSecond: metrePerSecond
        case .percent: percent
        case .celsius: celsius
        case .inch: inch
        case .perMinute: perMinute
        default: nil
        }
    }

    func word(_ unit: UCUMUnit, of test: TestProtocol?) -> String? { self.unit(unit, of: test)?.word }
}

extension Words.TestWords {
    func side(_ side: BodySide) -> String { side == .right ? rightHand : leftHand }

    /// What the whole test's last page says.
    func trialsDone(_ hadSeveral: Bool, _ rule: CountingRule) -> String? { hadSeveral ? counts(rule) : nil }

    /// What comes next, and which trial counts.
    func nextTrial(_ side: BodySide?, rule: CountingRule) -> String? {
        switch side {
        case .right: nextRight
        case .left: nextLeft
        case nil: counts(rule)
        }
    }

    private func counts(_ rule: CountingRule) -> String {
        switch rule {
        case .best: betterCounts
        case .last: lastCounts
        case .mean: meanCounts
        }
    }
}

extension Words.Result.Exercises {
    subscript(factor: FitnessFactor) -> String? {
        switch factor {
        case .cardio: cardio
        case .upperStrength: upperStrength
        case .lowerStrength: lowerStrength
        case .flexibility: flexibility
        case .balance: balance
        case .coordination: coordination
        case .trunkStrength, .body, .vital: nil
        }
    }
}

extension Words.Measure {
    func failed(_ failure: MeasureFailure) -> String {
        switch failure {
        case .deviceError: deviceError
        case .unreadable: unreadable
        case .implausible: implausible
        case .unstable: unstable
        }
    }
}

extension Words.Pressure {
    func headline(_ gate: PressureGate) -> String {
        if gate.asksForSupporter { return callSupporter }
        switch gate.category {
        case .usual: return usual
        case .slightlyHigh: return slightlyHigh
        case .high: return high
        case .low: return low
        }
    }

    func advice(_ gate: PressureGate) -> String {
        if gate.asksForSupporter { return callSupporterAdvice }
        switch gate.category {
        case .usual: return usualAdvice
        case .slightlyHigh: return slightlyHighAdvice
        case .high: return highAdvice
        case .low: return lowAdvice
        }
    }
}
