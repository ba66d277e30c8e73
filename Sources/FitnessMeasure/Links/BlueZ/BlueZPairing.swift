/// Pairs a device for good, while staff stand before it. A senior's screen never pairs.
public struct BlueZPairing: Sendable {
    private let bus: BusAddress
    private let clock: any Clock<Duration>

    private static let mostUnread = 1024

    public init(bus: BusAddress = .system, clock: any Clock<Duration> = ContinuousClock()) {
        (self.bus, self.clock) = (bus, clock)
    }

    /// Looks for the device, pairs it, and lets the service trust it, so that it may connect by itself.
    ///
    /// - Parameters:
    ///   - address: such as `AA:BB:CC:DD:EE:FF`; the device must be in its pairing mode.
    ///   - ask: is told each question, and its reply counts; for a number to show the reply does not.
    public func pair(
        _ address: String, capability: PairingCapability = .keyboardDisplay,
        ask: @escaping @Sendable (PairingQuestion) async -> PairingReply
    ) async throws(PairingFailure) {
        let (inputs, source) = AsyncStream.makeStream(
            of: PairingSession.Input.self, bufferingPolicy: .bufferingOldest(Self.mostUnread))
        let connection: BusConnection
        do throws(BusError) {
            connection = try BusConnection(to: bus) { event in
                if case .dropped = source.yield(.bus(event)) { source.finish() }
            }
        } catch {
            throw .unavailable(error.reason)
        }
        defer { connection.close() }
        let session = PairingSession(address: address, capability: capability)
        try await converse(session, connection, inputs, source, ask).get()
    }

    private func converse(
        _ first: PairingSession, _ connection: BusConnection, _ inputs: AsyncStream<PairingSession.Input>,
        _ source: AsyncStream<PairingSession.Input>.Continuation,
        _ ask: @escaping @Sendable (PairingQuestion) async -> PairingReply
    ) async -> Result<Void, PairingFailure> {
        await withDiscardingTaskGroup { group in
            defer { group.cancelAll() }
            var session = first
            for await input in inputs {
                for effect in session.handle(input) {
                    switch effect {
                    case .send(let message, let token): connection.send(message, token: token)
                    case .ask(let question, let number):
                        group.addTask { source.yield(.replied(number, await ask(question))) }
                    case .wait(let duration, let phase):
                        group.addTask {
                            // The only error is cancellation: the pairing is over, and nobody waits.
                            do { try await clock.sleep(for: duration) } catch { return }
                            source.yield(.waited(phase: phase))
                        }
                    case .end(let result): return result
                    }
                }
            }
            return .failure(.cancelled)
        }
    }
}
