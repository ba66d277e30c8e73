/// Where a trial's values wait until they can be taken: typed twice, and asked again if they are unusual.
public struct EntryDesk: Equatable, Sendable {
    /// What a supporter typed first.
    private var typed: [QuantityValue]?
    /// Values that were so unusual that they were asked again, in order.
    public private(set) var doubted: [[QuantityValue]] = []

    public init() {}

    /// Takes values; the answer says whether they count.
    public mutating func take(
        _ values: [QuantityValue], _ source: ValueSource, _ finding: RangeFinding
    ) -> EntryAnswer {
        if finding.verdict == .refuse {
            typed = nil
            return .refused(finding)
        }
        if source == .supporter, let answer = compare(values) { return answer }
        guard finding.verdict == .askAgain else { return .taken(flags: []) }
        guard doubted.isEmpty else { return .taken(flags: [.outsideUsual]) }
        doubted.append(values)
        return .askAgain(finding)
    }

    /// Nil once both entries say the same amount.
    private mutating func compare(_ values: [QuantityValue]) -> EntryAnswer? {
        guard let first = typed else {
            typed = values
            return .enterAgain
        }
        typed = nil
        return Self.sameAmounts(first, values) ? nil : .entriesDiffer
    }

    private static func sameAmounts(_ a: [QuantityValue], _ b: [QuantityValue]) -> Bool {
        a.count == b.count
            && a.allSatisfy { left in
                b.contains { right in
                    left.kind == right.kind && left.unit == right.unit && left.value <= right.value
                        && left.value >= right.value
                }
            }
    }
}

/// What became of values that were entered.
public enum EntryAnswer: Equatable, Sendable {
    case taken(flags: Set<QualityFlag>)
    /// Typed once: once more, please.
    case enterAgain
    /// The two entries are not the same; both are forgotten.
    case entriesDiffer
    /// Unusual: measure again, or confirm.
    case askAgain(RangeFinding)
    /// No body and no device has such a value.
    case refused(RangeFinding)
}
