/// The table row that a line of a plan comes from, for staff.
public struct PlanSource: Codable, Hashable, Sendable {
    public let table: String
    /// Counted from 1, the header is line 1.
    public let line: Int
    public let confidence: Confidence
    public let source: String

    public init(table: String, line: Int, confidence: Confidence, source: String) {
        (self.table, self.line, self.confidence, self.source) = (table, line, confidence, source)
    }

    init(_ row: CSVTable.Row) throws(CSVError) {
        self.init(
            table: row.table, line: row.line, confidence: try row.word("confidence"), source: try row.text("source"))
    }

    /// Somebody of the health centre decided it; no table says so.
    public static let healthCentre = PlanSource(
        table: "health_centre", line: 1, confidence: .assumed, source: "decided by the health centre")

    /// True where staff must look twice: nobody read it in a source.
    public var isUnsure: Bool { confidence.mark != nil }
}

extension Confidence: Codable {}
