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
    private(set) var validators = FeedValidators()
    private var failures = 0
    private var asked = 0
    private var emptyInARow = 0
    private var askedAt = Date.distantPast
    private var isStopped = false
    private let box: String

    init(_ source: FeedSource, box: String = "") { (self.source, self.box) = (source, box) }

    /// The question to ask now. A first issue that is not out yet leaves the one before it.
    var question: FeedQuestion {
        FeedQuestion(
            source: source, validators: validators,
            earlier: lastGood == nil && !emptyInARow.isMultiple(of: 2) ? 1 : 0)
    }

    /// Whether to ask at `now`. A clock that jumped back does not silence a source for days.
    func isDue(at now: Date) -> Bool {
        !isStopped && (now >= due || now < askedAt.addingTimeInterval(-Freshness.clockTolerance))
    }

    mutating func asked(at now: Date) {
        askedAt = now
        asked = asked == .max ? 0 : asked + 1
        // Should the answer never come, the next turn asks again.
        due = now.addingTimeInterval(interval)
    }

    /// Takes an answer in. Answers true when the content changed.
    mutating func take(_ result: FeedQuestion.Result, at now: Date) -> Bool {
        guard case .answered(let outcome, let validators) = result else {
            // As good as the same answer again; the fact keeps its own age.
            succeed(at: now)
            return false
        }
        if outcome.value != nil { self.validators = validators }
        if case .empty = outcome { emptyInARow = min(emptyInARow + 1, 1_000) } else { emptyInARow = 0 }
        return take(outcome, at: now)
    }

    private mutating func take(_ outcome: FeedOutcome<FeedContent>, at now: Date) -> Bool {
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
        due = later(KoreanTime.midnight(of: now).addingTimeInterval(86_400 + 60))
    }

    /// Asks again at the next turn, after a person changed something.
    mutating func resume() { (isStopped, failures, due) = (false, 0, .distantPast) }

    private var interval: TimeInterval { TimeInterval(max(20, source.interval)) }

    /// A little later than `date`, differently for each box.
    private func later(_ date: Date) -> Date {
        date.addingTimeInterval(BackOff.jitter(box: box, source: source.id, turn: asked) * min(60, interval / 4))
    }

    private mutating func keep(_ content: FeedContent, _ problems: [FeedProblem], at now: Date) -> Bool {
        succeed(at: now)
        self.problems = problems
        // A cache on the way may answer with an older issue.
        if case .weather(let old)? = lastGood, case .weather(let new) = content {
            defer { waitForIssue(at: now) }
            guard new.issuedAt >= old.issuedAt || old.issuedAt > now.addingTimeInterval(Freshness.clockTolerance)
            else { return false }
            var merged = new
            merged.value = new.value.keeping(old.value)
            lastGood = .weather(merged)
        } else {
            lastGood = content
            waitForIssue(at: now)
        }
        return true
    }

    /// What comes in issues is not asked about between them.
    private mutating func waitForIssue(at now: Date) {
        guard let issuedAt = lastGood?.issuedAt, let next = source.format.baseTime?.next(after: issuedAt, at: now)
        else { return }
        due = later(next)
    }

    private mutating func succeed(at now: Date) {
        (failures, error, succeededAt) = (0, nil, now)
        due = later(now.addingTimeInterval(interval))
        waitForIssue(at: now)
    }

    private mutating func fail(_ error: FeedError, at now: Date) {
        failures = min(failures + 1, 10)
        self.error = error
        guard !error.permanent else {
            isStopped = true
            return
        }
        if error.retryAfter == .untilNextKoreanDay { return pauseUntilNextKoreanDay(at: now, error) }
        due = later(now.addingTimeInterval(BackOff.wait(error, failures: failures, interval: interval)))
    }
}
