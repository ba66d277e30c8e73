import FitnessMeasure

/// A decimal as it grows on the number pad.
public struct NumberEntry: Equatable, Sendable {
    /// Digits, and at most one point between them.
    private(set) var digits = ""
    private(set) var isNegative = false
    /// How many digits may follow the point; with 0 there is no point.
    let places: Int
    /// Some tests count below zero: hands that do not reach the toes.
    let takesSign: Bool

    /// More digits than any test has are a hand that lies on the key.
    static let most = 5

    init(places: Int, takesSign: Bool) { (self.places, self.takesSign) = (places, takesSign) }

    /// As it is shown while it is typed.
    var text: String { (isNegative ? "-" : "") + digits }

    /// Nil before the first digit. A point that nothing follows is none.
    var value: DecimalValue? {
        DecimalValue((isNegative ? "-" : "") + (digits.last == "." ? String(digits.dropLast()) : digits))
    }

    mutating func type(_ digit: Int) {
        guard digits.count < Self.most, (0...9).contains(digit) else { return }
        if let point = digits.firstIndex(of: "."), digits.distance(from: point, to: digits.endIndex) > places { return }
        digits = digits == "0" ? String(digit) : digits + String(digit)
    }

    mutating func point() {
        guard places > 0, !digits.isEmpty, !digits.contains(".") else { return }
        digits.append(".")
    }

    mutating func sign() { if takesSign { isNegative.toggle() } }

    /// Takes the last key back.
    mutating func erase() { if digits.popLast() == nil { isNegative = false } }
}
