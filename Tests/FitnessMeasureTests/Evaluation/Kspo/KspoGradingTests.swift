import FitnessMeasure
import Testing

/// A man of 65 to 69. Cut-offs of grades 1/2/3: grip 55.3/50.1/44.9 %, stands 25/21/17, reach 11.4/6.6/1.8 cm,
/// 3 m 5.3/6.0/6.7 s, figure of eight 21.0/23.9/26.8 s, steps 122/109/97, walk 677/631/585 m; absolute grip 30.3 kg.
@Suite struct KspoGradingTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    /// 56 % of 70 kg is 39.2 kg.
    private let excellent = Examination.example(
        [
            .weight: "70.0", .gripLeft: "38.0", .gripRight: "39.2", .chairStand: "25", .sitAndReach: "11.4",
            .fastUpAndGo: "5.3", .figureOfEight: "21.0", .twoMinuteStep: "122",
        ], sex: .male, age: 67)

    private func estimate(_ examination: Examination) -> GradeEstimate { Evaluation(examination, by: tables).grade }

    @Test func `all six at the cut-off are grade 1`() {
        let estimate = estimate(excellent)
        #expect(estimate.outcome == .grade(1, .sixFactors))
        #expect(estimate.rule.table == GradeRules.table && estimate.rule.line == 4)
        #expect(GradeRules.label == "추정 등급, 공식 인증 아님")
    }

    @Test(
        arguments: [
            (TestItem.gripRight, "38.0", 2), (.chairStand, "24", 2), (.sitAndReach, "11.3", 2),
            (.fastUpAndGo, "5.31", 2), (.figureOfEight, "21.1", 2), (.twoMinuteStep, "121", 2),
            (.gripRight, "31.43", 3), (.chairStand, "17", 3), (.sitAndReach, "1.8", 3), (.fastUpAndGo, "6.7", 3),
            (.figureOfEight, "26.8", 3), (.twoMinuteStep, "97", 3), (.sitAndReach, "1.79", 4),
            (.fastUpAndGo, "6.71", 4), (.twoMinuteStep, "96", 4), (.chairStand, "16", 4), (.figureOfEight, "26.81", 5),
        ] as [(TestItem, DecimalValue, Int)])
    func `the weakest factor decides`(item: TestItem, value: DecimalValue, grade: Int) {
        var examination = excellent.with(item, value)
        if item == .gripRight { examination.values[.gripLeft] = "30.0" }
        #expect(estimate(examination).grade == grade)
    }

    @Test func `the better of the two endurance tests counts`() {
        #expect(estimate(excellent.with(.twoMinuteStep, "40").with(.sixMinuteWalk, "677")).grade == 1)
        #expect(estimate(excellent.with(.twoMinuteStep, "122").with(.sixMinuteWalk, "300")).grade == 1)
        #expect(estimate(excellent.with(.twoMinuteStep, nil).with(.sixMinuteWalk, "676")).grade == 2)
    }

    @Test(
        arguments: [
            // figure of eight, grip, stands
            ("26.8", "30.3", "0", 4, .walkAndStrength), ("26.8", "30.2", "17", 4, .walkAndStrength),
            ("26.8", "30.2", "16", 5, .walkOnly), ("26.9", "30.3", "16", 5, .strengthOnly),
            ("26.9", "30.2", "17", 5, .strengthOnly), ("26.9", "30.2", "16", 6, .neither),
        ] as [(DecimalValue, DecimalValue, DecimalValue, Int, GradeReason)])
    func `below grade 3 the figure of eight and strength decide`(
        walk: DecimalValue, grip: DecimalValue, stands: DecimalValue, grade: Int, reason: GradeReason
    ) {
        let weak = excellent.with(.sitAndReach, "-20").with(.gripLeft, grip).with(.gripRight, nil)
        let estimate = estimate(weak.with(.figureOfEight, walk).with(.chairStand, stands))
        #expect(estimate.outcome == .grade(grade, reason))
        #expect(estimate.rule.line == 3 + grade)
    }

    @Test(
        arguments: [
            (TestItem.twoMinuteStep, FitnessFactor.cardio), (.chairStand, .lowerStrength),
            (.sitAndReach, .flexibility), (.fastUpAndGo, .balance), (.figureOfEight, .coordination),
        ])
    func `with a factor missing there is no grade, however good the rest`(item: TestItem, factor: FitnessFactor) {
        guard case .notGradable(let obstacles, _) = estimate(excellent.with(item, nil)).outcome else {
            Issue.record("a grade was given")
            return
        }
        #expect(obstacles == [.missing(factor)])
    }

    @Test func `grip is missing, or only the weight is`() {
        let noGrip = estimate(excellent.with(.gripLeft, nil).with(.gripRight, nil))
        #expect(noGrip.reasonCode == "missing_upper_strength")
        #expect(estimate(excellent.with(.weight, nil)).reasonCode == "weight_missing")
        #expect(estimate(.example([:], sex: .male, age: 67)).reasonCode.split(separator: ",").count == 6)
    }

    @Test(
        arguments: [
            // What is missing, what else is changed, what it could still be.
            (TestItem.sitAndReach, TestItem.sitAndReach, nil, [1, 2, 3, 4]),
            (.sitAndReach, .fastUpAndGo, "6.5", [3, 4]), (.sitAndReach, .fastUpAndGo, "9", [4]),
            (.figureOfEight, .fastUpAndGo, "9", [4, 5]), (.figureOfEight, .figureOfEight, nil, [1, 2, 3, 4, 5]),
            (.sitAndReach, .figureOfEight, "40", [5]),
        ] as [(TestItem, TestItem, DecimalValue?, [Int])])
    func `staff are told what it could still be`(
        missing: TestItem, changed: TestItem, value: DecimalValue?, possible: [Int]
    ) {
        guard case .notGradable(_, let found) = estimate(excellent.with(changed, value).with(missing, nil)).outcome
        else {
            Issue.record("a grade was given")
            return
        }
        #expect(found == possible)
    }

    @Test func `grip in percent alone decides grades 1 to 3 and not 4 to 6`() {
        let percent = excellent.with(.gripLeft, nil).with(.gripRight, nil).with(.gripRelative, "56.0")
        #expect(estimate(percent).grade == 1)
        #expect(estimate(percent.with(.sitAndReach, "-20")).grade == 4)
        let undecided = estimate(percent.with(.chairStand, "10"))
        #expect(undecided.outcome == .notGradable([.absoluteGripMissing], possible: [4, 5]))
    }

    @Test(arguments: [(64, "under_65"), (65, "six_factors")])
    func `under 65 there is no grade`(age: Int, reason: String) {
        var examination = excellent
        examination.age = age
        #expect(estimate(examination).reasonCode == reason)
    }

    @Test func `the relative grip is not rounded before it is compared`() {
        // 38.7 of 70 kg is 55.2857…, shown as 55.3, which is the cut-off of grade 1; 38.71 is exactly 55.3.
        let below = Evaluation(excellent.with(.gripRight, "38.7"), by: tables)
        #expect(below.grade.grade == 2)
        #expect(below.items[0].value?.shown == "55.3")
        #expect(estimate(excellent.with(.gripRight, "38.71")).grade == 1)
    }

    @Test func `every band of both sexes can reach each of grades 1 to 3`() throws {
        let rows = try ReferenceRow.all(GradeThresholds.table)
        for sex in Sex.allCases {
            for age in [65, 69, 70, 74, 75, 79, 80, 84, 85, 115] {
                for grade in 1...3 {
                    var examination = Examination(sex: sex, age: age)
                    for row in rows where row.sexes == [sex] && row["grade_or_percentile"] == "grade\(grade)" {
                        let last = row["age_max"] == "150" ? 150 : row.ages[1]
                        if (row.ages[0]...last).contains(age) { examination.values[row.item] = row.value }
                    }
                    #expect(estimate(examination).outcome == .grade(grade, .sixFactors), "\(sex) \(age)")
                }
            }
        }
    }
}
