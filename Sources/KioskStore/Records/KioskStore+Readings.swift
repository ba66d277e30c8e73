import FitnessMeasure
import Foundation
import GRDB
import SyncClient
import SyncWire

extension KioskStore {
    /// Saves a person's reading. Saving the same one again changes nothing.
    public func saveReading(
        _ reading: Reading, testID: String, context: ReadingContext = ReadingContext(), person: UUID, visit: UUID
    ) async throws(StoreError) {
        try check(testID: testID)
        try await record { log in
            try requireVisit(visit, of: person, log.db)
            let isNew = try insert(reading, testID, log, context: context, person: person, visit: visit)
            guard isNew else { return try requireOwner(person, of: reading.id, log.db) }
            try log.append(
                ReadingSaved(
                    reading: WireReading(reading, testID: testID, context: context), personID: person, visitID: visit),
                about: person)
        }
    }

    /// Keeps a reading that no armed person stood for, in the tray. Keeping the same one again changes nothing.
    public func keepUnclaimed(_ reading: Reading, testID: String?, reason: String) async throws(StoreError) {
        if let testID { try check(testID: testID) }
        guard (1...100).contains(reason.utf8.count) else { throw .invalid(field: "reason") }
        try await record { log in
            let isNew = try insert(reading, testID, log, reason: reason)
            guard isNew else { return }
            try log.append(
                ReadingUnclaimed(reading: WireReading(reading, testID: testID), reason: reason), about: nil)
        }
    }

    /// Gives a reading from the tray to its person.
    /// - Parameters:
    ///   - by: Who decided it.
    ///   - why: Why it is theirs.
    public func claim(
        reading: UUID, for person: UUID, by: String, why: Reassignment.Reason = .wasPresent
    ) async throws(StoreError) {
        guard (1...100).contains(by.count) else { throw .invalid(field: "by") }
        try await record { log in
            try requireHealthConsent(of: person, log.db)
            try log.db.execute(
                sql: """
                    UPDATE reading SET personId = ?, claimedBy = ?, claimedWhy = ?, claimedWall = ?
                    WHERE id = ? AND personId IS NULL
                    """,
                arguments: [
                    person.uuidString, by, why.rawValue, log.stamp.wallMilliseconds, reading.uuidString,
                ])
            guard log.db.changesCount == 1 else { return try requireOwner(person, of: reading, log.db) }
            try log.append(
                ReadingClaimed(readingID: reading, personID: person, by: by, why: why.rawValue), about: person)
        }
    }

    /// The tray, newest first.
    public func unclaimed(limit: Int = 100) async throws(StoreError) -> [StoredReading] {
        try await readings("WHERE personId IS NULL ORDER BY number DESC LIMIT ?", [limit])
    }

    /// A person's readings, newest first.
    public func readings(of person: UUID, limit: Int = 100) async throws(StoreError) -> [StoredReading] {
        try await readings("WHERE personId = ? ORDER BY number DESC LIMIT ?", [person.uuidString, limit])
    }

    /// A person's readings of one day, newest first.
    public func todaysReadings(of person: UUID, on day: CalendarDay) async throws(StoreError) -> [StoredReading] {
        try await readings(
            "WHERE personId = ? AND day = ? ORDER BY number DESC LIMIT 500", [person.uuidString, day.description])
    }

    /// Everybody's readings of one day, the tray included, newest first.
    public func todaysReadings(on day: CalendarDay, limit: Int = 500) async throws(StoreError) -> [StoredReading] {
        try await readings("WHERE day = ? ORDER BY number DESC LIMIT ?", [day.description, limit])
    }

    /// Every reading, the tray included, in the order in which they were kept; one at a time, however many there are.
    public func forEachReading(_ work: @escaping @Sendable (StoredReading) throws -> Void) async throws(StoreError) {
        try await read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM reading ORDER BY number")
            while let row = try rows.next() { try work(StoredReading(row)) }
        }
    }

    private func readings(
        _ clauses: String, _ arguments: StatementArguments
    ) async throws(StoreError) -> [StoredReading] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM reading \(clauses)", arguments: arguments).map(StoredReading.init)
        }
    }

    /// False when a reading of this id is here already.
    private func insert(
        _ reading: Reading, _ testID: String?, _ log: EventLog, context: ReadingContext = ReadingContext(),
        person: UUID? = nil, visit: UUID? = nil, reason: String? = nil
    ) throws -> Bool {
        let insertion = try log.db.cachedStatement(
            sql: """
                INSERT INTO reading (
                    id, testId, personId, visitId, reason, day, wall, json, protocol, side, source, battery, tables)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """)
        try insertion.execute(
            arguments: [
                reading.id.uuidString, testID, person?.uuidString, visit?.uuidString, reason,
                log.stamp.day.description, log.stamp.wallMilliseconds, try CanonicalJSON.encode(reading),
                context.protocolID?.rawValue, context.side?.rawValue, context.source?.rawValue, context.battery,
                context.tables,
            ])
        return log.db.changesCount == 1
    }

    private func check(testID: String) throws(StoreError) {
        guard (1...100).contains(testID.utf8.count) else { throw .invalid(field: "testID") }
    }

    func requireHealthConsent(of person: UUID, _ db: Database) throws {
        guard try Person.find(person, db).consentsToHealthData else { throw StoreError.healthConsentMissing }
    }

    private func requireOwner(_ person: UUID, of reading: UUID, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT personId FROM reading WHERE id = ?", arguments: [reading.uuidString])
        guard let row else { throw StoreError.unknownReading }
        guard row["personId"] == person.uuidString else { throw StoreError.readingTaken }
    }
}
