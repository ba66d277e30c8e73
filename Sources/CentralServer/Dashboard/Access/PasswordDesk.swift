import Dispatch
import Passwords
import Synchronization

/// Compares passwords one after the other on a thread of its own, away from those that serve requests: a yescrypt
/// hash takes tens of milliseconds and megabytes on purpose.
final class PasswordDesk: Sendable {
    /// Who comes when this many wait is sent away.
    private static let places = 16

    private let line = DispatchQueue(label: "sarangbang.passwords")
    private let waiting = Mutex(0)
    /// Stands in for an account that does not exist, so that its absence takes as long as a wrong password.
    private let nobodysHash: String

    init() throws(PasswordError) { nobodysHash = try PasswordHash.make(SessionToken.make().text) }

    /// Whether `password` is the one of `hash`; without a hash it never is, after the same time.
    func matches(_ password: String, hash: String?) async throws -> Bool {
        try takePlace()
        defer { waiting.withLock { $0 -= 1 } }
        let compared = hash ?? nobodysHash
        let same = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Bool, any Error>) in
            line.async { done.resume(with: Result { try PasswordHash.matches(password, hash: compared) }) }
        }
        return same && hash != nil
    }

    private func takePlace() throws(PasswordDeskError) {
        let isFree = waiting.withLock { count in
            guard count < Self.places else { return false }
            count += 1
            return true
        }
        guard isFree else { throw .busy }
    }
}

enum PasswordDeskError: Error, Equatable {
    /// Too many people wait already.
    case busy
}
