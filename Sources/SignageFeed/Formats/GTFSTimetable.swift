import Foundation

/// What the static tables of GTFS say of one stop: which trips call there, when, and on which days.
public struct GTFSTimetable: Equatable, Sendable {
    /// One trip's call at the stop.
    public struct Call: Equatable, Sendable {
        /// Place in the trip.
        public var sequence: Int
        /// Seconds after the service day's midnight; beyond 86,400 for buses after midnight.
        public var arrival: Int
        public var route: String
        public var headsign: String?
        public var service: String
    }

    /// By trip id.
    public internal(set) var calls: [String: Call] = [:]
    /// Short names by route id.
    public internal(set) var routes: [String: String] = [:]
    var weeks: [String: Week] = [:]
    /// Added and removed days (`yyyyMMdd`) by service id.
    var exceptions: [String: [String: Bool]] = [:]

    struct Week: Equatable {
        /// From Monday.
        let days: [Bool]
        let first: String
        let last: String
    }

    /// The calls of a Korean day in order of time. `day` is any instant of it.
    public func calls(on day: Date) -> [(trip: String, call: Call, at: Date)] {
        let midnight = KoreanTime.midnight(of: day)
        return calls.filter { runs($0.value.service, on: midnight) }
            .map { ($0.key, $0.value, midnight.addingTimeInterval(TimeInterval($0.value.arrival))) }
            .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
    }

    /// The next calls from `now` on. Yesterday's service runs on after midnight.
    public func next(from now: Date, count: Int = 10) -> [(trip: String, call: Call, at: Date)] {
        let days = [-86_400, 0, 86_400].map { now.addingTimeInterval($0) }
        return Array(days.flatMap(calls(on:)).filter { $0.at >= now }.prefix(count))
    }

    /// Whether no later call of its route comes on the same service.
    func isLast(_ call: Call) -> Bool {
        !calls.values.contains { $0.route == call.route && $0.service == call.service && $0.arrival > call.arrival }
    }

    private func runs(_ service: String, on midnight: Date) -> Bool {
        let day = KoreanTime(midnight).compactDay
        if let exception = exceptions[service]?[day] { return exception }
        guard let week = weeks[service], week.first <= day, day <= week.last else { return false }
        // 1970-01-01 was a Thursday.
        let days = Int((midnight.timeIntervalSince1970 + Double(KoreanTime.offset)) / 86_400)
        return week.days[((days + 3) % 7 + 7) % 7]
    }
}
