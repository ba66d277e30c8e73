import Foundation

/// How a line at the foot of the wall moves that is longer than the panel: a little, then it stands to be read.
///
/// It moves for five seconds at most and stands for as long (WCAG 2.2.2), at half the pace at which old people read or less:
/// 30 mm are 1.8 syllables of the foot's size, and 210 a minute are 3.5 a second (see ``ReadingTime``).
public struct TickerPace: Equatable, Sendable {
    /// Millimetres in a second, on a television as many times more as its letters are larger.
    public let speed: Double

    public static let allowed = 5.0...30.0

    /// nil for a speed that is not allowed.
    public init?(speed: Double) {
        guard Self.allowed.contains(speed) else { return nil }
        self.speed = speed
    }

    static let rest = 5.0
    static let move = 5.0
    /// A step of 25 in a second, each of whole pixels.
    static let step = 0.04
    /// Millimetres of a syllable at the foot's size; a line that is shorter than any panel stands.
    private static let syllable = 16.5
    private static let least = 200.0

    /// Seconds until it begins anew: all has gone by, and its end stood to be read.
    private func round(_ line: String) -> Double {
        let moves = (BoardPages.width(of: line) * Self.syllable / (speed * Self.move)).rounded(.up)
        return moves * (Self.rest + Self.move) + Self.rest
    }

    func moves(_ line: String) -> Bool { BoardPages.width(of: line) * Self.syllable > Self.least }

    /// Millimetres that are gone, `elapsed` seconds after the line came on.
    func shift(of line: String, after elapsed: Double) -> Double {
        guard moves(line), elapsed > 0 else { return 0 }
        let into = elapsed.truncatingRemainder(dividingBy: round(line))
        let turns = (into / (Self.rest + Self.move)).rounded(.down)
        return speed * (turns * Self.move + max(0, into - turns * (Self.rest + Self.move) - Self.rest))
    }

    /// Seconds until it stands somewhere else; nil for a line that never moves.
    func nextStep(of line: String, after elapsed: Double) -> Double? {
        guard moves(line) else { return nil }
        let into = max(0, elapsed).truncatingRemainder(dividingBy: round(line))
            .truncatingRemainder(dividingBy: Self.rest + Self.move)
        return into < Self.rest ? max(Self.step, Self.rest - into) : Self.step
    }
}
