extension Battery {
    /// Reads the text of a battery file, ours or a municipality's own. `file` is its name, for the error.
    public init(yaml: String, file: String, tests catalogue: TestCatalogue) throws(DataFileError) {
        let fields = try DataNode(yaml: yaml, file: file).mapping(knows: "battery", "name", "source", "gate", "tests")
        let list = try fields.get("tests")
        let (id, name) = (try Self.id(fields), try LocalText(fields.get("name")))
        let gate = try fields.items("gate").map { node throws(DataFileError) in try Entry(node, catalogue) }
        let tests = try list.list().map { node throws(DataFileError) in try Entry(node, catalogue) }
        let entries = gate + tests
        do throws(BatteryError) {
            try self.init(
                id: id, name: name, gate: gate.map(\.test), tests: tests.map(\.test),
                optional: Set(entries.filter(\.isOptional).map(\.test.id)))
        } catch {
            // Of two that cannot stand together the later one is the mistake.
            let place = entries.last { $0.test.id == error.test }?.place ?? list
            throw place.fault(.battery(error))
        }
    }

    private static func id(_ fields: DataMapping) throws(DataFileError) -> String {
        let node = try fields.get("battery")
        let id = try node.text()
        let isPlain = id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
        guard isPlain, id.count <= 40 else { throw node.fault(.outOfRange("a-z, 0-9 and -, at most 40")) }
        return id
    }

    /// A line of the list: a test's id, or a mapping that says that it may be left out.
    private struct Entry {
        let place: DataNode
        let test: TestProtocol
        let isOptional: Bool

        init(_ node: DataNode, _ catalogue: TestCatalogue) throws(DataFileError) {
            var (name, isOptional) = (node, false)
            if node.isMapping {
                let fields = try node.mapping(knows: "test", "optional")
                (name, isOptional) = (try fields.get("test"), try fields.find("optional")?.boolean() ?? false)
            }
            let id = FitnessTestID(rawValue: try name.text())
            guard let test = catalogue[id] else { throw name.fault(.battery(.unknownTest(id))) }
            (place, self.test, self.isOptional) = (name, test, isOptional)
        }
    }
}
