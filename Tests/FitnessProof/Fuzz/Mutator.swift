/// Makes inputs: half of them true messages that were bent where it hurts, the rest noise.
struct Mutator {
    private var random: SeededRandom
    private let seeds: [[UInt8]]
    private let longest: Int

    /// Values at which lengths, signs and special numbers turn over.
    private static let edges: [UInt8] = [0x00, 0x01, 0x02, 0x03, 0x07, 0x08, 0x0A, 0x0D, 0x7F, 0x80, 0xF0, 0xFE, 0xFF]

    /// `longest`: of a random input; bent messages grow by at most twice as much.
    init(_ seeds: [[UInt8]], longest: Int, seed: UInt64) {
        (self.seeds, self.longest, random) = (seeds, longest, SeededRandom(seed: seed))
    }

    mutating func next() -> [UInt8] {
        guard !seeds.isEmpty, !random.chance(30) else { return noise(random.number(0...longest)) }
        var bytes = seeds[random.number(0...seeds.count - 1)]
        for _ in 0..<random.number(1...4) { bend(&bytes) }
        return bytes.count > 3 * longest + 64 ? Array(bytes.prefix(longest)) : bytes
    }

    private mutating func noise(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    private mutating func bend(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes = noise(random.number(0...8)) }
        let place = random.number(0...bytes.count - 1)
        switch random.number(0...9) {
        // Flags stand at the front.
        case 0, 1: bytes[min(place, random.number(0...1), bytes.count - 1)] ^= 1 << UInt8(random.number(0...7))
        case 2: bytes[place] ^= 1 << UInt8(random.number(0...7))
        case 3: bytes[place] = Self.edges[random.number(0...Self.edges.count - 1)]
        case 4: bytes.removeLast(bytes.count - place)
        case 5: bytes += noise(random.number(1...8))
        case 6: bytes.insert(contentsOf: bytes[place...].prefix(random.number(1...16)), at: place)
        case 7: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...4)))
        case 8:
            let other = seeds[random.number(0...seeds.count - 1)]
            bytes = Array(bytes.prefix(place)) + other.suffix(random.number(0...other.count))
        default:
            let digit = bytes.firstIndex { (0x30...0x39).contains($0) } ?? place
            bytes[digit] = UInt8(0x30 + random.number(0...9))
        }
    }
}
