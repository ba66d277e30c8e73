import Foundation
import SyncWire

/// What a synthetic person's readings scatter around: plausible for age and sex, of no real person.
struct SyntheticBody {
    private let systolic: Double
    private let grip: Double
    private let stands: Double
    private let walk: Double
    private let steps: Double
    private let weight: Double
    private let height: Double
    private let reach: Double
    private let gait: Double

    init(_ person: PersonSeed, at today: Date, in calendar: Calendar) {
        var dice = SeededDice("body", person.personID.uuidString)
        let age = Double(calendar.component(.year, from: today) - person.birthYear)
        let fitness = dice.fraction() - 0.5
        let isMale = person.sex == .male
        systolic = 122 + 26 * dice.fraction()
        grip = (isMale ? 33 : 21) - 0.25 * (age - 70) + 6 * fitness
        stands = 18 - 0.3 * (age - 70) + 8 * fitness
        walk = 6.2 + 0.12 * (age - 70) - 2 * fitness
        steps = 105 - 1.2 * (age - 70) + 30 * fitness
        weight = (isMale ? 66 : 56) + 16 * (dice.fraction() - 0.5)
        height = (isMale ? 166 : 153) + 10 * (dice.fraction() - 0.5)
        reach = (isMale ? 4 : 11) - 0.2 * (age - 70) + 10 * fitness
        gait = 1.12 - 0.012 * (age - 70) + 0.4 * fitness
    }

    func pressure(with dice: inout SeededDice) -> (test: String, [WireReading.Value]) {
        ("blood_pressure", Self.bloodPressure(systolic: systolic + 12 * (dice.fraction() - 0.5), with: &dice))
    }

    static func bloodPressure(systolic: Double, with dice: inout SeededDice) -> [WireReading.Value] {
        let diastolic = systolic * 0.55 + 8 * dice.fraction()
        return [
            whole("systolic", systolic, "mm[Hg]"), whole("diastolic", diastolic, "mm[Hg]"),
            whole("pulse", 64 + 18 * dice.fraction(), "/min"),
        ]
    }

    func fitness(with dice: inout SeededDice) -> [(test: String, [WireReading.Value])] {
        [
            ("grip_relative", [Self.tenths("grip", grip * scatter(&dice), "kg")]),
            ("chair_stand_30s", [Self.whole("repetitions", stands * scatter(&dice), "{repetitions}")]),
            ("tug_3m_fast", [Self.tenths("duration", walk * scatter(&dice), "s")]),
            ("figure8_walk", [Self.tenths("duration", walk * 4.2 * scatter(&dice), "s")]),
            ("step_2min", [Self.whole("repetitions", steps * scatter(&dice), "{repetitions}")]),
            ("weight", [Self.tenths("weight", weight * (0.99 + 0.02 * dice.fraction()), "kg")]),
            ("height", [Self.tenths("height", height, "cm")]),
            ("sit_reach_floor", [Self.tenths("reach", max(0.1, reach * scatter(&dice)), "cm")]),
            ("gait_speed_usual", [Self.tenths("speed", gait * scatter(&dice), "m/s")]),
        ]
    }

    /// ±6 % from day to day.
    private func scatter(_ dice: inout SeededDice) -> Double { 0.94 + 0.12 * dice.fraction() }

    private static func whole(_ quantity: String, _ value: Double, _ unit: String) -> WireReading.Value {
        WireReading.Value(quantity: quantity, decimal: "\(Int(max(1, value).rounded()))", unit: unit)
    }

    private static func tenths(_ quantity: String, _ value: Double, _ unit: String) -> WireReading.Value {
        let tenths = Int((max(0.1, value) * 10).rounded())
        return WireReading.Value(quantity: quantity, decimal: "\(tenths / 10).\(tenths % 10)", unit: unit)
    }
}
