import FitnessMeasure
import Testing

@Suite struct MeasurementChangeTests {
    let change: MeasurementChange
    init() throws { change = try shippedTables().change }

    @Test(
        arguments: [
            (FitnessTest.grip, "24.0", "26.9", Trend.Direction.same),
            (.grip, "24.0", "27.0", .improved(by: "3.0")),
            (.grip, "24.0", "21.0", .less(by: "3.0")),
            (.chairStand, "12", "14", .same),
            (.chairStand, "12", "15", .improved(by: "3")),
            (.upAndGo, "7.0", "5.8", .same),
            (.upAndGo, "7.0", "5.7", .improved(by: "1.3")),
            (.upAndGo, "10.0", "8.5", .same),
            (.upAndGo, "10.0", "11.6", .less(by: "1.6")),
            (.figureOfEight, "30.0", "25.5", .same),
            (.figureOfEight, "30.0", "25.4", .improved(by: "4.6")),
            (.twoMinuteStep, "80", "100", .same),
            (.twoMinuteStep, "80", "101", .improved(by: "21")),
            (.sixMinuteWalk, "400", "362", .less(by: "38")),
        ] as [(FitnessTest, DecimalValue, DecimalValue, Trend.Direction)])
    func `a change counts only beyond the noise of the test`(
        test: FitnessTest, previous: DecimalValue, current: DecimalValue, direction: Trend.Direction
    ) throws {
        let trend = try #require(change.statement(previous: previous, current: current, test: test))
        #expect(trend.direction == direction)
        #expect(trend.row.test == test.changeID)
    }

    @Test func `where the table is silent nothing is said`() {
        #expect(change.statement(previous: "150", current: "120", test: .bloodPressure) == nil)
        let noisy = FitnessTest("one_leg_stance", [], better: .higher, changeID: "one_leg_stance")
        #expect(change.statement(previous: "5", current: "60", test: noisy) == nil)
    }
}
