import Foundation
import GRDB

/// One line of the access log: who, when, from where, whose data, what, why. Never a name or a value.
struct AccessNote: Sendable {
    let act: AccessAct
    let userID: String
    let address: String
    let at: Date
    var personID: String?
    var centreID: String?
    var reason: OpeningReason?

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO accessLog (at, userId, fromAddress, what, personId, centreId, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [at, userID, address, act.rawValue, personID, centreID, reason?.rawValue])
    }
}

/// What was done, as the log spells it.
enum AccessAct: String, CaseIterable, Sendable {
    case signIn = "sign-in"
    case signInFailed = "sign-in.failed"
    case signOut = "sign-out"
    /// A list of seniors with masked names.
    case listSeniors = "seniors.list"
    /// A senior was opened with a reason.
    case openSenior = "senior.open"
    /// A page of an opened senior was shown.
    case viewSenior = "senior.view"
    /// The evaluation of an opened senior's battery was shown.
    case viewEvaluation = "evaluation.view"
    case viewPlan = "plan.view"
    /// A plan of an opened senior took a step: proposed, changed, approved, begun or ended.
    case stepPlan = "plan.step"
    /// An opened senior was asked to come to the health centre, or was seen there.
    case referSenior = "senior.refer"
    /// Health data left the house in a file.
    case viewExport = "export.view"
    case exportPerson = "senior.export"
    case exportCentre = "centre.export"
    case listUnclaimed = "unclaimed.list"
    case publishNotice = "notice.publish"
    case withdrawNotice = "notice.withdraw"
    case saveContent = "content.save"
    case publishContent = "content.publish"
    case removeContent = "content.remove"
    /// A text with personal data was let go, or dropped.
    case releaseText = "held-text.release"
    case dropText = "held-text.drop"
    case listHeldTexts = "held-text.list"
    case viewLog = "access-log.view"

    var word: String {
        switch self {
        case .signIn: "들어옴"
        case .signInFailed: "들어오지 못함"
        case .signOut: "나감"
        case .listSeniors: "어르신 목록 봄"
        case .openSenior: "어르신 펼침"
        case .viewSenior: "어르신 기록 봄"
        case .viewEvaluation: "체력 평가 봄"
        case .viewPlan: "운동 처방 봄"
        case .stepPlan: "운동 처방 처리"
        case .referSenior: "보건소 연계"
        case .viewExport: "내려받는 곳 봄"
        case .exportPerson: "어르신 건강 기록 내보냄"
        case .exportCentre: "경로당 건강 기록 내보냄"
        case .listUnclaimed: "주인 없는 기록 봄"
        case .publishNotice: "알림 올림"
        case .withdrawNotice: "알림 내림"
        case .saveContent: "게시물 적음"
        case .publishContent: "게시물 올림"
        case .removeContent: "게시물 내림"
        case .releaseText: "멈춘 글 내보냄"
        case .dropText: "멈춘 글 버림"
        case .listHeldTexts: "멈춘 글 봄"
        case .viewLog: "접근 기록 봄"
        }
    }
}

/// Why a senior is opened.
enum OpeningReason: String, CaseIterable, Sendable {
    case counselling, explanation, followUp = "follow-up", correction, card, request

    var word: String {
        switch self {
        case .counselling: "건강 상담을 해 드리려고요"
        case .explanation: "잰 결과를 설명해 드리려고요"
        case .followUp: "안부를 살피려고요"
        case .correction: "잘못된 정보를 고치려고요"
        case .card: "카드를 다시 만들어 드리려고요"
        case .request: "어르신이 보여 달라고 하셔서요"
        }
    }
}
