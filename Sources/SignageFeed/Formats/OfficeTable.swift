import Foundation

/// A list that the office keeps: a spreadsheet saved as CSV, with Korean or English names of columns, or a JSON list of
/// objects with the same names.
struct OfficeTable {
    /// Columns that say the same thing, the one of our own files first.
    typealias Column = [String]

    private(set) var rows: [[String: String]] = []
    private(set) var problems: [FeedProblem] = []

    init(_ bytes: [UInt8]) throws(FeedError) {
        let guarded = try FeedBytes(bytes)
        switch guarded.kind {
        case .json: try takeJSON(guarded.text)
        case .words: try takeCSV(guarded.text)
        case .webPage: throw FeedError(.webPage)
        case .xml: throw FeedError(.unexpectedShape)
        }
    }

    /// The first of the columns that a row fills.
    static func text(_ row: [String: String], _ column: Column, limit: Int = 200) -> String? {
        for name in column {
            let text = CleanText.lines(row[name] ?? "", limit: limit)
            if !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func takeJSON(_ text: String) throws(FeedError) {
        let json: JSONValue
        do throws(SafeJSONError) {
            json = try SafeJSON.read(text)
        } catch {
            throw FeedError(.json(error))
        }
        guard let elements = json.elements ?? json["items"]?.elements else { throw FeedError(.unexpectedShape) }
        for (index, element) in elements.prefix(Self.rowLimit).enumerated() {
            guard case .object(let members) = element else {
                problems.append(FeedProblem(.unusableRow, row: index))
                continue
            }
            rows.append(members.compactMapValues(\.text))
        }
        if elements.count > Self.rowLimit { problems.append(FeedProblem(.tooManyItems)) }
    }

    private mutating func takeCSV(_ text: String) throws(FeedError) {
        let table: [[String]]
        do throws(SafeCSVError) {
            table = try SafeCSV.rows(text, rowLimit: Self.rowLimit + 1)
        } catch {
            throw FeedError(.csv(error))
        }
        guard let names = table.first?.map({ CleanText.line($0).lowercased() }), names.count > 1 else {
            throw FeedError(.bareText)
        }
        rows = table.dropFirst().map { row in Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first }) }
    }

    private static let rowLimit = 1_000
}
