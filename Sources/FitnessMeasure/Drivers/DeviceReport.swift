/// What a device says while it is being used. Trouble is a report, too, not an error.
public enum DeviceReport: Equatable, Sendable {
    /// Reachable and ready for a person.
    case ready(DeviceKey)
    /// A person is being measured; the value is for show only and is never kept.
    case measuring(DeviceKey, live: QuantityValue?)
    case reading(Reading)
    /// The device tried and failed, or what it sent cannot be a value.
    case failed(DeviceKey, MeasureFailure)
    /// For staff, not for the person who is measured.
    case health(DeviceKey, DeviceHealth)
    /// Gone: out of reach, unplugged, asleep. The driver keeps trying.
    case lost(DeviceKey)
}

/// What staff should know of a device.
public enum DeviceHealth: Equatable, Sendable {
    case clock(ClockHealth)
    /// Its stored records could not be had; the code of the response, or `no_answer`.
    case recordsRefused(code: String)
}

/// How a device's own clock was found and left.
public struct ClockHealth: Equatable, Sendable {
    /// Seconds by which it was ahead of the kiosk's; nil if it could not be read or was never set.
    public var offsetBefore: Int?
    /// The same after it was set; nil if it could not be read back.
    public var offsetAfter: Int?
    public var outcome: Outcome

    public enum Outcome: String, Sendable {
        /// It was right and was left alone.
        case right
        /// It was set, and reading it back says so.
        case set
        /// It took the time without a word and shows another one all the same.
        case notKept = "not_kept"
        /// It does not let its clock be set.
        case refused
        /// It took the time, and cannot be read.
        case unverified
    }

    public init(offsetBefore: Int?, offsetAfter: Int?, outcome: Outcome) {
        (self.offsetBefore, self.offsetAfter, self.outcome) = (offsetBefore, offsetAfter, outcome)
    }
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
