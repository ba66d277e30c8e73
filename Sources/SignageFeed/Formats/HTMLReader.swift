/// One pass over loose HTML; every byte is looked at a bounded number of times.
struct HTMLReader {
    private let bytes: [UInt8]
    private var at = 0
    private var result: [UInt8] = []
    /// From here on no tag ends, so every `<` is only a sign.
    private var hasNoMoreTags = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The text with line ends where blocks begin and end.
    mutating func text() -> String {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "&"): reference()
            case 0x0A, 0x0D: put(" ", advance: 1)
            default:
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func markup() {
        if comes("<!--") {
            at = find("-->", from: at + 4) ?? bytes.count
        } else if comes("<!") || comes("<?") {
            at = find(">", from: at + 2) ?? bytes.count
        } else if !hasNoMoreTags, let name = tagName(), let end = endOfTag() {
            tag(name, end)
        } else {
            put("<", advance: 1)
        }
    }

    /// The name after `<` or `</`. Only Latin names are tags: notices write `<공고>` for emphasis.
    private func tagName() -> String? {
        let start = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/") ? at + 2 : at + 1
        let name = bytes[min(start, bytes.count)...].prefix(16).prefix { byte in
            let lower = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ":")
        }
        guard let first = name.first, first | 0x20 >= UInt8(ascii: "a") else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private mutating func tag(_ name: String, _ end: Int) {
        let closes = bytes[at + 1] == UInt8(ascii: "/")
        let bare = name.split(separator: ":").last.map(String.init) ?? name
        at = end
        if !closes, HTMLText.hidden.contains(bare) {
            let isEmpty = at >= 2 && bytes[at - 2] == UInt8(ascii: "/")
            if !isEmpty { skip(past: name) }
        } else if HTMLText.blocks.contains(bare) {
            result.append(0x0A)
        } else if bare == "td" || bare == "th" {
            result.append(0x20)
        }
    }

    /// The index after the tag's `>`, minding quoted values; nil when it is missing.
    private mutating func endOfTag() -> Int? {
        var quote: UInt8?
        var index = at + 1
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
            index += 1
        }
        hasNoMoreTags = true
        return nil
    }

    /// To after the closing tag of hidden content, or to the end.
    private mutating func skip(past name: String) {
        let mark = Array("</\(name)".utf8)
        while at + mark.count <= bytes.count {
            let isMatch = zip(bytes[at...], mark).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
            if isMatch {
                at = find(">", from: at + mark.count) ?? bytes.count
                return
            }
            at += 1
        }
        at = bytes.count
    }

    private mutating func reference() {
        guard let reference = CharacterReference(bytes, at: at) else { return put("&", advance: 1) }
        switch reference.scalar {
        case "\u{A0}": put(" ", advance: reference.length)
        case .some(let scalar): put(String(scalar), advance: reference.length)
        case nil: at += reference.length
        }
    }

    private mutating func put(_ text: String, advance: Int) {
        result.append(contentsOf: text.utf8)
        at += advance
    }

    private func comes(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    /// The index after the next `mark`.
    private func find(_ mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        return nil
    }
}
