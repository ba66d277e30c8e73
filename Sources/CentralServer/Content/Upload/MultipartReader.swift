import Foundation

/// Walks over the parts of a form once, from the first byte to the last.
struct MultipartReader {
    struct Part: Equatable {
        let name: String
        /// It came with a file name, also an empty one.
        let isFile: Bool
        let content: Range<Int>
    }

    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8], boundary: String) {
        self.bytes = bytes
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The first boundary stands at the very beginning: browsers send no preamble.
    mutating func begin() throws(MultipartError) {
        let first = delimiter.dropFirst(2)
        guard bytes.starts(with: first) else { throw .malformed }
        at = first.count
    }

    /// The next part, nil behind the last.
    mutating func nextPart(headLimit: Int) throws(MultipartError) -> Part? {
        if isAt("--") {
            at += 2
            if isAt("\r\n") { at += 2 }
            guard at == bytes.count else { throw .malformed }
            return nil
        }
        guard isAt("\r\n") else { throw .malformed }
        at += 2
        let head = try head(limit: headLimit)
        guard let end = find(delimiter, from: at, to: bytes.count) else { throw .malformed }
        defer { at = end + delimiter.count }
        return Part(name: head.name, isFile: head.isFile, content: at..<end)
    }

    /// The lines up to the empty one.
    private mutating func head(limit: Int) throws(MultipartError) -> (name: String, isFile: Bool) {
        let reach = min(bytes.count, at + limit)
        guard let end = find(Array("\r\n\r\n".utf8), from: at, to: reach) else {
            throw reach == bytes.count ? .malformed : .longHead
        }
        guard let text = String(validating: bytes[at..<end], as: UTF8.self) else { throw .badHead }
        at = end + 4
        let lines = text.split(separator: "\r\n")
        let dispositions = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard dispositions.count == 1, let line = dispositions.first else { throw .badHead }
        return try Self.disposition(line.dropFirst("content-disposition:".count))
    }

    /// `form-data; name="picture"; filename="…"`: quotation marks within are sent as `%22`.
    private static func disposition(_ text: Substring) throws(MultipartError) -> (name: String, isFile: Bool) {
        var rest = text.drop { $0 == " " }
        guard rest.lowercased().hasPrefix("form-data") else { throw .badHead }
        rest = rest.dropFirst("form-data".count)
        var values: [String: String] = [:]
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: /;\ *([A-Za-z*]+)="([^"\r\n]*)"\ */) else { throw .badHead }
            guard values.updateValue(String(match.2), forKey: match.1.lowercased()) == nil else { throw .badHead }
            rest = rest[match.range.upperBound...]
        }
        guard let name = values["name"], !name.isEmpty, name.utf8.count <= 100 else { throw .badHead }
        return (name, values["filename"] != nil)
    }

    private func isAt(_ word: String) -> Bool {
        at + word.utf8.count <= bytes.count && bytes[at..<at + word.utf8.count].elementsEqual(word.utf8)
    }

    /// A boundary begins with a carriage return, which pictures have about one of in 256 bytes.
    private func find(_ pattern: [UInt8], from start: Int, to end: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var at = start
            while at + pattern.count <= end {
                if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) { return at }
                at += 1
            }
            return nil
        }
    }
}
