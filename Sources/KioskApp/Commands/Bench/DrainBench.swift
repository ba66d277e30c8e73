import ArgumentParser
import Foundation
import KioskScreens
import KioskStore
import Logging
import SyncClient
import SyncWire

/// `kiosk bench drain`: an enrolled kiosk that was offline for a month calls its office; until the office has signed
/// for every event. The store stays in the folder, so that the floor can write the same rows.
struct DrainBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drain", abstract: "A month's events to the office.")

    @OptionGroup var options: SettingsOptions
    @Option(help: "Readings that wait.") var count = 4500
    @Option(help: "Seconds after which it counts as failed.") var patience = 60

    private struct Answer: Encodable {
        var events: Int
        var milliseconds: Double
    }

    func run() throws {
        try reporting {
            let (settings, count, patience) = (try options.load(), count, patience)
            try write(try waitFor { try await Self.drain(count, settings, patience: patience) })
        }
    }

    private static func drain(_ count: Int, _ settings: Settings, patience: Int) async throws -> Answer {
        guard let identity = try House.identity(DataFolder(settings)) else {
            throw Failure.badData("the kiosk in \(settings.dataFolder) is not enrolled")
        }
        let room = try await BenchStore.open(settings)
        for number in 0..<count {
            try await room.store.saveReading(
                BenchStore.reading(number), testID: TestID.pressure, person: room.visit.person.id, visit: room.visit.id)
        }
        let waiting = try await room.store.statistics().unsent
        let transport = HTTPTransport()
        let start = MonotonicTime.nanoseconds
        let end = try await untilEmpty(patience: patience) { report in
            try service(room.store, identity, settings, transport, report: report)
        }
        let left = try await room.store.statistics()
        try await transport.shutdown()
        try room.close()
        guard let end, left.unsent == 0, left.quarantined == 0, left.conflicts == 0 else {
            throw Failure.unavailable("the office did not take all events: \(left)")
        }
        return Answer(events: waiting, milliseconds: Double(end - start) / 1e6)
    }

    private static func service(
        _ store: KioskStore, _ identity: DeviceIdentity, _ settings: Settings, _ transport: HTTPTransport,
        report: @escaping @Sendable (SyncHealth) -> Void
    ) throws -> SyncService {
        let content = WallContent(
            folder: try ContentFolder(DataFolder(settings).content), logger: BenchCommand.logger, post: { _ in })
        let free = try store.freeDiskBytes()
        return SyncService(
            identity: identity, outbox: store, content: content, exchange: transport.exchange,
            world: SyncService.World(
                clock: SyncClock(ContinuousClock()), now: { Date() }, seed: 1,
                facts: {
                    DeviceFacts(
                        appVersion: House.version, freeDiskBytes: free, clockState: ClockTrust.current.state,
                        wallMilliseconds: Int64(Date().timeIntervalSince1970 * 1000))
                }, report: report), logger: BenchCommand.logger)
    }

    /// When the last event was signed for; nil if that took too long.
    private static func untilEmpty(
        patience: Int, _ make: (@escaping @Sendable (SyncHealth) -> Void) throws -> SyncService
    ) async throws -> Int64? {
        let (reports, reported) = AsyncStream.makeStream(of: Int64?.self)
        let service = try make { health in
            guard health.lastAcknowledged != nil, health.unsent == 0 else { return }
            reported.yield(MonotonicTime.nanoseconds)
        }
        let work = Task.detached { await service.run() }
        let watch = Task.detached {
            do { try await Task.sleep(for: .seconds(patience)) } catch { return }
            reported.yield(nil)
        }
        var heard = reports.makeAsyncIterator()
        let end = await heard.next() ?? nil
        watch.cancel()
        work.cancel()
        await work.value
        return end
    }
}
