/// A cyclic redundancy check by the parameters of the Rocksoft model.
///
/// The names and the check values in the tests are those of the "Catalogue of parametrised CRC algorithms".
public struct CyclicRedundancyCheck: Hashable, Sendable {
    /// Bits of the check: 8, 16 or 32.
    public let width: Int
    public let polynomial: UInt32
    public let initial: UInt32
    /// True if bytes go in with their lowest bit first, and the check comes out turned, too.
    public let isReflected: Bool
    public let finalXor: UInt32

    /// By the name that a profile uses; nil for one that is not in ``names``.
    public init?(named name: String) {
        guard let known = Self.catalogue[name] else { return nil }
        self = known
    }

    public static var names: [String] { catalogue.keys.sorted() }

    private init(_ width: Int, _ polynomial: UInt32, _ initial: UInt32, _ isReflected: Bool, _ finalXor: UInt32) {
        (self.width, self.polynomial, self.initial) = (width, polynomial, initial)
        (self.isReflected, self.finalXor) = (isReflected, finalXor)
    }

    private static let catalogue: [String: CyclicRedundancyCheck] = [
        "crc8-smbus": CyclicRedundancyCheck(8, 0x07, 0, false, 0),
        "crc8-maxim": CyclicRedundancyCheck(8, 0x31, 0, true, 0),
        "crc16-arc": CyclicRedundancyCheck(16, 0x8005, 0, true, 0),
        "crc16-modbus": CyclicRedundancyCheck(16, 0x8005, 0xffff, true, 0),
        "crc16-xmodem": CyclicRedundancyCheck(16, 0x1021, 0, false, 0),
        "crc16-ccitt-false": CyclicRedundancyCheck(16, 0x1021, 0xffff, false, 0),
        "crc16-kermit": CyclicRedundancyCheck(16, 0x1021, 0, true, 0),
        "crc32": CyclicRedundancyCheck(32, 0x04c1_1db7, 0xffff_ffff, true, 0xffff_ffff),
    ]

    /// The check of these bytes.
    public func value(of bytes: some Sequence<UInt8>) -> UInt32 {
        let top: UInt32 = 1 << UInt32(width - 1)
        let mask = top | (top - 1)
        var register = initial
        for byte in bytes {
            register ^= UInt32(isReflected ? byte.bitsTurned : byte) << UInt32(width - 8)
            for _ in 0..<8 {
                register = (register & top != 0 ? register << 1 ^ polynomial : register << 1) & mask
            }
        }
        let turned = isReflected ? register.bitsTurned >> UInt32(32 - width) : register
        return (turned ^ finalXor) & mask
    }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    /// The same bits from the other end.
    fileprivate var bitsTurned: Self {
        (0..<Self.bitWidth).reduce(0) { $0 << 1 | (self >> Self($1) & 1) }
    }
}
