import Foundation
import GRDB
import SyncClient
import SyncWire

/// Appends events within one transaction.
final class EventLog {
    static let firstHash = String(repeating: "0", count: 64)

    let db: Database
    let stamp: EventStamp
    let makeID: @Sendable () -> UUID
    private(set) var appended = 0

    init(db: Database, stamp: EventStamp, makeID: @escaping @Sendable () -> UUID) {
        (self.db, self.stamp, self.makeID) = (db, stamp, makeID)
    }

    /// Freezes an event and makes it the newest of the current epoch.
    func append(_ body: some EventBody, about person: UUID?) throws {
        let type = Swift.type(of: body)
        let epoch = try Epoch.current(db)
        let header = EventHeader(
            eventID: makeID(), deviceID: epoch.deviceID, epoch: epoch.id, sequence: epoch.lastSequence + 1,
            type: type.type, typeVersion: type.typeVersion, personID: person,
            wallMilliseconds: stamp.wallMilliseconds, utcOffset: stamp.utcOffset, bootID: stamp.bootID,
            monotonicNanoseconds: stamp.monotonicNanoseconds, clockState: stamp.clockState,
            appVersion: stamp.appVersion, schemaVersion: Migrations.schemaVersion, previousHash: epoch.lastHash)
        try insert(header, line: CanonicalJSON.encode(Event(header: header, body: body)), supersedes: nil)
    }

    func insert(_ header: EventHeader, line: Data, supersedes: UUID?) throws {
        guard line.count <= WireLimit.bytesPerEvent else { throw StoreError.eventTooLarge(bytes: line.count) }
        let hash = HexDigest.sha256(line)
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO event (eventId, epoch, sequence, type, wall, line, hash, supersedes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insertion.execute(
            arguments: [
                header.eventID.uuidString, header.epoch, header.sequence, header.type.rawValue,
                header.wallMilliseconds, line, hash, supersedes?.uuidString,
            ])
        try db.cachedStatement(sql: "UPDATE epoch SET lastSequence = ?, lastHash = ? WHERE id = ?")
            .execute(arguments: [header.sequence, hash, header.epoch])
        appended += 1
    }
}
