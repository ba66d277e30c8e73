import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import CentralServer

/// A person at a browser: keeps the cookie and finds the form's token on the page.
struct Browser {
    let client: any TestClientProtocol
    var cookie: String?
    var address = "203.0.113.9"

    init(_ client: any TestClientProtocol) { self.client = client }

    /// One that has signed in.
    init(_ client: any TestClientProtocol, as account: String) async throws {
        self.client = client
        let response = try await signIn(account, DashboardOffice.password)
        #expect(response.status == .seeOther)
        cookie = response.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.executeRequest(uri: path, method: .get, headers: headers, body: nil)
    }

    func signIn(_ account: String, _ password: String) async throws -> TestResponse {
        try await post("/sign-in", ["account": account, "password": password], csrf: nil)
    }

    /// Sends a form with the token of the first page, as its forms do.
    func send(_ path: String, _ fields: [String: String] = [:]) async throws -> TestResponse {
        try await post(path, fields, csrf: try await csrf())
    }

    func post(
        _ path: String, _ fields: [String: String], csrf: String?, extra: HTTPFields = [:]
    ) async throws -> TestResponse {
        var fields = fields
        fields["csrf"] = csrf
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers.append(contentsOf: extra)
        return try await client.executeRequest(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: Self.encoded(fields)))
    }

    func csrf() async throws -> String {
        let page = String(buffer: try await get("/").body)
        let found = try #require(page.firstMatch(of: #/name="csrf" value="([0-9a-f]{64})"/#))
        return String(found.1)
    }

    private var headers: HTTPFields {
        var headers: HTTPFields = [:]
        headers[.cookie] = cookie
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = address }
        return headers
    }

    private static func encoded(_ fields: [String: String]) -> String {
        let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..."\u{7f}"))
        return fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
