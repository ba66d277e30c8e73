/// What one line of a device looks like: literal text, named fields and skips, matched once from left to right.
///
/// `G,{hand:word},{grip:number},{unit:word},{*}`
/// * `{name}` or `{name:text}`: anything up to the next literal (or the end); `{name:text(2)}`: just two bytes.
/// * `{name:number}`: optional spaces and sign, digits, optionally a point and digits.
/// * `{name:digits}`: digits only; `{name:digits(4)}`: just four. `{name:word}`: ASCII letters.
/// * `{*}`, `{*:digits}` …: the same, thrown away. `{ }`: any number of spaces.
/// * `\{ \} \\ \r \n \t` and `\x1e` stand for one byte.
///
/// The matcher never goes back, so its time is bounded by pattern length times frame length.
public struct LinePattern: Equatable, Sendable {
    public let source: String
    let pieces: [Piece]

    enum Piece: Equatable, Sendable {
        case literal([UInt8])
        /// A field without a name is a skip.
        case field(name: String?, kind: Kind)
    }

    enum Kind: Equatable, Sendable {
        case text, number, word, spaces
        case digits(exactly: Int?)
        case bytes(Int)
    }

    /// Longer ones are no pattern of a line, and cost time with every line.
    public static let maximumLength = 1024

    /// Parses a pattern; says what is wrong with it.
    public init(_ source: String) throws(LinePatternError) {
        guard source.utf8.count <= Self.maximumLength else { throw .tooLong }
        self.source = source
        var parser = LinePatternParser(rest: Array(source.utf8)[...])
        pieces = try parser.pieces()
        try refuseAmbiguity()
    }

    /// The fields that it names, in their order.
    public var names: [String] {
        pieces.compactMap { if case .field(let name?, _) = $0 { name } else { nil } }
    }

    /// A text's end must be visible, and a name stands for one thing.
    private func refuseAmbiguity() throws(LinePatternError) {
        for (piece, next) in zip(pieces, pieces.dropFirst()) {
            guard case .field(_, .text) = piece, case .field = next else { continue }
            throw .textNeedsLiteral
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .nameTwice(name) }
    }
}

/// Why a text is not a pattern.
public enum LinePatternError: Error, Equatable, Sendable, CustomStringConvertible {
    case empty
    case unclosedField
    case badName(String)
    case unknownKind(String)
    case badEscape
    case strayBrace
    /// A text field or skip is followed by another field, so that its end cannot be seen.
    case textNeedsLiteral
    case nameTwice(String)
    case tooLong

    public var description: String {
        switch self {
        case .empty: "the pattern is empty"
        case .unclosedField: "a field begins with { and never ends"
        case .badName(let name): "\"\(name)\" is not a field name (a-z, 0-9 and _)"
        case .unknownKind(let kind): "\"\(kind)\" is not text, text(n), number, digits, digits(n) or word"
        case .badEscape: "after \\ only { } \\ r n t e and x with two hex digits"
        case .strayBrace: "} without {; write \\} for the character"
        case .textNeedsLiteral: "a text field must be followed by literal text or the end"
        case .nameTwice(let name): "the field \"\(name)\" is there twice"
        case .tooLong: "the pattern is longer than \(LinePattern.maximumLength) bytes"
        }
    }
}
