/// What a stream of messages amounts to: a device that repeats its display has measured once, and one that never
/// holds still has failed. Pure; time is the monotonic clock in nanoseconds.
struct LineProgress {
    private let stability: LineStability?
    private let repeats: LineRepeats
    private var liveSince: Int64?
    private var last: (raw: [UInt8], at: Int64)?
    /// A value that never held still was reported as failed; nothing more is said until it does, or is let go.
    private var hasGivenUp = false
    /// True from a finished value until nobody is on the scale.
    private var isDone = false
    private var samples: [QuantityValue] = []
    /// What a device that holds its display showed when the cable came off. It may still show it, however long that was.
    private var shownBefore: [UInt8]?

    init(stability: LineStability?, repeats: LineRepeats, shownBefore: [UInt8]? = nil) {
        (self.stability, self.repeats, self.shownBefore) = (stability, repeats, shownBefore)
    }

    /// What the display holds, for the next connection.
    var shown: [UInt8]? { repeats.holdsDisplay ? last?.raw ?? shownBefore : nil }

    var isMeasuring: Bool { liveSince != nil }

    mutating func hear(_ message: LineMessage, raw: [UInt8], at now: Int64) -> [LineMachine.News] {
        switch message {
        case .live(let value): return live(value, now)
        case .value(let value): return isStill(value) ? finished(value, raw, now) : live(value.values.first, now)
        case .failed(let failure):
            stop()
            return [.failed(failure)]
        case .idle:
            // Whoever steps off before the value holds still has to be told.
            return giveUp() ? [.failed(.unstable)] : []
        case .asked: return []
        }
    }

    /// Nothing follows live values: true if that is a failure that was not reported yet.
    mutating func giveUp() -> Bool {
        defer { stop() }
        return isMeasuring && !hasGivenUp
    }

    /// Whatever was being measured is over.
    private mutating func stop() {
        (liveSince, last, hasGivenUp, isDone) = (nil, nil, false, false)
        (samples, shownBefore) = ([], nil)
    }

    /// True if the profile asks for no samples, or enough of them agree.
    private mutating func isStill(_ value: LineValue) -> Bool {
        guard case .samples(let count, let spread)? = stability?.rule, let sample = value.values.first else {
            return true
        }
        samples.append(sample)
        samples = Array(samples.suffix(count))
        return samples.count == count && samples.allSatisfy { $0.isWithin(spread, of: sample) }
    }

    private mutating func live(_ value: QuantityValue?, _ now: Int64) -> [LineMachine.News] {
        guard !isDone || !repeats.untilIdle else { return [] }
        (last, shownBefore) = (nil, nil)
        let since = liveSince ?? now
        liveSince = since
        guard let patience = stability?.within, .nanoseconds(now - since) >= patience else { return [.live(value)] }
        defer { hasGivenUp = true }
        return hasGivenUp ? [] : [.failed(.unstable)]
    }

    private mutating func finished(_ value: LineValue, _ raw: [UInt8], _ now: Int64) -> [LineMachine.News] {
        let isRepeated = last.map { $0.raw == raw && .nanoseconds(now - $0.at) < repeats.window } ?? false
        let isSameMeasurement =
            repeats.untilIdle && isDone || repeats.holdsDisplay && isRepeated || shownBefore == raw
        if shownBefore != raw { shownBefore = nil }
        (liveSince, hasGivenUp, isDone) = (nil, false, true)
        last = (raw, now)
        guard !isSameMeasurement else { return [] }
        guard isRepeated else { return [.value(value, raw: raw, at: now)] }
        var flagged = value
        flagged.flags.insert(.repeatedBytes)
        return [.value(flagged, raw: raw, at: now)]
    }
}

extension QuantityValue {
    /// True if the amounts differ by no more than the spread; exact.
    fileprivate func isWithin(_ spread: DecimalValue, of other: QuantityValue) -> Bool {
        guard unit == other.unit, let difference = value.minus(other.value) else { return false }
        return DecimalValue(mantissa: abs(difference.mantissa), exponent: difference.exponent) <= spread
    }
}

extension QualityFlag {
    /// The same bytes came a short time ago, without a time or number of their own to tell them apart.
    public static let repeatedBytes: QualityFlag = "repeated_bytes"
}
