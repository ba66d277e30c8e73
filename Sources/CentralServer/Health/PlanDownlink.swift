import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// Tells kiosks of the plans of their centre's people: what changed after a mark, as it stands now.
struct PlanDownlink: Sendable {
    let store: OfficeStore
    let incarnation: String

    /// The newest change of a centre.
    static func mark(_ db: Database, centre: String, incarnation: String) throws -> PlanMark {
        let cursor = try Int64.fetchOne(
            db, sql: "SELECT MAX(cursor) FROM planChange WHERE centreId = ?", arguments: [centre])
        return PlanMark(incarnation: incarnation, cursor: cursor ?? 0)
    }

    /// The page after a mark; from the beginning without one, with one of another life of this office, and with one that
    /// this office never gave.
    func page(of centre: String, after mark: PlanMark?) async throws -> PlanBatch {
        let incarnation = incarnation
        return try await store.read { db in
            let newest = try Self.mark(db, centre: centre, incarnation: incarnation)
            let known = mark.flatMap {
                $0.incarnation == incarnation && (0...newest.cursor).contains($0.cursor) ? $0 : nil
            }
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT cursor, personId FROM planChange WHERE centreId = ? AND cursor > ? ORDER BY cursor LIMIT ?",
                arguments: [centre, known?.cursor ?? 0, WireLimit.plansPerPage])
            let end: Int64 = rows.last?["cursor"] ?? newest.cursor
            return PlanBatch(
                mark: PlanMark(incarnation: incarnation, cursor: end), isWhole: (known?.cursor ?? 0) == 0,
                isLast: end == newest.cursor,
                items: try rows.compactMap { try Self.item(db, person: $0["personId"], centre: centre) })
        }
    }

    /// Nothing without consent to health data, and nothing for another centre's people.
    private static func item(_ db: Database, person id: String, centre: String) throws -> PlanItem? {
        guard let personID = UUID(uuidString: id) else { return nil }
        guard let person = try Person.fetchOne(db, key: id), person.centreId == centre, person.healthConsent else {
            return PlanItem(personID: personID, standing: .none)
        }
        if try StoredReferral.open(db, person: id) != nil { return PlanItem(personID: personID, standing: .referred) }
        guard let plan = try StoredPlan.underWay(db, person: id)?.plan else {
            return PlanItem(personID: personID, standing: .none)
        }
        guard let content = plan.contentForSenior else { return PlanItem(personID: personID, standing: .waiting) }
        let bytes = try CanonicalJSON.encode(content.withoutReasons)
        return PlanItem(
            personID: personID, standing: .inForce, planID: plan.id, content: String(decoding: bytes, as: UTF8.self))
    }
}
