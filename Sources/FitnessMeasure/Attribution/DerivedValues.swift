/// What of a person's body derived values are made of. From the person's own record, never from a device's user slot.
public struct BodyFacts: Equatable, Sendable {
    /// Centimetres.
    public var height: DecimalValue?
    /// Kilograms.
    public var weight: DecimalValue?

    public init(height: DecimalValue? = nil, weight: DecimalValue? = nil) {
        (self.height, self.weight) = (height, weight)
    }
}

/// Values that follow from a measured one and a body: computed for one person, wrong for every other.
enum DerivedValues {
    /// What is never kept from a device or a former owner.
    static let kinds: Set<QuantityKind> = [.bodyMassIndex, .relativeGrip]

    /// The body mass index of a weight and the relative grip of a grip, each with one decimal, halves rounded up.
    static func values(of reading: Reading, for body: BodyFacts) -> [QuantityValue] {
        [bodyMassIndex(reading, body), relativeGrip(reading, body)].compactMap { $0 }
    }

    /// kg / m², from the reading's own height if it measured one.
    private static func bodyMassIndex(_ reading: Reading, _ body: BodyFacts) -> QuantityValue? {
        let height = reading[.height]?.converted(to: .centimetre)?.value ?? body.height
        guard let weight = reading[.weight]?.converted(to: .kilogram)?.value, let height,
            let square = height.times(height),
            let index = weight.divided(by: DecimalValue(mantissa: square.mantissa, exponent: square.exponent - 4))
        else { return nil }
        return QuantityValue(.bodyMassIndex, index, .kilogramPerSquareMetre)
    }

    /// Grip in percent of body weight.
    private static func relativeGrip(_ reading: Reading, _ body: BodyFacts) -> QuantityValue? {
        guard let grip = reading[.grip]?.converted(to: .kilogram)?.value, let weight = body.weight,
            let share = DecimalValue(mantissa: grip.mantissa, exponent: grip.exponent + 2).divided(by: weight)
        else { return nil }
        return QuantityValue(.relativeGrip, share, .percent)
    }
}

extension QuantityKind {
    /// Percent of body weight.
    public static let relativeGrip: QuantityKind = "grip_relative"
}

extension DecimalValue {
    /// The quotient of two amounts that are not negative with one decimal, halves rounded up; nil for a division by
    /// nothing and for exponents that no measured value has.
    fileprivate func divided(by other: DecimalValue) -> DecimalValue? {
        let shift = exponent - other.exponent + 1
        guard mantissa >= 0, other.mantissa > 0, (-18...18).contains(shift) else { return nil }
        let power = (0..<abs(shift)).reduce(Int128(1)) { value, _ in value * 10 }
        let upper = Int128(mantissa) * (shift > 0 ? power : 1)
        let lower = Int128(other.mantissa) * (shift < 0 ? power : 1)
        guard let tenths = Int64(exactly: (upper * 2 + lower) / (lower * 2)) else { return nil }
        return DecimalValue(mantissa: tenths, exponent: -1)
    }
}
