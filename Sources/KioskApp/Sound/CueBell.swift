import FitnessMeasure
import KioskSDL
import Logging

/// Sounds what a test's clock says, off the first thread. Eyes are on the chair then, not on the panel.
final class CueBell: Sendable {
    private let loudness: Double
    private let play: @Sendable ([Int16]) throws -> Void
    private let logger: Logger
    private let words: AsyncStream<TimerCue.Word>
    private let door: AsyncStream<TimerCue.Word>.Continuation

    /// `loudness` 0…1; at 0 nothing sounds. `play` replaces what plays.
    init(loudness: Double, logger: Logger, play: @escaping @Sendable ([Int16]) throws -> Void) {
        (self.loudness, self.play, self.logger) = (loudness, play, logger)
        // A cue that waits for a slow device comes too late: the newest counts.
        (words, door) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Callable from the first thread; returns at once.
    func sound(_ word: TimerCue.Word) { if loudness > 0 { door.yield(word) } }

    /// Works until cancelled.
    func run() async {
        for await word in words {
            do {
                try play(Tone.cue(word, loudness: loudness))
            } catch {
                logger.notice("A cue was not heard: the sound device is absent", metadata: ["error": "\(error)"])
                return
            }
        }
    }
}

extension Tone {
    /// High is "now", low is "not yet"; below 1,200 Hz, where old ears still hear.
    static func cue(_ word: TimerCue.Word, loudness: Double) -> [Int16] {
        let (high, middle, low) = (1_175.0, 880.0, 440.0)
        let note = { (hertz: Double, seconds: Double) -> [Int16] in
            Tone.note(hertz: hertz, seconds: seconds, loudness: loudness)
        }
        return switch word {
        case .three, .two, .one: note(middle, 0.15)
        case .go: note(high, 0.5)
        case .halfway, .thirtySecondsLeft, .tenSecondsLeft:
            note(middle, 0.12) + silence(seconds: 0.1) + note(middle, 0.12)
        case .stop: note(high, 0.35) + silence(seconds: 0.08) + note(middle, 0.6)
        case .falseStart: note(low, 0.5)
        }
    }
}
