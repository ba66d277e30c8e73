import SyncClient
import Synchronization

/// A clock that a test moves. Whoever sleeps on it wakes when it was moved far enough.
final class HandClock: Sendable {
    private struct Sleeper {
        var until: Duration
        var wake: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var sleepers: [Int: Sleeper] = [:]
        var last = 0
    }

    private let state = Mutex(State())

    var now: Duration { state.withLock { $0.now } }
    var asSyncClock: SyncClock { SyncClock(now: { self.now }, sleep: { try await self.sleep(for: $0) }) }

    func advance(_ step: Duration) {
        let due = state.withLock { state in
            state.now += step
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.wake)
        }
        for sleeper in due { sleeper.resume() }
    }

    private func sleep(for length: Duration) async throws {
        try Task.checkCancellation()
        let id = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in
                let isOver = state.withLock { state in
                    guard length > .zero, !Task.isCancelled else { return true }
                    state.sleepers[id] = Sleeper(until: state.now + length, wake: wake)
                    return false
                }
                if isOver { wake.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake.resume(throwing: CancellationError())
        }
    }
}
