import Foundation

/// When to send what: a pure machine without a resting place. Whatever happens, ``deadline`` lies ahead and the next
/// try starts then.
///
/// The way round is load → send → apply → load …, until nothing is left; then it waits.
public struct UplinkState: Sendable {
    /// What can happen.
    public enum Event: Sendable {
        /// The deadline may have come.
        case timer
        /// A new event was committed.
        case recorded
        /// The link came up, or a person pressed the button.
        case nudged
        /// The answer to the effect of the same number.
        case answered(Int, Answer)
    }

    public enum Answer: Sendable {
        case loaded(OutboxBatch?)
        case sent(UploadOutcome)
        case applied
        case storeFailed
    }

    /// What to do; each is answered once, with its number.
    public enum Effect: Equatable, Sendable {
        case load(Int, Source)
        case send(Int, OutboxBatch)
        case apply(Int, UploadReceipt)
    }

    /// Where the next batch comes from.
    public enum Source: Equatable, Sendable {
        /// Unsent events beside those that are held back.
        case unsent(BatchLimit, skipping: Set<UUID>)
        /// The newest acknowledged event: does the office still have it?
        case probe
    }

    enum Phase: Sendable {
        case waiting, loading
        case sending(OutboxBatch)
        case applying(OutboxBatch, UploadReceipt)
    }

    /// Which events the load under way looks for.
    enum Turn: Sendable { case fresh, held, probe }

    /// Times that do not depend on the office.
    public struct Pace: Sendable {
        /// A new record waits this long for company.
        public var debounce: Duration = .seconds(2)
        /// With nothing to do, the outbox is looked at this often.
        public var idle: Duration = .seconds(900)
        /// How often the office is asked whether it still has the newest event.
        public var probe: Duration = .seconds(3600)
        /// Nothing under way may take longer.
        public var patience: Duration = .seconds(90)
        public init() {}
    }

    /// When the next step is taken at the latest, on the clock that `update` is told.
    public internal(set) var deadline: Duration
    /// Why events do not flow; nil after an accepted reply.
    public internal(set) var trouble: SyncTrouble?

    let pace: Pace
    var phase = Phase.waiting
    var turn = Turn.fresh
    var attempt = 0
    var attemptStarted: Duration
    var limit = BatchLimit()
    var backoff: Backoff
    var held = HeldEvents()
    /// The first event of a batch that failed, and how often.
    var strikes: (head: UUID, count: Int)?
    /// Batches are being halved to find what breaks them.
    var isSearching = false
    var probeAt: Duration
    var recordedMeanwhile = false

    /// Waits `bootDelay` before the first try, so that a district does not switch on as one.
    public init(now: Duration, bootDelay: Duration, seed: UInt64, pace: Pace = Pace()) {
        deadline = now + bootDelay
        attemptStarted = now - pace.debounce
        probeAt = now
        backoff = Backoff(seed: seed)
        self.pace = pace
    }

    public mutating func update(_ event: Event, at now: Duration) -> [Effect] {
        switch event {
        case .timer: return now < deadline ? [] : timeIsUp(now)
        case .recorded: recorded(now)
        case .nudged: nudged(now)
        case .answered(let number, let answer) where number == attempt: return answered(answer, now)
        case .answered: break
        }
        return []
    }

    private mutating func timeIsUp(_ now: Duration) -> [Effect] {
        switch phase {
        case .waiting: return load(.fresh, now)
        case .sending(let batch): sent(batch, .timedOut, now)
        case .loading, .applying: wait(.storage, .storage, now)
        }
        return []
    }

    private mutating func recorded(_ now: Duration) {
        guard case .waiting = phase else {
            recordedMeanwhile = true
            return
        }
        switch trouble {
        case nil, .noNetwork: deadline = min(deadline, now + pace.debounce)
        case .overloaded, .refused, .storage: break
        }
    }

    private mutating func nudged(_ now: Duration) {
        guard case .waiting = phase else { return }
        backoff.reset(.network)
        held.linkCameUp(now: now)
        deadline = min(deadline, max(now, attemptStarted + pace.debounce))
    }

    private mutating func answered(_ answer: Answer, _ now: Duration) -> [Effect] {
        switch (phase, answer) {
        case (.loading, .loaded(let batch?)):
            phase = .sending(batch)
            return [.send(step(now), batch)]
        case (.loading, .loaded(nil)):
            return nothingLoaded(now)
        case (.sending(let batch), .sent(.accepted(let reply))):
            let receipt = UploadReceipt(batch, reply)
            phase = .applying(batch, receipt)
            return [.apply(step(now), receipt)]
        case (.sending(let batch), .sent(let outcome)):
            sent(batch, outcome, now)
        case (.applying(let batch, let receipt), .applied):
            return applied(batch, receipt, now)
        case (_, .storeFailed):
            wait(.storage, .storage, now)
        default:
            break
        }
        return []
    }
}
