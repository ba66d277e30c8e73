/// Something that staff should know of a person. Never shown to the senior: most are words of a diagnosis, none is one.
public struct StaffFlag: Equatable, Sendable {
    public let rule: FlagRule
    /// What was measured or counted.
    public let value: ExactAmount

    /// `awgs2019.grip`: the rule's set, and the item that it is about.
    public var id: String { rule.id }
    public var limit: DecimalValue? { rule.limit }
    public var row: TableRow { rule.row }
}

/// A rule that raises a flag. Immutable; a class for the same reason as ``TableRow``.
public final class FlagRule: Equatable, Sendable {
    public let id: String
    /// Nil for answers.
    public let item: TestItem?
    /// The limit, as the row has it; nil for a category without one.
    public let limit: DecimalValue?
    public let row: TableRow

    init(_ id: String, _ item: TestItem? = nil, limit: DecimalValue?, row: TableRow) {
        (self.id, self.item, self.limit, self.row) = (id, item, limit, row)
    }

    public static func == (a: FlagRule, b: FlagRule) -> Bool {
        a === b || (a.id, a.item, a.limit, a.row) == (b.id, b.item, b.limit, b.row)
    }
}

extension TestItem {
    /// As rules call it: short where only one test of the kind has rules.
    var ruleName: String {
        switch self {
        case .gripMax: "grip"
        case .gaitSpeed: "gait"
        case .sppbTotal: "sppb"
        case .calf: "calf"
        default: id
        }
    }
}
