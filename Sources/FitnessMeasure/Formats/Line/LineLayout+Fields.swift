extension LineLayout {
    /// The named fields of a line.
    func fields(of text: [UInt8]) throws(LineFault) -> [String: String] {
        switch self {
        case .whole(let patterns): try Self.firstMatch(patterns, text)
        case .split(let separator, let patterns): try Self.tagged(Self.parts(text, by: separator), patterns)
        case .pairs(let separator, let names): try Self.paired(Self.quotedParts(text, by: separator), names)
        }
    }

    /// If none matches, the first pattern says why: it is the ordinary line.
    private static func firstMatch(_ patterns: [LinePattern], _ text: [UInt8]) throws(LineFault) -> [String: String] {
        var first: LineFault = .truncated
        for (index, pattern) in patterns.enumerated() {
            do { return try pattern.match(text) } catch { if index == 0 { first = error } }
        }
        throw first
    }

    /// Parts that no pattern knows are skipped: devices tag more than we want.
    private static func tagged(
        _ parts: [ArraySlice<UInt8>], _ patterns: [LinePattern]
    ) throws(LineFault) -> [String: String] {
        var fields: [String: String] = [:]
        for part in parts {
            guard let found = patterns.lazy.compactMap({ try? $0.match(part) }).first else { continue }
            for (name, value) in found {
                guard fields.updateValue(value, forKey: name) == nil else { throw .twice(field: name) }
            }
        }
        return fields
    }

    private static func paired(_ parts: [String], _ names: [String: String]) throws(LineFault) -> [String: String] {
        guard parts.count.isMultiple(of: 2) else { throw .truncated }
        var fields: [String: String] = [:]
        for index in stride(from: 0, to: parts.count, by: 2) {
            guard let name = names[parts[index]] else { continue }
            guard fields.updateValue(parts[index + 1], forKey: name) == nil else { throw .twice(field: name) }
        }
        return fields
    }

    private static func parts(_ text: [UInt8], by separator: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var (start, place) = (0, 0)
        while place < text.count {
            if text[place...].starts(with: separator) {
                parts.append(text[start..<place])
                place += separator.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [text[start...]]
    }

    /// Splits outside of double quotes and takes the quotes away.
    private static func quotedParts(_ text: [UInt8], by separator: UInt8) throws(LineFault) -> [String] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        guard !isQuoted else { throw .truncated }
        return parts.map { String(decoding: $0, as: UTF8.self).trimmedToString }
    }
}
