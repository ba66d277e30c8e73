import Foundation
import SyncWire

extension Downlink {
    /// Pages that one refresh fetches; a centre has a few hundred people.
    private static let mostPages = 400

    /// Fetches what the office says has changed, page by page; each is kept before the next is asked for.
    func refreshPlans(to newest: PlanMark?) async throws(DownlinkError) {
        guard let plans, let newest else { return }
        var mark = try await kept { try await plans.planMark() }
        guard mark != newest else { return }
        for _ in 0..<Self.mostPages {
            let asked = mark
            let page = try await ask(
                "GET", WirePath.plans(office.identity.deviceID, after: asked), Data(), PlanBatch.self)
            try Self.check(page, after: asked)
            try await kept { try await plans.take(page) }
            if page.isLast { return }
            mark = page.mark
        }
        throw .tooMuch
    }

    /// A page that goes on where the last one ended, or begins anew, and holds no more than it may.
    private static func check(_ page: PlanBatch, after mark: PlanMark?) throws(DownlinkError) {
        guard page.items.count <= WireLimit.plansPerPage,
            page.items.allSatisfy({ ($0.content?.utf8.count ?? 0) <= WireLimit.bytesPerPlan })
        else { throw .tooMuch }
        let goesOn = page.mark.incarnation == mark?.incarnation && page.mark.cursor >= mark?.cursor ?? 0
        guard page.isWhole || goesOn, page.isLast || !page.items.isEmpty, page.mark.incarnation.utf8.count <= 100 else {
            throw .unreadable
        }
    }

    private func kept<Value>(_ work: () async throws -> Value) async throws(DownlinkError) -> Value {
        do { return try await work() } catch { throw .storage(String(describing: error)) }
    }
}
