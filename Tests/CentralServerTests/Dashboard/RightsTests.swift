import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct RightsTests {
    private static let foreign = [
        "/centres/dangsan", "/centres/dangsan/seniors", "/centres/dangsan/unclaimed",
        "/seniors/\(DashboardOffice.stranger)",
    ]

    @Test(arguments: foreign) func `another municipality's things are not there`(path: String) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            for account in ["nurse", "admin"] {
                let response = try await Browser(client, as: account).get(path)
                #expect(response.status == .notFound)
                #expect(!response.text.contains("당산") && !response.text.contains("복례"))
            }
            #expect(try await Browser(client, as: "all").get(path).status == .ok)
        }
    }

    @Test func `another municipality's senior cannot be opened, nor its notice withdrawn`() async throws {
        let office = try await DashboardOffice()
        try await office.store.write { db in
            try OfficeNotice(
                id: "far", municipalityId: "ydp", title: "가", text: "나", fromWhom: "다", createdBy: "user-all",
                createdAt: DashboardOffice.morning
            ).insert(db)
        }
        try await office.visit { client in
            let browser = try await Browser(client, as: "admin")
            let open = "/seniors/\(DashboardOffice.stranger)/open"
            #expect(try await browser.send(open, ["reason": "card"]).status == .notFound)
            #expect(try await browser.send("/notices/far/withdraw").status == .notFound)
        }
        #expect(try await office.log().allSatisfy { $0.what == "sign-in" })
        let withdrawn = try await office.store.read { try OfficeNotice.fetchOne($0, key: "far")?.withdrawnAt }
        #expect(withdrawn == nil)
    }

    @Test func `another municipality's numbers do not show in ours`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            for path in ["/", "/centres", "/attendance", "/attendance/month", "/notices"] {
                let page = try await browser.get(path)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("당산"), "\(path)")
            }
            #expect(try await browser.get("/attendance").text.contains("11월 21일 토요일, 2명이 나오셨어요"))
        }
    }

    @Test(arguments: [
        ("office", "/access-log"), ("nurse", "/access-log"), ("nurse", "/notices"), ("nurse", "/notices/new"),
    ])
    func `a role sees only what it is for`(account: String, path: String) async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: account)
            #expect(try await browser.get(path).status == .forbidden)
            #expect(!(try await browser.get("/").text.contains("href=\"\(path)\"")))
        }
    }

    @Test func `an id longer than any of ours is not there`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "admin")
            let long = String(repeating: "a", count: 500)
            #expect(try await browser.get("/centres/\(long)").status == .notFound)
            #expect(try await browser.get("/seniors/%27%20OR%201=1").status == .notFound)
        }
    }
}
