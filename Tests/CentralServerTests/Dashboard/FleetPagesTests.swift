import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import CentralServer

@Suite struct FleetPagesTests {
    private static func kiosk(_ change: (inout KioskRow) -> Void = { _ in }) -> KioskRow {
        let now = DashboardOffice.morning
        var row = KioskRow(
            deviceId: "d", centreId: "c", centre: "가 경로당", name: "기기", lastContactAt: now.addingTimeInterval(-5),
            unsent: 0, oldestUnsentAt: nil, quarantined: 0, appVersion: "1", freeDisk: 9_000_000_000,
            clockState: "synced")
        change(&row)
        return row
    }

    private static func health(_ change: (inout KioskRow) -> Void = { _ in }) -> KioskHealth {
        KioskHealth(kiosk(change), at: DashboardOffice.morning)
    }

    @Test func `the first page opens with a sentence and shows trouble first`() async throws {
        try await DashboardOffice().visit { client in
            let page = try await Browser(client, as: "office").get("/").text
            #expect(page.contains("경로당 2곳 가운데 1곳과 이어져 있어요"))
            #expect(page.contains("11월 21일 토요일 오전 10시 20분") && page.contains("마지막 소식 3초 전"))
            #expect(page.contains("끊김") && page.contains("어제 오후 2시 20분"))
            #expect(page.contains("문막 경로당") && !page.contains("태장 경로당</a>"))
        }
    }

    @Test func `the worst trouble stands first`() {
        let now = DashboardOffice.morning
        let order = [
            Self.health { $0.lastContactAt = nil },
            Self.health { $0.lastContactAt = now.addingTimeInterval(-90_000) },
            Self.health { $0.lastContactAt = now.addingTimeInterval(-1000) },
            Self.health { $0.oldestUnsentAt = now.addingTimeInterval(-8000) },
            Self.health { $0.oldestUnsentAt = now.addingTimeInterval(-4000) },
            Self.health { $0.quarantined = 3 }, Self.health { $0.quarantined = 1 },
            Self.health { $0.freeDisk = 100_000_000 }, Self.health { $0.freeDisk = 1_900_000_000 },
            Self.health { $0.clockState = "wrong" }, Self.health(),
        ]
        for (worse, better) in zip(order, order.dropFirst()) {
            #expect(worse.isMoreUrgent(than: better) && !better.isMoreUrgent(than: worse))
        }
        #expect(order.flatMap(\.states).map(\.word).suffix(4) == ["저장 공간 0.1GB 남음", "저장 공간 1.9GB 남음", "시계 틀림", "좋음"])
    }

    @Test func `a centre shows its kiosks with words for every state`() async throws {
        let office = try await DashboardOffice()
        try await office.write(
            "UPDATE kiosk SET unsent = 27, oldestUnsentAt = ?, quarantined = 2, clockState = 'wrong' WHERE centreId = 'taejang'",
            [DashboardOffice.morning.addingTimeInterval(-19 * 3600)])
        try await office.visit { client in
            let page = try await Browser(client, as: "office").get("/centres/taejang").text
            #expect(page.contains("기기 1대에 손이 필요해요"))
            for word in ["19시간 밀림", "따로 둔 기록 2건", "어제 오후 3시 20분", "20GB", "틀림", "3초 전"] {
                #expect(page.contains(word), "\(word)")
            }
        }
    }

    @Test func `a kiosk out of service is nowhere`() async throws {
        let office = try await DashboardOffice()
        try await office.write("UPDATE kiosk SET revokedAt = ? WHERE centreId = 'munmak'", [DashboardOffice.morning])
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            #expect(try await browser.get("/").text.contains("지금은 손볼 곳이 없어요"))
            #expect(try await browser.get("/centres/munmak").text.contains("아직 놓인 기기가 없어요"))
        }
    }

    @Test func `more than a hundred rows go on pages`() async throws {
        let office = try await DashboardOffice()
        try await office.store.write { db in
            for number in 100...249 {
                try Centre(id: "c\(number)", municipalityId: "wonju", name: "마을 \(number) 경로당").insert(db)
            }
        }
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            let (first, second) = (
                try await browser.get("/centres").text, try await browser.get("/centres?page=2").text
            )
            let rows = [first, second].map { $0.components(separatedBy: "<tr><td>").count - 1 }
            #expect(rows == [100, 52])
            #expect(first.contains("모두 152줄 가운데 1쪽 / 2쪽") && first.contains("/centres?page=2"))
            #expect(try await browser.get("/centres?page=-7").text == first)
        }
    }

    @Test(arguments: [
        "SELECT COUNT(*) FROM attendance a WHERE a.centreId = 'c' AND a.day = '2026-11-21'",
        "SELECT * FROM reading WHERE personId = 'p' ORDER BY takenAt DESC",
        "SELECT * FROM reading WHERE centreId = 'c' AND personId IS NULL ORDER BY takenAt DESC",
        "SELECT * FROM person WHERE centreId = 'c' ORDER BY name",
        "SELECT reason FROM accessLog WHERE userId = 'u' AND personId = 'p' AND at >= 0",
    ])
    func `what is asked often is found by an index, already in order`(sql: String) async throws {
        let plan = try await OfficeStore.inMemory().read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.contains("USING") && !$0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `static files are few, named and remembered`() async throws {
        try await DashboardOffice().visit { client in
            let browser = Browser(client)
            let css = try await browser.get("/static/office.css")
            #expect(css.status == .ok && css.headers[.cacheControl] == "public, max-age=3600")
            let again = try await client.executeRequest(
                uri: "/static/office.css", method: .get, headers: [.ifNoneMatch: try #require(css.headers[.eTag])],
                body: nil)
            #expect(again.status == .notModified && again.body.readableBytes == 0)
            for path in ["/static/../Package.swift", "/static/%2e%2e/templates/frame.mustache", "/static/office"] {
                #expect(try await browser.get(path).status == .notFound, "\(path)")
            }
        }
    }
}
