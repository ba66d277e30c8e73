/// How much of an exercise.
public struct PlanDose: Hashable, Sendable {
    public let kind: DoseKind
    /// Minutes, repetitions or seconds in the first week.
    public let amount: Int
    /// Rounds of repetitions, or how often a pose is held.
    public let times: Int
    /// How many minutes are added every two weeks; minutes grow before anything else does.
    public let step: Int
    /// Where the growing ends.
    public let target: Int

    /// Nobody exercises longer or more often in a day.
    static let maximum = 300

    /// Amount, times and target from 1, growing to the target and not beyond; nil for what is no dose.
    public init?(kind: DoseKind, amount: Int, times: Int = 1, step: Int = 0, target: Int? = nil) {
        let target = target ?? amount
        let range = 1...Self.maximum
        guard range.contains(amount), range.contains(times), (0...Self.maximum).contains(step),
            (amount...Self.maximum).contains(target)
        else { return nil }
        (self.kind, self.amount, self.times, self.step, self.target) = (kind, amount, times, step, target)
    }

    /// The amount in a week, counted from 1.
    func amount(inWeek week: Int) -> Int {
        // After so many weeks every plan has reached its target.
        let weeks = min(max(1, week), 2 * Self.maximum + 1)
        return min(target, amount + (weeks - 1) / 2 * step)
    }
}

extension PlanDose: Codable {
    private enum Key: String, CodingKey { case kind, amount, times, step, target }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let dose = PlanDose(
            kind: try container.decode(DoseKind.self, forKey: .kind),
            amount: try container.decode(Int.self, forKey: .amount),
            times: try container.decode(Int.self, forKey: .times), step: try container.decode(Int.self, forKey: .step),
            target: try container.decode(Int.self, forKey: .target))
        guard let dose else {
            throw DecodingError.dataCorruptedError(
                forKey: .amount, in: container, debugDescription: "not a dose that anybody does")
        }
        self = dose
    }
}
