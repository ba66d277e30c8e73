import CDBus

extension BusValue {
    /// Appends the value to a message being built.
    func append(to iterator: inout DBusMessageIter) throws(BusError) {
        switch self {
        case .byte(let value): try Self.basic("y", value, &iterator)
        case .boolean(let value): try Self.basic("b", UInt32(value ? 1 : 0), &iterator)
        case .int16(let value): try Self.basic("n", value, &iterator)
        case .uint16(let value): try Self.basic("q", value, &iterator)
        case .int32(let value): try Self.basic("i", value, &iterator)
        case .uint32(let value): try Self.basic("u", value, &iterator)
        case .int64(let value): try Self.basic("x", value, &iterator)
        case .uint64(let value): try Self.basic("t", value, &iterator)
        case .double(let value): try Self.basic("d", value, &iterator)
        case .string(let text): try Self.text("s", text, &iterator)
        case .objectPath(let text): try Self.text("o", text, &iterator)
        case .signature(let text): try Self.text("g", text, &iterator)
        default: try appendContainer(to: &iterator)
        }
    }

    private func appendContainer(to iterator: inout DBusMessageIter) throws(BusError) {
        switch self {
        case .bytes(let bytes):
            let values = bytes.map { BusValue.byte($0) }
            try Self.container("a", contents: "y", &iterator, values)
        case .array(let element, let values):
            try Self.container("a", contents: element, &iterator, values)
        case .dictionary(let key, let value, let entries):
            let pairs = entries.map { BusValue.structure([$0.key, $0.value]) }
            try Self.container("a", contents: "{\(key)\(value)}", &iterator, pairs, asEntries: true)
        case .structure(let fields):
            try Self.container("r", contents: nil, &iterator, fields)
        case .variant(let value):
            try Self.container("v", contents: value.typeSignature, &iterator, [value])
        default:
            throw .invalidMessage("cannot send type \(typeSignature)")
        }
    }

    private static func container(
        _ type: Unicode.Scalar, contents: String?, _ iterator: inout DBusMessageIter, _ values: [BusValue],
        asEntries: Bool = false
    ) throws(BusError) {
        var inner = DBusMessageIter()
        guard dbus_message_iter_open_container(&iterator, Int32(type.value), contents, &inner) != 0 else {
            throw .outOfMemory
        }
        do throws(BusError) {
            for value in values {
                if asEntries, case .structure(let pair) = value {
                    try container("e", contents: nil, &inner, pair)
                } else {
                    try value.append(to: &inner)
                }
            }
        } catch {
            dbus_message_iter_abandon_container(&iterator, &inner)
            throw error
        }
        guard dbus_message_iter_close_container(&iterator, &inner) != 0 else { throw .outOfMemory }
    }

    private static func basic<Number>(
        _ type: Unicode.Scalar, _ value: Number, _ iterator: inout DBusMessageIter
    ) throws(BusError) {
        let appended = withUnsafePointer(to: value) { dbus_message_iter_append_basic(&iterator, Int32(type.value), $0) }
        guard appended != 0 else { throw .outOfMemory }
    }

    private static func text(
        _ type: Unicode.Scalar, _ text: String, _ iterator: inout DBusMessageIter
    ) throws(BusError) {
        // libdbus ends the process on a malformed path or signature.
        let isValid =
            switch type {
            case "o": dbus_validate_path(text, nil) != 0
            case "g": dbus_signature_validate(text, nil) != 0
            default: !text.utf8.contains(0)
            }
        guard isValid else { throw .invalidMessage("a malformed value of type \(type)") }
        let appended = text.withCString { characters in
            withUnsafePointer(to: characters) { dbus_message_iter_append_basic(&iterator, Int32(type.value), $0) }
        }
        guard appended != 0 else { throw .outOfMemory }
    }
}
