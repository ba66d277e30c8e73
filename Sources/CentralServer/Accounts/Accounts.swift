import Foundation
import GRDB
import Passwords

/// Enters the people who may use the office's web pages.
struct Accounts: Sendable {
    let store: OfficeStore
    let now: @Sendable () -> Date

    /// A new account, with the given password or a made one.
    func add(
        name: String, password: String?, role: UserAccount.Role, municipality: String?
    ) async throws -> AccountAnswer {
        guard (1...64).contains(name.count), name == name.trimmingCharacters(in: .whitespacesAndNewlines) else {
            throw CommandFailure(.badData, "a name needs 1 to 64 characters, with none blank at its ends")
        }
        let made = password == nil ? MadePassword.make() : nil
        let account = UserAccount(
            id: UUID().uuidString, name: name, passwordHash: try PasswordHash.make(password ?? made ?? ""),
            role: role, municipalityId: municipality, failedTries: 0, lockedUntil: nil, createdAt: now())
        try await store.write { db in
            if let municipality, try !Municipality.exists(db, key: municipality) {
                throw CommandFailure(.badData, "no municipality has the id \(municipality)")
            }
            guard try UserAccount.filter(Column("name") == name).isEmpty(db) else {
                throw CommandFailure(.badData, "there is an account \(name) already")
            }
            try account.insert(db)
        }
        return AccountAnswer(account, password: made)
    }

    /// A new password; open sessions end and a lock is lifted.
    func setPassword(of name: String, to password: String?) async throws -> AccountAnswer {
        let made = password == nil ? MadePassword.make() : nil
        let hash = try PasswordHash.make(password ?? made ?? "")
        let account = try await store.write { db in
            guard var account = try UserAccount.filter(Column("name") == name).fetchOne(db) else {
                throw CommandFailure(.badData, "there is no account \(name)")
            }
            (account.passwordHash, account.failedTries, account.lockedUntil) = (hash, 0, nil)
            try account.update(db)
            try db.execute(sql: "DELETE FROM webSession WHERE userId = ?", arguments: [account.id])
            return account
        }
        return AccountAnswer(account, password: made)
    }

    func list() async throws -> [AccountAnswer] {
        try await store.read { db in try UserAccount.order(Column("name")).fetchAll(db) }
            .map { AccountAnswer($0, password: nil) }
    }
}

/// An account as it is shown on the command line.
struct AccountAnswer: Codable, Equatable, Sendable {
    var name: String
    var role: UserAccount.Role
    var municipality: String?
    /// Only when it was just made.
    var password: String?

    init(_ account: UserAccount, password: String?) {
        (name, role, municipality) = (account.name, account.role, account.municipalityId)
        self.password = password
    }
}

/// A password that a person can type: four groups of four characters, 79 random bits.
enum MadePassword {
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)

    static func make() -> String {
        (0..<4).map { _ in String(decoding: (0..<4).map { _ in character() }, as: UTF8.self) }.joined(separator: "-")
    }

    private static func character() -> UInt8 { alphabet[Int.random(in: alphabet.indices)] }
}
