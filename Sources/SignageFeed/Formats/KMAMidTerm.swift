import Foundation

/// The weather office's mid-term forecast, day by day to the tenth: its land part says sky and rain, its temperature part
/// the lowest and highest. One row of numbered fields; the row itself does not say when it was issued.
enum KMAMidTerm {
    /// Day 3 is of the time before the five-day short forecast.
    private static let days = 3...10

    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<Weather>> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes), noData: .notIssuedYet) else {
                return .empty
            }
            let issued = issue(page.rows, context)
            var problems = page.problemsWithMissingRows
            var byDay: [Int: Weather.Day] = [:]
            for row in page.rows {
                for day in days { take(row, day, issued, &byDay, &problems) }
            }
            guard !byDay.isEmpty else { throw FeedError(.unexpectedShape) }
            let weather = Weather(hours: [], days: byDay.values.sorted { $0.date < $1.date })
            return .read(Fact(weather, issuedAt: issued, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }

    private static func issue(_ rows: [FeedRow], _ context: FeedContext) -> Date {
        rows.lazy.compactMap { $0["tmFc"].flatMap(DateReader.date) }.first ?? context.issuedAt
            ?? KMABaseTime.midTerm.latest(at: context.receivedAt)
    }

    private static func take(
        _ row: FeedRow, _ number: Int, _ issued: Date, _ byDay: inout [Int: Weather.Day],
        _ problems: inout [FeedProblem]
    ) {
        let date = KoreanTime.midnight(of: issued).addingTimeInterval(TimeInterval(number) * 86_400)
        var day = byDay[number] ?? Weather.Day(date: date)
        let whole = half(row, "\(number)")
        day.morning = half(row, "\(number)Am") ?? whole ?? day.morning
        day.afternoon = half(row, "\(number)Pm") ?? whole ?? day.afternoon
        // Low and High are the bands of error around these two, not temperatures.
        let (lowest, highest) = (temperature(row, "taMin\(number)"), temperature(row, "taMax\(number)"))
        if let lowest, let highest {
            // Issues of 18:00 leave the fourth day at 0 and 0.
            let isLeftOut = number <= 4 && lowest == 0 && highest == 0
            if lowest > highest {
                problems.append(FeedProblem(.unreadableValue, field: "taMin\(number)"))
            } else if !isLeftOut {
                (day.lowest, day.highest) = (lowest, highest)
            }
        }
        guard day.morning != nil || day.afternoon != nil || day.lowest != nil else { return }
        byDay[number] = day
    }

    private static func temperature(_ row: FeedRow, _ field: String) -> Double? {
        row[field].flatMap { KMACategory.isMissing($0) ? nil : KMACategory.number($0, in: -60...60) }
    }

    private static func half(_ row: FeedRow, _ suffix: String) -> Weather.Day.Half? {
        guard let words = row["wf\(suffix)"] else { return nil }
        return Weather.Day.Half(
            words: CleanText.line(words, limit: 40), sky: sky(words), precipitation: precipitation(words),
            precipitationChance: row.integer("rnSt\(suffix)", in: 0...100))
    }

    private static func sky(_ words: String) -> Weather.Sky? {
        if words.hasPrefix("맑") { return .clear }
        if words.contains("구름많") { return .mostlyCloudy }
        return words.hasPrefix("흐") ? .overcast : nil
    }

    /// `비`, `비/눈`, `눈`, `소나기` after the sky's words.
    private static func precipitation(_ words: String) -> Weather.Precipitation {
        if words.contains("소나기") { return .shower }
        let (rains, snows) = (words.contains("비"), words.contains("눈"))
        return rains ? (snows ? .rainAndSnow : .rain) : (snows ? .snow : .none)
    }
}
