/// A field of an item's form.
enum ContentField: String, CaseIterable, Sendable {
    case title, text, steps, caption, applyBy, first, last, from, priority, share, seconds, screens, file

    /// The field that a member of a playlist's entry comes from; nil for what no form has.
    init?(member: String) {
        switch member {
        case "days": self = .last
        case "hours": self = .from
        case "picture": self = .file
        case "apply-by": self = .applyBy
        default: self.init(rawValue: member)
        }
    }
}
