import Foundation
import GRDB
import SyncWire

/// A senior whom the office knows already, with their card.
public struct RosterEntry: Equatable, Sendable {
    public var id: UUID
    public var senior: NewSenior
    public var cardDigest: String

    public init(id: UUID, senior: NewSenior, cardDigest: String) {
        (self.id, self.senior, self.cardDigest) = (id, senior, cardDigest)
    }
}

extension KioskStore {
    /// Takes in a senior from the office's roster; who is here already stays as they are. Makes no event, because the
    /// office has told us, not we the office.
    public func takeIn(_ entry: RosterEntry) async throws(StoreError) {
        try entry.senior.check()
        try checkDigest(entry.cardDigest)
        try await record { log in
            let isHere = try Bool.fetchOne(
                log.db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)", arguments: [entry.id.uuidString])
            guard isHere != true else { return }
            try insertRows(entry.senior, entry.id, log)
            try log.db.execute(
                sql:
                    "INSERT INTO card (digest, personId, state, wall) VALUES (?, ?, 'active', ?) ON CONFLICT DO NOTHING",
                arguments: [entry.cardDigest, entry.id.uuidString, log.stamp.wallMilliseconds])
        }
    }
}
