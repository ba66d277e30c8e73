import Foundation
import GRDB
import SyncClient
import SyncWire

/// Whether the events still are what was committed: no gap, each hash right, each event naming the one before.
public struct EventChain: Equatable, Sendable {
    /// Events looked at.
    public var events = 0
    /// One sentence for each fault; empty when all is well.
    public var faults: [String] = []

    static func examine(_ db: Database) throws -> EventChain {
        var chain = EventChain()
        let epochs = try Row.fetchAll(db, sql: "SELECT id, lastSequence, lastHash FROM epoch ORDER BY number")
        for row in epochs {
            let end = try chain.follow(row["id"], db)
            let (last, hash): (Int64, String) = (row["lastSequence"], row["lastHash"])
            if end.sequence != last || end.hash != hash { chain.faults.append("epoch ends elsewhere than it should") }
        }
        return chain
    }

    private mutating func follow(_ epoch: String, _ db: Database) throws -> (sequence: Int64, hash: String) {
        var (sequence, hash) = (Int64(0), EventLog.firstHash)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT sequence, line, hash FROM event WHERE epoch = ? ORDER BY sequence", arguments: [epoch])
        while let row = try rows.next() {
            let (found, line, kept): (Int64, Data, String) = (row["sequence"], row["line"], row["hash"])
            if found != sequence + 1 { faults.append("gap before \(found)") }
            if HexDigest.sha256(line) != kept { faults.append("changed bytes at \(found)") }
            let header = try CanonicalJSON.decode(EventHeader.self, from: line)
            if header.previousHash != hash || header.sequence != found || header.epoch != epoch {
                faults.append("broken link at \(found)")
            }
            (sequence, hash) = (found, kept)
            events += 1
        }
        return (sequence, hash)
    }
}
