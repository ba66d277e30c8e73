/// The times in which something else had the screen. Content does not go on behind it.
struct Pauses: Equatable, Sendable {
    /// In order and apart, whole seconds since 1970.
    private(set) var past: [Range<Int>] = []
    /// Since when something has the screen now.
    private(set) var openSince: Int?

    /// A wall starts afresh each midnight, so older pauses move nothing.
    private static let memory = 2 * 86_400
    private static let limit = 256

    /// Notes whether something has the screen at `now`.
    mutating func note(isPaused: Bool, at now: Int) {
        if let since = openSince, since > now { openSince = isPaused ? now : nil }
        past.removeAll { $0.upperBound <= now - Self.memory || $0.upperBound > now }
        switch (isPaused, openSince) {
        case (true, nil): openSince = max(now, past.last?.upperBound ?? now)
        case (false, let since?):
            if since < now { past.append(since..<now) }
            if past.count > Self.limit { past.removeFirst() }
            openSince = nil
        case (true, .some), (false, nil): break
        }
    }

    /// Seconds in which content ran from `start` to `end`.
    func running(from start: Int, to end: Int) -> Int {
        let stop = max(start, min(end, openSince ?? end))
        let paused = past.reduce(0) { $0 + max(0, min($1.upperBound, stop) - max($1.lowerBound, start)) }
        return stop - start - paused
    }

    /// The instant at which content was `seconds` of its own time before `now`.
    func instant(_ seconds: Int, before now: Int) -> Int {
        var (left, at) = (seconds, min(now, openSince ?? now))
        for pause in past.reversed() where pause.upperBound <= at {
            let run = at - pause.upperBound
            if run >= left { break }
            (left, at) = (left - run, pause.lowerBound)
        }
        return at - left
    }
}
