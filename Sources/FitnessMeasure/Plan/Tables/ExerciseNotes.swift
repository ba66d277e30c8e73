/// What the table of prescribed exercises does not say: names in four languages, whom an exercise suits, how it is
/// counted. Our own judgement, marked `assumed`.
public struct ExerciseNotes: Sendable {
    public static let file = "exercises.yaml"

    private let notes: [ExerciseID: Note]

    public struct Note: Equatable, Sendable {
        public let name: LocalText
        /// The lowest level that it suits.
        public let from: PlanLevel
        public let dose: DoseKind
        public let source: PlanSource
    }

    /// Reads the file's text; every exercise of the table must have a note, and nothing else.
    public init(yaml: String, exercises: PrescribedExercises) throws(DataFileError) {
        let list = try DataNode(yaml: yaml, file: Self.file).mapping(knows: "exercises").get("exercises")
        let known = Set(exercises.rows.map(\.id))
        var notes: [ExerciseID: Note] = [:]
        for node in try list.list() {
            let fields = try node.mapping(knows: "exercise", "from", "dose", "name")
            let key = try fields.get("exercise")
            let id = ExerciseID(rawValue: try key.text())
            guard known.contains(id) else {
                throw key.fault(.unknownRow(id.rawValue, table: PrescribedExercises.table))
            }
            let source = PlanSource(
                table: Self.file, line: node.line, confidence: .assumed,
                source: "own judgement; health centre confirms")
            let note = Note(
                name: try LocalText(fields.get("name")), from: try fields.get("from").word(),
                dose: try fields.get("dose").word(), source: source)
            guard notes.updateValue(note, forKey: id) == nil else { throw key.fault(.doubled(id.rawValue)) }
        }
        for row in exercises.rows where notes[row.id] == nil {
            throw list.fault(.unknownRow(row.id.rawValue, table: Self.file))
        }
        self.notes = notes
    }

    public subscript(id: ExerciseID) -> Note? { notes[id] }
}

/// How an exercise is counted.
public enum DoseKind: String, CaseIterable, Codable, Sendable { case repetitions, hold, minutes }
