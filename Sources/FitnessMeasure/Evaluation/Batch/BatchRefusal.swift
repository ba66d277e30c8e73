import Foundation

/// The answer to a line that cannot be evaluated, as it is written.
struct BatchRefusal: Encodable {
    let id: BatchID?
    let error: BatchError

    private enum Key: String, CodingKey { case id, error, field }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        try line.encode(id, forKey: .id)
        try line.encode(error.code.rawValue, forKey: .error)
        try line.encodeIfPresent(error.field, forKey: .field)
    }
}

/// How a batch is written: one line, keys sorted, decimals as decimals.
enum BatchJSON {
    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    static func number(_ value: DecimalValue) -> Decimal {
        Decimal(
            sign: value.mantissa < 0 ? .minus : .plus, exponent: value.exponent,
            significand: Decimal(value.mantissa.magnitude))
    }
}
