import Foundation
import Hummingbird

/// The fields of a sent form. Line ends are `\n`; a field with a control character is not one of ours.
struct FormFields: Equatable, Sendable {
    /// Bytes of a form's body. The longest notice in percent-encoded Korean stays below it.
    static let limit = 16 * 1024

    private let values: [String: String]

    static let none = FormFields(values: [:])
    private init(values: [String: String]) { self.values = values }

    /// - Throws: ``PageRefusal/badForm``.
    init(body: String) throws(PageRefusal) {
        do {
            try self.init(sent: try URLEncodedFormDecoder().decode([String: String].self, from: body))
        } catch {
            throw .badForm
        }
    }

    /// - Throws: ``PageRefusal/badForm``.
    init(sent: [String: String]) throws(PageRefusal) {
        values = sent.mapValues { $0.replacing("\r\n", with: "\n") }
        let isPlain = values.values.allSatisfy { text in
            text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
        }
        guard isPlain else { throw .badForm }
    }

    subscript(name: String) -> String? { values[name] }
}
