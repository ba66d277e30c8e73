import Foundation

/// The weather office's warning events (`getPwnCd`). They are a log, so the state is what remains after a replay.
enum KMAWarnings {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[WeatherWarning]>> {
        events(bytes, context).map { log in
            // Warnings hold for days; what ages is our knowledge of the log.
            let received = context.receivedAt
            return Fact(WarningLog.state(after: log), issuedAt: received, fetchedAt: received)
        }
    }

    /// The events of one answer, unsorted.
    static func events(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<[WarningLog.Event]> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes)) else { return .empty }
            var problems = page.problemsWithMissingRows
            var events: [WarningLog.Event] = []
            for (index, row) in page.rows.enumerated() {
                guard let event = event(row) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                if !event.isKnown { problems.append(FeedProblem(.unknownCode, row: index)) }
                if context.warningArea.map({ $0 == event.warning.area }) ?? true { events.append(event) }
            }
            guard !events.isEmpty || problems.count < page.rows.count else { throw FeedError(.unexpectedShape) }
            return .read(events, problems)
        } catch {
            return .failed(error)
        }
    }

    private static func event(_ row: FeedRow) -> WarningLog.Event? {
        guard let area = row["areaCode"], let hazard = row.integer("warnVar", in: 0...999),
            let level = row.integer("warnStress", in: 0...99), let command = row.integer("command", in: 0...99),
            let issued = row["tmFc"].flatMap(DateReader.date)
        else { return nil }
        let warning = WeatherWarning(
            area: CleanText.line(area, limit: 20), areaName: CleanText.line(row["areaName"] ?? area, limit: 60),
            hazard: .init(rawValue: hazard), level: .init(rawValue: level), issuedAt: issued,
            startsAt: row["startTime"].flatMap(DateReader.date))
        return WarningLog.Event(
            warning: warning, sequence: row.integer("tmSeq", in: 0...1_000_000) ?? 0,
            command: .init(rawValue: command), isCancelled: row["cancel"] == "1")
    }
}
