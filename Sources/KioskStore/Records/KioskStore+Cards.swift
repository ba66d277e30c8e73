import Foundation
import GRDB
import SyncClient
import SyncWire

/// Whose card it is.
public enum CardLookup: Equatable, Sendable {
    case active(Person)
    /// Its owner has a newer one.
    case replaced
    /// Reported lost.
    case lost
    /// Not of this kiosk; it may still be genuine.
    case unknown
}

/// Why a card gives way to another.
public enum CardReplacement: String, Equatable, Sendable {
    case lost
    /// Worn out, misprinted.
    case replaced
}

extension KioskStore {
    /// Looks a card up by its digest.
    public func person(forCardDigest digest: String) async throws(StoreError) -> CardLookup {
        try await read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT personId, state FROM card WHERE digest = ?", arguments: [digest])
            guard let row else { return .unknown }
            let (owner, state): (String, String) = (row["personId"], row["state"])
            switch state {
            case "replaced": return .replaced
            case "lost": return .lost
            default:
                guard let id = UUID(uuidString: owner) else { throw StoreError.damaged("card") }
                return .active(try Person.find(id, db))
            }
        }
    }

    /// Gives a person without an active card one.
    public func issueCard(_ digest: String, to person: UUID) async throws(StoreError) {
        try checkDigest(digest)
        try await record { log in
            _ = try Person.find(person, log.db)
            try insertCard(digest, of: person, replacing: nil, log)
        }
    }

    /// Gives a person another card; the active one, if there is any, says from now on what became of it.
    public func replaceCard(
        of person: UUID, with digest: String, because reason: CardReplacement
    ) async throws(StoreError) {
        try checkDigest(digest)
        try await record { log in
            _ = try Person.find(person, log.db)
            let old = try String.fetchOne(
                log.db, sql: "SELECT digest FROM card WHERE personId = ? AND state = 'active'",
                arguments: [person.uuidString])
            try log.db.execute(
                sql: "UPDATE card SET state = ? WHERE personId = ? AND state = 'active'",
                arguments: [reason.rawValue, person.uuidString])
            try insertCard(digest, of: person, replacing: old, log)
        }
    }

    func checkDigest(_ digest: String) throws(StoreError) {
        guard HexDigest.isDigest(digest) else { throw .invalid(field: "cardDigest") }
    }

    func insertCard(_ digest: String, of person: UUID, replacing old: String?, _ log: EventLog) throws {
        do {
            try log.db.execute(
                sql: "INSERT INTO card (digest, personId, state, wall) VALUES (?, ?, 'active', ?)",
                arguments: [digest, person.uuidString, log.stamp.wallMilliseconds])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
            throw StoreError.cardTaken
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw StoreError.cardAlreadyActive
        }
        try log.append(CardIssued(personID: person, cardDigest: digest, replacesDigest: old), about: person)
    }
}
