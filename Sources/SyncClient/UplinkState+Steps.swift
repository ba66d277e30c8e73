import Foundation
import SyncWire

extension UplinkState {
    /// Numbers the next effect and gives it its time.
    mutating func step(_ now: Duration) -> Int {
        attempt += 1
        attemptStarted = now
        deadline = now + pace.patience
        return attempt
    }

    mutating func load(_ turn: Turn, _ now: Duration) -> [Effect] {
        (phase, self.turn) = (.loading, turn)
        if turn == .fresh { recordedMeanwhile = false }
        let source: Source =
            switch turn {
            case .fresh: .unsent(limit, skipping: held.ids)
            case .held: .unsent(BatchLimit(events: 1, bytes: limit.bytes), skipping: held.notDue(at: now))
            case .probe: .probe
            }
        return [.load(step(now), source)]
    }

    /// Fresh events first, then held ones whose time has come, then the probe, then rest.
    mutating func nothingLoaded(_ now: Duration) -> [Effect] {
        if trouble == .storage { trouble = nil }
        switch turn {
        case .fresh where held.hasDue(at: now): return load(.held, now)
        case .held: held.releaseDue(at: now)
        case .probe: probeAt = now + pace.probe
        case .fresh: break
        }
        if turn != .probe, now >= probeAt { return load(.probe, now) }
        phase = .waiting
        deadline = [now + pace.idle, probeAt, held.earliest ?? .seconds(Int64.max / 2)].min() ?? now + pace.idle
        if recordedMeanwhile { deadline = min(deadline, now + pace.debounce) }
        return []
    }

    mutating func applied(_ batch: OutboxBatch, _ receipt: UploadReceipt, _ now: Duration) -> [Effect] {
        for result in receipt.results {
            if result.status == .retry {
                held.postpone(result.eventID, until: now + .seconds(min(max(result.after ?? 60, 5), 900)))
            } else {
                held.release(result.eventID)
            }
        }
        probeAt = now + pace.probe
        guard receipt.tookSomething else {
            wait(.overload, .overloaded, now)
            return []
        }
        backoff.reset()
        (trouble, strikes, isSearching) = (nil, nil, false)
        held.officeTookSomething(now: now)
        if turn == .fresh, batch.items.count >= limit.events {
            limit.events = min(BatchLimit().events, limit.events + max(1, limit.events / 2))
        }
        return load(.fresh, now)
    }

    mutating func sent(_ batch: OutboxBatch, _ outcome: UploadOutcome, _ now: Duration) {
        switch outcome {
        case .accepted, .overloaded: wait(.overload, .overloaded, now)
        case .refused(let code): wait(.refused, .refused(code: code), now)
        case .noNetwork(let failure): wait(.network, .noNetwork(failure), now)
        case .timedOut:
            if halve(batch) == false { strike(batch, now) }
            wait(.network, .noNetwork(.timedOut), now)
        case .tooLarge:
            if halve(batch) == false { strike(batch, now) }
            wait(.overload, .overloaded, now)
        case .broke:
            strike(batch, now)
            wait(.overload, .overloaded, now)
        }
    }

    mutating func wait(_ reason: Backoff.Reason, _ trouble: SyncTrouble, _ now: Duration) {
        phase = .waiting
        attempt += 1
        self.trouble = trouble
        deadline = now + backoff.delay(after: reason)
    }

    /// Half of this batch next time; false when it is a single event.
    private mutating func halve(_ batch: OutboxBatch) -> Bool {
        guard batch.items.count > 1 else { return false }
        limit.events = batch.items.count / 2
        return true
    }

    /// Counts a failure of this batch. The third halves it, and from then on each one does; a single event is left for
    /// later at its third, and one that was held already at its first. The wait starts small again for what is tried
    /// instead, but not when event after event fails: that is an outage.
    private mutating func strike(_ batch: OutboxBatch, _ now: Duration) {
        let head = batch.items[0].eventID
        let count = strikes?.head == head ? (strikes?.count ?? 0) + 1 : 1
        strikes = (head, count)
        let isEnough = count >= 3 || turn == .held || (isSearching && batch.items.count > 1)
        guard isEnough else { return }
        strikes = nil
        if held.unproven.isEmpty { backoff.reset(.overload) }
        if turn == .probe {
            probeAt = now + pace.probe
        } else if halve(batch) {
            isSearching = true
        } else {
            held.giveUp(head, now: now)
        }
    }
}
