/// A device's Date Time (2A08): 7 bytes, local, without a zone. Year, month or day 0 means unknown.
public struct GattDateTime: Equatable, Sendable {
    /// The components as they were sent.
    public let components: DeviceTime
    public let quality: Quality

    /// How far a device's date can be used.
    public enum Quality: String, Sendable {
        /// A date that exists, by the device's own clock.
        case device
        /// The device says that it does not know the date.
        case unknown
        /// No calendar has this date.
        case invalid
    }

    /// The time to keep beside a reading; nil if it is nonsense.
    public var deviceTime: DeviceTime? {
        quality == .invalid || !components.isInRange ? nil : components
    }

    /// `2026-11-20T09:30:05`, or nothing if the date is unknown or invalid.
    var value: GattFieldValue {
        guard quality == .device else { return .unknown }
        let time = components
        let clock = [time.hour, time.minute, time.second].map { padded($0, to: 2) }.joined(separator: ":")
        return .text(components.dateText + "T" + clock)
    }

    /// The time and its quality as two fields.
    func values(_ name: String) -> [String: GattFieldValue] {
        [name: value, name + "_quality": .text(quality.rawValue)]
    }
}

extension DeviceTime {
    /// `2026-11-20`.
    var dateText: String { [padded(year, to: 4), padded(month, to: 2), padded(day, to: 2)].joined(separator: "-") }

    /// Year, month or day is 0.
    var hasUnknownDate: Bool { year == 0 || month == 0 || day == 0 }

    /// Every component is one that the format allows, 0 for unknown included. Years start at 1582 (2A08).
    var isInRange: Bool {
        (year == 0 || (1582...9999).contains(year)) && month <= 12 && day <= 31 && hour <= 23 && minute <= 59
            && second <= 59
    }

    /// The date exists in the Gregorian calendar.
    var exists: Bool {
        guard isInRange, !hasUnknownDate else { return false }
        return day <= Self.length(ofMonth: month, in: year)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Monday 1 … Sunday 7, by Zeller's congruence; nothing for a date that does not exist.
    var weekday: Int? {
        guard exists else { return nil }
        let (shifted, month) = month < 3 ? (year - 1, month + 12) : (year, month)
        let saturdayFirst = (day + 13 * (month + 1) / 5 + shifted + shifted / 4 - shifted / 100 + shifted / 400) % 7
        return (saturdayFirst + 5) % 7 + 1
    }

    var quality: GattDateTime.Quality { hasUnknownDate ? .unknown : exists ? .device : .invalid }
}

extension ByteReader {
    /// A Date Time; an unknown or invalid one is a warning.
    mutating func dateTime(_ field: String) throws(GattFrameError) -> GattDateTime {
        let time = DeviceTime(
            year: Int(try uint16(field)), month: Int(try uint8(field)), day: Int(try uint8(field)),
            hour: Int(try uint8(field)), minute: Int(try uint8(field)), second: Int(try uint8(field)))
        warn(.timestampUnknown, if: time.quality == .unknown)
        warn(.timestampInvalid, if: time.quality == .invalid)
        return GattDateTime(components: time, quality: time.quality)
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
