import Foundation
import GRDB

/// One entry of a municipality's playlist, as somebody at the office made it.
struct ContentItem: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "contentItem"

    var id: String
    var municipalityId: String
    /// The one centre it is for; all of the municipality when absent.
    var centreId: String?
    /// Its place in the list, from the top.
    var position: Int
    var kind: ContentKind
    /// What is written on it, of the kind's parts.
    var text: ContentText
    var window: ContentWindow
    /// 0…9
    var priority: Int
    /// Percent, 1…50.
    var share: Int?
    /// On the wall, 5…600; by the length of its text when absent.
    var seconds: Int?
    /// Names of screens; all when empty.
    var screens: [String]
    var state: State
    var createdBy: String
    var createdAt: Date
    var changedBy: String
    var changedAt: Date

    /// A removed item stays with who removed it and when.
    enum State: String, Codable, Sendable { case draft, published, removed }
}

/// What is written on an item.
struct ContentText: Codable, Equatable, Sendable {
    var title: String?
    var text: String?
    var steps: [String]?
    var caption: String?
    /// The last day to apply, `yyyy-MM-dd`.
    var applyBy: String?

    /// All that a person wrote, for the look for personal data.
    var written: [String] { [title, text, caption].compactMap { $0 } + (steps ?? []) }
}

/// When an item may be shown, in the spelling of a playlist.
struct ContentWindow: Codable, Equatable, Sendable {
    /// `yyyy-MM-dd`
    var first: String?
    var last: String?
    /// `mon` … `sun`; every day when empty.
    var weekdays: [String] = []
    /// `HH:mm`; the whole day when absent.
    var from: String?
    var to: String?
}

/// A picture of an item; a newsletter has one for each page. Its bytes lie among the published files by their hash.
struct ContentPicture: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "contentPicture"

    var itemId: String
    /// Counted from 1.
    var page: Int
    var sha256: String
    var mediaType: String
    /// Pixels.
    var width: Int
    var height: Int
    /// Bytes.
    var size: Int
}
