/// What was held to the scanner, as far as a person needs to be told. Foreign texts are not kept.
public enum Scan: Hashable, Sendable {
    /// A card number in the right form; whether the municipality made it is ``CardNumber/isGenuine(for:)``'s answer.
    case card(CardNumber)
    /// Almost a card number: digits were lost or misread, and holding it again helps.
    case damagedCard
    /// The code of a shop article (EAN-8, EAN-13, UPC-A, UPC-E, GTIN-14).
    case barcode
    /// An address on the web, or one for mail or telephone.
    case link
    /// Something else.
    case foreign
    case empty

    /// Sorts a text as a scanner sent it.
    public init(_ text: String) {
        guard text.utf8.count <= Self.longestText else {
            self = .foreign
            return
        }
        let content = Self.withoutSymbologyPrefix(Self.trimmed(text))
        do throws(CardNumberError) {
            self = .card(try CardNumber(parsing: content))
        } catch {
            self = Self.other(content, error)
        }
    }

    /// Bytes that are looked at; no code that a scanner reads holds more.
    private static let longestText = 8_192
    /// A scanner that drops key strokes leaves so many digits of a card.
    private static let damagedLengths = 20...30

    private static func other(_ content: String, _ error: CardNumberError) -> Scan {
        if content.isEmpty { return .empty }
        switch error {
        case .unknownFormat where !CheckDigits.areRight(Array(content.utf8)): return .damagedCard
        case .wrongCheckDigits: return .damagedCard
        case .wrongLength(let count) where damagedLengths.contains(count) && content.first == "1": return .damagedCard
        default: break
        }
        if TradeItemNumber.isValid(Array(content.utf8)) { return .barcode }
        return isLink(content) ? .link : .foreign
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Some scanners send what kind of code it was first: `]Q1`, `]E0`.
    private static func withoutSymbologyPrefix(_ text: String) -> String {
        let prefix = Array(text.utf8.prefix(3))
        guard prefix.count == 3, prefix[0] == UInt8(ascii: "]"), (0x41...0x7A).contains(prefix[1]) else { return text }
        return String(decoding: text.utf8.dropFirst(3), as: UTF8.self)
    }

    private static func isLink(_ text: String) -> Bool {
        let lower = text.prefix(64).lowercased()
        if ["www.", "mailto:", "tel:", "sms:", "smsto:", "geo:"].contains(where: lower.hasPrefix) { return true }
        let scheme = lower.utf8.prefix { $0 != UInt8(ascii: ":") }
        let isScheme =
            scheme.first.map { (0x61...0x7A).contains($0) } ?? false
            && scheme.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
            }
        return isScheme && lower.utf8.dropFirst(scheme.count).starts(with: "://".utf8)
    }
}
