import Foundation
import Logging
import SignageFeed
import Synchronization
import Testing

@testable import KioskApp

@Suite struct ProofKeeperTests {
    /// 2026-11-20 23:50 in Korea.
    private static let evening = Date(timeIntervalSince1970: 1_795_186_200)

    private func plan(_ item: String, at now: Date) -> FramePlan {
        let playlist = Playlist(items: [
            SignageItem(id: item, content: .notice(title: "알려 드려요", text: "내일은 쉬어요."), seconds: 600)
        ])
        return WallSchedule(playlist).wall(at: now, WallState(trust: .known))
    }

    private func sighting(
        _ item: String, second: Int, pixels: UInt64 = 7, isCovered: Bool = false
    ) -> Sighting {
        Sighting(
            presentations: [.main: Presentation(pixels: pixels, blank: 0, isCovered: isCovered)],
            plan: plan(item, at: Self.evening + Double(second)), steady: .seconds(second))
    }

    /// Lets a keeper see these, and answers the journal's records and the days that it gave away.
    private func seen(
        _ sightings: [Sighting], in folder: String, keepDays: @escaping ProofKeeper.KeepDays = { _ in }
    ) async throws -> [PlayRecord] {
        let journal = PlayJournal(folder: folder)
        let keeper = ProofKeeper(journal: journal, logger: Logger(label: "test"), keepDays: keepDays)
        for sighting in sightings { keeper.take(sighting) }
        keeper.end()
        await keeper.run()
        return try journal.read().records
    }

    private func inFolder(_ test: (String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "proof-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await test(folder)
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `what was visible is written down with its seconds`() async throws {
        try await inFolder { folder in
            let records = try await seen(
                [
                    sighting("a", second: 0), sighting("a", second: 60), sighting("b", second: 100),
                    sighting("b", second: 130),
                ],
                in: folder)
            #expect(records.map(\.item) == ["a", "b"] && records.map(\.seconds) == [100, 30])
        }
    }

    @Test(arguments: [(UInt64(0), false), (7, true)])
    func `what nobody could see does not count`(pixels: UInt64, isCovered: Bool) async throws {
        try await inFolder { folder in
            let records = try await seen(
                (0..<5).map { sighting("a", second: $0 * 30, pixels: pixels, isCovered: isCovered) }, in: folder)
            #expect(records.isEmpty)
        }
    }

    @Test func `a day that is over is given away once, and forgotten when it is safe`() async throws {
        try await inFolder { folder in
            let days = Mutex<[PlayTotal]>([])
            let evening = (0..<10).map { sighting("a", second: $0 * 60) }
            // A quarter past midnight and a little more.
            let night = (26..<30).map { sighting("b", second: $0 * 60) }
            let records = try await seen(evening + night, in: folder) { totals in days.withLock { $0 += totals } }
            // Nobody looked between 23:59 and 0:16; a silence is believed for a minute and a half.
            #expect(days.withLock { $0 } == [PlayTotal(day: "2026-11-20", item: "a", seconds: 630, times: 1)])
            #expect(records.map(\.item) == ["b"])
        }
    }

    @Test func `a day that the store refuses is told again after a restart`() async throws {
        struct Refused: Error {}
        try await inFolder { folder in
            let sightings = [sighting("a", second: 0), sighting("a", second: 60), sighting("b", second: 1_600)]
            let kept = try await seen(sightings, in: folder) { _ in throw Refused() }
            #expect(kept.contains { $0.item == "a" })
            let days = Mutex<[PlayTotal]>([])
            _ = try await seen([sighting("b", second: 1_700)], in: folder) { totals in days.withLock { $0 += totals } }
            #expect(days.withLock { $0 }.map(\.item) == ["a"])
        }
    }
}
