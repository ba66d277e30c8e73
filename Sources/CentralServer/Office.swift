import Foundation
import GRDB
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The office put together: database, identity, routes, publishing.
public struct Office: Sendable {
    public let settings: Settings
    public let store: OfficeStore
    public let identity: ServerIdentity
    public let publisher: Publisher
    public let enrolment: EnrolmentDesk
    let now: @Sendable () -> Date
    let logger: Logger
    private let proxies: ProxyAddresses

    /// Puts an office together over an open database, and projects what an earlier run left.
    public init(
        settings: Settings, store: OfficeStore, source: any WallContentSource = NoPolledContent(), logger: Logger,
        now: @escaping @Sendable () -> Date
    ) async throws {
        (self.settings, self.store, self.now, self.logger) = (settings, store, now, logger)
        proxies = try settings.proxies
        identity = try await ServerIdentity.loadOrMake(in: store)
        publisher = Publisher(store: store, source: source, calendar: try settings.calendar, logger: logger, now: now)
        enrolment = EnrolmentDesk(store: store, identity: identity, now: now)
        try await EventProjector().resume(in: store, logger: logger)
    }

    /// The routes of the kiosks; others may be added.
    public func makeRouter() -> Router<OfficeRequestContext> {
        let router = Router(context: OfficeRequestContext.self)
        let allowance = Allowance(
            burst: Double(settings.kioskBurst), perSecond: Double(settings.kioskRate), now: now)
        SyncRoutes(
            gate: DeviceGate(store: store, allowance: allowance), signer: ReplySigner(identity: identity),
            enrolment: enrolment, enrolmentAllowance: Allowance(burst: 20, perSecond: 0.2, now: now),
            address: ClientAddress(proxies: proxies),
            intake: EventIntake(
                store: store, identity: identity, projector: EventProjector(), logger: logger, now: now),
            status: StatusDesk(store: store, incarnation: identity.incarnation, now: now),
            downlink: Downlink(store: store),
            plans: PlanDownlink(store: store, incarnation: identity.incarnation)
        ).add(to: router)
        HealthRoute(store: store).add(to: router)
        return router
    }

    /// The server with its publishing service, ready to run in a `ServiceGroup` or a test.
    ///
    /// - Parameters:
    ///   - addRoutes: Adds the web pages.
    ///   - clock: Paces publishing.
    ///   - onRunning: Is told the port that the server listens at.
    public func makeApplication(
        clock: any Clock<Duration> = ContinuousClock(),
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in },
        addRoutes: (Router<OfficeRequestContext>) throws -> Void = { _ in }
    ) rethrows -> some ApplicationProtocol {
        let router = makeRouter()
        try addRoutes(router)
        return Application(
            router: router, server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(2000)),
            services: [
                PublishingService(
                    publisher: publisher, interval: .seconds(settings.publishInterval), clock: clock, logger: logger)
            ],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }, logger: logger)
    }
}
