extension Examination {
    /// The results of a visit, brought to the units of the tables; of several trials the best counts.
    public init(_ results: [TestResult], of person: EvaluatedPerson) {
        self.init(sex: person.sex, age: person.age)
        if let weight = person.weight { take(weight, of: .weight, as: .weight, better: nil) }
        for result in results {
            guard let test = FitnessTest.named(result.test), let item = TestItem(test) else {
                refused.append(Refusal(test: result.test, reason: .noSuchTest))
                continue
            }
            take(result.value, of: test.id, as: item, better: test.better)
        }
    }

    private mutating func take(_ value: QuantityValue, of test: FitnessTestID, as item: TestItem, better: Better?) {
        do throws(NotEvaluable) {
            let amount = try value.amount(in: FitnessTest.named(test)?.items.first?.unit)
            if let known = values[item], let better, better.passes(known, bound: amount) { return }
            values[item] = amount
        } catch {
            refused.append(Refusal(test: test, reason: error))
        }
    }
}

extension TestItem {
    /// The item that a test's result is; nil for a test that no table judges.
    fileprivate init?(_ test: FitnessTest) {
        // Grip is measured in kg and judged in percent of body weight.
        if test.id == .grip { self = .gripMax } else { self.init(id: test.id.rawValue) }
    }
}

extension QuantityValue {
    fileprivate func amount(in unit: UCUMUnit?) throws(NotEvaluable) -> DecimalValue {
        if self.unit == unit { return value }
        guard self.unit == .pound, unit == .kilogram else { throw .wrongUnit }
        // The international pound is 0.45359237 kg exactly.
        guard let mass = value.times(DecimalValue(mantissa: 45_359_237, exponent: -8)) else { throw .valueOutOfRange }
        return mass
    }
}
