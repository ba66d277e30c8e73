import Foundation

/// Events that wait for a later try, so that the rest can go on. Forgotten at a restart: then they are tried anew.
struct HeldEvents: Sendable {
    /// More are not remembered; the one that is due first is tried early instead.
    static let most = 1000

    private struct Hold {
        var until: Duration
        /// How often sending it alone was given up.
        var strikes = 0
        /// How many of these the office outlived, so that they speak against the event and not against the line.
        var proven = 0
    }
    private var holds: [UUID: Hold] = [:]
    /// Given up since the office last took something.
    private(set) var unproven: Set<UUID> = []

    var ids: Set<UUID> { Set(holds.keys) }
    var earliest: Duration? { holds.values.map(\.until).min() }

    func hasDue(at now: Duration) -> Bool { holds.values.contains { $0.until <= now } }

    /// Those whose time has not come.
    func notDue(at now: Duration) -> Set<UUID> { Set(holds.filter { $0.value.until > now }.keys) }

    /// The office asked for it again later.
    mutating func postpone(_ id: UUID, until: Duration) {
        holds[id, default: Hold(until: until)].until = until
        forgetSurplus()
    }

    /// Sending it alone was given up: 15 minutes' rest, then an hour, doubling up to a day.
    mutating func giveUp(_ id: UUID, now: Duration) {
        var hold = holds[id] ?? Hold(until: now)
        hold.strikes += 1
        hold.until = now + Self.rest(after: hold.strikes)
        holds[id] = hold
        unproven.insert(id)
        forgetSurplus()
    }

    /// The office takes events: a row of failures before this counts once. What failed in one row only may have been
    /// the outage's fault and is due again.
    mutating func officeTookSomething(now: Duration) {
        for id in unproven {
            guard var hold = holds[id] else { continue }
            hold.strikes = min(hold.strikes, hold.proven + 1)
            hold.proven = hold.strikes
            hold.until = hold.strikes == 1 ? now : min(hold.until, now + Self.rest(after: hold.strikes))
            holds[id] = hold
        }
        unproven = []
    }

    /// The link came up: what was given up once is due again.
    mutating func linkCameUp(now: Duration) {
        for (id, hold) in holds where hold.strikes == 1 { holds[id]?.until = min(hold.until, now) }
    }

    mutating func release(_ id: UUID) {
        holds[id] = nil
        unproven.remove(id)
    }

    mutating func releaseDue(at now: Duration) {
        for (id, hold) in holds where hold.until <= now { release(id) }
    }

    private static func rest(after strikes: Int) -> Duration {
        strikes <= 1 ? .seconds(900) : .seconds(min(86_400, 3600 << min(strikes - 2, 5)))
    }

    private mutating func forgetSurplus() {
        while holds.count > Self.most, let first = holds.min(by: { $0.value.until < $1.value.until }) {
            release(first.key)
        }
    }
}
