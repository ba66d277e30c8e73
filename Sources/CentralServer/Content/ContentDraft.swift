import Foundation

/// An item as a form says it, before it is one.
struct ContentDraft: Equatable, Sendable {
    /// Made with the form, so that sending it twice makes one item.
    var id: String
    var kind: ContentKind
    var municipality: String
    /// Empty for all centres.
    var centre = ""
    var title = ""
    var text = ""
    /// One a line.
    var steps = ""
    var caption = ""
    var applyBy = ""
    var first = ""
    var last = ""
    var weekdays: Set<String> = []
    var from = ""
    var to = ""
    var priority = "0"
    var share = ""
    var seconds = ""
    /// Names with commas between them.
    var screens = ""

    static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// An empty one from today.
    init(kind: ContentKind, municipality: String, today: LocalDay) {
        (id, self.kind, self.municipality) = (UUID().uuidString, kind, municipality)
        if !kind.parts.isEmpty { (first, last) = (today.description, today.adding(days: 13).description) }
    }

    /// What a form said, as it said it; nil for a kind that is none.
    init?(_ form: FormFields) {
        func field(_ name: String) -> String { (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
        guard let kind = ContentKind(rawValue: field("kind")) else { return nil }
        (id, self.kind, municipality, centre) = (field("id"), kind, field("municipality"), field("centre"))
        (title, text, steps, caption) = (field("title"), field("text"), field("steps"), field("caption"))
        (applyBy, first, last) = (field("apply-by"), field("first"), field("last"))
        weekdays = Set(Self.weekdayNames.filter { form["day-" + $0] != nil })
        (from, to, priority, share) = (field("from"), field("to"), field("priority"), field("share"))
        (seconds, screens) = (field("seconds"), field("screens"))
    }

    init(_ item: ContentItem) {
        (id, kind, municipality, centre) = (item.id, item.kind, item.municipalityId, item.centreId ?? "")
        (title, text) = (item.text.title ?? "", item.text.text ?? "")
        (steps, caption) = ((item.text.steps ?? []).joined(separator: "\n"), item.text.caption ?? "")
        (applyBy, first, last) = (item.text.applyBy ?? "", item.window.first ?? "", item.window.last ?? "")
        weekdays = Set(item.window.weekdays)
        (from, to, priority) = (item.window.from ?? "", item.window.to ?? "", String(item.priority))
        (share, seconds) = (item.share.map(String.init) ?? "", item.seconds.map(String.init) ?? "")
        screens = item.screens.joined(separator: ", ")
    }
}
