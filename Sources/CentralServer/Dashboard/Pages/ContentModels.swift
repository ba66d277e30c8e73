import Foundation

/// The playlist of a municipality.
struct ContentListPage: Sendable {
    let sentence: String
    let done: String?
    let place: String
    let newPath: String
    let listingPath: String
    let choosesPlace: Bool
    let places: [Place]
    let waiting: String?
    let drafts: String?
    let hasItems: Bool
    let items: [Line]

    struct Place: Sendable {
        let name: String
        let path: String
        let current: Bool
    }

    struct Line: Sendable {
        let id: String
        let title: String
        /// Its kind and what weight it has.
        let under: String?
        let place: String
        let when: String
        /// How often it was shown in the last seven days; nothing while no kiosk told of any.
        let shown: String?
        let playsPath: String
        let state: String
        let tone: String
        let isFirst: Bool
        let isLast: Bool
    }

    init(
        place: ContentPlace, places: [ContentPlace], items: [(ContentItem, [ContentPicture])], held: Set<String>,
        waiting: Int, played: [String: Int]?, visit: Visit
    ) {
        let lines = items.enumerated().map { index, line in
            Line(
                line.0, pictures: line.1, place: place, isHeld: held.contains(line.0.reviewedText.digest),
                ends: (index == 0, index == items.count - 1), played: played, now: visit.now)
        }
        let shown = lines.count { $0.tone == "good" }
        sentence = shown == 0 ? "지금 화면에 올린 게시물이 없어요" : "지금 게시물 \(shown.grouped)가지를 보여 드리고 있어요"
        done = Self.told(visit.query["done"])
        self.place = place.id
        (newPath, listingPath) = ("/content/new?place=\(place.id)", "/content/listing?place=\(place.id)")
        choosesPlace = places.count > 1
        self.places = places.map {
            Place(name: $0.name, path: "/content?place=\($0.id)", current: $0.id == place.id)
        }
        self.waiting = waiting == 0 ? nil : "개인 정보가 있어 보여서 멈춰 둔 글이 \(waiting.grouped)개 있어요."
        let written = items.count { $0.0.state == .draft }
        drafts = written == 0 ? nil : "적어 두기만 한 것이 \(written.grouped)가지 있어요."
        hasItems = !items.isEmpty
        self.items = lines
    }

    static func told(_ word: String?) -> String? {
        switch word {
        case "saved": "잘 적어 두었어요."
        case "published": "올렸어요. 경로당 화면에 곧 나타나요."
        case "removed": "내렸어요. 경로당 화면에서 곧 사라져요."
        case "moved": "차례를 바꿨어요."
        case "listed": "목록을 적어 두었어요. 살펴보시고 올려 주세요."
        case "later": "잘 적어 두었어요. 다만 화면을 새로 만들지 못해서 조금 늦게 바뀌어요."
        default: nil
        }
    }
}

extension ContentListPage.Line {
    init(
        _ item: ContentItem, pictures: [ContentPicture], place: ContentPlace, isHeld: Bool,
        ends: (first: Bool, last: Bool), played: [String: Int]?, now: Date
    ) {
        let words = ContentWords(item, pictures: pictures, at: now)
        (id, when) = (item.id, words.brief)
        title = item.text.title ?? item.text.caption ?? item.kind.word
        self.place = place.centres.first { $0.id == item.centreId }?.name ?? "모든 경로당"
        let parts = [
            title == item.kind.word ? nil : item.kind.word, item.priority == 0 ? nil : "순위 \(item.priority)",
            item.share.map { "몫 \($0)%" }, item.screens.isEmpty ? nil : item.screens.joined(separator: ", "),
        ]
        let known = parts.compactMap { $0 }
        under = known.isEmpty ? nil : known.joined(separator: " · ")
        let state = words.state(isHeld: isHeld, at: now)
        (self.state, tone) = (state.word, state.tone)
        (isFirst, isLast) = ends
        playsPath = "/plays?item=\(item.id)"
        shown =
            item.state == .draft
            ? nil : played.map { $0[item.id].map { "지난 7일 동안 \($0.grouped)번" } ?? "지난 7일 동안 나오지 않음" }
    }
}

/// What can be put on a wall.
struct ContentKindsPage: Sendable {
    let groups: [Group]
    let listingPath: String

    struct Group: Sendable {
        let title: String
        let kinds: [Kind]
    }

    struct Kind: Sendable {
        let word: String
        let sentence: String
        let path: String
    }

    init(place: String) {
        func group(_ title: String, _ kinds: [ContentKind]) -> Group {
            Group(
                title: title,
                kinds: kinds.map {
                    Kind(
                        word: $0.word, sentence: $0.sentence, path: "/content/new?place=\(place)&kind=\($0.rawValue)")
                })
        }
        groups = [
            group("직접 만들어요", [.notice, .picture, .newsletter, .practice, .job, .course]),
            group(
                "받아 온 정보로 저절로 바뀌어요",
                [
                    .weatherToday, .weatherTomorrow, .weatherWeek, .buses, .classOfToday, .care, .noticeFeed, .jobList,
                    .courseList,
                ]),
        ]
        listingPath = "/content/listing?place=\(place)"
    }
}
