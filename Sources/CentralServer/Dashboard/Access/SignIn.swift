import Foundation
import GRDB
import Passwords

/// Signing in with account and password.
struct SignIn: Sendable {
    /// Wrong tries after which an account rests.
    static let tries = 5
    /// How long it rests, in seconds.
    static let rest: TimeInterval = 10 * 60

    let store: OfficeStore
    let desk: PasswordDesk

    enum Outcome: Equatable, Sendable {
        case signedIn(SessionToken)
        /// Account and password do not belong together; which of the two is wrong is not said.
        case wrong
        case resting
        case busy
    }

    /// The try is counted before the password is looked at, so that many at once do not buy more than five.
    func attempt(account: String, password: String, from address: String, now: Date) async throws -> Outcome {
        let door = try await store.write { try Self.knock($0, account: account, now: now) }
        guard case .open(let user) = door else { return .resting }
        do {
            guard try await desk.matches(password, hash: user?.passwordHash), let user else {
                if let user { try await noteFailure(user, address: address, now: now) }
                return .wrong
            }
            return .signedIn(try await welcome(user, from: address, now: now))
        } catch PasswordDeskError.busy {
            return .busy
        } catch PasswordError.refused {
            return .wrong
        }
    }

    private enum Door: Sendable {
        case open(UserAccount?)
        case resting
    }

    private static func knock(_ db: Database, account: String, now: Date) throws -> Door {
        guard var user = try UserAccount.filter(Column("name") == account).fetchOne(db) else { return .open(nil) }
        if let until = user.lockedUntil {
            guard until <= now else { return .resting }
            (user.failedTries, user.lockedUntil) = (0, nil)
        }
        user.failedTries += 1
        if user.failedTries >= tries { user.lockedUntil = now.addingTimeInterval(rest) }
        try user.update(db)
        return .open(user)
    }

    private func noteFailure(_ user: UserAccount, address: String, now: Date) async throws {
        try await store.write { db in
            try AccessNote(act: .signInFailed, userID: user.id, address: address, at: now).insert(db)
        }
    }

    private func welcome(_ user: UserAccount, from address: String, now: Date) async throws -> SessionToken {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE userAccount SET failedTries = 0, lockedUntil = NULL WHERE id = ?", arguments: [user.id])
            try AccessNote(act: .signIn, userID: user.id, address: address, at: now).insert(db)
            return try WebSessions.open(db, userID: user.id, now: now)
        }
    }
}
