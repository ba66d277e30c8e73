import FitnessMeasure
import Testing

@Suite struct QuantityUnitsTests {
    @Test(arguments: [
        (QuantityKind.weight, "166.45", UCUMUnit.pound, UCUMUnit.kilogram, "75.5004499865"),
        (.height, "1.587", .metre, .centimetre, "158.7"), (.height, "62.5", .inch, .centimetre, "158.750"),
        (.weight, "61.70", .kilogram, .kilogram, "61.70"),
    ])
    func `an amount in another unit is exact`(
        kind: QuantityKind, amount: DecimalValue, from: UCUMUnit, to: UCUMUnit, expected: String
    ) throws {
        let converted = try #require(QuantityValue(kind, amount, from).converted(to: to))
        #expect(converted.unit == to)
        #expect(converted.value.description == expected)
    }

    @Test func `where no exact factor exists nothing is made up`() {
        #expect(QuantityValue(.systolic, "17.1", .kilopascal).converted(to: .millimetresOfMercury) == nil)
        #expect(QuantityValue(.bodyTemperature, "98.6", .fahrenheit).converted(to: .celsius) == nil)
        #expect(QuantityValue(.weight, DecimalValue(mantissa: .max), .pound).converted(to: .kilogram) == nil)
    }
}
