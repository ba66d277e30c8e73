import Foundation
import GRDB

/// How often a centre was visited, on some days.
struct AttendanceRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
    /// Visits on the chosen day, or in the chosen month.
    var chosen: Int
    /// Visits to compare with: a week before, or different people in the month.
    var other: Int
    /// Visits since the first of the month, or days on which anybody came.
    var third: Int
}

/// Counting visits. One person counts once a day and centre.
enum AttendanceQuery {
    /// Visits per day, every day of the range in its order, 0 where nobody came.
    static func perDay(
        _ db: Database, scope: Scope, centre: String? = nil, from first: LocalDay, through last: LocalDay
    ) throws -> [(day: LocalDay, visits: Int)] {
        let sql = """
            SELECT a.day, COUNT(*) FROM centre c JOIN attendance a ON a.centreId = c.id
            WHERE a.day BETWEEN :first AND :last AND (:centre IS NULL OR c.id = :centre) AND \(Scope.condition)
            GROUP BY a.day
            """
        let rows = try Row.fetchAll(
            db, sql: sql,
            arguments: scope.arguments(["first": first.description, "last": last.description, "centre": centre]))
        let visits = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
        return (0...max(0, last.days(since: first))).map { first.adding(days: $0) }
            .map { ($0, visits[$0.description] ?? 0) }
    }

    /// One page of centres: the day, a week before, the month so far.
    static func onDay(_ db: Database, scope: Scope, day: LocalDay, page: PageNumber) throws -> [AttendanceRow] {
        let sql = """
            SELECT c.id, c.name, IFNULL(SUM(a.day = :day), 0) AS chosen, IFNULL(SUM(a.day = :before), 0) AS other,
                   IFNULL(SUM(a.day >= :month), 0) AS third
            FROM centre c LEFT JOIN attendance a ON a.centreId = c.id AND a.day BETWEEN MIN(:before, :month) AND :day
            WHERE \(Scope.condition) GROUP BY c.id ORDER BY chosen DESC, c.name, c.id LIMIT :limit OFFSET :offset
            """
        return try AttendanceRow.fetchAll(
            db, sql: sql,
            arguments: scope.arguments([
                "day": day.description, "before": day.adding(days: -7).description,
                "month": day.firstOfMonth.description, "limit": PageNumber.rows, "offset": page.offset,
            ]))
    }

    /// One page of centres: visits in the month, different people, days on which anybody came.
    static func inMonth(_ db: Database, scope: Scope, month: LocalDay, page: PageNumber) throws -> [AttendanceRow] {
        let sql = """
            SELECT c.id, c.name, COUNT(a.personId) AS chosen, COUNT(DISTINCT a.personId) AS other,
                   COUNT(DISTINCT a.day) AS third
            FROM centre c LEFT JOIN attendance a ON a.centreId = c.id AND a.day >= :first AND a.day < :next
            WHERE \(Scope.condition) GROUP BY c.id ORDER BY chosen DESC, c.name, c.id LIMIT :limit OFFSET :offset
            """
        return try AttendanceRow.fetchAll(
            db, sql: sql,
            arguments: scope.arguments([
                "first": month.firstOfMonth.description, "next": month.firstOfNextMonth.description,
                "limit": PageNumber.rows, "offset": page.offset,
            ]))
    }
}
