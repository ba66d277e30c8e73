/// The number on a senior's card: 27 digits that say nothing of the person.
///
/// One format digit (`1`), 12 random digits, 12 digits that only the municipality can make
/// (HMAC-SHA-256 over the 13 before, reduced), and two check digits (ISO 7064 mod 97-10) over the 25 before.
/// A card is a name tag, not a password: whoever photographs it has its number.
public struct CardNumber: Hashable, Sendable {
    /// Digits that every number has.
    public static let digitCount = 27

    /// All digits, without spaces.
    public let digits: String

    /// Reads a number as scanned, or as printed in groups with spaces or hyphens between.
    public init(parsing text: String) throws(CardNumberError) {
        guard text.utf8.count <= Self.longestText else { throw .wrongLength(text.utf8.count) }
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notDigits }
        guard bytes.count == Self.digitCount else { throw .wrongLength(bytes.count) }
        guard bytes[0] == Self.format else { throw .unknownFormat(Int(bytes[0] - 0x30)) }
        guard bytes[25...].elementsEqual(CheckDigits.of(bytes[..<25])) else { throw .wrongCheckDigits }
        digits = String(decoding: bytes, as: UTF8.self)
    }

    /// Makes a new number that this municipality's kiosks will recognise, online or not.
    ///
    /// All 10¹² random parts are equally likely: the standard library draws again rather than folding.
    public static func make(
        key: MunicipalityKey, using generator: inout some RandomNumberGenerator
    ) -> CardNumber {
        let random = UInt64.random(in: 0..<1_000_000_000_000, using: &generator)
        let identity = [format] + DecimalDigits.twelve(random)
        let signed = identity + seal(of: identity, key: key)
        return CardNumber(checked: signed + CheckDigits.of(signed[...]))
    }

    private init(checked bytes: [UInt8]) {
        digits = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether this municipality made the number. Takes the same time wherever the digits differ.
    public func isGenuine(for key: MunicipalityKey) -> Bool {
        let bytes = Array(digits.utf8)
        let expected = Self.seal(of: Array(bytes[..<13]), key: key)
        return zip(expected, bytes[13..<25]).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What kiosk and office store instead of the number: HMAC-SHA-256 under the municipality's key, 64 hex digits.
    public func digest(_ key: MunicipalityKey) -> String {
        let code = key.authenticationCode(domain: "sarangbang card digest 1", of: Array(digits.utf8))
        return String(decoding: code.flatMap { [Self.hex[Int($0 >> 4)], Self.hex[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digits in fours as they are printed, the last group three.
    public var groups: [String] {
        stride(from: 0, to: Self.digitCount, by: 4).map { String(digits.dropFirst($0).prefix(4)) }
    }

    /// For printing and reading aloud: ``groups`` with spaces between.
    public var grouped: String { groups.joined(separator: " ") }

    private static func seal(of identity: [UInt8], key: MunicipalityKey) -> [UInt8] {
        DecimalDigits.twelve(of: key.authenticationCode(domain: "sarangbang card number 1", of: identity))
    }

    private static let format = UInt8(ascii: "1")
    /// 27 digits with a space or hyphen after each, and some to spare.
    private static let longestText = 64
    private static let hex = Array("0123456789abcdef".utf8)
}

extension CardNumber: CustomStringConvertible, CustomDebugStringConvertible {
    /// Does not show the number, so that it cannot slip into a log.
    public var description: String { "CardNumber(…)" }
    public var debugDescription: String { description }
}

/// Why a text is no card number.
public enum CardNumberError: Error, Hashable, Sendable {
    /// So many digits, or so many bytes when the text is longer than any grouping makes it.
    case wrongLength(Int)
    case notDigits
    /// The first digit is of a format that this version does not know.
    case unknownFormat(Int)
    /// Misread or mistyped.
    case wrongCheckDigits
}
