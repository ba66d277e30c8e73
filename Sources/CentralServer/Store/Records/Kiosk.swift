import Foundation
import GRDB
import SyncWire

/// An enrolled kiosk and what it last told of itself.
public struct Kiosk: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "kiosk"

    /// The device's UUID, upper case.
    public var deviceId: String
    public var centreId: String
    /// Ed25519, 32 bytes.
    public var publicKey: Data
    public var name: String
    public var enrolledAt: Date
    public var revokedAt: Date?
    public var lastContactAt: Date?
    public var unsent: Int?
    public var oldestUnsentAt: Date?
    public var stored: Int?
    public var quarantined: Int?
    public var appVersion: String
    public var contentVersion: Int?
    /// Bytes.
    public var freeDisk: Int64?
    public var clockState: ClockState?
    /// The kiosk's wall clock minus the office's, at the last check-in.
    public var clockOffsetMs: Int64?

    public init(
        deviceId: String, centreId: String, publicKey: Data, name: String, enrolledAt: Date, appVersion: String
    ) {
        (self.deviceId, self.centreId, self.publicKey) = (deviceId, centreId, publicKey)
        (self.name, self.enrolledAt, self.appVersion) = (name, enrolledAt, appVersion)
    }
}
