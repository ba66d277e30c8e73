import Foundation
import GRDB

/// A kiosk as the dashboard lists it.
struct KioskRow: Equatable, Sendable, Decodable, FetchableRecord {
    var deviceId: String
    var centreId: String
    var centre: String
    var name: String
    var lastContactAt: Date?
    var unsent: Int?
    var oldestUnsentAt: Date?
    var quarantined: Int?
    var appVersion: String
    /// Bytes.
    var freeDisk: Int64?
    var clockState: String?
}

/// What stands in the fleet.
enum FleetQuery {
    private static let columns = """
        SELECT k.deviceId, k.centreId, c.name AS centre, k.name, k.lastContactAt, k.unsent, k.oldestUnsentAt,
               k.quarantined, k.appVersion, k.freeDisk, k.clockState
        FROM kiosk k JOIN centre c ON c.id = k.centreId
        WHERE k.revokedAt IS NULL AND
        """

    /// Every kiosk in sight that is in service.
    static func kiosks(_ db: Database, scope: Scope) throws -> [KioskRow] {
        try KioskRow.fetchAll(
            db, sql: "\(columns) \(Scope.condition) ORDER BY c.name, k.name", arguments: scope.arguments())
    }

    /// The kiosks of some centres.
    static func kiosks(_ db: Database, centres: [String]) throws -> [KioskRow] {
        let places = centres.map { _ in "?" }.joined(separator: ", ")
        return try KioskRow.fetchAll(
            db, sql: "\(columns) k.centreId IN (\(places)) ORDER BY k.name", arguments: StatementArguments(centres))
    }
}
