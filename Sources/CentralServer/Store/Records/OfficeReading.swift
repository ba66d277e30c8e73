import Foundation
import GRDB
import SyncWire

/// A reading as the office keeps it; unclaimed as long as it has no person.
public struct OfficeReading: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "reading"

    /// UUID, upper case.
    public var id: String
    public var personId: String?
    public var centreId: String
    public var deviceId: String?
    public var testId: String
    public var takenAt: Date
    /// JSON array of ``SyncWire/WireReading/Value``.
    public var valuesJSON: String
    public var simulated: Bool
    /// JSON array of strings.
    public var flagsJSON: String
    /// How far the kiosk trusted its clock when it stamped `takenAt`.
    public var clockState: ClockState
    public var unclaimedReason: String?
    public var claimedBy: String?
    public var claimedAt: Date?
    public var visitId: String?
    /// The event that brought it; absent for seeded rows.
    public var eventId: String?
    /// How the test was done, `chair_stand_30s/1`, and with which side.
    public var protocolId: String?
    public var side: String?
    /// Who said the number.
    public var source: String?
    public var battery: String?
    /// Version of the reference tables in use at the kiosk.
    public var tables: String?
    /// Why it was given to its person, if it lay in the tray.
    public var claimedWhy: String?
}
