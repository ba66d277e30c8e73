/// The words for levels 1 to 5, as the table gives them.
public struct LevelNames: Sendable {
    public static let table = "kiosk_level_names.csv"

    private let names: [Int: LevelName]

    /// Reads the table; all five levels must be there.
    public init(csv: String) throws(CSVError) {
        var names: [Int: LevelName] = [:]
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let name = LevelName(
                level: try row.integer("level"), korean: try row.text("label_ko"), english: try row.text("label_en"),
                encouragement: try row.text("tone_ko"))
            guard names.updateValue(name, forKey: name.level) == nil else { throw row.fault(.inconsistent) }
        }
        for level in 1...5 where names[level] == nil { throw CSVError(Self.table, 1, .missingRow("\(level)")) }
        self.names = names
    }

    /// Nil for anything but 1 to 5.
    public subscript(level: Int) -> LevelName? { (1...5).contains(level) ? names[level] : nil }
}

/// A level in words that a senior may read.
public struct LevelName: Equatable, Sendable {
    public let level: Int
    public let korean: String
    public let english: String
    /// One short Korean sentence that goes with the level.
    public let encouragement: String
}
