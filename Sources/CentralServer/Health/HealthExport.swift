import FitnessMeasure
import Foundation
import GRDB

/// Writes health data into files for those who keep health records. Every export is a line in the access log, with its
/// reason, before anything is read.
struct HealthExport: Sendable {
    let records: HealthRecords
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
        try await records.store.write { [now] db in
            try Self.open(db, person: person)
            try Self.note(.exportPerson, person: person, centre: nil, reason: reason, at: now()).insert(db)
        }
        do {
            let bundle = try await records.bundle(of: person, since: since)
            try Self.write(bundle.bytes, to: file)
            return Count(file: file, readings: bundle.readings, withoutCode: bundle.withoutCode)
        } catch is TooManyReadings {
            throw CommandFailure(
                .badData, "more than \(HealthRecords.mostReadings) readings: choose a later day with --since")
        }
    }

    /// A centre's readings as a table, page by page, with the data dictionary beside it.
    func csv(centre: String, reason: OpeningReason, to folder: String) async throws -> Count {
        let (readings, dictionary) = (folder + "/readings.csv", folder + "/dictionary.csv")
        try await records.store.write { [now] db in
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
        var (count, last): (Int, ExportRow?) = (0, nil)
        while let page = try await records.page(of: .centre(centre), after: last) {
            try file.write(contentsOf: page.bytes)
            (count, last) = (count + page.readings, page.last)
        }
        try file.close()
        return Count(file: readings, readings: count)
    }

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
