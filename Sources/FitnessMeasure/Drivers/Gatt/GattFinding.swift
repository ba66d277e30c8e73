/// What a value that a Bluetooth instrument sent means.
public enum GattFinding: Equatable, Sendable {
    /// A person is being measured; for show only.
    case live(QuantityValue?)
    case measured(GattMeasurement)
    case failed(MeasureFailure)
}

/// A finished measurement as the bytes say it: a reading without our own id, times and device.
public struct GattMeasurement: Equatable, Sendable {
    public var values: [QuantityValue]
    /// The device's own time of measuring.
    public var deviceTime: DeviceTime?
    /// The device's own number of the record.
    public var sequence: Int?
    /// Which of its users the device believes it measured. Kept, never trusted.
    public var userSlot: Int?
    public var flags: Set<QualityFlag>
    /// The bytes it was read from, one frame after the other.
    public var raw: [UInt8]
}

/// A frame that can be a finished measurement of a person.
protocol MeasurementFrame: GattFrame {
    /// Why there is no measurement in it; nil if there is one.
    var failure: MeasureFailure? { get }
    /// What was measured; empty if there is a failure.
    var quantities: [QuantityValue] { get }
    var deviceTime: DeviceTime? { get }
    var deviceSequence: Int? { get }
    /// The device's own user, unless it knows none.
    var userSlot: Int? { get }
    /// What the device noticed, and what is odd about its bytes.
    var qualityFlags: Set<QualityFlag> { get }
}

extension MeasurementFrame {
    var deviceTime: DeviceTime? { nil }
    var deviceSequence: Int? { nil }
    var userSlot: Int? { nil }

    /// The measurement in the frame, or why there is none.
    func finding(raw: [UInt8]) -> GattFinding {
        if let failure { return .failed(failure) }
        return .measured(
            GattMeasurement(
                values: quantities, deviceTime: deviceTime, sequence: deviceSequence, userSlot: userSlot,
                flags: qualityFlags, raw: raw))
    }

    /// 255 is a user whom the device does not know.
    static func slot(_ userID: UInt8?) -> Int? { userID.flatMap { $0 == 255 ? nil : Int($0) } }
}

/// A frame that shows what is going on while a person is being measured.
protocol LiveFrame: GattFrame {
    /// The value to show; nil if there is nothing to show at this moment.
    var liveValue: QuantityValue? { get }
}

extension GattWarning {
    /// The flag that a reading carries for it.
    var qualityFlag: QualityFlag {
        switch self {
        case .reservedFlags, .reservedStatus, .reservedCode: .reservedBits
        case .trailingBytes: .trailingBytes
        case .ambiguousSFloat: .ambiguousFloat
        case .timestampUnknown, .timestampInvalid, .implausible, .weekdayMismatch: QualityFlag(rawValue: code)
        }
    }
}

extension Sequence<GattWarning> {
    var qualityFlags: Set<QualityFlag> { Set(map(\.qualityFlag)) }
}
