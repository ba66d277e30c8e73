/// Decides by blood pressure whether somebody may do the fitness tests now.
///
/// Above 160 or 100 mmHg a first reading asks for a rest and a second one; if that is high again, the supporter is
/// called. Above 200 or 110 there is no test today and somebody looks after the person; that stands whatever a later
/// reading says. Below 90 systolic the supporter is called. Limits come from `safety_gates.csv`.
public struct BloodPressureGate: Sendable {
    private let rules: [SafetyGates.Rule]

    static let stopping = ["acsm_rest_sys", "acsm_rest_dia"]
    static let high = ["kspo_bp_sys", "kspo_bp_dia"]
    static let low = ["low_bp"]
    static var deciding: [String] { stopping + high + low }

    public init(_ gates: SafetyGates) { rules = gates.rules }

    /// What comes next. The rule's id is for staff, never for the senior's screen.
    public enum Outcome: Equatable, Sendable {
        case go
        /// Sit quietly for five to ten minutes, then measure again.
        case restAndRepeat(rule: String)
        case callSupporter(rule: String)
        /// No test today; refer to the health centre.
        case stopAndRefer(rule: String)
    }

    public struct Judgement: Equatable, Sendable {
        public let outcome: Outcome
        /// All limits that the last reading crossed, for staff.
        public let crossed: [String]
    }

    /// Judges the readings of one visit, the earliest first. Nil without a reading.
    public func judge(_ readings: [BloodPressure]) -> Judgement? {
        guard let last = readings.last else { return nil }
        return Judgement(outcome: outcome(readings, last), crossed: crossed(by: last))
    }

    private func outcome(_ readings: [BloodPressure], _ last: BloodPressure) -> Outcome {
        if let rule = readings.lazy.compactMap({ first(of: Self.stopping, crossedBy: $0) }).first {
            return .stopAndRefer(rule: rule)
        }
        if let rule = first(of: Self.high, crossedBy: last) {
            let wasHigh = readings.dropLast().contains { first(of: Self.high, crossedBy: $0) != nil }
            return wasHigh ? .callSupporter(rule: rule) : .restAndRepeat(rule: rule)
        }
        return first(of: Self.low, crossedBy: last).map { .callSupporter(rule: $0) } ?? .go
    }

    private func first(of ids: [String], crossedBy pressure: BloodPressure) -> String? {
        crossed(by: pressure).first { ids.contains($0) }
    }

    private func crossed(by pressure: BloodPressure) -> [String] {
        rules.filter { $0.isCrossed(by: pressure) }.map(\.id)
    }
}
