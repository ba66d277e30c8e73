import Foundation

/// Where health data can be taken away: what is in the file, why it is taken, and then the file.
struct ExportPage: Sendable {
    let crumbs: [Crumb]
    let sentence: String
    let inside: [Line]
    let path: String
    let problem: String?
    let kinds: [Choice]
    let choosesKind: Bool
    let reasons: [Choice]
    let since: String
    let today: String
    let takesSince: Bool
    let backPath: String

    struct Crumb: Sendable {
        let word: String
        let path: String
    }

    struct Line: Sendable { let text: String }

    struct Choice: Sendable {
        let id: String
        let word: String
        let current: Bool
    }

    /// Files of one person.
    enum Kind: String, CaseIterable, Sendable {
        case fhir, csv

        var word: String {
            switch self {
            case .fhir: "건강 기록 교환 파일 (FHIR R4)"
            case .csv: "표 파일 (CSV)"
            }
        }
    }

    init(_ senior: OpenedSenior, wish: ExportWish, today: LocalDay, problem: ExportProblem? = nil) {
        let names = senior.crumbs
        crumbs = [
            Crumb(word: "경로당", path: "/centres"), Crumb(word: names.centre, path: names.centrePath),
            Crumb(word: names.name, path: names.path),
        ]
        (path, backPath) = (senior.path + "/export", senior.path)
        sentence = "\(names.name) 어르신의 건강 기록을 파일로 내려받아요"
        inside = [
            Line(text: "건강 기록 교환 파일에는 잰 값, 검사 전의 대답, 운동 처방이 들어 있어요. 한 번에 5,000건까지예요."),
            Line(text: "표 파일에는 잰 값만 한 줄씩 들어 있어요."),
        ]
        kinds = Kind.allCases.map { Choice(id: $0.rawValue, word: $0.word, current: $0 == wish.kind) }
        (choosesKind, takesSince, since) = (true, true, wish.sinceText)
        (reasons, self.today, self.problem) = (Self.reasons(wish), today.description, problem?.sentence)
    }

    init(_ centre: CentreHead, wish: ExportWish, today: LocalDay, problem: ExportProblem? = nil) {
        crumbs = [
            Crumb(word: "경로당", path: "/centres"), Crumb(word: centre.name, path: "/centres/\(centre.id)"),
        ]
        (path, backPath) = ("/centres/\(centre.id)/export", "/centres/\(centre.id)")
        sentence = "\(centre.name)에서 잰 기록을 표로 내려받아요"
        inside = [Line(text: "건강 정보에 동의하신 분들의 잰 값이 모두 한 줄씩 들어 있어요.")]
        (kinds, choosesKind, takesSince, since) = ([], false, false, "")
        (reasons, self.today, self.problem) = (Self.reasons(wish), today.description, problem?.sentence)
    }

    private static func reasons(_ wish: ExportWish) -> [Choice] {
        OpeningReason.allCases.map { Choice(id: $0.rawValue, word: $0.word, current: $0 == wish.reason) }
    }
}

/// What a form of an export asks for, as far as it can be read.
struct ExportWish: Equatable, Sendable {
    let kind: ExportPage.Kind
    let reason: OpeningReason?
    /// As it was typed.
    let sinceText: String

    init(_ form: FormFields) {
        kind = form["kind"].flatMap(ExportPage.Kind.init(rawValue:)) ?? .fhir
        reason = form["reason"].flatMap(OpeningReason.init(rawValue:))
        sinceText = String((form["since"] ?? "").prefix(20))
    }

    /// The first instant; from the beginning without a day.
    func since() throws(ExportProblem) -> Date {
        guard !sinceText.isEmpty else { return .distantPast }
        guard let day = LocalDay(sinceText) else { throw .noDay }
        return day.start
    }

    func because() throws(ExportProblem) -> OpeningReason {
        guard let reason else { throw .noReason }
        return reason
    }
}

/// Why no file is made.
enum ExportProblem: Error, Equatable, Sendable {
    case noReason, noDay, tooMany

    var sentence: String {
        switch self {
        case .noReason: "까닭을 하나 골라 주세요. 접근 기록에 남아요."
        case .noDay: "첫날을 다시 골라 주세요."
        case .tooMany: "기록이 5,000건보다 많아요. 첫날을 더 늦은 날로 고르거나 표 파일을 골라 주세요."
        }
    }
}
