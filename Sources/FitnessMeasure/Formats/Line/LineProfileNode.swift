/// One mapping of a profile file that knows all its keys: a misspelt one is an error, not silence.
struct LineProfileNode {
    private let container: KeyedDecodingContainer<Key>
    /// Each value, pattern and rule costs time with every line.
    static let longestList = 64

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(_ decoder: any Decoder, knows keys: String...) throws {
        container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys where !keys.contains(key.stringValue) {
            throw fault(key.stringValue, "unknown key; here are known: \(keys.joined(separator: ", "))")
        }
    }

    func has(_ key: String) -> Bool { container.contains(Key(stringValue: key)) }

    func get<Value: Decodable>(_ key: String, as: Value.Type = Value.self) throws -> Value {
        try container.decode(Value.self, forKey: Key(stringValue: key))
    }

    func get<Value: Decodable>(_ key: String, or value: Value) throws -> Value {
        try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key)) ?? value
    }

    func find<Value: Decodable>(_ key: String, as: Value.Type = Value.self) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key))
    }

    /// A list, empty if the key is not there. Longer than ``longestList`` is no profile.
    func list<Value: Decodable>(_ key: String) throws -> [Value] {
        let values: [Value] = try get(key, or: [])
        guard values.count <= Self.longestList else { throw fault(key, "more than \(Self.longestList)") }
        return values
    }

    /// Bytes, none if the key is not there.
    func bytes(_ key: String) throws -> [UInt8] { try find(key, as: LineProfileBytes.self)?.bytes ?? [] }

    /// Four hex digits, in lower case.
    func hexNumber(_ key: String) throws -> String {
        let text: String = try get(key)
        guard text.utf8.count == 4, Hex.bytes(text) != nil else {
            throw fault(key, "\"\(text)\" is not four hex digits")
        }
        return text.lowercased()
    }

    /// An integer within limits.
    func integer(_ key: String, or value: Int? = nil, in range: ClosedRange<Int>) throws -> Int {
        let number = try value.map { try get(key, or: $0) } ?? get(key)
        guard range.contains(number) else {
            throw fault(key, "\(number) is not within \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Seconds, above zero and at most an hour, kept to the millisecond.
    func seconds(_ key: String, or value: Double? = nil) throws -> Duration {
        let number = try value.map { try get(key, or: $0) } ?? get(key)
        guard number >= 0.001, number <= 3600 else { throw fault(key, "\(number) s is not within 0.001 to 3600 s") }
        return .milliseconds(Int((number * 1000).rounded()))
    }

    /// A pattern of the pattern language.
    func pattern(_ key: String) throws -> LinePattern { try parse(get(key), key) }

    /// A list of patterns, at least one.
    func patterns(_ key: String) throws -> [LinePattern] {
        let sources = try get(key, as: [String].self)
        guard (1...Self.longestList).contains(sources.count) else {
            throw fault(key, "needs 1 to \(Self.longestList) patterns")
        }
        return try sources.map { try parse($0, key) }
    }

    private func parse(_ source: String, _ key: String) throws -> LinePattern {
        do { return try LinePattern(source) } catch { throw fault(key, "\(error) in \"\(source)\"") }
    }

    func fault(_ key: String, _ what: String) -> DecodingError {
        .dataCorrupted(
            DecodingError.Context(codingPath: container.codingPath + [Key(stringValue: key)], debugDescription: what))
    }
}

/// Bytes as a profile writes them: a text of ASCII characters, or a list of numbers from 0 to 255.
struct LineProfileBytes: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([Int].self) {  // not a list: it must be a text, and that throws below
            bytes = try list.map { number in
                guard let byte = UInt8(exactly: number) else { throw Self.fault(container, "\(number) is not a byte") }
                return byte
            }
        } else {
            let text = try container.decode(String.self)
            guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw Self.fault(container, "not ASCII; write a list of numbers")
            }
            bytes = Array(text.utf8)
        }
        guard (1...64).contains(bytes.count) else { throw Self.fault(container, "needs 1 to 64 bytes") }
    }

    private static func fault(_ container: any SingleValueDecodingContainer, _ what: String) -> DecodingError {
        DecodingError.dataCorruptedError(in: container, debugDescription: what)
    }
}
