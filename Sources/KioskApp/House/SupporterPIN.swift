import Passwords

/// A supporter's six digits, of which the settings keep a yescrypt hash only.
///
/// Six digits can be tried out by whoever steals the file; the hash makes that slow, and the kiosk itself answers a
/// wrong PIN slowly enough for a room.
enum SupporterPIN {
    static let digits = 6

    /// What belongs in the settings.
    static func fresh(_ pin: String) throws -> String { try PasswordHash.make(pin, shortest: digits) }

    /// Throws when the settings hold something that is no hash.
    static func isRight(_ pin: String, for hash: String) throws -> Bool {
        try PasswordHash.matches(pin, hash: hash)
    }
}
