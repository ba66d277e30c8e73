/// What a stream of messages amounts to: a device that repeats its display has measured once, and one that never
/// holds still has failed. Pure; time is the monotonic clock in nanoseconds.
struct LineProgress {
    let patience: Duration?
    let repeats: LineRepeats
    private var liveSince: Int64?
    private var last: (raw: [UInt8], at: Int64)?
    /// A value that never held still was reported as failed; nothing more is said until it does, or is let go.
    private var hasGivenUp = false

    enum News: Equatable {
        case nothing
        case live(QuantityValue?)
        case failed(MeasureFailure)
        case value(LineValue)
    }

    init(patience: Duration?, repeats: LineRepeats) { (self.patience, self.repeats) = (patience, repeats) }

    var isMeasuring: Bool { liveSince != nil }

    mutating func hear(_ message: LineMessage, raw: [UInt8], at now: Int64) -> News {
        switch message {
        case .live(let value): return live(value, now)
        case .failed(let failure):
            stop()
            return .failed(failure)
        case .value(let value): return finished(value, raw, now)
        }
    }

    /// Silence after live values: true if that is a failure that was not reported yet.
    mutating func giveUp() -> Bool {
        defer { stop() }
        return isMeasuring && !hasGivenUp
    }

    /// Whatever was being measured is over.
    mutating func stop() { (liveSince, last, hasGivenUp) = (nil, nil, false) }

    private mutating func live(_ value: QuantityValue?, _ now: Int64) -> News {
        last = nil
        let since = liveSince ?? now
        liveSince = since
        guard let patience, .nanoseconds(now - since) >= patience else { return .live(value) }
        defer { hasGivenUp = true }
        return hasGivenUp ? .nothing : .failed(.unstable)
    }

    private mutating func finished(_ value: LineValue, _ raw: [UInt8], _ now: Int64) -> News {
        let isRepeated = last.map { $0.raw == raw && .nanoseconds(now - $0.at) < repeats.window } ?? false
        (liveSince, hasGivenUp) = (nil, false)
        last = (raw, now)
        guard isRepeated else { return .value(value) }
        if repeats.holdsDisplay { return .nothing }
        var flagged = value
        flagged.flags.insert(.repeatedBytes)
        return .value(flagged)
    }
}

extension QualityFlag {
    /// The same bytes came a short time ago, without a time or number of their own to tell them apart.
    public static let repeatedBytes: QualityFlag = "repeated_bytes"
}
