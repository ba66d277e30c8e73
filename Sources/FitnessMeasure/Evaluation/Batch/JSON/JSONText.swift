/// A JSON text (RFC 8259) whose numbers keep the digits that were written.
///
/// Foundation's decoders go through a binary or a normalised number and take the last of two equal keys; a measured
/// value has to arrive as it was sent, and a line with two weights has to be refused.
enum JSONText: Equatable {
    case null
    case bool(Bool)
    case number(DecimalValue)
    case string(String)
    case array([JSONText])
    case object(JSONObject)

    /// Reads a whole text; nothing may follow it.
    init(_ bytes: some Collection<UInt8>) throws(JSONTextError) {
        var reader = JSONReader(Array(bytes))
        self = try reader.document()
    }
}

/// Members in the order of the text; no key twice.
struct JSONObject: Equatable {
    private(set) var members: [Member] = []

    struct Member: Equatable {
        let key: String
        let value: JSONText
    }

    subscript(key: String) -> JSONText? { members.first { $0.key == key }?.value }

    mutating func add(_ key: String, _ value: JSONText) throws(JSONTextError) {
        guard self[key] == nil else { throw .duplicateKey }
        members.append(Member(key: key, value: value))
    }
}

enum JSONTextError: Error, Equatable {
    case malformed(at: Int)
    case notUTF8
    case duplicateKey
    case tooDeep
    /// More digits than a value can hold.
    case tooManyDigits
}
