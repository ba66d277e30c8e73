import Foundation
import KioskStore
import Logging
import SyncWire
import Synchronization
import Testing

@testable import SyncClient

@Suite(.timeLimit(.minutes(1))) struct SyncServiceTests {
    /// A clock on which a minute is a tenth of a second: what the store takes on a busy machine is still short.
    private static func fastClock() -> SyncClock {
        let real = ContinuousClock()
        let beginning = real.now
        return SyncClock(
            now: { beginning.duration(to: real.now) * 500 }, sleep: { try await real.sleep(for: $0 / 500) })
    }

    /// Runs a service until its health is as wanted.
    private func run(
        _ box: Box, clock: SyncClock = fastClock(), onCheckIn: @escaping @Sendable () -> Void = {},
        until isEnough: @escaping @Sendable (SyncHealth) -> Bool
    ) async throws -> SyncHealth {
        let (reports, report) = AsyncStream.makeStream(of: SyncHealth.self)
        let world = SyncService.World(
            clock: clock, now: { Date(timeIntervalSince1970: 1) }, seed: 4,
            facts: {
                onCheckIn()
                return DeviceFacts(appVersion: "1.0", freeDiskBytes: 1, clockState: .synced, wallMilliseconds: 2)
            },
            report: { report.yield($0) })
        let service = SyncService(
            identity: box.identity, outbox: box.store, content: try ContentFolder(box.folder + "/content"),
            exchange: box.transport.exchange, world: world, logger: Logger(label: "test"))
        let running = Task { await service.run() }
        var last = SyncHealth()
        for await health in reports {
            last = health
            if isEnough(health) { break }
        }
        running.cancel()
        await running.value
        return last
    }

    @Test func `a service sends, checks in, fetches content, and says so`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(150)
            let wall = Data("{}".utf8)
            box.office.edit { state in
                state.manifest = Manifest(
                    version: 3, files: [.init(name: "wall.json", sha256: HexDigest.sha256(wall), size: 2)])
                state.blobs[HexDigest.sha256(wall)] = wall
            }
            let health = try await run(box) { $0.unsent == 0 && $0.contentVersion == 3 && $0.lastAcknowledged != nil }
            #expect(health.lastContact == Date(timeIntervalSince1970: 1))
            #expect(health.trouble == nil && health.contentTrouble == nil)
            #expect(box.office.storedIDs.count == 151)
            #expect(box.office.edit { $0.statuses.last?.stored } == 151)
        }
    }

    @Test func `a record made later goes out by itself`() async throws {
        try await Box.run { (box: Box) async throws in
            let once = Mutex(false)
            let health = try await run(box) { health in
                guard health.unsent == 0, health.lastAcknowledged != nil else { return false }
                let isFirst = once.withLock { done in
                    defer { done = true }
                    return !done
                }
                if isFirst { Task { try await box.record(1) } }
                return box.office.storedIDs.count == 2
            }
            #expect(health.unsent == 0)
        }
    }

    @Test func `after an hour without a line everything goes with the first check-in that is heard`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(10)
            box.office.edit { $0.standing = .portal }
            let clock = HandClock()
            let checkIns = Mutex(0)
            let running = Task {
                try await self.run(box, clock: clock.asSyncClock, onCheckIn: { checkIns.withLock { $0 += 1 } }) {
                    $0.unsent == 0 && $0.lastAcknowledged != nil
                }
            }
            // By the end of it the road up waits many minutes between its tries.
            while checkIns.withLock({ $0 }) < 60 { try await pass(.seconds(5), on: clock) }
            box.office.edit { $0.standing = .honest }
            // One interval more, and then time stands still.
            for _ in 0..<13 { try await pass(.seconds(5), on: clock) }
            #expect(try await running.value.unsent == 0)
            #expect(box.office.storedIDs.count == 11)
        }
    }

    private func pass(_ time: Duration, on clock: HandClock) async throws {
        clock.advance(time)
        try await Task.sleep(for: .milliseconds(2))
    }

    @Test func `a service comes back after a day without the office`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(10)
            box.office.edit { $0.standing = .cut }
            let tries = Mutex(0)
            let health = try await run(box) { health in
                let count = tries.withLock { tries in
                    tries += 1
                    return tries
                }
                if count == 2 { box.office.edit { $0.standing = .honest } }
                return health.unsent == 0 && health.lastAcknowledged != nil && health.trouble == nil
            }
            #expect(health.unsent == 0)
            #expect(box.office.storedIDs.count == 11)
        }
    }
}
