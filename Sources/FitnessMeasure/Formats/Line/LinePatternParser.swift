/// Reads the pattern language of ``LinePattern``.
struct LinePatternParser {
    var rest: ArraySlice<UInt8>

    mutating func pieces() throws(LinePatternError) -> [LinePattern.Piece] {
        var pieces: [LinePattern.Piece] = []
        var literal: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"):
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = []
                pieces.append(try field())
            case UInt8(ascii: "}"): throw .strayBrace
            case UInt8(ascii: "\\"): literal.append(try escape())
            default: literal.append(byte)
            }
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        guard !pieces.isEmpty else { throw .empty }
        return pieces
    }

    private mutating func escape() throws(LinePatternError) -> UInt8 {
        switch rest.popFirst() {
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "e"): return 0x1b
        case UInt8(ascii: "x"):
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard let byte = Hex.bytes(digits)?.first else { throw .badEscape }
            rest = rest.dropFirst(2)
            return byte
        case let byte? where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\"):
            return byte
        default: throw .badEscape
        }
    }

    private mutating func field() throws(LinePatternError) -> LinePattern.Piece {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw .unclosedField }
        let inside = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[rest.index(after: end)...]
        if inside == " " { return .field(name: nil, kind: .spaces) }
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let kind = try parts.count == 2 ? kind(parts[1]) : .text
        return .field(name: try name(parts[0]), kind: kind)
    }

    private func name(_ text: String) throws(LinePatternError) -> String? {
        if text == "*" { return nil }
        let isName = text.utf8.allSatisfy {
            (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
        guard isName, !text.isEmpty else { throw .badName(text) }
        return text
    }

    private func kind(_ text: String) throws(LinePatternError) -> LinePattern.Kind {
        switch text {
        case "text": return .text
        case "number": return .number
        case "word": return .word
        case "digits": return .digits(exactly: nil)
        default:
            if let count = count(text, of: "digits(") { return .digits(exactly: count) }
            if let count = count(text, of: "text(") { return .bytes(count) }
            throw .unknownKind(text)
        }
    }

    /// The number in `digits(4)`.
    private func count(_ text: String, of kind: String) -> Int? {
        guard text.hasPrefix(kind), text.hasSuffix(")"), let count = Int(text.dropFirst(kind.count).dropLast()),
            (1...64).contains(count)
        else { return nil }
        return count
    }
}
