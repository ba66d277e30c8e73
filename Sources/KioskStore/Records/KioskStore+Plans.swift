import Foundation
import GRDB
import SyncClient
import SyncWire

/// How a senior's plan stood when the office was last heard.
public struct HeldPlan: Equatable, Sendable {
    public let standing: PlanItem.Standing
    public let planID: UUID?
    /// A plan's content as the office wrote it; read by whoever shows it, so that a newer office's is not lost.
    public let content: String?
}

extension KioskStore: PlanShelf {
    public func planMark() async throws -> PlanMark? {
        try await read { db in
            try Setting.planMark.value(db).map { try CanonicalJSON.decode(PlanMark.self, from: Data($0.utf8)) }
        }
    }

    /// A page that begins anew makes all that is held doubtful; what is still doubtful after the last page goes. So a
    /// line that breaks in between takes no plan away.
    public func take(_ page: PlanBatch) async throws {
        try await write { [stamp] db in
            if page.isWhole { try db.execute(sql: "UPDATE heldPlan SET isDoubtful = 1") }
            for item in page.items { try Self.keep(item, wall: stamp().wallMilliseconds, db) }
            if page.isLast { try db.execute(sql: "DELETE FROM heldPlan WHERE isDoubtful = 1") }
            try Setting.planMark.set(String(decoding: try CanonicalJSON.encode(page.mark), as: UTF8.self), db)
        }
    }

    private static func keep(_ item: PlanItem, wall: Int64, _ db: Database) throws {
        let person = item.personID.uuidString
        guard item.standing != .none else {
            return try db.execute(sql: "DELETE FROM heldPlan WHERE personId = ?", arguments: [person])
        }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO heldPlan (personId, standing, planId, content, isDoubtful, wall)
                VALUES (?, ?, ?, ?, 0, ?)
                """,
            arguments: [person, item.standing.rawValue, item.planID?.uuidString, item.content, wall])
    }

    /// A person's plan; nothing for who does not consent to health data, whatever the office sent.
    public func plan(of person: UUID) async throws(StoreError) -> HeldPlan? {
        try await read { db in
            guard try Person.find(person, db).consentsToHealthData else { return nil }
            let row = try Row.fetchOne(
                db, sql: "SELECT standing, planId, content FROM heldPlan WHERE personId = ?",
                arguments: [person.uuidString])
            guard let row else { return nil }
            let planID: String? = row["planId"]
            return HeldPlan(
                standing: PlanItem.Standing(rawValue: row["standing"]), planID: planID.flatMap(UUID.init(uuidString:)),
                content: row["content"])
        }
    }
}
