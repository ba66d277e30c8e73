import Foundation
import KioskStore
import SyncWire
import Testing

@testable import SyncClient

@Suite(.timeLimit(.minutes(1))) struct PlanDownlinkTests {
    private static func mark(_ cursor: Int64, _ incarnation: String = "first") -> PlanMark {
        PlanMark(incarnation: incarnation, cursor: cursor)
    }

    private func withPlans(_ test: @Sendable (Box, Downlink) async throws -> Void) async throws {
        try await Box.run { (box: Box) async throws in
            let content = try ContentFolder(box.folder + "/content")
            try await test(box, Downlink(office: box.client, content: content, plans: box.store))
        }
    }

    private func item(_ box: Box, _ content: String) -> PlanItem {
        PlanItem(personID: box.person.id, standing: .inForce, planID: UUID(), content: content)
    }

    @Test func `plans come page by page, and the next question goes on from there`() async throws {
        try await withPlans { (box: Box, downlink: Downlink) async throws in
            let other = PlanItem(personID: UUID(), standing: .waiting)
            box.office.edit { state in
                state.planBatches = [
                    PlanBatch(mark: Self.mark(3), isWhole: true, isLast: false, items: [item(box, "{}")]),
                    PlanBatch(mark: Self.mark(8), isWhole: false, isLast: true, items: [other]),
                ]
            }
            try await downlink.refreshPlans(to: Self.mark(8))
            #expect(try await box.store.planMark() == Self.mark(8))
            #expect(try await box.store.plan(of: box.person.id)?.content == "{}")
            let asked = box.office.edit { $0.planRequests }
            #expect(
                asked.map { $0.split(separator: "?").dropFirst().first.map(String.init) } == [nil, "after=3&of=first"])
            try await downlink.refreshPlans(to: Self.mark(8))
            #expect(box.office.edit { $0.planRequests.count } == 2)
        }
    }

    @Test func `a line that breaks in between takes no plan away, and it goes on where it stopped`() async throws {
        try await withPlans { (box: Box, downlink: Downlink) async throws in
            let held = PlanBatch(mark: Self.mark(1), isWhole: true, isLast: true, items: [item(box, "old")])
            try await box.store.take(held)
            let first = PlanBatch(
                mark: Self.mark(2, "second"), isWhole: true, isLast: false,
                items: [PlanItem(personID: UUID(), standing: .waiting)])
            box.office.edit { $0.planBatches = [first] }
            await #expect(throws: DownlinkError.self) { try await downlink.refreshPlans(to: Self.mark(4, "second")) }
            #expect(try await box.store.plan(of: box.person.id)?.content == "old")
            let last = PlanBatch(mark: Self.mark(4, "second"), isWhole: false, isLast: true, items: [])
            box.office.edit { $0.planBatches = [last] }
            try await downlink.refreshPlans(to: Self.mark(4, "second"))
            #expect(try await box.store.plan(of: box.person.id) == nil)
        }
    }

    @Test func `pages that hold too much or lead nowhere are not taken`() async throws {
        try await withPlans { (box: Box, downlink: Downlink) async throws in
            let large = String(repeating: "x", count: WireLimit.bytesPerPlan + 1)
            let bad: [(PlanBatch, DownlinkError)] = [
                (PlanBatch(mark: Self.mark(1), isWhole: true, isLast: true, items: [item(box, large)]), .tooMuch),
                (PlanBatch(mark: Self.mark(1), isWhole: true, isLast: false, items: []), .unreadable),
                (PlanBatch(mark: Self.mark(1, "other"), isWhole: false, isLast: true, items: []), .unreadable),
            ]
            for (batch, error) in bad {
                box.office.edit { $0.planBatches = [batch] }
                await #expect(throws: error) { try await downlink.refreshPlans(to: Self.mark(9)) }
            }
            #expect(try await box.store.planMark() == nil)
        }
    }

    @Test func `an unsigned answer brings no plan`() async throws {
        try await withPlans { (box: Box, downlink: Downlink) async throws in
            box.office.edit { $0.standing = .unsigned(200) }
            await #expect(throws: DownlinkError.network(.untrusted(status: 200))) {
                try await downlink.refreshPlans(to: Self.mark(1))
            }
        }
    }
}
