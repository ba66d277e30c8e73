import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct SeniorPageTests {
    private static let kim = "/seniors/\(DashboardOffice.kim)"

    @Test func `the list masks names and is written down`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let page = try await Browser(client, as: "nurse").get("/centres/taejang/seniors").text
            #expect(page.contains("김○자") && !page.contains("김순자"))
            #expect(page.contains("70대"))
        }
        let line = try #require(try await office.log().first)
        #expect(
            (line.what, line.who, line.centre, line.fromAddress) == ("seniors.list", "nurse", "태장 경로당", "203.0.113.9"))
    }

    @Test func `nothing of a senior is shown before a reason is given`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "nurse")
            for _ in 1...2 {
                let page = try await browser.get(Self.kim).text
                #expect(page.contains("왜 펼쳐 보시나요"))
                #expect(!page.contains("순자") && !page.contains("0142"))
                let refused = try await browser.send(Self.kim + "/open", ["reason": "curiosity"])
                #expect(refused.status == .ok && refused.text.contains("까닭을 하나 골라 주세요"))
            }
        }
        #expect(try await office.log().allSatisfy { $0.what == "sign-in" })
    }

    @Test func `a reason opens a senior for this session, and every look is written down`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "nurse")
            office.clock.advance(60)
            #expect(try await browser.send(Self.kim + "/open", ["reason": "follow-up"]).status == .seeOther)
            for _ in 1...2 {
                let page = try await browser.get(Self.kim).text
                #expect(page.contains("김순자 어르신") && page.contains("15 회") && page.contains("모의 기기"))
                #expect(page.contains("좋아요"))
            }
            #expect(try await browser.get("/seniors/\(DashboardOffice.lee)").text.contains("왜 펼쳐"))
            office.clock.advance(60)
            #expect(try await Browser(client, as: "nurse").get(Self.kim).text.contains("왜 펼쳐"))
        }
        let looks = try await office.log().filter { $0.personId == DashboardOffice.kim }
        #expect(looks.map(\.what) == ["senior.view", "senior.view", "senior.open"])
        #expect(looks.allSatisfy { $0.reason == "follow-up" && $0.who == "nurse" && $0.person == "김순자" })
    }

    @Test func `readings are for the health centre`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            _ = try await browser.send(Self.kim + "/open", ["reason": "card"])
            let page = try await browser.get(Self.kim).text
            #expect(page.contains("김순자") && page.contains("보건소에서 볼 수 있어요"))
            #expect(!page.contains("15 회") && !page.contains("data-chart"))
        }
    }

    @Test func `who refused health data has no readings on the page`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "nurse")
            _ = try await browser.send("/seniors/\(DashboardOffice.lee)/open", ["reason": "request"])
            let page = try await browser.get("/seniors/\(DashboardOffice.lee)").text
            #expect(page.contains("건강 정보에 동의하지 않으셨어요") && !page.contains("9 회"))
        }
    }

    @Test func `the chart carries the values as data, hollow where simulated`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "nurse")
            _ = try await browser.send(Self.kim + "/open", ["reason": "explanation"])
            let page = try await browser.get(Self.kim).text
            #expect(page.contains("&quot;values&quot;:[15,12]") && page.contains("&quot;simulated&quot;:[true,false]"))
        }
    }

    @Test func `unclaimed readings are listed with their reason and no name`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let page = try await Browser(client, as: "nurse").get("/centres/taejang/unclaimed").text
            #expect(page.contains("주인 없는 기록이 1건") && page.contains("21 회") && page.contains("재는 차례인 분이 없었어요"))
            #expect(!page.contains("12 회"))
        }
        #expect(try await office.log().first?.what == "unclaimed.list")
    }

    @Test func `the log's page shows who looked, with masked names`() async throws {
        try await DashboardOffice().visit { client in
            let nurse = try await Browser(client, as: "nurse")
            _ = try await nurse.send(Self.kim + "/open", ["reason": "counselling"])
            let page = try await Browser(client, as: "admin").get("/access-log").text
            #expect(page.contains("태장 경로당 · 김○자") && page.contains("건강 상담을 해 드리려고요") && page.contains("203.0.113.9"))
            #expect(!page.contains("김순자"))
        }
    }
}
