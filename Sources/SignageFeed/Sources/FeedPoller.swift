import Foundation

/// Asks sources in turn and keeps the last good fact of each.
///
/// It sleeps, tells the time and reaches the network only through what it is given. Reports and errors never hold an
/// address or a key.
public actor FeedPoller {
    /// Fetches a URL within a time limit of its own and at most two megabytes.
    public typealias Fetch = @Sendable (URL) async throws -> (status: Int, bytes: [UInt8])

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
    }

    private var states: [SourceState]
    private let keys: @Sendable (String) -> String?
    private let now: @Sendable () -> Date
    private let fetch: Fetch

    /// A poller of `sources`. `keys` gives the key of that name.
    public init(
        sources: [FeedSource], keys: @escaping @Sendable (String) -> String?, now: @escaping @Sendable () -> Date,
        fetch: @escaping Fetch
    ) {
        states = sources.map(SourceState.init)
        (self.keys, self.now, self.fetch) = (keys, now, fetch)
    }

    /// Asks every source whose time has come, all at once; answers how those stand now.
    @discardableResult
    public func pollDue() async -> [Status] {
        let start = now()
        let due = states.indices.filter { states[$0].isDue(at: start) }
        for index in due { states[index].asked(at: start) }
        let (keys, now, fetch) = (keys, now, fetch)
        let answers = await withTaskGroup(of: (Int, FeedOutcome<FeedContent>).self) { group in
            for index in due {
                let source = states[index].source
                group.addTask { (index, await FeedQuestion(source).ask(keys: keys, now: now, fetch: fetch)) }
            }
            var answers: [Int: FeedOutcome<FeedContent>] = [:]
            for await (index, outcome) in group { answers[index] = outcome }
            return answers
        }
        let end = now()
        return due.compactMap { index in answers[index].map { take($0, index, at: end) } }
    }

    /// The newest facts for a place. Answers at once from what was fetched.
    public func facts(for place: String) -> PolledFacts {
        PolledFacts(
            states.filter { $0.source.place == place }.compactMap { state in
                state.lastGood.map { (state.source.format, $0) }
            })
    }

    /// How every source stands.
    public func status() -> [Status] { states.map { Self.status($0, hasChanged: false) } }

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

    private func take(_ outcome: FeedOutcome<FeedContent>, _ index: Int, at end: Date) -> Status {
        let hasChanged = states[index].take(outcome, at: end)
        if case .failed(let error) = outcome, error.retryAfter == .untilNextKoreanDay {
            pauseSiblings(of: states[index].source, error, at: end)
        }
        return Self.status(states[index], hasChanged: hasChanged)
    }

    /// A quota belongs to a key and a service: the others that share both would only be refused, too.
    private func pauseSiblings(of source: FeedSource, _ error: FeedError, at end: Date) {
        for index in states.indices
        where states[index].source.key == source.key && states[index].source.format == source.format {
            states[index].pauseUntilNextKoreanDay(at: end, error)
        }
    }

    private static func status(_ state: SourceState, hasChanged: Bool) -> Status {
        Status(
            id: state.source.id, place: state.source.place, error: state.error, problems: state.problems,
            succeededAt: state.succeededAt, issuedAt: state.lastGood?.issuedAt, nextAttempt: state.due,
            hasChanged: hasChanged)
    }
}
