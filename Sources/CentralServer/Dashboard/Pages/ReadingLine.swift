import Foundation

/// A reading as a table's row.
struct ReadingLine: Sendable {
    let when: String
    let test: String
    let value: String
    let level: String?
    let reason: String
    let marks: [StateWord]

    /// - Throws: `DecodingError` if the stored row is damaged.
    init(_ row: ReadingRow, at now: Date, subject: LevelSubject? = nil, levels: LevelWords = { _, _ in nil }) throws {
        let values = try row.values()
        when = KoreanTime.spoken(row.takenAt, at: now)
        test = TestWords.test(row.testId)
        value = TestWords.values(values)
        level = subject.flatMap { levels($0, LevelQuestion(testID: row.testId, values: values)) }
        reason = TestWords.unclaimedReason(row.unclaimedReason)
        marks = try Self.marks(row)
    }

    private static func marks(_ row: ReadingRow) throws -> [StateWord] {
        let flags = try row.flags()
        var marks: [StateWord] = row.simulated ? [.simulated] : []
        if flags.contains("entered_by_supporter") { marks.append(.info("손으로 적음")) }
        if flags.contains("from_storage") { marks.append(.quiet("기기에 남은 기록")) }
        if row.clockState == "wrong" { marks.append(.care("때가 정확하지 않음")) }
        return marks.isEmpty ? [.quiet("기기로 잼")] : marks
    }
}
