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

    /// The bytes of that hash, if they were ever published.
    func blob(_ sha256: String) async throws -> Data? {
        try await store.read { db in
            try Data.fetchOne(db, sql: "SELECT bytes FROM blob WHERE sha256 = ?", arguments: [sha256])
        }
    }
}
