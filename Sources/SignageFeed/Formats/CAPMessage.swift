import Foundation

/// One message of the Common Alerting Protocol, 1.1 or 1.2 (the Korean broadcasting standard builds on 1.1).
enum CAPMessage {
    /// More than any sender puts into one file.
    private static let messageLimit = 200

    /// Reads one message, or those that a feed or another envelope holds.
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[AlertMessage]>> {
        do throws(FeedError) {
            guard case .xml(let root) = try FeedDocument(bytes) else { throw FeedError(.unexpectedShape) }
            var problems: [FeedProblem] = []
            var messages: [AlertMessage] = []
            for (index, element) in alerts(in: root).enumerated() {
                guard let message = message(element, &problems) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                if message.infos.isEmpty, message.kind == .alert || message.kind == .update {
                    problems.append(FeedProblem(.missingValue, row: index, field: "info"))
                }
                messages.append(message)
            }
            guard let newest = messages.compactMap(\.reference.sent).max() else {
                // A feed of alerts without any is good news; a broken message is none.
                if root.name == "feed", problems.isEmpty { return .empty }
                throw FeedError(.unexpectedShape)
            }
            return .read(Fact(messages, issuedAt: newest, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    private static func alerts(in root: SafeXML.Element) -> [SafeXML.Element] {
        if root.name == "alert" { return [root] }
        let found = root.descendants("cap:alert", limit: messageLimit)
        return found.isEmpty ? root.descendants("alert", limit: messageLimit) : found.map(\.withoutPrefixes)
    }

    /// Nil when a mandatory element is absent or says nothing known.
    private static func message(_ root: SafeXML.Element, _ problems: inout [FeedProblem]) -> AlertMessage? {
        let row = FeedRow(root)
        guard let sender = row["sender"], let identifier = row["identifier"],
            let sent = row["sent"].flatMap(DateReader.date),
            let status = row["status"].flatMap({ AlertMessage.Status(rawValue: $0.lowercased()) }),
            let kind = row["msgType"].flatMap({ kinds[$0.lowercased()] }), let scope = row["scope"]
        else { return nil }
        var infos: [AlertMessage.Info] = []
        for (index, element) in root.all("info").enumerated() {
            guard let info = info(element, sent) else {
                problems.append(FeedProblem(.unusableRow, row: index, field: "info"))
                continue
            }
            infos.append(info)
        }
        return AlertMessage(
            reference: .init(sender: sender, identifier: identifier, sent: sent), status: status, kind: kind,
            isPublic: scope.lowercased() == "public", references: references(row["references"] ?? ""), infos: infos)
    }

    private static func info(_ element: SafeXML.Element, _ sent: Date) -> AlertMessage.Info? {
        let row = FeedRow(element)
        guard let event = row["event"] else { return nil }
        let isOver = element.all("responseType").contains { CleanText.line($0.text) == "AllClear" }
        func lines(_ name: String) -> String? { element[name].map { CleanText.lines($0.text, limit: 2_000) } }
        return AlertMessage.Info(
            language: row["language"] ?? "en-US", event: CleanText.line(event, limit: 100),
            severity: row["severity"].flatMap { severities[$0.lowercased()] } ?? .unknown,
            isCalm: isOver || row["urgency"] == "Past", senderName: row["senderName"],
            headline: row["headline"].map { CleanText.line($0) }, text: lines("description") ?? "",
            instruction: lines("instruction"), effective: row["effective"].flatMap(DateReader.date) ?? sent,
            onset: row["onset"].flatMap(DateReader.date), expires: row["expires"].flatMap(DateReader.date),
            areas: element.all("area").map(area), urgency: row["urgency"].map { CleanText.line($0, limit: 20) },
            certainty: row["certainty"].map { CleanText.line($0, limit: 20) })
    }

    private static func area(_ element: SafeXML.Element) -> AlertMessage.Area {
        let codes = element.all("geocode").compactMap { $0["value"].map { CleanText.line($0.text, limit: 40) } }
        let polygons = element.all("polygon").map { polygon($0.text) }
        let circles = element.all("circle").map { circle($0.text) }
        return AlertMessage.Area(
            name: element["areaDesc"].map { CleanText.line($0.text) } ?? "", codes: codes,
            polygons: polygons.compactMap { $0 }, circles: circles.compactMap { $0 },
            hasBrokenShape: polygons.contains { $0 == nil } || circles.contains { $0 == nil })
    }

    /// `lat,lon lat,lon …`, at least four points, the last as the first.
    private static func polygon(_ text: String) -> [AlertMessage.Point]? {
        let points = text.split { $0.isWhitespace }.map { point($0) }
        let known = points.compactMap { $0 }
        guard (4...20_000).contains(known.count), known.count == points.count, known.first == known.last else {
            return nil
        }
        return known
    }

    /// `lat,lon radius`
    private static func circle(_ text: String) -> AlertMessage.Circle? {
        let parts = text.split { $0.isWhitespace }
        guard parts.count == 2, let centre = point(parts[0]), let radius = Double(parts[1]),
            (0...20_000).contains(radius)
        else { return nil }
        return AlertMessage.Circle(centre: centre, radius: radius)
    }

    private static func point(_ text: Substring) -> AlertMessage.Point? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return nil }
        return AlertMessage.Point(latitude: latitude, longitude: longitude)
    }

    /// `sender,identifier,sent`, separated by blanks.
    private static func references(_ text: String) -> [AlertMessage.Reference] {
        text.split { $0.isWhitespace }.prefix(500).compactMap { triple in
            let parts = triple.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 3, let sent = DateReader.date(String(parts[2])) else { return nil }
            return AlertMessage.Reference(sender: String(parts[0]), identifier: String(parts[1]), sent: sent)
        }
    }

    private static let kinds: [String: AlertMessage.Kind] = [
        "alert": .alert, "update": .update, "cancel": .cancel, "ack": .acknowledgement, "error": .error,
    ]
    private static let severities: [String: AlertMessage.Severity] = [
        "extreme": .extreme, "severe": .severe, "moderate": .moderate, "minor": .minor,
    ]
}

extension SafeXML.Element {
    /// The same tree under bare names, for messages inside of somebody else's document.
    fileprivate var withoutPrefixes: SafeXML.Element {
        var bare = self
        bare.name = String(name.split(separator: ":").last ?? "")
        bare.nodes = nodes.map { node in
            guard case .element(let child) = node else { return node }
            return .element(child.withoutPrefixes)
        }
        return bare
    }
}
