import HTTPTypes
import Hummingbird
import NIOCore

/// Where a request comes from: the peer, or what our own proxy wrote last.
///
/// `X-Forwarded-For` counts only if the peer is a proxy of ours; anybody could write it otherwise.
struct ClientAddress: Sendable {
    let proxies: ProxyAddresses

    /// An IPv4 or IPv6 address without its port; empty in tests without a socket.
    func callAsFunction(of request: Request, _ context: OfficeRequestContext) -> String {
        guard proxies.contains(context.remoteAddress), let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last?.trimmingPrefix(" "),
            ProxyAddresses.isAddress(last)
        else { return context.remoteAddress }
        return String(last)
    }
}

/// The addresses of the reverse proxies whose word on a client's address counts.
public struct ProxyAddresses: Equatable, Sendable {
    /// Nobody's word counts.
    public static let none = ProxyAddresses(addresses: [])

    private let addresses: Set<String>

    private init(addresses: Set<String>) { self.addresses = addresses }

    /// Reads addresses apart by commas, `127.0.0.1, ::1`.
    /// - Throws: ``SettingsError/notAnAddress(_:)`` for a name, a network, or an address with a port.
    public init(_ list: String) throws(SettingsError) {
        var addresses: Set<String> = []
        for word in list.split(separator: ",").map({ $0.trimmingPrefix(" ") }) {
            let word = word.prefix { $0 != " " }
            guard Self.isAddress(word) else { throw .notAnAddress(String(word)) }
            addresses.insert(String(word))
        }
        self.addresses = addresses
    }

    /// For tests without a socket, where the peer has no address.
    static let withoutSocket = ProxyAddresses(addresses: [""])

    /// True for one of them, also where a socket for both families spells an IPv4 peer as IPv6.
    func contains(_ peer: String) -> Bool {
        addresses.contains(peer) || peer.hasPrefix("::ffff:") && addresses.contains(String(peer.dropFirst(7)))
    }

    /// An IPv4 or IPv6 address as it is written, nothing around it.
    static func isAddress(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= 45 else { return false }
        do { _ = try SocketAddress(ipAddress: String(text), port: 0) } catch { return false }
        return true
    }
}
