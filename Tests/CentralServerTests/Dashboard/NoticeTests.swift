import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct NoticeTests {
    private static let good = [
        "id": "AAAAAAAA-0000-4000-8000-000000000001", "municipality": "wonju", "title": "독감 예방접종",
        "text": "월요일부터 맞으실 수 있어요.\r\n신분증을 가져오세요.", "from": "보건소", "first": "2026-11-21", "last": "2026-11-27",
    ]

    private static func notices(_ office: DashboardOffice) async throws -> [OfficeNotice] {
        try await office.store.read { try OfficeNotice.fetchAll($0) }
    }

    @Test func `a notice is previewed, published once and told to the walls`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let preview = try await browser.send("/notices/preview", Self.good).text
            #expect(preview.contains("독감 예방접종") && preview.contains("11월 21일 토요일부터 11월 27일 금요일까지"))
            #expect(try await Self.notices(office).isEmpty)
            for _ in 1...2 {
                let response = try await browser.send("/notices", Self.good)
                #expect(response.headers[.location] == "/notices?done=published")
            }
            let list = try await browser.get("/notices?done=published").text
            #expect(list.contains("알림을 올렸어요") && list.contains("보이는 중"))
        }
        let notice = try #require(try await Self.notices(office).first)
        #expect(try await Self.notices(office).count == 1)
        #expect(notice.text == "월요일부터 맞으실 수 있어요.\n신분증을 가져오세요.")
        #expect(notice.showFrom == LocalDay("2026-11-21")?.start && notice.showUntil == LocalDay("2026-11-28")?.start)
        #expect(notice.createdBy == "user-office" && office.changes.all == ["wonju", "wonju"])
    }

    @Test func `a withdrawn notice is told to the walls and keeps its first time`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            _ = try await browser.send("/notices", Self.good)
            for _ in 1...2 {
                let response = try await browser.send("/notices/\(Self.good["id"] ?? "")/withdraw")
                #expect(response.headers[.location] == "/notices?done=withdrawn")
                office.clock.advance(60)
            }
        }
        #expect(try await Self.notices(office).first?.withdrawnAt == DashboardOffice.morning)
        #expect(try await office.log().filter { $0.what == "notice.withdraw" }.count == 2)
    }

    @Test(arguments: [
        ("title", "", "모두 적어 주세요"), ("title", String(repeating: "가", count: 41), "글이 조금 길어요"),
        ("text", "\u{65}" + String(repeating: "\u{301}", count: 1700), "글이 조금 길어요"),
        ("first", "2026-02-30", "날을 골라"), ("last", "2026-11-20", "앞서 있어요"), ("last", "2027-11-22", "한 해 안에서"),
        ("municipality", "ydp", "다시 써 주세요"), ("id", "1", "다시 써 주세요"), ("title", "가\n나", "다시 써 주세요"),
    ])
    func `what cannot hang comes back with a kind word`(field: String, value: String, word: String) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let draft = Self.good.merging([field: value]) { _, new in new }
            for path in ["/notices/preview", "/notices"] {
                let page = try await browser.send(path, draft)
                #expect(page.status == .ok && page.text.contains(word))
            }
        }
        #expect(try await Self.notices(office).isEmpty && office.changes.all.isEmpty)
    }

    @Test func `a notice stands even if the walls cannot be made anew, and that is said`() async throws {
        let office = try await DashboardOffice()
        office.changes.fail()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let response = try await browser.send("/notices", Self.good)
            #expect(response.headers[.location] == "/notices?done=later")
            #expect(try await browser.get("/notices?done=later").text.contains("조금 늦게 바뀌어요"))
        }
        #expect(try await Self.notices(office).count == 1)
    }

    @Test func `who sees every municipality chooses one`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "all")
            #expect(try await browser.get("/notices/new").text.contains("어디에 알리나요"))
            _ = try await browser.send("/notices", Self.good.merging(["municipality": "ydp"]) { _, new in new })
        }
        #expect(office.changes.all == ["ydp"])
    }
}
