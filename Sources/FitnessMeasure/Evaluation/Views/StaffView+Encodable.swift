/// As a program reads it: `{"id":…,"value":…,"result":…,"limit":…,"rows":[{"table":…,"line":…}],"marks":[…]}`.
extension StaffView.Finding: Encodable {
    private enum Key: String, CodingKey { case id, value, result, limit, rows, marks }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encodeIfPresent(value.map(BatchJSON.number), forKey: .value)
        try members.encode(result, forKey: .result)
        try members.encodeIfPresent(limit.map(BatchJSON.number), forKey: .limit)
        try members.encode(rows, forKey: .rows)
        try members.encode(marks.map(\.rawValue), forKey: .marks)
    }
}

extension TableRow: Encodable {
    private enum Key: String, CodingKey { case table, line, source, confidence }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(table, forKey: .table)
        try members.encode(line, forKey: .line)
        try members.encode(source, forKey: .source)
        try members.encode(confidence.rawValue, forKey: .confidence)
    }
}
