import Foundation

/// Hourly values of one AirKorea station, newest first. The newest hour counts, even when a value of it is missing:
/// an older hour's number would pass for now.
enum AirKorea {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<AirQuality>> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes)) else { return .empty }
            var problems = page.problems
            var newest: AirQuality?
            for (index, row) in page.rows.enumerated() {
                guard let quality = quality(row, context) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                if newest.map({ $0.measuredAt < quality.measuredAt }) ?? true { newest = quality }
            }
            guard let newest else { throw FeedError(.unexpectedShape) }
            if newest.pm10.value == nil { problems.append(FeedProblem(.missingValue, field: "pm10Value")) }
            if newest.pm25.value == nil { problems.append(FeedProblem(.missingValue, field: "pm25Value")) }
            let fact = Fact(newest, issuedAt: newest.measuredAt, fetchedAt: context.receivedAt)
            return .read(fact, problems)
        } catch {
            return .failed(error)
        }
    }

    /// Nil when the hour cannot be read, lies ahead, or when nothing in the row is believable.
    private static func quality(
        _ row: FeedRow, _ context: FeedContext
    ) -> AirQuality? {
        guard let time = row["dataTime"].flatMap(DateReader.date),
            time <= context.receivedAt.addingTimeInterval(3_600)
        else { return nil }
        guard let pm10 = dust(row, "pm10", limit: 2_000), let pm25 = dust(row, "pm25", limit: 1_000) else { return nil }
        return AirQuality(
            station: row["stationName"] ?? context.station, pm10: pm10, pm25: pm25, measuredAt: time)
    }

    /// Nil when a value is given that cannot be true; no value is no contradiction.
    private static func dust(_ row: FeedRow, _ name: String, limit: Int) -> AirQuality.Dust? {
        let fault = row["\(name)Flag"]
        let written = row["\(name)Value"].flatMap { $0 == "-" ? nil : $0 }
        let value = row.integer("\(name)Value", in: 0...limit)
        if written != nil, value == nil { return nil }
        let gradeText = row["\(name)Grade1h"] ?? row["\(name)Grade"]
        let grade = gradeText.flatMap { Int($0) }.flatMap(AirQuality.Grade.init)
        if let gradeText, gradeText != "-", grade == nil { return nil }
        guard fault == nil, value != nil else { return AirQuality.Dust(fault: fault) }
        return AirQuality.Dust(value: value, grade: grade)
    }
}
