import Foundation
import GRDB

/// What the first page counts, beside the fleet.
struct TodayCounts: Equatable, Sendable {
    let centres: Int
    let attendance: Int
    let attendanceWeekBefore: Int
    let readings: Int
    let unclaimed: Int
    let week: [LocalDay: Int]
}

enum TodayQuery {
    static func counts(_ db: Database, scope: Scope, today: LocalDay) throws -> TodayCounts {
        let days = try AttendanceQuery.perDay(db, scope: scope, from: today.adding(days: -7), through: today)
        let visits = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.visits) })
        return TodayCounts(
            centres: try CentreQuery.count(db, scope: scope), attendance: visits[today] ?? 0,
            attendanceWeekBefore: visits[today.adding(days: -7)] ?? 0,
            readings: try readings(db, scope: scope, since: today.start), unclaimed: try unclaimed(db, scope: scope),
            week: visits)
    }

    private static func readings(_ db: Database, scope: Scope, since: Date) throws -> Int {
        let sql = """
            SELECT COUNT(*) FROM reading r JOIN centre c ON c.id = r.centreId
            WHERE r.takenAt >= :since AND \(Scope.condition)
            """
        return try Int.fetchOne(db, sql: sql, arguments: scope.arguments(["since": since])) ?? 0
    }

    private static func unclaimed(_ db: Database, scope: Scope) throws -> Int {
        let sql = """
            SELECT COUNT(*) FROM centre c JOIN reading r ON r.centreId = c.id
            WHERE r.personId IS NULL AND \(Scope.condition)
            """
        return try Int.fetchOne(db, sql: sql, arguments: scope.arguments()) ?? 0
    }
}
