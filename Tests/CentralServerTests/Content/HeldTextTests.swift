import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import SignageFeed
import Testing

@testable import CentralServer

@Suite struct HeldTextTests {
    // No number of a person: its check digit is wrong, and the guard looks for the form.
    private static let number = "480101-1234567"
    private static let held = Notice(
        id: "n1", title: "명단", text: "홍길동 \(number)", from: "원주시", publishedAt: DashboardOffice.morning)
    private static let plain = Notice(
        id: "n2", title: "김장 나눔", text: "마당에서 나눠 드려요.", from: "원주시", publishedAt: DashboardOffice.morning)
    private static let content = WallContent(notices: [held, plain])

    private static func digest(_ notice: Notice) -> String {
        ReviewedText(title: notice.title, text: notice.text, from: notice.from).digest
    }

    @Test func `a notice with personal data waits for somebody, and is shown once it is released`() async throws {
        let office = try await DashboardOffice()
        #expect(try await office.published(to: "taejang", Self.content).wall?.notices.map(\.id) == ["n2"])
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let list = try await browser.get("/content").text
            #expect(list.contains("멈춰 둔 글이 1개"))
            let page = try await browser.get("/content/held").text
            #expect(page.contains("주민등록번호처럼 보이는 숫자 1곳") && page.contains(Self.number))
            let answer = try await browser.send("/content/held/\(Self.digest(Self.held))/release")
            #expect(answer.headers[.location] == "/content/held?done=released")
            let after = try await browser.get("/content/held?done=released").text
            #expect(after.contains("내보냄") && after.contains(">office</td>"))
            let again = try await browser.send("/content/held/\(Self.digest(Self.held))/drop")
            #expect(again.status == .notFound)
        }
        let notices = try await office.published(to: "taejang", Self.content).wall?.notices ?? []
        #expect(notices.map(\.id) == ["n1", "n2"] && notices.map(\.isReleased) == [true, nil])
        // The kiosk looks, too, and lets through what the office let go.
        let feed = Playlist(items: [SignageItem(id: "f", content: .noticeFeed)])
        #expect(feed.expanded(with: notices).items.count == 2)
        #expect(feed.expanded(with: [Self.held, Self.plain]).items.count == 1)
        #expect(office.changes.all == ["wonju"])
        #expect(try await office.log().map(\.what).contains("held-text.release"))
    }

    @Test func `a dropped text is not kept and not shown, and other words are another question`() async throws {
        let office = try await DashboardOffice()
        _ = try await office.published(to: "taejang", Self.content)
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            _ = try await browser.send("/content/held/\(Self.digest(Self.held))/drop")
            #expect(try await browser.get("/content/held").text.contains("버린 글"))
        }
        #expect(try await office.published(to: "taejang", Self.content).wall?.notices.map(\.id) == ["n2"])
        let kept = try await office.store.read { try NoticeReview.fetchAll($0) }
        // One for each municipality that the feed reaches.
        let mine = try #require(kept.first { $0.municipalityId == "wonju" })
        #expect(mine.text.isEmpty && mine.title.isEmpty && mine.decidedBy == "user-office")
        #expect(mine.decidedAt == DashboardOffice.morning && mine.findings.map(\.kind) == [.residentNumber])
        var other = Self.held
        other.text += " 님"
        _ = try await office.published(to: "taejang", WallContent(notices: [other]))
        #expect(
            try await office.store.read { try HeldTextQuery.waiting($0, scope: Scope(municipalityID: "wonju")) } == 1)
    }

    @Test func `what the office types itself is held, too`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            var form = ContentExample.notice
            form["text"] = Self.held.text
            _ = try await browser.upload("/content", form)
            _ = try await browser.send("/content/\(ContentExample.id)/publish")
            #expect(try await browser.get("/content").text.contains("살펴봐 주세요"))
            let notice = [
                "id": UUID().uuidString, "municipality": "wonju", "title": "명단", "text": "나 \(Self.number)",
                "from": "구청", "first": "2026-11-21", "last": "2026-11-22",
            ]
            let answer = try await browser.send("/notices", notice)
            #expect(answer.headers[.location] == "/notices?done=held")
        }
        let files = try await office.published(to: "taejang")
        #expect(try files.playlist == nil && files.wall?.notices.isEmpty == true)
        #expect(try await office.store.read { try HeldTextQuery.waiting($0, scope: Scope(municipalityID: nil)) } == 2)
        let reviews = try await office.store.read { try NoticeReview.fetchAll($0) }
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            for review in reviews { _ = try await browser.send("/content/held/\(review.digest)/drop") }
        }
        // Dropped is gone, wherever it was written.
        let items = try await ContentExample.items(office)
        #expect(items.map(\.state) == [.removed] && items.first?.text == ContentText())
        let notices = try await office.store.read { try OfficeNotice.fetchAll($0) }
        #expect(notices.map(\.text) == [""] && notices.first?.withdrawnAt == DashboardOffice.morning)
    }

    @Test func `another municipality's texts are absent`() async throws {
        let office = try await DashboardOffice()
        _ = try await office.published(to: "taejang", Self.content)
        try await office.write("DELETE FROM noticeReview WHERE municipalityId = 'wonju'")
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            #expect(try await browser.get("/content/held").text.contains("멈춘 글이 없어요"))
            let answer = try await browser.send("/content/held/\(Self.digest(Self.held))/release")
            #expect(answer.status == .notFound)
        }
    }
}
