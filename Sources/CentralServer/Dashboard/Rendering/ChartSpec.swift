import SyncWire

/// A chart as the page's script draws it. It travels as JSON in an attribute, so that no script stands in a page.
struct ChartSpec: Encodable, Equatable, Sendable {
    let kind: Kind
    let labels: [String]
    let series: [Series]

    enum Kind: String, Encodable, Sendable { case line, bar }

    struct Series: Encodable, Equatable, Sendable {
        let name: String
        let values: [Double?]
        /// What is written at each point, where that is not just the number: decimals keep their zeros.
        var words: [String]?
        /// Which points came from a simulator; they are drawn hollow.
        var simulated: [Bool]?
    }

    func json() throws -> String { String(decoding: try CanonicalJSON.encode(self), as: UTF8.self) }

    /// The same in words, for those who do not see the picture.
    var spoken: String {
        series.map { series in
            let points = zip(labels, series.values).compactMap { label, value in
                value.map { "\(label) \($0 == $0.rounded() ? Int($0).grouped : String($0))" }
            }
            return "\(series.name): \(points.joined(separator: ", "))"
        }.joined(separator: ". ")
    }
}
