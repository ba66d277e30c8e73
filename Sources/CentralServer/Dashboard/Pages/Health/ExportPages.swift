import FitnessMeasure
import Foundation
import GRDB

/// Health data to take away: the reason is asked, the access log is written, then the file is made (decision 109).
struct ExportPages: Sendable {
    let records: HealthRecords

    private static let csv = "text/csv; charset=utf-8"

    func person(_ visit: Visit) async throws -> Answer {
        let found = try await records.store.write { try OpenedSenior.find($0, visit: visit, act: .viewExport) }
        guard let found else { return try await reason(visit) }
        return Self.page(ExportPage(found, wish: ExportWish(visit.form), today: visit.today))
    }

    func takePerson(_ visit: Visit) async throws -> Answer {
        let wish = ExportWish(visit.form)
        do {
            let (since, because) = (try wish.since(), try wish.because())
            let found = try await records.store.write { db -> OpenedSenior? in
                let found = try OpenedSenior.find(db, visit: visit, act: .exportPerson, because: because)
                if let found, wish.kind == .fhir { try Self.checkRoom(db, person: found.senior.id, since: since) }
                return found
            }
            guard let found else { return try await reason(visit) }
            return try await file(of: found.senior.id, wish.kind, since: since, on: visit.today)
        } catch let problem as ExportProblem {
            return try await again(visit, wish, problem)
        }
    }

    func centre(_ visit: Visit) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        let centre = try await records.store.read { try CentreQuery.head($0, id: id, scope: scope) }
        return Self.page(ExportPage(centre, wish: ExportWish(visit.form), today: visit.today))
    }

    func takeCentre(_ visit: Visit) async throws -> Answer {
        let (id, wish) = (try visit.id(), ExportWish(visit.form))
        let centre = try await records.store.write { db in
            let centre = try CentreQuery.head(db, id: id, scope: visit.scope)
            if let reason = wish.reason {
                try visit.note(.exportCentre, centre: centre.id, reason: reason).insert(db)
            }
            return centre
        }
        guard wish.reason != nil else {
            return Self.page(ExportPage(centre, wish: wish, today: visit.today, problem: .noReason))
        }
        return .download(table(of: .centre(centre.id), on: visit.today))
    }

    /// What the columns of a table mean; nobody's data.
    func dictionary(_ visit: Visit) async throws -> Answer {
        .download(Download(name: "dictionary.csv", mediaType: Self.csv, Data(try ReadingsCSV.dictionary())))
    }
}

extension ExportPages {
    private func file(of person: String, _ kind: ExportPage.Kind, since: Date, on day: LocalDay) async throws -> Answer
    {
        switch kind {
        case .csv: return .download(table(of: .person(person, since: since), on: day))
        case .fhir:
            let bundle = try await records.bundle(of: person, since: since)
            return .download(
                Download(name: "health-record-\(day).json", mediaType: "application/fhir+json", bundle.bytes))
        }
    }

    private enum Place: Sendable {
        case head
        case after(ExportRow?)
    }

    private func table(of subject: HealthRecords.Subject, on day: LocalDay) -> Download {
        Download(name: "readings-\(day).csv", mediaType: Self.csv, from: Place.head) { [records] place in
            guard case .after(let last) = place else { return (Data(try ReadingsCSV([]).bytes()), .after(nil)) }
            return try await records.page(of: subject, after: last).map { ($0.bytes, .after($0.last)) }
        }
    }

    /// In the transaction of the log's line, so that no line is left of what was not taken.
    private static func checkRoom(_ db: Database, person: String, since: Date) throws {
        let count = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM reading WHERE personId = ? AND takenAt >= ?", arguments: [person, since])
        guard count ?? 0 <= HealthRecords.mostReadings else { throw ExportProblem.tooMany }
    }

    /// The form once more, with what was chosen and what is wrong.
    private func again(_ visit: Visit, _ wish: ExportWish, _ problem: ExportProblem) async throws -> Answer {
        let found = try await records.store.write { try OpenedSenior.find($0, visit: visit, act: .viewExport) }
        guard let found else { return try await reason(visit) }
        return Self.page(ExportPage(found, wish: wish, today: visit.today, problem: problem))
    }

    private func reason(_ visit: Visit) async throws -> Answer {
        let id = try visit.id()
        let centre = try await records.store.read { try SeniorQuery.centre($0, of: id, scope: visit.scope) }
        return .page("reason", "까닭", in: .centres, ReasonPage(centre: centre, person: id))
    }

    private static func page(_ page: ExportPage) -> Answer { .page("export", "기록 내려받기", in: .centres, page) }
}
