/// An SFLOAT alone, as in a table of examples; no characteristic has it so.
public struct ShortFloatFrame: GattFrame {
    public let value: GattNumber
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        value = try reader.sfloat("value")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["value": GattFieldValue(value)] }
}

/// A FLOAT alone, as in a table of examples; no characteristic has it so.
public struct LongFloatFrame: GattFrame {
    public let value: GattNumber
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        value = try reader.float("value")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["value": GattFieldValue(value)] }
}
