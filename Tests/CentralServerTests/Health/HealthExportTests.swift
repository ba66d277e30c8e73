import FitnessMeasure
import Foundation
import GRDB
import SyncWire
import Testing

@testable import CentralServer

@Suite struct HealthExportTests {
    private static func export(_ office: DashboardOffice) async throws -> HealthExport {
        let identity = try await ServerIdentity.loadOrMake(in: office.store)
        return HealthExport(
            records: HealthRecords(
                store: office.store, tables: try DashboardOffice.health.get(), pseudonyms: Pseudonyms(identity)),
            now: { office.clock.now })
    }

    /// A path at which nothing is, and what is there afterwards.
    private static func inFolder(_ test: (String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "export-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do { try await test(folder) } catch {
            try FileManager.default.removeItem(atPath: folder)
            throw error
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func office() async throws -> DashboardOffice {
        let office = try await DashboardOffice()
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.pressure(128, 76)
        try await office.measure(
            [("grip_relative", "grip", "18.0", "kg")],
            came: .init(protocolID: "grip_relative/1", side: "left", source: "device", claimedWhy: "was_present"))
        try await office.write(
            """
            INSERT INTO screening (id, personId, visitId, askedAt, answersJSON)
            VALUES (?, ?, 'v', ?, '[{"answer":"no","question":"symptoms_now"}]')
            """, [UUID().uuidString, DashboardOffice.kim, DashboardOffice.morning])
        return office
    }

    @Test func `a person's bundle holds readings, answers and the plan, and no name`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            _ = try await Browser.nurse(client, opens: DashboardOffice.kim)
                .send("/seniors/\(DashboardOffice.kim)/plan/propose")
        }
        try await Self.inFolder { folder in
            let file = folder + "/kim.json"
            let count = try await Self.export(office).fhir(
                person: DashboardOffice.kim, since: .distantPast, reason: .request, to: file)
            #expect(count.readings + count.withoutCode == 13)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let bundle = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let entries = try #require(bundle["entry"] as? [[String: Any]])
            let kinds = Set(entries.compactMap { ($0["resource"] as? [String: Any])?["resourceType"] as? String })
            #expect(kinds.isSuperset(of: ["Observation", "Device", "QuestionnaireResponse", "CarePlan"]))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("김순자") && !text.contains(DashboardOffice.kim))
            await #expect(throws: CommandFailure.self) {
                try await Self.export(office).fhir(
                    person: DashboardOffice.kim, since: .distantPast, reason: .request, to: file)
            }
        }
        let reasons = try await office.store.read {
            try String.fetchAll(
                $0, sql: "SELECT personId || ' ' || reason FROM accessLog WHERE what = 'senior.export' ORDER BY id")
        }
        #expect(reasons.first == DashboardOffice.kim + " request")
    }

    @Test(arguments: [DashboardOffice.lee, "nobody"])
    func `nothing of who did not consent, or of nobody, is written`(person: String) async throws {
        let office = try await Self.office()
        try await Self.inFolder { folder in
            await #expect(throws: CommandFailure.self) {
                try await Self.export(office).fhir(
                    person: person, since: .distantPast, reason: .request, to: folder + "/x.json")
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/x.json"))
        }
    }

    @Test func `a centre's table has a row for each value of those who consent, one head, and its dictionary`()
        async throws
    {
        let office = try await Self.office()
        // More than are in memory at once.
        for _ in 0..<(HealthRecords.rowsAtOnce / DashboardOffice.wholeBattery.count + 1) {
            try await office.measure(DashboardOffice.wholeBattery, daysAgo: 3)
        }
        try await Self.inFolder { folder in
            let count = try await Self.export(office).csv(centre: "taejang", reason: .request, to: folder)
            let text = try String(contentsOfFile: folder + "/readings.csv", encoding: .utf8)
            let lines = text.split(separator: "\r\n")
            #expect(count.readings > HealthRecords.rowsAtOnce)
            // A pressure has two values.
            #expect(lines.count == count.readings + 2)
            #expect(lines.count { $0.contains("record_id") } == 1)
            #expect(!text.contains(DashboardOffice.kim) && !text.contains("김순자"))
            let dictionary = try String(contentsOfFile: folder + "/dictionary.csv", encoding: .utf8)
            #expect(dictionary.contains("subject"))
            await #expect(throws: CommandFailure.self) {
                try await Self.export(office).csv(centre: "nowhere", reason: .request, to: folder + "/b")
            }
        }
    }

    @Test func `a pseudonym is the same every time and another's at another office`() async throws {
        let identity = try await ServerIdentity.loadOrMake(in: .inMemory())
        let other = try await ServerIdentity.loadOrMake(in: .inMemory())
        let name = Pseudonyms(identity).person(DashboardOffice.kim)
        #expect(name == Pseudonyms(identity).person(DashboardOffice.kim) && name.rawValue.count == 32)
        #expect(name != Pseudonyms(other).person(DashboardOffice.kim))
    }

    /// Written where `Tests/interchange/run.sh` checks it with programs that know nothing of ours.
    @Test func `an exported bundle is written down for other programs to check`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            _ = try await Browser.nurse(client, opens: DashboardOffice.kim)
                .send("/seniors/\(DashboardOffice.kim)/plan/propose")
        }
        let root = URL(fileURLWithPath: DashboardOffice.folders.dashboard)
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: ".build/interchange-office")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "bundle.json")
        if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
        let count = try await Self.export(office).fhir(
            person: DashboardOffice.kim, since: .distantPast, reason: .request, to: file.path)
        #expect(count.readings > 5)
    }
}
