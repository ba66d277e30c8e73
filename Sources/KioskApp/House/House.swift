import Crypto
import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import Logging
import SeniorCard
import SyncClient

/// What lies behind the stage: the store, the office, the devices. It begins after the first picture is on the panel,
/// so that a wall is never black for want of a disk or a line.
final class House: Sendable {
    let store: KioskStore
    let opening: StoreOpening
    let identity: DeviceIdentity?
    let runner: EffectRunner
    let cards: CardDesk
    private let content: ContentFolder
    private let clock: WallClock
    private let settings: Settings
    private let logger: Logger

    static let version = "0.1.0"

    init(
        _ settings: Settings, plans: PlanTables, print: @escaping @Sendable (Printout) -> Void, logger: Logger,
        post: @escaping @Sendable (AppEvent) -> Void
    ) throws {
        (self.settings, self.logger) = (settings, logger)
        let paths = DataFolder(settings)
        identity = try IdentityFile(path: paths.identity).load()
        (store, opening) = try Self.openStore(settings)
        content = try ContentFolder(paths.content)
        clock = WallClock(folder: paths.path, logger: logger)
        cards = CardDesk(
            key: try paths.cardKey(identity), earlier: identity == nil ? nil : try paths.ownCardKey())
        runner = EffectRunner(
            store: store, cards: cards, plans: plans, settings: settings, print: print, logger: logger, post: post)
        if case .replaced(let aside) = opening {
            logger.error("The store was damaged and lies aside; a new one was begun", metadata: ["folder": "\(aside)"])
        }
    }

    /// Works until cancelled.
    func run(devices: DeviceRoom, post: @escaping @Sendable (AppEvent) -> Void) async {
        let transport = HTTPTransport()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.runner.run() }
            group.addTask { await devices.run(post: post) }
            group.addTask { await self.judgeClock(post) }
            group.addTask { await self.watchPin(post) }
            if let identity {
                group.addTask { await self.sync(identity, transport, post) }
            } else {
                logger.notice("This kiosk is not enrolled; it works by itself")
                if let feeds = self.ownFeeds(transport) {
                    group.addTask { await feeds.run(clock: ContinuousClock(), post: post) }
                }
            }
        }
        do {
            try await transport.shutdown()
        } catch {
            logger.warning("The HTTP client did not end cleanly", metadata: ["error": "\(error)"])
        }
    }

    /// The wall has to know what its clock is worth before it shows a class or counts a bus down.
    private func judgeClock(_ post: @Sendable (AppEvent) -> Void) async {
        repeat {
            post(.clockJudged(clock.trust()))
            do { try await Task.sleep(for: WallClock.interval) } catch { return }
        } while true
    }

    /// A supporter may put a paper up at any time, with the office or without.
    private func watchPin(_ post: @Sendable (AppEvent) -> Void) async {
        let watch = PinWatch(
            shelf: PinShelf(DataFolder(settings)), now: { Date() }, trust: { self.clock.trust() }, logger)
        await watch.run(clock: ContinuousClock(), post: post)
    }

    /// A list that cannot be read leaves the wall as it is; the log says why.
    private func ownFeeds(_ transport: HTTPTransport) -> OwnFeeds? {
        guard let list = settings.feedSources else { return nil }
        do {
            return try OwnFeeds(
                list: list, folder: DataFolder(settings).feeds, keys: OwnFeeds.environmentKey,
                exchange: transport.exchange, now: { Date() }, logger: logger)
        } catch {
            logger.error("The list of feeds cannot be read", metadata: ["list": "\(list)", "error": "\(error)"])
            return nil
        }
    }

    private func sync(
        _ identity: DeviceIdentity, _ transport: HTTPTransport, _ post: @escaping @Sendable (AppEvent) -> Void
    ) async {
        var choices = SyncService.Settings()
        choices.checkInInterval = settings.checkInInterval
        choices.bootDelay = .seconds(Double.random(in: 0...settings.bootDelay / .seconds(1)))
        let service = SyncService(
            identity: identity, outbox: store, content: WallContent(folder: content, logger: logger, post: post),
            plans: store, exchange: transport.exchange, settings: choices, world: world(post), logger: logger)
        await service.run()
    }

    private func world(_ post: @escaping @Sendable (AppEvent) -> Void) -> SyncService.World {
        SyncService.World(
            clock: SyncClock(ContinuousClock()), now: { Date() }, seed: UInt64.random(in: 0...UInt64.max),
            facts: { [store, logger] in
                var free: Int64 = 0
                do {
                    free = try store.freeDiskBytes()
                } catch {
                    logger.warning("Free disk space is unknown", metadata: ["error": "\(error)"])
                }
                return DeviceFacts(
                    appVersion: Self.version, freeDiskBytes: free, clockState: ClockTrust.current.state,
                    wallMilliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            },
            report: { [clock] health in
                if let at = health.lastContact, let office = health.officeMilliseconds {
                    ClockTrust.heard(officeMilliseconds: office, at: at)
                    if clock.heard(officeMilliseconds: office, at: at) { post(.clockJudged(clock.trust())) }
                }
                post(
                    .connectionChanged(Connection(isReachable: health.trouble == nil, unsent: health.unsent)))
            })
    }
}

extension House {
    /// The store alone, for the subcommands that look after it. Fails while the kiosk runs: one process owns the file.
    static func openStore(_ settings: Settings) throws -> (store: KioskStore, opening: StoreOpening) {
        let folder = DataFolder(settings)
        let stamp = try EventStamp.maker(
            now: { Date() }, timeZone: settings.timeZone, appVersion: version,
            clockState: { ClockTrust.current.state })
        return try KioskStore.open(in: folder.store, device: try identity(folder)?.deviceID, stamp: stamp)
    }

    static func identity(_ folder: DataFolder) throws -> DeviceIdentity? {
        try IdentityFile(path: folder.identity).load()
    }
}
