/// Date of Birth (2A85), as a device keeps it of its own users.
public struct BirthDateFrame: GattFrame {
    /// A date with the clock at 0.
    public let date: DeviceTime
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        date = DeviceTime(
            year: Int(try reader.uint16("year")), month: Int(try reader.uint8("month")),
            day: Int(try reader.uint8("day")), hour: 0, minute: 0, second: 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        [
            "date": date.quality == .device ? .text(date.dateText) : .unknown,
            "quality": .text(date.quality.rawValue),
        ]
    }
}
