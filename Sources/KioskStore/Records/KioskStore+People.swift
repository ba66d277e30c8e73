import Foundation
import GRDB
import SyncWire

extension KioskStore {
    /// Enters a senior with what they agreed to, and issues their card if one is given.
    /// - Parameter cardDigest: HMAC-SHA-256 of the card number under the municipality's key, 64 hex digits.
    public func enrol(_ senior: NewSenior, cardDigest: String?) async throws(StoreError) -> Person {
        try senior.check()
        try cardDigest.map(checkDigest)
        let id = makeID()
        return try await record { log in
            try insert(senior, id, log)
            if let cardDigest { try insertCard(cardDigest, of: id, replacing: nil, log) }
            return try Person.find(id, log.db)
        }
    }

    /// One person by id.
    public func person(_ id: UUID) async throws(StoreError) -> Person {
        try await read { db in try Person.find(id, db) }
    }

    /// People whose initial consonants begin so, by name; at most `limit`. Nothing for an empty text.
    public func people(matchingInitials initials: String, limit: Int = 30) async throws(StoreError) -> [Person] {
        guard !initials.isEmpty else { return [] }
        return try await people(where: "substr(initials, 1, length(?1)) = ?1", initials, limit)
    }

    /// People whose phone number ends with these four digits, by name; at most `limit`.
    public func people(phoneLastDigits digits: String, limit: Int = 30) async throws(StoreError) -> [Person] {
        try await people(where: "phoneLastDigits = ?1", digits, limit)
    }

    private func people(where condition: String, _ value: String, _ limit: Int) async throws(StoreError) -> [Person] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Person.columns) FROM person WHERE \(condition) ORDER BY name, id LIMIT ?2",
                arguments: [value, limit]
            ).map(Person.init)
        }
    }

    /// The rows alone, for a senior of whom the office knows already.
    func insertRows(_ senior: NewSenior, _ id: UUID, _ log: EventLog) throws {
        try log.db.execute(
            sql: """
                INSERT INTO person (id, name, initials, birthYear, birthMonth, sex, phoneLastDigits, helpedBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.uuidString, senior.name, senior.initials, senior.birthYear, senior.birthMonth,
                senior.sex.rawValue, senior.phoneLastDigits, senior.helpedBy,
            ])
        for (kind, granted) in [("membership", true), ("health", senior.consentsToHealthData)] {
            try log.db.execute(
                sql: "INSERT INTO consent (personId, kind, granted, wall, helpedBy) VALUES (?, ?, ?, ?, ?)",
                arguments: [id.uuidString, kind, granted, log.stamp.wallMilliseconds, senior.helpedBy])
        }
    }

    private func insert(_ senior: NewSenior, _ id: UUID, _ log: EventLog) throws {
        try insertRows(senior, id, log)
        try log.append(
            SeniorEnrolled(
                personID: id, name: senior.name, birthYear: senior.birthYear, birthMonth: senior.birthMonth,
                sex: senior.sex, phoneLastDigits: senior.phoneLastDigits,
                consentsToMembership: senior.consentsToMembership,
                consentsToHealthData: senior.consentsToHealthData, helpedBy: senior.helpedBy), about: id)
    }
}
