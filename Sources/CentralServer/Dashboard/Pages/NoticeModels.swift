import Foundation

/// The list of notices.
struct NoticesPage: Sendable {
    let sentence: String
    let done: String?
    let hasNotices: Bool
    let notices: [Line]
    let pages: PageLinks

    struct Line: Sendable {
        let title: String
        let from: String
        let days: String
        let state: String
        let tone: String
        let published: String
        let withdrawPath: String?

        init(_ row: NoticeRow, staff: Staff, now: Date) {
            title = row.title
            let isPlain = staff.municipalityID != nil || row.fromWhom == row.municipality
            from = isPlain ? row.fromWhom : "\(row.municipality) · \(row.fromWhom)"
            days = Self.days(row)
            let stage = Stage(row, now: now)
            (state, tone) = (stage.state.word, stage.state.tone)
            published = KoreanTime.spoken(row.createdAt, at: now)
            withdrawPath = stage == .shown || stage == .waiting ? "/notices/\(row.id)/withdraw" : nil
        }

        /// `showUntil` is the first instant at which it is gone.
        private static func days(_ row: NoticeRow) -> String {
            let first = row.showFrom.map { LocalDay($0).short } ?? "처음"
            let last = row.showUntil.map { LocalDay($0.addingTimeInterval(-1)).short } ?? "계속"
            return first == last ? first : "\(first)–\(last)"
        }
    }

    /// Where a notice is in its life.
    enum Stage: Equatable {
        case withdrawn, over, waiting, shown

        init(_ row: NoticeRow, now: Date) {
            if row.withdrawnAt != nil {
                self = .withdrawn
            } else if let until = row.showUntil, until <= now {
                self = .over
            } else if let from = row.showFrom, from > now {
                self = .waiting
            } else {
                self = .shown
            }
        }

        var state: StateWord {
            switch self {
            case .withdrawn: .quiet("내림")
            case .over: .quiet("끝남")
            case .waiting: .info("기다리는 중")
            case .shown: .good("보이는 중")
            }
        }
    }

    init(rows: [NoticeRow], total: Int, visit: Visit) {
        let shown = rows.count { Stage($0, now: visit.now) == .shown }
        sentence = shown == 0 ? "지금 보이는 알림이 없어요" : "지금 알림 \(shown.grouped)개를 보여 드리고 있어요"
        done =
            switch visit.query["done"] {
            case "published": "알림을 올렸어요. 경로당 화면에 곧 나타나요."
            case "withdrawn": "알림을 내렸어요. 경로당 화면에서 곧 사라져요."
            case "held": "알림을 적어 두었어요. 개인 정보가 있어 보여서 화면에는 아직 내지 않았어요. 게시물에서 살펴봐 주세요."
            case "later": "알림은 잘 적어 두었어요. 다만 화면을 새로 만들지 못해서 조금 늦게 바뀌어요."
            default: nil
            }
        notices = rows.map { Line($0, staff: visit.staff, now: visit.now) }
        hasNotices = !rows.isEmpty
        pages = PageLinks(page: visit.page, total: total, path: "/notices?page=")
    }
}

/// The form for a notice.
struct NoticeFormPage: Sendable {
    let draft: NoticeDraft
    let problem: String?
    let choosesPlace: Bool
    let places: [Place]

    struct Place: Sendable {
        let id: String
        let name: String
        let chosen: Bool
    }

    init(draft: NoticeDraft, problem: NoticeProblem?, places: [MunicipalityRow]) {
        (self.draft, self.problem) = (draft, problem?.sentence)
        self.places = places.map { Place(id: $0.id, name: $0.name, chosen: $0.id == draft.municipality) }
        choosesPlace = places.count > 1
    }
}

/// The notice as the wall will show it.
struct NoticePreviewPage: Sendable {
    let draft: NoticeDraft
    let days: String

    init(draft: NoticeDraft, notice: CheckedNotice, places: [MunicipalityRow]) {
        self.draft = draft
        let place = places.count > 1 ? places.first { $0.id == notice.municipalityID }.map { "\($0.name) · " } : nil
        days = (place ?? "") + notice.days
    }
}
