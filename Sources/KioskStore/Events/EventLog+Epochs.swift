import Foundation
import GRDB
import SyncWire

extension EventLog {
    /// Makes sure that there is an epoch of this device: the first, one after a restored backup, or one for a device
    /// that was enrolled anew.
    func begin(device: UUID?) throws {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM epoch") ?? 0 > 0 else {
            try Epoch.begin(db, device: device ?? makeID())
            return
        }
        let current = try Epoch.current(db)
        if let device, device != current.deviceID {
            try adopt(device)
        } else if try Setting.isBackup.value(db) != nil {
            try Epoch.begin(db, device: current.deviceID)
        }
        try Setting.isBackup.set(nil, db)
    }

    /// Goes on as another device. What the office does not have yet is issued again under the new name.
    func adopt(_ device: UUID) throws {
        let unsent = try String.fetchAll(db, sql: "SELECT eventId FROM event WHERE state = 'unsent' ORDER BY row")
        try Epoch.begin(db, device: device)
        for id in unsent {
            try issueAgain(id)
            try db.execute(sql: "UPDATE event SET state = 'superseded' WHERE eventId = ?", arguments: [id])
        }
        try Setting.serverIncarnation.set(nil, db)
    }

    /// Appends a copy with a new id in the current epoch. Body and circumstances stay what they were.
    func issueAgain(_ eventID: String) throws {
        guard let old = try Data.fetchOne(db, sql: "SELECT line FROM event WHERE eventId = ?", arguments: [eventID])
        else { return }
        var copy = try CanonicalJSON.decode(ReissuedEvent.self, from: old)
        let (epoch, superseded) = (try Epoch.current(db), copy.header.eventID)
        copy.header.eventID = makeID()
        (copy.header.deviceID, copy.header.epoch) = (epoch.deviceID, epoch.id)
        (copy.header.sequence, copy.header.previousHash) = (epoch.lastSequence + 1, epoch.lastHash)
        copy.supersedes = superseded
        try insert(copy.header, line: CanonicalJSON.encode(copy), supersedes: superseded)
    }
}

/// An event of any kind, with a word on which event it stands for.
struct ReissuedEvent: Codable, Equatable {
    var header: EventHeader
    var body: JSONValue
    var supersedes: UUID?

    private enum CodingKeys: String, CodingKey { case body, supersedes }

    init(from decoder: any Decoder) throws {
        header = try EventHeader(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        body = try container.decode(JSONValue.self, forKey: .body)
        supersedes = try container.decodeIfPresent(UUID.self, forKey: .supersedes)
    }

    func encode(to encoder: any Encoder) throws {
        try header.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(body, forKey: .body)
        try container.encodeIfPresent(supersedes, forKey: .supersedes)
    }
}
