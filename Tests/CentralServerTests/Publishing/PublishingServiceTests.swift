import Foundation
import GRDB
import Logging
import ServiceLifecycle
import Testing

@testable import CentralServer

@Suite struct PublishingServiceTests {
    actor Turns {
        private var left: Int
        init(_ count: Int) { left = count }
        func isLast() -> Bool {
            left -= 1
            return left <= 0
        }
    }

    @Test func `a failing turn is not the last one`() async throws {
        let office = try await SyncOffice.make()
        // Nothing can be published while a table is away.
        try await office.store.write { db in try db.rename(table: "blob", to: "away") }
        let service = PublishingService(
            publisher: office.office.publisher, interval: .seconds(60),
            clock: RestoringClock(store: office.store, turns: Turns(3)), logger: Logger(label: "test"))
        try await service.run()
        #expect(try await office.count("manifestVersion") == 3)
    }

    /// Puts the table back while the service sleeps for the first time.
    struct RestoringClock: Clock {
        let store: OfficeStore
        let turns: Turns
        var now: ContinuousClock.Instant { ContinuousClock().now }
        var minimumResolution: Duration { .zero }
        func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
            try await store.write { db in
                if try db.tableExists("away") { try db.rename(table: "away", to: "blob") }
            }
            if await turns.isLast() { throw CancellationError() }
        }
    }
}
