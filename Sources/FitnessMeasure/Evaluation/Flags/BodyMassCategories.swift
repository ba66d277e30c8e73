/// Classes of body mass index, and of waist, as the Korean Society for the Study of Obesity has them.
public struct BodyMassCategories: Sendable {
    public static let table = "bmi_categories.csv"

    private var categories: [Category] = []
    private var waists: [Sex: FlagRule] = [:]

    private struct Category: Sendable {
        let rule: FlagRule
        /// From the minimum up to, not with, the maximum; nil is open.
        let minimum, maximum: DecimalValue?
    }

    /// The class that is no flag.
    static let ordinary = "bmi.normal"

    private static let names = [
        "underweight", "normal", "pre_obese", "obesity_1", "obesity_2", "obesity_3",
    ]

    /// Reads the table; classes 1 to 6 must follow each other without a gap.
    public init(csv: String) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let order = try row.integer("order")
            switch order {
            case 1...6: try add(row, origin, order)
            case 7: waists[.male] = try Self.waist(row, origin)
            case 8: waists[.female] = try Self.waist(row, origin)
            default: throw row.fault(.badWord(column: "order"))
            }
        }
        guard categories.count == 6, categories.last?.maximum == nil, waists.count == 2 else {
            throw CSVError(Self.table, 1, .missingRow("orders 1 to 8"))
        }
    }

    private mutating func add(_ row: CSVTable.Row, _ origin: TableRow, _ order: Int) throws(CSVError) {
        let (minimum, maximum) = (try row.optionalDecimal("bmi_min"), try row.optionalDecimal("bmi_max_exclusive"))
        let rule = FlagRule("bmi." + Self.names[order - 1], .bodyMassIndex, limit: minimum ?? maximum, row: origin)
        let category = Category(rule: rule, minimum: minimum, maximum: maximum)
        guard categories.count == order - 1, categories.last?.maximum == category.minimum else {
            throw row.fault(.inconsistent)
        }
        categories.append(category)
    }

    /// The table has these two limits in its note only: `waist >= 90 cm`.
    private static func waist(_ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) -> FlagRule {
        let words = try row.text("note").split(separator: " ")
        guard words.count == 4, words[0] == "waist", words[1] == ">=", words[3] == "cm",
            let limit = DecimalValue(words[2])
        else { throw row.fault(.badNumber(column: "note")) }
        return FlagRule("bmi.abdominal_obesity", .waist, limit: limit, row: origin)
    }

    /// The class of a body mass index in kg/m²; for staff.
    func category(_ amount: ExactAmount) -> StaffFlag? {
        let found = categories.first { category in category.maximum.map { amount.isBelow($0) } ?? true }
        return found.map { StaffFlag(rule: $0.rule, value: amount) }
    }

    func abdominalObesity(_ centimetres: DecimalValue, _ sex: Sex) -> StaffFlag? {
        guard let rule = waists[sex], let limit = rule.limit, centimetres >= limit else { return nil }
        return StaffFlag(rule: rule, value: ExactAmount(centimetres))
    }
}
