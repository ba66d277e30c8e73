import Foundation

/// The next buses at one stop.
public struct BusBoard: Codable, Equatable, Sendable {
    public var stop: String
    public var arrivals: [Arrival]
    /// What the operator says about this stop or its routes, in its own words.
    public var notes: [String]?

    public init(stop: String, arrivals: [Arrival], notes: [String]? = nil) {
        (self.stop, self.arrivals, self.notes) = (stop, arrivals, notes)
    }

    public struct Arrival: Codable, Equatable, Sendable {
        public var route: String
        public var direction: String?
        /// Seconds from the fact's `issuedAt`; absent when only a state is known.
        public var seconds: Int?
        public var stopsBefore: Int?
        public var isLowFloor: Bool
        public var isLast: Bool
        /// What is known instead of a countdown, or beside it.
        public var state: State?
        /// When the timetable has it, for a bus without an estimate.
        public var scheduledAt: Date?

        public init(
            route: String, direction: String? = nil, seconds: Int?, stopsBefore: Int? = nil, isLowFloor: Bool = false,
            isLast: Bool = false, state: State? = nil, scheduledAt: Date? = nil
        ) {
            (self.route, self.direction, self.seconds) = (route, direction, seconds)
            (self.stopsBefore, self.isLowFloor, self.isLast) = (stopsBefore, isLowFloor, isLast)
            (self.state, self.scheduledAt) = (state, scheduledAt)
        }

        /// A bus's state in one word. Words that are new to us are kept as the source wrote them.
        public struct State: RawRepresentable, Codable, Hashable, Sendable {
            public var rawValue: String
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It stands at its first stop.
            public static let waiting = State(rawValue: "waiting")
            public static let ended = State(rawValue: "ended")
            public static let due = State(rawValue: "due")
            /// It stands at the turning point.
            public static let turning = State(rawValue: "turning")
            public static let garage = State(rawValue: "garage")
            /// It takes another way and does not come here.
            public static let detour = State(rawValue: "detour")
            public static let skipped = State(rawValue: "skipped")
            public static let cancelled = State(rawValue: "cancelled")
            /// It runs, and nobody knows where.
            public static let noData = State(rawValue: "no-data")
            /// Its estimate is too old to be counted down.
            public static let stale = State(rawValue: "stale")
            public static let early = State(rawValue: "early")
            public static let late = State(rawValue: "late")
            public static let onTime = State(rawValue: "on-time")
            /// Only the timetable is known.
            public static let scheduled = State(rawValue: "scheduled")
            public static let departed = State(rawValue: "departed")
        }
    }
}
