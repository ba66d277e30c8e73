import FitnessMeasure

/// Any serial instrument of ``LineSpeech/all`` over a pseudo terminal. One that speaks only when asked has to be kept
/// running by ``answer()``.
public actor SimulatedLineDevice {
    public nonisolated let terminal: PseudoTerminal
    public nonisolated let speech: LineSpeech
    private let clock: any Clock<Duration>
    private var mood = LineMood.fine
    /// Answers that were not asked for yet.
    private var waiting: [[UInt8]] = []
    private var heard: [UInt8] = []
    /// Questions that were answered so far.
    public private(set) var answers = 0

    public init(terminal: PseudoTerminal, speech: LineSpeech, clock: any Clock<Duration> = ContinuousClock()) {
        (self.terminal, self.speech, self.clock) = (terminal, speech, clock)
    }

    public func feel(_ mood: LineMood) { self.mood = mood }

    /// Measures; an instrument that speaks by itself says so at once. Moods that mean nothing for it are like `fine`.
    public func measure(_ sample: LineSample? = nil) throws {
        let pieces = speech.pieces(sample ?? speech.sample, mood) ?? [speech.finished(sample ?? speech.sample)]
        if mood == .cutOff { return try breakOff(pieces) }
        if speech.question.isEmpty {
            for piece in pieces { try terminal.write(piece) }
        } else {
            waiting += pieces
        }
    }

    /// Answers questions until cancelled; ends at once for an instrument that speaks by itself. A pulled cable is no
    /// trouble here: nobody asks.
    public func answer() async throws {
        while !speech.question.isEmpty {
            try Task.checkCancellation()
            do {
                try answerOnce()
            } catch PseudoTerminalError.unplugged {
                heard = []
            }
            try await clock.sleep(for: .milliseconds(2))
        }
    }

    private func answerOnce() throws(PseudoTerminalError) {
        heard += try terminal.received()
        while let end = heard.firstRange(of: speech.question)?.upperBound, mood != .silent {
            heard.removeFirst(end)
            try terminal.write(waiting.isEmpty ? speech.idle : waiting.removeFirst())
            answers += 1
        }
    }

    /// Half of the last piece, then the cable.
    private func breakOff(_ pieces: [[UInt8]]) throws {
        let last = pieces.last ?? []
        try terminal.write(Array(last.prefix(last.count / 2)))
        terminal.unplug()
    }
}
