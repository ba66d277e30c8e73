import Foundation

/// What failed, how often, and when it may be tried again. A bad item, feed or file is skipped and reported; it never
/// makes the wall, or the whole program, go round in circles.
///
/// It also knows what is being tried now: kept on disk before a risky step, it tells after a crash who was to blame.
public struct Quarantine: Codable, Equatable, Sendable {
    /// Ids with their failures.
    private var cases: [String: Case] = [:]
    /// Begun and not yet ended, by whoever may not survive it.
    public private(set) var trying: Set<String> = []
    private static let limit = 200

    private struct Case: Codable, Equatable {
        var failures: Int
        var until: Date
        var failedAt: Date
        var reason: String
    }

    /// One failing thing, for the office.
    public struct Report: Equatable, Sendable {
        public var id: String
        public var failures: Int
        public var reason: String
        public var until: Date
    }

    public init() {}

    /// So many failures in a row are bad luck.
    private static let patience = 3
    private static let longest: TimeInterval = 86_400

    /// Notes that something begins that may not end; keep this on disk before doing it.
    public mutating func begin(_ id: String) {
        if trying.count < Self.limit { trying.insert(id) }
    }

    /// Notes that it went well; its past is forgotten.
    public mutating func succeed(_ id: String) {
        trying.remove(id)
        cases[id] = nil
    }

    /// Notes a failure. Answers true when it is not to be tried for a while: from the third in a row on, for an hour and
    /// twice as long each time, at most a day.
    @discardableResult
    public mutating func fail(_ id: String, _ reason: String, at now: Date) -> Bool {
        trying.remove(id)
        let failures = min(1_000, (cases[id]?.failures ?? 0) + 1)
        let over = failures - Self.patience
        let wait = over < 0 ? 0 : min(Self.longest, 3_600 * Double(1 << min(over, 10)))
        cases[id] = Case(
            failures: failures, until: now.addingTimeInterval(wait), failedAt: now, reason: String(reason.prefix(80)))
        if cases.count > Self.limit, let oldest = cases.min(by: { $0.value.failedAt < $1.value.failedAt }) {
            cases[oldest.key] = nil
        }
        return over >= 0
    }

    /// After a start: whatever had begun and not ended has failed.
    public mutating func blameUnfinished(at now: Date) {
        for id in trying.sorted() { fail(id, "crashed", at: now) }
    }

    /// Whether to leave it alone now. A clock that went back a day or more keeps nothing locked up.
    public func holds(_ id: String, at now: Date) -> Bool {
        guard let known = cases[id], known.failures >= Self.patience else { return false }
        return now < known.until && now >= known.failedAt.addingTimeInterval(-Self.longest)
    }

    /// A new version deserves a new chance.
    public mutating func release(_ id: String) { cases[id] = nil }

    /// All that is left alone at `now`.
    public func held(at now: Date) -> Set<String> { Set(cases.keys.filter { holds($0, at: now) }) }

    /// What to tell the office, the worst first.
    public var reports: [Report] {
        cases.map { Report(id: $0.key, failures: $0.value.failures, reason: $0.value.reason, until: $0.value.until) }
            .sorted { ($1.failures, $0.id) < ($0.failures, $1.id) }
    }
}
