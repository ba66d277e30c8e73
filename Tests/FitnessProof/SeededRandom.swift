/// The same numbers in every run: SplitMix64.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of these, as often as their weights say.
    mutating func pick<Choice>(_ weights: KeyValuePairs<Choice, Int>) -> Choice {
        var left = number(1...weights.reduce(0) { $0 + $1.value })
        for (choice, weight) in weights {
            left -= weight
            if left <= 0 { return choice }
        }
        preconditionFailure("weights add up to nothing")
    }
}
