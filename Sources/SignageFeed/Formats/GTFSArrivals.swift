import Foundation

/// The next buses at a stop from a GTFS Realtime feed, and from the timetable where the feed knows nothing.
enum GTFSArrivals {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            let predictor = try predictor(bytes, context)
            let arrivals = predictor.predictions() + scheduled(predictor, context)
            let alerts = GTFSNotes(predictor: predictor, stop: context.stopID)
            guard !arrivals.isEmpty || predictor.feed.entities > 0 else { return .empty }
            let issued = predictor.stamp ?? context.receivedAt
            let board = BusBoard(
                stop: context.stopName ?? context.stopID ?? "",
                arrivals: Array(BusOrder.sorted(arrivals.compactMap { arrival($0, issued) }).prefix(200)),
                notes: alerts.texts.isEmpty ? nil : alerts.texts)
            return .read(
                Fact(board, issuedAt: issued, fetchedAt: context.receivedAt), problems(predictor) + alerts.problems)
        } catch {
            return .failed(error)
        }
    }

    /// The feed, guarded: not too large, no web page, nothing required missing.
    static func predictor(_ bytes: [UInt8], _ context: FeedContext) throws(FeedError) -> GTFSPredictor {
        guard bytes.count <= FeedBytes.binaryLimit else { throw FeedError(.tooLarge(limit: FeedBytes.binaryLimit)) }
        guard !bytes.isEmpty else { throw FeedError(.emptyBody) }
        let interest = context.stopID.map {
            GTFSRealtime.Interest(stop: Array($0.utf8), timetable: context.timetable)
        }
        do throws(WireError) {
            return GTFSPredictor(
                feed: try GTFSRealtime(bytes, only: interest), now: context.receivedAt, timetable: context.timetable,
                stop: interest?.stop)
        } catch {
            // A captive portal's page starts like no message.
            throw FeedError(bytes[0] == UInt8(ascii: "<") ? .webPage : .wire(error))
        }
    }

    static func problems(_ predictor: GTFSPredictor) -> [FeedProblem] {
        let stale = predictor.staleTrips > 0 ? [FeedProblem(.staleValue, field: "timestamp")] : []
        let hasGaps = predictor.feed.trips.contains { $0.updates.contains { $0.relationship == .noData } }
        return stale + (hasGaps ? [FeedProblem(.missingValue, field: "stop_time_update")] : [])
    }

    /// Buses that the timetable knows and the feed does not mention.
    private static func scheduled(_ predictor: GTFSPredictor, _ context: FeedContext) -> [GTFSPredictor.Prediction] {
        guard let timetable = context.timetable else { return [] }
        let told = Set(predictor.feed.trips.compactMap { predictor.feed.text($0.tripID) })
        return timetable.next(from: context.receivedAt).filter { !told.contains($0.trip) }.map { trip, call, at in
            GTFSPredictor.Prediction(
                route: call.route, trip: trip, stop: context.stopID, scheduled: at, state: .scheduled,
                headsign: call.headsign, isLast: timetable.isLast(call))
        }
    }

    /// Nil for a bus that has left.
    private static func arrival(_ prediction: GTFSPredictor.Prediction, _ issued: Date) -> BusBoard.Arrival? {
        guard prediction.state != .departed else { return nil }
        let seconds = prediction.expected.map { Int($0.timeIntervalSince(issued).rounded()) }
        return BusBoard.Arrival(
            route: CleanText.line(prediction.route, limit: 20), direction: prediction.headsign,
            seconds: seconds.flatMap { BusOrder.plausibleSeconds.contains($0) ? $0 : nil },
            isLowFloor: prediction.isAccessible, isLast: prediction.isLast, state: prediction.state,
            scheduledAt: prediction.scheduled)
    }
}

/// The operator's words that hold now for a stop.
struct GTFSNotes {
    private(set) var texts: [String] = []
    private(set) var problems: [FeedProblem] = []

    init(predictor: GTFSPredictor, stop: String?) {
        let (feed, now) = (predictor.feed, predictor.now)
        guard !feed.alerts.isEmpty else { return }
        guard let stamp = feed.timestamp, now.timeIntervalSince(stamp) <= GTFSPredictor.alertAge else {
            problems.append(FeedProblem(.staleValue, field: "alert"))
            return
        }
        let stop = stop.map { Array($0.utf8) }
        for alert in feed.alerts where Self.holds(alert, now) && Self.concerns(alert, stop, feed) {
            guard let text = Self.words(alert.headers, feed) ?? Self.words(alert.descriptions, feed),
                !texts.contains(text), texts.count < 20
            else { continue }
            texts.append(text)
        }
    }

    private static func holds(_ alert: GTFSRealtime.ServiceAlert, _ now: Date) -> Bool {
        alert.periods.isEmpty
            || alert.periods.contains { ($0.start ?? .distantPast) <= now && now < ($0.end ?? .distantFuture) }
    }

    /// An alert without stops concerns everybody who waits for one of its routes.
    private static func concerns(_ alert: GTFSRealtime.ServiceAlert, _ stop: [UInt8]?, _ feed: GTFSRealtime) -> Bool {
        guard let stop, !alert.stops.isEmpty else { return true }
        return alert.stops.contains { feed.bytes[$0].elementsEqual(stop) }
    }

    /// Korean before words without a language before any other.
    private static func words(
        _ all: [(language: Range<Int>?, text: Range<Int>)], _ feed: GTFSRealtime
    ) -> String? {
        let korean = all.first { feed.text($0.language)?.lowercased().hasPrefix("ko") == true }
        return feed.text((korean ?? all.first { $0.language == nil } ?? all.first)?.text)
    }
}
