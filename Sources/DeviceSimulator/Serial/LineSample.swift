import FitnessMeasure

/// What a simulated instrument measured, in its own units and with its own digits: `128`, `067.85`.
public struct LineSample: Equatable, Sendable {
    public var amounts: [QuantityKind: String]
    /// What its clock shows; used by instruments that have one.
    public var time: DeviceTime

    public init(
        _ amounts: [QuantityKind: String],
        time: DeviceTime = DeviceTime(year: 2026, month: 11, day: 20, hour: 9, minute: 30, second: 0)
    ) {
        (self.amounts, self.time) = (amounts, time)
    }

    /// The amount of a quantity, `0` if there is none.
    subscript(kind: QuantityKind) -> String { amounts[kind] ?? "0" }

    /// With zeros or blanks in front, so that it is so long.
    func padded(_ kind: QuantityKind, _ length: Int, with filler: Character = "0") -> String {
        Self.padded(self[kind], length, with: filler)
    }

    /// Year, month and day with a separator; the year with four digits or two.
    func date(_ separator: String = "", yearDigits: Int = 4) -> String {
        let year = String(Self.padded(String(time.year), 4).suffix(yearDigits))
        return [year, Self.two(time.month), Self.two(time.day)].joined(separator: separator)
    }

    /// Hour and minute, and second if asked for, with a separator.
    func hour(_ separator: String = "", hasSeconds: Bool = false) -> String {
        let parts = [time.hour, time.minute] + (hasSeconds ? [time.second] : [])
        return parts.map(Self.two).joined(separator: separator)
    }

    static func two(_ number: Int) -> String { padded(String(number), 2) }

    static func padded(_ text: String, _ length: Int, with filler: Character = "0") -> String {
        String(repeating: filler, count: max(0, length - text.count)) + text
    }
}
