import Foundation

/// How a kiosk is, told at each check-in.
public struct DeviceStatus: Codable, Equatable, Sendable {
    public var appVersion: String
    public var stored: Int
    public var unsent: Int
    public var quarantined: Int
    /// When the oldest unsent event was made, milliseconds since 1970, UTC.
    public var oldestUnsentMilliseconds: Int64?
    public var freeDiskBytes: Int64
    public var clockState: ClockState
    public var wallMilliseconds: Int64
    /// Version of the content on the wall.
    public var contentVersion: Int

    public init(
        appVersion: String, stored: Int, unsent: Int, quarantined: Int, oldestUnsentMilliseconds: Int64?,
        freeDiskBytes: Int64, clockState: ClockState, wallMilliseconds: Int64, contentVersion: Int
    ) {
        (self.appVersion, self.stored, self.unsent, self.quarantined) = (appVersion, stored, unsent, quarantined)
        (self.oldestUnsentMilliseconds, self.freeDiskBytes) = (oldestUnsentMilliseconds, freeDiskBytes)
        (self.clockState, self.wallMilliseconds) = (clockState, wallMilliseconds)
        self.contentVersion = contentVersion
    }
}

public struct StatusReply: Codable, Equatable, Sendable {
    public var serverMilliseconds: Int64
    /// Version of the newest manifest for this kiosk.
    public var contentVersion: Int
    /// The newest change of plans of this kiosk's centre; absent from an office that knows of none.
    public var plans: PlanMark?
    public init(serverMilliseconds: Int64, contentVersion: Int, plans: PlanMark? = nil) {
        (self.serverMilliseconds, self.contentVersion, self.plans) = (serverMilliseconds, contentVersion, plans)
    }
}

/// What a kiosk should show: files by hash. Signed by the office as every reply is.
public struct Manifest: Codable, Equatable, Sendable {
    /// Strictly rising; a lower one is refused.
    public var version: Int
    public var files: [File]
    public init(version: Int, files: [File]) { (self.version, self.files) = (version, files) }

    public struct File: Codable, Equatable, Sendable {
        /// `wall.json` is the wall's snapshot.
        public var name: String
        public var sha256: String
        public var size: Int
        public init(name: String, sha256: String, size: Int) {
            (self.name, self.sha256, self.size) = (name, sha256, size)
        }
    }
}
