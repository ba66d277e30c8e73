import Foundation

/// The weather office's warning events (`getPwnCd`). They are a log, so the state is what remains after a replay.
enum KMAWarnings {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[WeatherWarning]>> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes)) else { return .empty }
            var problems = page.problemsWithMissingRows
            var events: [Event] = []
            for (index, row) in page.rows.enumerated() {
                guard let event = Event(row) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                if !event.isKnown { problems.append(FeedProblem(.unknownCode, row: index)) }
                if context.warningArea.map({ $0 == event.warning.area }) ?? true { events.append(event) }
            }
            guard !events.isEmpty || problems.count < page.rows.count else { throw FeedError(.unexpectedShape) }
            // Warnings hold for days; what ages is our knowledge of the log.
            let received = context.receivedAt
            return .read(Fact(replay(events), issuedAt: received, fetchedAt: received), problems)
        } catch {
            return .failed(error)
        }
    }

    /// What is in force after all events, gravest first.
    private static func replay(_ events: [Event]) -> [WeatherWarning] {
        var state: [[String]: WeatherWarning] = [:]
        for event in events.sorted(by: { ($0.warning.issuedAt, $0.sequence) < ($1.warning.issuedAt, $1.sequence) }) {
            let key = [event.warning.area, "\(event.warning.hazard.rawValue)"]
            state[key] = event.isLift ? nil : event.warning
        }
        return state.values.sorted {
            ($1.level.rawValue, $0.area, $0.hazard.rawValue) < ($0.level.rawValue, $1.area, $1.hazard.rawValue)
        }
    }

    private struct Event {
        let warning: WeatherWarning
        let sequence: Int
        /// Command 2 lifts, 8 lifts by a change; a cancelled announcement never was.
        let isLift: Bool
        let isKnown: Bool

        init?(_ row: FeedRow) {
            guard let area = row["areaCode"], let hazard = row.integer("warnVar", in: 0...999),
                let level = row.integer("warnStress", in: 0...99), let command = row.integer("command", in: 0...99),
                let issued = row["tmFc"].flatMap(DateReader.date)
            else { return nil }
            warning = WeatherWarning(
                area: area, areaName: row["areaName"] ?? area, hazard: .init(rawValue: hazard),
                level: .init(rawValue: level), issuedAt: issued, startsAt: row["startTime"].flatMap(DateReader.date))
            sequence = row.integer("tmSeq", in: 0...1_000_000) ?? 0
            isLift = command == 2 || command == 8 || row["cancel"] == "1"
            isKnown = warning.hazard.name != nil && warning.level.name != nil && [1, 2, 3, 6, 7, 8].contains(command)
        }
    }
}
