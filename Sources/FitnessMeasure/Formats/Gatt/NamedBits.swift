/// The names of a bit field's bits. Bits without a name are reserved.
struct NamedBits: Sendable {
    private let names: [(bit: Int, name: String)]
    private let known: UInt32

    init(_ names: KeyValuePairs<Int, String>) {
        self.names = names.map { (bit: $0.key, name: $0.value) }
        known = names.reduce(0) { $0 | 1 << UInt32($1.key) }
    }

    /// The names of the bits that are set, lowest first.
    func names(in bits: UInt32) -> [String] {
        names.filter { bits >> UInt32($0.bit) & 1 == 1 }.map(\.name)
    }

    /// Whether a bit that has no name is set.
    func hasReserved(_ bits: UInt32) -> Bool { bits & ~known != 0 }
}

/// A bit field that keeps the bits as they came, reserved ones included, and names them only when it is asked.
protocol NamedOptions: OptionSet, Sendable where RawValue: UnsignedInteger & FixedWidthInteger {
    static var layout: NamedBits { get }
}

extension NamedOptions {
    /// The names of the bits that are set, lowest first; reserved ones have none.
    var names: [String] { Self.layout.names(in: UInt32(rawValue)) }

    /// Whether a bit is set that the format reserves.
    var hasReserved: Bool { Self.layout.hasReserved(UInt32(rawValue)) }
}

extension FixedWidthInteger {
    /// Whether a bit is set, counted from the lowest.
    func bit(_ index: Int) -> Bool { self >> index & 1 == 1 }
}
