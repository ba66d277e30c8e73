/// Why a clock was set.
public struct ClockAdjustments: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let manual = ClockAdjustments(rawValue: 1 << 0)
    /// By another clock.
    public static let external = ClockAdjustments(rawValue: 1 << 1)
    public static let timeZone = ClockAdjustments(rawValue: 1 << 2)
    public static let daylightSaving = ClockAdjustments(rawValue: 1 << 3)
}

extension ClockAdjustments: NamedOptions {
    static let layout = NamedBits([0: "manual", 1: "external", 2: "time_zone", 3: "dst"])
}

/// Current Time (2A2B).
public struct CurrentTimeFrame: GattFrame {
    public let time: GattDateTime
    /// Monday 1 … Sunday 7; 0 for unknown.
    public let weekday: UInt8
    /// 1/256 s.
    public let fractions: UInt8
    /// Why the clock was last set.
    public let adjustments: ClockAdjustments
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        time = try reader.dateTime("time")
        weekday = try reader.uint8("day_of_week")
        fractions = try reader.uint8("fractions256")
        adjustments = ClockAdjustments(rawValue: try reader.uint8("adjust_reason"))
        reader.warn(.reservedCode(field: "day_of_week"), if: weekday > 7)
        let expected = time.components.weekday
        reader.warn(.weekdayMismatch, if: (1...7).contains(weekday) && expected != nil && expected != Int(weekday))
        reader.warn(.reservedFlags, if: adjustments.hasReserved)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values = time.values("time")
        values["day_of_week"] = .whole(Int(weekday))
        values["fractions256"] = .whole(Int(fractions))
        values["adjust"] = .list(adjustments.names)
        return values
    }
}

extension CurrentTimeFrame {
    /// The bytes of a clock set by another clock, with the date's weekday.
    public static func bytes(of time: DeviceTime) -> [UInt8] {
        DateTimeFrame.bytes(of: time)
            + [UInt8(truncatingIfNeeded: time.weekday ?? 0), 0, ClockAdjustments.external.rawValue]
    }
}

/// Date Time (2A08) alone, as older devices keep their clock.
public struct DateTimeFrame: GattFrame {
    public let time: GattDateTime
    public let warnings: [GattWarning]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        time = try reader.dateTime("time")
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] { time.values("time") }

    /// The 7 bytes of a date and a time.
    public static func bytes(of time: DeviceTime) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: time.year), UInt8(truncatingIfNeeded: time.year >> 8),
        ] + [time.month, time.day, time.hour, time.minute, time.second].map { UInt8(truncatingIfNeeded: $0) }
    }
}
