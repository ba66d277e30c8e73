import FitnessMeasure

/// A hand dynamometer that speaks the bytes of `grip-serial.yaml` over a pseudo terminal.
public actor SimulatedGrip {
    /// What the next squeeze does.
    public enum Mood: Equatable, Sendable {
        case fine
        /// Sends an error frame, `E02` for "02".
        case failing(code: String)
        /// The force never holds still; the hand lets go.
        case neverStable
        case badChecksum
        /// The stable frame breaks off in the middle.
        case cutOff
        /// The cable is pulled while the hand squeezes.
        case unplugged
    }

    public enum Hand: String, Sendable { case right = "R", left = "L" }

    public nonisolated let terminal: PseudoTerminal
    public var mood = Mood.fine
    private let pace: Duration
    private let clock: any Clock<Duration>

    /// `pace` is the time between two live frames; zero sends them at once.
    public init(
        terminal: PseudoTerminal, pace: Duration = .milliseconds(150), clock: any Clock<Duration> = ContinuousClock()
    ) {
        (self.terminal, self.pace, self.clock) = (terminal, pace, clock)
    }

    public func feel(_ mood: Mood) { self.mood = mood }

    /// One squeeze: the force rises in live frames, then a stable frame, unless the mood is otherwise.
    public func squeeze(kilograms: Double, hand: Hand = .right) async throws {
        if case .failing(let code) = mood { return try terminal.write(Self.frame("E\(code)")) }
        for share in [0.3, 0.7, 0.95, 1] {
            try terminal.write(Self.frame(Self.line(kilograms * share, hand, "U")))
            if pace > .zero { try await clock.sleep(for: pace) }
        }
        let stable = Self.frame(Self.line(kilograms, hand, "S"))
        switch mood {
        case .neverStable: break
        case .unplugged: terminal.unplug()
        case .badChecksum: try terminal.write(stable.dropLast() + [(stable.last ?? 0) ^ 0xff])
        case .cutOff: try terminal.write(Array(stable.prefix(stable.count / 2)))
        case .fine, .failing: try terminal.write(stable)
        }
    }

    /// A line of text between its marks, with its check byte.
    public static func frame(_ text: String) -> [UInt8] {
        let covered = Array(text.utf8) + [0x03]
        return [0x02] + covered + LineChecksum(kind: .xor, range: .bodyAndEnd).bytes(for: covered)
    }

    /// `G,R,+024.3,kg,S`
    static func line(_ kilograms: Double, _ hand: Hand, _ state: String) -> String {
        let tenths = Int((kilograms * 10).rounded())
        let digits = String(tenths.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "G,\(hand.rawValue),\(tenths < 0 ? "-" : "+")\(padded.dropLast()).\(padded.suffix(1)),kg,\(state)"
    }
}
