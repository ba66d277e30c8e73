/// The Bluetooth radio through BlueZ on a message bus.
public struct BlueZLink: GattLink {
    private let bus: BusAddress
    private let wanted: GattDemand
    private let clock: any Clock<Duration>

    /// More unread bus events than this, and the connection is given up and made anew: memory stays bounded, and
    /// nothing is lost silently.
    private static let mostUnread = 4096

    /// Looks for what is wanted on the adapter of the service on this bus; the clock times out calls and tries anew.
    public init(bus: BusAddress = .system, wanted: GattDemand, clock: any Clock<Duration> = ContinuousClock()) {
        (self.bus, self.wanted, self.clock) = (bus, wanted, clock)
    }

    public func run(_ handle: (GattEvent) -> [GattOrder]) async throws {
        var backoff = Backoff(longest: .seconds(30))
        var isUnavailable = false
        func tell(_ event: GattEvent) -> [GattOrder] {
            if case .unavailable = event {
                guard !isUnavailable else { return [] }
                isUnavailable = true
            } else {
                isUnavailable = false
                backoff.reset()
            }
            return handle(event)
        }
        while true {
            let reason = await converse(tell)
            try Task.checkCancellation()
            _ = tell(.unavailable(reason: reason))
            try await clock.sleep(for: backoff.next())
        }
    }

    /// Holds one conversation, and says why it ended.
    private func converse(_ tell: (GattEvent) -> [GattOrder]) async -> String {
        let (inputs, source) = AsyncStream.makeStream(
            of: BlueZSession.Input.self, bufferingPolicy: .bufferingOldest(Self.mostUnread))
        let connection: BusConnection
        do throws(BusError) {
            connection = try BusConnection(to: bus) { event in
                if case .dropped = source.yield(.bus(event)) { source.finish() }
            }
        } catch {
            return error.reason
        }
        defer { connection.close() }
        return await withDiscardingTaskGroup { group in
            defer { group.cancelAll() }
            var session = BlueZSession(wanted: wanted)
            for await input in inputs {
                var effects = session.handle(input)[...]
                while let effect = effects.popFirst() {
                    switch effect {
                    case .report(let event): for order in tell(event) { effects += session.handle(.order(order)) }
                    case .send(let message, let token): connection.send(message, token: token)
                    case .wait(let duration, let phase):
                        group.addTask { await wait(duration, then: .waited(phase: phase), to: source) }
                    case .end(let reason): return reason
                    }
                }
            }
            // The stream was full, or this task is cancelled.
            for effect in session.handle(.bus(.closed(.disconnected("too much at once")))) {
                if case .report(let event) = effect { _ = tell(event) }
            }
            return "too much at once"
        }
    }

    private func wait(
        _ duration: Duration, then input: BlueZSession.Input, to inputs: AsyncStream<BlueZSession.Input>.Continuation
    ) async {
        // The only error is cancellation: the conversation is over, and nobody waits.
        do { try await clock.sleep(for: duration) } catch { return }
        inputs.yield(input)
    }
}
