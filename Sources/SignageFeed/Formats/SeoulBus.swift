import Foundation

/// Arrivals at a stop in Seoul (`getStationByUid`). The text is believed before the number beside it, which is 0 for
/// every state that is no countdown.
enum SeoulBus {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<BusBoard>> {
        do throws(FeedError) {
            guard let rows = try rows(FeedDocument(bytes)), !rows.isEmpty else { return .empty }
            var problems: [FeedProblem] = []
            var arrivals: [BusBoard.Arrival] = []
            for (index, row) in rows.enumerated() {
                guard let row, let first = arrival(row, "1") else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                // A second bus that does not come is no news.
                arrivals += [first] + [arrival(row, "2")].compactMap { $0?.seconds == nil ? nil : $0 }
            }
            guard problems.count < rows.count else { throw FeedError(.unexpectedShape) }
            let named = rows.lazy.compactMap { $0?["stNm"] }.first
            let board = BusBoard(
                stop: CleanText.line(named ?? context.stopName ?? "", limit: 60), arrivals: BusOrder.sorted(arrivals))
            return .read(Fact(board, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    /// The rows of either notation, nil when the service found nothing.
    private static func rows(_ document: FeedDocument) throws(FeedError) -> [FeedRow?]? {
        switch document {
        case .xml(let root):
            guard root.name == "ServiceResult", let header = root["msgHeader"].map({ FeedRow($0) }) else {
                _ = try PublicDataEnvelope.page(of: document)
                throw FeedError(.unexpectedShape)
            }
            return try hasRows(header) ? root["msgBody"]?.all("itemList").map { FeedRow($0) } : nil
        case .json(let json):
            guard let header = json["msgHeader"].flatMap({ FeedRow($0) }) else {
                _ = try PublicDataEnvelope.page(of: document)
                throw FeedError(.unexpectedShape)
            }
            guard try hasRows(header), let list = json["msgBody"]?["itemList"] else { return nil }
            return list == .null ? nil : (list.elements ?? [list]).map { FeedRow($0) }
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

    /// The first or second bus of a route, nil when the row does not speak of it.
    private static func arrival(_ row: FeedRow, _ place: String) -> BusBoard.Arrival? {
        guard let route = row["rtNm"] ?? row["busRouteAbrv"], let text = row["arrmsg\(place)"] else { return nil }
        let isDue = text.contains("곧 도착") || text.contains("곧도착") || row["isArrive\(place)"] == "1"
        let seconds = isDue ? 0 : countdown(text)
        return BusBoard.Arrival(
            route: CleanText.line(route, limit: 20), direction: row["adirection"].map { CleanText.line($0, limit: 40) },
            seconds: seconds, stopsBefore: stops(text), isLowFloor: row["busType\(place)"] == "1",
            isLast: row["isLast\(place)"] == "1" || text.contains("막차"),
            state: isDue ? .due : seconds == nil ? state(text) : nil)
    }

    private static func state(_ text: String) -> BusBoard.Arrival.State {
        let words: [(String, BusBoard.Arrival.State)] = [
            ("출발대기", .waiting), ("운행대기", .waiting), ("운행종료", .ended), ("회차", .turning), ("차고지", .garage),
            ("우회", .detour),
        ]
        let plain = text.filter { !$0.isWhitespace }
        return words.first { plain.contains($0.0) }?.1 ?? .init(rawValue: CleanText.line(text, limit: 40))
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
