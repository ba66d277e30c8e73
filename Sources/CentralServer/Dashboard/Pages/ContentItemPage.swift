import Foundation

/// An item as it will be seen, and when.
struct ContentItemPage: Sendable {
    let id: String
    let kind: String
    let done: String?
    let backPath: String
    let place: String
    let state: String
    let tone: String
    let isDraft: Bool
    let isHeld: Bool
    let when: String
    let more: [String]
    /// Not `title`: that is the whole page's.
    let heading: String?
    let text: String?
    let caption: String?
    let applyBy: String?
    let hasSteps: Bool
    let steps: [String]
    let hasPictures: Bool
    let pictures: [Picture]
    /// What the office's sources bring by themselves has no words of its own.
    let sentence: String?

    struct Picture: Sendable {
        let path: String
        let words: String
    }

    init(item: ContentItem, pictures: [ContentPicture], places: [ContentPlace], held: Set<String>, visit: Visit) {
        let words = ContentWords(item, pictures: pictures, at: visit.now)
        (id, kind, backPath) = (item.id, item.kind.word, "/content?place=\(item.municipalityId)")
        done = ContentListPage.told(visit.query["done"])
        let municipality = places.first { $0.id == item.municipalityId }
        let centre = municipality?.centres.first { $0.id == item.centreId }?.name
        place = [municipality?.name, centre ?? "모든 경로당"].compactMap { $0 }.joined(separator: " · ")
        isHeld = held.contains(item.reviewedText.digest)
        let state = words.state(isHeld: isHeld, at: visit.now)
        (self.state, tone, isDraft) = (state.word, state.tone, item.state == .draft)
        (when, more) = (words.when, words.more(at: visit.now))
        (heading, text, caption) = (item.text.title, item.text.text, item.text.caption)
        applyBy = item.text.applyBy.flatMap { LocalDay($0) }.map { "\($0.words)까지 신청하실 수 있어요" }
        steps = item.text.steps ?? []
        hasSteps = !steps.isEmpty
        self.pictures = pictures.map { picture in
            Picture(
                path: "/content/\(item.id)/pictures/\(picture.page)",
                words: item.kind == .newsletter ? "\(picture.page)쪽" : item.text.caption ?? "올린 그림")
        }
        hasPictures = !pictures.isEmpty
        sentence = item.kind.parts.isEmpty ? item.kind.sentence : nil
    }
}
