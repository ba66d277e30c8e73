/// Readings as a table for spreadsheets: a row for each value, and for each value that could not be had.
///
/// The columns never change their order; new ones come at the end. What each means stands in ``dictionary``.
public struct ReadingsCSV: Sendable {
    public let records: [MeasuredRecord]

    public init(_ records: [MeasuredRecord]) { self.records = records }

    /// The table's bytes. Throws ``InterchangeError/notEncodable(column:)`` if the encoding lacks a character and may
    /// not replace it.
    public func bytes(_ encoding: CSVEncoding = .utf8) throws(InterchangeError) -> [UInt8] {
        try Self.bytes(rows, Self.columns.map(\.name), encoding)
    }

    /// The rows alone, to go on with a table that has its head already.
    public func moreBytes(_ encoding: CSVEncoding = .utf8) throws(InterchangeError) -> [UInt8] {
        guard let bytes = encoding.bytes(CSVWriting.text(rows)) else { throw .notEncodable(column: "") }
        return bytes
    }

    /// The data dictionary, a table itself: column, meaning, unit, values, source.
    public static func dictionary(_ encoding: CSVEncoding = .utf8) throws(InterchangeError) -> [UInt8] {
        let heads = ["column", "meaning_ko", "meaning_en", "unit", "values", "source"]
        let rows = columns.map { [$0.name, $0.meaningKorean, $0.meaning, $0.unit, $0.values, $0.source] }
        return try bytes(rows.map { $0.map(CSVWriting.guarded) }, heads, encoding)
    }

    private var rows: [[String]] {
        records.flatMap { record in
            record.measuredValues.map { value in
                Self.columns.map { column in
                    let text = column.text(Row(record: record, value: value))
                    return column.isText ? CSVWriting.guarded(text) : text
                }
            }
        }
    }

    private static func bytes(
        _ rows: [[String]], _ heads: [String], _ encoding: CSVEncoding
    ) throws(InterchangeError) -> [UInt8] {
        if let bytes = encoding.bytes(CSVWriting.text([heads] + rows)) { return encoding.mark + bytes }
        let column = heads.indices.first { index in rows.contains { encoding.bytes($0[index]) == nil } }
        throw .notEncodable(column: column.map { heads[$0] } ?? "")
    }

    /// One value of a record.
    struct Row {
        let record: MeasuredRecord
        let value: MeasuredRecord.MeasuredValue
    }

    /// A column and what the dictionary says of it.
    struct Column: Sendable {
        let name: String
        let meaningKorean: String
        let meaning: String
        let unit: String
        let values: String
        let source: String
        /// Free text, which is guarded against being taken for a formula. The others are made of digits and fixed words.
        let isText: Bool
        let text: @Sendable (Row) -> String
    }
}
