/// Heart Rate Measurement (2A37).
public struct HeartRateFrame: GattFrame {
    public enum Contact: String, Sendable {
        /// The sensor cannot tell.
        case unsupported
        /// Not on skin: the rate means nothing.
        case notDetected = "not_detected"
        case detected
    }

    /// Beats a minute.
    public let rate: UInt16
    public let contact: Contact
    /// Kilojoules since the last reset.
    public let energy: UInt16?
    /// Intervals between beats, oldest first, in 1/1024 s.
    public let intervals: [UInt16]?
    public let warnings: [GattWarning]

    /// Flag bits: 0 rate has 16 bits, 1–2 contact (2 lost, 3 there), 3 energy, 4 intervals; the rest is reserved. The
    /// intervals fill the rest of the frame, at least one.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        rate = flags.bit(0) ? try reader.uint16("heart_rate") : UInt16(try reader.uint8("heart_rate"))
        contact = flags.bit(2) ? (flags.bit(1) ? .detected : .notDetected) : .unsupported
        energy = flags.bit(3) ? try reader.uint16("energy_expended") : nil
        intervals = flags.bit(4) ? try reader.intervals() : nil
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = ["bpm": .whole(Int(rate)), "contact": .text(contact.rawValue)]
        if let energy { values["energy_kj"] = .whole(Int(energy)) }
        if let intervals { values["rr_1024"] = .wholes(intervals.map { Int($0) }) }
        return values
    }
}

extension ByteReader {
    fileprivate mutating func intervals() throws(GattFrameError) -> [UInt16] {
        var intervals = [try uint16("rr_interval")]
        while remaining > 0 { intervals.append(try uint16("rr_interval")) }
        return intervals
    }
}
