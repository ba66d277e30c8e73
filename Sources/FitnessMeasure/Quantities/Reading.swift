import Foundation

/// One measured value with unit, device and time. It knows no person: attribution is somebody else's work.
public struct Reading: Codable, Equatable, Sendable, Identifiable {
    public var id: UUID
    public var deviceKey: DeviceKey
    public var values: [QuantityValue]
    /// What the device's own clock said; kept beside our time, never instead of it.
    public var deviceTime: DeviceTime?
    /// By how many seconds the device's clock was ahead of the kiosk's when it was last looked at; nil if it cannot be
    /// read. Negative if it was behind.
    public var deviceClockOffset: Int?
    /// The device's own number of this record, if it counts them.
    public var deviceSequence: Int?
    /// Which of its users the device believes it measured. Kept, never trusted.
    public var deviceUserSlot: Int?
    public var flags: Set<QualityFlag>
    /// The bytes as they came, so that a later decoder can read them again.
    public var raw: [UInt8]
    /// The moment of measuring on the monotonic clock, from the device's time and its clock's offset; nil if either is
    /// unknown.
    public var takenMonotonic: Int64?
    /// Nanoseconds of the monotonic clock when the last byte came in; compare with the arming time.
    public var receivedMonotonic: Int64
    public var receivedAt: Date
    /// True for a simulator; "모의 기기" must then be visible wherever the value is.
    public var isSimulated: Bool

    public init(
        id: UUID, deviceKey: DeviceKey, values: [QuantityValue], deviceTime: DeviceTime? = nil,
        deviceClockOffset: Int? = nil, deviceSequence: Int? = nil, deviceUserSlot: Int? = nil,
        flags: Set<QualityFlag> = [], raw: [UInt8], takenMonotonic: Int64? = nil, receivedMonotonic: Int64,
        receivedAt: Date, isSimulated: Bool
    ) {
        (self.id, self.deviceKey, self.values) = (id, deviceKey, values)
        (self.deviceTime, self.deviceSequence, self.deviceUserSlot) = (deviceTime, deviceSequence, deviceUserSlot)
        (self.flags, self.raw, self.receivedMonotonic) = (flags, raw, receivedMonotonic)
        (self.receivedAt, self.isSimulated) = (receivedAt, isSimulated)
        (self.deviceClockOffset, self.takenMonotonic) = (deviceClockOffset, takenMonotonic)
    }

    /// The value of one quantity, if this reading has it.
    public subscript(kind: QuantityKind) -> QuantityValue? { values.first { $0.kind == kind } }
}

/// What was measured, how much, in which unit.
public struct QuantityValue: Codable, Hashable, Sendable {
    public var kind: QuantityKind
    public var value: DecimalValue
    public var unit: UCUMUnit

    public init(_ kind: QuantityKind, _ value: DecimalValue, _ unit: UCUMUnit) {
        (self.kind, self.value, self.unit) = (kind, value, unit)
    }
}

/// A quantity's name. Open, because profile files may name new ones.
public struct QuantityKind: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let systolic: QuantityKind = "systolic"
    public static let diastolic: QuantityKind = "diastolic"
    public static let meanArterialPressure: QuantityKind = "mean_arterial_pressure"
    public static let pulse: QuantityKind = "pulse"
    public static let grip: QuantityKind = "grip"
    public static let repetitions: QuantityKind = "repetitions"
    public static let weight: QuantityKind = "weight"
    public static let height: QuantityKind = "height"
}

/// A unit in UCUM's spelling.
public struct UCUMUnit: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let millimetresOfMercury: UCUMUnit = "mm[Hg]"
    public static let kilopascal: UCUMUnit = "kPa"
    public static let perMinute: UCUMUnit = "/min"
    public static let kilogram: UCUMUnit = "kg"
    public static let pound: UCUMUnit = "[lb_av]"
    public static let repetitions: UCUMUnit = "{repetitions}"
    public static let second: UCUMUnit = "s"
}

/// What is odd about a reading. Open, as devices keep inventing.
public struct QualityFlag: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let bodyMovement: QualityFlag = "body_movement"
    public static let cuffLoose: QualityFlag = "cuff_loose"
    public static let irregularPulse: QualityFlag = "irregular_pulse"
    public static let improperPosition: QualityFlag = "improper_position"
    public static let fromStorage: QualityFlag = "from_storage"
    public static let clockChanged: QualityFlag = "clock_changed"
    /// Dated by a clock that cannot be read, and nothing tells yet where it stands.
    public static let ageUnknown: QualityFlag = "age_unknown"
    public static let demonstration: QualityFlag = "demonstration"
    public static let reservedBits: QualityFlag = "reserved_bits"
    public static let trailingBytes: QualityFlag = "trailing_bytes"
    public static let ambiguousFloat: QualityFlag = "sfloat_ambiguous"
    public static let enteredBySupporter: QualityFlag = "entered_by_supporter"
}

/// Which device it was: stable over replugging, free of anything personal.
public struct DeviceKey: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

/// A device's clock: local, without zone, possibly partly unknown (0).
public struct DeviceTime: Codable, Hashable, Sendable {
    public var year, month, day, hour, minute, second: Int
    public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }
}
