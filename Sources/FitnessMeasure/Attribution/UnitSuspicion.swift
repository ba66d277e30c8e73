/// Notices a value in one unit that was taken for another: pounds for kilograms, or a scale's raw half units. It asks
/// and never converts, since a guess would be a number of ours.
///
/// A body mass that more than halves or nearly doubles between two visits does not exist; a factor of 2.2046 with the
/// changes of a body around it does, on scales whose unit somebody switched. The windows are our own assumption: from
/// a doubled raw value less 5 % to a pound's factor and 7 % more, and the same downwards.
enum UnitSuspicion {
    private static let upwards = DecimalBounds(190, 236, exponent: -2)
    private static let downwards = DecimalBounds(424, 526, exponent: -3)

    /// Quantities that cannot double; a hand's force can, between the two hands of one person.
    private static let steady: Set<QuantityKind> = [.weight, .muscleMass, .fatFreeMass, .softLeanMass, .bodyWaterMass]

    /// Whether one of the values is in another unit than its test's, or differs from the last one as units do.
    static func isRaised(
        by values: [QuantityValue], for test: FitnessTest, after lastValues: [QuantityValue]
    ) -> Bool {
        let isForeign = test.items.contains { item in
            values.contains { $0.kind == item.quantity && $0.unit != item.unit }
        }
        return isForeign || differs(values, from: lastValues)
    }

    private static func differs(_ values: [QuantityValue], from lastValues: [QuantityValue]) -> Bool {
        values.contains { value in
            guard steady.contains(value.kind),
                let last = lastValues.first(where: { $0.kind == value.kind })?.converted(to: value.unit)
            else { return false }
            return [upwards, downwards].contains { isWithin(value.value, $0, of: last.value) }
        }
    }

    /// Whether the value lies between the two multiples of the last one, both included; exact.
    private static func isWithin(_ value: DecimalValue, _ window: DecimalBounds, of last: DecimalValue) -> Bool {
        guard last.mantissa > 0, let low = last.times(window.lower), let high = last.times(window.upper) else {
            return false
        }
        return value >= low && value <= high
    }
}
