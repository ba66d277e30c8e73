import Foundation

/// An instant to the second, in UTC, as it is written: `2026-11-21T06:45:00Z`. So a plan's text is the same bytes
/// wherever it is written.
public struct PlanMoment: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Seconds since 1970, cut off below the second.
    public let seconds: Int64

    public init(_ date: Date) { seconds = Int64(date.timeIntervalSince1970.rounded(.down)) }

    public var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    public var description: String { date.formatted(.iso8601) }

    public static func < (a: PlanMoment, b: PlanMoment) -> Bool { a.seconds < b.seconds }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let date: Date
        do { date = try Date(text, strategy: .iso8601) } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant: \(error)")
        }
        self.init(date)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
