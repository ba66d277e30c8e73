import Foundation

/// A notice as somebody writes it, before it is one.
struct NoticeDraft: Equatable, Sendable {
    static let longestTitle = 40
    static let longestText = 400
    static let longestFrom = 20
    /// Days that a notice may stay.
    static let longestStay = 366

    /// Made with the form, so that sending it twice publishes it once.
    var id: String
    var municipality: String
    var title: String
    var text: String
    var from: String
    var first: String
    var last: String

    /// What a form said, as it said it.
    init(_ form: FormFields) {
        func field(_ name: String) -> String { (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
        (id, municipality) = (field("id"), field("municipality"))
        (title, text, from) = (field("title"), field("text"), field("from"))
        (first, last) = (field("first"), field("last"))
    }

    /// An empty one for a week from today.
    init(from: String, municipality: String, today: LocalDay) {
        (id, self.municipality) = (UUID().uuidString, municipality)
        (title, text, self.from) = ("", "", from)
        (first, last) = (today.description, today.adding(days: 6).description)
    }
}

/// A notice that may be published.
struct CheckedNotice: Equatable, Sendable {
    let id: String
    let municipalityID: String
    let title: String
    let text: String
    let from: String
    let first: LocalDay
    let last: LocalDay

    init(_ draft: NoticeDraft, municipalities: [MunicipalityRow], today: LocalDay) throws(NoticeProblem) {
        guard let id = UUID(uuidString: draft.id), municipalities.contains(where: { $0.id == draft.municipality })
        else {
            throw .strange
        }
        guard !draft.title.isEmpty, !draft.text.isEmpty, !draft.from.isEmpty else { throw .empty }
        // Scalars, too: a letter may carry any number of marks.
        guard Self.fits(draft.title, NoticeDraft.longestTitle), Self.fits(draft.text, NoticeDraft.longestText),
            Self.fits(draft.from, NoticeDraft.longestFrom)
        else { throw .tooLong }
        guard !draft.title.contains("\n"), !draft.from.contains("\n") else { throw .strange }
        guard let first = LocalDay(draft.first), let last = LocalDay(draft.last) else { throw .noDays }
        guard first <= last else { throw .daysTurned }
        guard last >= today, last.days(since: first) < NoticeDraft.longestStay else { throw .daysOut }
        (self.id, municipalityID) = (id.uuidString, draft.municipality)
        (title, text, from) = (draft.title, draft.text, draft.from)
        (self.first, self.last) = (first, last)
    }

    private static func fits(_ text: String, _ limit: Int) -> Bool {
        text.count <= limit && text.unicodeScalars.count <= 4 * limit
    }

    /// Until when it hangs, in words.
    var days: String {
        first == last ? "\(first.words) 하루 동안 보여 드려요" : "\(first.words)부터 \(last.words)까지 보여 드려요"
    }

    func record(by userID: String, at now: Date) -> OfficeNotice {
        OfficeNotice(
            id: id, municipalityId: municipalityID, title: title, text: text, fromWhom: from, createdBy: userID,
            createdAt: now, showFrom: first.start, showUntil: last.adding(days: 1).start)
    }
}

/// What keeps a notice from being published.
enum NoticeProblem: Error, Equatable, Sendable {
    case empty, tooLong, noDays, daysTurned, daysOut
    /// Nothing that our form sends.
    case strange

    var sentence: String {
        switch self {
        case .empty: "제목과 내용, 누가 알리는지를 모두 적어 주세요."
        case .tooLong: "글이 조금 길어요. 짧게 줄여 주세요."
        case .noDays: "보여 줄 날을 골라 주세요."
        case .daysTurned: "마지막 날이 첫날보다 앞서 있어요. 날을 다시 골라 주세요."
        case .daysOut: "마지막 날은 오늘부터 한 해 안에서 골라 주세요."
        case .strange: "보내신 글을 읽지 못했어요. 다시 써 주세요."
        }
    }
}
