import Foundation

/// Lets the first report of a trouble through, and then one an hour, so that no trouble fills a log.
public struct ReportGate: Equatable, Sendable {
    private var last: [String: (word: String, at: Date, held: Int)] = [:]
    private static let pause: TimeInterval = 3_600
    private static let limit = 500

    public init() {}

    /// How many reports of the same were held back since the last, nil when this one is held back, too.
    public mutating func admit(_ id: String, _ word: String, at now: Date) -> Int? {
        if let known = last[id], known.word == word, now >= known.at, now < known.at.addingTimeInterval(Self.pause) {
            last[id]?.held += 1
            return nil
        }
        let held = last[id]?.word == word ? last[id]?.held ?? 0 : 0
        last[id] = (word, now, 0)
        if last.count > Self.limit, let oldest = last.min(by: { $0.value.at < $1.value.at }) { last[oldest.key] = nil }
        return held
    }

    /// The trouble is over; the next is news again.
    public mutating func clear(_ id: String) { last[id] = nil }

    public static func == (a: Self, b: Self) -> Bool {
        a.last.count == b.last.count && a.last.allSatisfy { id, value in b.last[id].map { $0 == value } ?? false }
    }
}
