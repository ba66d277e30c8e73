import Foundation
import Synchronization

/// Throws bytes at every way in, and watches time and memory. What crashes, crashes the run; what hangs is named by the
/// watch.
public struct FuzzProof: Sendable {
    private let targets: [FuzzTarget]

    /// A single input may take so long; the longest true message takes a thousandth of it.
    public static let longestInput = Duration.milliseconds(250)
    /// The process may grow by so much over the whole run.
    public static let mostGrowth = 64 * 1024 * 1024

    public init(_ folders: ProofFolders) throws { targets = try FuzzTarget.all(folders) }

    /// What came of a run.
    public struct Outcome: Sendable {
        public var inputs = 0
        public var byTarget: [(name: String, inputs: Int, slowest: Duration)] = []
        /// Bytes by which the process's peak grew.
        public var growth = 0
        /// Inputs that took too long, by target and in hex.
        public var slow: [String] = []

        public var isClean: Bool { slow.isEmpty && growth <= FuzzProof.mostGrowth }

        /// A line for each figure.
        public var lines: [String] {
            byTarget.map { "\($0.name): \($0.inputs) inputs, slowest \($0.slowest)" } + [
                "inputs: \(inputs)", "growth of the peak: \(growth / 1024) KiB of \(FuzzProof.mostGrowth / 1024)",
                "too slow: \(slow.count)",
            ] + slow
        }
    }

    /// At least so many inputs, shared out among the ways in; the same ones for the same seed.
    public func run(inputs: Int, seed: UInt64, watch: FuzzWatch = FuzzWatch()) -> Outcome {
        var outcome = Outcome()
        let all = targets.reduce(0) { $0 + $1.share }
        // What the library loads once is not growth.
        for target in targets { for bytes in target.seeds { target.take(bytes) } }
        let before = Memory.peak
        for (number, target) in targets.enumerated() {
            var mutator = Mutator(target.seeds, longest: target.longest, seed: seed &+ UInt64(number))
            let count = (inputs * target.share + all - 1) / all
            var slowest = Duration.zero
            for _ in 0..<count {
                let bytes = mutator.next()
                watch.begins(target.name, bytes)
                let start = Memory.threadTime
                target.take(bytes)
                let spent = Memory.threadTime - start
                slowest = max(slowest, spent)
                if spent > Self.longestInput { outcome.slow.append("\(target.name) \(FuzzWatch.hex(bytes))") }
            }
            outcome.inputs += count
            outcome.byTarget.append((target.name, count, slowest))
        }
        outcome.growth = max(0, Memory.peak - before)
        return outcome
    }
}

/// Knows which input is being taken, so that one that never ends can be named from another thread.
public final class FuzzWatch: Sendable {
    private let current = Mutex((count: 0, target: "", bytes: [UInt8]()))

    public init() {}

    func begins(_ target: String, _ bytes: [UInt8]) { current.withLock { $0 = ($0.count + 1, target, bytes) } }

    /// How many inputs have begun, and the last one in words.
    public var now: (count: Int, words: String) {
        let (count, target, bytes) = current.withLock { $0 }
        return (count, "\(target) \(Self.hex(bytes))")
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// What Linux says of this process.
enum Memory {
    /// The most that was ever resident, in bytes: VmHWM of proc(5).
    static var peak: Int {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status"),
            let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: {
                $0.hasPrefix("VmHWM")
            }),
            let kibibytes = Int(line.filter(\.isNumber))
        else { preconditionFailure("no /proc/self/status") }
        return kibibytes * 1024
    }

    /// Processor time of this thread: what other programs take does not count.
    static var threadTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
