/// One alarm that can be set anew; the old setting is then void.
struct Alarm {
    private let clock: SyncClock
    private var task: Task<Void, Never>?

    init(clock: SyncClock) { self.clock = clock }

    /// Rings once when the deadline comes.
    mutating func set(to deadline: Duration, ring: @escaping @Sendable () -> Void) {
        task?.cancel()
        let rest = max(.zero, deadline - clock.now())
        task = Task { [clock] in
            // Only cancelling ends a sleep early, and a cancelled alarm must not ring.
            do { try await clock.sleep(rest) } catch { return }
            ring()
        }
    }

    func cancel() { task?.cancel() }
}
