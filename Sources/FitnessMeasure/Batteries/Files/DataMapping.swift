/// A mapping whose keys are all known.
struct DataMapping {
    let place: DataNode
    let fields: [String: DataNode]

    func find(_ key: String) -> DataNode? { fields[key] }

    func get(_ key: String) throws(DataFileError) -> DataNode {
        guard let node = fields[key] else {
            let field = place.field.isEmpty ? key : "\(place.field).\(key)"
            throw DataFileError(file: place.file, line: place.line, field: field, fault: .missing)
        }
        return node
    }

    /// The items of a list; none where the key is left out.
    func items(_ key: String) throws(DataFileError) -> [DataNode] { try fields[key]?.list() ?? [] }
}
