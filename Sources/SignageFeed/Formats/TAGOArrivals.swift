import Foundation

/// Bus arrivals of TAGO, the national transport exchange. It gives no time of its own, so the moment of receipt counts.
enum TAGOArrivals {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes)) else { return .empty }
            var problems = page.problemsWithMissingRows
            var arrivals: [BusBoard.Arrival] = []
            for (index, row) in page.rows.enumerated() {
                if let arrival = arrival(row) {
                    arrivals.append(arrival)
                } else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                }
            }
            guard !arrivals.isEmpty else { throw FeedError(.unexpectedShape) }
            let stop = page.rows.lazy.compactMap { $0["nodenm"] }.first ?? context.stopName ?? ""
            let board = BusBoard(stop: CleanText.line(stop, limit: 60), arrivals: BusOrder.sorted(arrivals))
            return .read(Fact(board, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    private static func arrival(_ row: FeedRow) -> BusBoard.Arrival? {
        guard let route = row["routeno"], let seconds = row.integer("arrtime", in: BusOrder.plausibleSeconds)
        else { return nil }
        return BusBoard.Arrival(
            route: CleanText.line(route, limit: 20), seconds: seconds,
            stopsBefore: row.integer("arrprevstationcnt", in: 0...300),
            isLowFloor: row["vehicletp"]?.contains("저상") ?? false)
    }
}

/// What all bus sources share.
enum BusOrder {
    /// An estimate beyond six hours is none.
    static let plausibleSeconds = 0...21_600

    /// Soonest first; buses of which only a state is known come last, in the source's order.
    static func sorted(_ arrivals: [BusBoard.Arrival]) -> [BusBoard.Arrival] {
        let keyed = arrivals.enumerated().map { (key: ($1.seconds ?? .max, $0), arrival: $1) }
        return keyed.sorted { $0.key < $1.key }.map(\.arrival)
    }
}
