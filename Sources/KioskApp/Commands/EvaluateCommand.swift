import ArgumentParser
import FitnessMeasure
import Foundation

/// `kiosk evaluate`: levels of results by the official tables, with the row that made each.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Judge results by the reference tables.",
        discussion: "Example: kiosk evaluate --sex F --age 78 --weight 56 chair_stand_30s=22 grip_relative=19.2")

    @Option(help: "F or M.") var sex: String
    @Option(help: "Completed years.") var age: Int
    @Option(help: "Body weight in kg; grip is judged in percent of it.") var weight: String?
    @Argument(help: "test=value, in the test's own unit (kg, times, seconds, cm).") var results: [String]

    private struct Line: Encodable {
        var test: String
        var value: String
        var level: Int?
        var row: Int?
        var ages: String?
        var confidence: String?
        var reason: String?
    }

    private struct Answer: Encodable {
        var items: [Line]
        var strength: String?
        var workOn: String?
    }

    func run() throws {
        try reporting {
            guard let sex = Sex(rawValue: sex) else { throw Failure.badData("--sex must be F or M") }
            let tables = try Assets.find().fitnessTables()
            let person = EvaluatedPerson(
                sex: sex, age: age,
                weight: try weight.map { QuantityValue(.weight, try decimal($0), .kilogram) })
            let results = try results.map(result)
            let evaluation = Evaluation.make(results, for: person, by: tables.levels)
            try write(
                Answer(
                    items: evaluation.items.map { line($0, results) }, strength: evaluation.strength?.rawValue,
                    workOn: evaluation.workOn?.rawValue))
        }
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

    private func line(_ item: Evaluation.Item, _ results: [TestResult]) -> Line {
        var line = Line(
            test: item.test.rawValue,
            value: results.last { $0.test == item.test }?.value.value.description ?? "")
        switch item.outcome {
        case .level(let level):
            (line.level, line.row) = (level.level, level.row.line)
            (line.ages, line.confidence) = ("\(level.row.ages)", level.row.confidence)
        case .notEvaluated(let reason): line.reason = "\(reason)"
        }
        return line
    }
}

extension Assets {
    func fitnessTables() throws -> FitnessTables { try FitnessTables(folder: folder.appending(path: "fitness")) }
}
