/// What may be said of two results of one test.
public enum TrendStatement: Equatable, Sendable {
    case trend(Trend, days: Int)
    /// The test was not done in the same way, so nothing is claimed.
    case protocolChanged(from: ProtocolID, to: ProtocolID)
    /// The table has no threshold for the test, or the test is too noisy for any claim.
    case noClaim
    /// Results of one day are trials, not a trend; and time does not run backwards.
    case notLater
}

/// A result that can be compared with another of the same test.
public struct DatedResult: Equatable, Sendable {
    public var value: DecimalValue
    /// Days since any fixed day, in the centre's time zone.
    public var day: Int
    public var protocolID: ProtocolID

    public init(_ value: DecimalValue, day: Int, by protocolID: ProtocolID) {
        (self.value, self.day, self.protocolID) = (value, day, protocolID)
    }
}

/// By which version of its ``TestProtocol`` a test was done, such as `chair_stand_30s/1`: another chair height or
/// course is another protocol.
public struct ProtocolID: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// What changed between two visits, in the test's unit, and the table row that decides it.
public struct Trend: Equatable, Sendable {
    public let direction: Direction
    public let row: ChangeRow

    public enum Direction: Equatable, Sendable {
        case improved(by: DecimalValue)
        case same
        case less(by: DecimalValue)
    }
}

/// A row of the change table.
public struct ChangeRow: Equatable, Sendable {
    public let test: String
    public let statistic: String
    public let value: DecimalValue
    public let origin: TableRow
}

extension MeasurementChange {
    /// What may be said of a later result: a change only beyond the noise of the test, only between different days,
    /// and only if the test was done in the same way.
    public func statement(from earlier: DatedResult, to later: DatedResult, test: FitnessTest) -> TrendStatement {
        guard later.day > earlier.day else { return .notLater }
        guard later.protocolID == earlier.protocolID else {
            return .protocolChanged(from: earlier.protocolID, to: later.protocolID)
        }
        guard let trend = statement(previous: earlier.value, current: later.value, test: test) else { return .noClaim }
        return .trend(trend, days: later.day - earlier.day)
    }
}
