/// Current Time (2A2B).
public struct CurrentTimeFrame: GattFrame {
    public let time: GattDateTime
    /// Monday 1 … Sunday 7; 0 for unknown.
    public let weekday: UInt8
    /// 1/256 s.
    public let fractions: UInt8
    /// Why the clock was last set: `manual`, `external`, `time_zone`, `dst`.
    public let adjustments: [String]
    public let warnings: [GattWarning]

    private static let reasons = NamedBits([0: "manual", 1: "external", 2: "time_zone", 3: "dst"])

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        time = try reader.dateTime("time")
        weekday = try reader.uint8("day_of_week")
        fractions = try reader.uint8("fractions256")
        let reasons = UInt32(try reader.uint8("adjust_reason"))
        adjustments = Self.reasons.names(in: reasons)
        reader.warn(.reservedFlags, if: Self.reasons.hasReserved(reasons))
        reader.warn(.reservedCode(field: "day_of_week"), if: weekday > 7)
        let expected = time.components.weekday
        reader.warn(.weekdayMismatch, if: (1...7).contains(weekday) && expected != nil && expected != Int(weekday))
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values = time.values("time")
        values["day_of_week"] = .whole(Int(weekday))
        values["fractions256"] = .whole(Int(fractions))
        values["adjust"] = .list(adjustments)
        return values
    }
}
