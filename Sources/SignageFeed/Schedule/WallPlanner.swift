import Foundation

/// Answers as ``WallSchedule`` does and remembers the running stretch, for those who ask often.
public struct WallPlanner: Sendable {
    public let schedule: WallSchedule
    private var segments: [ZoneSchedule.Segment] = []
    private var trust: ClockTrust?

    public init(_ schedule: WallSchedule) { self.schedule = schedule }

    /// What is on at `now`.
    public mutating func wall(at now: Date, _ state: WallState) -> FramePlan {
        let now = now.onSomeClock
        let second = now.wholeSecond
        if trust != state.trust || !segments.allSatisfy({ $0.start <= second && second < $0.end }) {
            segments = schedule.segments(at: second, state.trust)
            trust = state.trust
        }
        return schedule.plan(at: now, state, segments)
    }
}
