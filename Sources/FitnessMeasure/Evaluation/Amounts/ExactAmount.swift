import Foundation

/// An amount to be compared with table bounds: a decimal, or a quotient that is never divided, because that rounds.
public struct ExactAmount: Equatable, Sendable {
    private let numerator: DecimalValue
    /// Nil for a plain value; else above zero.
    private let denominator: DecimalValue?

    public init(_ value: DecimalValue) { (numerator, denominator) = (value, nil) }

    /// `part` in percent of `whole`; nil unless the whole is above zero.
    public init?(percentOf whole: DecimalValue, _ part: DecimalValue) {
        self.init(part.shifted(by: 2), over: whole)
    }

    /// kg/m² of kilograms and centimetres; nil unless the height is above zero.
    public init?(bodyMassIndexOf kilograms: DecimalValue, height centimetres: DecimalValue) {
        guard let square = centimetres.times(centimetres) else { return nil }
        self.init(kilograms.shifted(by: 4), over: square)
    }

    private init?(_ numerator: DecimalValue, over denominator: DecimalValue) {
        guard denominator.mantissa > 0 else { return nil }
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// Equality passes.
    func passes(_ bound: DecimalValue, _ better: Better) -> Bool {
        better == .higher ? !isBelow(bound) : !isAbove(bound)
    }

    func isBelow(_ bound: DecimalValue) -> Bool { numerator < scaled(bound) }
    func isAbove(_ bound: DecimalValue) -> Bool { numerator > scaled(bound) }

    /// Bounds and weights have a few digits each, and hard limits keep out whatever has more.
    private func scaled(_ bound: DecimalValue) -> DecimalValue {
        guard let denominator else { return bound }
        return bound.times(denominator) ?? DecimalValue(mantissa: bound.mantissa.signum() < 0 ? .min : .max)
    }

    /// For statistics and for showing, never for comparing with a bound.
    var approximation: Double { numerator.approximation / (denominator?.approximation ?? 1) }

    /// As it is shown: a plain value as it was measured, a quotient with one decimal, halves away from zero.
    public var shown: DecimalValue {
        guard denominator != nil else { return numerator }
        return DecimalValue(mantissa: Int64((approximation * 10).rounded(.toNearestOrAwayFromZero)), exponent: -1)
    }
}
