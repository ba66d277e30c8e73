import Foundation
import GRDB
import SyncWire

/// Hands out what was published.
struct Downlink: Sendable {
    let store: OfficeStore

    /// The newest manifest of a centre; version 0 and empty before anything was published.
    func manifest(for centreID: String) async throws -> Manifest {
        let bytes = try await store.read { db in
            try Data.fetchOne(
                db, sql: "SELECT manifestJSON FROM manifestVersion WHERE centreId = ?", arguments: [centreID])
        }
        guard let bytes else { return Manifest(version: 0, files: []) }
        return try CanonicalJSON.decode(Manifest.self, from: bytes)
    }

    /// A part of the bytes of that hash and how many there are in all; nil when they were never published.
    func blob(_ sha256: String, _ range: Range<Int>) async throws -> (bytes: Data, size: Int)? {
        try await store.read { db in
            // SQLite counts from 1.
            let row = try Row.fetchOne(
                db, sql: "SELECT substr(bytes, ?, ?) AS part, length(bytes) AS size FROM blob WHERE sha256 = ?",
                arguments: [range.lowerBound + 1, range.count, sha256])
            return row.map { ($0["part"] ?? Data(), $0["size"]) }
        }
    }

    /// The bytes of that hash, if they were ever published.
    func blob(_ sha256: String) async throws -> Data? {
        try await store.read { db in
            try Data.fetchOne(db, sql: "SELECT bytes FROM blob WHERE sha256 = ?", arguments: [sha256])
        }
    }
}
