/// Why bytes did not become a value, and when it makes sense to ask again.
public struct FeedError: Error, Equatable, Sendable {
    public var code: Code
    /// Asking again will not help until a person changes something.
    public var permanent: Bool
    public var retryAfter: RetryAfter

    public init(_ code: Code, permanent: Bool = false, retryAfter: RetryAfter = .none) {
        (self.code, self.permanent, self.retryAfter) = (code, permanent, retryAfter)
    }

    /// The violated fact.
    public enum Code: Equatable, Sendable {
        /// The service refused, with its own code, e.g. `22`.
        case service(String)
        case httpStatus(Int)
        /// Nothing came back: no name, no route, a time-out.
        case unreachable
        case emptyBody
        case tooLarge(limit: Int)
        case undecodableText
        /// A web page came instead of data.
        case webPage
        /// Words came instead of data.
        case bareText
        case xml(SafeXMLError)
        case json(SafeJSONError)
        /// Bytes that are no message of Protocol Buffers, or lack what the format requires.
        case wire(WireError)
        case csv(SafeCSVError)
        /// Well-formed, but not what this source sends.
        case unexpectedShape
        /// The named key of a source is not known here.
        case missingKey
        case badAddress
    }

    /// How long to stay away; `none` leaves it to the poller's own back-off.
    public enum RetryAfter: Equatable, Sendable {
        case none
        case seconds(Int)
        /// Until 00:00 in Korea, when quotas start anew.
        case untilNextKoreanDay
    }
}

extension FeedError.Code: CustomStringConvertible {
    /// A short fixed word for reports; it never holds an address, a key or a body.
    public var description: String {
        switch self {
        case .service(let code): "service-\(code)"
        case .httpStatus(let status): "http-\(status)"
        case .unreachable: "unreachable"
        case .emptyBody: "empty-body"
        case .tooLarge(let limit): "too-large-\(limit)"
        case .undecodableText: "undecodable-text"
        case .webPage: "web-page"
        case .bareText: "bare-text"
        case .xml(let error): "xml-" + Self.word(error)
        case .json(let error): "json-" + Self.word(error)
        case .wire(let error): "wire-" + Self.word(error)
        case .csv(let error): "csv-" + Self.word(error)
        case .unexpectedShape: "unexpected-shape"
        case .missingKey: "missing-key"
        case .badAddress: "bad-address"
        }
    }

    /// `tooDeep` as `too-deep`, without what the case carries.
    private static func word(_ error: some Error) -> String {
        "\(error)".prefix { $0.isLetter }.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}

extension FeedError: Encodable {
    private enum Key: String, CodingKey { case code, permanent, retryAfter }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(code.description, forKey: .code)
        try container.encode(permanent, forKey: .permanent)
        switch retryAfter {
        case .none: break
        case .seconds(let seconds): try container.encode("\(seconds)s", forKey: .retryAfter)
        case .untilNextKoreanDay: try container.encode("untilNextKoreanDay", forKey: .retryAfter)
        }
    }
}
