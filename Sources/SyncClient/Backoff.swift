/// How long to wait after a failure: full jitter between nothing and a ceiling that doubles from 5 s to 15 min, for
/// each reason apart.
public struct Backoff: Sendable {
    /// What to wait for.
    public enum Reason: Hashable, Sendable { case network, overload, refused, storage }

    static let first: Duration = .seconds(5)
    static let longest: Duration = .seconds(15 * 60)
    /// Even the luckiest draw waits this long.
    static let shortest: Duration = .milliseconds(500)

    private var failures: [Reason: Int] = [:]
    private var random: SplitMix64

    public init(seed: UInt64) { random = SplitMix64(state: seed) }

    /// Counts one more failure and draws the wait after it.
    public mutating func delay(after reason: Reason) -> Duration {
        let count = failures[reason, default: 0]
        failures[reason] = min(count + 1, 32)
        let ceiling = min(Self.longest, Self.first * (1 << min(count, 10)))
        let drawn = Int64.random(in: 0...ceiling.components.seconds * 1000, using: &random)
        return max(Self.shortest, .milliseconds(drawn))
    }

    public mutating func reset(_ reason: Reason) { failures[reason] = nil }
    public mutating func reset() { failures = [:] }
}

/// A small generator with a seed, so that a run can be repeated (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
