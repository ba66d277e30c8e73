/// How a field becomes a quantity.
public struct LineValueRule: Equatable, Sendable {
    public var quantity: QuantityKind
    public var field: String
    /// For devices that leave the decimal point out: `0243` with 1 is 24.3.
    public var impliedDecimals: Int
    public var isRequired: Bool
    /// True where a device writes zero for "not measured": no impedance without bare feet.
    public var zeroIsAbsent: Bool
    /// True where the sign tells the direction (pull or push) and not the amount.
    public var isMagnitude: Bool
    /// The field that names the unit; nil if the unit is fixed.
    public var unitField: String?
    /// By the unit field's text; a fixed unit stands under the empty text.
    public var units: [String: LineUnit]
}

/// A unit and what a body can plausibly do in it.
public struct LineUnit: Equatable, Sendable {
    public var unit: UCUMUnit
    public var minimum: DecimalValue?
    public var maximum: DecimalValue?
    /// Below it nobody stands on the scale, nobody pulls.
    public var idleBelow: DecimalValue?
}

/// How it is known that a value holds still.
public struct LineStability: Equatable, Sendable {
    public var rule: Rule
    /// A value that does not hold still for so long, or is not followed by anything for so long, failed.
    public var within: Duration

    public enum Rule: Equatable, Sendable {
        /// The device says so in a field.
        case words(field: String, stable: Set<String>, live: Set<String>)
        /// So many values in a row that differ by no more than the spread.
        case samples(Int, spread: DecimalValue)
    }
}

/// By what a device says that it failed.
public struct LineErrorRule: Equatable, Sendable {
    public var condition: Condition
    public var meaning: Meaning
    /// The error's name; nil for the text that the device gave.
    public var code: String?

    public enum Condition: Equatable, Sendable {
        /// The whole line; its field `code`, if it has one, names the error.
        case line(LinePattern)
        /// A field with any other text than these.
        case field(String, unless: Set<String>)
    }

    public enum Meaning: String, Decodable, Sendable { case deviceError = "device_error", unstable }
}

/// A field's text that says something about the reading's quality.
public struct LineFlagRule: Equatable, Sendable {
    public var field: String
    public var condition: Condition
    public var flag: QualityFlag

    public enum Condition: Equatable, Sendable {
        case text(String)
        /// Any text but these.
        case unless(Set<String>)
    }

    func holds(_ fields: [String: String]) -> Bool {
        guard let found = fields[field] else { return false }
        switch condition {
        case .text(let text): return found == text
        case .unless(let texts): return !texts.contains(found)
        }
    }
}

/// A field that holds a date or a time, `yyyy/MM/dd`: y, M, d, H, m and s are digits, all else is itself.
public struct LineTimeRule: Equatable, Sendable {
    public var field: String
    /// A text follows the one that has its length.
    public var layouts: [String]
    public var isRequired: Bool
}
