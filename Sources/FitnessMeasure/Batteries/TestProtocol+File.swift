extension TestProtocol {
    /// Reads the text of a test file. `file` is its name, for the error.
    public init(yaml: String, file: String) throws(DataFileError) {
        let root = try DataNode(yaml: yaml, file: file)
        let fields = try root.mapping(
            knows: "test", "name", "factor", "effort", "values", "better", "change", "trials", "sides", "counts",
            "capture", "requires", "equipment", "picture", "setup", "steps", "stop", "safety", "source", "confidence",
            "version")
        sides = try Self.distinct(fields, "sides") { node throws(DataFileError) in try Side(node) }
        trials = try fields.get("trials").integer(in: 1...10)
        test = try Self.test(fields, total: trials * max(1, sides.count))
        version = try fields.find("version")?.integer(in: 1...999) ?? 1
        name = try LocalText(fields.get("name"))
        factor = try fields.get("factor").word()
        effort = try fields.get("effort").word()
        capture = try Capture(fields.get("capture"))
        counting = try fields.get("counts").word()
        requirement = try fields.find("requires").map { node throws(DataFileError) in try Requirement(node) }
        guide = try Guide(fields)
        (source, confidence) = (try fields.get("source").text(), try fields.get("confidence").text())
        guard counting != .best || test.better != nil else {
            throw try fields.get("counts").fault(.disagrees(with: "better"))
        }
    }

    private static func test(_ fields: DataMapping, total: Int) throws(DataFileError) -> FitnessTest {
        let id = FitnessTestID(rawValue: try fields.get("test").text())
        let items = try fields.get("values").list().map { node throws(DataFileError) in try FitnessTest.Item(node) }
        guard !items.isEmpty else { throw try fields.get("values").fault(.missing) }
        let better = try fields.find("better").map { node throws(DataFileError) in
            try node.word(of: [Better.higher, .lower])
        }
        let test = FitnessTest(
            id, items, better: better, trials: total,
            changeID: try fields.find("change")?.text())
        // The kiosk's own screens know some tests by name; a file cannot make them into something else.
        if let builtIn = FitnessTest.named(id), builtIn != test {
            throw try fields.get("test").fault(.disagrees(with: "the built-in test \(id.rawValue)"))
        }
        return test
    }

    fileprivate static func distinct<Value: Equatable>(
        _ fields: DataMapping, _ key: String, _ read: (DataNode) throws(DataFileError) -> Value
    ) throws(DataFileError) -> [Value] {
        var values: [Value] = []
        for node in try fields.items(key) {
            let value = try read(node)
            guard !values.contains(value) else { throw node.fault(.doubled("\(value)")) }
            values.append(value)
        }
        return values
    }
}

extension FitnessTest.Item {
    fileprivate init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "range", "quantity", "unit", "required")
        self.init(
            try fields.get("range").text(), QuantityKind(rawValue: try fields.get("quantity").text()),
            UCUMUnit(rawValue: try fields.get("unit").text()),
            isRequired: try fields.find("required")?.boolean() ?? true)
    }
}

extension TestProtocol.Capture {
    fileprivate init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "by", "timer")
        source = try fields.get("by").word()
        timer = try fields.find("timer").map { node throws(DataFileError) in try TimerSpec(node) }
        let needsTimer = source == .timer || source == .counter
        guard !needsTimer || timer != nil else {
            _ = try fields.get("timer")
            return
        }
    }
}

extension TestProtocol.Side {
    fileprivate init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "side", "range")
        (side, rangeID) = (try fields.get("side").word(), try fields.get("range").text())
    }
}

extension TestProtocol.Requirement {
    fileprivate init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "test", "at_least")
        test = FitnessTestID(rawValue: try fields.get("test").text())
        minimum = try fields.get("at_least").decimal()
    }
}

extension TestProtocol.Guide {
    fileprivate init(_ fields: DataMapping) throws(DataFileError) {
        let text = { (node: DataNode) throws(DataFileError) in try node.text() }
        equipment = try TestProtocol.distinct(fields, "equipment", text)
        safety = try TestProtocol.distinct(fields, "safety", text)
        stopRules = try TestProtocol.distinct(fields, "stop", text)
        picture = try fields.get("picture").text()
        setup = try LocalText(fields.get("setup"))
        let nodes = try fields.get("steps").list()
        guard (1...8).contains(nodes.count) else { throw try fields.get("steps").fault(.outOfRange("1 to 8")) }
        steps = try nodes.map { node throws(DataFileError) in try LocalText(node) }
    }
}
