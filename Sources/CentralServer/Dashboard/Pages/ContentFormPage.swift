import Foundation

/// The form of an item.
struct ContentFormPage: Sendable {
    let draft: Fields
    let kind: String
    let heading: String
    let backPath: String
    /// What is wrong with the whole; what is wrong with one field stands beside it.
    let problem: String?
    let problemAt: ProblemAt
    let fileLimit: Int
    let tooLarge: String
    let hasTitle: Bool
    let hasText: Bool
    let hasSteps: Bool
    let hasCaption: Bool
    let hasApplyBy: Bool
    let takesPicture: Bool
    let takesDocument: Bool
    let keepsFile: Bool
    let centres: [Option]
    let days: [Day]

    struct Option: Sendable {
        let id: String
        let name: String
        let chosen: Bool
    }

    struct Day: Sendable {
        let name: String
        let word: String
        let chosen: Bool
    }

    /// A sentence beside the field that it is about.
    struct ProblemAt: Sendable {
        let title, text, steps, caption, applyBy, first, last, from: String?
        let priority, share, seconds, screens, file: String?

        init(_ problem: ContentProblem?) {
            func at(_ field: ContentField) -> String? { problem?.field == field ? problem?.sentence : nil }
            (title, text, steps, caption) = (at(.title), at(.text), at(.steps), at(.caption))
            (applyBy, first, last, from) = (at(.applyBy), at(.first), at(.last), at(.from))
            (priority, share, seconds) = (at(.priority), at(.share), at(.seconds))
            (screens, file) = (at(.screens), at(.file))
        }
    }

    /// What the form holds, as text.
    struct Fields: Sendable {
        let id, kind, municipality, title, text, steps, caption, applyBy: String
        let first, last, from, to, priority, share, seconds, screens: String
    }

    init(draft: ContentDraft, places: [ContentPlace], pictures: Int, problem: ContentProblem?) {
        self.draft = Fields(
            id: draft.id, kind: draft.kind.rawValue, municipality: draft.municipality, title: draft.title,
            text: draft.text, steps: draft.steps, caption: draft.caption, applyBy: draft.applyBy, first: draft.first,
            last: draft.last, from: draft.from, to: draft.to, priority: draft.priority, share: draft.share,
            seconds: draft.seconds, screens: draft.screens)
        (kind, heading) = (draft.kind.word, "\(draft.kind.word)\(Self.object(draft.kind.word)) 어떻게 보여 드릴까요?")
        backPath = "/content?place=\(draft.municipality)"
        self.problem = problem?.field == nil ? problem?.sentence : nil
        problemAt = ProblemAt(problem)
        let isNewsletter = draft.kind == .newsletter
        fileLimit = isNewsletter ? NewsletterPress.Limits().document : PictureFile.byteLimit
        tooLarge = isNewsletter ? NewsletterProblem.tooManyBytes.sentence : PictureProblem.tooManyBytes.sentence
        let parts = draft.kind.parts
        (hasTitle, hasText, hasSteps) = (parts.contains(.title), parts.contains(.text), parts.contains(.steps))
        (hasCaption, hasApplyBy) = (parts.contains(.caption), parts.contains(.applyBy))
        (takesPicture, takesDocument) = (parts.contains(.pictureFile), parts.contains(.documentFile))
        keepsFile = pictures > 0
        let here = places.first { $0.id == draft.municipality }?.centres ?? []
        centres =
            [Option(id: "", name: "모든 경로당", chosen: draft.centre.isEmpty)]
            + here.map { Option(id: $0.id, name: $0.name, chosen: $0.id == draft.centre) }
        days = zip(ContentDraft.weekdayNames, ["월", "화", "수", "목", "금", "토", "일"]).map { name, word in
            Day(name: name, word: word, chosen: draft.weekdays.contains(name))
        }
    }

    /// 을 after a final consonant, else 를.
    private static func object(_ word: String) -> String {
        guard let last = word.unicodeScalars.last, (0xAC00...0xD7A3).contains(last.value) else { return "를" }
        return (last.value - 0xAC00).isMultiple(of: 28) ? "를" : "을"
    }
}

/// The form for a whole list of jobs or courses.
struct ContentListingPage: Sendable {
    let backPath: String
    let problem: String?
    let areCourses: Bool
    let choosesPlace: Bool
    let municipality: String
    let places: [ContentFormPage.Option]

    init(_ place: String?, _ places: [ContentPlace], areCourses: Bool = false, problem: String? = nil) {
        self.areCourses = areCourses
        municipality = places.first { $0.id == place }?.id ?? places.first?.id ?? ""
        backPath = "/content?place=\(municipality)"
        self.problem = problem
        choosesPlace = places.count > 1
        let chosen = municipality
        self.places = places.map { .init(id: $0.id, name: $0.name, chosen: $0.id == chosen) }
    }
}
