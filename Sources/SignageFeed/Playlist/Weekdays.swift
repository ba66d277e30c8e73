/// Days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0x7F }

    public static let all = Weekdays(rawValue: 0x7F)
    public static let monday = Weekdays(rawValue: 1)
    public static let tuesday = Weekdays(rawValue: 2)
    public static let wednesday = Weekdays(rawValue: 4)
    public static let thursday = Weekdays(rawValue: 8)
    public static let friday = Weekdays(rawValue: 16)
    public static let saturday = Weekdays(rawValue: 32)
    public static let sunday = Weekdays(rawValue: 64)

    func holds(_ day: CivilDay) -> Bool { rawValue & (1 << UInt8(day.weekday)) != 0 }

    /// The names that a playlist uses, Monday first.
    static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// nil for a name that is none.
    init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: 1 << UInt8(index))
    }
}
