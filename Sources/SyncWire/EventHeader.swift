import Foundation

/// Everything that is said of an event beside its body. The event table of a kiosk is its outbox, and
/// these are its columns.
///
/// On the wire an event is one line of canonical JSON: these keys and `body`, sorted. The line is frozen
/// when the event is committed; its SHA-256 is the event's identity check and the next event's
/// ``previousHash``.
public struct EventHeader: Codable, Equatable, Sendable {
    /// Version of this envelope. Readers keep what they do not understand.
    public var wireVersion: Int
    public var eventID: UUID
    public var deviceID: UUID
    /// 32 hex digits, made when the kiosk's database file was created, restored or found cloned.
    public var epoch: String
    /// 1, 2, 3 … without a gap within an epoch.
    public var sequence: Int64
    public var type: EventType
    /// Version of the body's shape.
    public var typeVersion: Int
    /// Whom the event is about, if anybody.
    public var personID: UUID?
    /// What the kiosk's wall clock said: milliseconds since 1970, UTC. Never trusted for order.
    public var wallMilliseconds: Int64
    /// Seconds east of UTC at the kiosk.
    public var utcOffset: Int
    /// The kernel's boot id: monotonic times are comparable only within one.
    public var bootID: String
    public var monotonicNanoseconds: Int64
    public var clockState: ClockState
    public var appVersion: String
    public var schemaVersion: Int
    /// Hash of the event before this one in the epoch, in hex; 64 zeros for the first.
    public var previousHash: String

    public init(
        wireVersion: Int = 1, eventID: UUID, deviceID: UUID, epoch: String, sequence: Int64, type: EventType,
        typeVersion: Int, personID: UUID?, wallMilliseconds: Int64, utcOffset: Int, bootID: String,
        monotonicNanoseconds: Int64, clockState: ClockState, appVersion: String, schemaVersion: Int,
        previousHash: String
    ) {
        (self.wireVersion, self.eventID, self.deviceID) = (wireVersion, eventID, deviceID)
        (self.epoch, self.sequence, self.type, self.typeVersion) = (epoch, sequence, type, typeVersion)
        (self.personID, self.wallMilliseconds, self.utcOffset) = (personID, wallMilliseconds, utcOffset)
        (self.bootID, self.monotonicNanoseconds, self.clockState) = (bootID, monotonicNanoseconds, clockState)
        (self.appVersion, self.schemaVersion, self.previousHash) = (appVersion, schemaVersion, previousHash)
    }

    enum CodingKeys: String, CodingKey {
        case wireVersion = "v"
        case eventID = "event_id"
        case deviceID = "device_id"
        case epoch
        case sequence = "seq"
        case type
        case typeVersion = "type_v"
        case personID = "person_id"
        case wallMilliseconds = "occurred_wall"
        case utcOffset = "tz_off"
        case bootID = "boot_id"
        case monotonicNanoseconds = "mono_ns"
        case clockState = "clock_state"
        case appVersion = "app_v"
        case schemaVersion = "schema_v"
        case previousHash = "prev_hash"
    }
}

/// What kind of event it is. Kinds that this version does not know survive a round trip.
public struct EventType: RawRepresentable, Codable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// How far the kiosk trusted its own clock.
public enum ClockState: String, Codable, Sendable {
    /// Corrected by the network or the office since boot.
    case synced
    /// Running on, plausible, but not confirmed since boot.
    case unconfirmed
    /// Before the newest thing the kiosk knows of: certainly wrong.
    case wrong
}
