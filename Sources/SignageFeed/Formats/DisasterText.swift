import Foundation

/// 긴급재난문자 of the ministry's record service. It knows no cancel, no expiry and no shape: an end is only words, and words
/// end nothing.
enum DisasterText {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[AlertMessage]>> {
        do throws(FeedError) {
            let document = try FeedDocument(bytes)
            guard case .json(let json) = document, let values = try rows(json) else {
                _ = try PublicDataEnvelope.page(of: document)
                throw FeedError(.unexpectedShape)
            }
            guard !values.isEmpty else { return .empty }
            var problems: [FeedProblem] = []
            var messages: [AlertMessage] = []
            for (index, value) in values.enumerated() {
                guard let message = message(value, index, context, &problems) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                if !messages.contains(where: { $0.reference == message.reference }) { messages.append(message) }
            }
            guard !messages.isEmpty else { throw FeedError(.unexpectedShape) }
            return .read(Fact(messages, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    /// The rows of today's service or of the one it replaced; nil for any other shape.
    private static func rows(_ json: JSONValue) throws(FeedError) -> [JSONValue]? {
        if let parts = json["DisasterMsg"]?.elements { return parts.compactMap { $0["row"]?.elements }.flatMap { $0 } }
        guard let header = json["header"], let code = header["resultCode"]?.text else { return nil }
        switch ServiceCode(code, message: header["resultMsg"]?.text) {
        case .failure(let error): throw error
        case .nothing: return []
        case .success: break
        }
        switch json["body"] {
        case .array(let rows): return rows
        case .null, .string(""), nil: return []
        default: return nil
        }
    }

    private static func message(
        _ value: JSONValue, _ index: Int, _ context: FeedContext, _ problems: inout [FeedProblem]
    ) -> AlertMessage? {
        let text = CleanText.lines((value["MSG_CN"] ?? value["msg"])?.text ?? "", limit: 2_000)
        guard let row = FeedRow(value), let number = Int(row["SN"] ?? row["md101_sn"] ?? ""), number > 0, !text.isEmpty
        else { return nil }
        let written = row["CRT_DT"] ?? row["create_date"]
        let sent = written.flatMap(DateReader.date)
        if sent == nil { problems.append(FeedProblem(.unreadableDate, row: index)) }
        // A message from next year is a mistake or a trick. One from later today shows a wrong clock on either side; the
        // ledger holds it back until then.
        if let sent, sent > context.receivedAt.addingTimeInterval(86_400) { return nil }
        let level = row["EMRG_STEP_NM"].flatMap { levels[$0] }
        // The service that today's replaced knew no levels at all.
        let isOld = row["md101_sn"] != nil
        if level == nil, !isOld { problems.append(FeedProblem(.unknownCode, row: index, field: "EMRG_STEP_NM")) }
        let regions = (row["RCPTN_RGN_NM"] ?? row["location_name"] ?? "").split(separator: ",")
        let info = AlertMessage.Info(
            language: "ko-KR", event: row["DST_SE_NM"] ?? "", severity: level ?? .minor, text: text, effective: sent,
            areas: regions.prefix(300).map { AlertMessage.Area(name: CleanText.line(String($0), limit: 60)) },
            isLevelUnknown: level == nil)
        return AlertMessage(
            reference: .init(sender: "safetydata.go.kr", identifier: "\(number)", sent: sent), infos: [info])
    }

    /// An unknown level counts as the lowest, and is reported.
    private static let levels: [String: AlertMessage.Severity] = [
        "위급재난": .extreme, "위급재난문자": .extreme, "긴급재난": .severe, "긴급재난문자": .severe, "안전안내": .minor, "안전안내문자": .minor,
    ]
}
