/// What a blood pressure monitor can notice.
public struct BloodPressureFeatures: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let bodyMovement = BloodPressureFeatures(rawValue: 1 << 0)
    public static let cuffFit = BloodPressureFeatures(rawValue: 1 << 1)
    public static let irregularPulse = BloodPressureFeatures(rawValue: 1 << 2)
    public static let pulseRange = BloodPressureFeatures(rawValue: 1 << 3)
    public static let position = BloodPressureFeatures(rawValue: 1 << 4)
    public static let multipleBonds = BloodPressureFeatures(rawValue: 1 << 5)
}

extension BloodPressureFeatures: NamedOptions {
    static let layout = NamedBits([
        0: "body_movement", 1: "cuff_fit", 2: "irregular_pulse", 3: "pulse_range", 4: "position",
        5: "multiple_bonds",
    ])
}

/// Blood Pressure Feature (2A49).
public struct BloodPressureFeatureFrame: GattFrame {
    public let features: BloodPressureFeatures
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        features = BloodPressureFeatures(rawValue: try reader.uint16("features"))
        reader.warn(.reservedFlags, if: features.hasReserved)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["features": .list(features.names)] }
}
