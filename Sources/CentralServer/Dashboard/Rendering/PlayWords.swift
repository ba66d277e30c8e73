import SignageFeed

/// What was shown, in words.
struct PlayWords: Equatable, Sendable {
    let title: String
    /// Its kind, or which part of it.
    let under: String?

    init(item: String, kind: ContentKind?, text: ContentText?) {
        let part = item.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init)
        if let kind {
            let name = text?.title ?? text?.caption ?? kind.word
            (title, under) = (name, Self.under(kind, part: part, isNamed: name != kind.word))
        } else if let part, item.hasPrefix("house/") {
            (title, under) = (Self.house(part), "기기가 가진 화면")
        } else if item == "…" {
            (title, under) = ("그 밖의 것들", "하루에 1,000가지가 넘어서 함께 셌어요")
        } else {
            (title, under) = (ContentKind(rawValue: item)?.word ?? item, "이 게시물 목록에 없는 것")
        }
    }

    private static func under(_ kind: ContentKind, part: String?, isNamed: Bool) -> String? {
        let which = part.map { part in kind == .newsletter ? "\(part)쪽" : "목록의 한 줄" }
        let words = [isNamed ? kind.word : nil, which].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    private static func house(_ card: String) -> String {
        switch HouseCard(rawValue: card) {
        case .greeting: "인사"
        case .invitation: "카드를 대 보시라는 말"
        case .stretching: "몸풀기"
        case .water: "물 드시라는 말"
        case nil: card
        }
    }

    /// `2시간 5분`, `12분`, `40초`.
    static func length(_ seconds: Int) -> String {
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        switch (hours, minutes) {
        case (0, 0): return "\(seconds)초"
        case (0, _): return "\(minutes)분"
        case (_, 0): return "\(hours.grouped)시간"
        default: return "\(hours.grouped)시간 \(minutes)분"
        }
    }
}
