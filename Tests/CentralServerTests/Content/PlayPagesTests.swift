import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct PlayPagesTests {
    /// What a centre's kiosk told of a day.
    private func told(
        _ office: DashboardOffice, _ item: String, _ seconds: Int, times: Int, at centre: String = "taejang",
        day: String = "2026-11-20"
    ) async throws {
        try await office.write(
            """
            INSERT INTO play (deviceId, day, item, seconds, times)
            SELECT deviceId, ?, ?, ?, ? FROM kiosk WHERE centreId = ?
            """, [day, item, seconds, times, centre])
    }

    private func device(_ office: DashboardOffice, at centre: String) async throws -> String {
        let found = try await office.store.read {
            try String.fetchOne($0, sql: "SELECT deviceId FROM kiosk WHERE centreId = ?", arguments: [centre])
        }
        return try #require(found)
    }

    private func put(_ office: DashboardOffice, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = try await Browser(client, as: "office")
        _ = try await browser.upload("/content", ContentExample.notice)
        _ = try await browser.send("/content/\(ContentExample.id)/publish")
        return browser
    }

    @Test func `without a word from the kiosks the page says so`() async throws {
        try await DashboardOffice().visit { client in
            let page = try await Browser(client, as: "office").get("/plays").text
            #expect(page.contains("11월 14일부터 11월 20일까지, 화면에 나온 것이 없어요") && page.contains("알려 온 것이 없어요"))
            #expect(!page.contains("/plays/file"))
        }
    }

    @Test func `what was shown is summed by item and listed by day and kiosk`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await put(office, client)
            try await told(office, ContentExample.id, 3_600, times: 120)
            try await told(office, ContentExample.id, 1_800, times: 60, at: "munmak")
            try await told(office, ContentExample.id, 900, times: 9, day: "2026-11-14")
            // Before the seven days, and of the day that is not over.
            try await told(office, ContentExample.id, 90, times: 7, day: "2026-11-13")
            try await told(office, ContentExample.id, 90, times: 7, day: "2026-11-21")
            try await told(office, "house/stretching", 30, times: 2)
            try await told(office, "…", 59, times: 1)
            let page = try await browser.get("/plays").text
            #expect(page.contains("화면 2대에 192번, 1시간 46분 나왔어요"))
            #expect(page.contains("김장 나눔") && page.contains("189번") && page.contains("1시간 45분"))
            #expect(page.contains("11월 20일 (금)") && page.contains("11월 14일 (토)") && !page.contains("11월 13일 ("))
            #expect(page.contains("몸풀기") && page.contains("그 밖의 것들"))
        }
    }

    @Test func `a day, a kiosk and an item can be chosen, and what is no choice is none`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await put(office, client)
            try await told(office, ContentExample.id, 60, times: 3)
            try await told(office, ContentExample.id + "/2", 60, times: 4)
            try await told(office, "house/water", 60, times: 5, day: "2026-11-19")
            try await told(office, ContentExample.id, 60, times: 8, at: "munmak")
            let here = try await device(office, at: "taejang")
            for (query, times) in [
                ("span=1", 15), ("span=1&day=2026-11-19", 5), ("span=1&day=2027-01-01", 15), ("kiosk=\(here)", 12),
                ("item=\(ContentExample.id)", 15), ("item=\(ContentExample.id)&kiosk=\(here)", 7), ("kiosk='--", 20),
                ("span=1000&day=gestern", 20), ("kiosk=nobody", 0),
            ] {
                let page = try await browser.get("/plays?\(query)").text
                #expect(page.contains("에 \(times)번") == (times > 0), "\(query)")
            }
            let one = try await browser.get("/plays?item=\(ContentExample.id)").text
            #expect(one.contains("“김장 나눔” 하나만 보고 있어요") && !one.contains("물 드시라는"))
        }
    }

    @Test func `the playlist says how often each was shown in seven days`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await put(office, client)
            #expect(try await !browser.get("/content").text.contains("지난 7일"))
            try await told(office, "house/water", 60, times: 5)
            #expect(try await browser.get("/content").text.contains("지난 7일 동안 나오지 않음"))
            try await told(office, ContentExample.id, 60, times: 1_200)
            try await told(office, ContentExample.id + "/2", 60, times: 4)
            try await told(office, ContentExample.id, 60, times: 50, day: "2026-11-13")
            let list = try await browser.get("/content").text
            #expect(list.contains("지난 7일 동안 1,204번") && list.contains("/plays?item=\(ContentExample.id)"))
        }
    }

    @Test func `the file has every row, and nothing that a spreadsheet would run`() async throws {
        let office = try await DashboardOffice()
        try await office.write(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
            INSERT INTO play (deviceId, day, item, seconds, times)
            SELECT deviceId, '2026-11-18', 'a-' || i, i, 1 FROM n, kiosk WHERE centreId = 'taejang'
            """)
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            var form = ContentExample.notice
            form["title"] = "=1+1, \"둘\""
            _ = try await browser.upload("/content", form)
            try await told(office, ContentExample.id, 61, times: 3)
            let file = try await browser.get("/plays/file?day=2026-11-20&span=7")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"plays-2026-11-14-2026-11-20.csv\"")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = file.text.split(separator: "\r\n")
            #expect(lines.count == 2_502 && lines[0].hasPrefix("\u{FEFF}날,경로당,"))
            #expect(Set(lines).count == lines.count)
            let last = try #require(lines.last)
            #expect(last.hasSuffix("\"'=1+1, \"\"둘\"\"\",알림 글,3,61"))
        }
    }

    @Test func `nobody sees the walls of another municipality, and the nurse sees none`() async throws {
        let office = try await DashboardOffice()
        try await told(office, "a-1", 60, times: 5)
        try await office.write("UPDATE centre SET municipalityId = 'ydp' WHERE id = 'munmak'")
        try await told(office, "b-1", 60, times: 7, at: "munmak")
        try await office.visit { client in
            for path in ["/plays", "/plays/file"] {
                #expect(try await Browser(client, as: "nurse").get(path).status == .forbidden)
                let mine = try await Browser(client, as: "office").get(path).text
                #expect(mine.contains("a-1") && !mine.contains("b-1"))
                let all = try await Browser(client, as: "all").get(path).text
                #expect(all.contains("a-1") && all.contains("b-1"))
            }
            let theirs = try await device(office, at: "munmak")
            #expect(try await !Browser(client, as: "office").get("/plays?kiosk=\(theirs)").text.contains("b-1"))
        }
    }
}
