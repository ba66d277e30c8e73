/// A part of an answer that could not be used; the rest was.
public struct FeedProblem: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable {
        /// A row that is no row, or lacks what makes it usable.
        case unusableRow
        /// A value that cannot be true or is of no known form.
        case unreadableValue
        /// The item is kept without its date.
        case unreadableDate
        /// The source says it has more than it sent.
        case incompletePage
        /// A code that this version does not know.
        case unknownCode
        /// More items than a wall can use; the rest was left out.
        case tooManyItems
        /// The source itself says that it has no value, e.g. while an instrument is down.
        case missingValue
        /// Older than what may be told as news, e.g. a bus estimate of more than 90 seconds.
        case staleValue
    }

    public var kind: Kind
    /// Position of the row, from 0.
    public var row: Int?
    /// Name of the source's field.
    public var field: String?

    public init(_ kind: Kind, row: Int? = nil, field: String? = nil) {
        (self.kind, self.row, self.field) = (kind, row, field)
    }
}
