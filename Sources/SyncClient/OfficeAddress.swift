import Foundation

/// Where the office answers: `https://host` or `https://host:port`, nothing behind it.
public struct OfficeAddress: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Scheme, host and port without a slash at the end.
    public let origin: String

    /// Reads an address. Plain HTTP is for this machine alone unless it is asked for: names travel inside.
    public init(_ text: String, allowingPlainHTTP: Bool = false) throws(OfficeAddressError) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
            !host.isEmpty
        else { throw .notAnAddress }
        guard scheme == "https" || scheme == "http" else { throw .unknownScheme }
        guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
            parts.path.isEmpty || parts.path == "/"
        else { throw .moreThanAnOrigin }
        let isHere = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased())
        guard scheme == "https" || isHere || allowingPlainHTTP else { throw .plainHTTP }
        let port = parts.port.map { ":\($0)" } ?? ""
        origin = "\(scheme)://\(host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host)\(port)"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        try self.init(container.decode(String.self), allowingPlainHTTP: true)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(origin)
    }

    public var description: String { origin }
}

/// Why a text is no office's address.
public enum OfficeAddressError: Error, Equatable, Sendable {
    case notAnAddress
    case unknownScheme
    /// User, path, query or fragment do not belong into it.
    case moreThanAnOrigin
    case plainHTTP
}
