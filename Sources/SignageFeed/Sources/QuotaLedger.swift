import Foundation

/// How often each key has been used today. It survives restarts, and begins anew at midnight in Korea, when the
/// services' own counts do.
public struct QuotaLedger: Codable, Equatable, Sendable {
    /// Midnight that began the day.
    private var day = Date.distantPast
    private var spent: [String: Int] = [:]
    private static let limit = 500

    public init() {}

    /// Notes one question of a group. Answers false, and notes nothing, when the day's quota is used up.
    mutating func spend(_ group: String, quota: Int, at now: Date) -> Bool {
        turn(at: now)
        let used = spent[group] ?? 0
        guard used < quota, spent.count < Self.limit || spent[group] != nil else { return false }
        spent[group] = used + 1
        return true
    }

    /// Questions of a group on the day of `now`.
    public func used(_ group: String, at now: Date) -> Int {
        KoreanTime.midnight(of: now) > day ? 0 : spent[group] ?? 0
    }

    /// A clock that goes back does not bring the quota back; one that was far ahead does not block for years.
    private mutating func turn(at now: Date) {
        let today = KoreanTime.midnight(of: now)
        guard today > day || day > today.addingTimeInterval(2 * 86_400) else { return }
        (day, spent) = (today, [:])
    }
}
