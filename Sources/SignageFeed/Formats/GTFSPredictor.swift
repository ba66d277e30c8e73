import Foundation

/// Turns the trips of a feed into what passengers may be told: an expected time, a state, or the timetable's word.
///
/// A delay holds downstream until the next update says otherwise; NO_DATA ends it. Nothing is counted down from a trip
/// older than 90 seconds, nor from a fresh feed that carries an old trip (GTFS Realtime's best practices).
struct GTFSPredictor {
    let feed: GTFSRealtime
    let now: Date
    let timetable: GTFSTimetable?
    /// The only stop of interest; all stops when nil.
    var stop: [UInt8]?

    /// Seconds after which a trip is no news, and an alert.
    static let tripAge: TimeInterval = 90
    static let alertAge: TimeInterval = 600

    struct Prediction: Equatable {
        var route: String
        var trip: String?
        var stop: String?
        var expected: Date?
        var scheduled: Date?
        /// Seconds, negative when early.
        var delay: Int?
        var state: BusBoard.Arrival.State?
        var isAccessible = false
        var headsign: String?
        var isLast = false
    }

    func predictions() -> [Prediction] { feed.trips.flatMap(predictions) }

    /// How many trips are too old to be believed.
    var staleTrips: Int { feed.trips.lazy.filter { !$0.relationship.isOff && isStale($0) }.count }

    /// When the believable part of the feed was made.
    var stamp: Date? {
        feed.trips.lazy.filter { !isStale($0) }.compactMap { $0.timestamp ?? feed.timestamp }.min() ?? feed.timestamp
    }

    private func predictions(_ trip: GTFSRealtime.Trip) -> [Prediction] {
        let call = feed.text(trip.tripID).flatMap { id in timetable.flatMap { $0.calls[id] } }
        if trip.relationship.isOff {
            guard stop == nil || call != nil else { return [] }
            return [prediction(trip, nil, call, .cancelled)]
        }
        var told: [Prediction] = []
        var flow = Flow(delay: trip.delay)
        // What holds at the stop when no update names it: the last word before its place in the trip.
        var before = flow
        for update in trip.updates {
            flow.pass(update)
            if let sequence = update.sequence, let call, sequence <= call.sequence { before = flow }
            guard matches(update, call) else { continue }
            told.append(prediction(trip, update, call, flow))
        }
        if told.isEmpty, let call { told.append(prediction(trip, nil, call, before)) }
        return told
    }

    /// A delay on its way down a trip.
    private struct Flow {
        var delay: Int?
        var isUnknown = false

        mutating func pass(_ update: GTFSRealtime.StopUpdate) {
            switch update.relationship {
            case .noData: (delay, isUnknown) = (nil, true)
            case .skipped: break
            case .scheduled, .unscheduled:
                guard let news = update.departure.delay ?? update.arrival.delay else { return }
                (delay, isUnknown) = (news, false)
            }
        }
    }

    private func matches(_ update: GTFSRealtime.StopUpdate, _ call: GTFSTimetable.Call?) -> Bool {
        guard let stop else { return true }
        if let range = update.stopID { return range.count == stop.count && feed.bytes[range].elementsEqual(stop) }
        return call != nil && update.sequence == call?.sequence
    }

    private func prediction(
        _ trip: GTFSRealtime.Trip, _ update: GTFSRealtime.StopUpdate?, _ call: GTFSTimetable.Call?, _ flow: Flow
    ) -> Prediction {
        var result = prediction(trip, update, call, nil)
        if update?.relationship == .skipped {
            result.state = .skipped
            return result
        }
        guard update?.relationship != .noData, !flow.isUnknown else {
            result.state = .noData
            return result
        }
        result.delay = update?.arrival.delay ?? update?.departure.delay ?? flow.delay
        guard !isStale(trip) else {
            result.state = .stale
            return result
        }
        let shifted = result.scheduled.flatMap { at in result.delay.map { at.addingTimeInterval(Double($0)) } }
        result.expected = update?.arrival.expected ?? update?.departure.expected ?? shifted
        result.state = state(result)
        return result
    }

    /// Without an expected time a delay is all that can be said; without both, the timetable.
    private func state(_ prediction: Prediction) -> BusBoard.Arrival.State? {
        if let expected = prediction.expected { return expected < now ? .departed : nil }
        if let delay = prediction.delay { return delay < 0 ? .early : delay > 0 ? .late : .onTime }
        return prediction.scheduled == nil ? .noData : .scheduled
    }

    private func prediction(
        _ trip: GTFSRealtime.Trip, _ update: GTFSRealtime.StopUpdate?, _ call: GTFSTimetable.Call?,
        _ state: BusBoard.Arrival.State?
    ) -> Prediction {
        let day = feed.text(trip.startDate).flatMap(DateReader.date) ?? KoreanTime.midnight(of: now)
        let route = feed.text(trip.routeID)
        return Prediction(
            route: call?.route ?? route.flatMap { timetable?.routes[$0] } ?? route ?? feed.text(trip.tripID) ?? "",
            trip: feed.text(trip.tripID),
            stop: feed.text(update?.stopID) ?? stop.map { String(decoding: $0, as: UTF8.self) },
            scheduled: call.map { day.addingTimeInterval(Double($0.arrival)) } ?? update?.arrival.scheduled,
            state: state, isAccessible: trip.isAccessible, headsign: call?.headsign,
            isLast: call.map { timetable?.isLast($0) ?? false } ?? false)
    }

    private func isStale(_ trip: GTFSRealtime.Trip) -> Bool {
        [trip.timestamp, feed.timestamp].contains { stamp in
            guard let age = stamp.map(now.timeIntervalSince) else { return false }
            // From ahead: one of the two clocks is wrong, and no age can be told.
            return age > Self.tripAge || age < -Freshness.clockTolerance
        } || (trip.timestamp == nil && feed.timestamp == nil)
    }
}
