import Crypto
import Foundation

/// Random numbers that are the same for the same words: SplitMix64 from a hash of them.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(_ words: String...) {
        let hash = SHA256.hash(data: Data(words.joined(separator: "|").utf8))
        state = hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to, not including, 1.
    mutating func fraction() -> Double { Double.random(in: 0..<1, using: &self) }

    /// A random UUID of version 4.
    mutating func uuid() -> UUID {
        let (a, b) = (next(), next())
        var bytes = [a, b].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
