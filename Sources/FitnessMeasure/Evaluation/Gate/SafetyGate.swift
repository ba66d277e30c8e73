/// Decides whether somebody may do the fitness tests now, by blood pressure, pulse, oxygen and answers.
///
/// Above 160 or 100 mmHg a first reading asks for a rest and a second one; if that is high again, only grip and
/// questions are left. Above 200 or 110 there is no test today; that stands whatever a later reading says.
public struct SafetyGate: Sendable {
    /// An answer by which staff say that what they know of does not stand in the way.
    public static let clearedByStaff = "cleared_by_staff"

    private let rules: [SafetyGates.Rule]

    public init(_ gates: SafetyGates) { rules = gates.rules }

    /// The questions whose yes no staff can clear: they are asked anew on every day of tests. What staff can clear
    /// (an illness, a medicine) is asked once, by staff.
    public func askedEachTime(of questions: ScreeningQuestions) -> [ScreeningQuestion] {
        let ids = rules.filter { $0.cleared == nil }.flatMap { rule -> [String] in
            if case .yes(let questions) = rule.condition { questions } else { [] }
        }
        return questions.asked.filter { ids.contains($0.id) }
    }

    /// Judges the blood pressures of one visit, the earliest first. Nil without one.
    public func judge(_ pressures: [BloodPressure]) -> GateJudgement? {
        guard let last = pressures.last else { return nil }
        return judge(Vitals(last), earlier: pressures.dropLast().map(Vitals.init), isRepeated: false, answers: [:])
    }

    /// Judges all that is known of somebody.
    public func judge(_ examination: Examination) -> GateJudgement {
        judge(
            Vitals(examination.values), earlier: examination.earlierPressures.map(Vitals.init),
            isRepeated: examination.isPressureRepeated, answers: examination.answers)
    }

    private func judge(
        _ vitals: Vitals, earlier: [Vitals], isRepeated: Bool, answers: [String: ScreeningAnswer]
    ) -> GateJudgement {
        let isRepeated = isRepeated || earlier.contains { asksForRest($0) }
        let isCleared = answers[Self.clearedByStaff] == .yes
        var crossed: [CrossedRule] = []
        for rule in rules {
            if let value = rule.crossing(vitals, answers) {
                let outcome = isRepeated ? rule.repeated : rule.first
                crossed.append(rule.crossed(value, isCleared ? rule.cleared ?? outcome : outcome))
            } else if rule.first == .stopAndRefer, let value = earlier.lazy.compactMap({ rule.crossing($0) }).first {
                crossed.append(rule.crossed(value, .stopAndRefer))
            }
        }
        return GateJudgement(
            outcome: crossed.map(\.outcome).max() ?? .go, crossed: crossed, unchecked: unchecked(vitals, answers))
    }

    private func asksForRest(_ vitals: Vitals) -> Bool {
        rules.contains { $0.first == .restAndRepeat && $0.crossing(vitals) != nil }
    }

    private func unchecked(_ vitals: Vitals, _ answers: [String: ScreeningAnswer]) -> [GateJudgement.Unchecked] {
        let isAsked =
            !answers.isEmpty
            && rules.contains { rule in
                if case .yes(let questions) = rule.condition {
                    questions.contains { answers[$0] != nil }
                } else {
                    false
                }
            }
        let isMeasured = vitals.systolic != nil && vitals.diastolic != nil
        return (isMeasured ? [] : [.bloodPressure]) + (isAsked ? [] : [.questions])
    }
}

extension SafetyGate {
    /// What the limits are about.
    fileprivate struct Vitals {
        var systolic, diastolic, pulse, oxygen: DecimalValue?

        init(_ pressure: BloodPressure) {
            (systolic, diastolic, pulse) = (pressure.systolic, pressure.diastolic, pressure.pulse)
        }

        init(_ values: MeasuredValues) {
            (systolic, diastolic) = (values[.systolic], values[.diastolic])
            (pulse, oxygen) = (values[.restingPulse], values[.oxygenSaturation])
        }

        subscript(item: TestItem) -> DecimalValue? {
            switch item {
            case .systolic: systolic
            case .diastolic: diastolic
            case .restingPulse: pulse
            case .oxygenSaturation: oxygen
            default: nil
            }
        }
    }
}

extension SafetyGates.Rule {
    /// What crosses the rule: the value, or `.some(nil)` for an answer. Nil if nothing does.
    fileprivate func crossing(_ vitals: SafetyGate.Vitals, _ answers: [String: ScreeningAnswer] = [:]) -> DecimalValue??
    {
        switch condition {
        case .limit(let item, let comparison, let limit):
            guard let value = vitals[item], comparison.holds(value, limit) else { return nil }
            return .some(value)
        case .yes(let questions):
            return !answers.isEmpty && questions.contains { answers[$0] == .yes } ? .some(nil) : nil
        }
    }

    fileprivate func crossed(_ value: DecimalValue?, _ outcome: GateOutcome) -> CrossedRule {
        CrossedRule(outcome: outcome, value: value, rule: self)
    }
}
