/// A decimal as a device sent it: `mantissa · 10^exponent`. 2, 2.0 and 2.00 are three different values, because
/// trailing zeros say how precise a device is; none of them passes through a Double.
public struct DecimalValue: Hashable, Sendable, CustomStringConvertible {
    public let mantissa: Int64
    public let exponent: Int

    public init(mantissa: Int64, exponent: Int = 0) {
        (self.mantissa, self.exponent) = (mantissa, exponent)
    }

    /// Plain decimal digits with the trailing zeros kept: `142`, `24.30`, `-0.5`.
    public var description: String {
        guard exponent < 0 else {
            return String(mantissa) + String(repeating: "0", count: mantissa == 0 ? 0 : exponent)
        }
        let digits = String(mantissa.magnitude)
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: exponent)
        return (mantissa < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
    }

    /// Reads plain decimal digits: an optional sign, digits, optionally a point and digits. Nothing else.
    public init?(_ text: some StringProtocol) {
        let negative = text.first == "-"
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || parts[1].count > 0, digits.count <= 18,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let magnitude = Int64(digits)
        else { return nil }
        mantissa = negative ? -magnitude : magnitude
        exponent = parts.count == 2 ? -parts[1].count : 0
    }

    /// For comparing with table bounds and for drawing; never for storing.
    public var doubleValue: Double { Double(description) ?? .nan }
}

extension DecimalValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = DecimalValue(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a plain decimal: \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
