/// The points of the Short Physical Performance Battery: balance in three stances, usual gait, five chair stands.
public struct SPPBScoring: Sendable {
    public static let table = "sppb_scoring.csv"

    private let components: [TestItem: [Interval]]
    private let unableToWalk: TableRow

    /// A row: from `minimum` to `maximum` seconds, each with or without its end; nil is open.
    private struct Interval: Sendable {
        let minimum, maximum: DecimalValue?
        let withMinimum, withMaximum: Bool
        let points: Int
        let row: TableRow

        init(_ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) {
            (minimum, maximum) = (try row.optionalDecimal("min_s"), try row.optionalDecimal("max_s"))
            withMinimum = try row.text("min_inclusive") == "yes"
            withMaximum = try row.text("max_inclusive") == "yes"
            (points, self.row) = (try row.integer("points"), origin)
        }

        func contains(_ seconds: DecimalValue) -> Bool {
            if let minimum, seconds < minimum || (seconds <= minimum && !withMinimum) { return false }
            if let maximum, seconds > maximum || (seconds >= maximum && !withMaximum) { return false }
            return true
        }
    }

    static let stances: [TestItem] = [.sideBySide, .semiTandem, .tandem]
    private static let timed: [TestItem] = stances + [.gaitFourMetres, .gaitThreeMetres, .fiveStands]

    /// Reads the table; the intervals of each component must follow each other without a gap, and 0 must be possible.
    public init(csv: String) throws(CSVError) {
        var (components, unable): ([TestItem: [Interval]], TableRow?) = ([:], nil)
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            guard try row.text("component") != "total" else { continue }
            let item = try row.item("component")
            guard Self.timed.contains(item) else { throw row.fault(.badWord(column: "component")) }
            if try row.text("condition") == "unable" {
                unable = origin
            } else {
                components[item, default: []].append(try Interval(row, origin))
            }
        }
        for item in Self.timed where !Self.isComplete(components[item] ?? []) {
            throw CSVError(Self.table, 1, .missingRow(item.id))
        }
        guard let unable else { throw CSVError(Self.table, 1, .missingRow("unable")) }
        (self.components, unableToWalk) = (components, unable)
    }

    private static func isComplete(_ intervals: [Interval]) -> Bool {
        let sorted = intervals.sorted { a, b in
            guard let left = a.minimum else { return true }
            return b.minimum.map { left < $0 } ?? false
        }
        guard let first = sorted.first, let last = sorted.last, first.minimum == nil, last.maximum == nil else {
            return false
        }
        return zip(sorted, sorted.dropFirst()).allSatisfy { a, b in
            guard let end = a.maximum, let start = b.minimum else { return false }
            return end <= start && start <= end && a.withMaximum != b.withMinimum
        }
    }

    /// The score, if all three parts can be scored; nil if nothing of the battery was done.
    public func score(_ examination: Examination) -> SPPBScore? {
        let items = Self.timed.filter { examination.values[$0] != nil || examination.unable.contains($0) }
        guard items.contains(where: { $0 != .fiveStands }) else { return nil }
        return SPPBScore(
            balance: balance(examination), gait: gait(examination), chair: part(.fiveStands, examination))
    }

    /// The stances go from easy to hard; after one that was not held the harder ones are not tried and give nothing.
    private func balance(_ examination: Examination) -> SPPBScore.Part? {
        var balance = SPPBScore.Part(points: 0, rows: [])
        for stance in Self.stances {
            guard let part = part(stance, examination) else { return nil }
            balance = SPPBScore.Part(points: balance.points + part.points, rows: balance.rows + part.rows)
            if part.points == 0 { break }
        }
        return balance
    }

    private func gait(_ examination: Examination) -> SPPBScore.Part? {
        part(.gaitFourMetres, examination) ?? part(.gaitThreeMetres, examination)
    }

    private func part(_ item: TestItem, _ examination: Examination) -> SPPBScore.Part? {
        guard let intervals = components[item] else { return nil }
        if let seconds = examination.values[item] {
            let found = intervals.first { $0.contains(seconds) }
            return found.map { SPPBScore.Part(points: $0.points, rows: [$0.row]) }
        }
        guard examination.unable.contains(item) else { return nil }
        return SPPBScore.Part(points: 0, rows: [intervals.first { $0.points == 0 }?.row ?? unableToWalk])
    }
}

/// Points of the three parts; nil for a part that was not done or not finished.
public struct SPPBScore: Equatable, Sendable {
    /// 0 to 4 each.
    public let balance, gait, chair: Part?

    public struct Part: Equatable, Sendable {
        public let points: Int
        public let rows: [TableRow]
    }

    /// 0 to 12; nil unless all three parts have points.
    public var total: Int? {
        guard let balance, let gait, let chair else { return nil }
        return balance.points + gait.points + chair.points
    }

    var rows: [TableRow] { [balance, gait, chair].compactMap { $0 }.flatMap(\.rows) }
}
