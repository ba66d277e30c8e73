import FeedFuzzing
import Foundation

/// Many generated inputs, with an eye on the clock and on memory.
struct FuzzRun {
    let count: Int
    let seed: UInt64
    let samples: [FeedFuzzer.Sample]

    /// No input of a few kilobytes may take the processor longer.
    static let slowest = Duration.milliseconds(50)
    /// After the first tenth, when tables are built and the allocator has its arenas.
    static let growth = 8_192

    init(_ arguments: [String]) throws {
        guard let count = Int(arguments[0]), count > 0, let seed = UInt64(arguments[1]) else { throw ProbeError.usage }
        (self.count, self.seed) = (count, seed)
        samples = try Probe.files(arguments[2]).map { path in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().lastPathComponent
            return FeedFuzzer.Sample(folder: folder, bytes: try Probe.bytes(path))
        }
    }

    func run() throws {
        var fuzzer = FeedFuzzer(seed: seed, samples: samples)
        let start = ContinuousClock.now
        var warm = 0
        for index in 0..<count {
            fuzzer.step()
            if index == count / 10 { warm = Memory.now() }
            if index % 1_000_000 == 999_999 { tell(fuzzer, start) }
        }
        tell(fuzzer, start)
        let grown = Memory.now() - warm
        Probe.say(
            "memory: \(warm) kB after a tenth, \(grown) kB more at the end; slowest input \(fuzzer.slowest.duration)")
        guard grown <= Self.growth, fuzzer.slowest.duration <= Self.slowest else { throw ProbeError.boundMissed }
    }

    private func tell(_ fuzzer: FeedFuzzer, _ start: ContinuousClock.Instant) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        Probe.say("\(fuzzer.count) inputs, \(fuzzer.understood) understood, \(Int(seconds)) s, \(Memory.now()) kB")
    }
}
