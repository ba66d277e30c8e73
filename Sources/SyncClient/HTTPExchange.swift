import Foundation

/// One request as a transport sends it.
public struct HTTPRequestValue: Equatable, Sendable {
    public var method: String
    public var url: String
    public var headers: [String: String]
    public var body: Data
    /// A longer reply is not read.
    public var maximumReplyBytes: Int

    public init(method: String, url: String, headers: [String: String], body: Data, maximumReplyBytes: Int) {
        (self.method, self.url, self.headers) = (method, url, headers)
        (self.body, self.maximumReplyBytes) = (body, maximumReplyBytes)
    }
}

/// One reply, whole. Header names are in lower case.
public struct HTTPResponseValue: Equatable, Sendable {
    public var status: Int
    public var headers: [String: String]
    public var body: Data

    public init(status: Int, headers: [String: String], body: Data) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }
}

/// Sends a request and waits for the whole reply; throws ``NetworkFailure`` and nothing else.
public typealias HTTPExchange = @Sendable (HTTPRequestValue) async throws(NetworkFailure) -> HTTPResponseValue

/// Why there is no answer from the office. None of these says anything about the office itself.
public enum NetworkFailure: Error, Equatable, Sendable {
    /// No connection: no link, no name, refused, bad certificate.
    case unreachable(String)
    /// Connected, and nothing came in time.
    case timedOut
    /// The connection ended before the reply did.
    case cut
    /// The reply is longer than it may be.
    case tooLong
    /// Somebody answered who cannot sign as the office: a portal, a proxy, an impostor.
    case untrusted(status: Int)
    case cancelled
}
