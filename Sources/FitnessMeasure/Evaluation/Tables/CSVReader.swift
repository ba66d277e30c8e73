/// Takes a table's text apart, record by record. Strict: a stray quote is an error, not a guess.
struct CSVReader {
    private let name: String
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    /// A reference table of this product is far below; anything longer is another file.
    static let maximumBytes = 8 * 1024 * 1024

    struct Record {
        let line: Int
        var fields: [String] = []
    }

    init(_ text: String, _ name: String) {
        self.name = name
        bytes = Array(text.utf8)
        position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// The next record; nil at the end. Empty lines are passed over.
    mutating func record() throws(CSVError) -> Record? {
        guard bytes.count <= Self.maximumBytes else { throw CSVError(name, line, .tooLong) }
        while takeLineEnd() {}
        guard position < bytes.count else { return nil }
        var record = Record(line: line)
        repeat { record.fields.append(try field()) } while take(UInt8(ascii: ","))
        guard position == bytes.count || takeLineEnd() else { throw CSVError(name, line, .badQuote) }
        return record
    }

    private mutating func field() throws(CSVError) -> String {
        if take(UInt8(ascii: "\"")) { return try quoted() }
        let start = position
        while position < bytes.count, !Self.endsField(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func endsField(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
    }

    /// The inside of quotes, where two quotes stand for one.
    private mutating func quoted() throws(CSVError) -> String {
        let start = line
        var inside: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\""), !take(UInt8(ascii: "\"")) { return String(decoding: inside, as: UTF8.self) }
            if byte == 0x0a { line += 1 }
            inside.append(byte)
        }
        throw CSVError(name, start, .badQuote)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() -> Bool {
        let isLong = position + 1 < bytes.count && bytes[position] == 0x0d && bytes[position + 1] == 0x0a
        if isLong { position += 1 }
        guard take(0x0a) else { return false }
        line += 1
        return true
    }
}
