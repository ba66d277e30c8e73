import Foundation

/// Which alert has the screen, which the strip, and which waits.
struct AlertTurn {
    var cover: FramePlan.Cover?
    var banner: AlertPlan?
    var waiting = 0
    /// When that can change by itself; nil without alerts.
    var nextChange: Date?

    /// Alerts without a stated end are asked about again this often.
    private static let look: TimeInterval = 60

    init(_ state: WallState, at now: Date, isQuiet: Bool) {
        let alerts = state.alerts.filter { Self.holds($0, at: now, state.trust) }
        let covering = alerts.filter { alert in
            guard alert.style(at: now) == .fullScreen else { return false }
            // A class, a measuring session or a person is broken into by the gravest only.
            return state.activity == nil || alert.level == .grave
        }
        cover = state.activity.map(FramePlan.Cover.activity)
        guard !alerts.isEmpty else { return }
        let bounds = alerts.flatMap { [$0.info.expires, $0.info.onset] }.compactMap { $0 }.filter { $0 > now }
        nextChange = min(bounds.min() ?? .distantFuture, now.addingTimeInterval(Self.look))
        let top = Self.gravest(covering)
        if !top.isEmpty {
            let (shown, until) = Self.turn(of: top, at: now)
            cover = .alert(AlertPlan(shown, at: now, isQuiet: isQuiet))
            nextChange = nextChange.map { min($0, until) }
            waiting = alerts.count - 1
        } else if state.activity != nil {
            waiting = alerts.count
        } else {
            let (shown, until) = Self.turn(of: Self.gravest(alerts), at: now)
            banner = AlertPlan(shown, at: now, isQuiet: isQuiet)
            nextChange = nextChange.map { min($0, until) }
            waiting = alerts.count - 1
        }
    }

    /// An end can be judged only by a clock that is right.
    private static func holds(_ alert: CurrentAlert, at now: Date, _ trust: ClockTrust) -> Bool {
        guard trust == .known, let expires = alert.info.expires else { return true }
        return expires > now
    }

    private static func gravest(_ alerts: [CurrentAlert]) -> [CurrentAlert] {
        let top = alerts.map { $0.level }.max()
        return alerts.filter { $0.level == top }
    }

    /// Alerts of the same level take turns, each as long as the longest needs to be read.
    private static func turn(of alerts: [CurrentAlert], at now: Date) -> (CurrentAlert, Date) {
        let each = alerts.map { ReadingTime.seconds(for: ($0.info.headline ?? "") + $0.info.text) }.max() ?? 0
        guard alerts.count > 1 else { return (alerts[0], .distantFuture) }
        let turn = now.wholeSecond.quotient(by: each)
        return (
            alerts[turn.remainder(by: alerts.count)], Date(timeIntervalSince1970: TimeInterval((turn + 1) * each))
        )
    }
}
