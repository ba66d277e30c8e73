import FitnessMeasure
import Foundation
import GRDB

/// What is stored of a person's health. Whoever asks has written the line of the access log already.
enum HealthQuery {
    /// Values that make no battery by themselves: the gate's, and the body's.
    private static let beside = ["blood_pressure", "weight", "height", "spo2", "body_temperature", "waist"]
    private static let besideSQL = beside.map { "'\($0)'" }.joined(separator: ", ")
    /// A reading's day in Korea.
    private static let daySQL = "date(takenAt, '+9 hours')"

    /// Days on which a battery or a part of one was done, the newest first.
    static func days(_ db: Database, person: String, limit: Int) throws -> [LocalDay] {
        let sql = """
            SELECT DISTINCT \(daySQL) AS day FROM reading WHERE personId = ? AND testId NOT IN (\(besideSQL))
            ORDER BY day DESC LIMIT ?
            """
        return try String.fetchAll(db, sql: sql, arguments: [person, limit]).compactMap(LocalDay.init)
    }

    static func battery(_ db: Database, person: String, day: LocalDay) throws -> BatteryDay {
        BatteryDay(
            day: day,
            readings: try readings(
                db, person, "takenAt >= ? AND takenAt < ?", [day.start, day.adding(days: 1).start]),
            earlierBody: try readings(
                db, person, "takenAt >= ? AND takenAt < ? AND testId IN ('weight', 'height')",
                [day.adding(days: -BatteryDay.daysOfBodyMeasures).start, day.start]),
            answers: try answers(db, person: person, day: day),
            gates: try KeptGate.list(db, person: person, day: day),
            skips: try KeptSkip.list(db, person: person, day: day))
    }

    /// At most a day of a very busy person; one more is not a battery.
    private static let mostReadings = 500

    private static func readings(
        _ db: Database, _ person: String, _ condition: String, _ arguments: StatementArguments
    ) throws -> [ReadingRow] {
        try ReadingRow.fetchAll(
            db,
            sql: "\(ReadingQuery.columns) WHERE personId = ? AND \(condition) ORDER BY takenAt LIMIT \(mostReadings)",
            arguments: [person] + arguments)
    }

    /// The answers of the day's last questions.
    private static func answers(
        _ db: Database, person: String, day: LocalDay
    ) throws -> [String: ScreeningAnswer] {
        let sql = """
            SELECT * FROM screening WHERE personId = ? AND askedAt >= ? AND askedAt < ? ORDER BY askedAt DESC LIMIT 1
            """
        let row = try ScreeningRow.fetchOne(
            db, sql: sql, arguments: [person, day.start, day.adding(days: 1).start])
        return try row?.answers() ?? [:]
    }

    /// The set of tables by which a day was evaluated when staff first saw it: the newest one of that time.
    static func evaluatedBy(_ db: Database, person: String, day: LocalDay, newest: String, now: Date) throws -> String {
        try db.execute(
            sql: "INSERT INTO evaluation (personId, day, tables, madeAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [person, day.description, newest, now])
        return try String.fetchOne(
            db, sql: "SELECT tables FROM evaluation WHERE personId = ? AND day = ?",
            arguments: [person, day.description]) ?? newest
    }
}
