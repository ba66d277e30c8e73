import FitnessMeasure
import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct PlanPageTests {
    private static let path = "/seniors/\(DashboardOffice.kim)/plan"

    private static func office() async throws -> DashboardOffice {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(DashboardOffice.wholeBattery)
        try await office.pressure(128, 76)
        return office
    }

    /// The hidden fields of the page's decisions.
    private static func seen(_ browser: Browser) async throws -> [String: String] {
        let page = try await browser.get(path).text
        let plan = try #require(page.firstMatch(of: #/name="plan" value="([0-9A-F-]{36})"/#)).1
        let steps = try #require(page.firstMatch(of: #/name="steps" value="(\d+)"/#)).1
        return ["plan": String(plan), "steps": String(steps)]
    }

    @Test func `the rules propose with the level and why, and nothing is kept yet`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            let page = try await Browser.nurse(client, opens: DashboardOffice.kim).get(Self.path).text
            #expect(page.contains("이런 운동을 제안해요") && page.contains("C단계") && page.contains("vivifrail.gait.C"))
            #expect(page.contains("걷기") && page.contains("vivifrail_levels.csv:"))
        }
        #expect(try await office.plan() == nil)
    }

    @Test func `a nurse proposes, changes, approves, begins and ends a plan, and its history says who and why`()
        async throws
    {
        let office = try await Self.office()
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            let proposed = try await browser.send(Self.path + "/propose")
            #expect(proposed.headers[.location] == Self.path + "?done=proposed")
            #expect(try await office.plan()?.plan.state == .proposed)
            office.clock.advance(60)

            var fields = try await Self.seen(browser)
            let edit = try await browser.get(Self.path + "/change").text
            for match in edit.matches(of: #/name="((?:amount|times|days|retest)\.\w+)" value="([^"]*)"/#) {
                fields[String(match.1)] = String(match.2)
            }
            for match in edit.matches(of: #/name="keep\.(\d+)"/#).dropFirst() { fields["keep.\(match.1)"] = "1" }
            fields.merge(["level": "C", "reason": "exercise"]) { $1 }
            let sent = try await browser.send(Self.path + "/change", fields)
            #expect(sent.headers[.location] == Self.path + "?done=changed")
            let changed = try #require(try await office.plan()?.plan)
            let counts = changed.revisions.map(\.lines.count)
            #expect(changed.state == .changed && counts[1] == counts[0] - 1)

            fields = try await Self.seen(browser)
            _ = try await browser.send(Self.path + "/approve", fields)
            #expect(try await office.plan()?.plan.state == .approved)
            fields = try await Self.seen(browser)
            _ = try await browser.send(Self.path + "/begin", fields)
            #expect(try await office.plan()?.plan.contentInForce == changed.revisions[1])
            fields = try await Self.seen(browser)
            fields["reason"] = "wish"
            _ = try await browser.send(Self.path + "/end", fields)
            #expect(try await office.plan() == nil)
            let page = try await browser.get(Self.path).text
            #expect(page.contains("지난 처방") && page.contains("nurse") && page.contains("하기 어려운 운동이 있어요"))
            #expect(page.contains("어르신이 그만하기를 바라셨어요") && page.contains("규칙 2026-11"))
        }
        let acts = try await office.log().filter { $0.what == "plan.step" }
        #expect(acts.count == 5 && acts.allSatisfy { $0.personId == DashboardOffice.kim && $0.who == "nurse" })
    }

    @Test func `another level makes the rules choose anew`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            _ = try await browser.send(Self.path + "/propose", ["level": "A", "fact.recurrent_falls": "1"])
            let plan = try #require(try await office.plan()?.plan.revisions.first)
            #expect(plan.level == .a && plan.isFallRisk)
            #expect(plan.reasons.map(\.rule).contains("health_centre.A"))
            #expect(plan.lines.allSatisfy { ![.floor, .jump, .water].contains($0.position) })
        }
    }

    @Test func `whoever looked at an older page decides nothing`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            _ = try await browser.send(Self.path + "/propose")
            let fields = try await Self.seen(browser)
            _ = try await browser.send(Self.path + "/approve", fields.merging(["begin": "1"]) { $1 })
            let late = try await browser.send(Self.path + "/end", fields.merging(["reason": "wish"]) { $1 })
            #expect(late.status == .ok && late.text.contains("그 사이에 안이 바뀌었어요"))
            #expect(try await office.plan()?.plan.state == .active)
            #expect(try await browser.send(Self.path + "/approve", ["plan": "x"]).status == .badRequest)
        }
    }

    @Test func `where the gate stopped there is a referral and no plan`() async throws {
        let office = try await Self.office()
        try await office.pressure(212, 98, minutesAgo: 80)
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            let page = try await browser.get(Self.path).text
            #expect(page.contains("운동보다 진료가 먼저예요") && page.contains("acsm_rest_sys"))
            #expect(!page.contains("id=\"propose\""))
            #expect(try await browser.send(Self.path + "/propose").text.contains("지금은 할 수 없는 일이에요"))
            #expect(try await office.plan() == nil)
            for _ in 1...2 { _ = try await browser.send(Self.path + "/refer") }
            #expect(try await office.store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM referral") } == 1)
            #expect(try await browser.get(Self.path).text.contains("보건소로 오시라고 알렸어요"))
            _ = try await browser.send(Self.path + "/met")
            #expect(try await browser.get(Self.path).text.contains("보건소로 오시라고 알리기"))
        }
    }

    @Test func `an office clerk may neither see nor decide`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            let clerk = try await Browser(client, as: "office")
            _ = try await clerk.send("/seniors/\(DashboardOffice.kim)/open", ["reason": "card"])
            #expect(try await clerk.get(Self.path).status == .forbidden)
            #expect(try await clerk.send(Self.path + "/propose").status == .forbidden)
        }
        #expect(try await office.plan() == nil)
    }

    @Test func `the week on paper has large words, every day and no rule`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            let browser = try await Browser.nurse(client, opens: DashboardOffice.kim)
            _ = try await browser.send(Self.path + "/propose")
            #expect(try await browser.get(Self.path + "/week").status == .seeOther)
            let fields = try await Self.seen(browser)
            _ = try await browser.send(Self.path + "/approve", fields.merging(["begin": "1"]) { $1 })
            let page = try await browser.get(Self.path + "/week").text
            #expect(page.contains("1주째") && page.contains("<th>월</th>") && page.contains("걷기") && page.contains("●"))
            #expect(!page.contains("vivifrail") && !page.contains(".csv"))
        }
    }

    @Test func `a stored plan is read through its whole history, and a step never changes`() async throws {
        let office = try await Self.office()
        try await office.visit { client in
            _ = try await Browser.nurse(client, opens: DashboardOffice.kim).send(Self.path + "/propose")
        }
        await #expect(throws: DatabaseError.self) { try await office.write("UPDATE planStep SET stepJSON = '{}'") }
        try await office.write(
            """
            INSERT INTO planStep (planId, number, stepJSON) SELECT planId, 2,
            '{"act":{"activate":{"revision":1}},"by":{"id":"x","role":"health_centre"},"at":"2026-11-21T02:00:00Z"}'
            FROM planStep
            """)
        await #expect(throws: (any Error).self) { try await office.plan() }
    }
}
