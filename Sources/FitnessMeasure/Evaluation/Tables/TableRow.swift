/// Where a judgement comes from: the line of a reference table, who says so, and how sure that is.
///
/// Immutable, and a class because an evaluation names some fifty rows and every copy of a string costs.
public final class TableRow: Equatable, Sendable {
    /// The table's file name.
    public let table: String
    /// The line of the file, counted from 1, where the row begins.
    public let line: Int
    public let source: String
    public let confidence: Confidence
    /// What staff must know before they rely on the row; nil where there is nothing.
    public let mark: StaffMark?

    init(table: String, line: Int, source: String, confidence: Confidence, mark: StaffMark? = nil) {
        (self.table, self.line, self.source) = (table, line, source)
        (self.confidence, self.mark) = (confidence, mark ?? confidence.mark)
    }

    public static func == (a: TableRow, b: TableRow) -> Bool {
        a === b
            || (a.table, a.line, a.source, a.confidence, a.mark) == (b.table, b.line, b.source, b.confidence, b.mark)
    }

    func marked(_ mark: StaffMark?) -> TableRow {
        TableRow(table: table, line: line, source: source, confidence: confidence, mark: mark ?? self.mark)
    }
}

/// How a table came by a value. Rows that are `missing` are not loaded: nothing stands in for them.
public enum Confidence: String, Sendable {
    /// Read in a stored source.
    case found
    /// From knowledge of a named publication, not compared with it.
    case recalled
    /// Computed; the formula is in the row.
    case derived
    case foundAndDerived = "found+derived"
    /// An engineering value.
    case assumed

    var mark: StaffMark? {
        switch self {
        case .recalled: .recalled
        case .assumed: .assumed
        case .found, .derived, .foundAndDerived: nil
        }
    }
}

/// A warning beside a value on the staff's page.
public enum StaffMark: String, Sendable {
    case recalled, assumed
    /// Published in one place only, and not compared with another.
    case noSecondSource = "no_second_source"
    /// What exactly is counted was concluded from the size of the numbers.
    case inferred
}

extension CSVTable {
    /// The rows that hold a value, each with its origin. A source `same` is that of the row above.
    func traced() throws(CSVError) -> [(row: Row, origin: TableRow)] {
        var (traced, last): ([(row: Row, origin: TableRow)], String) = ([], "")
        for row in rows {
            let source = try row.text("source")
            if !source.hasPrefix("same") { last = source }
            guard try row.text("confidence") != "missing" else { continue }
            let origin = TableRow(table: name, line: row.line, source: last, confidence: try row.word("confidence"))
            traced.append((row, origin))
        }
        return traced
    }
}
