/// Builds the tree of a small document in one pass over its bytes, mending the usual slips of municipal feeds and
/// refusing what no feed needs. It looks at every byte a bounded number of times and never outside the document.
///
/// Dropped: the declaration (it often lies about the encoding), comments, instructions, control characters.
/// Taken as text: a lone `&` or `<`. Mapped: HTML's named characters. Refused: any document type.
struct XMLReader {
    let bytes: [UInt8]
    let limits: SafeXML.Limits
    var at = 0
    private var open: [SafeXML.Element] = []
    private var root: SafeXML.Element?
    private var names = XMLNames()
    private var elements = 0
    private var taken = 0
    /// Text since the last tag.
    private var pending: [UInt8] = []

    init(_ bytes: [UInt8], limits: SafeXML.Limits) { (self.bytes, self.limits) = (bytes, limits) }

    /// The root: closed, alone, and nothing cut.
    mutating func document() throws(SafeXMLError) -> SafeXML.Element {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") { try markup() } else { try characters() }
        }
        guard let root, open.isEmpty else { throw .malformed }
        return root
    }

    private mutating func markup() throws(SafeXMLError) {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch next {
        case UInt8(ascii: "!"):
            try declaration()
        case UInt8(ascii: "?"):
            at = try end(of: "?>", from: at + 2)
        case UInt8(ascii: "/"):
            try closingTag()
        default:
            if Self.opensName(next) {
                try openingTag()
            } else {
                at += 1
                try take([UInt8(ascii: "<")])
            }
        }
    }

    private mutating func declaration() throws(SafeXMLError) {
        if comes("<!--") {
            at = try end(of: "-->", from: at + 4)
        } else if comes("<![CDATA[") {
            let end = try end(of: "]]>", from: at + 9)
            try take(allowed(in: (at + 9)..<(end - 3)))
            at = end
        } else {
            throw .documentType
        }
    }

    private mutating func openingTag() throws(SafeXMLError) {
        at += 1
        let name = try takeName()
        let attributes = try takeAttributes()
        let isEmpty = bytes[at] == UInt8(ascii: "/")
        at += isEmpty ? 2 : 1
        guard root == nil else { throw .malformed }
        guard open.count < limits.depth else { throw .tooDeep }
        elements += 1
        guard elements <= limits.elements else { throw .tooManyElements }
        flush()
        names.enter(attributes)
        open.append(SafeXML.Element(name: names.resolved(name, isRoot: open.isEmpty), attributes: attributes))
        if isEmpty { close() } else { names.written.append(name) }
    }

    private mutating func closingTag() throws(SafeXMLError) {
        at += 2
        let name = try takeName()
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), names.written.popLast() == name else {
            throw .malformed
        }
        at += 1
        flush()
        close()
    }

    private mutating func close() {
        names.leave()
        guard let closed = open.popLast() else { return }
        if open.isEmpty {
            root = closed
        } else {
            open[open.count - 1].nodes.append(.element(closed))
        }
    }

    private mutating func characters() throws(SafeXMLError) {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
        if at > start { try take(allowed(in: start..<at)) }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "&") else { return }
        guard !open.isEmpty else { throw .malformed }
        taken += 4
        guard taken <= limits.text else { throw .tooMuchText }
        at += Self.appendReference(bytes, at, to: &pending)
    }

    /// Appends what the `&` at an index stands for and says how many bytes that took.
    static func appendReference(_ bytes: [UInt8], _ at: Int, to text: inout [UInt8]) -> Int {
        guard let reference = CharacterReference(bytes, at: at) else {
            text.append(UInt8(ascii: "&"))
            return 1
        }
        reference.append(to: &text)
        return reference.length
    }

    private mutating func take(_ text: ArraySlice<UInt8>) throws(SafeXMLError) {
        guard !open.isEmpty else {
            // Between the document's parts only blanks may stand.
            guard text.allSatisfy(Self.isBlank) else { throw .malformed }
            return
        }
        taken += text.count
        guard taken <= limits.text else { throw .tooMuchText }
        pending += text
    }

    private mutating func flush() {
        guard !pending.isEmpty, !open.isEmpty else { return }
        open[open.count - 1].nodes.append(.text(String(decoding: pending, as: UTF8.self)))
        pending.removeAll(keepingCapacity: true)
    }
}
