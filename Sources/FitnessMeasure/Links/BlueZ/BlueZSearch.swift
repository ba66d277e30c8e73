/// Looks for instruments that may be paired, while staff stand before them.
public struct BlueZSearch: Sendable {
    private let bus: BusAddress

    private static let mostUnread = 1024

    public init(bus: BusAddress = .system) { self.bus = bus }

    /// Tells what is in reach, and again whenever that changes, until cancelled. BlueZ ends the search when the
    /// connection to it is closed.
    public func search(_ report: @escaping @Sendable ([FoundInstrument]) -> Void) async throws(PairingFailure) {
        let (events, source) = AsyncStream.makeStream(
            of: BusEvent.self, bufferingPolicy: .bufferingOldest(Self.mostUnread))
        let connection: BusConnection
        do throws(BusError) {
            connection = try BusConnection(to: bus) { event in
                if case .dropped = source.yield(event) { source.finish() }
            }
        } catch {
            throw .unavailable(error.reason)
        }
        defer { connection.close() }
        var session = SearchSession()
        for await event in events {
            for effect in session.handle(event) {
                switch effect {
                case .send(let message, let token): connection.send(message, token: token)
                case .found(let instruments): report(instruments)
                case .end(let failure): throw failure
                }
            }
        }
        throw .cancelled
    }
}
