import Foundation

/// The weather office's log of warnings: what was announced, lifted, extended and changed.
public enum WarningLog {
    /// What an event does, by the weather office's number.
    public struct Command: RawRepresentable, Codable, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let announce = Command(rawValue: 1)
        public static let lift = Command(rawValue: 2)
        public static let extend = Command(rawValue: 3)
        public static let correct = Command(rawValue: 6)
        /// A new level takes the place of the old one, …
        public static let change = Command(rawValue: 7)
        /// … which is lifted by an event of its own.
        public static let liftByChange = Command(rawValue: 8)

        /// The Korean word, nil for a number that we do not know.
        public var name: String? { [1: "발표", 2: "해제", 3: "연장", 6: "정정", 7: "변경발표", 8: "변경해제"][rawValue] }
    }

    public struct Event: Codable, Equatable, Sendable {
        public var warning: WeatherWarning
        /// Order within one time of issue.
        public var sequence: Int
        public var command: Command
        /// An announcement that was taken back: it never was.
        public var isCancelled: Bool

        /// Whether this version knows all its codes. What it does not know it keeps as being in force.
        public var isKnown: Bool {
            warning.hazard.name != nil && warning.level.name != nil && command.name != nil
        }
    }

    /// What is in force after all events in the order of their issue, gravest first.
    public static func state(after events: [Event]) -> [WeatherWarning] {
        var state: [Key: WeatherWarning] = [:]
        let ordered = events.enumerated().sorted { a, b in
            (a.element.warning.issuedAt, a.element.sequence, a.offset)
                < (b.element.warning.issuedAt, b.element.sequence, b.offset)
        }
        for (_, event) in ordered {
            let key = Key(area: event.warning.area, hazard: event.warning.hazard)
            switch event.command {
            case _ where event.isCancelled, .lift:
                state[key] = nil
            case .liftByChange:
                // The new level may stand in the log before the old one's end.
                if state[key]?.level == event.warning.level { state[key] = nil }
            default:
                state[key] = event.warning
            }
        }
        return state.values.sorted {
            ($1.level.rawValue, $0.area, $0.hazard.rawValue) < ($0.level.rawValue, $1.area, $1.hazard.rawValue)
        }
    }

    private struct Key: Hashable {
        let area: String
        let hazard: WeatherWarning.Hazard
    }
}
