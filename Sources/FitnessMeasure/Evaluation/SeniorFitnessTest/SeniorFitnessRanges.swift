/// Where a result of the Senior Fitness Test stands: in the middle half of people of the same age, and at what keeps
/// them independent later on.
public struct SeniorFitnessRanges: Sendable {
    public static let table = "sft_normal_range.csv"
    static let standards = "sft_independence_standard.csv"

    private var ranges = BandedTable<Range>()
    private var standards = BandedTable<Limit>()

    private struct Limit: Sendable {
        let value: DecimalValue
        let better: Better
        /// Raised by what does not reach the limit.
        let rule: FlagRule
        var row: TableRow { rule.row }
    }

    /// The 25th and 75th percentile, the worse one first.
    private struct Range: Sendable { var low, high: Limit? }

    /// The items of the test, in its order.
    static let items: [TestItem] = [
        .chairStand, .armCurl, .sixMinuteWalkYards, .twoMinuteStep, .chairSitAndReach, .backScratch, .eightFootUpAndGo,
    ]

    /// Reads both tables; every range must have two ends, in order.
    public init(csv: String, standards: String) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() { try addRange(row, origin) }
        for item in TestItem.allCases {
            for sex in Sex.allCases {
                for band in ranges.bands(item, sex) where !Self.isOrdered(band.content) {
                    throw CSVError(Self.table, 1, .missingRow("\(item.id) \(sex.rawValue) \(band.ages)"))
                }
            }
        }
        for (row, origin) in try CSVTable(name: Self.standards, text: standards).traced() {
            guard try row.text("grade_or_percentile") == "independence_standard" else {
                throw row.fault(.badWord(column: "grade_or_percentile"))
            }
            let limit = try Self.limit("sft_independence.", row, origin)
            guard self.standards.add(limit, try row.item(), try row.word("sex"), try row.ages()) else {
                throw row.fault(.inconsistent)
            }
        }
    }

    private static func limit(_ set: String, _ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) -> Limit {
        let (item, value) = (try row.item(), try row.decimal("value"))
        let rule = FlagRule(set + item.ruleName, item, limit: value, row: origin)
        return Limit(value: value, better: try row.word("better"), rule: rule)
    }

    private mutating func addRange(_ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) {
        let limit = try Self.limit("sft_normal.", row, origin)
        let end: WritableKeyPath<Range, Limit?>
        switch try row.text("grade_or_percentile") {
        case "p25": end = \.low
        case "p75": end = \.high
        default: throw row.fault(.badWord(column: "grade_or_percentile"))
        }
        var isNew = true
        let fits = ranges.merge(try row.item(), try row.word("sex"), try row.ages(), first: Range()) { range in
            isNew = range[keyPath: end] == nil
            range[keyPath: end] = limit
        }
        guard fits, isNew else { throw row.fault(.inconsistent) }
    }

    private static func isOrdered(_ range: Range) -> Bool {
        guard let low = range.low, let high = range.high, low.better == high.better else { return false }
        return low.better.passes(high.value, bound: low.value)
    }

    /// Nil where the table is silent: another test, under 60, over 94.
    public func place(_ item: TestItem, sex: Sex, age: Int, amount: ExactAmount) -> SeniorFitnessPlace? {
        guard let range = ranges.content(item, sex, age: age), let low = range.low, let high = range.high else {
            return nil
        }
        let isBelow = !amount.passes(low.value, low.better)
        let isAbove = high.better == .higher ? amount.isAbove(high.value) : amount.isBelow(high.value)
        let standard = standards.content(item, sex, age: age)
        return SeniorFitnessPlace(
            item: item, place: isBelow ? .below : isAbove ? .above : .within, low: low.value, high: high.value,
            rule: isAbove ? high.rule : low.rule,
            standard: standard.map { standard in
                .init(isMet: amount.passes(standard.value, standard.better), rule: standard.rule)
            })
    }
}

/// A result against the ranges of the Senior Fitness Test. For staff.
public struct SeniorFitnessPlace: Equatable, Sendable {
    public let item: TestItem
    public let place: Place
    /// The worse and the better end of the middle half; both belong to it.
    public let low, high: DecimalValue
    let rule: FlagRule
    public var row: TableRow { rule.row }
    /// What somebody of this age needs to stay independent; nil where the table has none.
    public let standard: Standard?

    /// Worse than, in, or better than the middle half.
    public enum Place: String, Sendable { case below, within, above }

    public struct Standard: Equatable, Sendable {
        public let isMet: Bool
        let rule: FlagRule
        public var value: DecimalValue? { rule.limit }
        public var row: TableRow { rule.row }
    }

    /// What is worth a flag: worse than the middle half, and below the standard.
    func addFlags(_ amount: ExactAmount, to flags: inout [StaffFlag]) {
        if place == .below { flags.append(StaffFlag(rule: rule, value: amount)) }
        if let standard, !standard.isMet { flags.append(StaffFlag(rule: standard.rule, value: amount)) }
    }
}
