/// The exercises that the national programme really prescribes to people of 65 and older, with how often.
public struct PrescribedExercises: Sendable {
    public static let table = "kspo_senior_prescribed_exercises.csv"

    public let rows: [PrescribedExercise]

    /// Reads the table; a phase names an exercise once, and each has a count.
    public init(csv: String) throws(CSVError) {
        var rows: [PrescribedExercise] = []
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let next = try PrescribedExercise(row)
            let isDoubled = rows.contains { $0.phase == next.phase && $0.id == next.id }
            guard !isDoubled, next.countWomen != nil || next.countMen != nil else { throw row.fault(.inconsistent) }
            rows.append(next)
        }
        self.rows = rows
    }
}

/// A row of the table.
public struct PrescribedExercise: Equatable, Sendable {
    public let phase: ExercisePhase
    public let id: ExerciseID
    public let factor: FitnessFactor
    public let position: ExercisePosition
    let countWomen, countMen: Int?
    let source: PlanSource

    fileprivate init(_ row: CSVTable.Row) throws(CSVError) {
        func count(_ column: String) throws(CSVError) -> Int? {
            try row.text(column).isEmpty ? nil : try row.integer(column)
        }
        phase = try row.word("phase")
        id = ExerciseID(rawValue: try row.text("exercise_ko"))
        (factor, position) = (try row.word("factor"), try row.word("position"))
        (countWomen, countMen) = (try count("count_women"), try count("count_men"))
        source = try PlanSource(row)
    }

    /// How often it was prescribed to that sex; the warm-up was read for men only and the cool-down for women only, so
    /// the other sex's count stands in.
    func count(for sex: Sex) -> Int {
        (sex == .female ? countWomen ?? countMen : countMen ?? countWomen) ?? 0
    }
}

/// The table's Korean name of an exercise.
public struct ExerciseID: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let walking: ExerciseID = "걷기"
}

/// Where in a session.
public enum ExercisePhase: String, CaseIterable, Codable, Sendable {
    case warmUp = "준비운동"
    case main = "본운동"
    case coolDown = "정리운동"

    /// The name in `words.yaml`.
    var word: String {
        switch self {
        case .warmUp: "warm_up"
        case .main: "main"
        case .coolDown: "cool_down"
        }
    }
}

/// How the body is held. A position that is not on the list is an error: nobody would know whether it is safe.
public enum ExercisePosition: String, CaseIterable, Codable, Hashable, Sendable {
    case chair, standing, floor, water, machine, any
    case standingSupport = "standing_support"
    case machineOrChair = "machine_or_chair"
    case jump
}
