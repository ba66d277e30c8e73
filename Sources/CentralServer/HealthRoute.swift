import GRDB
import HTTPTypes
import Hummingbird
import Logging

/// `GET /healthz`: may this process be sent work? For a load balancer: cheap, without a session, and it says nothing
/// about anybody.
struct HealthRoute: Sendable {
    let store: OfficeStore

    /// 200 `ok` while the database answers, 503 otherwise.
    func add(to router: Router<OfficeRequestContext>) {
        router.get("/healthz") { _, context in
            do {
                _ = try await store.read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM kiosk LIMIT 1") }
                return Response(status: .ok, headers: Self.headers, body: .init(byteBuffer: .init(string: "ok\n")))
            } catch {
                context.logger.error("The database does not answer", metadata: ["error": "\(type(of: error))"])
                return Response(status: .serviceUnavailable, headers: Self.headers)
            }
        }
    }

    private static let headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
}
