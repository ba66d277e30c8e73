/// Check digits after ISO 7064, mod 97-10: any one wrong digit and any two neighbours swapped are noticed.
enum CheckDigits {
    /// The two ASCII digits that make the whole number leave 1 when divided by 97.
    static func of(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let remainder = digits.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 97 }
        let check = 98 - remainder * 100 % 97
        return [UInt8(check / 10) + 0x30, UInt8(check % 10) + 0x30]
    }

    /// Whether ASCII digits, all other bytes left out, end in the check digits of those before.
    static func areRight(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.filter { (0x30...0x39).contains($0) }
        return digits.count > 2 && digits.suffix(2).elementsEqual(of(digits.dropLast(2)))
    }
}

/// Twelve decimal digits in ASCII.
enum DecimalDigits {
    /// The last twelve digits of a number, with leading zeros.
    static func twelve(_ number: UInt64) -> [UInt8] {
        var (rest, digits) = (number, [UInt8]())
        for _ in 0..<12 {
            digits.append(UInt8(rest % 10) + 0x30)
            rest /= 10
        }
        return digits.reversed()
    }

    /// A big-endian number modulo 10¹². From 256 bits the digits are even to one part in 2²¹⁶.
    static func twelve(of bytes: [UInt8]) -> [UInt8] {
        twelve(bytes.reduce(0) { ($0 << 8 | UInt64($1)) % 1_000_000_000_000 })
    }
}
