import Foundation

/// All reference tables that an evaluation needs, read once at start. A set of tables has a version; an evaluation
/// carries it, so that it can be made again by the tables of its day.
public struct FitnessTables: Sendable {
    /// The name of the set, such as `2026-11`.
    public let version: String
    /// Of all texts of the set: the same version is always the same text.
    public let fingerprint: UInt64
    public let levels: ItemLevels
    public let levelNames: LevelNames
    public let ranges: InputRanges
    public let gate: SafetyGate
    public let gateWords: GateWords
    public let questions: ScreeningQuestions
    public let bands: BloodPressureBands
    public let change: MeasurementChange
    public let thresholds: GradeThresholds
    public let gradeRules: GradeRules
    public let normal: ImpliedNormal
    public let sppb: SPPBScoring
    public let seniorFitness: SeniorFitnessRanges
    public let cutoffs: ClinicalCutoffs
    public let standing: StandingBelowAverage
    public let bodyMass: BodyMassCategories
    public let frail: FrailScore
    let falls: FallsQuestions

    /// Reads the newest set of a folder of sets (`assets/fitness`). Throws ``CSVError``, ``TableVersionError``, or what
    /// the system says of a file.
    public init(folder: URL) throws { self = try TableVersions(folder: folder).newest() }

    /// Reads the set whose texts `text` gives by file name.
    init(version: String, text: (String) throws -> String) throws {
        var fingerprint = Fingerprint()
        func read(_ table: String) throws -> String {
            let text = try text(table)
            fingerprint.add(text, of: table)
            return text
        }
        self.version = version
        let marks = try StaffMarks(csv: read(StaffMarks.table))
        levels = try ItemLevels(csv: read(ItemLevels.table), marks: marks)
        levelNames = try LevelNames(csv: read(LevelNames.table))
        ranges = try InputRanges(csv: read(InputRanges.table))
        gate = SafetyGate(try SafetyGates(csv: read(SafetyGates.table), outcomes: read(SafetyGates.outcomes)))
        gateWords = try GateWords(csv: read(GateWords.table))
        questions = try ScreeningQuestions(
            csv: read(ScreeningQuestions.table), words: read(ScreeningQuestions.wordsTable))
        bands = try BloodPressureBands(csv: read(BloodPressureBands.table))
        change = try MeasurementChange(csv: read(MeasurementChange.table))
        thresholds = try GradeThresholds(csv: read(GradeThresholds.table), marks: marks)
        gradeRules = try GradeRules(csv: read(GradeRules.table))
        normal = try ImpliedNormal(csv: read(ImpliedNormal.table), marks: marks)
        sppb = try SPPBScoring(csv: read(SPPBScoring.table))
        seniorFitness = try SeniorFitnessRanges(
            csv: read(SeniorFitnessRanges.table), standards: read(SeniorFitnessRanges.standards))
        cutoffs = try ClinicalCutoffs(csv: read(ClinicalCutoffs.table))
        standing = try StandingBelowAverage(csv: read(StandingBelowAverage.table))
        bodyMass = try BodyMassCategories(csv: read(BodyMassCategories.table))
        frail = try FrailScore(questions)
        falls = try FallsQuestions(questions)
        self.fingerprint = fingerprint.value
    }
}
