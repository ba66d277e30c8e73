/// One week of a plan, Monday to Sunday: what and how much.
public struct WeekPlan: Codable, Equatable, Sendable {
    /// Counted from 1.
    public let week: Int
    /// Seven, Monday first.
    public let days: [Day]

    public struct Day: Codable, Equatable, Sendable {
        public let weekday: PlanWeekday
        /// In the order in which they are done; empty on a day of rest.
        public let items: [Item]
    }

    public struct Item: Codable, Hashable, Sendable {
        public let phase: ExercisePhase
        public let exercise: ExerciseID
        public let amount: Amount
    }

    /// So many minutes, repetitions or seconds, so many times.
    public struct Amount: Codable, Hashable, Sendable {
        public let kind: DoseKind
        public let amount, times: Int

        public init(kind: DoseKind, amount: Int, times: Int) {
            (self.kind, self.amount, self.times) = (kind, amount, times)
        }
    }

    /// The minutes of walking in this week.
    public var walkingMinutes: Int {
        days.flatMap(\.items).filter { $0.exercise == .walking && $0.phase == .main }.reduce(0) {
            $0 + $1.amount.amount
        }
    }
}

extension PlanContent {
    /// The week with that number; the first is 1, and what comes before it is the first.
    public func week(_ number: Int) -> WeekPlan {
        let week = max(1, number)
        return WeekPlan(
            week: week,
            days: PlanWeekday.allCases.map { day in
                let lines = lines.filter { $0.days.contains(day) }
                let order = ExercisePhase.allCases.flatMap { phase in lines.filter { $0.phase == phase } }
                return WeekPlan.Day(weekday: day, items: order.map { $0.item(inWeek: week) })
            })
    }
}

extension PlanLine {
    fileprivate func item(inWeek week: Int) -> WeekPlan.Item {
        WeekPlan.Item(
            phase: phase, exercise: exercise,
            amount: WeekPlan.Amount(kind: dose.kind, amount: dose.amount(inWeek: week), times: dose.times))
    }
}
