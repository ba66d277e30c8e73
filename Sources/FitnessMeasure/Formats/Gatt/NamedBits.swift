/// The names of a bit field's bits. Bits without a name are reserved.
struct NamedBits {
    private let names: [(bit: Int, name: String)]

    init(_ names: KeyValuePairs<Int, String>) {
        self.names = names.map { (bit: $0.key, name: $0.value) }
    }

    /// The names of the bits that are set, lowest first.
    func names(in bits: UInt32) -> [String] {
        names.filter { bits >> UInt32($0.bit) & 1 == 1 }.map(\.name)
    }

    /// Whether a bit that has no name is set.
    func hasReserved(_ bits: UInt32) -> Bool {
        bits & ~names.reduce(0) { $0 | 1 << UInt32($1.bit) } != 0
    }
}

extension FixedWidthInteger {
    /// Whether a bit is set, counted from the lowest.
    func bit(_ index: Int) -> Bool { self >> index & 1 == 1 }
}
