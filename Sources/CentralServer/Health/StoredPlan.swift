import FitnessMeasure
import Foundation
import GRDB

/// A plan as the office keeps it: its steps one by one, so that its history is what there is (decision 038).
struct StoredPlan: Sendable {
    let personID: String
    /// The battery's day.
    let day: String
    /// The set of tables of the evaluation that it was proposed from.
    let tables: String
    let basis: PlanBasis
    var plan: ExercisePlan

    /// The plan that is under way for a person: proposed, changed, approved or active.
    static func underWay(_ db: Database, person: String) throws -> StoredPlan? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM exercisePlan WHERE personId = ? AND endedAt IS NULL", arguments: [person]
        ).map { try StoredPlan($0, db) }
    }

    /// Ended ones, the newest first.
    static func ended(_ db: Database, person: String, limit: Int) throws -> [StoredPlan] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM exercisePlan WHERE personId = ? AND endedAt IS NOT NULL ORDER BY endedAt DESC LIMIT ?",
            arguments: [person, limit]
        ).map { try StoredPlan($0, db) }
    }

    private init(_ row: Row, _ db: Database) throws {
        let id: String = row["id"]
        let steps = try Row.fetchAll(
            db, sql: "SELECT stepJSON, contentJSON FROM planStep WHERE planId = ? ORDER BY number", arguments: [id])
        (personID, day, tables) = (row["personId"], row["day"], row["tables"])
        basis = try Self.decode(PlanBasis.self, row["basisJSON"])
        let contents: [String] = steps.compactMap { $0["contentJSON"] }
        let history = PlanHistory(
            id: id, revisions: try contents.map { try Self.decode(PlanContent.self, $0) },
            steps: try steps.map { try Self.decode(PlanStep.self, $0["stepJSON"]) })
        // Read as a text from outside is: through the whole history.
        plan = try JSONDecoder().decode(ExercisePlan.self, from: JSONEncoder().encode(history))
    }

    /// Enters a proposal.
    static func insert(
        _ plan: ExercisePlan, of person: String, on day: LocalDay, tables: String, basis: PlanBasis, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO exercisePlan (id, personId, day, tables, basisJSON) VALUES (?, ?, ?, ?, ?)",
            arguments: [plan.id.uuidString, person, day.description, tables, try encode(basis)])
        try append(plan.steps, of: plan, from: 0, db)
    }

    /// Writes the steps that `changed` has beside this one.
    /// - Throws: `DatabaseError` of a broken key if somebody else took a step in between.
    func save(_ changed: ExercisePlan, _ db: Database) throws {
        try Self.append(Array(changed.steps.dropFirst(plan.steps.count)), of: changed, from: plan.steps.count, db)
        guard changed.state == .ended else { return }
        try db.execute(
            sql: "UPDATE exercisePlan SET endedAt = ? WHERE id = ?",
            arguments: [changed.steps.last?.at.date, changed.id.uuidString])
    }

    private static func append(_ steps: [PlanStep], of plan: ExercisePlan, from first: Int, _ db: Database) throws {
        for (offset, step) in steps.enumerated() {
            let content: PlanContent? =
                switch step.act {
                case .propose: plan.content(1)
                case .change(let revision): plan.content(revision)
                case .approve, .activate, .end: nil
                }
            try db.execute(
                sql: "INSERT INTO planStep (planId, number, stepJSON, contentJSON) VALUES (?, ?, ?, ?)",
                arguments: [plan.id.uuidString, first + offset + 1, try encode(step), try content.map(encode)])
        }
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// What ``FitnessMeasure/ExercisePlan`` is read from.
private struct PlanHistory: Encodable {
    let id: String
    let revisions: [PlanContent]
    let steps: [PlanStep]
}
