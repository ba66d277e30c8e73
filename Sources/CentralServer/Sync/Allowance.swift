import Foundation
import Synchronization

/// How many requests each sender may make: a burst, refilled at a steady rate.
final class Allowance: Sendable {
    /// Senders that are remembered at most; the fullest are forgotten first, which costs them nothing.
    static let remembered = 10_000

    private let burst: Double
    private let perSecond: Double
    private let now: @Sendable () -> Date
    private let buckets = Mutex<[String: Bucket]>([:])

    init(burst: Double, perSecond: Double, now: @escaping @Sendable () -> Date) {
        (self.burst, self.perSecond, self.now) = (burst, perSecond, now)
    }

    /// Senders that are remembered now.
    var senders: Int { buckets.withLock { $0.count } }

    /// Takes one token, or says in how many seconds there will be one.
    func take(for sender: String) -> Int? {
        let now = now()
        return buckets.withLock { buckets in
            if buckets.count >= Self.remembered { forgetFull(&buckets, now: now) }
            var bucket = refilled(buckets[sender] ?? Bucket(tokens: burst, at: now), now: now)
            defer { buckets[sender] = bucket }
            guard bucket.tokens >= 1 else { return Int(((1 - bucket.tokens) / perSecond).rounded(.up)) }
            bucket.tokens -= 1
            return nil
        }
    }

    /// A clock that went back refills nothing and takes nothing away.
    private func refilled(_ bucket: Bucket, now: Date) -> Bucket {
        let elapsed = max(0, now.timeIntervalSince(bucket.at))
        return Bucket(tokens: min(burst, bucket.tokens + elapsed * perSecond), at: now)
    }

    private func forgetFull(_ buckets: inout [String: Bucket], now: Date) {
        buckets = buckets.filter { refilled($0.value, now: now).tokens < burst }
        // Nobody is full: rather let all start anew than grow without end.
        if buckets.count >= Self.remembered { buckets.removeAll() }
    }

    private struct Bucket {
        var tokens: Double
        var at: Date
    }
}
