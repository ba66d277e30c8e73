import ArgumentParser
import FitnessMeasure
import Foundation

/// `kiosk evaluate`: what results amount to by the reference tables; of one person, or of a file line by line.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Judge results by the reference tables.",
        discussion: """
            One person: kiosk evaluate --sex F --age 78 --weight 56 chair_stand_30s=22 grip_relative=19.2
            Many: kiosk evaluate --batch people.jsonl, a JSON object a line, as docs/evaluation.md has it; - is stdin. \
            A line that cannot be read is answered with its error in its place, and the command ends with 65.
            """)

    @Option(help: "F or M.") var sex: String?
    @Option(help: "Completed years.") var age: Int?
    @Option(help: "Body weight in kg; grip is judged in percent of it.") var weight: String?
    @Option(help: ArgumentHelp("A file of one JSON object a line; - for stdin.", valueName: "file")) var batch: String?
    @Option(help: "Version of the tables; the newest without it.") var tables: String?
    @Flag(help: "Print every judgement with the rows of the tables that made it.") var explain = false
    @Argument(help: "test=value, in the test's own unit (kg, times, seconds, cm).") var results: [String] = []

    func validate() throws {
        let isSingle = sex != nil && age != nil && !results.isEmpty
        let hasSingle = sex != nil || age != nil || weight != nil || !results.isEmpty
        guard batch == nil ? isSingle : !hasSingle else {
            throw ValidationError("give --sex, --age and results of one person, or --batch alone")
        }
    }

    func run() throws {
        try reporting {
            let assets = try Assets.find()
            let tables = try self.tables.map(assets.fitnessTables) ?? assets.fitnessTables()
            if let batch {
                let evaluator = BatchEvaluator(tables, levels: try assets.planLevels(), explains: explain)
                try EvaluateBatch(evaluator: evaluator).run(batch)
            } else {
                try write(OnePersonsResults(try evaluation(tables), results: results, explains: explain))
            }
        }
    }

    private func evaluation(_ tables: FitnessTables) throws -> Evaluation {
        guard let sex = sex.flatMap(Sex.init(rawValue:)), let age else { throw Failure.badData("--sex must be F or M") }
        let person = EvaluatedPerson(
            sex: sex, age: age, weight: try weight.map { QuantityValue(.weight, try decimal($0), .kilogram) })
        return Evaluation(try results.map(result), for: person, by: tables)
    }

    private func result(_ text: String) throws -> TestResult {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let test = FitnessTest.named(FitnessTestID(rawValue: parts[0])),
            let item = test.items.first
        else { throw Failure.badData("not a test's result: \(text)") }
        return TestResult(test.id, QuantityValue(item.quantity, try decimal(parts[1]), item.unit))
    }

    private func decimal(_ text: String) throws -> DecimalValue {
        guard let value = DecimalValue(text) else { throw Failure.badData("not a plain decimal: \(text)") }
        return value
    }
}

extension Assets {
    func fitnessTables() throws -> FitnessTables { try FitnessTables(folder: folder.appending(path: "fitness")) }

    /// The table of plan levels.
    func planLevels() throws -> VivifrailLevels {
        let file = folder.appending(path: "fitness/\(VivifrailLevels.table)")
        return try VivifrailLevels(csv: String(contentsOf: file, encoding: .utf8))
    }

    func fitnessTables(_ version: String) throws -> FitnessTables {
        try TableVersions(folder: folder.appending(path: "fitness")).tables(version)
    }
}
