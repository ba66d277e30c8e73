/// Reads little-endian fields one after the other and never beyond the end. Remembers what was odd on the way.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var warnings: [GattWarning] = []

    /// An attribute value has at most 512 bytes; more did not come from a device.
    init(_ bytes: [UInt8]) throws(GattFrameError) {
        guard bytes.count <= 512 else { throw .oversized(bytes: bytes.count) }
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }

    /// Notes something odd, once.
    mutating func warn(_ warning: GattWarning, if odd: Bool = true) {
        guard odd, !warnings.contains(warning) else { return }
        warnings.append(warning)
    }

    /// Notes the bytes nobody read, and gives all that was odd.
    mutating func finish() -> [GattWarning] {
        warn(.trailingBytes(remaining), if: remaining > 0)
        return warnings
    }

    mutating func uint8(_ field: String) throws(GattFrameError) -> UInt8 {
        guard remaining >= 1 else { throw .truncated(field: field) }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func uint16(_ field: String) throws(GattFrameError) -> UInt16 {
        guard remaining >= 2 else { throw .truncated(field: field) }
        defer { position += 2 }
        return UInt16(bytes[position]) | UInt16(bytes[position + 1]) << 8
    }

    mutating func int16(_ field: String) throws(GattFrameError) -> Int16 {
        Int16(bitPattern: try uint16(field))
    }

    mutating func uint24(_ field: String) throws(GattFrameError) -> UInt32 {
        try unsigned(3, field)
    }

    mutating func uint32(_ field: String) throws(GattFrameError) -> UInt32 {
        try unsigned(4, field)
    }

    /// A number in the 16-bit form.
    mutating func sfloat(_ field: String) throws(GattFrameError) -> GattNumber {
        let raw = try uint16(field)
        warn(.ambiguousSFloat, if: GattNumber.isAmbiguous(sfloat: raw))
        return GattNumber(sfloat: raw)
    }

    /// A number in the 32-bit form.
    mutating func float(_ field: String) throws(GattFrameError) -> GattNumber {
        GattNumber(float: try uint32(field))
    }

    /// An unsigned 16-bit count of `step` units in the last decimal place.
    mutating func decimal16(_ field: String, step: Int64 = 1, exponent: Int) throws(GattFrameError) -> DecimalValue {
        DecimalValue(mantissa: Int64(try uint16(field)) * step, exponent: exponent)
    }

    private mutating func unsigned(_ count: Int, _ field: String) throws(GattFrameError) -> UInt32 {
        guard remaining >= count else { throw .truncated(field: field) }
        var value: UInt32 = 0
        for index in 0..<count { value |= UInt32(bytes[position + index]) << (8 * index) }
        position += count
        return value
    }
}
