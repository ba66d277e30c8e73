/// Blood Pressure Feature (2A49): what a monitor can notice.
public struct BloodPressureFeatureFrame: GattFrame {
    public let features: [String]
    public let warnings: [GattWarning]

    private static let names = NamedBits([
        0: "body_movement", 1: "cuff_fit", 2: "irregular_pulse", 3: "pulse_range", 4: "position",
        5: "multiple_bonds",
    ])

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let bits = UInt32(try reader.uint16("features"))
        features = Self.names.names(in: bits)
        reader.warn(.reservedFlags, if: Self.names.hasReserved(bits))
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["features": .list(features)] }
}
