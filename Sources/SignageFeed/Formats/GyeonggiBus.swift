import Foundation

/// Arrivals at a stop in Gyeonggi (`getBusArrivalListv2`). It counts in minutes and gives the time of the question.
enum GyeonggiBus {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            guard let answer = try answer(FeedDocument(bytes)) else { return .empty }
            let rows = answer.rows
            guard !rows.isEmpty else { return .empty }
            let problems = rows.indices.filter { rows[$0]?["routeName"] == nil }
                .map { FeedProblem(.unusableRow, row: $0) }
            guard problems.count < rows.count else { throw FeedError(.unexpectedShape) }
            let board = BusBoard(
                stop: context.stopName ?? "", arrivals: BusOrder.sorted(rows.compactMap { $0 }.flatMap(arrivals)))
            let asked = answer.header["queryTime"].flatMap(DateReader.date) ?? context.receivedAt
            return .read(Fact(board, issuedAt: asked, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    /// Header and rows of either notation, nil when the service found nothing.
    private static func answer(_ document: FeedDocument) throws(FeedError) -> (header: FeedRow, rows: [FeedRow?])? {
        let header: FeedRow?
        let rows: [FeedRow?]
        switch document {
        case .json(let json):
            header = json["response"]?["msgHeader"].flatMap { FeedRow($0) }
            let list = json["response"]?["msgBody"]?["busArrivalList"]
            rows = (list?.elements ?? list.map { [$0] } ?? []).map { FeedRow($0) }
        case .xml(let root):
            header = root.name == "response" ? root["msgHeader"].map { FeedRow($0) } : nil
            rows = root["msgBody"]?.all("busArrivalList").map { FeedRow($0) } ?? []
        }
        guard let header, let code = header["resultCode"] else {
            _ = try PublicDataEnvelope.page(of: document)
            throw FeedError(.unexpectedShape)
        }
        return try hasRows(code, header["resultMessage"]) ? (header, rows) : nil
    }

    /// Its own codes: 0 success, 4 nothing found; the gateway's numbers are the portal's.
    private static func hasRows(_ code: String, _ message: String?) throws(FeedError) -> Bool {
        if code == "4" { return false }
        switch ServiceCode(code, message: message) {
        case .success: return true
        case .nothing: return false
        case .failure(let error): throw error
        }
    }

    /// Both buses of a route, or its state when none of them is on the way.
    private static func arrivals(_ row: FeedRow) -> [BusBoard.Arrival] {
        guard let route = row["routeName"].map({ CleanText.line($0, limit: 20) }) else { return [] }
        let direction = row["routeDestName"].map { CleanText.line($0, limit: 40) }
        // STOP: the day's service is over. WAIT: the bus stands at the turning point, and its minutes mean nothing.
        if let state: BusBoard.Arrival.State = ["STOP": .ended, "WAIT": .turning][row["flag"]?.uppercased() ?? ""] {
            return [BusBoard.Arrival(route: route, direction: direction, seconds: nil, state: state)]
        }
        return ["1", "2"].compactMap { place in
            row.integer("predictTime\(place)", in: 0...360).map { minutes in
                BusBoard.Arrival(
                    route: route, direction: direction, seconds: minutes * 60,
                    stopsBefore: row.integer("locationNo\(place)", in: 0...300),
                    isLowFloor: row["lowPlate\(place)"] == "1")
            }
        }
    }
}
