import Foundation
import GRDB
import SyncWire

/// A stored event with where it came from.
struct StoredEvent {
    let line: Data
    let header: EventHeader
    let state: String
    let centreID: String
    let municipalityID: String
    let receivedAt: Date

    static func fetch(_ id: Int64, in db: Database) throws -> StoredEvent? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT e.line, e.state, e.receivedAt, k.centreId, c.municipalityId
                    FROM eventRaw e JOIN kiosk k ON k.deviceId = e.deviceId JOIN centre c ON c.id = k.centreId
                    WHERE e.id = ?
                    """), arguments: [id])
        guard let row else { return nil }
        let line: Data = row["line"]
        return StoredEvent(
            line: line, header: try CanonicalJSON.decode(EventHeader.self, from: line), state: row["state"],
            centreID: row["centreId"], municipalityID: row["municipalityId"], receivedAt: row["receivedAt"])
    }

    /// When it happened by the kiosk's clock. A clock centuries off gives the time of receipt: no time is ever a
    /// reason to refuse.
    var occurredAt: Date {
        let wall = Date(timeIntervalSince1970: Double(header.wallMilliseconds) / 1000)
        let believable = Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 7_258_118_400)  // 1970–2200
        return believable.contains(wall) ? wall : receivedAt
    }

    /// The body, if the event carries this kind of one.
    func body<Body: EventBody>(_ type: Body.Type) throws -> Body {
        do {
            return try CanonicalJSON.decode(Event<Body>.self, from: line).body
        } catch {
            throw ProjectionRefusal.badBody
        }
    }
}
