import GRDB

/// Single facts that the store keeps of itself.
enum Setting: String {
    /// The office's database, as it named itself last.
    case serverIncarnation
    /// Set within a copy only: whoever opens it is another.
    case isBackup
    /// How far the office's plans were heard, as JSON.
    case planMark

    func value(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [rawValue])
    }

    func set(_ value: String?, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [rawValue])
        guard let value else { return }
        try db.execute(sql: "INSERT INTO setting (key, value) VALUES (?, ?)", arguments: [rawValue, value])
    }
}
