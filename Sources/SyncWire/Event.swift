import Foundation

/// A body that an event may carry. Its shape never changes once released: a new shape is a new version.
public protocol EventBody: Codable, Equatable, Sendable {
    static var type: EventType { get }
    static var typeVersion: Int { get }
}

/// An event with its body, ready to be frozen or just read.
public struct Event<Body: EventBody>: Codable, Equatable, Sendable {
    public var header: EventHeader
    public var body: Body

    public init(header: EventHeader, body: Body) {
        self.header = header
        self.body = body
    }

    private enum BodyKey: String, CodingKey { case body }

    public init(from decoder: any Decoder) throws {
        header = try EventHeader(from: decoder)
        body = try decoder.container(keyedBy: BodyKey.self).decode(Body.self, forKey: .body)
    }

    public func encode(to encoder: any Encoder) throws {
        try header.encode(to: encoder)
        var container = encoder.container(keyedBy: BodyKey.self)
        try container.encode(body, forKey: .body)
    }
}

/// The one way in which bytes for hashing and signing are made: JSON, keys sorted, slashes bare, no line breaks.
public enum CanonicalJSON {
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws -> Value {
        try JSONDecoder().decode(type, from: bytes)
    }
}
