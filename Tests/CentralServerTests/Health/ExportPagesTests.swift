import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct ExportPagesTests {
    private static let kim = "/seniors/\(DashboardOffice.kim)/export"

    private func reasons(_ office: DashboardOffice, _ act: String) async throws -> [String] {
        try await office.store.read {
            try String.fetchAll(
                $0, sql: "SELECT IFNULL(personId, centreId) || ' ' || reason FROM accessLog WHERE what = ? ORDER BY id",
                arguments: [act])
        }
    }

    @Test func `a person's bundle is taken with a reason, and names nobody`() async throws {
        let office = try await DashboardOffice()
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.visit { client in
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.kim)
            #expect(try await nurse.get("/seniors/\(DashboardOffice.kim)").text.contains(Self.kim))
            let page = try await nurse.get(Self.kim).text
            #expect(page.contains("가명 번호로만 나가요") && page.contains("어르신이 보여 달라고 하셔서요"))
            let file = try await nurse.send(Self.kim, ["kind": "fhir", "reason": "request"])
            #expect(file.headers[.contentType] == "application/fhir+json")
            #expect(
                file.headers[.contentDisposition] == "attachment; filename=\"health-record-2026-11-21.json\"")
            #expect(file.headers[.cacheControl] == "no-store")
            let bundle = try #require(
                try JSONSerialization.jsonObject(with: Data(file.text.utf8)) as? [String: Any])
            #expect((bundle["entry"] as? [Any])?.isEmpty == false)
            #expect(!file.text.contains("김순자") && !file.text.contains(DashboardOffice.kim))
        }
        #expect(try await reasons(office, "senior.export") == [DashboardOffice.kim + " request"])
    }

    @Test func `a person's table goes from the first day on, and all of it is sent`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        for _ in 0...(HealthRecords.rowsAtOnce / DashboardOffice.wholeBattery.count) {
            try await office.measure(DashboardOffice.wholeBattery, daysAgo: 3)
        }
        try await office.measure(DashboardOffice.wholeBattery, daysAgo: 400)
        let stored = try await office.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM reading") ?? 0 }
        try await office.visit { client in
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.kim)
            for (since, rows) in [("", stored), ("2026-11-01", stored - 9), ("2026-11-20", 0)] {
                let file = try await nurse.send(Self.kim, ["kind": "csv", "reason": "explanation", "since": since])
                let lines = file.text.split(separator: "\r\n")
                #expect(lines.count == rows + 1 && Set(lines).count == lines.count, "\(since)")
                #expect(lines[0].contains("record_id") && !file.text.contains("김순자"))
            }
            let dictionary = try await nurse.get("/dictionary")
            #expect(dictionary.text.contains("가명 번호"))
            #expect(dictionary.headers[.contentDisposition] == "attachment; filename=\"dictionary.csv\"")
        }
    }

    @Test(arguments: [
        (["kind": "csv"], "까닭을 하나 골라"), (["kind": "csv", "reason": "curiosity"], "까닭을 하나 골라"),
        (["kind": "fhir", "reason": "card", "since": "gestern"], "첫날을 다시"),
    ]) func `without a reason or with an odd day there is no file, no line, and what was chosen stays`(
        form: [String: String], words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.kim)
            let page = try await nurse.send(Self.kim, form)
            #expect(page.status == .ok && page.headers[.contentDisposition] == nil)
            #expect(page.text.contains(words) && page.text.contains("role=\"alert\""))
            let kind = try #require(form["kind"])
            #expect(page.text.contains("value=\"\(kind)\" checked"))
        }
        #expect(try await reasons(office, "senior.export").isEmpty)
    }

    @Test func `more than a bundle holds is told, and nothing is written down as taken`() async throws {
        let office = try await DashboardOffice()
        try await office.write(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001)
            INSERT INTO reading (id, personId, centreId, testId, takenAt, valuesJSON, simulated, flagsJSON, clockState)
            SELECT 'r' || i, ?, 'taejang', 'weight', ?, '[]', 0, '[]', 'synced' FROM n
            """, [DashboardOffice.kim, DashboardOffice.morning])
        try await office.visit { client in
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.kim)
            let page = try await nurse.send(Self.kim, ["kind": "fhir", "reason": "request"])
            #expect(page.text.contains("5,000건보다 많아요") && page.headers[.contentDisposition] == nil)
        }
        #expect(try await reasons(office, "senior.export").isEmpty)
    }

    @Test func `a file that cannot be finished breaks off`() async throws {
        let office = try await DashboardOffice()
        try await office.write("UPDATE reading SET valuesJSON = 'broken' WHERE personId = ?", [DashboardOffice.kim])
        try await office.visit { client in
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.kim)
            await #expect(throws: (any Error).self) {
                try await nurse.send(Self.kim, ["kind": "csv", "reason": "request"])
            }
        }
    }

    @Test func `a centre's table has those who consent, with its reason in the log`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let nurse = try await Browser(client, as: "nurse")
            #expect(try await nurse.get("/centres/taejang").text.contains("/centres/taejang/export"))
            #expect(try await nurse.get("/centres/taejang/export").text.contains("태장 경로당에서 잰 기록을"))
            let none = try await nurse.send("/centres/taejang/export")
            #expect(none.text.contains("까닭을 하나 골라") && none.headers[.contentDisposition] == nil)
            let file = try await nurse.send("/centres/taejang/export", ["reason": "follow-up"])
            // Two readings of one who consents; another's and the tray's stay.
            #expect(file.text.split(separator: "\r\n").count == 3 && !file.text.contains("이말년"))
        }
        #expect(try await reasons(office, "centre.export") == ["taejang follow-up"])
    }

    @Test func `only the health centre takes files, of its own municipality, with consent and after opening`()
        async throws
    {
        let office = try await DashboardOffice()
        let form = ["kind": "csv", "reason": "request"]
        try await office.visit { client in
            for account in ["office", "admin", "all"] {
                let clerk = try await Browser(client, as: account)
                _ = try await clerk.send("/seniors/\(DashboardOffice.kim)/open", ["reason": "card"])
                for path in [Self.kim, "/centres/taejang/export"] {
                    #expect(try await clerk.get(path).status == .forbidden)
                    #expect(try await clerk.send(path, form).status == .forbidden)
                }
                #expect(try await !clerk.get("/centres/taejang").text.contains("/export"))
            }
            let closed = try await Browser(client, as: "nurse")
            #expect(try await closed.send(Self.kim, form).text.contains("왜 펼쳐 보시나요"))
            let lee = try await Browser.nurse(client, opens: DashboardOffice.lee)
            #expect(try await lee.send("/seniors/\(DashboardOffice.lee)/export", form).status == .forbidden)
            let other = try await Browser.nurse(client, opens: DashboardOffice.stranger)
            #expect(try await other.send("/seniors/\(DashboardOffice.stranger)/export", form).status == .notFound)
            #expect(try await other.send("/centres/dangsan/export", form).status == .notFound)
            #expect(try await other.post(Self.kim, form, csrf: nil).status == .forbidden)
        }
        #expect(try await reasons(office, "senior.export").isEmpty)
        #expect(try await reasons(office, "centre.export").isEmpty)
    }
}
