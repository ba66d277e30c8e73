import CDBus

extension BusValue {
    /// All values from an iterator's position to the end of its container. libdbus has checked the message already:
    /// nesting is at most 64 deep, lengths are true, strings are UTF-8.
    static func all(in iterator: inout DBusMessageIter) -> [BusValue] {
        var values: [BusValue] = []
        while dbus_message_iter_get_arg_type(&iterator) != 0 {
            values.append(BusValue(at: &iterator))
            dbus_message_iter_next(&iterator)
        }
        return values
    }

    private init(at iterator: inout DBusMessageIter) {
        let type = UInt8(truncatingIfNeeded: dbus_message_iter_get_arg_type(&iterator))
        switch type {
        case UInt8(ascii: "y"): self = .byte(Self.basic(&iterator, 0))
        case UInt8(ascii: "b"): self = .boolean(Self.basic(&iterator, UInt32(0)) != 0)
        case UInt8(ascii: "n"): self = .int16(Self.basic(&iterator, 0))
        case UInt8(ascii: "q"): self = .uint16(Self.basic(&iterator, 0))
        case UInt8(ascii: "i"): self = .int32(Self.basic(&iterator, 0))
        case UInt8(ascii: "u"): self = .uint32(Self.basic(&iterator, 0))
        case UInt8(ascii: "x"): self = .int64(Self.basic(&iterator, 0))
        case UInt8(ascii: "t"): self = .uint64(Self.basic(&iterator, 0))
        case UInt8(ascii: "d"): self = .double(Self.basic(&iterator, 0))
        case UInt8(ascii: "s"): self = .string(Self.text(&iterator))
        case UInt8(ascii: "o"): self = .objectPath(Self.text(&iterator))
        case UInt8(ascii: "g"): self = .signature(Self.text(&iterator))
        default: self = Self.container(type, &iterator)
        }
    }

    private static func container(_ type: UInt8, _ iterator: inout DBusMessageIter) -> BusValue {
        var inner = DBusMessageIter()
        switch type {
        case UInt8(ascii: "v"):
            dbus_message_iter_recurse(&iterator, &inner)
            return .variant(BusValue(at: &inner))
        case UInt8(ascii: "r"):
            dbus_message_iter_recurse(&iterator, &inner)
            return .structure(all(in: &inner))
        case UInt8(ascii: "a"):
            return array(&iterator)
        default:
            return .unsupported(type: type)
        }
    }

    private static func array(_ iterator: inout DBusMessageIter) -> BusValue {
        let element = UInt8(truncatingIfNeeded: dbus_message_iter_get_element_type(&iterator))
        var inner = DBusMessageIter()
        dbus_message_iter_recurse(&iterator, &inner)
        switch element {
        case UInt8(ascii: "y"):
            return .bytes(bytes(&inner))
        case UInt8(ascii: "e"):
            let types = Array(signature(&inner).dropFirst().dropLast())
            var entries: [Entry] = []
            while dbus_message_iter_get_arg_type(&inner) != 0 {
                var pair = DBusMessageIter()
                dbus_message_iter_recurse(&inner, &pair)
                let key = BusValue(at: &pair)
                dbus_message_iter_next(&pair)
                entries.append(Entry(key: key, value: BusValue(at: &pair)))
                dbus_message_iter_next(&inner)
            }
            return .dictionary(key: String(types.prefix(1)), value: String(types.dropFirst()), entries)
        default:
            let type = signature(&inner)
            return .array(of: type, all(in: &inner))
        }
    }

    private static func basic<Number: BitwiseCopyable>(_ iterator: inout DBusMessageIter, _ empty: Number) -> Number {
        var value = empty
        dbus_message_iter_get_basic(&iterator, &value)
        return value
    }

    private static func text(_ iterator: inout DBusMessageIter) -> String {
        var pointer: UnsafePointer<CChar>?
        dbus_message_iter_get_basic(&iterator, &pointer)
        return pointer.map { String(cString: $0) } ?? ""
    }

    private static func bytes(_ iterator: inout DBusMessageIter) -> [UInt8] {
        guard dbus_message_iter_get_arg_type(&iterator) != 0 else { return [] }
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        dbus_message_iter_get_fixed_array(&iterator, &start, &count)
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    private static func signature(_ iterator: inout DBusMessageIter) -> String {
        guard let text = dbus_message_iter_get_signature(&iterator) else { return "" }
        defer { dbus_free(text) }
        return String(cString: text)
    }
}
