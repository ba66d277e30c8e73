/// One connection of a line device: keeps time for its machine and turns the machine's news into reports.
actor LineSession {
    private let stamper: LineStamper
    private let clock: any Clock<Duration>
    private let monotonic: @Sendable () -> Int64
    private let report: @Sendable (DeviceReport) -> Void
    private var machine: LineMachine
    private var questions: LineQuestions
    private var timer: Task<Void, Never>?

    init(
        _ profile: LineProfile, stamper: LineStamper, shownBefore: [UInt8]? = nil, clock: any Clock<Duration>,
        monotonic: @escaping @Sendable () -> Int64, report: @escaping @Sendable (DeviceReport) -> Void
    ) {
        (self.stamper, self.clock, self.monotonic, self.report) = (stamper, clock, monotonic, report)
        machine = LineMachine(profile, shownBefore: shownBefore)
        questions = LineQuestions(profile.poll)
    }

    /// Takes what came over the line; returns what the device wants to hear.
    func receive(_ bytes: [UInt8]) -> [[UInt8]] {
        if questions.answered() { report(.ready(stamper.key)) }
        let now = monotonic()
        let answers = tell(machine.receive(bytes, at: now))
        setTimer(now)
        return answers
    }

    /// What a silent device is to be asked now, and how long to wait then.
    func question() -> LineQuestions.Step {
        let step = questions.next()
        if step.isGivenUp { report(.lost(stamper.key)) }
        return step
    }

    /// The link is gone; what was half there is nothing. Returns what the device's display may go on showing.
    func end() -> [UInt8]? {
        timer?.cancel()
        timer = nil
        return machine.shown
    }

    private func tell(_ news: [LineMachine.News]) -> [[UInt8]] {
        var answers: [[UInt8]] = []
        for piece in news {
            if case .send(let bytes) = piece { answers.append(bytes) }
            if case .value = piece { questions.rest() }
            if let told = stamper.report(piece) { report(told) }
        }
        return answers
    }

    private func setTimer(_ now: Int64) {
        timer?.cancel()
        timer = machine.deadline.map { deadline in
            Task { [weak self, clock] in
                do {
                    try await clock.sleep(for: .nanoseconds(deadline - now))
                    await self?.elapse()
                } catch {
                    return  // set anew, or the session ended
                }
            }
        }
    }

    private func elapse() {
        guard !Task.isCancelled else { return }
        let now = monotonic()
        // A silence asks for no answer: nothing was understood and nothing refused.
        _ = tell(machine.elapse(at: now))
        setTimer(now)
    }
}
