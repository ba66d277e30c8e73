import Foundation
import KioskUI

/// How bright a board is by the time of day, as a share of its light. Alerts have all of it.
public struct BoardBrightness: Equatable, Sendable {
    /// From this minute of the day on, so much light.
    public struct Step: Equatable, Sendable {
        public var minute: Int
        /// 0.05…1
        public var light: Double
    }

    /// In the order of the day; none means full light always.
    public let steps: [Step]

    /// Half of its light in the morning and the evening, a fifth at night, when the street is dark and people sleep.
    public static let standard = BoardBrightness([(6 * 60, 0.5), (8 * 60, 1), (18 * 60, 0.5), (22 * 60, 0.2)])

    private init(_ steps: [(Int, Double)]) { self.steps = steps.map { Step(minute: $0.0, light: $0.1) } }

    public enum ParseError: Error, Equatable, Sendable {
        case notAStep(String)
        /// Times must rise.
        case outOfOrder(String)
    }

    /// Reads `06:00 50`, `08:00 100` …: time of day and percent of light, 5…100.
    public init(parsing lines: [String]) throws(ParseError) {
        var steps: [Step] = []
        for line in lines {
            let numbers = line.split(whereSeparator: { $0 == ":" || $0 == " " }).map { Int($0) }
            guard numbers.count == 3, let hour = numbers[0], let minute = numbers[1], let percent = numbers[2],
                (0..<24).contains(hour), (0..<60).contains(minute), (5...100).contains(percent)
            else { throw .notAStep(line) }
            let step = Step(minute: hour * 60 + minute, light: Double(percent) / 100)
            guard steps.last.map({ $0.minute < step.minute }) ?? true else { throw .outOfOrder(line) }
            steps.append(step)
        }
        self.steps = steps
    }

    /// The light at a time of day; the last step holds over midnight.
    public func light(at now: Date, _ calendar: Calendar) -> Double {
        let parts = calendar.dateComponents([.hour, .minute], from: now)
        let minute = (parts.hour ?? 12) * 60 + (parts.minute ?? 0)
        return (steps.last { $0.minute <= minute } ?? steps.last)?.light ?? 1
    }
}

extension Palette {
    /// White and few strong colours on black, ≥ 7:1 on every ground: what a board can show in daylight.
    static let board = Palette { role in
        switch role {
        case .hanji, .paper, .mint, .sky, .sun, .rose, .foot, .clay: Color(0x000000)
        case .ink, .onPine: Color(0xFFFFFF)
        case .quietInk: Color(0xC8C8C8)
        case .pine: Color(0x5BE08A)
        case .indigo: Color(0x7FC4FF)
        case .persimmon: Color(0xFFB04D)
        case .dancheongRed: Color(0xA00000)
        case .unlit: Color(0x3A3A3A)
        }
    }

    /// With a share of the light, as the eye and the panel count it (gamma 2.2).
    func dimmed(to light: Double) -> Palette {
        let share = pow(max(0, min(1, light)), 1 / 2.2)
        return Palette { role in
            let color = self[role]
            func less(_ value: UInt8) -> UInt32 { UInt32((Double(value) * share).rounded()) }
            return Color(less(color.red) << 16 | less(color.green) << 8 | less(color.blue))
        }
    }
}
