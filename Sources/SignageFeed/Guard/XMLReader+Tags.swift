/// Names, attributes and what may stand in them.
extension XMLReader {
    mutating func takeName() throws(SafeXMLError) -> String {
        let start = at
        while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
        guard at > start, at - start <= 256 else { throw .malformed }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// The attributes up to `>` or `/>`, which is left standing. Of two with one name the first counts.
    mutating func takeAttributes() throws(SafeXMLError) -> [String: String] {
        var attributes: [String: String] = [:]
        var count = 0
        while true {
            skipSpace()
            guard at < bytes.count else { throw .malformed }
            if bytes[at] == UInt8(ascii: ">") { return attributes }
            if bytes[at] == UInt8(ascii: "/") {
                guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") else { throw .malformed }
                return attributes
            }
            count += 1
            guard count <= limits.attributes else { throw .tooManyAttributes }
            let name = try takeName()
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw .malformed }
            at += 1
            skipSpace()
            let value = try takeQuoted()
            if attributes[name] == nil { attributes[name] = value }
        }
    }

    private mutating func takeQuoted() throws(SafeXMLError) -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
            throw .malformed
        }
        let quote = bytes[at]
        at += 1
        var value: [UInt8] = []
        var start = at
        while at < bytes.count, bytes[at] != quote {
            guard bytes[at] == UInt8(ascii: "&") else {
                at += 1
                continue
            }
            value += allowed(in: start..<at)
            at += Self.appendReference(bytes, at, to: &value)
            start = at
        }
        guard at < bytes.count else { throw .malformed }
        value += allowed(in: start..<at)
        at += 1
        return String(decoding: value, as: UTF8.self)
    }

    mutating func skipSpace() {
        while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    }

    /// The bytes of a range without what XML forbids: C0 controls, DEL, a byte order mark, U+FFFE and U+FFFF.
    func allowed(in range: Range<Int>) -> ArraySlice<UInt8> {
        guard hasSuspects(bytes.span, range) else { return bytes[range] }
        var kept: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let length = forbidden(at: index)
            if length == 0 { kept.append(bytes[index]) }
            index += max(1, length)
        }
        return kept[...]
    }

    private func hasSuspects(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where Self.isSuspect(bytes[index]) { return true }
        return false
    }

    /// How many bytes at `index` make one forbidden character.
    private func forbidden(at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x20 { return Self.isBlank(byte) ? 0 : 1 }
        if byte == 0x7F { return 1 }
        guard byte == 0xEF, index + 2 < bytes.count else { return 0 }
        let tail = (bytes[index + 1], bytes[index + 2])
        return tail == (0xBB, 0xBF) || tail == (0xBF, 0xBE) || tail == (0xBF, 0xBF) ? 3 : 0
    }

    func comes(_ text: StaticString) -> Bool {
        guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[at..<at + $0.count].elementsEqual($0) }
    }

    /// The index after the next `mark`.
    func end(of mark: StaticString, from start: Int) throws(SafeXMLError) -> Int {
        let length = mark.utf8CodeUnitCount
        var index = start
        while index + length <= bytes.count {
            let isMark = mark.withUTF8Buffer { mark in
                bytes[index] == mark[0] && bytes[index..<index + length].elementsEqual(mark)
            }
            if isMark { return index + length }
            index += 1
        }
        throw .malformed
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x20 ? !isBlank(byte) : byte == 0x7F || byte == 0xEF
    }

    static func opensName(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isName(_ byte: UInt8) -> Bool {
        opensName(byte) || (UInt8(ascii: "-")...UInt8(ascii: ".")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
    }
}
