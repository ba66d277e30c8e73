import Foundation

/// Asks sources in turn and keeps the last good fact of each.
///
/// It sleeps, tells the time and reaches the network only through what it is given. Reports and errors never hold an
/// address or a key.
public actor FeedPoller {
    /// Fetches a URL within a time limit of its own and at most two megabytes.
    public typealias Fetch = @Sendable (URL) async throws -> (status: Int, bytes: [UInt8])
    /// Asks one question within a time limit of its own, sends its header fields, takes at most two megabytes, and does
    /// not follow redirects.
    public typealias Exchange = @Sendable (FeedRequest) async throws -> FeedAnswer
    /// Keeps the day's count on the disk.
    public typealias KeepLedger = @Sendable (QuotaLedger) -> Void

    /// How one source stands.
    public struct Status: Equatable, Sendable {
        public var id: String
        public var place: String
        /// What is wrong now, nil when all is well.
        public var error: FeedError?
        public var problems: [FeedProblem]
        public var succeededAt: Date?
        /// When the kept fact was made.
        public var issuedAt: Date?
        public var nextAttempt: Date
        /// Whether this turn brought new content.
        public var hasChanged: Bool
        /// The same trouble is not to be logged each time: true at first, then once an hour.
        public var isNews: Bool
    }

    private var states: [SourceState]
    private var ledger: QuotaLedger
    private var gate = ReportGate()
    private let timetables = TimetableShelf()
    private let keys: @Sendable (String) -> String?
    private let now: @Sendable () -> Date
    private let exchange: Exchange
    private let keep: KeepLedger

    /// A poller of `sources`. `keys` gives the key of that name. `box` names the asking machine, so that many of them do
    /// not ask at once. `ledger` is the day's count so far; `keep` is called before a counted question is asked.
    public init(
        sources: [FeedSource], keys: @escaping @Sendable (String) -> String?, now: @escaping @Sendable () -> Date,
        box: String = "", ledger: QuotaLedger = QuotaLedger(), keep: @escaping KeepLedger = { _ in },
        exchange: @escaping Exchange
    ) {
        states = sources.map { SourceState($0, box: box) }
        (self.keys, self.now, self.exchange) = (keys, now, exchange)
        (self.ledger, self.keep) = (ledger, keep)
    }

    /// A poller over a network that knows no header fields.
    public init(
        sources: [FeedSource], keys: @escaping @Sendable (String) -> String?, now: @escaping @Sendable () -> Date,
        fetch: @escaping Fetch
    ) {
        self.init(sources: sources, keys: keys, now: now) { request in
            let answer = try await fetch(request.address.exposed)
            return FeedAnswer(status: answer.status, bytes: answer.bytes)
        }
    }

    /// Asks every source whose time has come, all at once; answers how those stand now.
    @discardableResult
    public func pollDue() async -> [Status] {
        let start = now()
        let due = states.indices.filter { states[$0].isDue(at: start) }
        let allowed = spend(due, at: start)
        for index in due { states[index].asked(at: start) }
        let answers = await answers(allowed)
        let end = now()
        return due.map { index in
            guard let result = answers[index] else { return rest(index, at: end) }
            return take(result, index, at: end)
        }
    }

    private func answers(_ due: [Int]) async -> [Int: FeedQuestion.Result] {
        let (keys, now, exchange) = (keys, now, exchange)
        return await withTaskGroup(of: (Int, FeedQuestion.Result).self) { group in
            for index in due {
                var question = states[index].question
                question.timetables = timetables
                group.addTask { [question] in
                    (index, await question.ask(keys: keys, now: now, exchange: exchange))
                }
            }
            var answers: [Int: FeedQuestion.Result] = [:]
            for await (index, result) in group { answers[index] = result }
            return answers
        }
    }

    /// Counts the questions that are about to be asked; those beyond a quota are left out.
    private func spend(_ due: [Int], at start: Date) -> [Int] {
        var isCounted = false
        let allowed = due.filter { index in
            let source = states[index].source
            guard let quota = source.quota else { return true }
            isCounted = true
            return ledger.spend(source.quotaGroup, quota: quota, at: start)
        }
        // On the disk first: a box that restarts all day must not use the quota up.
        if isCounted { keep(ledger) }
        return allowed
    }

    /// Its quota is used up.
    private func rest(_ index: Int, at end: Date) -> Status {
        let error = FeedError(.service("quota"), retryAfter: .untilNextKoreanDay)
        states[index].pauseUntilNextKoreanDay(at: end, error)
        return status(states[index], hasChanged: false, at: end)
    }

    /// The newest facts for a place. Answers at once from what was fetched.
    public func facts(for place: String) -> PolledFacts { facts(for: [place]) }

    /// The newest facts for somebody who belongs to several places, the nearest first: a centre's own stop counts before
    /// the one of its municipality.
    public func facts(for places: [String]) -> PolledFacts {
        PolledFacts(
            places.flatMap { place in
                states.filter { $0.source.place == place }.compactMap { state in
                    state.lastGood.map { (state.source.format, $0) }
                }
            })
    }

    /// How every source stands.
    public func status() -> [Status] { states.map { Self.status($0, hasChanged: false, isNews: false) } }

    /// Asks a stopped source again, after a person mended its key or address.
    public func resume(_ id: String) {
        for index in states.indices where states[index].source.id == id { states[index].resume() }
    }

    /// Polls until cancelled, and tells after each turn in which something was asked.
    public func run(clock: any Clock<Duration>, report: @Sendable ([Status]) async -> Void) async throws {
        while true {
            let turn = await pollDue()
            if !turn.isEmpty { await report(turn) }
            try await clock.sleep(for: .seconds(5))
        }
    }

    private func take(_ result: FeedQuestion.Result, _ index: Int, at end: Date) -> Status {
        let hasChanged = states[index].take(result, at: end)
        if case .answered(.failed(let error), _) = result, error.retryAfter == .untilNextKoreanDay {
            pauseSiblings(of: states[index].source, error, at: end)
        }
        return status(states[index], hasChanged: hasChanged, at: end)
    }

    /// The others that share a quota would only be refused, too.
    private func pauseSiblings(of source: FeedSource, _ error: FeedError, at end: Date) {
        for index in states.indices where states[index].source.quotaGroup == source.quotaGroup {
            states[index].pauseUntilNextKoreanDay(at: end, error)
        }
    }

    private func status(_ state: SourceState, hasChanged: Bool, at end: Date) -> Status {
        guard let error = state.error else {
            gate.clear(state.source.id)
            return Self.status(state, hasChanged: hasChanged, isNews: false)
        }
        let isNews = gate.admit(state.source.id, error.code.description, at: end) != nil
        return Self.status(state, hasChanged: hasChanged, isNews: isNews)
    }

    private static func status(_ state: SourceState, hasChanged: Bool, isNews: Bool) -> Status {
        Status(
            id: state.source.id, place: state.source.place, error: state.error, problems: state.problems,
            succeededAt: state.succeededAt, issuedAt: state.lastGood?.issuedAt, nextAttempt: state.due,
            hasChanged: hasChanged, isNews: isNews)
    }
}
