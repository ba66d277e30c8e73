import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// Writes health data into files for those who keep health records. Every export is a line in the access log, with its
/// reason, in the transaction that reads the data.
struct HealthExport: Sendable {
    /// Readings in one bundle: some years of a busy person.
    static let mostReadings = 5000
    /// Readings that are in memory at once while a centre is written.
    static let rowsAtOnce = 500

    let store: OfficeStore
    let tables: HealthTables
    let pseudonyms: Pseudonyms
    let now: @Sendable () -> Date

    /// What was written.
    struct Count: Codable, Equatable, Sendable {
        var file: String
        var readings: Int
        /// Readings of a quantity for which no code is known; they are not in a bundle.
        var withoutCode = 0
    }

    /// One person as a FHIR R4 transaction: readings, answers before the tests, plans.
    func fhir(person: String, since: Date, reason: OpeningReason, to file: String) async throws -> Count {
        let person = UUID(uuidString: person)?.uuidString ?? person
        let found = try await store.write { [now] db in
            try Self.open(db, person: person)
            try Self.note(.exportPerson, person: person, centre: nil, reason: reason, at: now()).insert(db)
            return (
                try ExportRow.list(db, person: person, since: since, limit: Self.mostReadings + 1),
                try ScreeningRow.filter(Column("personId") == person).order(Column("askedAt")).fetchAll(db),
                try [StoredPlan.underWay(db, person: person)].compactMap { $0 }
                    + StoredPlan.ended(db, person: person, limit: 100)
            )
        }
        guard found.0.count <= Self.mostReadings else {
            throw CommandFailure(.badData, "more than \(Self.mostReadings) readings: choose a later day with --since")
        }
        var (bundle, withoutCode) = (FHIRBundle(), 0)
        for row in found.0 {
            do throws(InterchangeError) {
                try bundle.add(try record(row), by: tables.codes, through: row.gateway)
            } catch { withoutCode += 1 }
        }
        let subject = pseudonyms.person(person)
        for row in found.1 { if let answers = try answers(row, subject) { bundle.add(answers) } }
        for stored in found.2 {
            if let plan = tables.plans.fhir(stored.plan, of: subject, .korean, zone: Self.zone) { bundle.add(plan) }
        }
        try Self.write(Data(bundle.json.utf8), to: file)
        return Count(file: file, readings: found.0.count - withoutCode, withoutCode: withoutCode)
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

    /// A centre's readings as a table, page by page, with the data dictionary beside it.
    func csv(centre: String, reason: OpeningReason, to folder: String) async throws -> Count {
        let (readings, dictionary) = (folder + "/readings.csv", folder + "/dictionary.csv")
        try await store.write { [now] db in
            guard try Centre.exists(db, key: centre) else {
                throw CommandFailure(.badData, "no centre has the id \(centre)")
            }
            try Self.note(.exportCentre, person: nil, centre: centre, reason: reason, at: now()).insert(db)
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.write(Data(try ReadingsCSV.dictionary()), to: dictionary)
        try Self.write(Data(try ReadingsCSV([]).bytes()), to: readings)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: readings))
        try file.seekToEnd()
        var (count, last) = (0, "")
        while true {
            let after = last
            let rows = try await store.read {
                try ExportRow.page($0, centre: centre, after: after, limit: Self.rowsAtOnce)
            }
            guard let end = rows.last else { break }
            let records = try rows.map { try $0.record(by: pseudonyms) }
            try file.write(contentsOf: Data(try ReadingsCSV(records).moreBytes()))
            (count, last) = (count + rows.count, end.reading.id)
        }
        try file.close()
        return Count(file: readings, readings: count)
    }

    private static let zone = KoreanTime.zone.secondsFromGMT() / 60

    private static func open(_ db: Database, person: String) throws {
        guard let found = try Person.fetchOne(db, key: person) else {
            throw CommandFailure(.badData, "no person has the id \(person)")
        }
        guard found.healthConsent else {
            throw CommandFailure(.badData, "this person does not consent to health data")
        }
    }

    /// Whoever reaches the office's own machine; the log has no account for them.
    private static func note(
        _ act: AccessAct, person: String?, centre: String?, reason: OpeningReason, at now: Date
    ) -> AccessNote {
        AccessNote(
            act: act, userID: "operator", address: "local", at: now, personID: person, centreID: centre,
            reason: reason)
    }

    /// Never over a file that is there; readable by its owner alone.
    private static func write(_ bytes: Data, to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(.badData, "\(path) exists already")
        }
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure(.unavailable, "\(path) cannot be written") }
    }
}
