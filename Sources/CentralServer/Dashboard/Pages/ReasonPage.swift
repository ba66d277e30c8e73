import Foundation

/// Asks why a senior is to be opened. It shows nothing of them.
struct ReasonPage: Sendable {
    let centre: String
    let centrePath: String
    let seniorsPath: String
    let openPath: String
    let problem: String?
    let reasons: [Choice]

    struct Choice: Sendable {
        let id: String
        let word: String
    }

    init(centre: CentreHead, person: String, problem: String? = nil) {
        (self.centre, centrePath) = (centre.name, "/centres/\(centre.id)")
        seniorsPath = "/centres/\(centre.id)/seniors"
        openPath = "/seniors/\(person)/open"
        self.problem = problem
        reasons = OpeningReason.allCases.map { Choice(id: $0.rawValue, word: $0.word) }
    }

    /// Takes the reason down and opens the senior for this session.
    static func open(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let id = try visit.id()
        let reason = visit.form["reason"].flatMap(OpeningReason.init(rawValue:))
        let centre = try await store.write { db in
            let centre = try SeniorQuery.centre(db, of: id, scope: visit.scope)
            if let reason {
                try visit.note(.openSenior, person: id, centre: centre.id, reason: reason).insert(db)
            }
            return centre
        }
        guard reason != nil else {
            let again = ReasonPage(centre: centre, person: id, problem: "까닭을 하나 골라 주세요.")
            return .page("reason", "까닭", in: .centres, again)
        }
        return .seeOther("/seniors/\(id)")
    }
}
