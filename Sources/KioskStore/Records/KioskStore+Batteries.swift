import FitnessMeasure
import Foundation
import GRDB
import SyncWire

extension KioskStore {
    /// Keeps what the gate before a battery decided in a visit, and why.
    public func saveGate(_ gate: GateRecord, person: UUID, visit: UUID) async throws(StoreError) {
        try await record { log in
            try requireVisit(visit, of: person, log.db)
            let isAsked = try GateRecord.last(of: visit, log.db)?.answers != gate.answers
            if isAsked, !gate.answers.isEmpty { try log.append(gate.screening(makeID(), person, visit), about: person) }
            try log.db.execute(
                sql: "INSERT INTO gate (visitId, personId, wall, json) VALUES (?, ?, ?, ?)",
                arguments: [
                    visit.uuidString, person.uuidString, log.stamp.wallMilliseconds, try CanonicalJSON.encode(gate),
                ])
            try log.append(
                GateDecided(
                    personID: person, visitID: visit, battery: gate.battery, tables: gate.tables,
                    answers: gate.answers, outcome: gate.outcome.rawValue, rules: gate.rules,
                    unchecked: gate.unchecked), about: person)
        }
    }

    /// Keeps that a test was left out in a visit, and why.
    public func saveSkip(
        of test: FitnessTestID, because reason: SkipReason, battery: String, person: UUID, visit: UUID
    ) async throws(StoreError) {
        guard (1...100).contains(test.rawValue.utf8.count) else { throw .invalid(field: "testID") }
        try await record { log in
            try requireVisit(visit, of: person, log.db)
            try log.db.execute(
                sql: "INSERT INTO skippedTest (visitId, personId, testId, reason, wall) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    visit.uuidString, person.uuidString, test.rawValue, reason.rawValue, log.stamp.wallMilliseconds,
                ])
            try log.append(
                TestSkipped(
                    personID: person, visitID: visit, testID: test.rawValue, reason: reason.rawValue,
                    battery: battery), about: person)
        }
    }

    /// What the gate decided for a person, newest first.
    public func gates(of person: UUID, limit: Int = 20) async throws(StoreError) -> [GateRecord] {
        try await read { db in
            try Data.fetchAll(
                db, sql: "SELECT json FROM gate WHERE personId = ? ORDER BY number DESC LIMIT ?",
                arguments: [person.uuidString, limit]
            ).map { try JSONDecoder().decode(GateRecord.self, from: $0) }
        }
    }

    /// Which tests a person left out, newest first.
    public func skippedTests(of person: UUID, limit: Int = 100) async throws(StoreError) -> [SkippedTest] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM skippedTest WHERE personId = ? ORDER BY number DESC LIMIT ?",
                arguments: [person.uuidString, limit]
            ).map(SkippedTest.init)
        }
    }

    /// Answers and reasons are about a body: they need the consent that readings need.
    func requireVisit(_ visit: UUID, of person: UUID, _ db: Database) throws {
        try requireHealthConsent(of: person, db)
        let owner = try String.fetchOne(
            db.cachedStatement(sql: "SELECT personId FROM visit WHERE id = ?"), arguments: [visit.uuidString])
        guard owner == person.uuidString else { throw StoreError.unknownVisit }
    }
}

extension GateRecord {
    /// The visit's decision before this one.
    fileprivate static func last(of visit: UUID, _ db: Database) throws -> GateRecord? {
        try Data.fetchOne(
            db, sql: "SELECT json FROM gate WHERE visitId = ? ORDER BY number DESC LIMIT 1",
            arguments: [visit.uuidString]
        ).map { try JSONDecoder().decode(GateRecord.self, from: $0) }
    }

    /// The answers alone, once for each time that they were asked for: the office evaluates by them.
    fileprivate func screening(_ id: UUID, _ person: UUID, _ visit: UUID) -> ScreeningAnswered {
        ScreeningAnswered(
            screeningID: id, personID: person, visitID: visit,
            answers: answers.sorted { $0.key < $1.key }.map { .init(question: $0.key, answer: $0.value) })
    }
}

/// A test that somebody left out.
public struct SkippedTest: Equatable, Sendable {
    public let test: FitnessTestID
    public let reason: SkipReason
    public let visitID: UUID?
    /// By the kiosk's clock, milliseconds since 1970, UTC.
    public let wallMilliseconds: Int64

    init(_ row: Row) throws {
        guard let reason = SkipReason(rawValue: row["reason"]) else { throw StoreError.damaged("skippedTest") }
        self.reason = reason
        test = FitnessTestID(rawValue: row["testId"])
        visitID = UUID(uuidString: row["visitId"])
        wallMilliseconds = row["wall"]
    }
}
