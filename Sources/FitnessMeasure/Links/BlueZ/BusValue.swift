/// A D-Bus value with its type, as it travels on the bus.
package indirect enum BusValue: Hashable, Sendable {
    case byte(UInt8)
    case boolean(Bool)
    case int16(Int16)
    case uint16(UInt16)
    case int32(Int32)
    case uint32(UInt32)
    case int64(Int64)
    case uint64(UInt64)
    case double(Double)
    case string(String)
    case objectPath(String)
    case signature(String)
    /// An array of bytes, `ay`.
    case bytes([UInt8])
    /// Any other array; its element type is kept because it may be empty.
    case array(of: String, [BusValue])
    /// An array of dictionary entries, `a{kv}`.
    case dictionary(key: String, value: String, [Entry])
    case structure([BusValue])
    case variant(BusValue)
    /// A type that we never ask for, such as a file descriptor. Kept as its type only.
    case unsupported(type: UInt8)

    package struct Entry: Hashable, Sendable {
        package let key: BusValue
        package let value: BusValue
        package init(key: BusValue, value: BusValue) { (self.key, self.value) = (key, value) }
    }

    /// The type in D-Bus's spelling.
    package var typeSignature: String {
        switch self {
        case .byte: "y"
        case .boolean: "b"
        case .int16: "n"
        case .uint16: "q"
        case .int32: "i"
        case .uint32: "u"
        case .int64: "x"
        case .uint64: "t"
        case .double: "d"
        case .string: "s"
        case .objectPath: "o"
        case .signature: "g"
        case .bytes: "ay"
        case .array(let element, _): "a" + element
        case .dictionary(let key, let value, _): "a{\(key)\(value)}"
        case .structure(let fields): "(" + fields.map(\.typeSignature).joined() + ")"
        case .variant: "v"
        case .unsupported(let type): String(UnicodeScalar(type))
        }
    }
}

extension BusValue {
    /// Property names and their values, `a{sv}`.
    package static func properties(_ properties: [String: BusValue]) -> BusValue {
        let sorted = properties.sorted { $0.key < $1.key }
        return .dictionary(key: "s", value: "v", sorted.map { Entry(key: .string($0.key), value: .variant($0.value)) })
    }

    /// Text of a string, an object path or a signature.
    package var text: String? {
        switch self {
        case .string(let text), .objectPath(let text), .signature(let text): text
        case .variant(let value): value.text
        default: nil
        }
    }

    package var bool: Bool? {
        switch self {
        case .boolean(let value): value
        case .variant(let value): value.bool
        default: nil
        }
    }

    package var byteArray: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .variant(let value): value.byteArray
        default: nil
        }
    }

    package var elements: [BusValue]? {
        switch self {
        case .array(_, let elements): elements
        case .variant(let value): value.elements
        default: nil
        }
    }

    /// A dictionary with text keys; variants are unwrapped.
    package var dictionary: [String: BusValue]? {
        switch self {
        case .dictionary(_, _, let entries):
            entries.reduce(into: [:]) { found, entry in
                guard let key = entry.key.text else { return }
                if case .variant(let inner) = entry.value { found[key] = inner } else { found[key] = entry.value }
            }
        case .variant(let value): value.dictionary
        default: nil
        }
    }
}
