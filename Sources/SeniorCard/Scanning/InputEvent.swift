/// The kernel's `struct input_event` on 64-bit machines: two 8-byte times, type, code, value, in native byte order.
struct InputEvent: Equatable, Sendable {
    /// Bytes of one event.
    static let size = 24

    let type: UInt16
    let code: UInt16
    let value: Int32

    /// Takes exactly ``size`` bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        precondition(bytes.count == Self.size, "an input event has \(Self.size) bytes")
        (type, code, value) = bytes.withUnsafeBytes { raw in
            (
                raw.loadUnaligned(fromByteOffset: 16, as: UInt16.self),
                raw.loadUnaligned(fromByteOffset: 18, as: UInt16.self),
                raw.loadUnaligned(fromByteOffset: 20, as: Int32.self)
            )
        }
    }

    /// EV_KEY
    var isKey: Bool { type == 1 }
    /// Down; 0 is up and 2 is the repetition of a held key.
    var isPress: Bool { value == 1 }
    /// SYN_DROPPED: the kernel's queue ran over and events are missing.
    var isDropReport: Bool { type == 0 && code == 3 }
}
