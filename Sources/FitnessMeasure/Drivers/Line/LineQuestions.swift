/// When a device that speaks only when asked is asked. Counts instead of measuring time, so it needs no clock.
struct LineQuestions {
    private let poll: LinePoll?
    private var unanswered = 0
    private var isResting = false
    private var isGivenUp = false

    /// What to do now.
    struct Step: Equatable {
        /// Nothing while it rests.
        var send: [UInt8]
        var wait: Duration
        /// True once, when the device has not answered for too long.
        var isGivenUp: Bool
    }

    init(_ poll: LinePoll?) { self.poll = poll }

    mutating func next() -> Step {
        guard let poll else { return Step(send: [], wait: .seconds(1), isGivenUp: false) }
        if isResting, let rest = poll.rest {
            isResting = false
            return Step(send: [], wait: rest, isGivenUp: false)
        }
        let isTooMuch = !isGivenUp && poll.interval * unanswered >= poll.patience
        isGivenUp = isGivenUp || isTooMuch
        unanswered += 1
        return Step(send: poll.bytes, wait: poll.interval, isGivenUp: isTooMuch)
    }

    /// Something came; true if the device was believed lost.
    mutating func answered() -> Bool {
        defer { (unanswered, isGivenUp) = (0, false) }
        return isGivenUp
    }

    /// A value is finished.
    mutating func rest() { isResting = poll?.rest != nil }
}
