import Foundation
import GRDB
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import SignageFeed
import UnixSignals

/// The office as a process: it holds its data, serves, takes commands, and stops when it is told to.
public struct OfficeProcess: Sendable {
    let settings: Settings
    let isDemo: Bool
    let logger: Logger
    let now: @Sendable () -> Date

    public init(
        settings: Settings, isDemo: Bool, logger: Logger, now: @escaping @Sendable () -> Date
    ) {
        (self.settings, self.isDemo) = (settings, isDemo)
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
        let poller = try poller()
        let office = try await Office(
            settings: settings, store: store, source: PolledContent(poller: poller), logger: logger, now: now)
        let demo = isDemo ? try await Demonstration(office: office).prepare() : nil
        let pages = try await pages(of: office)
        var services: [any Service] = [
            office.makeApplication(
                onRunning: { port in await announceStart(port: port, demo: demo, to: announce) },
                addRoutes: { pages.add(to: $0) }),
            PollingService(
                poller: poller, publisher: office.publisher, clock: ContinuousClock(), logger: logger),
        ]
        let desk = OfficeDesk(office: office)
        let control = try ControlSocket(desk: desk, path: directory.socket, logger: logger).makeApplication()
        if let control { services.append(control) }
        try await serve(services)
        try store.database.close()
        withExtendedLifetime(hold) {}
    }

    /// Who asks the world for weather, buses and notices. A demonstration has feeds of its own.
    private func poller() throws -> FeedPoller {
        let list =
            isDemo && settings.feedSources.isEmpty
            ? settings.seedsDirectory + "/feeds/sources.json" : settings.feedSources
        let sources: [FeedSource]
        do {
            sources = list.isEmpty ? [] : try FeedSource.load(from: URL(fileURLWithPath: list))
        } catch {
            throw CommandFailure(.badData, "the list of feeds \(list) cannot be read: \(error)")
        }
        let environment = ProcessInfo.processInfo.environment
        let fetcher = FeedFetcher()
        let quotas = DurableValue<QuotaLedger>("feed-quotas", in: settings.dataDirectory)
        return FeedPoller(
            sources: sources, keys: { environment["SARANGBANG_FEED_KEY_" + $0.uppercased()] }, now: now,
            ledger: quotas.read().value ?? QuotaLedger(),
            keep: { [logger] ledger in
                do throws(DurableWriteError) { try quotas.write(ledger) } catch {
                    logger.error("The day's count of questions is not kept", metadata: ["error": "\(error)"])
                }
            }, exchange: { try await fetcher.ask($0) })
    }

    private func pages(of office: Office) async throws -> DashboardRoutes {
        let publisher = office.publisher
        do {
            let levels = try LevelWriter(assets: settings.assetsDirectory)
            let health = try HealthTables(assets: settings.assetsDirectory)
            return try await DashboardRoutes(
                store: office.store,
                settings: DashboardSettings(
                    folders: DashboardFolders(dashboard: settings.assetsDirectory + "/dashboard"),
                    isSecure: settings.pagesAreSecure, proxies: try settings.proxies),
                health: health, logger: logger, now: now, levels: levels.words(of:for:),
                onContentChange: { _ in try await publisher.publishAll() })
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
