extension ItemLevels {
    /// The level of a test result, brought to the unit of the table.
    func level(of result: TestResult, _ person: EvaluatedPerson) throws(NotEvaluable) -> ItemLevel {
        guard let test = FitnessTest.all.first(where: { $0.id == result.test }), better(test.id) != nil else {
            throw .noSuchTest
        }
        guard test.id == .grip else {
            guard test.items.contains(where: { $0.unit == result.value.unit }) else { throw .wrongUnit }
            return try level(test.id, sex: person.sex, age: person.age, value: result.value.value)
        }
        let grip = try kilograms(result.value)
        let weight = try person.weight.map { value throws(NotEvaluable) in try kilograms(value) }
        return try gripLevel(sex: person.sex, age: person.age, kilograms: grip, bodyWeight: weight)
    }

    /// The international pound is 0.45359237 kg exactly.
    private func kilograms(_ value: QuantityValue) throws(NotEvaluable) -> DecimalValue {
        switch value.unit {
        case .kilogram: return value.value
        case .pound:
            guard let mass = value.value.times(DecimalValue(mantissa: 45_359_237, exponent: -8)) else {
                throw .valueOutOfRange
            }
            return mass
        default: throw .wrongUnit
        }
    }
}
