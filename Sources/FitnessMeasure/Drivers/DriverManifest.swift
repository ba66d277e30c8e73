/// What is known of a driver before any byte came: which devices it recognises, what it measures, what it can do, and
/// how far it may be believed.
///
/// A driver is three parts: this manifest, a pure decoder (bytes to values, no I/O), and a thin session over a link.
public struct DriverManifest: Equatable, Sendable {
    /// The name that commands and settings use: `and-tm2657`, `blood-pressure`. Lower-case letters, digits, `-`.
    public var id: String
    /// For staff, in plain words.
    public var title: String
    public var link: Link
    /// A device is this driver's if one of these rules holds.
    public var matches: [DeviceMatch]
    /// What it can report, finished values only.
    public var quantities: [QuantityKind]
    public var capabilities: Set<DriverCapability>
    /// What an installer can set, beside the port or address.
    public var settings: [DriverSetting]
    /// True only when its readings were compared with the display of the real device.
    public var isVerified: Bool
    /// What exactly nobody has seen for sure yet; a driver that is not verified says at least one thing.
    public var unverified: [String]
    /// Where the format was found.
    public var source: String

    /// The kind of road to the device.
    public enum Link: String, Sendable { case serial, bluetooth, input }

    public init(
        id: String, title: String, link: Link, matches: [DeviceMatch], quantities: [QuantityKind],
        capabilities: Set<DriverCapability> = [], settings: [DriverSetting] = [], isVerified: Bool = false,
        unverified: [String], source: String
    ) {
        (self.id, self.title, self.link, self.matches) = (id, title, link, matches)
        (self.quantities, self.capabilities, self.settings) = (quantities, capabilities, settings)
        (self.isVerified, self.unverified, self.source) = (isVerified, unverified, source)
    }
}

/// How a device shows that a driver is meant.
public enum DeviceMatch: Hashable, Sendable {
    /// A device file, with wildcards: `/dev/serial/by-id/*tm2657*`.
    case path(String)
    /// A USB adapter's numbers, four hex digits each, and its serial number if it has one.
    case usb(vendor: String, product: String, serial: String?)
    /// A Bluetooth service, four hex digits or a UUID.
    case service(String)
    /// A Bluetooth name that begins so; for devices that advertise no service.
    case name(prefix: String)
}

/// What a driver can do beyond reporting a finished value. Open, as devices keep inventing.
public struct DriverCapability: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    /// Shows values while the person is being measured.
    public static let liveValues: DriverCapability = "live_values"
    /// Says that it failed, so that silence is not the only sign.
    public static let errorReports: DriverCapability = "error_reports"
    /// Its readings carry the device's own time.
    public static let deviceTime: DriverCapability = "device_time"
    /// Its readings carry the device's own number.
    public static let deviceSequence: DriverCapability = "device_sequence"
    /// Its clock can be set, and read back.
    public static let clockSetting: DriverCapability = "clock_setting"
    /// It keeps readings and gives them when asked.
    public static let storedRecords: DriverCapability = "stored_records"
    /// Speaks only when asked.
    public static let polled: DriverCapability = "polled"
    /// Its frames carry a check, so that a bent one is not read.
    public static let checkedFrames: DriverCapability = "checked_frames"
    /// Staff pair it once before its first use.
    public static let pairing: DriverCapability = "pairing"
}

/// A value that an installer can give a driver.
public struct DriverSetting: Hashable, Sendable {
    public var key: String
    /// What it means, its type and range, for staff.
    public var meaning: String
    /// What holds if nothing is set; empty if it must be set.
    public var standard: String

    public init(_ key: String, _ meaning: String, standard: String = "") {
        (self.key, self.meaning, self.standard) = (key, meaning, standard)
    }
}
