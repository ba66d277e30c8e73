import FitnessMeasure
import Testing

/// What must hold for whoever comes, over seeded random facts.
@Suite struct PlanPropertyTests {
    private func basis(_ random: inout SeededGenerator) throws -> PlanBasis {
        func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? { Bool.random(using: &random) ? value() : nil }
        let sppb = maybe(Int.random(in: 0...12, using: &random))
        let gait = maybe(DecimalValue(mantissa: .random(in: 10...300, using: &random), exponent: -2))
        let upAndGo = maybe(DecimalValue(mantissa: .random(in: 40...300, using: &random), exponent: -1))
        let facts = FallFact.allCases.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
        let weakest = FitnessFactor.graded.shuffled(using: &random).prefix(.random(in: 0...6, using: &random))
        let gate = GateOutcome.allCases.randomElement(using: &random) ?? .go
        let positions: [Set<ExercisePosition>] = [PlanBasis.centreAndHome, Set(ExercisePosition.allCases)]
        return try .example(
            sex: Bool.random(using: &random) ? .female : .male, sppb: sppb, gait: gait, upAndGo: upAndGo,
            facts: Set(facts), fracture: Int.random(in: 0..<8, using: &random) == 0, weakest: Array(weakest),
            gate: gate, positions: positions.randomElement(using: &random) ?? PlanBasis.centreAndHome)
    }

    @Test func `whoever comes, the plan is safe`() throws {
        var random = SeededGenerator(seed: 65)
        var plans = 0
        for _ in 0..<4000 {
            let basis = try basis(&random)
            guard let content = try proposed(basis) else {
                #expect(basis.gate == .stopAndRefer || basis.gate == .restAndRepeat)
                continue
            }
            plans += 1
            try checkSafety(content, basis)
            checkWeek(content)
        }
        #expect(plans > 1000)
    }

    private func checkSafety(_ content: PlanContent, _ basis: PlanBasis) throws {
        #expect(basis.gate == .go || basis.gate == .gripAndQuestionsOnly)
        #expect((content.level == nil) == (basis.sppb == nil && basis.usualGait == nil))
        if (content.level ?? .a) <= .b {
            #expect(!content.lines.contains { [.floor, .jump, .water].contains($0.position) })
        }
        for line in content.lines { #expect(basis.positions.contains(line.position)) }
        #expect(content == (try proposed(basis)), "the same facts give the same plan")
    }

    private func checkWeek(_ content: PlanContent) {
        let strength: Set<FitnessFactor> = [.lowerStrength, .upperStrength, .trunkStrength]
        func days(_ isMeant: (PlanLine) -> Bool) -> Set<PlanWeekday> {
            Set(content.lines.filter { $0.phase == .main && isMeant($0) }.flatMap(\.days))
        }
        #expect(days { strength.contains($0.factor) }.count >= 2)
        #expect(days { $0.factor == .balance }.count >= 3)
        #expect(days { $0.exercise == .walking }.count >= 2)
        for number in [1, 2, 12] {
            let week = content.week(number)
            #expect(week.days.map(\.weekday) == PlanWeekday.allCases)
            #expect(week.days.last?.items.isEmpty == true)
            #expect(week.walkingMinutes <= 150)
            for day in week.days {
                let phases = day.items.map(\.phase)
                #expect(phases == ExercisePhase.allCases.flatMap { phase in phases.filter { $0 == phase } })
                #expect(Set(day.items).count == day.items.count)
                #expect(day.items.count <= 16)
            }
        }
    }
}
