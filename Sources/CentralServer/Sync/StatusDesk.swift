import Foundation
import GRDB
import SyncWire

/// Writes down how a kiosk says it is.
struct StatusDesk: Sendable {
    let store: OfficeStore
    let incarnation: String
    let now: @Sendable () -> Date

    /// Keeps the status and answers with the newest content version for the kiosk's centre.
    func checkIn(_ status: DeviceStatus, of kiosk: Kiosk) async throws -> StatusReply {
        let at = now()
        let milliseconds = Int64(at.timeIntervalSince1970 * 1000)
        let incarnation = incarnation
        let (version, plans) = try await store.write { db in
            guard var kiosk = try Kiosk.fetchOne(db, key: kiosk.deviceId) else { throw Refusal.unknownDevice }
            kiosk.take(status, at: at)
            kiosk.clockOffsetMs = status.wallMilliseconds.subtractingReportingOverflow(milliseconds).partialValue
            try kiosk.update(db)
            let version = try Int.fetchOne(
                db, sql: "SELECT version FROM manifestVersion WHERE centreId = ?", arguments: [kiosk.centreId])
            return (version, try PlanDownlink.mark(db, centre: kiosk.centreId, incarnation: incarnation))
        }
        return StatusReply(serverMilliseconds: milliseconds, contentVersion: version ?? 0, plans: plans)
    }
}

extension Kiosk {
    fileprivate mutating func take(_ status: DeviceStatus, at: Date) {
        lastContactAt = at
        (unsent, stored, quarantined) = (status.unsent, status.stored, status.quarantined)
        oldestUnsentAt = status.oldestUnsentMilliseconds.map { Date(timeIntervalSince1970: Double($0) / 1000) }
        (freeDisk, clockState, contentVersion) = (status.freeDiskBytes, status.clockState, status.contentVersion)
        appVersion = String(status.appVersion.prefix(40))
    }
}
