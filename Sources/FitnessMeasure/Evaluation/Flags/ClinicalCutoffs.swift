/// Published cut-offs, each of which raises a flag for staff.
///
/// A statement such as `AWGS2019_low_if_less_than` is taken apart into whose it is and what it says. Items never share
/// a row, so the cut-offs of the usual up-and-go are not applied to the fast one.
public struct ClinicalCutoffs: Sendable {
    public static let table = "clinical_cutoffs.csv"

    private var cutoffs = BandedTable<[Cutoff]>()

    private struct Cutoff: Sendable {
        let crossing: Crossing
        let limit: DecimalValue
        let rule: FlagRule
    }

    /// When a value is worth a flag.
    private enum Crossing: String, Sendable {
        case lessThan = "less_than", atMost = "at_most", moreThan = "more_than", atLeast = "at_least"

        func holds(_ amount: ExactAmount, _ limit: DecimalValue) -> Bool {
            switch self {
            case .lessThan: amount.isBelow(limit)
            case .atMost: !amount.isAbove(limit)
            case .moreThan: amount.isAbove(limit)
            case .atLeast: !amount.isBelow(limit)
            }
        }

        /// Where the table says what is normal, the rest is worth a flag.
        var opposite: Crossing {
            switch self {
            case .lessThan: .atLeast
            case .atMost: .moreThan
            case .moreThan: .atMost
            case .atLeast: .lessThan
            }
        }
    }

    /// Rows that tell something and decide nothing: a mean, a change of rules, a study of hypertensive people only.
    private static let informative: Set = ["mean_best_of_3_eyes_open", "rule", "low_function_hypertension_if_at_most"]

    /// Reads the table; a statement that is not understood is refused, not passed over.
    public init(csv: String) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let statement = try row.text("grade_or_percentile")
            guard !Self.informative.contains(statement) else { continue }
            let item = try row.item()
            guard let (ruleSet, crossing) = Self.parse(statement, try row.word("better")) else {
                throw row.fault(.badWord(column: "grade_or_percentile"))
            }
            let limit = try row.decimal("value")
            let rule = FlagRule(ruleSet + "." + item.ruleName, item, limit: limit, row: origin)
            let cutoff = Cutoff(crossing: crossing, limit: limit, rule: rule)
            for sex in try row.sexes() {
                guard cutoffs.merge(item, sex, try row.ages(), first: [], { $0.append(cutoff) }) else {
                    throw row.fault(.inconsistent)
                }
            }
        }
    }

    /// `AWGS2019_low_if_less_than` → `awgs2019`, less than. `KR_frailty_cut_women` is crossed on the worse side only.
    private static func parse(_ statement: String, _ better: Better) -> (ruleSet: String, Crossing)? {
        if statement.hasSuffix("_cut_women") {
            return (statement.lowercased().replacing("_cut", with: ""), better == .higher ? .lessThan : .moreThan)
        }
        let parts = statement.split(separator: "_if_", maxSplits: 1)
        guard parts.count == 2, let crossing = Crossing(rawValue: String(parts[1])) else { return nil }
        let claim = parts[0].lowercased()
        if claim.hasSuffix("_normal") { return (String(claim.dropLast("_normal".count)), crossing.opposite) }
        for said in ["_low", "_screen_positive"] where claim.hasSuffix(said) {
            return (String(claim.dropLast(said.count)), crossing)
        }
        return (claim, crossing)
    }

    /// The items that the table is about.
    static let items: [TestItem] = [
        .gripMax, .fiveStands, .gaitSpeed, .sppbTotal, .leanMassIndexDXA, .leanMassIndexBIA, .leanMass, .calf, .sarcF,
        .sarcCalf, .usualUpAndGo, .fastUpAndGo, .oneLegStance, .gripRelative, .chairStand, .figureOfEight,
        .twoMinuteStep, .sixMinuteWalkYards, .eightFootUpAndGo, .armCurl,
    ]

    func flags(_ item: TestItem, _ amount: ExactAmount, sex: Sex, age: Int, into flags: inout [StaffFlag]) {
        for cutoff in cutoffs.content(item, sex, age: age) ?? [] where cutoff.crossing.holds(amount, cutoff.limit) {
            flags.append(StaffFlag(rule: cutoff.rule, value: amount))
        }
    }
}
