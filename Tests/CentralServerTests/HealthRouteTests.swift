import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import CentralServer

@Suite struct HealthRouteTests {
    @Test func `a load balancer hears that the office can work`() async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            let response = try await client.executeRequest(uri: "/healthz", method: .get)
            #expect(response.status == .ok)
            #expect(String(buffer: response.body) == "ok\n")
            #expect(response.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `without its database it asks for no work`() async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            try office.store.database.close()
            #expect(try await client.executeRequest(uri: "/healthz", method: .get).status == .serviceUnavailable)
        }
    }
}
