import Crypto
import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SignageFeed
import SyncWire
import Testing

@testable import CentralServer

@Suite struct ContentPublishingTests {
    private static let item = "/content/" + ContentExample.id

    @Test func `a picture goes from the form to the kiosk's manifest, by the hash of its bytes`() async throws {
        let office = try await DashboardOffice()
        let picture = PictureExample.jpeg()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ContentExample.form("picture", ["caption": "동짓날 점심", "centre": "taejang", "share": "10"])
            let saved = try await browser.upload("/content", form, file: picture, named: "사진.png")
            #expect(saved.headers[.location] == Self.item + "?done=saved")
            #expect(try await office.published(to: "taejang")["playlist.json"] == nil)
            let shown = try await browser.get(Self.item + "/pictures/1")
            #expect(Array(shown.body.readableBytesView) == picture)
            #expect(shown.headers[.contentType] == "image/jpeg")
            #expect(shown.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            let published = try await browser.send(Self.item + "/publish")
            #expect(published.headers[.location] == "/content?place=wonju&done=published")
        }
        let files = try await office.published(to: "taejang")
        let hash = SHA256.hash(data: picture).map { String(format: "%02x", $0) }.joined()
        #expect(Set(files.keys) == ["wall.json", "playlist.json", hash] && files[hash] == Data(picture))
        let shown = try #require(try files.playlist?.items.first)
        let name = try #require(ContentHash(hash))
        #expect(shown.content == .picture(name, caption: "동짓날 점심") && shown.share == 10)
        #expect(try await office.published(to: "munmak")["playlist.json"] == nil)
        #expect(try await office.log().map(\.what).contains("content.publish"))
    }

    @Test func `a newsletter becomes a page an item`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ContentExample.form("newsletter", ["title": "사랑방 소식"])
            _ = try await browser.upload("/content", form, file: PDFExample.pages(3), named: "a.pdf")
            let page = try await browser.get(Self.item).text
            #expect(page.contains("pictures/3") && page.contains("3쪽") && !page.contains("pictures/4"))
            // New words, the same pages.
            var changed = form
            changed["title"] = "사랑방 소식 겨울호"
            _ = try await browser.upload("/content", changed)
            _ = try await browser.send(Self.item + "/publish")
        }
        let files = try await office.published(to: "munmak")
        let items = try #require(try files.playlist?.items)
        #expect(items.map(\.id) == (1...3).map { "\(ContentExample.id)/\($0)" } && files.count == 5)
        guard case .newsletter("사랑방 소식 겨울호", page: 2, picture: let picture) = items[1].content else {
            Issue.record("no page: \(items[1].content)")
            return
        }
        #expect(try PictureFile([UInt8](try #require(files[picture.description]))).height == 1_920)
    }

    static let hostile: [(String, [UInt8], String)] = [
        ("picture", PDFExample.pages(1), "PNG, JPEG"), ("picture", Array("<svg onload=alert(1)>".utf8), "PNG, JPEG"),
        ("picture", PictureExample.png(50_000, 50_000), "8,000점"), ("picture", [], "골라 주세요"),
        ("newsletter", PDFExample.locked, "암호가 걸린"), ("newsletter", PictureExample.png(), "PDF 파일만"),
        ("newsletter", PDFExample.pages(60), "40쪽까지"), ("newsletter", Array("%PDF-1.7 \0\0\0".utf8), "열지 못했어요"),
    ]

    @Test(arguments: hostile)
    func `a file that is not what it should be is told of, and nothing is kept`(
        kind: String, file: [UInt8], words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let answer = try await browser.upload("/content", ContentExample.form(kind, ["title": "소식"]), file: file)
            #expect(answer.status == .ok && answer.text.contains(words))
        }
        #expect(try await ContentExample.items(office).isEmpty)
        #expect(try await office.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM blob") } == 0)
    }

    @Test func `a list that is full takes no more pictures`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            var first = ContentExample.form("picture")
            first["id"] = "BBBBBBBB-0000-4000-8000-00000000000B"
            _ = try await browser.upload("/content", first, file: PictureExample.png())
            try await office.write("UPDATE contentPicture SET size = ?", [ContentQuery.byteLimit - 10])
            let full = try await browser.upload("/content", ContentExample.form("picture"), file: PictureExample.png())
            #expect(full.text.contains("그림이 너무 많아요"))
            // Others in its own place are no more.
            #expect(try await browser.upload("/content", first, file: PictureExample.gif()).status == .seeOther)
        }
        #expect(try await ContentExample.items(office).count == 1)
    }

    @Test func `each standing kind and each written kind is what the kiosk's reader knows`() async throws {
        let office = try await DashboardOffice()
        let forms: [(String, [String: String])] =
            ContentKind.allCases.filter(\.parts.isEmpty).map { ($0.rawValue, [:]) } + [
                ("notice", ["title": "가", "text": "나"]), ("practice", ["title": "발목", "steps": "앉아요\r\n돌려요"]),
                ("job", ["title": "화분", "apply-by": "2026-12-01"]), ("course", ["title": "사진"]),
            ]
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            for (kind, more) in forms {
                var form = ContentExample.form(kind, more)
                form["id"] = UUID().uuidString
                let saved = try await browser.upload("/content", form)
                #expect(saved.status == .seeOther, "\(kind)")
            }
            _ = try await browser.send("/content/publish", ["place": "wonju"])
        }
        let job = JobOffer(id: "1", title: "책 정리", pay: "월 29만 원", closesAt: DashboardOffice.morning + 86_400)
        let over = JobOffer(id: "2", title: "지난 일", closesAt: DashboardOffice.morning - 1)
        let list = Fact([job, over], issuedAt: DashboardOffice.morning, fetchedAt: DashboardOffice.morning)
        let playlist = try await office.published(to: "munmak", WallContent(jobs: list)).playlist
        let contents = try #require(playlist?.items.map(\.content))
        #expect(contents.contains(.weather(.week)) && contents.contains(.care) && contents.contains(.noticeFeed))
        #expect(contents.contains(.practice(title: "발목", steps: ["앉아요", "돌려요"])))
        let day = CivilDay("2026-11-22")
        #expect(contents.contains(.job(.init(title: "책 정리", text: "받는 돈 월 29만 원", applyBy: day))))
        // The list of courses is empty; all else is there once.
        #expect(contents.count == forms.count - 1)
    }

    @Test func `the order, a removal and other words reach the kiosk with a newer version`() async throws {
        let office = try await DashboardOffice()
        let other = "BBBBBBBB-0000-4000-8000-00000000000B"
        var versions: [Int] = []
        func look(_ ids: [String]) async throws {
            office.clock.advance(60)
            let playlist = try await office.published(to: "taejang").playlist
            #expect((playlist?.items.map(\.id) ?? []) == ids)
            versions.append(playlist?.version ?? 0)
        }
        let send = { @Sendable (path: String) async throws in
            office.clock.advance(1)
            try await office.visit { client in
                let answer = try await Browser(client, as: "office").send(path, ["place": "wonju"])
                #expect(answer.status == .seeOther)
            }
        }
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            for id in [ContentExample.id, other] {
                var form = ContentExample.notice
                form["id"] = id
                _ = try await browser.upload("/content", form)
            }
        }
        try await send("/content/publish")
        try await look([ContentExample.id, other])
        try await send("/content/\(other)/up")
        try await look([other, ContentExample.id])
        try await send("/content/\(other)/up")
        try await send("/content/\(other)/remove")
        try await look([ContentExample.id])
        #expect(versions == versions.sorted() && Set(versions).count == 3)
        let removed = try await ContentExample.items(office).first { $0.id == other }
        #expect(removed?.state == .removed && removed?.changedBy == "user-office")
    }

    @Test func `a removed picture can be fetched for two days more, a kept one for ever`() async throws {
        let office = try await DashboardOffice()
        let picture = PictureExample.gif()
        let hash = Data(picture).sha256Hex
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            _ = try await browser.upload("/content", ContentExample.form("picture"), file: picture)
            _ = try await browser.send(Self.item + "/publish")
        }
        _ = try await office.published(to: "taejang")
        office.clock.advance(30 * 86_400)
        #expect(try await office.published(to: "taejang")[hash] != nil)
        try await office.write("UPDATE contentItem SET state = 'removed'")
        #expect(try await office.published(to: "taejang")[hash] == nil)
        office.clock.advance(Publisher.keepsFiles - 60)
        _ = try await office.published(to: "taejang")
        #expect(try await Downlink(store: office.store).blob(hash) == Data(picture))
        office.clock.advance(120)
        _ = try await office.published(to: "taejang")
        #expect(try await Downlink(store: office.store).blob(hash) == nil)
    }
}
