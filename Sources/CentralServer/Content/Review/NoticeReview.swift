import Crypto
import Foundation
import GRDB
import SignageFeed

/// A text in which personal data may stand, and what somebody at the office decided about it.
struct NoticeReview: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "noticeReview"

    var municipalityId: String
    /// SHA-256 of the text, hex.
    var digest: String
    /// Empty after the text was dropped.
    var title: String
    var text: String
    var fromWhom: String
    /// Kinds and counts only.
    var findings: [PersonalDataGuard.Finding]
    var foundAt: Date
    var decision: Decision?
    var decidedBy: String?
    var decidedAt: Date?

    enum Decision: String, Codable, Sendable { case released, dropped }
}

/// A text on its way to a wall.
struct ReviewedText: Equatable, Sendable {
    var title: String
    var text: String
    var from: String

    var digest: String {
        let whole = [title, text].joined(separator: "\u{1F}")
        return SHA256.hash(data: Data(whole.utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

/// Whether a text may be published.
enum Admission: Equatable, Sendable {
    /// Nothing was found in it.
    case pass
    /// Somebody looked and let it go.
    case released
    /// It waits for somebody, or was dropped.
    case held
}
