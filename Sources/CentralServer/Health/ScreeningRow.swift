import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// Answers to the questions before the tests, of one visit.
struct ScreeningRow: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "screening"

    /// UUID, upper case.
    var id: String
    var personId: String
    var visitId: String
    var askedAt: Date
    /// JSON array of ``SyncWire/ScreeningAnswered/Answer``.
    var answersJSON: String
    var eventId: String?

    /// - Throws: `DecodingError` if the row is not what the projection writes.
    func list() throws -> [ScreeningAnswered.Answer] {
        try CanonicalJSON.decode([ScreeningAnswered.Answer].self, from: Data(answersJSON.utf8))
    }

    /// By question; a word that is no answer is left out.
    func answers() throws -> [String: ScreeningAnswer] {
        let pairs = try list().compactMap { answer in ScreeningAnswer(wire: answer.answer).map { (answer.question, $0) }
        }
        return Dictionary(pairs) { _, last in last }
    }
}

extension ScreeningAnswer {
    /// `yes`, `no`, or points as a number.
    init?(wire text: String) {
        switch text {
        case "yes": self = .yes
        case "no": self = .no
        default:
            guard let points = Int(text), (0...100).contains(points) else { return nil }
            self = .points(points)
        }
    }
}
