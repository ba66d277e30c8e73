/// Waits that double after each failure, from one second to the longest.
struct Backoff: Equatable, Sendable {
    private let longest: Duration
    private var failures = 0

    init(longest: Duration) { self.longest = longest }

    /// The wait before the next try.
    mutating func next() -> Duration {
        defer { failures = min(failures + 1, 16) }
        return min(.seconds(1 << failures), longest)
    }

    /// Something worked: start again at one second.
    mutating func reset() { failures = 0 }
}
