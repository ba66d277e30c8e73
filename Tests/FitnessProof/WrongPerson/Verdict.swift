import FitnessMeasure

/// What came of many visits.
public struct Verdict: Sendable {
    public enum Fault: String, CaseIterable, Sendable {
        case wrongPerson = "wrong person"
        case lost
        case invented
        case unexplained
    }

    public var visits = 0
    /// Measurements that were sent whole to the right port, each once.
    public var measured = 0
    /// Credited to who was measured.
    public var credited = 0
    /// Credited once more with the question whether it is the same.
    public var asked = 0
    /// Messages through another device's port, from which nothing may come.
    public var swapped = 0
    /// Of the cuff whose clock nobody can read: what was measured of an armed person and sent, and credited.
    public var measuredUnread = 0
    public var creditedUnread = 0
    /// Reports that a device failed or could not be read.
    public var failures = 0
    public var unclaimed: [UnclaimedReason: Int] = [:]
    public var faults: [Fault: Int] = [:]
    /// The first few faults, for looking into.
    public var examples: [String] = []

    public var isClean: Bool { faults.isEmpty }

    mutating func complain(_ fault: Fault, _ what: String) {
        faults[fault, default: 0] += 1
        if examples.count < 12 { examples.append("\(fault.rawValue): \(what)") }
    }

    mutating func add(_ other: Verdict) {
        visits += other.visits
        measured += other.measured
        credited += other.credited
        asked += other.asked
        swapped += other.swapped
        measuredUnread += other.measuredUnread
        creditedUnread += other.creditedUnread
        failures += other.failures
        unclaimed.merge(other.unclaimed, uniquingKeysWith: +)
        faults.merge(other.faults, uniquingKeysWith: +)
        examples = Array((examples + other.examples).prefix(12))
    }

    /// A line for each figure.
    public var lines: [String] {
        let reasons = unclaimed.sorted { $0.key.rawValue < $1.key.rawValue }
        return [
            "visits: \(visits)", "measured and sent whole: \(measured)", "credited: \(credited)",
            "shown again with a question: \(asked)", "device failures reported: \(failures)",
            "messages through a swapped port: \(swapped)",
            "of a cuff with an unread clock: \(creditedUnread) of \(measuredUnread)",
        ] + reasons.map { "unclaimed, \($0.key.rawValue): \($0.value)" }
            + Fault.allCases.map { "\($0.rawValue): \(faults[$0] ?? 0)" } + examples
    }
}
