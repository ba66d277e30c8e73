import Foundation
import GRDB
import Passwords

/// Carries out commands, for the running office and for one that does not run.
public struct OfficeDesk: Sendable {
    let office: Office

    public init(office: Office) { self.office = office }

    /// Does what is asked and answers with JSON.
    public func perform(_ command: OfficeCommand) async throws(CommandFailure) -> Data {
        do {
            return try await answer(to: command)
        } catch {
            throw CommandFailure(explaining: error)
        }
    }

    private func answer(to command: OfficeCommand) async throws -> Data {
        switch command {
        case .enrol(let centre):
            return try Self.json(try await office.enrolment.issueCode(for: centre))
        case .revoke(let device):
            return try Self.json(try await revoke(device))
        case .addUser(let name, let password, let role, let municipality):
            return try Self.json(
                try await accounts.add(name: name, password: password, role: role, municipality: municipality))
        case .setPassword(let name, let password):
            return try Self.json(try await accounts.setPassword(of: name, to: password))
        case .listUsers:
            return try Self.json(try await accounts.list())
        case .loadSeeds(let directory):
            return try Self.json(try await loadSeeds(from: directory))
        case .exportPerson(let person, let since, let reason, let file):
            return try Self.json(
                try await export().fhir(
                    person: person, since: try Self.day(since), reason: try Self.reason(reason), to: file))
        case .exportCentre(let centre, let reason, let folder):
            return try Self.json(
                try await export().csv(centre: centre, reason: try Self.reason(reason), to: folder))
        case .backup(let file):
            return try Self.json(try await Backup(store: office.store).write(to: file))
        }
    }

    private var accounts: Accounts { Accounts(store: office.store, now: office.now) }

    private func export() throws -> HealthExport {
        HealthExport(
            records: HealthRecords(
                store: office.store, tables: try HealthTables(assets: office.settings.assetsDirectory),
                pseudonyms: Pseudonyms(office.identity)), now: office.now)
    }

    private static func reason(_ word: String) throws(CommandFailure) -> OpeningReason {
        guard let reason = OpeningReason(rawValue: word) else {
            let known = OpeningReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.badData, "the reason is one of: \(known)")
        }
        return reason
    }

    private static func day(_ text: String?) throws(CommandFailure) -> Date {
        guard let text else { return .distantPast }
        guard let day = LocalDay(text) else { throw CommandFailure(.badData, "\(text) is no day: yyyy-mm-dd") }
        return day.start
    }

    private func revoke(_ device: String) async throws -> [String: String] {
        let (at, id) = (office.now(), UUID(uuidString: device)?.uuidString ?? device)
        let found = try await office.store.write { db in
            try db.execute(
                sql: "UPDATE kiosk SET revokedAt = COALESCE(revokedAt, ?) WHERE deviceId = ?", arguments: [at, id])
            return db.changesCount == 1
        }
        guard found else { throw CommandFailure(.badData, "no kiosk has the id \(device)") }
        return ["revoked": id]
    }

    private func loadSeeds(from directory: String) async throws -> SeedCount {
        let seeds = try SeedFiles(directory: directory)
        _ = try await SeedLoader(
            store: office.store, calendar: try office.settings.calendar, now: office.now
        ).load(seeds)
        let troubles = try await ContentSeeder(
            store: office.store, press: NewsletterPress(logger: office.logger), now: office.now
        )
        .load(seeds.content, from: directory)
        var count = try await office.store.read { try SeedCount($0) }
        count.withoutPictures = troubles
        try await office.publisher.publishAll()
        return count
    }

    static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }
}

extension CommandFailure {
    /// Puts an error into words.
    public init(explaining error: any Error) {
        switch error {
        case let failure as CommandFailure:
            self = failure
        case EnrolmentError.unknownCentre(let id):
            self.init(.badData, "no centre has the id \(id)")
        case PasswordError.tooShort:
            self.init(.badData, "a password needs \(PasswordHash.shortestPassword) characters")
        case let error as SeedError:
            self.init(.badData, "\(error)")
        case DataDirectoryError.cannotOpen(let file, let code):
            self.init(.unavailable, "\(file) cannot be opened: \(String(cString: strerror(code)))")
        case OfficeStoreError.notDurable(let journal, let synchronous):
            self.init(.unavailable, "the disk does not promise durable commits (\(journal), \(synchronous))")
        case let error as DatabaseError:
            self.init(.failed, "the database said: \(error.message ?? "\(error.resultCode)")")
        default:
            self.init(.failed, "\(error)")
        }
    }
}
