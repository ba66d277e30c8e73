import Foundation
import GRDB
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The office as a process: it holds its data, serves, takes commands, and stops when it is told to.
public struct OfficeProcess: Sendable {
    let settings: Settings
    let isDemo: Bool
    let source: any WallContentSource
    let logger: Logger
    let now: @Sendable () -> Date

    public init(
        settings: Settings, isDemo: Bool, source: any WallContentSource = NoPolledContent(), logger: Logger,
        now: @escaping @Sendable () -> Date
    ) {
        (self.settings, self.isDemo, self.source) = (settings, isDemo, source)
        (self.logger, self.now) = (logger, now)
    }

    /// Runs until SIGTERM or SIGINT. `announce` gets one JSON object as soon as the port is open.
    public func run(announce: @escaping @Sendable (Data) -> Void) async throws {
        let directory = DataDirectory(path: settings.dataDirectory)
        try directory.make()
        guard let hold = try directory.hold() else {
            throw CommandFailure(.unavailable, "another office runs on \(settings.dataDirectory)")
        }
        let store = try OfficeStore.open(at: directory.database)
        let office = try await Office(settings: settings, store: store, source: source, logger: logger, now: now)
        let demo = isDemo ? try await Demonstration(office: office).prepare() : nil
        let pages = try await pages(of: office)
        var services: [any Service] = [
            office.makeApplication(
                onRunning: { port in await announceStart(port: port, demo: demo, to: announce) },
                addRoutes: { pages.add(to: $0) })
        ]
        let desk = OfficeDesk(office: office)
        let control = try ControlSocket(desk: desk, path: directory.socket, logger: logger).makeApplication()
        if let control { services.append(control) }
        try await serve(services)
        try store.database.close()
        withExtendedLifetime(hold) {}
    }

    private func pages(of office: Office) async throws -> DashboardRoutes {
        let publisher = office.publisher
        do {
            return try await DashboardRoutes(
                store: office.store,
                settings: DashboardSettings(
                    folders: DashboardFolders(dashboard: settings.assetsDirectory + "/dashboard"),
                    isSecure: settings.pagesAreSecure, trustsProxy: settings.pagesTrustProxy),
                logger: logger, now: now, onContentChange: { _ in try await publisher.publishAll() })
        } catch {
            throw CommandFailure(.unavailable, "the web pages cannot be made: \(error)")
        }
    }

    private func serve(_ services: [any Service]) async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do { try await group.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure(
                .unavailable, "port \(settings.port) of \(settings.host) is in use by another program")
        } catch let error as IOError {
            throw CommandFailure(.unavailable, "cannot listen at \(settings.host):\(settings.port): \(error)")
        }
    }

    private func announceStart(port: Int, demo: Demonstration.Access?, to announce: @Sendable (Data) -> Void) async {
        do {
            announce(try OfficeDesk.json(Start(url: "http://\(settings.host):\(port)", demo: demo)))
        } catch {
            logger.error("The start could not be announced", metadata: ["error": "\(error)"])
        }
    }

    private struct Start: Encodable {
        var url: String
        var demo: Demonstration.Access?
    }
}
