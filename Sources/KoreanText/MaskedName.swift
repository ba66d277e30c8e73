/// A name as others may see it: 김영순 becomes 김○순.
///
/// * one letter: `○`
/// * two letters: the first, `김○`
/// * three letters: the first and the last, `김○순`
/// * four and more: the first two, `남궁○○`, because a family name of two letters cannot be told from one of one;
///   never more than four circles, so a long nickname's length stays its own
/// * Latin: each word's first letter with two circles, whatever its length: `J○○ S○○`
public struct MaskedName: Hashable, Sendable, CustomStringConvertible {
    /// What may be shown. Empty only for an empty name.
    public let text: String
    public var description: String { text }

    /// Spaces within a Korean name do not count.
    public init(_ name: String) {
        let words = name.split(whereSeparator: \.isWhitespace)
        let letters = words.joined()
        if !letters.isEmpty, letters.allSatisfy({ $0.isLatin || !$0.isLetter }), letters.contains(where: \.isLatin) {
            text = words.prefix(Self.wordLimit).map { "\($0.prefix(1))○○" }.joined(separator: " ")
        } else {
            text = Self.masked(letters)
        }
    }

    private static let wordLimit = 4
    private static let circleLimit = 4

    private static func masked(_ letters: String) -> String {
        switch letters.count {
        case 0: ""
        case 1: "○"
        case 2: "\(letters.prefix(1))○"
        case 3: "\(letters.prefix(1))○\(letters.suffix(1))"
        default: letters.prefix(2) + String(repeating: "○", count: min(letters.count - 2, circleLimit))
        }
    }
}

extension Character {
    /// Letters of the Latin script, with and without accents.
    fileprivate var isLatin: Bool {
        guard isLetter, let value = unicodeScalars.first?.value else { return false }
        return value < 0x250 || (0x1E00...0x1EFF).contains(value)
    }
}
