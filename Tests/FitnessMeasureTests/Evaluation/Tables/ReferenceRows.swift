import FitnessMeasure
import Foundation
import Testing

/// The rows of a shipped table, read here by a reader of the tests' own, so that a fault of the product's reader shows.
struct ReferenceRow: Sendable, CustomTestStringConvertible {
    let line: Int
    let fields: [String: String]

    subscript(column: String) -> String { fields[column] ?? "" }

    var item: TestItem { TestItem(id: self["test"]) ?? .height }
    var sexes: [Sex] { self["sex"] == "both" ? Sex.allCases : [self["sex"] == "F" ? .female : .male] }
    var ages: [Int] { [Int(self["age_min"]) ?? 0, min(Int(self["age_max"]) ?? 0, 115)] }
    var value: DecimalValue { decimal("value") }
    func decimal(_ column: String) -> DecimalValue { DecimalValue(stringLiteral: self[column]) }

    var testDescription: String { "line \(line)" }

    /// No table of the product has a line break inside a field.
    static func all(_ table: String) throws -> [ReferenceRow] {
        let lines = try text(table).split(whereSeparator: \.isNewline).map { fields(of: String($0)) }
        // A loop over no rows would be a test that cannot fail.
        let header = try #require(lines.count > 1 ? lines.first : nil)
        return lines.enumerated().dropFirst().map { number, fields in
            ReferenceRow(line: number + 1, fields: Dictionary(uniqueKeysWithValues: zip(header, fields)))
        }
    }

    static func text(_ table: String) throws -> String {
        try String(contentsOf: repository.appending(path: "assets/fitness/2026-11/\(table)"), encoding: .utf8)
    }

    private static func fields(of line: String) -> [String] {
        var (fields, isQuoted): ([String], Bool) = ([""], false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

extension DecimalValue {
    /// One hundredth more, or less.
    func nudged(by hundredths: Int64) -> DecimalValue {
        var (mantissa, exponent) = (mantissa, exponent)
        while exponent > -2 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        return DecimalValue(mantissa: mantissa + hundredths, exponent: exponent)
    }

    /// A little worse than this for a table that says which direction is better.
    func worse(_ better: String) -> DecimalValue { nudged(by: better == "higher" ? -1 : 1) }
    func better(_ better: String) -> DecimalValue { nudged(by: better == "higher" ? 1 : -1) }
}
