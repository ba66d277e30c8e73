/// A reference table: a header line and rows of the same number of fields (RFC 4180, quotes and all).
public struct CSVTable: Sendable {
    public let name: String
    public let rows: [Row]

    /// One row with the number of the line where it begins.
    public struct Row: Sendable {
        let table: String
        public let line: Int
        let columns: [String: Int]
        let fields: [String]
    }

    /// Reads the table's text. `name` is its file name, for errors.
    public init(name: String, text: String) throws(CSVError) {
        var reader = CSVReader(text, name)
        guard let header = try reader.record() else { throw CSVError(name, 1, .empty) }
        let columns = Dictionary(zip(header.fields, 0...), uniquingKeysWith: { first, _ in first })
        guard columns.count == header.fields.count else { throw CSVError(name, 1, .duplicateColumn) }
        var rows: [Row] = []
        while let record = try reader.record() {
            guard record.fields.count == header.fields.count else {
                let fault = CSVError.Fault.fieldCount(expected: header.fields.count, found: record.fields.count)
                throw CSVError(name, record.line, fault)
            }
            rows.append(Row(table: name, line: record.line, columns: columns, fields: record.fields))
        }
        guard !rows.isEmpty else { throw CSVError(name, 1, .empty) }
        (self.name, self.rows) = (name, rows)
    }
}

extension CSVTable.Row {
    public func text(_ column: String) throws(CSVError) -> String {
        guard let index = columns[column] else { throw CSVError(table, line, .missingColumn(column)) }
        return fields[index]
    }

    public func decimal(_ column: String) throws(CSVError) -> DecimalValue {
        guard let value = DecimalValue(try text(column)) else { throw fault(.badNumber(column: column)) }
        return value
    }

    /// Nil for an empty field.
    public func optionalDecimal(_ column: String) throws(CSVError) -> DecimalValue? {
        try text(column).isEmpty ? nil : decimal(column)
    }

    public func integer(_ column: String) throws(CSVError) -> Int {
        guard let value = Int(try text(column)) else { throw fault(.badNumber(column: column)) }
        return value
    }

    /// A word of a closed list.
    public func word<Word: RawRepresentable<String>>(
        _ column: String, as: Word.Type = Word.self
    ) throws(CSVError) -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw fault(.badWord(column: column)) }
        return word
    }

    /// A whole-year age band: `age_min` to `age_max`, both included.
    func ages() throws(CSVError) -> ClosedRange<Int> {
        let (youngest, oldest) = (try integer("age_min"), try integer("age_max"))
        guard youngest <= oldest else { throw fault(.inconsistent) }
        return youngest...oldest
    }

    /// One sex, or each of them where the table says `both`.
    func sexes() throws(CSVError) -> [Sex] { try text("sex") == "both" ? [.female, .male] : [try word("sex")] }

    /// An item by its id in the column `test`.
    func item(_ column: String = "test") throws(CSVError) -> TestItem {
        guard let item = TestItem(id: try text(column)) else { throw fault(.badWord(column: column)) }
        return item
    }

    func fault(_ fault: CSVError.Fault) -> CSVError { CSVError(table, line, fault) }
}

/// Why a text is not the table it should be: which table, which line, what.
public struct CSVError: Error, Equatable, Sendable {
    public let table: String
    public let line: Int
    public let fault: Fault

    public enum Fault: Equatable, Sendable {
        case empty
        case duplicateColumn
        case missingColumn(String)
        case fieldCount(expected: Int, found: Int)
        /// A quoted field that never ends, or a quote in the middle of a field.
        case badQuote
        case badNumber(column: String)
        case badWord(column: String)
        /// Numbers that cannot be right together: bounds out of order, age bands that overlap.
        case inconsistent
        /// A row that a rule needs is not there.
        case missingRow(String)
        case tooLong
    }

    init(_ table: String, _ line: Int, _ fault: Fault) { (self.table, self.line, self.fault) = (table, line, fault) }
}
