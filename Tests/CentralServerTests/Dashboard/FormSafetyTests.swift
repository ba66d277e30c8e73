import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct FormSafetyTests {
    private static let forms = [
        "/sign-out", "/notices", "/notices/preview", "/notices/edit", "/notices/x/withdraw",
        "/seniors/\(DashboardOffice.kim)/open",
    ]

    @Test(arguments: forms) func `a form without the session's token changes nothing`(path: String) async throws {
        let office = try await DashboardOffice()
        try await office.visit { client in
            let browser = try await Browser(client, as: "admin")
            let other = try await Browser(client, as: "office").csrf()
            #expect(try await browser.post(path, ["reason": "card"], csrf: nil).status == .forbidden)
            #expect(try await browser.post(path, ["reason": "card"], csrf: other).status == .forbidden)
            #expect(try await browser.get("/").status == .ok)
        }
        #expect(office.changes.all.isEmpty)
        #expect(try await office.log().allSatisfy { $0.what == "sign-in" })
    }

    @Test func `another site's form is refused even at the door`() async throws {
        try await DashboardOffice().visit { client in
            let response = try await Browser(client).post(
                "/sign-in", ["account": "office", "password": DashboardOffice.password], csrf: nil,
                extra: [.origin: "https://elsewhere.example"])
            #expect(response.status == .forbidden)
            #expect(response.headers[.setCookie] == nil)
        }
    }

    @Test func `a form that is too long is refused`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let long = String(repeating: "가", count: 3000)
            #expect(try await browser.send("/notices/preview", ["text": long]).status == .badRequest)
        }
    }

    @Test(arguments: ["/", "/sign-in", "/nowhere", "/centres/nowhere"])
    func `every page says how little it may do`(path: String) async throws {
        try await DashboardOffice().visit { client in
            let headers = try await Browser(client, as: "office").get(path).headers
            #expect(headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true)
            #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
            #expect(headers[.cacheControl] == "no-store")
            for (name, value) in [("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff")] {
                #expect(headers[try #require(HTTPField.Name(name))] == value)
            }
        }
    }

    @Test(arguments: ["\"\u{301} onfocus=alert(1) x=", "<\u{301}script>", "'\u{200D}", "&\u{FE0F}amp;"])
    func `a mark melted into a letter cannot leave its attribute`(text: String) {
        let safe = MarkupText.withoutJoiners(text)
        #expect(safe.contains { "<>&\"'".contains($0) })
        #expect(!safe.contains { $0.unicodeScalars.count > 1 })
    }

    @Test func `what somebody wrote comes back as text`() async throws {
        try await DashboardOffice().visit { client in
            let browser = try await Browser(client, as: "office")
            let page = try await browser.send(
                "/notices/edit", ["title": "\"\u{301}><script>alert(1)</script>", "text": "</textarea><b>"]
            ).text
            #expect(!page.contains("<script>alert"))
            let melted = page.unicodeScalars.contains("\u{301}")
            #expect(!melted)
            #expect(!page.contains("</textarea><b>"))
            #expect(page.contains("&lt;/textarea&gt;&lt;b&gt;"))
        }
    }
}
