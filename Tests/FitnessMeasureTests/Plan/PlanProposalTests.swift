import FitnessMeasure
import Testing

@Suite struct PlanProposalTests {
    private func content(_ basis: PlanBasis) throws -> PlanContent { try #require(try proposed(basis)) }

    @Test func `after a stop there is a referral and no plan`() throws {
        let basis = try PlanBasis.example(sppb: 12, gate: .stopAndRefer, rules: ["acsm_rest_sys"])
        let proposal = try shippedPlanTables().propose(basis, from: someDay())
        #expect(proposal == .referral(Referral(rules: ["acsm_rest_sys"])))
    }

    @Test func `before the second reading there is nothing to plan by`() throws {
        let proposal = try shippedPlanTables().propose(.example(sppb: 12, gate: .restAndRepeat), from: someDay())
        #expect(proposal == .restFirst)
    }

    @Test func `the weakest two factors come first`() throws {
        let content = try content(.example(sppb: 11, weakest: [.balance, .upperStrength, .cardio]))
        let main = content.lines.filter { $0.phase == .main }.map(\.factor)
        #expect(main.prefix(4) == [.balance, .balance, .upperStrength, .upperStrength])
        #expect(main.count { $0 == .cardio } == 1)
    }

    @Test(
        arguments: [
            (Sex.female, "벽에서 팔굽혀 펴기", "물통으로 양팔 들어올리기"), (.male, "벽에서 팔굽혀 펴기", "물통으로 양팔 들어올리기"),
        ] as [(Sex, ExerciseID, ExerciseID)])
    func `what is prescribed most is chosen first`(sex: Sex, first: ExerciseID, second: ExerciseID) throws {
        let content = try content(.example(sex: sex, sppb: 11, weakest: [.upperStrength]))
        #expect(content.lines.filter { $0.factor == .upperStrength }.map(\.exercise) == [first, second])
    }

    @Test func `the counts are those of the person's sex`() throws {
        // Women 756 to 487, men 650 to 345 for these two; women 605 and 580, men 375 and 400 for the lunge and the bar.
        let women = try content(.example(sex: .female, sppb: 11, weakest: [.lowerStrength]))
        let men = try content(.example(sex: .male, sppb: 11, weakest: [.lowerStrength]))
        #expect(
            women.lines.filter { $0.factor == .lowerStrength }.map(\.exercise) == [
                "짐볼 이용해 앉았다 일어서기", "덤벨 잡고 앉았다 일어서기", "덤벨 잡고 뒤꿈치 들기",
            ])
        #expect(
            men.lines.filter { $0.factor == .lowerStrength }.map(\.exercise) == [
                "앉아서 다리 펴기", "덤벨 잡고 앉았다 일어서기", "덤벨 잡고 뒤꿈치 들기",
            ])
    }

    @Test func `walking grows by minutes to the guideline's 150 a week`() throws {
        let content = try content(.example(sppb: 8))
        #expect(
            [1, 2, 3, 5, 7, 12, 52, .max].map { content.week($0).walkingMinutes } == [
                75, 75, 100, 125, 150, 150, 150, 150,
            ])
        #expect(content.week(0) == content.week(1))
    }

    @Test func `for fall risk there are three sessions and two walks`() throws {
        let content = try content(.example(sppb: 8, facts: [.recurrentFalls]))
        let strength = content.lines.filter { $0.factor == .lowerStrength }
        #expect(strength.allSatisfy { $0.days == [.monday, .wednesday, .friday] })
        #expect(content.lines.filter { $0.factor == .balance }.count == 2)
        #expect(content.lines.first { $0.exercise == .walking }?.days == [.tuesday, .thursday])
    }

    @Test(
        arguments: [
            (try PlanBasis.example(sppb: 12), true), (try PlanBasis.example(sppb: 7), true),
            (try PlanBasis.example(sppb: 6), false), (try PlanBasis.example(sppb: 3), false),
            (try PlanBasis.example(), false), (try PlanBasis.example(sppb: 12, fracture: true), false),
            (try PlanBasis.example(sppb: 12, upAndGo: "12"), false),
            (try PlanBasis.example(sppb: 12, upAndGo: "11.9"), true),
            (try PlanBasis.example(sppb: 12, gate: .gripAndQuestionsOnly), false),
        ])
    func `the floor is for those whom no rule keeps from it`(basis: PlanBasis, isAllowed: Bool) throws {
        let content = try content(basis)
        #expect(content.lines.contains { $0.position == .floor } == isAllowed)
        #expect(content.rules.contains { $0.id == "no_floor" } == !isAllowed)
    }

    @Test func `a weak factor without a fitting exercise is told`() throws {
        let content = try content(.example(sppb: 2, weakest: [.coordination], positions: [.floor]))
        #expect(content.unfilled == [.coordination])
        #expect(content.lines.isEmpty)
    }

    @Test func `every line names its rows`() throws {
        let content = try content(.example(sppb: 9, weakest: [.flexibility, .coordination]))
        for line in content.lines {
            #expect(line.sources.first?.table == "kspo_senior_prescribed_exercises.csv")
            #expect(line.sources.contains { $0.table == "exercise_guidelines.csv" })
            #expect(line.sources.contains { $0.table == "start_doses.csv" && $0.confidence == .assumed })
            #expect(line.sources.allSatisfy { $0.line > 1 && !$0.source.isEmpty })
        }
    }

    @Test func `the re-test is in eight to twelve weeks, and marked as recalled`() throws {
        let retest = try content(.example(sppb: 9)).retest
        #expect(retest.earliest.description == "2027-01-16" && retest.latest.description == "2027-02-13")
        #expect(retest.source.confidence == .recalled)
    }

    @Test func `effort is five to six of ten`() throws {
        let effort = try content(.example(sppb: 9)).effort
        #expect(effort.lowest == 5 && effort.highest == 6 && effort.source.table == "rpe_scales.csv")
    }
}
