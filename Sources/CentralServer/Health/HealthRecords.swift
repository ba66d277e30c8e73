import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// Health data as it leaves the house, under pseudonyms. Whoever asks has written the line of the access log already.
struct HealthRecords: Sendable {
    /// Readings in one bundle: some years of a busy person.
    static let mostReadings = 5000
    /// Readings that are in memory at once while a table is written.
    static let rowsAtOnce = 500

    let store: OfficeStore
    let tables: HealthTables
    let pseudonyms: Pseudonyms

    /// Whose readings go into a table.
    enum Subject: Equatable, Sendable {
        case person(String, since: Date)
        case centre(String)
    }

    /// A piece of a table.
    struct Page: Sendable {
        let bytes: Data
        let readings: Int
        let last: ExportRow
    }

    /// One person as a FHIR R4 transaction.
    struct Bundle: Sendable {
        let bytes: Data
        let readings: Int
        /// Readings of a quantity for which no code is known; they are left out.
        let withoutCode: Int
    }

    /// Readings since an instant, answers before the tests, plans.
    /// - Throws: ``TooManyReadings``; what the database says.
    func bundle(of person: String, since: Date) async throws -> Bundle {
        let (rows, screenings, plans) = try await store.read { db in
            (
                try ExportRow.list(db, person: person, since: since, limit: Self.mostReadings + 1),
                try ScreeningRow.filter(Column("personId") == person).order(Column("askedAt")).fetchAll(db),
                try [StoredPlan.underWay(db, person: person)].compactMap { $0 }
                    + StoredPlan.ended(db, person: person, limit: 100)
            )
        }
        guard rows.count <= Self.mostReadings else { throw TooManyReadings() }
        var (bundle, withoutCode) = (FHIRBundle(), 0)
        for row in rows {
            do throws(InterchangeError) {
                try bundle.add(try record(row), by: tables.codes, through: row.gateway)
            } catch { withoutCode += 1 }
        }
        let subject = pseudonyms.person(person)
        for row in screenings { if let answers = try answers(row, subject) { bundle.add(answers) } }
        for stored in plans {
            if let plan = tables.plans.fhir(stored.plan, of: subject, .korean, zone: Self.zone) { bundle.add(plan) }
        }
        return Bundle(
            bytes: Data(bundle.json.utf8), readings: rows.count - withoutCode, withoutCode: withoutCode)
    }

    /// The rows of a table after a reading, without its head; nil at the end.
    /// - Throws: `DecodingError` or ``DamagedReading`` if a row is not what the projection writes.
    func page(of subject: Subject, after last: ExportRow?) async throws -> Page? {
        let rows = try await store.read { db in
            switch subject {
            case .person(let person, let since):
                try ExportRow.list(db, person: person, since: since, after: last, limit: Self.rowsAtOnce)
            case .centre(let centre):
                try ExportRow.page(db, centre: centre, after: last?.reading.id ?? "", limit: Self.rowsAtOnce)
            }
        }
        guard let end = rows.last else { return nil }
        let records = try rows.map { try $0.record(by: pseudonyms) }
        return Page(bytes: Data(try ReadingsCSV(records).moreBytes()), readings: rows.count, last: end)
    }

    /// A row that the projection wrote; a damaged one is as good as one without a code.
    private func record(_ row: ExportRow) throws(InterchangeError) -> MeasuredRecord {
        do { return try row.record(by: pseudonyms) } catch {
            throw .noCode(QuantityKind(rawValue: "damaged"), FitnessTestID(rawValue: row.reading.testId))
        }
    }

    private func answers(_ row: ScreeningRow, _ subject: Pseudonym) throws -> FHIRAnswers? {
        guard let id = UUID(uuidString: row.id) else { return nil }
        let questions = tables.newest.questions.asked
        return FHIRAnswers(
            id: id, subject: subject, questionnaire: "screening", at: FHIRMoment(row.askedAt, zone: Self.zone),
            answers: try row.list().map { answer in
                let words = questions.first { $0.id == answer.question }?.words[.korean] ?? answer.question
                let value: FHIRAnswers.Value? =
                    switch ScreeningAnswer(wire: answer.answer) {
                    case .yes: .yesNo(true)
                    case .no: .yesNo(false)
                    case .points(let points): .number(DecimalValue(mantissa: Int64(points)))
                    case nil: nil
                    }
                return .init(id: answer.question, question: words, value: value)
            })
    }

    private static let zone = KoreanTime.zone.secondsFromGMT() / 60
}

/// A person has more readings than one bundle holds.
struct TooManyReadings: Error {}
