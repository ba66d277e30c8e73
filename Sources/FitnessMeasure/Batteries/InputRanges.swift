/// What a value can be at all, and what is so unusual that it is asked again.
public struct InputRanges: Sendable {
    public static let table = "input_ranges.csv"

    private let ranges: [String: InputRange]

    /// Reads the table; limits must stand in order.
    public init(csv: String) throws(CSVError) {
        ranges = try Self.read(csv, Self.table, beside: [:])
        for item in FitnessTest.all.flatMap(\.items) where ranges[item.rangeID] == nil {
            throw CSVError(Self.table, 1, .missingRow(item.rangeID))
        }
    }

    private init(ranges: [String: InputRange]) { self.ranges = ranges }

    /// These limits and those of another table of the same columns, which may not contradict them. `name` is its file
    /// name, for errors.
    public func adding(csv: String, name: String) throws(CSVError) -> InputRanges {
        InputRanges(ranges: try Self.read(csv, name, beside: ranges))
    }

    private static func read(
        _ csv: String, _ name: String, beside known: [String: InputRange]
    ) throws(CSVError) -> [String: InputRange] {
        var ranges = known
        for row in try CSVTable(name: name, text: csv).rows {
            let range = InputRange(
                id: try row.text("test"), tableUnit: try row.text("unit"), hardMinimum: try row.decimal("hard_min"),
                hardMaximum: try row.decimal("hard_max"), usualMinimum: try row.decimal("warn_min"),
                usualMaximum: try row.decimal("warn_max"))
            guard range.isOrdered, ranges.updateValue(range, forKey: range.id) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        return ranges
    }

    public subscript(id: String) -> InputRange? { ranges[id] }

    /// The verdict on a test's values: the strictest of its items. A missing required value or a foreign unit is
    /// refused.
    public func verdict(_ values: [QuantityValue], for test: FitnessTest) -> RangeVerdict {
        test.items.map { finding(values, $0).verdict }.max() ?? .refuse
    }

    /// The strictest finding on a test's values: what is to be said about them.
    public func finding(_ values: [QuantityValue], for test: FitnessTest) -> RangeFinding {
        test.items.map { finding(values, $0) }.max { $0.verdict < $1.verdict } ?? .noLimits
    }

    private func finding(_ values: [QuantityValue], _ item: FitnessTest.Item) -> RangeFinding {
        guard let value = values.first(where: { $0.kind == item.quantity }) else {
            return item.isRequired ? .missing(item.quantity) : .fine
        }
        guard value.unit == item.unit else { return .wrongUnit(value.unit, expected: item.unit) }
        guard let range = ranges[item.rangeID] else { return .noLimits }
        return range.finding(value.value)
    }
}

/// The limits of one quantity, in the unit of its test.
public struct InputRange: Equatable, Sendable {
    public let id: String
    /// The table's own word for the unit.
    public let tableUnit: String
    /// Beyond these no body or no device goes.
    public let hardMinimum, hardMaximum: DecimalValue
    /// Beyond these the value is asked again, never changed.
    public let usualMinimum, usualMaximum: DecimalValue

    public func verdict(_ value: DecimalValue) -> RangeVerdict { finding(value).verdict }

    public func finding(_ value: DecimalValue) -> RangeFinding {
        if value < hardMinimum { return .impossiblyLow(id, limit: hardMinimum) }
        if value > hardMaximum { return .impossiblyHigh(id, limit: hardMaximum) }
        if value < usualMinimum { return .unusuallyLow(id, limit: usualMinimum) }
        return value > usualMaximum ? .unusuallyHigh(id, limit: usualMaximum) : .fine
    }

    /// The table's unit in UCUM's spelling; nil for a word that no unit has.
    public var unit: UCUMUnit? { Self.units[tableUnit] }

    private static let units: [String: UCUMUnit] = [
        "years": "a", "cm": "cm", "kg": "kg", "kg/m2": "kg/m2", "percent": "%", "percent_body_weight": "%",
        "mmHg": "mm[Hg]", "bpm": "/min", "C": "Cel", "reps": "{repetitions}", "count": "{repetitions}", "s": "s",
        "m": "m", "m/s": "m/s", "in": "[in_i]",
    ]

    fileprivate var isOrdered: Bool {
        hardMinimum <= usualMinimum && usualMinimum <= usualMaximum && usualMaximum <= hardMaximum
    }
}

/// What to do with an entered or measured value.
public enum RangeVerdict: Int, Comparable, Sendable {
    case fine, askAgain, refuse
    public static func < (a: RangeVerdict, b: RangeVerdict) -> Bool { a.rawValue < b.rawValue }
}

/// What is said of a value, with the row's id and the limit that it crossed.
public enum RangeFinding: Equatable, Sendable {
    case fine
    case unusuallyLow(String, limit: DecimalValue)
    case unusuallyHigh(String, limit: DecimalValue)
    case impossiblyLow(String, limit: DecimalValue)
    case impossiblyHigh(String, limit: DecimalValue)
    case missing(QuantityKind)
    case wrongUnit(UCUMUnit, expected: UCUMUnit)
    /// No table says what is possible: nothing is taken unchecked.
    case noLimits

    public var verdict: RangeVerdict {
        switch self {
        case .fine: .fine
        case .unusuallyLow, .unusuallyHigh: .askAgain
        case .impossiblyLow, .impossiblyHigh, .missing, .wrongUnit, .noLimits: .refuse
        }
    }
}
