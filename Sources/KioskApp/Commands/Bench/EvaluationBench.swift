import ArgumentParser
import FitnessMeasure
import Foundation

/// `kiosk bench evaluations`: one person after another with twelve values each, judged by all tables, on one thread.
struct EvaluationBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "evaluations", abstract: "Evaluations a second.")

    @Option(help: "Persons.") var count = 300_000

    private struct Answer: Encodable {
        var count: Int
        var perSecond: Double
        /// Items that got a level, so that nobody can leave the work out.
        var levels: Int
    }

    func run() throws {
        try reporting {
            let tables = try Assets.find().fitnessTables()
            let people = (0..<1000).map(Self.person)
            var levels = 0
            let start = MonotonicTime.nanoseconds
            for number in 0..<count {
                levels += Evaluation(people[number % people.count], by: tables).items.count { $0.level != nil }
            }
            let seconds = Double(MonotonicTime.nanoseconds - start) / 1e9
            try write(Answer(count: count, perSecond: Double(count) / seconds, levels: levels))
        }
    }

    /// Invented people of both sexes and all ages, with values around those that seniors have.
    private static func person(_ number: Int) -> Examination {
        func value(_ least: Int64, _ spread: Int, _ exponent: Int = 0) -> DecimalValue {
            DecimalValue(mantissa: least + Int64((number * 7919) % spread), exponent: exponent)
        }
        var values = MeasuredValues()
        (values[.height], values[.weight]) = (value(1450, 350, -1), value(450, 400, -1))
        (values[.systolic], values[.diastolic], values[.restingPulse]) = (value(105, 60), value(60, 35), value(55, 45))
        (values[.gripLeft], values[.gripRight]) = (value(120, 250, -1), value(130, 260, -1))
        (values[.chairStand], values[.sitAndReach]) = (value(6, 24), value(-100, 300, -1))
        (values[.fastUpAndGo], values[.figureOfEight]) = (value(45, 70, -1), value(180, 260, -1))
        values[.twoMinuteStep] = value(50, 90)
        return Examination(sex: number.isMultiple(of: 2) ? .female : .male, age: 65 + number % 30, values: values)
    }
}
