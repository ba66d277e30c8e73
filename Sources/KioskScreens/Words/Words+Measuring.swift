import FitnessMeasure
import Foundation

extension Words {
    /// A decimal without its fraction, as blood pressure is read out.
    func whole(_ value: DecimalValue) -> String { String(Int(value.doubleValue.rounded())) }

    func pulse(_ value: DecimalValue) -> String { pressure.pulse(["count": whole(value)]) }

    func pressing(_ live: DecimalValue?) -> String {
        live.map { pressure.pressingAt(["value": whole($0)]) } ?? pressure.pressing
    }

    func kilograms(_ digits: String) -> String { fitness.kilograms(["count": digits]) }

    func secondsLeft(tenths: Int) -> String { chair.secondsLeft(["count": String((tenths + 9) / 10)]) }

    func testName(_ id: String) -> String { id == TestID.chairStand ? fitness.chair : fitness.grip }
    private func power(_ id: String) -> String { id == TestID.chairStand ? result.legPower : result.gripPower }
    func strength(_ id: String) -> String { result.strength(["what": power(id)]) }
    func workOn(_ id: String) -> String { result.workOn(["what": power(id)]) }
    func exercise(_ id: String) -> String { id == TestID.chairStand ? result.legExercise : result.gripExercise }
    func level(_ level: Int) -> String { result.levels[max(1, min(5, level)) - 1] }

    /// "19.2 킬로그램", "22번"
    func amount(_ today: TodaysResult) -> String {
        (today.testID == TestID.chairStand ? fitness.times : fitness.kilograms)(["count": today.value.description])
    }

    /// "4번 늘었어요"
    func change(_ change: ResultPage.Change, of testID: String) -> String {
        let told = { (value: DecimalValue) in
            amount(TodaysResult(testID: testID, value: value, isSimulated: false))
        }
        return switch change {
        case .more(let by): result.more(["amount": told(by)])
        case .less(let by): result.less(["amount": told(by)])
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

    func told(_ reading: PastReading) -> String { records.line(told(reading.values)) }

    func told(_ entry: TrayEntry, _ calendar: Calendar) -> String {
        staff.entry(told(entry.values).merging(["time": spokenTime(entry.receivedAt, calendar)]) { first, _ in first })
    }

    /// A reading's name and amount.
    private func told(_ values: [QuantityValue]) -> [String: String] {
        let value = { (kind: QuantityKind) in values.first { $0.kind == kind }?.value }
        if let upper = value(.systolic), let lower = value(.diastolic) {
            let amount = pressure.told(["upper": whole(upper), "lower": whole(lower)])
            return ["what": pressure.title, "amount": amount]
        }
        if let count = value(.repetitions) {
            return ["what": fitness.chair, "amount": fitness.times(["count": count.description])]
        }
        let name = value(.weight) == nil ? fitness.grip : weight.name
        let kilograms = (value(.grip) ?? value(.weight))?.description ?? "–"
        return ["what": name, "amount": fitness.kilograms(["count": kilograms])]
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
