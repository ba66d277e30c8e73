import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct EvaluationPageTests {
    private static let path = "/seniors/\(DashboardOffice.kim)/evaluation"

    @Test func `a whole battery has five levels, an estimated grade with its label, and percentiles`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.pressure(128, 76)
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("추정 등급, 공식 인증 아님") && !page.contains("등급을 매길 수 없어요"))
            #expect(page.contains("steps-") && page.contains("단계</td>") && page.contains("33.9%"))
            #expect(page.contains("만 77세") && page.contains("기준표 2026-11"))
            #expect(page.contains("awgs2019.gait") && page.contains("출처에서 읽음"))
            #expect(page.contains("kiosk_item_levels.csv:"))
        }
        #expect(try await office.log().first?.what == "evaluation.view")
    }

    @Test func `what is missing is told instead of a grade`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure([("grip_relative", "grip", "19.0", "kg"), ("figure8_walk", "duration", "31.2", "s")])
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("등급을 매길 수 없어요") && page.contains("추정 등급, 공식 인증 아님"))
            #expect(page.contains("몸무게를 몰라서") && page.contains("하체 근력 항목을 재지 않았어요"))
            #expect(page.contains("혈압을 재지 않았어요"))
            // Open for want of knowledge only.
            #expect(page.contains("다 살피지 못함") && !page.contains("해도 됨"))
        }
    }

    @Test func `a rule of the gate stands with its value and its limit`() async throws {
        let office = try await DashboardOffice()
        try await office.pressure(206, 96)
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("멈추고 연계") && page.contains("acsm_rest_sys") && page.contains("206 (한계 200)"))
        }
    }

    @Test(arguments: [("14", "10", false), ("16", "10", true)])
    func `a change is told only beyond the noise of the test`(now: String, before: String, isTold: Bool) async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        let stands = { (count: String) in [("chair_stand_30s", "repetitions", count, "{repetitions}")] }
        try await office.measure(stands(isTold ? before : "13"), daysAgo: 60)
        try await office.measure(stands(now))
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("(60일 전)보다") == isTold)
            #expect(page.contains("6회 좋아졌어요") == isTold)
        }
    }

    @Test func `the senior's words are apart and hold no grade, flag or rule`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            let words = try #require(page.firstMatch(of: #/어르신께 드리는 말<\/h2>(?<card>[\s\S]*?)<\/section>/#)).card
            #expect(words.contains("조금 더 해 볼 것"))
            #expect(["등급", "awgs", "sft", "recalled"].allSatisfy { !words.contains($0) })
        }
    }

    @Test func `an old battery can be opened and is evaluated at the age of its day`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(DashboardOffice.wholeBattery, daysAgo: 400)
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            let old = try await browser.get(Self.path + "?day=2025-10-17").text
            #expect(old.contains("만 76세") && old.contains("10월 17일 체력 평가"))
            #expect(try await browser.get(Self.path + "?tables=1999-01").status == .notFound)
            #expect(try await browser.get(Self.path + "?tables=2026-11").text.contains("기준표 2026-11"))
        }
    }

    @Test func `the tables of the first look are remembered`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            _ = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path)
        }
        let kept = try await office.store.read { try String.fetchAll($0, sql: "SELECT tables FROM evaluation") }
        #expect(kept == ["2026-11"])
        try await office.write("UPDATE evaluation SET tables = '2025-06'")
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("처음에는 2025-06(으)로 평가했어요"))
        }
    }

    @Test func `only the health centre sees it, with a reason, and only with consent`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            #expect(try await Browser(client, as: "nurse").get(Self.path).text.contains("왜 펼쳐 보시나요"))
            let clerk = try await Browser(client, as: "office")
            _ = try await clerk.send("/seniors/\(DashboardOffice.kim)/open", ["reason": "card"])
            #expect(try await clerk.get(Self.path).status == .forbidden)
            let nurse = try await Browser.nurse(client, opens: DashboardOffice.lee)
            #expect(try await nurse.get("/seniors/\(DashboardOffice.lee)/evaluation").status == .forbidden)
            let other = try await Browser.nurse(client, opens: DashboardOffice.stranger)
            #expect(try await other.get("/seniors/\(DashboardOffice.stranger)/evaluation").status == .notFound)
        }
    }
}
