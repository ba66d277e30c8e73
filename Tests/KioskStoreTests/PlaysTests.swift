import SignageFeed
import SyncWire
import Testing

@testable import KioskStore

@Suite struct PlaysTests {
    private let total = PlayTotal(day: "2026-11-20", item: "notice-7", seconds: 840, times: 12)

    @Test func `a day's plays become events, once however often they are told`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            try await shelf.store.keepPlays([total])
            try await shelf.store.keepPlays([total, PlayTotal(day: "2026-11-20", item: "b", seconds: 5, times: 1)])
            #expect(try await shelf.headers().map(\.type) == [PlayCounted.type, PlayCounted.type])
            #expect(
                try await shelf.body(PlayCounted.self, at: 0)
                    == PlayCounted(day: "2026-11-20", item: "notice-7", seconds: 840, times: 12))
            #expect(try await shelf.headers().allSatisfy { $0.personID == nil })
        }
    }

    @Test(arguments: [
        (PlayTotal(day: "2026-02-30", item: "a", seconds: 1, times: 1), StoreError.invalid(field: "day")),
        (PlayTotal(day: "2026-11-20", item: "", seconds: 1, times: 1), .invalid(field: "item")),
    ])
    func `a day or an item that cannot be leaves nothing`(_ bad: PlayTotal, _ error: StoreError) async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            await #expect(throws: error) { try await shelf.store.keepPlays([total, bad]) }
            #expect(try await shelf.lines().isEmpty)
        }
    }
}
