/// Words that the tests share: things to fetch, notes for staff, when to stop, what the voice says.
public struct BatteryPhrases: Equatable, Sendable {
    public static let file = "phrases.yaml"

    public let factors: [FitnessFactor: LocalText]
    public let equipment, safety: [String: LocalText]
    /// By rule id of the reference tables.
    public let stop: [String: LocalText]
    public let cues: [TimerCue.Word: LocalText]
    public let skips: [SkipReason: LocalText]

    /// Reads the text of the file. Closed lists (factors, cues, reasons) must be complete.
    public init(yaml: String) throws(DataFileError) {
        let root = try DataNode(yaml: yaml, file: Self.file)
        let fields = try root.mapping(knows: "factors", "equipment", "safety", "stop", "cues", "skips")
        (factors, cues) = (try Self.complete(fields.get("factors")), try Self.complete(fields.get("cues")))
        skips = try Self.complete(fields.get("skips"))
        equipment = try Self.open(fields.get("equipment"))
        (safety, stop) = (try Self.open(fields.get("safety")), try Self.open(fields.get("stop")))
    }

    private static func open(_ node: DataNode) throws(DataFileError) -> [String: LocalText] {
        var texts: [String: LocalText] = [:]
        for (key, value) in try node.entries() { texts[key] = try LocalText(value) }
        return texts
    }

    private static func complete<Key: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: DataNode
    ) throws(DataFileError) -> [Key: LocalText] {
        var texts: [Key: LocalText] = [:]
        for (name, value) in try node.entries() {
            guard let key = Key(rawValue: name) else {
                throw value.fault(.unknownWord(name, known: Key.allCases.map(\.rawValue)))
            }
            texts[key] = try LocalText(value)
        }
        for key in Key.allCases where texts[key] == nil {
            throw DataFileError(
                file: node.file, line: node.line, field: "\(node.field).\(key.rawValue)", fault: .missing)
        }
        return texts
    }
}
