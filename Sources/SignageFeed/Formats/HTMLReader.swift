/// One pass over loose HTML; every byte is looked at a bounded number of times.
struct HTMLReader {
    private let bytes: [UInt8]
    private var at = 0
    private var result: [UInt8] = []
    /// From here on no tag ends, so every `<` is only a sign.
    private var hasNoMoreTags = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The text in UTF-8, with line ends where blocks begin and end.
    mutating func text() -> [UInt8] {
        result.reserveCapacity(bytes.count)
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "&"): reference()
            case 0x0A, 0x0D: put(0x20)
            default: words()
            }
        }
        return result
    }

    private mutating func words() {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&"), bytes[at] > 0x0D {
            at += 1
        }
        // Other controls are dropped later, with all that no wall shows.
        if at == start { at += 1 }
        result += bytes[start..<at]
    }

    private mutating func markup() {
        switch at + 1 < bytes.count ? bytes[at + 1] : 0 {
        case UInt8(ascii: "!") where comes("<!--"): at = end(of: "-->", from: at + 4)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): at = end(of: ">", from: at + 2)
        default:
            if !hasNoMoreTags, let name = tagName(), let end = endOfTag() {
                tag(name, end)
            } else {
                put(UInt8(ascii: "<"))
            }
        }
    }

    /// The name after `<` or `</`. Only Latin names are tags: notices write `<공고>` for emphasis.
    private func tagName() -> ArraySlice<UInt8>? {
        let start = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/") ? at + 2 : at + 1
        let name = bytes[min(start, bytes.count)...].prefix(24).prefix { byte in
            let lower = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
                || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
        }
        guard let first = name.first, first | 0x20 >= UInt8(ascii: "a") else { return nil }
        return name
    }

    private mutating func tag(_ name: ArraySlice<UInt8>, _ end: Int) {
        let closes = bytes[at + 1] == UInt8(ascii: "/")
        let tag = HTMLTag(name)
        at = end
        if !closes, tag.isHidden {
            let isEmpty = at >= 2 && bytes[at - 2] == UInt8(ascii: "/")
            if !isEmpty { skip(past: name) }
        } else if tag.breaksLines {
            result.append(0x0A)
        } else if tag.isCell {
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
    private mutating func skip(past name: ArraySlice<UInt8>) {
        let mark = [UInt8(ascii: "<"), UInt8(ascii: "/")] + name.map { $0 | 0x20 }
        while at + mark.count <= bytes.count {
            if bytes[at] == mark[0], zip(bytes[at...], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                at = end(of: ">", from: at + mark.count)
                return
            }
            at += 1
        }
        at = bytes.count
    }

    private mutating func reference() {
        guard let reference = CharacterReference(bytes, at: at) else { return put(UInt8(ascii: "&")) }
        reference.append(to: &result)
        at += reference.length
    }

    private mutating func put(_ byte: UInt8) {
        result.append(byte)
        at += 1
    }

    private func comes(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[at...].starts(with: $0) }
    }

    /// The index after the next `mark`, or the end of the text.
    private func end(of mark: StaticString, from start: Int) -> Int {
        let length = mark.utf8CodeUnitCount
        var index = start
        while index + length <= bytes.count {
            let isMark = mark.withUTF8Buffer { mark in
                bytes[index] == mark[0] && bytes[index..<index + length].elementsEqual(mark)
            }
            if isMark { return index + length }
            index += 1
        }
        return bytes.count
    }
}
