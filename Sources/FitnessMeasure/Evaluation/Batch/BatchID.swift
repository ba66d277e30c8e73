import Foundation

/// How a caller names a line; given back as it came.
enum BatchID: Equatable {
    case text(String)
    case number(DecimalValue)

    /// Nil for anything else, which is then no name.
    init?(_ value: JSONText?) {
        switch value {
        case .string(let text): self = .text(text)
        case .number(let number): self = .number(number)
        default: return nil
        }
    }
}

extension BatchID: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(BatchJSON.number(number))
        }
    }
}
