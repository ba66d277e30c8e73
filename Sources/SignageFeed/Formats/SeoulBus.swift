import Foundation

/// Arrivals at a stop in Seoul (`getStationByUid`). The text is believed before the number beside it, which is 0 for
/// every state that is no countdown.
enum SeoulBus {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            guard case .xml(let root) = try FeedDocument(bytes) else { throw FeedError(.unexpectedShape) }
            guard root.name == "ServiceResult", let header = root["msgHeader"].map({ FeedRow($0) }) else {
                _ = try PublicDataEnvelope.page(of: .xml(root))
                throw FeedError(.unexpectedShape)
            }
            guard try hasRows(header), let rows = root["msgBody"]?.all("itemList").map({ FeedRow($0) }), !rows.isEmpty
            else { return .empty }
            var problems: [FeedProblem] = []
            var arrivals: [BusBoard.Arrival] = []
            for (index, row) in rows.enumerated() {
                let read = [arrival(row, "1"), arrival(row, "2")].compactMap { $0 }
                if read.isEmpty, row["rtNm"] == nil { problems.append(FeedProblem(.unusableRow, row: index)) }
                arrivals += read
            }
            guard problems.count < rows.count else { throw FeedError(.unexpectedShape) }
            let stop = CleanText.line(rows.lazy.compactMap { $0["stNm"] }.first ?? context.stopName ?? "", limit: 60)
            let board = BusBoard(stop: stop, arrivals: BusOrder.sorted(arrivals))
            return .read(Fact(board, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    /// 0 is success, 4 nothing found, 7 a refused key, whose real reason stands only in the words.
    private static func hasRows(_ header: FeedRow) throws(FeedError) -> Bool {
        let message = header["headerMsg"] ?? ""
        switch header["headerCd"] {
        case "0": return true
        case "4": return false
        case "7":
            let reason = ServiceCode.number(ofMessage: message.replacingOccurrences(of: " ", with: "_")) ?? "7"
            if case .failure(let error) = ServiceCode(reason, message: nil), reason != "7" { throw error }
            throw FeedError(.service("7"), permanent: true)
        case let code?: throw FeedError(.service(String(code.prefix(16))))
        case nil: throw FeedError(.unexpectedShape)
        }
    }

    /// The first or second bus of a route, nil when there is none that comes.
    private static func arrival(_ row: FeedRow, _ place: String) -> BusBoard.Arrival? {
        guard let route = row["rtNm"], let text = row["arrmsg\(place)"] else { return nil }
        let isDue = text.contains("곧 도착") || row["isArrive\(place)"] == "1"
        guard let seconds = isDue ? 0 : countdown(text) else { return nil }
        return BusBoard.Arrival(
            route: CleanText.line(route, limit: 20), direction: row["adirection"], seconds: seconds,
            stopsBefore: stops(text), isLowFloor: row["busType\(place)"] == "1",
            isLast: row["isLast\(place)"] == "1" || text.contains("막차"))
    }

    /// `12분3초후[7번째 전]`, `5분후`, `40초후`.
    private static func countdown(_ text: String) -> Int? {
        guard text.contains("후") else { return nil }
        let minutes = number(in: text, before: "분")
        let seconds = number(in: text, before: "초")
        guard minutes != nil || seconds != nil else { return nil }
        let total = (minutes ?? 0) * 60 + (seconds ?? 0)
        return BusOrder.plausibleSeconds.contains(total) ? total : nil
    }

    private static func stops(_ text: String) -> Int? { number(in: text, before: "번째") }

    private static func number(in text: String, before unit: String) -> Int? {
        guard let range = text.range(of: unit) else { return nil }
        let digits = text[..<range.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.count <= 5 ? Int(String(digits.reversed())) : nil
    }
}
