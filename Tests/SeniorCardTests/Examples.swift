import SeniorCard

extension MunicipalityKey {
    /// A key of 32 equal bytes.
    static func example(_ byte: UInt8 = 7) throws -> MunicipalityKey {
        try MunicipalityKey(bytes: [UInt8](repeating: byte, count: byteCount))
    }
}

extension CardNumber {
    static func example(seed: UInt64 = 1) throws -> CardNumber {
        var generator = SeededGenerator(seed: seed)
        return make(key: try .example(), using: &generator)
    }
}
