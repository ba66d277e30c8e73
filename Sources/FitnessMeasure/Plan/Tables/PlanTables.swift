import Foundation

/// All that a plan is made of, read once.
public struct PlanTables: Sendable {
    let levels: VivifrailLevels
    let guidelines: ExerciseGuidelines
    public let exercises: PrescribedExercises
    public let notes: ExerciseNotes
    let doses: StartDoses
    let rules: PlanRules
    public let words: PlanWords

    /// Reads `assets/plan` and the reference tables of `assets/fitness`. Throws ``CSVError``, ``DataFileError``, or what
    /// the system says of a file.
    public init(folder: URL, fitness: URL) throws {
        func text(_ folder: URL, _ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        levels = try VivifrailLevels(csv: text(fitness, VivifrailLevels.table))
        guidelines = try ExerciseGuidelines(csv: text(fitness, ExerciseGuidelines.table))
        exercises = try PrescribedExercises(csv: text(fitness, PrescribedExercises.table))
        notes = try ExerciseNotes(yaml: text(folder, ExerciseNotes.file), exercises: exercises)
        doses = try StartDoses(csv: text(folder, StartDoses.table))
        rules = try PlanRules(
            rules: text(fitness, StopRules.progressionTable), effort: text(fitness, PlanRules.effortTable))
        words = try PlanWords(yaml: text(folder, PlanWords.file))
    }
}
