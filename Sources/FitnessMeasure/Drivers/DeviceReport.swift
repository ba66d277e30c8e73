/// What a device says while it is being used. Trouble is a report, too, not an error.
public enum DeviceReport: Equatable, Sendable {
    /// Reachable and ready for a person.
    case ready(DeviceKey)
    /// A person is being measured; the value is for show only and is never kept.
    case measuring(DeviceKey, live: QuantityValue?)
    case reading(Reading)
    /// The device tried and failed, or what it sent cannot be a value.
    case failed(DeviceKey, MeasureFailure)
    /// Gone: out of reach, unplugged, asleep. The driver keeps trying.
    case lost(DeviceKey)
}

/// Why there is no value. Words for it belong to the screens.
public enum MeasureFailure: Error, Hashable, Sendable {
    /// The device said that it could not measure (all values NaN, an error code).
    case deviceError(code: String?)
    /// Bytes that do not follow the format: truncated, bad checksum, not the profile's pattern.
    case unreadable(String)
    /// Read correctly and outside what a body can do.
    case implausible
    /// The value never held still.
    case unstable
}

/// A driver owns a link, speaks one protocol, and reports. It never sees a person.
public protocol DeviceDriver: Sendable {
    /// Reports until cancelled. A lost device is reported and looked for again.
    func run(_ report: @escaping @Sendable (DeviceReport) -> Void) async throws
}
