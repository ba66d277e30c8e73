extension LinePattern {
    /// The named fields of a text that follows the pattern from its first byte to its last.
    ///
    /// Throws ``LineFault/truncated`` if the text ends early, ``LineFault/mismatch(at:)`` where it departs, or
    /// ``LineFault/badNumber(field:)``.
    public func match(_ text: some Collection<UInt8>) throws(LineFault) -> [String: String] {
        var matcher = LineMatcher(text: Array(text))
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .literal(let literal): try matcher.expect(literal)
            case .field(let name, let kind):
                let found = try matcher.take(kind, name, upTo: pieces.dropFirst(index + 1).first)
                if let name { matcher.fields[name] = String(decoding: found, as: UTF8.self).trimmedToString }
            }
        }
        guard matcher.isAtEnd else { throw .mismatch(at: matcher.place) }
        return matcher.fields
    }
}

/// A place in a text that only moves forward.
private struct LineMatcher {
    let text: [UInt8]
    var place = 0
    var fields: [String: String] = [:]

    init(text: [UInt8]) { self.text = text }

    var isAtEnd: Bool { place == text.count }
    private var rest: ArraySlice<UInt8> { text[place...] }

    mutating func expect(_ literal: [UInt8]) throws(LineFault) {
        guard rest.starts(with: literal) else {
            throw literal.starts(with: rest) ? .truncated : .mismatch(at: place)
        }
        place += literal.count
    }

    mutating func take(
        _ kind: LinePattern.Kind, _ name: String?, upTo next: LinePattern.Piece?
    ) throws(LineFault) -> ArraySlice<UInt8> {
        switch kind {
        case .spaces: return takeWhile { $0 == 0x20 }
        case .number: return try takeNumber(name ?? "*")
        case .word: return try some(takeWhile { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a })
        case .digits(let count):
            let digits = try some(takeWhile(atMost: count ?? text.count) { (0x30...0x39).contains($0) })
            guard let count, digits.count < count else { return digits }
            throw isAtEnd ? .truncated : .mismatch(at: place)
        case .bytes(let count):
            guard rest.count >= count else { throw .truncated }
            defer { place += count }
            return rest.prefix(count)
        case .text:
            guard case .literal(let literal)? = next else { return takeWhile { _ in true } }
            return try takeText(upTo: literal)
        }
    }

    private mutating func takeText(upTo literal: [UInt8]) throws(LineFault) -> ArraySlice<UInt8> {
        guard let end = rest.indices.first(where: { text[$0...].starts(with: literal) }) else { throw .truncated }
        defer { place = end }
        return text[place..<end]
    }

    /// Digits with an optional sign and point, spaces before and after the sign: `+024.3`, `-  5`.
    private mutating func takeNumber(_ name: String) throws(LineFault) -> ArraySlice<UInt8> {
        let start = place
        _ = takeWhile { $0 == 0x20 }
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            place += 1
            _ = takeWhile { $0 == 0x20 }
        }
        let whole = takeWhile { (0x30...0x39).contains($0) }
        guard !whole.isEmpty else { throw isAtEnd ? .truncated : .badNumber(field: name) }
        if rest.first == UInt8(ascii: ".") {
            place += 1
            let fraction = takeWhile { (0x30...0x39).contains($0) }
            guard !fraction.isEmpty else { throw isAtEnd ? .truncated : .badNumber(field: name) }
        }
        return text[start..<place]
    }

    private mutating func takeWhile(atMost limit: Int = .max, _ belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let found = rest.prefix(limit).prefix(while: belongs)
        place = found.endIndex
        return found
    }

    private func some(_ found: ArraySlice<UInt8>) throws(LineFault) -> ArraySlice<UInt8> {
        guard found.isEmpty else { return found }
        throw isAtEnd ? .truncated : .mismatch(at: place)
    }
}

extension String {
    var trimmedToString: String { String(trimmed) }
}
