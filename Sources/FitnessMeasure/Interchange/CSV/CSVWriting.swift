import Foundation

/// Writes a table as RFC 4180 says: fields quoted where they must be, CRLF after each record.
public enum CSVWriting {
    public static func text(_ records: [[String]]) -> String {
        records.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// In quotes, with quotes doubled, if it has a comma, a quote or a line end.
    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }

    /// Spreadsheets take a text that begins so for a formula and run it (CWE-1236); in Korean and Japanese ones the
    /// wide forms count, too.
    private static let triggers: Set<UnicodeScalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// The text with an apostrophe before it if it could be taken for a formula. So that reading can undo it, a text
    /// that has apostrophes before such a character gets one more.
    public static func guarded(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    /// What was written: without the apostrophe that ``guarded(_:)`` put there.
    static func unguarded(_ text: String) -> String {
        text.first == "'" && isGuarded(String(text.dropFirst())) ? String(text.dropFirst()) : text
    }

    private static func isGuarded(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(triggers.contains) ?? false
    }
}

/// How a table's text becomes bytes.
public enum CSVEncoding: Equatable, Sendable {
    /// With a byte order mark, without which Excel takes UTF-8 for the system's code page.
    case utf8
    /// Korean Windows code page 949, for programs that know nothing else.
    case cp949(Unencodable)

    /// What happens to a character that the code page does not have.
    public enum Unencodable: Sendable {
        /// The table is not written.
        case refuse
        /// It becomes a question mark, one for each character.
        case replace
    }

    private static let koreanWindows = String.Encoding(rawValue: 0x8000_0422)

    /// The bytes of a field list's text; nil if a character cannot be written.
    func bytes(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text.utf8)
        case .cp949(let rule):
            if let data = text.data(using: Self.koreanWindows) { return Array(data) }
            guard rule == .replace else { return nil }
            return text.flatMap { Array(String($0).data(using: Self.koreanWindows) ?? Data([0x3F])) }
        }
    }

    var mark: [UInt8] { self == .utf8 ? [0xEF, 0xBB, 0xBF] : [] }
}
