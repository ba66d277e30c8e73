import Foundation
import GRDB
import Logging
import SyncWire

/// Takes batches of events: first every byte is stored, then each event is understood by itself.
struct EventIntake: Sendable {
    let store: OfficeStore
    let identity: ServerIdentity
    let projector: EventProjector
    let logger: Logger
    let now: @Sendable () -> Date

    /// Stores a batch and says what became of each line. Throws only when nothing was stored.
    func take(_ batch: Data, from kiosk: Kiosk) async throws -> UploadReply {
        guard let device = UUID(uuidString: kiosk.deviceId) else { throw Refusal.unknownDevice }
        let lines = try EventLine.lines(of: batch, from: device)
        let at = now()
        let (outcomes, contiguous) = try await store.write { db in
            try keep(lines, from: kiosk, at: at, in: db)
        }
        let refused = await project(outcomes.compactMap(\.storedRow))
        let results = zip(0..., zip(lines, outcomes)).map { index, pair in
            pair.1.result(line: index, eventID: pair.0.eventID, refused: refused)
        }
        return UploadReply(
            echo: batch.sha256Hex, results: results, serverIncarnation: identity.incarnation,
            contiguousStored: contiguous, replicatedThrough: contiguous,
            serverMilliseconds: Int64(now().timeIntervalSince1970 * 1000))
    }

    private func keep(
        _ lines: [EventLine], from kiosk: Kiosk, at: Date, in db: Database
    ) throws -> ([RawOutcome], [String: Int64]) {
        let shelf = RawShelf(db: db, deviceID: kiosk.deviceId, at: at)
        let outcomes = try lines.map { try shelf.keep($0) }
        try db.execute(
            sql: "UPDATE kiosk SET lastContactAt = ? WHERE deviceId = ?", arguments: [at, kiosk.deviceId])
        let ledger = EpochLedger(db: db, deviceID: kiosk.deviceId)
        return (outcomes, try ledger.advance(Set(lines.compactMap(\.epoch))))
    }

    /// What cannot be understood stays pending or quarantined on disk; the kiosk's events are safe either way.
    private func project(_ rows: [Int64]) async -> [Int64: String] {
        guard !rows.isEmpty else { return [:] }
        do {
            return try await store.write { db in try projector.project(rows, in: db) }
        } catch {
            logger.error("Events wait for the next start", metadata: ["count": "\(rows.count)", "error": "\(error)"])
            return [:]
        }
    }
}

extension EventLine {
    var eventID: UUID? {
        if case .event(let header, _, _) = self { header.eventID } else { nil }
    }

    var epoch: String? {
        if case .event(let header, _, _) = self { header.epoch } else { nil }
    }
}
