extension Examination {
    /// A value by the id of its table, within what a body can do.
    mutating func take(reading key: String, _ value: JSONText, _ tables: FitnessTables) throws(BatchError) {
        guard let item = TestItem(id: key) else { throw BatchError(.unknownTest, key) }
        guard case .number(let number) = value else { throw BatchError(.notANumber, key) }
        try take(number, item, key, tables)
    }

    private mutating func take(
        _ number: DecimalValue, _ item: TestItem, _ key: String, _ tables: FitnessTables
    ) throws(BatchError) {
        guard item.accepts(number, tables.ranges) else { throw BatchError(.outOfRange, key) }
        guard values[item] == nil else { throw BatchError(.duplicateKey, key) }
        values[item] = number
    }

    /// An answer by its question's id. The parts of the SPPB may stand here too, as they can also be refused.
    mutating func take(answer key: String, _ value: JSONText, _ tables: FitnessTables) throws(BatchError) {
        if let item = TestItem(id: key), item.isPartOfSPPB {
            return try take(part: item, key, value, tables)
        }
        let id = Self.aliases[key] ?? ScreeningQuestions.normalized(key)
        let isKnown = Self.kioskQuestions.contains(id) || tables.questions.ids.contains(id)
        guard isKnown else { throw BatchError(.unknownAnswer, key) }
        guard let answer = ScreeningAnswer(value, to: id) else { throw BatchError(.badAnswer, key) }
        guard id != Self.repeatedPressure else { return isPressureRepeated = answer == .yes }
        guard answers.updateValue(answer, forKey: id) == nil else { throw BatchError(.duplicateKey, key) }
    }

    /// True if the blood pressure of the line was taken again after a rest.
    private static let repeatedPressure = "bp_repeated"
    private static let kioskQuestions = Set(
        [repeatedPressure, SafetyGate.clearedByStaff] + FallFact.allCases.map(\.rawValue))

    /// The five questions of FRAIL by what they are about; Korean wording.
    private static let aliases = [
        "frail_fatigue": "k_frail_1", "frail_resistance": "k_frail_2", "frail_ambulation": "k_frail_3",
        "frail_illnesses": "k_frail_4", "frail_weight_loss": "k_frail_5",
    ]

    /// Seconds, `unable`, `not_attempted`, or for a stance whether it was held for ten seconds.
    private mutating func take(
        part item: TestItem, _ key: String, _ value: JSONText, _ tables: FitnessTables
    ) throws(BatchError) {
        guard values[item] == nil, !unable.contains(item) else { throw BatchError(.duplicateKey, key) }
        switch value {
        case .number(let seconds): try take(seconds, item, key, tables)
        case .bool(true) where SPPBScoring.stances.contains(item): values[item] = DecimalValue(mantissa: 10)
        case .bool(false), .string("unable"), .string("not_attempted"): unable.insert(item)
        default: throw BatchError(.badAnswer, key)
        }
    }
}

extension TestItem {
    fileprivate var isPartOfSPPB: Bool {
        switch self {
        case .sideBySide, .semiTandem, .tandem, .gaitFourMetres, .gaitThreeMetres, .fiveStands: true
        default: false
        }
    }

    /// Within the table's hard limits. The table is silent about some items; of these, only what cannot be is refused.
    fileprivate func accepts(_ value: DecimalValue, _ ranges: InputRanges) -> Bool {
        if let range = ranges[rangeID] { return range.verdict(value) != .refuse }
        let (zero, most) = (DecimalValue(mantissa: 0), DecimalValue(mantissa: 10_000))
        guard value.magnitude <= most else { return false }
        switch self {
        case .chairSitAndReach, .backScratch: return true
        case .sideBySide, .semiTandem, .tandem, .sarcF, .sarcCalf: return value >= zero
        case .sppbTotal: return value >= zero && value <= DecimalValue(mantissa: 12)
        default: return value > zero
        }
    }

    private var rangeID: String {
        switch self {
        case .gripMax, .gripAbsolute: TestItem.gripRight.id
        default: id
        }
    }
}
