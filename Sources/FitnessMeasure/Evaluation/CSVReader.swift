/// Takes a table's text apart, record by record. Strict: a stray quote is an error, not a guess.
struct CSVReader {
    private let name: String
    private var rest: ArraySlice<UInt8>
    private var line = 1

    /// A reference table of this product is far below; anything longer is another file.
    static let maximumBytes = 8 * 1024 * 1024

    struct Record {
        let line: Int
        var fields: [String] = []
    }

    init(_ text: String, _ name: String) {
        self.name = name
        let bytes = Array(text.utf8)
        rest = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
    }

    /// The next record; nil at the end. Empty lines are passed over.
    mutating func record() throws(CSVError) -> Record? {
        guard rest.count <= Self.maximumBytes else { throw CSVError(name, line, .tooLong) }
        while takeLineEnd() {}
        guard !rest.isEmpty else { return nil }
        var record = Record(line: line)
        repeat { record.fields.append(try field()) } while take(UInt8(ascii: ","))
        guard rest.isEmpty || takeLineEnd() else { throw CSVError(name, line, .badQuote) }
        return record
    }

    private mutating func field() throws(CSVError) -> String {
        if take(UInt8(ascii: "\"")) { return try quoted() }
        let end = rest.firstIndex { [0x2c, 0x0a, 0x0d, 0x22].contains($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// The inside of quotes, where two quotes stand for one.
    private mutating func quoted() throws(CSVError) -> String {
        let start = line
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\""), !take(UInt8(ascii: "\"")) { return String(decoding: bytes, as: UTF8.self) }
            if byte == 0x0a { line += 1 }
            bytes.append(byte)
        }
        throw CSVError(name, start, .badQuote)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeLineEnd() -> Bool {
        if rest.starts(with: [0x0d, 0x0a]) { rest.removeFirst() }
        guard take(0x0a) else { return false }
        line += 1
        return true
    }
}
