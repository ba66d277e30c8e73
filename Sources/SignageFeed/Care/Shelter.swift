import Foundation

/// A shelter from heat or cold (무더위쉼터, 한파쉼터) and when it is open.
public struct Shelter: Equatable, Sendable, Identifiable {
    public var name: String
    public var window: ShowWindow

    public var id: String { name }

    public init(name: String, window: ShowWindow) { (self.name, self.window) = (name, window) }

    /// A line that cannot be read.
    public struct ParseError: Error, Equatable, Sendable { public var line: String }

    /// `문래 주민 센터 | 월-금 | 09:00-18:00`, as an installer writes it; the days may be left out.
    public init(parsing line: String) throws(ParseError) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { CleanText.line(String($0)) }
        guard (2...3).contains(parts.count),
            let shelter = Shelter(name: parts[0], days: parts.count == 3 ? parts[1] : "", hours: parts[parts.count - 1])
        else { throw ParseError(line: line) }
        self = shelter
    }

    /// nil without a name, and for days and hours that cannot be read: nobody is sent to a place whose hours are guessed.
    init?(name: String, days: String, hours: String) {
        guard !name.isEmpty, let weekdays = Weekdays(spoken: days), let hours = DayHours(spoken: hours) else {
            return nil
        }
        self.init(name: name, window: ShowWindow(weekdays: weekdays, hours: hours))
    }
}

/// Written as `{"name": …, "days": ["mon", …], "from": "09:00", "to": "18:00"}`; without hours it is the whole day.
extension Shelter: Codable {
    private enum Key: String, CodingKey { case name, days, from, to }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let days = try container.decode([String].self, forKey: .days)
        let from = try container.decodeIfPresent(String.self, forKey: .from)
        let to = try container.decodeIfPresent(String.self, forKey: .to)
        let known = days.compactMap { Weekdays(name: $0) }
        let hours = from.flatMap { from in to.flatMap { DayHours(from: from, to: $0) } }
        guard known.count == days.count, !known.isEmpty, (from == nil && to == nil) || hours != nil else {
            throw DecodingError.dataCorruptedError(forKey: .days, in: container, debugDescription: "no days or hours")
        }
        self.init(
            name: try container.decode(String.self, forKey: .name),
            window: ShowWindow(weekdays: known.reduce(into: []) { $0.formUnion($1) }, hours: hours))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(
            Weekdays.names.filter { Weekdays(name: $0).map(window.weekdays.contains) ?? false }, forKey: .days)
        try container.encodeIfPresent(window.hours.map { DayHours.text($0.from) }, forKey: .from)
        try container.encodeIfPresent(window.hours.map { DayHours.text($0.to) }, forKey: .to)
    }
}

extension Shelter {
    /// Reads the office's list (CSV or JSON): name, days and hours of each.
    public static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[Shelter]>> {
        do throws(FeedError) {
            let table = try OfficeTable(bytes)
            guard !table.rows.isEmpty || !table.problems.isEmpty else { return .empty }
            var (shelters, problems): ([Shelter], [FeedProblem]) = ([], table.problems)
            for (index, row) in table.rows.enumerated() {
                let name = OfficeTable.text(row, ["name", "이름", "쉼터명", "쉼터명칭", "시설명"], limit: 60) ?? ""
                let days = OfficeTable.text(row, ["days", "요일", "운영요일"], limit: 60) ?? ""
                let hours = OfficeTable.text(row, ["hours", "시간", "운영시간"], limit: 60) ?? ""
                guard let shelter = Shelter(name: name, days: days, hours: hours) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                shelters.removeAll { $0.id == shelter.id }
                shelters.append(shelter)
            }
            guard !shelters.isEmpty else { throw FeedError(.unexpectedShape) }
            return .read(Fact(shelters, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }
}

extension DayHours {
    /// `09:00-18:00`, also with a wave or a long dash between and with one digit for the hour.
    fileprivate init?(spoken text: String) {
        let ends = text.split(whereSeparator: { "-~–—∼〜".contains($0) }).map { end -> String in
            let end = end.filter { !$0.isWhitespace }
            return end.count == 4 ? "0" + end : end
        }
        guard ends.count == 2 else { return nil }
        self.init(from: ends[0], to: ends[1])
    }

    /// `HH:mm`
    fileprivate static func text(_ minute: Int) -> String {
        let (hour, rest) = (minute / 60, minute % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
    }
}

extension Weekdays {
    /// `월-금`, `월·수·금`, `평일`, `주말`, `매일`, `mon-fri`; nothing is every day.
    fileprivate init?(spoken text: String) {
        let plain = text.lowercased().replacing("요일", with: "").filter { !$0.isWhitespace }
        if let known = Self.words[plain] {
            self = known
            return
        }
        let names = plain.replacing(/mon|tue|wed|thu|fri|sat|sun/) { match in
            Self.names.firstIndex(of: String(match.output)).map { String(Self.letters[$0]) } ?? ""
        }
        let marks = names.map { Self.letters.firstIndex(of: $0) }
        guard let first = marks.first ?? nil, let last = marks.last ?? nil else { return nil }
        if names.count == 3, marks[1] == nil, "-~–∼〜".contains(Array(names)[1]), first <= last {
            self = (first...last).reduce(into: []) { $0.formUnion(Weekdays(rawValue: 1 << UInt8($1))) }
            return
        }
        guard names.allSatisfy({ Self.letters.contains($0) || "·,・/".contains($0) }) else { return nil }
        self = marks.compactMap { $0 }.reduce(into: []) { $0.formUnion(Weekdays(rawValue: 1 << UInt8($1))) }
    }

    private static let letters: [Character] = ["월", "화", "수", "목", "금", "토", "일"]
    private static let words: [String: Weekdays] = [
        "": .all, "매일": .all, "연중무휴": .all, "daily": .all, "주말": [.saturday, .sunday],
        "평일": [.monday, .tuesday, .wednesday, .thursday, .friday],
    ]
}
