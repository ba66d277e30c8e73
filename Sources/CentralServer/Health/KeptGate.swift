import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// What a kiosk's gate decided in a visit, as it was told.
struct KeptGate: Equatable, Sendable, Decodable, FetchableRecord {
    var decidedAt: Date
    var battery: String
    var tables: String
    var outcome: String
    var answersJSON: String
    var rulesJSON: String
    var uncheckedJSON: String

    /// - Throws: `DecodingError` if the row is not what the projection writes.
    func rules() throws -> [String] { try CanonicalJSON.decode([String].self, from: Data(rulesJSON.utf8)) }

    /// - Throws: `DecodingError` if the row is not what the projection writes.
    func unchecked() throws -> [String] { try CanonicalJSON.decode([String].self, from: Data(uncheckedJSON.utf8)) }

    /// By question; a word that is no answer is left out.
    /// - Throws: `DecodingError` if the row is not what the projection writes.
    func answers() throws -> [String: ScreeningAnswer] {
        try CanonicalJSON.decode([String: String].self, from: Data(answersJSON.utf8))
            .compactMapValues(ScreeningAnswer.init(wire:))
    }

    /// A day's decisions, the earliest first. A visit has a few; more than `limit` are not somebody's day.
    static func list(_ db: Database, person: String, day: LocalDay, limit: Int = 50) throws -> [KeptGate] {
        try KeptGate.fetchAll(
            db,
            sql: """
                SELECT decidedAt, battery, tables, outcome, answersJSON, rulesJSON, uncheckedJSON FROM gateDecision
                WHERE personId = ? AND decidedAt >= ? AND decidedAt < ? ORDER BY decidedAt LIMIT ?
                """, arguments: [person, day.start, day.adding(days: 1).start, limit])
    }
}

/// A test that was left out, and why.
struct KeptSkip: Equatable, Sendable, Decodable, FetchableRecord {
    var skippedAt: Date
    var testId: String
    var reason: String

    /// Nil for a reason that this office does not know yet.
    var because: SkipReason? { SkipReason(rawValue: reason) }

    /// A day's tests that were left out, each once, by what was said last.
    static func list(_ db: Database, person: String, day: LocalDay, limit: Int = 100) throws -> [KeptSkip] {
        try KeptSkip.fetchAll(
            db,
            sql: """
                SELECT MAX(skippedAt) AS skippedAt, testId, reason FROM skippedTest
                WHERE personId = ? AND skippedAt >= ? AND skippedAt < ? GROUP BY testId ORDER BY 1 LIMIT ?
                """, arguments: [person, day.start, day.adding(days: 1).start, limit])
    }
}
