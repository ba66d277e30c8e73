import Foundation

extension FeedReporter {
    /// An item for each bus; seconds only from a fresh estimate, counted from now.
    func busItems(_ fact: Fact<BusBoard>) -> [ReportValue] {
        fact.value.arrivals.map { arrival in
            let left = arrival.remaining(at: now, issuedAt: fact.issuedAt)
            let isStale = arrival.seconds != nil && left == nil
            return Self.bus(
                route: arrival.route, seconds: left, state: isStale ? .stale : arrival.state,
                [
                    "stops_before": .init(arrival.stopsBefore), "low_floor": .bool(arrival.isLowFloor),
                    "last": .bool(arrival.isLast), "direction": .init(arrival.direction), "as_of": .init(fact.issuedAt),
                    "stop": .string(fact.value.stop),
                ])
        }
    }

    /// An item for each stop of each trip that the feed speaks of.
    func predictionItems(_ predictions: [GTFSPredictor.Prediction]) -> [ReportValue] {
        predictions.map { prediction in
            let left = prediction.state == nil ? prediction.expected.map { $0.timeIntervalSince(now) } : nil
            return Self.bus(
                route: prediction.route, seconds: left.map { Int($0.rounded()) }, state: prediction.state,
                [
                    "stops_before": .null, "low_floor": .bool(prediction.isAccessible),
                    "last": .bool(prediction.isLast), "direction": .init(prediction.headsign),
                    "trip": .init(prediction.trip), "stop": .init(prediction.stop), "delay": .init(prediction.delay),
                ])
        }
    }

    private static func bus(
        route: String, seconds: Int?, state: BusBoard.Arrival.State?, _ more: [String: ReportValue]
    ) -> ReportValue {
        let own: [String: ReportValue] = [
            "route": .string(route), "seconds": .init(seconds), "state": .init(state?.rawValue),
        ]
        return .object(more.merging(own) { $1 })
    }
}
