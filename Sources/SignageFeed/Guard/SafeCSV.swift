/// Why text is no table that we take.
public enum SafeCSVError: Error, Equatable, Sendable {
    case tooManyColumns
    case tooManyRows
    /// A quotation mark was opened and never closed.
    case openQuote
}

/// Reads tables as spreadsheets save them (RFC 4180): quoted fields, commas, tabs or semicolons, any line end.
struct SafeCSV {
    private let bytes: [UInt8]
    private let separator: UInt8
    private let columnLimit: Int
    private var at = 0

    /// A reader of UTF-8 `bytes`. The separator is the one that the first line has most of.
    init(_ bytes: [UInt8], columnLimit: Int = 100) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        func count(_ byte: UInt8) -> Int { line.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
        let candidates = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
        separator = candidates.max { count($0) < count($1) } ?? UInt8(ascii: ",")
        (self.bytes, self.columnLimit, at) = (bytes, columnLimit, start)
    }

    /// All rows of a small table, without empty lines.
    static func rows(_ text: String, rowLimit: Int = 5_000) throws(SafeCSVError) -> [[String]] {
        var reader = SafeCSV(Array(text.utf8))
        var rows: [[String]] = []
        while let row = try reader.nextRow() {
            if row.allSatisfy(\.isEmpty) { continue }
            guard rows.count < rowLimit else { throw .tooManyRows }
            rows.append(row)
        }
        return rows
    }

    /// The fields of the next line, nil at the end.
    mutating func nextRow() throws(SafeCSVError) -> [String]? {
        guard at < bytes.count else { return nil }
        var row: [String] = []
        while true {
            row.append(try field())
            guard row.count <= columnLimit else { throw .tooManyColumns }
            guard at < bytes.count else { return row }
            let byte = bytes[at]
            at += 1
            if byte == separator {
                // A separator at the very end opens one more, empty field.
                if at == bytes.count { return row + [""] }
                continue
            }
            if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
            return row
        }
    }

    /// Up to the separator or the end of the line, which stay.
    private mutating func field() throws(SafeCSVError) -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let start = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        return try quoted()
    }

    private mutating func quoted() throws(SafeCSVError) -> String {
        var content: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "\"") else {
                content.append(byte)
                continue
            }
            guard at < bytes.count, bytes[at] == byte else {
                // What stands between the closing mark and the separator belongs to nobody.
                while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
                return String(decoding: content, as: UTF8.self)
            }
            content.append(byte)
            at += 1
        }
        throw .openQuote
    }
}
