/// Why an item of a playlist is not shown. The others are.
public struct PlaylistProblem: Equatable, Sendable {
    /// Its place in the list, from 0.
    public var index: Int
    /// Its id, when it has a usable one.
    public var id: String?
    public var reason: Reason

    public enum Reason: Error, Equatable {
        case notAnObject
        case missing(String)
        /// The member is there and is not what it must be.
        case invalid(String)
        /// It may be a condition, and an item must not be shown against a condition.
        case unknownMember(String)
        case unknownKind(String)
        /// Only a disaster message makes an alert.
        case alertIsNoContent
        /// Only the room itself pins a paper.
        case pinIsLocal
        case duplicateID
        case tooMany(limit: Int)
    }
}

/// Why a document is no playlist; the one before stays.
public enum PlaylistError: Error, Equatable, Sendable {
    case tooLarge(limit: Int)
    case undecodableText
    case json(SafeJSONError)
    case notAPlaylist
}
