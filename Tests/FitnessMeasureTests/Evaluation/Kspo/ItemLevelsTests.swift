import FitnessMeasure
import Testing

@Suite struct ItemLevelsTests {
    let levels: ItemLevels
    init() throws { levels = try shippedTables().levels }

    @Test(
        arguments: [
            ("22", 5), ("21", 4), ("19", 4), ("18", 3), ("16", 3), ("15", 2), ("12", 2), ("11", 1), ("0", 1),
        ] as [(DecimalValue, Int)])
    func `a woman of 65 to 69 stands up`(count: DecimalValue, level: Int) throws {
        let found = try levels.level(.chairStand, sex: .female, age: 67, amount: ExactAmount(count))
        #expect(found.level == level)
        #expect(found.row.ages == 65...69 && found.row.sex == .female && found.row.item == .chairStand)
    }

    @Test(
        arguments: [
            ("5.3", 5), ("5.30", 5), ("5.31", 4), ("6.0", 4), ("6.7", 3), ("6.71", 2), ("7.7", 2), ("7.71", 1),
        ] as [(DecimalValue, Int)])
    func `less time is better, equality passes, nothing is rounded`(seconds: DecimalValue, level: Int) throws {
        #expect(try levels.level(.fastUpAndGo, sex: .male, age: 65, amount: ExactAmount(seconds)).level == level)
    }

    @Test(arguments: [
        (65, 65...69), (69, 65...69), (70, 70...74), (74, 70...74), (75, 75...79), (79, 75...79), (80, 80...84),
        (84, 80...84), (85, 85...150), (112, 85...150),
    ])
    func `an age has its band`(age: Int, ages: ClosedRange<Int>) throws {
        for sex in [Sex.female, .male] {
            #expect(try levels.level(.chairStand, sex: sex, age: age, amount: ExactAmount("10")).row.ages == ages)
        }
    }

    @Test func `each sex has its own bounds`() throws {
        #expect(try levels.level(.chairStand, sex: .female, age: 85, amount: ExactAmount("14")).level == 5)
        #expect(try levels.level(.chairStand, sex: .male, age: 85, amount: ExactAmount("14")).level == 4)
    }

    @Test func `reach may be below zero`() throws {
        #expect(try levels.level(.sitAndReach, sex: .male, age: 70, amount: ExactAmount("-7.3")).level == 2)
        #expect(try levels.level(.sitAndReach, sex: .male, age: 70, amount: ExactAmount("-7.4")).level == 1)
    }

    @Test func `under 65 the table says nothing`() {
        #expect(throws: NotEvaluable.tooYoung(tableBegins: 65)) {
            try levels.level(.chairStand, sex: .female, age: 64, amount: ExactAmount("20"))
        }
        #expect(throws: NotEvaluable.noAgeBand) {
            try levels.level(.chairStand, sex: .female, age: 151, amount: ExactAmount("20"))
        }
        #expect(throws: NotEvaluable.noSuchTest) {
            try levels.level(.waist, sex: .female, age: 70, amount: ExactAmount("20"))
        }
    }

    @Test(
        arguments: [
            // 40.6 % of 60 kg is 24.36 kg.
            ("24.36", "60", 5), ("24.35", "60", 4), ("24.3", "60", 4), ("24.36", "60.01", 4), ("15.66", "60.0", 2),
            ("15.65", "60.0", 1),
        ] as [(DecimalValue, DecimalValue, Int)])
    func `grip counts in percent of body weight without rounding`(
        grip: DecimalValue, weight: DecimalValue, level: Int
    ) throws {
        let share = try #require(ExactAmount(percentOf: weight, grip))
        let found = try levels.level(.gripRelative, sex: .female, age: 66, amount: share)
        #expect(found.level == level)
        #expect(found.row.unit == "percent_body_weight")
    }

    @Test(arguments: [
        ("waist,F,65,69,reps,higher,10,12,8,6", CSVError.Fault.inconsistent),
        ("waist,F,69,65,reps,higher,12,10,8,6", .inconsistent),
        ("waist,F,65,69,reps,sideways,12,10,8,6", .badWord(column: "better")),
        ("waist,X,65,69,reps,higher,12,10,8,6", .badWord(column: "sex")),
        ("waist,F,65,69,reps,higher,12,10,8,", .badNumber(column: "level2_from")),
        ("waist,F,65,69,reps,higher,12,10,8,6,s,found\nwaist,F,69,70,reps,higher,12,10,8,6", .inconsistent),
    ])
    func `a table that cannot be right is refused`(rows: String, fault: CSVError.Fault) {
        let header = "test,sex,age_min,age_max,unit,better,level5_from,level4_from,level3_from,level2_from"
        let error = #expect(throws: CSVError.self) {
            try ItemLevels(csv: "\(header),source,confidence\n\(rows),s,found\n")
        }
        #expect(error?.fault == fault)
    }
}
