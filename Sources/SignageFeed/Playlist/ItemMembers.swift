/// The members of one item, each read once; what is left over is unknown.
struct ItemMembers {
    private let members: [String: JSONValue]
    private var unread: Set<String>

    init(_ members: [String: JSONValue]) {
        self.members = members
        // Names with this prefix are remarks between offices.
        unread = Set(members.keys.filter { !$0.hasPrefix("x-") })
    }

    /// The first member that nobody asked for.
    var leftOver: String? { unread.min() }

    mutating func text(_ name: String, limit: Int = 200) throws(PlaylistProblem.Reason) -> String {
        guard let text = try optionalText(name, limit: limit) else { throw .missing(name) }
        return text
    }

    mutating func optionalText(_ name: String, limit: Int = 200) throws(PlaylistProblem.Reason) -> String? {
        guard let value = take(name) else { return nil }
        guard case .string(let raw) = value, raw.utf8.count <= 16_000 else { throw .invalid(name) }
        let text = limit > 200 ? CleanText.lines(raw, limit: limit) : CleanText.line(raw, limit: limit)
        guard !text.isEmpty else { throw .invalid(name) }
        return text
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) throws(PlaylistProblem.Reason) -> Int? {
        guard let value = take(name) else { return nil }
        guard case .number(let digits) = value, let number = Int(digits), range.contains(number) else {
            throw .invalid(name)
        }
        return number
    }

    /// A list of short texts with at least one; empty when the member is absent.
    mutating func texts(_ name: String) throws(PlaylistProblem.Reason) -> [String] {
        guard let value = take(name) else { return [] }
        let texts = (value.elements ?? []).compactMap { element -> String? in
            guard case .string(let text) = element else { return nil }
            return CleanText.line(text)
        }
        guard !texts.isEmpty, texts.count <= 32, texts.count == value.elements?.count,
            texts.allSatisfy({ !$0.isEmpty })
        else { throw .invalid(name) }
        return texts
    }

    mutating func hash(_ name: String) throws(PlaylistProblem.Reason) -> ContentHash {
        guard let value = take(name) else { throw .missing(name) }
        guard case .string(let text) = value, let hash = ContentHash(text) else { throw .invalid(name) }
        return hash
    }

    mutating func day(_ name: String) throws(PlaylistProblem.Reason) -> CivilDay? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value, let day = CivilDay(text) else { throw .invalid(name) }
        return day
    }

    /// The members of an object within.
    mutating func object(_ name: String) throws(PlaylistProblem.Reason) -> ItemMembers? {
        guard let value = take(name) else { return nil }
        guard case .object(let members) = value, !members.isEmpty else { throw .invalid(name) }
        return ItemMembers(members)
    }

    private mutating func take(_ name: String) -> JSONValue? {
        unread.remove(name)
        return members[name]
    }
}
