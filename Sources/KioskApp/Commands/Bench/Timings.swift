import Foundation

/// How long one thing took, done many times: milliseconds.
struct Timings: Encodable {
    var count: Int
    var p50: Double
    var p99: Double
    var worst: Double

    init(nanoseconds: [Int64]) {
        let sorted = nanoseconds.sorted().map { Double($0) / 1e6 }
        count = sorted.count
        p50 = Self.percentile(50, of: sorted)
        p99 = Self.percentile(99, of: sorted)
        worst = sorted.last ?? 0
    }

    /// The least value that so many percent do not exceed.
    private static func percentile(_ percent: Int, of sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}

/// Proportional set size of this process in bytes: its own memory and its share of what it has in common with others.
func proportionalSetSize() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix("Pss:") }
    guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
        throw Failure.unavailable("the kernel does not tell the memory")
    }
    return kilobytes * 1024
}
