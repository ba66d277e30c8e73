import FitnessMeasure
import Testing

@Suite struct PlanTablesTests {
    @Test(arguments: TextLanguage.allCases) func `every exercise has a name in every language`(language: TextLanguage)
        throws
    {
        let tables = try shippedPlanTables()
        #expect(Set(tables.exercises.rows.map(\.id)).count == 71)
        for row in tables.exercises.rows {
            let name = try #require(tables.notes[row.id]).name[language]
            let hasHangul = name.unicodeScalars.contains { (0xac00...0xd7a3).contains($0.value) }
            #expect(!name.isEmpty && hasHangul == (language == .korean), "\(name)")
        }
    }

    @Test(
        arguments: [
            ("A,disability,기능 제한,0,3", "A,disability,기능 제한,0,4", CSVError.Fault.inconsistent),
            ("D,robust,건강,10,12", "D,robust,건강,10,11", .missingRow("A to D")),
            ("B,frailty", "E,frailty", .badWord(column: "level")),
            (",0.5,0.8,", ",half,0.8,", .badNumber(column: "gait_6m_min_mps")),
        ] as [(String, String, CSVError.Fault)])
    func `levels without gaps or nothing`(passage: String, other: String, fault: CSVError.Fault) throws {
        let text = try shippedText("fitness/vivifrail_levels.csv").editing(passage, to: other)
        let error = #expect(throws: CSVError.self) { try VivifrailLevels(csv: text) }
        #expect(error?.fault == fault && error?.table == "vivifrail_levels.csv")
    }

    @Test func `a table without the fall-risk variant is refused`() throws {
        let lines = try shippedText("fitness/vivifrail_levels.csv").split(whereSeparator: \.isNewline).filter {
            !$0.hasPrefix("+")
        }
        let error = #expect(throws: CSVError.self) { try VivifrailLevels(csv: lines.joined(separator: "\n")) }
        #expect(error?.fault == .missingRow("+"))
    }

    @Test(
        arguments: [
            ("standing_support", "hanging", CSVError.Fault.badWord(column: "position")),
            ("upper_strength", "upper", .badWord(column: "factor")), ("본운동,수영,785,620", "본운동,수영,,", .inconsistent),
            ("본운동,수영,785", "본운동,수영,many", .badNumber(column: "count_women")),
            ("본운동,수영", "본운동,걷기", .inconsistent),
        ] as [(String, String, CSVError.Fault)])
    func `an exercise that nobody can judge is refused`(passage: String, other: String, fault: CSVError.Fault) throws {
        let text = try shippedText("fitness/kspo_senior_prescribed_exercises.csv").editing(passage, to: other)
        let error = #expect(throws: CSVError.self) { try PrescribedExercises(csv: text) }
        #expect(error?.fault == fault)
    }

    @Test func `every exercise needs a note and no note is for nothing`() throws {
        let exercises = try PrescribedExercises(csv: shippedText("fitness/kspo_senior_prescribed_exercises.csv"))
        let text = try shippedText("plan/exercises.yaml")
        let unknown = #expect(throws: DataFileError.self) {
            try ExerciseNotes(yaml: text.editing("exercise: \"수영\"", to: "exercise: \"달리기\""), exercises: exercises)
        }
        #expect(unknown?.fault == .unknownRow("달리기", table: "kspo_senior_prescribed_exercises.csv"))
        let doubled = #expect(throws: DataFileError.self) {
            try ExerciseNotes(yaml: text.editing("exercise: \"수영\"", to: "exercise: \"걷기\""), exercises: exercises)
        }
        #expect(doubled?.fault == .doubled("걷기"))
        let short = "exercises: []\n"
        let missing = #expect(throws: DataFileError.self) { try ExerciseNotes(yaml: short, exercises: exercises) }
        #expect(missing?.fault == .unknownRow("고정식 자전거 타기", table: "exercises.yaml"))
    }

    @Test(
        arguments: [
            ("walking,A,5", "walking,A,0", CSVError.Fault.inconsistent),
            ("walking,A,5,1,5,30", "walking,A,5,1,5,4", .inconsistent),
            ("walking,A", "running,A", .badWord(column: "kind")), ("walking,A", "walking,B", .inconsistent),
            ("hold,D,15", "hold,C,15", .inconsistent), ("minutes,D,5", "minutes,D,301", .inconsistent),
        ] as [(String, String, CSVError.Fault)])
    func `doses are whole and possible`(passage: String, other: String, fault: CSVError.Fault) throws {
        let text = try shippedText("plan/start_doses.csv").editing(passage, to: other)
        let error = #expect(throws: CSVError.self) { try StartDoses(csv: text) }
        #expect(error?.fault == fault)
    }

    @Test func `a guideline that names no days is refused`() throws {
        let text = try shippedText("fitness/exercise_guidelines.csv")
        let error = #expect(throws: CSVError.self) {
            try ExerciseGuidelines(csv: text.editing("strength,2 or more days,moderate", to: "strength,often,moderate"))
        }
        #expect(error?.fault == .missingRow("WHO 2020 65+, strength"))
    }

    @Test func `a rule that plans stand on may not be missing`() throws {
        let rules = try shippedText("fitness/progression_and_stop_rules.csv")
        let effort = try shippedText("fitness/rpe_scales.csv")
        let lost = #expect(throws: CSVError.self) {
            try PlanRules(rules: rules.editing("stop_sym,", to: "stop_other,"), effort: effort)
        }
        #expect(lost?.fault == .missingRow("stop_sym"))
        let unknown = #expect(throws: CSVError.self) {
            try PlanRules(rules: rules, effort: effort.editing(",moderate,", to: ",middling,"))
        }
        #expect(unknown?.fault == .missingRow("moderate"))
    }

    @Test func `words may not be missing`() throws {
        let text = try shippedText("plan/words.yaml")
        let missing = #expect(throws: DataFileError.self) {
            try PlanWords(yaml: text.editing("  saturday:", to: "  x:"))
        }
        #expect(missing?.field == "weekdays.x")
        let gone = text.replacing(/\ \ pain:\n(\ \ \ \ .*\n){4}/, with: "")
        let error = #expect(throws: DataFileError.self) { try PlanWords(yaml: gone) }
        #expect(error?.field == "sentences.pain" && error?.fault == .missing)
    }
}
