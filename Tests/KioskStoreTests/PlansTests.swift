import Foundation
import SyncWire
import Testing

@testable import KioskStore

@Suite struct PlansTests {
    private static func batch(
        _ cursor: Int64, _ items: [PlanItem], whole: Bool = false, last: Bool = true
    ) -> PlanBatch {
        PlanBatch(
            mark: PlanMark(incarnation: "first", cursor: cursor), isWhole: whole, isLast: last, items: items)
    }

    private static func plan(of person: UUID, _ content: String) -> PlanItem {
        PlanItem(personID: person, standing: .inForce, planID: UUID(), content: content)
    }

    @Test func `a plan outlives the process, and taking it twice changes nothing`() async throws {
        try await Shelf.inFolder { folder in
            let device = UUID()
            var store = try KioskStore.open(in: folder, device: device, stamp: { .example() }).store
            let person = try await store.enrol(.example(), cardDigest: nil).id
            for _ in 1...2 { try await store.take(Self.batch(4, [Self.plan(of: person, "{}")], whole: true)) }
            try store.close()
            store = try KioskStore.open(in: folder, device: device, stamp: { .example() }).store
            #expect(try await store.plan(of: person)?.content == "{}")
            #expect(try await store.planMark()?.cursor == 4)
            try store.close()
        }
    }

    @Test func `a plan that ended goes, and so does one that a whole answer does not name`() async throws {
        try await Shelf.run { shelf in
            let (one, two) = (
                try await shelf.store.enrol(.example(), cardDigest: nil).id,
                try await shelf.store.enrol(.example(), cardDigest: nil).id
            )
            try await shelf.store.take(Self.batch(2, [Self.plan(of: one, "a"), Self.plan(of: two, "b")], whole: true))
            try await shelf.store.take(Self.batch(3, [PlanItem(personID: one, standing: .none)]))
            #expect(try await shelf.store.plan(of: one) == nil)
            #expect(try await shelf.store.plan(of: two)?.content == "b")
            try await shelf.store.take(Self.batch(1, [Self.plan(of: one, "c")], whole: true, last: false))
            #expect(try await shelf.store.plan(of: two)?.content == "b")
            try await shelf.store.take(Self.batch(2, [], last: true))
            #expect(try await shelf.store.plan(of: two) == nil)
            #expect(try await shelf.store.plan(of: one)?.content == "c")
        }
    }

    @Test func `who does not consent to health data has no plan, whatever came`() async throws {
        try await Shelf.run { shelf in
            let person = try await shelf.store.enrol(.example(health: false), cardDigest: nil).id
            try await shelf.store.take(Self.batch(1, [Self.plan(of: person, "{}")], whole: true))
            #expect(try await shelf.store.plan(of: person) == nil)
        }
    }

    @Test func `a plan may come before its person does`() async throws {
        try await Shelf.run { shelf in
            try await shelf.store.take(Self.batch(1, [Self.plan(of: UUID(), "{}")], whole: true))
            #expect(try await shelf.store.planMark()?.cursor == 1)
        }
    }
}
