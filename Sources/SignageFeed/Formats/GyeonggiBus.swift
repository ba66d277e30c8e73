import Foundation

/// Arrivals at a stop in Gyeonggi (`getBusArrivalListv2`). It counts in minutes and gives the time of the question.
enum GyeonggiBus {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            let document = try FeedDocument(bytes)
            guard case .json(let json) = document, let header = json["response"]?["msgHeader"],
                let code = header["resultCode"]?.text
            else {
                _ = try PublicDataEnvelope.page(of: document)
                throw FeedError(.unexpectedShape)
            }
            guard try hasRows(code, header["resultMessage"]?.text) else { return .empty }
            let list = json["response"]?["msgBody"]?["busArrivalList"]
            let rows = (list?.elements ?? list.map { [$0] } ?? []).map { FeedRow($0) }
            guard !rows.isEmpty else { return .empty }
            let problems = rows.indices.filter { rows[$0]?["routeName"] == nil }
                .map { FeedProblem(.unusableRow, row: $0) }
            guard problems.count < rows.count else { throw FeedError(.unexpectedShape) }
            let arrivals = rows.compactMap { $0 }.flatMap { row in ["1", "2"].compactMap { arrival(row, $0) } }
            let board = BusBoard(stop: context.stopName ?? "", arrivals: BusOrder.sorted(arrivals))
            let asked = header["queryTime"]?.text.flatMap(DateReader.date) ?? context.receivedAt
            return .read(Fact(board, issuedAt: asked, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
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

    private static func arrival(_ row: FeedRow, _ place: String) -> BusBoard.Arrival? {
        guard let route = row["routeName"], let minutes = row.integer("predictTime\(place)", in: 0...360) else {
            return nil
        }
        return BusBoard.Arrival(
            route: CleanText.line(route, limit: 20), seconds: minutes * 60,
            stopsBefore: row.integer("locationNo\(place)", in: 0...300), isLowFloor: row["lowPlate\(place)"] == "1")
    }
}
