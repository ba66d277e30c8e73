import Foundation

/// How the way to the office is, for the staff page and the log.
public struct SyncHealth: Equatable, Sendable {
    /// When the office last answered anything, on the kiosk's clock.
    public var lastContact: Date?
    /// When the office last took events.
    public var lastAcknowledged: Date?
    /// What the office's clock said at the last contact, milliseconds since 1970, UTC.
    public var officeMilliseconds: Int64?
    public var unsent = 0
    public var quarantined = 0
    /// More than none is an alarm: a cloned or damaged disk.
    public var conflicts = 0
    /// Version of the content that is installed.
    public var contentVersion = 0
    /// Why events do not flow, if they do not.
    public var trouble: SyncTrouble?
    /// Why content does not flow, if it does not.
    public var contentTrouble: DownlinkError?

    public init() {}
}

/// Why sending does not work now. It is always tried again.
public enum SyncTrouble: Equatable, Sendable {
    case noNetwork(NetworkFailure)
    /// The office answers, and asks for patience or breaks.
    case overloaded
    /// The office itself refuses this kiosk: `unknown_device`, `bad_signature`, `revoked`.
    case refused(code: String)
    /// The kiosk's own disk.
    case storage
}
