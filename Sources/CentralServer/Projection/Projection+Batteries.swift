import Foundation
import GRDB
import SyncWire

/// What was decided and left out beside readings.
extension Projection {
    func keepGate() throws -> [String] {
        let body = try event.body(GateDecided.self)
        let person = try consentingPerson(body.personID)
        guard [body.battery, body.tables, body.outcome].allSatisfy({ (1...100).contains($0.utf8.count) }),
            body.answers.count <= 100, body.rules.count <= 100, body.unchecked.count <= 100
        else { throw ProjectionRefusal.badBody }
        try db.execute(
            sql: """
                INSERT INTO gateDecision (eventId, personId, visitId, decidedAt, battery, tables, outcome, answersJSON,
                    rulesJSON, uncheckedJSON) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.header.eventID.uuidString, person.id, body.visitID.uuidString, event.occurredAt, body.battery,
                body.tables, body.outcome, try json(body.answers), try json(body.rules), try json(body.unchecked),
            ])
        return []
    }

    func keepSkip() throws -> [String] {
        let body = try event.body(TestSkipped.self)
        let person = try consentingPerson(body.personID)
        guard [body.testID, body.reason, body.battery].allSatisfy({ (1...100).contains($0.utf8.count) })
        else { throw ProjectionRefusal.badBody }
        try db.execute(
            sql: """
                INSERT INTO skippedTest (eventId, personId, visitId, skippedAt, testId, reason, battery)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event.header.eventID.uuidString, person.id, body.visitID.uuidString, event.occurredAt, body.testID,
                body.reason, body.battery,
            ])
        return []
    }

    private func consentingPerson(_ id: UUID) throws -> Person {
        let person = try person(id)
        guard person.healthConsent else { throw ProjectionRefusal.noHealthConsent }
        return person
    }
}
