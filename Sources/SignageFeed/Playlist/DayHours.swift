/// A part of the day in minutes after midnight. The end is not part of it. An end before the start lies on the next
/// day, and the whole belongs to the day of its start.
public struct DayHours: Hashable, Sendable {
    /// 0…1439
    public let from: Int
    /// 0…1440
    public let to: Int

    /// nil for minutes that no day has and for a start that is the end.
    public init?(from: Int, to: Int) {
        guard (0..<1_440).contains(from), (0...1_440).contains(to), from != to else { return nil }
        (self.from, self.to) = (from, to)
    }

    /// `HH:mm` each; `24:00` ends a day.
    public init?(from: String, to: String) {
        guard let start = Self.minute(from), let end = Self.minute(to) else { return nil }
        self.init(from: start, to: end)
    }

    /// Seconds after midnight of its day; more than a day's when it goes on overnight.
    var seconds: Range<Int> { from * 60..<(to > from ? to : to + 1_440) * 60 }

    /// Whether a time of day lies in it, on whichever day it began.
    func contains(secondOfDay second: Int) -> Bool {
        seconds.contains(second) || seconds.contains(second + 86_400)
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(String(decoding: parts[0], as: UTF8.self)),
            let minute = Int(String(decoding: parts[1], as: UTF8.self)), minute < 60, hour < 24 || text == "24:00"
        else { return nil }
        return hour * 60 + minute
    }
}
