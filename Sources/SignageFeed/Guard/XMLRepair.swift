/// Makes the usual slips of municipal feeds well-formed, and refuses what no feed needs, in one pass over the bytes.
///
/// Dropped: the declaration (it often lies about the encoding), comments, instructions, control characters.
/// Escaped: a lone `&` or `<`. Mapped: HTML's named characters. Refused: any document type.
struct XMLRepair {
    private let source: [UInt8]
    private let attributeLimit: Int
    private var at = 0
    private var result: [UInt8] = []

    static func repaired(_ bytes: [UInt8], attributeLimit: Int) throws(SafeXMLError) -> [UInt8] {
        var repair = XMLRepair(source: bytes, attributeLimit: attributeLimit)
        repair.result.reserveCapacity(bytes.count + bytes.count / 8)
        while repair.at < bytes.count { try repair.step() }
        return repair.result
    }

    private init(source: [UInt8], attributeLimit: Int) { (self.source, self.attributeLimit) = (source, attributeLimit) }

    private mutating func step() throws(SafeXMLError) {
        switch source[at] {
        case UInt8(ascii: "<"): try markup()
        case UInt8(ascii: "&"): reference()
        case UInt8(ascii: ">"): replace("&gt;")
        default: copyAllowed()
        }
    }

    private mutating func markup() throws(SafeXMLError) {
        if comes("<!--") {
            at = try end(of: "-->", from: at + 4)
        } else if comes("<![CDATA[") {
            let end = try end(of: "]]>", from: at + 9)
            while at < end { copyAllowed() }
        } else if comes("<!") {
            throw .documentType
        } else if comes("<?") {
            at = try end(of: "?>", from: at + 2)
        } else if at + 1 < source.count, Self.opensName(source[at + 1]) {
            try tag()
        } else {
            replace("&lt;")
        }
    }

    private mutating func tag() throws(SafeXMLError) {
        var quote: UInt8?
        var attributes = 0
        while at < source.count {
            let byte = source[at]
            switch (byte, quote) {
            case (UInt8(ascii: "&"), _):
                reference()
                continue
            case (UInt8(ascii: "<"), .some):
                replace("&lt;")
                continue
            case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil):
                quote = byte
            case (UInt8(ascii: "="), nil):
                attributes += 1
                guard attributes <= attributeLimit else { throw .tooManyAttributes }
            case (UInt8(ascii: ">"), nil):
                copyAllowed()
                return
            default:
                if byte == quote { quote = nil }
            }
            copyAllowed()
        }
        throw .malformed
    }

    private mutating func reference() {
        guard let reference = CharacterReference(source, at: at) else { return replace("&amp;") }
        at += reference.length
        switch reference.scalar {
        case nil: break
        case "&": result.append(contentsOf: "&amp;".utf8)
        case "<": result.append(contentsOf: "&lt;".utf8)
        case ">": result.append(contentsOf: "&gt;".utf8)
        case "\"": result.append(contentsOf: "&quot;".utf8)
        case "'": result.append(contentsOf: "&#39;".utf8)
        case .some(let scalar): result.append(contentsOf: String(scalar).utf8)
        }
    }

    /// Copies one byte, or drops what XML forbids: C0 controls, DEL, a byte order mark, U+FFFE and U+FFFF.
    private mutating func copyAllowed() {
        let byte = source[at]
        if byte == 0xEF, at + 2 < source.count {
            let tail = (source[at + 1], source[at + 2])
            if tail == (0xBB, 0xBF) || tail == (0xBF, 0xBE) || tail == (0xBF, 0xBF) {
                at += 3
                return
            }
        }
        at += 1
        let isBlank = byte == 0x09 || byte == 0x0A || byte == 0x0D
        // Blanks before the root would make the parser miss the start.
        if result.isEmpty, isBlank || byte == 0x20 { return }
        if byte >= 0x20 && byte != 0x7F || isBlank { result.append(byte) }
    }

    private mutating func replace(_ text: String) {
        result.append(contentsOf: text.utf8)
        at += 1
    }

    private func comes(_ text: String) -> Bool { source[at...].starts(with: text.utf8) }

    /// The index after the next `mark`.
    private func end(of mark: String, from start: Int) throws(SafeXMLError) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= source.count {
            if source[index] == mark[0], source[index..<index + mark.count].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        throw .malformed
    }

    private static func opensName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
            UInt8(ascii: "/"), 0x80...:
            true
        default: false
        }
    }
}
