/// Levels A to D of Vivifrail by SPPB or usual gait speed. Nothing else leads to a level; grades of the national
/// programme never do, because no source links them.
public struct VivifrailLevels: Sendable {
    public static let table = "vivifrail_levels.csv"

    private let rows: [Row]
    let fallRisk: PlanSource

    private struct Row {
        let level: PlanLevel
        let sppb: ClosedRange<Int>
        /// Metres a second; nil has no end.
        let slowest: DecimalValue
        let fastest: DecimalValue?
        let source: PlanSource
    }

    /// Reads the table: A to D in order, all SPPB totals, and the row of the fall-risk variant.
    public init(csv: String) throws(CSVError) {
        var (rows, fallRisk): ([Row], PlanSource?) = ([], nil)
        for row in try CSVTable(name: Self.table, text: csv).rows {
            if try row.text("level") == "+" {
                fallRisk = try PlanSource(row)
                continue
            }
            let (least, most) = (try row.integer("sppb_min"), try row.integer("sppb_max"))
            let next = (rows.last?.sppb.upperBound ?? -1) + 1
            guard least == next, most >= least else { throw row.fault(.inconsistent) }
            rows.append(
                Row(
                    level: try row.word("level"), sppb: least...most, slowest: try row.decimal("gait_6m_min_mps"),
                    fastest: try row.optionalDecimal("gait_6m_max_mps"), source: try PlanSource(row)))
        }
        guard rows.map(\.level) == PlanLevel.allCases, rows.last?.sppb.upperBound == SPPBTotal.maximum else {
            throw CSVError(Self.table, 1, .missingRow("A to D"))
        }
        guard let fallRisk else { throw CSVError(Self.table, 1, .missingRow("+")) }
        (self.rows, self.fallRisk) = (rows, fallRisk)
    }

    func level(_ sppb: SPPBTotal) -> (level: PlanLevel, source: PlanSource)? {
        rows.first { $0.sppb.contains(sppb.points) }.map { ($0.level, $0.source) }
    }

    /// The speed is rounded to 0.1 m/s first, half and more up, because the published table leaves 0.8 to 0.9 open. A
    /// speed on the edge of two rows belongs to the middle one: A is below 0.5, D is above 1.0.
    func level(gait metresPerSecond: DecimalValue) -> (level: PlanLevel, source: PlanSource)? {
        guard let speed = metresPerSecond.roundedToTenth else { return nil }
        let row = rows.first { row in
            switch row.level {
            case .a: row.fastest.map { speed < $0 } ?? false
            case .b, .c: speed >= row.slowest && (row.fastest.map { speed <= $0 } ?? true)
            case .d: speed > row.slowest
            }
        }
        return row.map { ($0.level, $0.source) }
    }
}

/// A level of the plan, from the one that needs most care.
public enum PlanLevel: String, CaseIterable, Codable, Comparable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"

    public static func < (x: PlanLevel, y: PlanLevel) -> Bool { x.rawValue < y.rawValue }

    /// One step more careful; A stays A.
    var moreCareful: PlanLevel { Self.allCases.last { $0 < self } ?? .a }
}

/// The points of a whole SPPB.
public struct SPPBTotal: Codable, Hashable, Sendable {
    public let points: Int
    public static let maximum = 12

    /// Nil unless it is 0 to 12.
    public init?(_ points: Int) {
        guard (0...Self.maximum).contains(points) else { return nil }
        self.points = points
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let total = SPPBTotal(try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 0 to 12")
        }
        self = total
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(points)
    }
}

extension DecimalValue {
    /// To one decimal, half and more up; nil where the digits do not fit. For values from zero on.
    fileprivate var roundedToTenth: DecimalValue? {
        guard mantissa >= 0 else { return nil }
        guard exponent < -1 else { return self }
        // More than 18 places behind the point are nothing that a tenth would show.
        guard exponent >= -19 else { return DecimalValue(mantissa: 0, exponent: -1) }
        let step = (exponent..<(-1)).reduce(Int128(1)) { step, _ in step * 10 }
        let tenths = (2 * Int128(mantissa) + step) / (2 * step)
        return Int64(exactly: tenths).map { DecimalValue(mantissa: $0, exponent: -1) }
    }
}
