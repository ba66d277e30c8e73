import Foundation

/// The weather office's village forecast, ultra-short forecast and nowcast: one row for each category and hour. An issue
/// that is not out yet is an error of the passing kind: what was known stays.
enum KMAWeather {
    /// Where a service puts the time and the value of a row.
    enum Kind {
        case forecast, nowcast

        var day: String { self == .forecast ? "fcstDate" : "baseDate" }
        var clock: String { self == .forecast ? "fcstTime" : "baseTime" }
        var value: String { self == .forecast ? "fcstValue" : "obsrValue" }
    }

    static func parse(_ bytes: [UInt8], _ kind: Kind, _ context: FeedContext) -> FeedOutcome<Fact<Weather>> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes), noData: .notIssuedYet) else {
                return .empty
            }
            var problems = page.problemsWithMissingRows
            let rows = page.rows.map { Row($0, kind) }
            problems += rows.indices.filter { rows[$0] == nil }.map { FeedProblem(.unusableRow, row: $0) }
            // An answer with rows of two issues has been mixed on the way; the newer issue counts.
            guard let issued = rows.compactMap(\.?.base).max() else { throw FeedError(.unexpectedShape) }
            var collector = KMACollector()
            for case let row? in rows where row.base == issued && row.isFor(context.grid) { collector.take(row) }
            guard collector.hasAnything else { throw FeedError(.unexpectedShape) }
            let fact = Fact(collector.weather(), issuedAt: issued, fetchedAt: context.receivedAt)
            return .read(fact, problems + collector.problems)
        } catch {
            return .failed(error)
        }
    }

    /// One value of one hour.
    struct Row {
        let category: String
        let base: Date
        let at: Date
        let value: String?
        /// Whole days in Korea from the day to this one.
        let daysAhead: Int
        /// The cell, when the row says it.
        private let cell: (nx: Int, ny: Int)?

        init?(_ row: FeedRow, _ kind: Kind) {
            guard let category = row["category"],
                let base = Self.time(row["baseDate"], row["baseTime"]),
                let at = Self.time(row[kind.day], row[kind.clock])
            else { return nil }
            (self.category, self.base, self.at, value) = (category, base, at, row[kind.value])
            let days = KoreanTime.midnight(of: at).timeIntervalSince(KoreanTime.midnight(of: base)) / 86_400
            guard (-1...15).contains(days) else { return nil }
            daysAhead = Int(days)
            cell = row.integer("nx", in: 0...999).flatMap { nx in
                row.integer("ny", in: 0...999).map { (nx, $0) }
            }
        }

        /// The last forecast day, whose amounts and winds are classes: four days after the issues of 02 to 14 hours,
        /// five after those of 17 to 23 (the weather office's guide, from 2024-11-28).
        var isExtended: Bool { daysAhead >= (KoreanTime(base).hour >= 17 ? 5 : 4) }

        func isFor(_ grid: KMAGrid?) -> Bool {
            guard let grid, let cell else { return true }
            return (grid.nx, grid.ny) == cell
        }

        private static func time(_ day: String?, _ clock: String?) -> Date? {
            guard let day, let clock, day.utf8.count == 8, let date = Int(day), let time = Int(clock) else {
                return nil
            }
            return KoreanTime.date(date / 10_000, date / 100 % 100, date % 100, time / 100, time % 100)
        }
    }
}
