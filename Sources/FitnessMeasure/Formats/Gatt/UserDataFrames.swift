/// Age (2A80) of a device's own user.
public struct AgeFrame: GattFrame {
    public let years: UInt8
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        years = try reader.uint8("age")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["age": .whole(Int(years))] }
}

/// Gender (2A8C) of a device's own user: 0 male, 1 female, 2 unspecified.
public struct SexFrame: GattFrame {
    public let code: UInt8
    public let warnings: [GattWarning]

    static let names = ["male", "female", "unspecified"]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        code = try reader.uint8("sex")
        reader.warn(.reservedCode(field: "sex"), if: code >= Self.names.count)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        ["sex": code < Self.names.count ? .text(Self.names[Int(code)]) : .unknown]
    }
}

/// Height (2A8E) of a device's own user, in centimetres.
public struct UserHeightFrame: GattFrame {
    public let centimetres: UInt16
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        centimetres = try reader.uint16("height")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["height_cm": .whole(Int(centimetres))] }
}

/// Database Change Increment (2A99): counts how often a user's data were changed.
public struct ChangeIncrementFrame: GattFrame {
    public let count: UInt32
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        count = try reader.uint32("change_increment")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { ["change_increment": .whole(Int(count))] }
}

/// User Index (2A9A): whom the device believes to have before it; 255 for nobody it knows.
public struct UserIndexFrame: GattFrame {
    public let index: UInt8
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        index = try reader.uint8("user_index")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        index == 255 ? ["user_index": .unknown, "user_unknown": .flag(true)] : ["user_index": .whole(Int(index))]
    }
}
