/// What a value can be at all, and what is so unusual that it is asked again.
public struct InputRanges: Sendable {
    public static let table = "input_ranges.csv"

    private let ranges: [String: InputRange]

    /// Reads the table; limits must stand in order.
    public init(csv: String) throws(CSVError) {
        var ranges: [String: InputRange] = [:]
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let range = InputRange(
                id: try row.text("test"), hardMinimum: try row.decimal("hard_min"),
                hardMaximum: try row.decimal("hard_max"), usualMinimum: try row.decimal("warn_min"),
                usualMaximum: try row.decimal("warn_max"))
            guard range.isOrdered, ranges.updateValue(range, forKey: range.id) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        for item in FitnessTest.all.flatMap(\.items) where ranges[item.rangeID] == nil {
            throw CSVError(Self.table, 1, .missingRow(item.rangeID))
        }
        self.ranges = ranges
    }

    public subscript(id: String) -> InputRange? { ranges[id] }

    /// The verdict on a test's values: the strictest of its items. A missing required value or a foreign unit is
    /// refused.
    public func verdict(_ values: [QuantityValue], for test: FitnessTest) -> RangeVerdict {
        test.items.map { item in
            guard let value = values.first(where: { $0.kind == item.quantity }) else {
                return item.isRequired ? .refuse : .fine
            }
            guard value.unit == item.unit, let range = ranges[item.rangeID] else { return .refuse }
            return range.verdict(value.value)
        }.max() ?? .refuse
    }
}

/// The limits of one quantity, in the unit of its test.
public struct InputRange: Equatable, Sendable {
    public let id: String
    /// Beyond these no body or no device goes.
    public let hardMinimum, hardMaximum: DecimalValue
    /// Beyond these the value is asked again, never changed.
    public let usualMinimum, usualMaximum: DecimalValue

    public func verdict(_ value: DecimalValue) -> RangeVerdict {
        if value < hardMinimum || value > hardMaximum { return .refuse }
        return value < usualMinimum || value > usualMaximum ? .askAgain : .fine
    }

    fileprivate var isOrdered: Bool {
        hardMinimum <= usualMinimum && usualMinimum <= usualMaximum && usualMaximum <= hardMaximum
    }
}

/// What to do with an entered or measured value.
public enum RangeVerdict: Int, Comparable, Sendable {
    case fine, askAgain, refuse
    public static func < (a: RangeVerdict, b: RangeVerdict) -> Bool { a.rawValue < b.rawValue }
}
