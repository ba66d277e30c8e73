import Foundation
import SignageFeed

/// When an item is shown, in the words of a person.
struct ContentWords {
    let item: ContentItem
    /// The item as kiosks read it; nil for one that has no entry now, such as an empty list.
    let signage: SignageItem?
    /// Kiosks would leave it out, or could not read it at all.
    let isUnreadable: Bool

    init(_ item: ContentItem, pictures: [ContentPicture], at now: Date) {
        self.item = item
        // The conditions are the same for each entry of an item, and a list's hold without a line.
        var entries = item.entries(pictures: pictures, listings: .init(), at: now)
        if entries.isEmpty { entries = [PlaylistEntry(item, kind: .care)] }
        do {
            let document = try PlaylistDocument(version: 0, entries: entries)
            (signage, isUnreadable) = (document.playlist.items.first, !document.problems.isEmpty)
        } catch {
            // What is wrong with it was said when it was written; here it is told that it is.
            (signage, isUnreadable) = (nil, true)
        }
    }

    /// `11월 21일 토요일부터 12월 4일 금요일까지 월·수요일 오전 9시부터 정오까지 보여 드려요.`
    var when: String { [days, weekdays, hours].compactMap { $0 }.joined(separator: " ") + " 보여 드려요." }

    /// For a line in a list: `11월 21일–12월 4일 · 월·수 · 09:00–12:00`.
    var brief: String {
        let window = item.window
        func day(_ text: String?) -> String { text.flatMap { LocalDay($0) }?.short ?? "" }
        let days = window.first == nil && window.last == nil ? nil : "\(day(window.first))–\(day(window.last))"
        let hours = window.from.flatMap { from in window.to.map { "\(from)–\($0)" } }
        let parts = [days, window.weekdays.isEmpty ? nil : letters, hours].compactMap { $0 }
        return parts.isEmpty ? "언제나" : parts.joined(separator: " · ")
    }

    /// How long, how often, and when next.
    func more(at now: Date) -> [String] {
        var lines: [String] = []
        if let dwell = signage?.dwell, item.kind.parts.isEmpty == false {
            lines.append(
                item.seconds == nil ? "글 길이에 맞춰 한 번에 \(dwell.reduce(0, +))초쯤 나와요." : "한 번에 \(dwell.reduce(0, +))초씩 나와요."
            )
        }
        if item.priority > 0 { lines.append("순위가 \(item.priority)이라서 순위가 낮은 것보다 자주 나와요.") }
        if let share = item.share { lines.append("언제나 전체 시간의 \(share)%만큼은 이것이 나와요.") }
        if !item.screens.isEmpty { lines.append("\(item.screens.joined(separator: ", ")) 화면에만 나와요.") }
        return lines + [next(at: now)]
    }

    private func next(at now: Date) -> String {
        if isUnreadable { return "기기가 읽지 못하는 게시물이라서 나오지 않아요. 고치기를 눌러 다시 적어 주세요." }
        guard let state = signage?.window.state(at: now) else { return "지금은 보여 드릴 것이 없어요." }
        if state.isOpen { return "지금이 보여 드릴 때예요." }
        guard let change = state.changesAt else { return "보여 드릴 때가 지났어요." }
        return "다음에는 \(LocalDay(change).words) \(KoreanTime.hour(change))에 나와요."
    }

    /// A state is a word and a colour.
    func state(isHeld: Bool, at now: Date) -> StateWord {
        if isHeld { return .care("살펴봐 주세요") }
        if isUnreadable { return .bad("나올 수 없음") }
        if item.state == .draft { return .quiet("적어 둠") }
        guard let state = signage?.window.state(at: now) else { return .quiet("비어 있음") }
        if state.isOpen { return .good("보이는 중") }
        return state.changesAt == nil ? .quiet("끝남") : .info("기다리는 중")
    }

    private var days: String? {
        let (first, last) = (item.window.first.flatMap { LocalDay($0) }, item.window.last.flatMap { LocalDay($0) })
        return switch (first, last) {
        case (let first?, let last?) where first == last: "\(first.words) 하루 동안"
        case (let first?, let last?): "\(first.words)부터 \(last.words)까지"
        case (let first?, nil): "\(first.words)부터"
        case (nil, let last?): "\(last.words)까지"
        case (nil, nil): nil
        }
    }

    private var weekdays: String? {
        let isOneDay = item.window.first != nil && item.window.first == item.window.last
        return item.window.weekdays.isEmpty ? (isOneDay ? nil : "날마다") : letters + "요일에"
    }

    private var letters: String {
        let letters = ["mon": "월", "tue": "화", "wed": "수", "thu": "목", "fri": "금", "sat": "토", "sun": "일"]
        return item.window.weekdays.compactMap { letters[$0] }.joined(separator: "·")
    }

    private var hours: String? {
        guard let from = item.window.from, let to = item.window.to else { return "하루 종일" }
        let end = to < from ? "다음 날 \(Self.clock(to))" : Self.clock(to)
        return "\(Self.clock(from))부터 \(end)까지"
    }

    private static func clock(_ text: String) -> String {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return text }
        let seconds = TimeInterval(parts[0] * 3_600 + parts[1] * 60)
        return KoreanTime.hour(LocalDay(Date(timeIntervalSince1970: 0)).start.addingTimeInterval(seconds))
    }
}
