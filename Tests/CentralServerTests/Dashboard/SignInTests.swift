import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct SignInTests {
    @Test func `a stranger is led to the door from every page`() async throws {
        try await DashboardOffice().visit { client in
            for path in ["/", "/centres", "/centres/taejang", "/seniors/\(DashboardOffice.kim)", "/access-log"] {
                let response = try await Browser(client).get(path)
                #expect(response.status == .seeOther, "\(path)")
                #expect(response.headers[.location] == "/sign-in", "\(path)")
            }
        }
    }

    @Test func `the cookie is for this site only and its secret is not in the database`() async throws {
        let office = try await DashboardOffice(isSecure: true)
        try await office.visit { client in
            let response = try await Browser(client).signIn("office", DashboardOffice.password)
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-sarangbang="))
            for mark in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] { #expect(cookie.contains(mark)) }
            let secret = cookie.dropFirst("__Host-sarangbang=".count).prefix(64)
            let stored = try await office.store.read {
                try String.fetchOne($0, sql: "SELECT tokenHash FROM webSession")
            }
            #expect(secret.count == 64 && stored != String(secret))
        }
    }

    @Test func `a wrong password and an unknown account get the same answer`() async throws {
        try await DashboardOffice().visit { client in
            let wrong = try await Browser(client).signIn("nurse", "not the password")
            let unknown = try await Browser(client).signIn("nobody", "not the password")
            #expect(wrong.status == .forbidden && unknown.status == .forbidden)
            #expect(wrong.text.replacing("nurse", with: "nobody") == unknown.text)
        }
    }

    @Test func `after five wrong tries the account rests for ten minutes`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            for _ in 1...5 { _ = try await Browser(client).signIn("office", "not the password") }
            #expect(try await Browser(client).signIn("office", DashboardOffice.password).status == .forbidden)
            office.clock.advance(599)
            #expect(try await Browser(client).signIn("office", DashboardOffice.password).status == .forbidden)
            office.clock.advance(2)
            #expect(try await Browser(client).signIn("office", DashboardOffice.password).status == .seeOther)
        }
    }

    @Test func `a good password clears the wrong tries before it`() async throws {
        try await DashboardOffice().visit { client in
            for _ in 1...2 {
                for _ in 1...4 { _ = try await Browser(client).signIn("office", "not the password") }
                #expect(try await Browser(client).signIn("office", DashboardOffice.password).status == .seeOther)
            }
        }
    }

    @Test func `half an hour of silence ends a session, work keeps it`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            for _ in 1...3 {
                office.clock.advance(29 * 60)
                #expect(try await browser.get("/").status == .ok)
            }
            office.clock.advance(31 * 60)
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func `nobody stays signed in for more than twelve hours`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "office")
            for _ in 1...24 {
                #expect(try await browser.get("/").status == .ok)
                office.clock.advance(30 * 60)
            }
            office.clock.advance(1)
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func `signing out ends the session at the server, too`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let response = try await browser.send("/sign-out")
            #expect(response.headers[.location] == "/sign-in?left=1")
            #expect(try await browser.get("/").status == .seeOther)
        }
    }

    @Test func `coming, failing and leaving are written down`() async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            _ = try await Browser(client).signIn("office", "not the password")
            _ = try await Browser(client, as: "office").send("/sign-out")
        }
        let log = try await office.log()
        #expect(log.map(\.what) == ["sign-out", "sign-in", "sign-in.failed"])
        #expect(log.allSatisfy { $0.fromAddress == "203.0.113.9" && $0.who == "office" })
    }

    @Test(arguments: ["x", "", String(repeating: "g", count: 64), String(repeating: "A", count: 64)])
    func `a cookie that is none of ours is no session`(value: String) {
        #expect(SessionToken(cookie: value) == nil)
    }
}
