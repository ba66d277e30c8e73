import Foundation

/// What is known of one source: its last good answer, and when to ask again.
struct SourceState: Sendable {
    let source: FeedSource
    /// Stays until a better one comes, however long that takes.
    private(set) var lastGood: FeedContent?
    private(set) var problems: [FeedProblem] = []
    private(set) var error: FeedError?
    /// When an answer last was understood.
    private(set) var succeededAt: Date?
    private(set) var due = Date.distantPast
    private var failures = 0
    private var askedAt = Date.distantPast
    private var isStopped = false

    init(_ source: FeedSource) { self.source = source }

    /// Whether to ask at `now`. A clock that jumped back does not silence a source for days.
    func isDue(at now: Date) -> Bool {
        !isStopped && (now >= due || now < askedAt.addingTimeInterval(-Freshness.clockTolerance))
    }

    mutating func asked(at now: Date) {
        askedAt = now
        // Should the answer never come, the next turn asks again.
        due = now.addingTimeInterval(interval)
    }

    /// Takes an answer in. Answers true when the content changed.
    mutating func take(_ outcome: FeedOutcome<FeedContent>, at now: Date) -> Bool {
        switch outcome {
        case .ok(let content): return keep(content, [], at: now)
        case .partial(let content, let problems): return keep(content, problems, at: now)
        case .empty:
            succeed(at: now)
            problems = []
            guard let nothing = source.format.nothing(source.context(receivedAt: now)) else { return false }
            return keep(nothing, [], at: now)
        case .failed(let error):
            fail(error, at: now)
            return false
        }
    }

    /// Stays away until the next Korean day, because the key that this source shares is used up.
    mutating func pauseUntilNextKoreanDay(at now: Date, _ error: FeedError) {
        self.error = error
        due = KoreanTime.midnight(of: now).addingTimeInterval(86_400 + 60)
    }

    /// Asks again at the next turn, after a person changed something.
    mutating func resume() { (isStopped, failures, due) = (false, 0, .distantPast) }

    private var interval: TimeInterval { TimeInterval(max(20, source.interval)) }

    private mutating func keep(_ content: FeedContent, _ problems: [FeedProblem], at now: Date) -> Bool {
        succeed(at: now)
        self.problems = problems
        // A cache on the way may answer with an older issue.
        if case .weather(let old)? = lastGood, case .weather(let new) = content {
            guard new.issuedAt >= old.issuedAt || old.issuedAt > now.addingTimeInterval(Freshness.clockTolerance)
            else { return false }
            var merged = new
            merged.value = new.value.keeping(old.value)
            lastGood = .weather(merged)
        } else {
            lastGood = content
        }
        return true
    }

    private mutating func succeed(at now: Date) {
        (failures, error, succeededAt) = (0, nil, now)
        due = now.addingTimeInterval(interval)
    }

    private mutating func fail(_ error: FeedError, at now: Date) {
        failures = min(failures + 1, 10)
        self.error = error
        guard !error.permanent else {
            isStopped = true
            return
        }
        switch error.retryAfter {
        case .none: due = now.addingTimeInterval(min(3_600, interval * Double(1 << failures)))
        case .seconds(let seconds): due = now.addingTimeInterval(max(interval, TimeInterval(seconds)))
        case .untilNextKoreanDay: pauseUntilNextKoreanDay(at: now, error)
        }
    }
}
