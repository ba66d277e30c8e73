import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct ContentPagesTests {
    @Test func `an item is written down, looked at in words and pictures, changed and taken off`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            #expect(try await browser.get("/content").text.contains("아직 올린 것이 없어요"))
            #expect(try await browser.get("/content/new").text.contains("소식지"))
            #expect(try await browser.get("/content/new?kind=practice").text.contains("name=\"steps\""))
            var form = ContentExample.notice
            form.merge([
                "first": "2026-11-23", "last": "2026-12-04", "from": "09:00", "to": "12:00", "day-mon": "1",
                "day-wed": "1", "priority": "3", "share": "20", "screens": "거실, 현관",
            ]) { $1 }
            _ = try await browser.upload("/content", form)
            let page = try await browser.get("/content/\(ContentExample.id)").text
            #expect(page.contains("11월 23일 월요일부터 12월 4일 금요일까지 월·수요일에 오전 9시부터 정오까지 보여 드려요."))
            #expect(page.contains("다음에는 11월 23일 월요일 오전 9시에 나와요.") && page.contains("적어 둠"))
            let edit = try await browser.get("/content/\(ContentExample.id)/edit").text
            #expect(edit.contains("value=\"김장 나눔\"") && edit.contains("name=\"day-mon\" value=\"1\" checked"))
            form["title"] = "김장 김치 나눔"
            _ = try await browser.upload("/content", form)
            _ = try await browser.send("/content/\(ContentExample.id)/publish")
            let list = try await browser.get("/content?done=published").text
            #expect(list.contains("김장 김치 나눔") && list.contains("기다리는 중") && list.contains("순위 3 · 몫 20%"))
            _ = try await browser.send("/content/\(ContentExample.id)/remove")
            #expect(try await browser.get("/content/\(ContentExample.id)").status == .notFound)
        }
        let items = try await ContentExample.items(office)
        #expect(items.count == 1 && items.first?.screens == ["거실", "현관"])
        #expect(office.changes.all == ["wonju", "wonju", "wonju", "wonju"])
    }

    @Test(arguments: [
        ("title", "", "제목을 적어"), ("title", String(repeating: "가", count: 61), "글이 조금 길어요"),
        ("last", "2026-11-20", "이미 지났어요"), ("last", "2026-11-22", "첫날보다 앞서"), ("first", "내일", "앞서 있어요"),
        ("from", "09:00", "함께 적어"), ("share", "51", "몫은"), ("share", "반", "몫은"), ("seconds", "4", "5초에서"),
        ("priority", "10", "순위는"), ("priority", "", "순위는"), ("municipality", "ydp", "읽지 못했어요"),
        ("centre", "dangsan", "읽지 못했어요"), ("id", "../1", "읽지 못했어요"),
    ])
    func `what no wall could show is not taken down, and a sentence says why`(
        field: String, value: String, words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            var form = ContentExample.notice
            (form["first"], form["last"]) = ("2026-11-23", "2026-12-04")
            form[field] = value
            let answer = try await browser.upload("/content", form)
            #expect(answer.status == .ok && answer.text.contains(words), "\(field)")
        }
        #expect(try await ContentExample.items(office).isEmpty)
    }

    @Test(arguments: [
        (["title": ""], "title"), (["text": String(repeating: "가", count: 1_001)], "text"),
        (["last": "2026-11-20"], "last"),
        (["first": "2026-12-05"], "last"), (["from": "09:00"], "from"), (["share": "51"], "share"),
        (["priority": "10"], "priority"),
    ]) func `the sentence stands beside its field, and what was typed stays`(
        change: [String: String], field: String
    ) async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            var form = ContentExample.notice.merging(["last": "2026-12-04", "screens": "거실, 현관", "day-mon": "1"]) { $1 }
            form.merge(change) { $1 }
            let page = try await browser.upload("/content", form).text
            let beside = try #require(
                page.firstMatch(of: #/id="([a-z-]+)"[^>]*aria-invalid="true" aria-describedby="problem" autofocus/#))
            #expect(beside.1 == field)
            #expect(page.split(separator: "role=\"alert\"").count == 2)
            #expect(page.contains("value=\"거실, 현관\"") && page.contains("name=\"day-mon\" value=\"1\" checked"))
        }
    }

    @Test(arguments: [
        ("picture", Array("hello".utf8), "PNG, JPEG, WebP, GIF 그림만"),
        ("picture", PDFExample.pages(1), "PNG, JPEG, WebP, GIF 그림만"),
        ("picture", Array(PictureExample.png().prefix(20)), "그림 파일이 깨져"),
        ("picture", PictureExample.png() + [UInt8](repeating: 0, count: 10_000_000), "10MB보다 작은"),
        ("newsletter", PictureExample.png(), "PDF 파일만"),
        ("newsletter", Array(PDFExample.pages(2).prefix(300)), "깨졌을 수"),
        ("newsletter", PDFExample.locked, "암호가 걸린"),
        ("newsletter", PDFExample.pages(1) + [UInt8](repeating: 32, count: 40_000_000), "40MB보다 작게"),
    ]) func `a wrong file is told of beside its field, and the words stay`(
        kind: String, bytes: [UInt8], words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ContentExample.form(kind).merging(["title": "겨울 소식", "caption": "겨울 소식"]) { $1 }
            let page = try await browser.upload("/content", form, file: bytes).text
            #expect(page.contains("value=\"겨울 소식\"") && page.contains("파일은 다시 골라 주세요"))
            let told = try #require(page.firstMatch(of: #/id="problem" role="alert">([^<]*)</#))
            #expect(told.1.contains(words))
        }
        #expect(try await ContentExample.items(office).isEmpty)
    }

    @Test func `a list that cannot be read is told of beside its field, and the choice stays`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ["municipality": "wonju", "list": "courses"]
            let page = try await browser.upload("/content/listing", form, file: Array("hello".utf8)).text
            #expect(page.contains("value=\"courses\" selected") && page.contains("aria-invalid=\"true\""))
        }
    }

    @Test func `hours that begin as they end are told of`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ContentExample.notice.merging(["from": "09:00", "to": "09:00"]) { $1 }
            #expect(try await browser.upload("/content", form).text.contains("시간을 다시"))
        }
    }

    @Test func `a list of jobs becomes a draft a line, and an odd file is told of`() async throws {
        let office = try await DashboardOffice()
        let list = "공고명,급여,마감일\n책 정리,월 29만 원,2026-12-01\n지난 일,월 1만 원,2026-11-01\n화분 돌보기,,\n"
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let form = ["municipality": "wonju", "list": "jobs"]
            let answer = try await browser.upload("/content/listing", form, file: Array(list.utf8))
            #expect(answer.headers[.location] == "/content?place=wonju&done=listed")
            #expect(try await browser.get("/content").text.contains("적어 두기만 한 것이 2가지"))
            for bytes in [[], Array("hello".utf8), [0xFF, 0xFE, 0x00], PDFExample.pages(1)] {
                let odd = try await browser.upload("/content/listing", form, file: bytes)
                #expect(odd.status == .ok && odd.text.contains("role=\"alert\""))
            }
        }
        let items = try await ContentExample.items(office)
        #expect(items.map(\.text.title) == ["책 정리", "화분 돌보기"] && items.allSatisfy { $0.state == .draft })
        #expect(items.first?.text.applyBy == "2026-12-01" && items.first?.text.text == "받는 돈 월 29만 원")
    }

    @Test func `the nurse publishes nothing, nobody without the token, and nobody elsewhere`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let nurse = try await Browser(client, as: "nurse")
            #expect(try await nurse.get("/content").status == .forbidden)
            #expect(try await nurse.upload("/content", ContentExample.notice).status == .forbidden)
            let browser = try await Browser(client, as: "office")
            let stale = String(repeating: "0", count: 64)
            #expect(try await browser.upload("/content", ContentExample.notice, csrf: stale).status == .forbidden)
            #expect(try await ContentExample.items(office).isEmpty)
            let all = try await Browser(client, as: "all")
            var form = ContentExample.notice
            form["municipality"] = "ydp"
            #expect(try await all.upload("/content", form).status == .seeOther)
            for path in ["", "/edit", "/pictures/1"] {
                #expect(try await browser.get("/content/\(ContentExample.id)" + path).status == .notFound)
            }
            for act in ["publish", "remove", "up"] {
                #expect(try await browser.send("/content/\(ContentExample.id)/\(act)").status == .notFound)
            }
            // Another's item cannot be taken over by its id either.
            #expect(try await browser.upload("/content", ContentExample.notice).status == .notFound)
        }
        #expect(try await ContentExample.items(office).map(\.municipalityId) == ["ydp"])
    }

    @Test func `a body beyond all limits is refused kindly`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let flood = [UInt8](repeating: 0, count: UploadGate.limit + 1)
            let answer = try await browser.upload("/content", ContentExample.form("picture"), file: flood)
            #expect(answer.status == .contentTooLarge && answer.text.contains("파일이 너무 커요"))
        }
    }
}
