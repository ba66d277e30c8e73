/// The table row that a line of a plan comes from, for staff.
public struct PlanSource: Codable, Hashable, Sendable {
    public let table: String
    /// Counted from 1, the header is line 1.
    public let line: Int
    /// `found`, `recalled`, `derived` or `assumed`.
    public let confidence: String
    public let source: String

    public init(table: String, line: Int, confidence: String, source: String) {
        (self.table, self.line, self.confidence, self.source) = (table, line, confidence, source)
    }

    init(_ row: CSVTable.Row) throws(CSVError) {
        self.init(
            table: row.table, line: row.line, confidence: try row.text("confidence"), source: try row.text("source"))
    }

    /// True unless the row was read in a source: staff are told.
    public var isUnsure: Bool { confidence != "found" }
}
