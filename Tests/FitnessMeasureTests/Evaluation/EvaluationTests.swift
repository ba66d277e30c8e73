import FitnessMeasure
import Testing

@Suite struct EvaluationTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    private let kim = EvaluatedPerson(sex: .female, age: 72, weight: QuantityValue(.weight, "58.0", .kilogram))

    private func result(_ test: FitnessTest, _ value: DecimalValue) -> TestResult {
        TestResult(test.id, QuantityValue(test.items[0].quantity, value, test.items[0].unit))
    }

    @Test func `one strength and one thing to work on`() {
        let evaluation = Evaluation(
            [result(.upAndGo, "8.5"), result(.chairStand, "20"), result(.grip, "18.0")], for: kim, by: tables)
        #expect(evaluation.items.map(\.test) == [.grip, .chairStand, .upAndGo])
        #expect(evaluation.items.compactMap { $0.level?.level } == [3, 5, 2])
        #expect(evaluation.strength == .chairStand)
        #expect(evaluation.workOn == .upAndGo)
    }

    @Test func `of equals the first in the battery is named`() {
        let equal = Evaluation(
            [result(.twoMinuteStep, "90"), result(.upAndGo, "7.5"), result(.chairStand, "15")], for: kim, by: tables)
        #expect(equal.items.compactMap { $0.level?.level } == [3, 3, 3])
        #expect(equal.strength == .chairStand && equal.workOn == .upAndGo)
    }

    @Test func `nothing weak is called a strength, nothing good is called work`() {
        let weak = Evaluation([result(.chairStand, "9")], for: kim, by: tables)
        #expect(weak.strength == nil && weak.workOn == .chairStand)
        let strong = Evaluation([result(.chairStand, "20"), result(.upAndGo, "6.5")], for: kim, by: tables)
        #expect(strong.strength == .chairStand && strong.workOn == nil)
        let single = Evaluation([result(.chairStand, "15")], for: kim, by: tables)
        #expect(single.strength == .chairStand && single.workOn == nil)
        #expect(Evaluation([], for: kim, by: tables).items.isEmpty)
    }

    @Test func `the best trial counts`() {
        let trials = Evaluation([result(.upAndGo, "9.0"), result(.upAndGo, "6.0")], for: kim, by: tables)
        #expect(trials.items.compactMap { $0.level?.level } == [5])
    }

    @Test func `what cannot be judged says why and hides nothing else`() {
        let person = EvaluatedPerson(sex: .female, age: 72)
        let pounds = TestResult(.chairStand, QuantityValue(.grip, "20", .pound))
        let evaluation = Evaluation(
            [result(.grip, "18.0"), pounds, result(.upAndGo, "6.0")], for: person, by: tables)
        #expect(evaluation.items.map(\.test) == [.grip, .upAndGo, .chairStand])
        #expect(evaluation.items[0].outcome == .notEvaluated(.weightMissing))
        #expect(evaluation.items[2].outcome == .notEvaluated(.wrongUnit))
        #expect(evaluation.strength == .upAndGo)
    }

    @Test func `pounds are brought to kilograms exactly`() {
        // 34.1 % of 58 kg is 19.778 kg, level 4; 43.6 lb is 19.7766 kg, 43.7 lb is 19.8220 kg.
        let below = TestResult(.grip, QuantityValue(.grip, "43.6", .pound))
        let above = TestResult(.grip, QuantityValue(.grip, "43.7", .pound))
        #expect(Evaluation([below], for: kim, by: tables).items[0].level?.level == 3)
        #expect(Evaluation([above], for: kim, by: tables).items[0].level?.level == 4)
    }

    @Test func `years are completed in the month of birth`() {
        let years = [10, 11, 12].map {
            EvaluatedPerson.completedYears(bornYear: 1950, month: 11, inYear: 2026, month: $0)
        }
        #expect(years == [75, 76, 76])
    }

    @Test func `every level has its words`() throws {
        let names = try shippedTables().levelNames
        #expect((1...5).compactMap { names[$0]?.korean } == ["살펴볼 게 있어요", "조금 약해요", "보통이에요", "좋아요", "아주 좋아요"])
        #expect(names[0] == nil && names[6] == nil)
    }
}
