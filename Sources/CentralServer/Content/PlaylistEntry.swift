import Foundation

/// An item as a playlist spells it.
struct PlaylistEntry: Encodable, Equatable {
    var id: String
    var kind: String
    var title: String?
    var text: String?
    var steps: [String]?
    var caption: String?
    var picture: String?
    var page: Int?
    var applyBy: String?
    var days: Days?
    var weekdays: [String]?
    var hours: Hours?
    var priority: Int?
    var share: Int?
    var seconds: Int?
    var screens: [String]?

    struct Days: Encodable, Equatable {
        var first: String?
        var last: String?
    }

    struct Hours: Encodable, Equatable {
        var from: String
        var to: String
    }

    private enum CodingKeys: String, CodingKey {
        case id, kind, title, text, steps, caption, picture, page, days, weekdays, hours, priority, share, seconds,
            screens
        case applyBy = "apply-by"
    }

    /// The conditions of an item, without what it shows.
    init(_ item: ContentItem, id: String? = nil, kind: ContentKind? = nil) {
        (self.id, self.kind) = (id ?? item.id, (kind ?? item.kind).rawValue)
        let window = item.window
        if window.first != nil || window.last != nil { days = Days(first: window.first, last: window.last) }
        weekdays = window.weekdays.isEmpty ? nil : window.weekdays
        if let from = window.from, let to = window.to { hours = Hours(from: from, to: to) }
        priority = item.priority == 0 ? nil : item.priority
        (share, seconds) = (item.share, item.seconds)
        screens = item.screens.isEmpty ? nil : item.screens
    }
}
