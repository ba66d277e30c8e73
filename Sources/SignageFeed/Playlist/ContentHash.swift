/// The SHA-256 of a file: its name everywhere. 64 lower-case hexadecimal digits.
public struct ContentHash: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    /// nil for anything else, so that a name can never lead out of a folder.
    public init?(_ text: String) {
        let isHash = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard text.utf8.count == 64, isHash else { return nil }
        description = text
    }

    private init(known text: String) { description = text }

    /// Sixty-four noughts: nobody knows a file that has it. For examples.
    public static let noughts = ContentHash(known: String(repeating: "0", count: 64))

    public static func < (a: ContentHash, b: ContentHash) -> Bool { a.description < b.description }
}

extension ContentHash: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = ContentHash(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no hash")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
