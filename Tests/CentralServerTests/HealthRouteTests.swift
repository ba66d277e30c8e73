import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct HealthRouteTests {
    @Test func `a load balancer hears that the office can work`() async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            let response = try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
            #expect(response.status == .ok)
            #expect(String(buffer: response.body) == "ok\n")
            #expect(response.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `without its database it asks for no work`() async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            try await office.store.write { db in try db.execute(sql: "ALTER TABLE kiosk RENAME TO elsewhere") }
            #expect(
                try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil).status
                    == .serviceUnavailable)
        }
    }
}
