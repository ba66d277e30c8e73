import HTTPTypes
import Hummingbird

/// Where a request comes from: the peer, or what our own proxy wrote last.
///
/// `X-Forwarded-For` counts only behind a proxy of ours; anybody could write it otherwise.
struct ClientAddress: Sendable {
    let trustsProxy: Bool

    /// An IPv4 or IPv6 address without its port; empty in tests without a socket.
    func callAsFunction(of request: Request, _ context: OfficeRequestContext) -> String {
        guard trustsProxy, let name = HTTPField.Name("X-Forwarded-For"), let list = request.headers[name],
            let last = list.split(separator: ",").last?.trimmingPrefix(" "), last.utf8.count <= 45
        else { return context.remoteAddress }
        return String(last)
    }
}
