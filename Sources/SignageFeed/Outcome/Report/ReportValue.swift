import Foundation

/// A value of a report: JSON with explicit nulls, so that a reader sees what was asked and not found.
public enum ReportValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case decimal(Double)
    case string(String)
    case array([ReportValue])
    case object([String: ReportValue])

    init(_ text: String?) { self = text.map { .string($0) } ?? .null }
    init(_ number: Int?) { self = number.map { .int($0) } ?? .null }
    init(_ number: Double?) { self = number.map { .decimal($0) } ?? .null }

    /// In Korean time, with its offset.
    init(_ date: Date?) { self = date.flatMap(KoreanTime.rfc3339).map { .string($0) } ?? .null }

    /// A member of an object, nil when it is none or has no such member.
    public subscript(name: String) -> ReportValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }
}

extension ReportValue: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
