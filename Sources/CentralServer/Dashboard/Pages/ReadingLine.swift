import Foundation

/// A reading as a table's row.
struct ReadingLine: Sendable {
    let when: String
    let test: String
    let value: String
    let level: String?
    let reason: String
    /// Side, protocol, and who found its owner, where there is something to say.
    let how: String?
    let marks: [StateWord]

    /// - Throws: `DecodingError` if the stored row is damaged.
    init(_ row: ReadingRow, at now: Date, subject: LevelSubject? = nil, levels: LevelWords = { _, _ in nil }) throws {
        let values = try row.values()
        when = KoreanTime.spoken(row.takenAt, at: now)
        test = TestWords.test(row.testId)
        value = TestWords.values(values)
        level = subject.flatMap { levels($0, LevelQuestion(testID: row.testId, values: values)) }
        reason = TestWords.unclaimedReason(row.unclaimedReason)
        let origin = try ReadingOrigin(row)
        how = OriginWords.details(origin)
        marks = [OriginWords.source(origin)] + OriginWords.marks(origin)
    }
}
