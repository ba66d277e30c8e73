import FitnessMeasure

/// What another monitor shows, typed number by number in the order of the test: upper, lower, pulse.
public struct PressureEntry: Equatable, Sendable {
    /// The numbers that are asked for; the second time those of the first.
    let items: [FitnessTest.Item]
    private(set) var numbers: [NumberEntry]
    /// The number that the keys write.
    private(set) var place = 0
    private(set) var objection: Objection?

    /// Why it does not go on, or why it begins anew.
    public enum Objection: Equatable, Sendable {
        /// Nothing is wrong: typed once, once more.
        case again
        case differ
        case refused(RangeFinding)
        /// The lower pressure is not below the upper one.
        case lowerNotBelow
    }

    init(_ items: [FitnessTest.Item] = FitnessTest.bloodPressure.items, objection: Objection? = nil) {
        (self.items, self.objection) = (items, objection)
        numbers = items.map { _ in Self.empty }
    }

    var item: FitnessTest.Item { items[place] }

    /// True where a monitor may show nothing.
    var mayBeLeftOut: Bool { !item.isRequired }

    mutating func type(_ digit: Int) { numbers[place].type(digit) }

    /// Takes the last key back; before the first key of a number, goes to the number before it.
    mutating func erase() {
        if numbers[place].digits.isEmpty { _ = goBack() } else { numbers[place].erase() }
    }

    /// False at the first number.
    mutating func goBack() -> Bool {
        guard place > 0 else { return false }
        (place, objection) = (place - 1, nil)
        return true
    }

    /// Checks the number that was typed, and gives all of them after the last one.
    mutating func enter(_ ranges: InputRanges) -> [QuantityValue]? {
        guard let value = numbers[place].value else { return nil }
        let finding = ranges[item.rangeID]?.finding(value) ?? .noLimits
        if finding.verdict == .refuse { return object(.refused(finding)) }
        if let upper = values[.systolic], item.quantity == .diastolic, value >= upper { return object(.lowerNotBelow) }
        objection = nil
        guard place + 1 < items.count else { return entered }
        place += 1
        return nil
    }

    /// All numbers but the one that the monitor does not show.
    mutating func leaveOut() -> [QuantityValue]? {
        guard mayBeLeftOut, place > 0 else { return nil }
        self = PressureEntry(typed: self)
        return entered
    }

    /// The same for a second time.
    func again(_ objection: Objection) -> PressureEntry { PressureEntry(items, objection: objection) }

    private init(typed before: PressureEntry) {
        (items, numbers) = (Array(before.items[..<before.place]), Array(before.numbers[..<before.place]))
        place = before.place - 1
    }

    private mutating func object(_ objection: Objection) -> [QuantityValue]? {
        (self.objection, numbers[place]) = (objection, Self.empty)
        return nil
    }

    private static var empty: NumberEntry { NumberEntry(places: 0, takesSign: false) }

    private var entered: [QuantityValue] {
        zip(items, numbers).compactMap { item, number in
            number.value.map { QuantityValue(item.quantity, $0, item.unit) }
        }
    }

    private var values: [QuantityKind: DecimalValue] {
        Dictionary(entered.map { ($0.kind, $0.value) }) { first, _ in first }
    }
}
