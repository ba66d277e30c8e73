import Foundation

/// How long to leave a source alone after trouble, by the kind of trouble.
enum BackOff {
    /// Seconds until the next question after `failures` in a row, at least one.
    static func wait(_ error: FeedError, failures: Int, interval: TimeInterval) -> TimeInterval {
        if case .seconds(let seconds) = error.retryAfter { return max(interval, TimeInterval(seconds)) }
        let doubled = interval * Double(1 << min(10, max(1, failures)))
        switch error.code {
        // Nothing there, or not for us: a person has to look, and a server should not be asked all day.
        case .httpStatus(401), .httpStatus(403), .httpStatus(404), .httpStatus(410):
            return max(interval, min(6 * 3_600, max(900, doubled)))
        default: return max(interval, min(3_600, doubled))
        }
    }

    /// A part from 0 up to 1 that differs between boxes and questions and is the same at each run, so that fifty boxes
    /// that lost their line together do not come back together. No box, no jitter.
    static func jitter(box: String, source: String, turn: Int) -> Double {
        guard !box.isEmpty else { return 0 }
        return Double(FNVHash("\(box)/\(source)/\(turn)".utf8).value >> 11) / 9_007_199_254_740_992
    }
}
